package docx

import (
	"bytes"
	"unicode"

	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// control is an open content control whose stored text is not what Word shows:
// one that shows its placeholder is empty (§17.5.2.39), one that is bound to a
// custom XML part shows what stands there (§17.5.2.6).
type control struct {
	element     ooxml.OpenElement
	text        []byte
	done        bool // text has been put, or there is none
	placeholder bool
}

// contentControl reads a w:sdtPr (§17.5.2.38): whether the control holds a table
// of contents, a placeholder or bound data.
func (r *reader) contentControl() {
	depth := r.Depth()
	if depth < 2 {
		r.Skip()
		return
	}
	element := r.Opened(depth - 1)
	var b binding
	placeholder := false
	for r.Within(depth) {
		switch string(r.LocalName()) {
		case "docPartGallery":
			if string(r.Val()) == "Table of Contents" {
				r.tocControl = element
			}
		case "showingPlcHdr":
			placeholder = r.Flag()
		default:
			b.read(&r.Scanner)
		}
	}
	if text, ok := r.side.bound(&b, r.limits.Depth); ok {
		r.controls = append(r.controls, control{element: element, text: []byte(text), done: text == ""})
	} else if placeholder {
		r.controls = append(r.controls, control{element: element, done: true, placeholder: true})
	}
}

// controlled puts the text of content controls in place of what is stored in
// them, and tells whether the text that comes next is such stored text.
func (r *reader) controlled(stored []byte) bool {
	for n := len(r.controls); n > 0; n = len(r.controls) {
		c := &r.controls[n-1]
		inside, text := r.IsInside(c.element), c.text
		if c.done {
			text = nil
		}
		if c.done = true; !inside {
			r.controls = r.controls[:n-1]
		}
		outer := r.controls
		r.controls = nil
		r.put(text)
		r.controls = outer
		if inside {
			if n = len(r.controls); n > 0 && r.controls[n-1].placeholder && !prompts(stored) {
				r.note(block.NotePlaceholder, stored, r.run, r.Pos)
			}
			return true
		}
	}
	return false
}

// promptWords are those by which Word and the makers of forms ask for content.
var promptWords = [...]string{"单击", "点击", "此处", "输入", "选择", "填写", "键入", "请", "Click", "click", "Tap", "tap", "Enter", "enter", "Choose", "choose", "Select", "select", "text", "date"}

// prompts tells whether the text of a placeholder asks for content, or says
// nothing. Anything else may be what someone wrote.
func prompts(text []byte) bool {
	for _, word := range promptWords {
		if bytes.Contains(text, []byte(word)) {
			return true
		}
	}
	return !bytes.ContainsFunc(text, func(c rune) bool { return unicode.Is(unicode.Han, c) || unicode.IsDigit(c) })
}

// unframe takes the rows that begin here out of the controls around them: a
// control with rows in it is a frame, and what it shows are its cells.
func (r *reader) unframe() {
	kept := r.controls[:0]
	for _, c := range r.controls {
		if !r.IsInside(c.element) {
			kept = append(kept, c)
		}
	}
	r.controls = kept
}

// endControls puts the text of controls in which a paragraph holds none.
func (r *reader) endControls(start int) {
	if len(r.controls) > 0 {
		r.run, r.first = start, -1
		r.controlled(nil)
		r.closeRun(start)
	}
}

package docx

import (
	"bytes"
	"jxmb/parser/ooxml"
)

// field is an open complex field (§17.16.18): its instruction is not text, its
// result is. Fields nest, and a table of contents spans paragraphs.
type field struct {
	instruction []byte
	result      bool // the separator has been met
	toc         bool
}

// instructionHead is how much of an instruction is kept: its name.
const instructionHead = 32

// maxFields bounds fields opened and never ended.
const maxFields = 1000

// fieldChar reads a w:fldChar: begin, separate or end.
func (r *reader) fieldChar() {
	switch kind, _ := r.Attribute("fldCharType"); string(kind) {
	case "begin":
		box := r.formField()
		r.put([]byte(box))
		if len(r.fields) < maxFields {
			r.fields = append(r.fields, field{})
			r.instructed++
		}
	case "separate":
		if n := len(r.fields); n > 0 {
			r.showResult(&r.fields[n-1])
		}
	case "end":
		if n := len(r.fields); n > 0 {
			f := &r.fields[n-1]
			if !f.result {
				r.instructed--
			}
			if f.toc {
				r.tocs--
			}
			r.fields = r.fields[:n-1]
		}
	}
}

// showResult passes from a field's instruction to its result.
func (r *reader) showResult(f *field) {
	if f.result {
		return
	}
	f.result = true
	r.instructed--
	r.classify(f.instruction, f)
}

// classify knows the fields of a table of contents (§17.16.5.68): TOC itself,
// and PAGEREF in its entries.
func (r *reader) classify(instruction []byte, f *field) {
	words := bytes.Fields(instruction)
	if len(words) == 0 {
		return
	}
	switch {
	case bytes.EqualFold(words[0], []byte("TOC")):
		if f != nil {
			f.toc = true
			r.tocs++
		} else {
			r.para.TOC = true
		}
	case bytes.EqualFold(words[0], []byte("PAGEREF")) && len(words) > 1 && bytes.HasPrefix(words[1], []byte("_Toc")):
		r.para.TOC = true
	}
}

// instruction is character data of w:instrText.
func (r *reader) instruction(from, to int) {
	if n := len(r.fields); n > 0 && len(r.fields[n-1].instruction) < instructionHead {
		f := &r.fields[n-1]
		f.instruction = append(f.instruction, r.Src[from:min(to, from+instructionHead)]...)
	}
}

// endInstructions runs at the end of a paragraph: an instruction that goes on
// beyond it has lost its separator, and what follows is shown rather than
// swallowed to the end of the document.
func (r *reader) endInstructions() {
	if r.instructed == 0 {
		return
	}
	for i := range r.fields {
		r.showResult(&r.fields[i])
	}
}

// reference reads a w:fldSimple or w:hyperlink for what it says about a table
// of contents; its content is read by the loop around it.
func (r *reader) reference() {
	if r.El == ooxml.ElFldSimple {
		instruction, _ := r.Attribute("instr")
		r.classify(instruction, nil)
	}
}

// formField is what a legacy form field shows that has no result in text: a
// check box (§17.16.7) or the chosen entry of a list.
func (r *reader) formField() string {
	box, checked := false, false
	for depth := r.Depth(); r.Within(depth); {
		switch r.El {
		case ooxml.ElCheckBox:
			box = true
		case ooxml.ElDefault, ooxml.ElChecked:
			checked = r.Flag()
		case ooxml.ElDdList:
			return r.dropDown(depth)
		}
	}
	switch {
	case !box:
		return ""
	case checked:
		return "☑"
	}
	return "□"
}

// maxEntries bounds the entries of a drop-down list; Word allows 25.
const maxEntries = 64

// dropDown is the entry that a w:ddList shows: w:result, without one that
// exists w:default, without that the first (§17.16.9, .28, .6).
func (r *reader) dropDown(field int) string {
	var entries []string
	result, byDefault := -1, 0
	for r.Within(field) {
		switch r.El {
		case ooxml.ElResult:
			if n, ok := r.Number(); ok {
				result = n
			}
		case ooxml.ElDefault:
			byDefault, _ = r.Number()
		case ooxml.ElListEntry:
			if len(entries) < maxEntries {
				entries = append(entries, string(r.Val()))
			}
		}
	}
	for _, choice := range [...]int{result, byDefault, 0} {
		if choice >= 0 && choice < len(entries) {
			return entries[choice]
		}
	}
	return ""
}

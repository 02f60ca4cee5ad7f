package docx

import (
	"bytes"
	"jxmb/parser/block"
	"jxmb/parser/msword"
	"jxmb/parser/ooxml"
)

// inlines reads the content of the w:p whose start tag was met last, and is
// tells whether the paragraph's mark is deleted or hidden, so that the next one joins it.
func (r *reader) inlines(start int) (joined bool) {
	r.base, r.numbered = r.usual, ""
	boxes := len(r.boxes)
	if r.IsInside(r.tocControl) {
		r.para.TOC = true
	}
	joined = r.inlineContent(start)
	r.endControls(start)
	r.endInstructions()
	r.textBoxes(boxes)
	return joined
}

// inlineContent reads the runs and what holds some of the element whose start
// tag was met last; start is that of the paragraph.
func (r *reader) inlineContent(start int) (joined bool) {
	if props := ooxml.Recalled(&r.Scanner, &r.paraMemo); props != nil {
		joined = r.paraProps(start, props)
	}
	for depth := r.Depth(); r.Within(depth); {
		switch r.El {
		case ooxml.ElR:
			r.inlineRun()
		case ooxml.ElPPr:
			props := ooxml.Remembered(&r.Scanner, &r.paraMemo, readParaProps)
			joined = r.paraProps(start, &props)
		case ooxml.ElT, ooxml.ElMathT:
			r.run, r.first = r.Start, -1
			r.characters((*reader).text)
			r.closeRun(r.run)
		case ooxml.ElFldSimple:
			r.simpleField(start)
		case ooxml.ElMath:
			r.math()
		case ooxml.ElOther:
			if string(r.LocalName()) == "bdo" {
				r.override(start)
			}
		default:
			r.anywhere()
		}
	}
	return joined
}

// override reads a w:bdo (§17.3.2.3): from right to left it shows its digits the
// other way round, as the character for that does, which is put in front of them.
func (r *reader) override(start int) {
	direction, _ := r.Attribute("val")
	if string(direction) != "rtl" {
		return
	}
	r.run, r.first = r.Start, -1
	r.put([]byte("\u202e"))
	r.note(block.NoteInvalidText, []byte("U+202E"), r.Start, r.Pos)
	r.inlineContent(start)
	r.run, r.first = start, -1
	r.put([]byte("\u202c"))
}

// inlineRun reads the w:r whose start tag was met last (§17.3.2.25).
func (r *reader) inlineRun() {
	start, hidden := r.Start, r.hidden
	r.run, r.first = start, -1
	r.look = r.base
	r.hidden, r.faint = hidden || r.base.vanish == msword.On, r.base.faint(r.paper)
	if props := ooxml.Recalled(&r.Scanner, &r.runMemo); props != nil {
		r.applyRunProps(hidden, props)
	}
	if from, to, end := r.Leaf(ooxml.ElT); end > 0 {
		r.Pos = to
		r.text(from, to)
		r.Pos = end
	}
	for depth := r.Depth(); r.Within(depth); {
		switch r.El {
		case ooxml.ElRPr:
			props := ooxml.Remembered(&r.Scanner, &r.runMemo, readRunProps)
			r.applyRunProps(hidden, &props)
		case ooxml.ElT, ooxml.ElMathT:
			r.characters((*reader).text)
		default:
			r.runContent()
		}
	}
	r.closeRun(start)
	r.hidden, r.faint, r.first, r.look = hidden, false, -1, look{}
}

// applyRunProps adds up the formatting of a run: its own, that of its style and
// that of its paragraph (§17.7.2).
func (r *reader) applyRunProps(hidden bool, props *runProps) {
	r.look = props.look
	if len(props.style) > 0 {
		style := r.style(props.style).look
		r.look = r.look.over(style.upon(r.base, r.side.defaultLook()))
	} else if r.base != (look{}) {
		r.look = r.mixed.over(&props.look, &r.base)
	}
	r.hidden, r.faint = hidden || r.look.vanish == msword.On, r.look.faint(r.paper)
}

// closeRun gives the pieces of a run their end, which is known only now.
func (r *reader) closeRun(start int) {
	for i := r.first; i >= 0 && i < len(r.runs); i++ {
		if r.runs[i].Start == start {
			r.runs[i].End = r.Pos
		}
	}
}

// runContent reads one of the rarer children of a run (§17.3.3): a character, or
// else what holds text or refers to it.
func (r *reader) runContent() {
	switch r.El {
	case ooxml.ElTab, ooxml.ElPTab:
		r.put([]byte("\t"))
	case ooxml.ElBr:
		r.lineBreak()
	case ooxml.ElCr:
		r.put([]byte("\n"))
	case ooxml.ElLastRenderedPageBreak:
		r.para.Break = true
	case ooxml.ElNoBreakHyphen:
		r.put([]byte("-")) // "the equivalent of U+002D" (§17.3.3.18)
	case ooxml.ElSoftHyphen: // shown only where a line happens to break (§17.3.3.29)
	case ooxml.ElSym, ooxml.ElSymEx:
		r.symbol()
	case ooxml.ElDelText:
		r.note(block.NoteTracked, nil, r.Start, r.Pos)
		r.Skip()
	case ooxml.ElRt: // the reading printed above the base text of a w:ruby (§17.3.3.24)
		r.dropped(block.NoteHidden)
	default:
		r.runObject()
	}
}

func (r *reader) lineBreak() {
	switch kind, _ := r.Attribute("type"); string(kind) {
	case "page":
		r.para.Break = true
	case "column":
	default:
		r.put([]byte("\n"))
	}
}

// runObject reads what a run holds beside characters: fields, drawings,
// equations, references.
func (r *reader) runObject() {
	switch r.El {
	case ooxml.ElFldChar:
		r.fieldChar()
	case ooxml.ElInstrText:
		r.characters((*reader).instruction)
	case ooxml.ElDrawing, ooxml.ElPict, ooxml.ElObject:
		r.object()
	case ooxml.ElMath:
		r.math()
	case ooxml.ElFootnoteReference:
		r.noteMark("footnotes")
	case ooxml.ElEndnoteReference:
		r.noteMark("endnotes")
	case ooxml.ElCommentReference:
		r.aside("comments")
	case ooxml.ElTxbxContent:
		r.textBox()
	case ooxml.ElOther:
		r.computed()
	default:
		r.anywhere()
	}
}

// computed notes what Word computes as it shows the document and no file holds:
// the parts of today's date and the number of the page (§17.3.3).
func (r *reader) computed() {
	switch name := string(r.LocalName()); name {
	case "contentPart": // ink (§17.3.3.2)
		r.fieldShown()
		r.note(block.NoteObject, []byte("ink"), r.Start, r.Pos)
	case "yearLong", "yearShort", "monthLong", "monthShort", "dayLong", "dayShort", "pgNum":
		r.note(block.NoteField, []byte(name), r.Start, r.Pos)
	}
}

// anywhere reads what may stand at any level: range marks, tracked changes,
// content controls and alternatives. Everything else is looked through.
func (r *reader) anywhere() {
	switch r.El {
	case ooxml.ElOther:
	case ooxml.ElBookmarkStart:
		r.bookmarkStart()
	case ooxml.ElBookmarkEnd:
		r.bookmarkEnd()
	case ooxml.ElIns, ooxml.ElMoveTo:
		r.note(block.NoteTracked, nil, r.Start, r.Pos)
	case ooxml.ElDel, ooxml.ElMoveFrom:
		r.dropped(block.NoteTracked)
	case ooxml.ElSdtPr:
		r.contentControl()
	case ooxml.ElSdtEndPr, ooxml.ElSectPr, ooxml.ElPPr, ooxml.ElRPr, ooxml.ElTblPr, ooxml.ElTcPr, ooxml.ElTrPr, ooxml.ElTblPrEx, ooxml.ElTblGridChange:
		r.Skip()
	case ooxml.ElT, ooxml.ElMathT: // outside any paragraph
		from := r.Pos
		r.Skip()
		r.strayText(from, max(from, r.Start))
	case ooxml.ElAltChunk:
		r.note(block.NoteAltChunk, nil, r.Start, r.Pos)
	case ooxml.ElSubDoc: // §17.17.2.1
		r.note(block.NoteAltChunk, []byte(block.SubDocument), r.Start, r.Pos)
	case ooxml.ElAlternateContent, ooxml.ElChoice, ooxml.ElFallback:
		r.alternative()
	}
}

// dropped passes over an element that the document as accepted does not show.
func (r *reader) dropped(kind block.NoteKind) {
	start := r.Start
	text := r.passOver(r.Depth())
	r.note(kind, text, start, r.Pos)
}

// strayText notes text that stands where none may: Word does not show it.
func (r *reader) strayText(from, to int) {
	if len(bytes.TrimSpace(r.Src[from:to])) == 0 {
		return
	}
	text, _ := (&ooxml.Scanner{Src: r.Src}).Unescaped(nil, from, min(to, from+4*ooxml.ShownRunes))
	r.note(block.NoteHidden, text, from, to)
}

// passOver leaves out the rest of the element at depth, but for the bookmarks
// in it, and gives the beginning of its text.
func (r *reader) passOver(depth int) (text []byte) {
	for r.Within(depth) {
		switch r.El {
		case ooxml.ElT, ooxml.ElDelText, ooxml.ElMathT:
			from := r.Pos
			r.Skip()
			if to := max(from, r.Start); len(text) < 4*ooxml.ShownRunes {
				text, _ = (&ooxml.Scanner{Src: r.Src}).Unescaped(text, from, min(to, from+4*ooxml.ShownRunes))
			}
		case ooxml.ElBookmarkStart:
			r.bookmarkStart()
		case ooxml.ElBookmarkEnd:
			r.bookmarkEnd()
		}
	}
	return text
}

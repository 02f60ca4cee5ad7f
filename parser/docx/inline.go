package docx

import (
	"bytes"
	"jxmb/parser/block"
)

// inlines reads the content of the w:p whose start tag was met last, and is
// false where the paragraph's mark is deleted, so that the next one joins it.
func (r *reader) inlines(start int) (joined bool) {
	r.veiled = false
	boxes := len(r.boxes)
	if n := r.tocControl.depth; n > 0 && len(r.stack) > n && r.stack[n-1].name == r.tocControl.name {
		r.para.TOC = true
	}
	for depth := len(r.stack); r.within(depth); {
		switch r.el {
		case elR:
			r.inlineRun()
		case elPPr:
			props := remembered(&r.scanner, &r.paraMemo, readParaProps)
			if joined = props.removed; props.tracked {
				r.note(block.NoteTracked, nil, start, r.pos)
			}
			r.applyParaProps(start, props)
		case elT, elMathT:
			r.run, r.first = r.start, -1
			r.characters((*reader).text)
			r.closeRun(r.run)
		case elHyperlink, elFldSimple:
			r.reference()
		default:
			r.anywhere()
		}
	}
	r.endInstructions()
	r.textBoxes(boxes)
	return joined
}

// applyParaProps takes up the style of a paragraph and its automatic number.
func (r *reader) applyParaProps(start int, props paraProps) {
	if len(props.style) > 0 {
		style := r.style(props.style)
		r.para.Style = style.id
		r.spend(len(style.id))
		r.para.TOC = r.para.TOC || style.toc
		r.veiled = style.vanish == on
		if style.list.numSet && !props.list.numSet {
			switch {
			case props.list.levelSet:
				style.list.level = props.list.level
			case !style.list.levelSet:
				style.list.level = r.tied(style.list.num, style.owner)
			}
			props.list = style.list
		}
	}
	if props.list.num <= 0 || props.removed {
		return
	}
	number := r.listNumber(props.list)
	if number == "" {
		return
	}
	if r.para.Start == start && !r.cell {
		r.spend(len(number))
		r.para.Number = number
		return
	}
	// No run holds the number: the piece is tied to the paragraph.
	r.run, r.first = start, -1
	hidden := r.hidden
	r.hidden = false
	r.put([]byte(number))
	r.hidden = hidden
}

// inlineRun reads the w:r whose start tag was met last (§17.3.2.25).
func (r *reader) inlineRun() {
	start, hidden := r.start, r.hidden
	r.run, r.first = start, -1
	r.hidden = r.hidden || r.veiled
	for depth := len(r.stack); r.within(depth); {
		switch r.el {
		case elRPr:
			r.applyRunProps(hidden, remembered(&r.scanner, &r.runMemo, readRunProps))
		case elT, elMathT:
			r.characters((*reader).text)
		default:
			r.runContent()
		}
	}
	r.closeRun(start)
	r.hidden, r.first = hidden, -1
}

func (r *reader) applyRunProps(hidden bool, props runProps) {
	vanish := props.vanish
	if vanish == unset && len(props.style) > 0 {
		vanish = r.style(props.style).vanish
	}
	switch {
	case hidden || vanish == on:
		r.hidden = true
	case vanish == off:
		r.hidden = false
	}
}

// closeRun gives the pieces of a run their end, which is known only now.
func (r *reader) closeRun(start int) {
	for i := r.first; i >= 0 && i < len(r.runs); i++ {
		if r.runs[i].Start == start {
			r.runs[i].End = r.pos
		}
	}
}

// runContent reads one of the rarer children of a run (§17.3.3).
func (r *reader) runContent() {
	switch r.el {
	case elTab, elPTab:
		r.put([]byte("\t"))
	case elBr:
		switch kind, _ := r.attribute("type"); string(kind) {
		case "page":
			r.para.Break = true
		case "column":
		default:
			r.put([]byte("\n"))
		}
	case elCr:
		r.put([]byte("\n"))
	case elLastRenderedPageBreak:
		r.para.Break = true
	case elNoBreakHyphen:
		r.put([]byte("-")) // "the equivalent of U+002D" (§17.3.3.18)
	case elSoftHyphen: // shown only where a line happens to break (§17.3.3.29)
	case elSym:
		r.symbol()
	case elFldChar:
		r.fieldChar()
	case elInstrText:
		r.characters((*reader).instruction)
	case elDelText:
		r.note(block.NoteTracked, nil, r.start, r.pos)
		r.skip()
	case elRt: // the reading printed above the base text of a w:ruby (§17.3.3.24)
		r.dropped(block.NoteHidden)
	case elTxbxContent:
		r.textBox()
	default:
		r.anywhere()
	}
}

// anywhere reads what may stand at any level: range marks, tracked changes,
// content controls and alternatives. Everything else is looked through.
func (r *reader) anywhere() {
	switch r.el {
	case elOther:
	case elBookmarkStart:
		r.bookmarkStart()
	case elBookmarkEnd:
		r.bookmarkEnd()
	case elIns, elMoveTo:
		r.note(block.NoteTracked, nil, r.start, r.pos)
	case elDel, elMoveFrom:
		r.dropped(block.NoteTracked)
	case elSdtPr:
		r.contentControl()
	case elSdtEndPr, elSectPr, elPPr, elRPr, elTblPr, elTcPr, elTrPr, elTblPrEx, elTblGridChange:
		r.skip()
	case elT, elMathT: // outside any paragraph
		from := r.pos
		r.skip()
		r.strayText(from, max(from, r.start))
	case elAltChunk:
		r.note(block.NoteAltChunk, nil, r.start, r.pos)
	case elAlternateContent, elChoice, elFallback:
		r.alternative()
	}
}

// dropped passes over an element that the document as accepted does not show.
func (r *reader) dropped(kind block.NoteKind) {
	start := r.start
	text := r.passOver(len(r.stack))
	r.note(kind, text, start, r.pos)
}

// strayText notes text that stands where none may: Word does not show it.
func (r *reader) strayText(from, to int) {
	if len(bytes.TrimSpace(r.src[from:to])) == 0 {
		return
	}
	text, _ := (&scanner{src: r.src}).unescaped(nil, from, min(to, from+4*noteRunes))
	r.note(block.NoteHidden, text, from, to)
}

// passOver leaves out the rest of the element at depth, but for the bookmarks
// in it, and gives the beginning of its text.
func (r *reader) passOver(depth int) (text []byte) {
	for r.within(depth) {
		switch r.el {
		case elT, elDelText, elMathT:
			from := r.pos
			r.skip()
			if to := max(from, r.start); len(text) < 4*noteRunes {
				text, _ = (&scanner{src: r.src}).unescaped(text, from, min(to, from+4*noteRunes))
			}
		case elBookmarkStart:
			r.bookmarkStart()
		case elBookmarkEnd:
			r.bookmarkEnd()
		}
	}
	return text
}

// contentControl looks into a w:sdtPr for the one property that matters: a
// table of contents (§17.5.2.12).
func (r *reader) contentControl() {
	for depth := len(r.stack); r.within(depth); {
		if r.el == elDocPartGallery && depth > 1 && string(r.val()) == "Table of Contents" {
			r.tocControl = openElement{depth - 1, r.stack[depth-2].name}
		}
	}
}

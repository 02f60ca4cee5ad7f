package docx

import (
	"jxmb/parser/block"
	"jxmb/parser/msword"
)

// paraProps takes up the properties of a paragraph, and tells whether its mark is
// deleted or hidden.
func (r *reader) paraProps(start int, props *paraProps) (joined bool) {
	if props.tracked {
		r.note(block.NoteTracked, nil, start, r.Pos)
	}
	if len(props.style) > 0 || props.ground != unsaid || props.list.num > 0 {
		r.applyParaProps(start, *props)
	}
	return props.removed || props.mark.vanish == msword.On
}

// applyParaProps takes up the style of a paragraph and its automatic number.
func (r *reader) applyParaProps(start int, props paraProps) {
	if len(props.style) > 0 {
		style := r.style(props.style)
		r.para.Style = style.id
		r.spend(len(style.id))
		r.para.TOC = r.para.TOC || style.toc
		r.base = style.look.upon(r.under, r.side.defaultLook())
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
	if props.ground != unsaid {
		r.base.ground = props.ground
	}
	if props.list.num <= 0 || props.removed || props.unnumbered() {
		return
	}
	number := r.listNumber(props.list)
	if number == "" || r.merged || !r.numberShows(start, number, &props) {
		return
	}
	if r.para.Start == start && !r.cell {
		if r.para.Number == "" { // else that of a paragraph which runs on into this one
			r.spend(len(number))
			r.para.Number = number
		}
		return
	}
	// No run holds the number: the piece is tied to the paragraph.
	r.run, r.first = start, -1
	r.put([]byte(number))
	if !r.side.numbering.Look(props.list.num, props.list.level).Close {
		r.numbered = number
	}
}

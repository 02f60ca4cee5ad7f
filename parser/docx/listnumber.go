package docx

import (
	"jxmb/parser/block"
	"jxmb/parser/msword"
)

// listNumber advances a list and gives the number of the paragraph.
func (r *reader) listNumber(ref listRef) string {
	if r.side == nil {
		return ""
	}
	if r.side.numbering == nil {
		r.loadNumbering()
	}
	return r.side.numbering.Next(ref.num, ref.level)
}

// tied is the level of a list that is tied to a paragraph style (§17.9.23).
func (r *reader) tied(num int, styleID string) int {
	if r.side == nil {
		return 0
	}
	if r.side.numbering == nil {
		r.loadNumbering()
	}
	n := r.side.numbering
	if l := n.Lists[num]; l != nil {
		if a := n.Abstract(l.Abstract); a != nil {
			for i := range a.Levels {
				if a.Levels[i].Style == styleID {
					return i
				}
			}
		}
	}
	return 0
}

// unnumbered tells a paragraph whose mark is hidden: Word neither shows nor
// counts its number. A mark that only separates styles (w:specVanish) is none.
func (p *paraProps) unnumbered() bool { return p.mark.vanish == msword.On && !p.joins }

// numberShows tells whether the number of a paragraph is seen. It looks as the
// paragraph's mark does, and as its level of the list says (§17.9.24); one that is
// struck out or hidden is noted as text would be.
func (r *reader) numberShows(start int, number string, props *paraProps) bool {
	mark := props.mark
	if props.joins {
		mark.vanish = msword.Unset
	}
	level := r.side.numbering.Look(props.list.num, props.list.level)
	shown := look{vanish: level.Vanish, strike: level.Strike}.over(mark).over(r.base)
	switch {
	case shown.unseen(r.paper):
		r.note(block.NoteHidden, []byte(number), start, r.Pos)
		return false
	case shown.struck():
		r.note(block.NoteStruck, []byte(number), start, r.Pos)
		return false
	}
	return true
}

package docx

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

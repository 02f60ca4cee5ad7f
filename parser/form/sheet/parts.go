package sheet

import "jxmb/parser/form/label"

// Parts is the numbered titles across the table that stand for projects, （一）… and
// （二）…, each over a header of indicators of its own; nil where there are none.
func (s *Sheet) Parts() []*Cell {
	if len(s.Bands) == 0 || s.Lists() {
		return nil
	}
	var out []*Cell
	headed := true // the title above has its header
	for row := 1; row <= s.Rows; row++ {
		line := s.Line(row)
		if len(line) > 1 && !line[1].Blank { // as nearly all
			headed = headed || line[0].Use == UseHeader
			continue
		}
		switch c := s.partTitle(row, len(out)+1); {
		case s.heads(row):
			headed = true
		case c == nil:
		case !headed:
			return nil
		default:
			out, headed = append(out, c), false
		}
	}
	if len(out) < 2 || !headed {
		return nil
	}
	return out
}

// partTitle is the cell alone in the row that names a project behind that number; nil where
// there is none.
func (s *Sheet) partTitle(row, number int) *Cell {
	line := s.Line(row)
	if len(line) == 0 {
		return nil
	}
	only := &line[0]
	if !only.Unread() || only.Blank || only.Entry != nil || !s.Wide(only) {
		return nil
	}
	if n, from := label.NumberedName(only.Text); from == 0 || n != number {
		return nil
	}
	return only
}

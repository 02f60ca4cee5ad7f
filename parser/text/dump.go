package text

import "strings"

// isDump tells the two notations apart: in a dump the lines with tabs have one,
// in front.
func (r *reader) isDump() bool {
	cells, rows := 0, 0
	for line := range strings.Lines(r.text) {
		switch strings.LastIndexByte(line, '\t') {
		case -1:
		case 0:
			cells++
		default:
			rows++
		}
	}
	return cells > rows
}

// dump reads the notation of a line a cell: a line led by a tab is a cell, a
// line without one inside a table goes on with the cell above it, an empty line
// ends a row, one more the table.
func (r *reader) dump() error {
	var open row
	endRow := func() {
		if len(open) > 0 {
			r.rows, open = append(r.rows, open), nil
		}
	}
	for start, end := range lines(r.text) {
		line := r.text[start:end]
		if line != "" {
			if err := r.count(start); err != nil {
				return err
			}
		}
		switch {
		case strings.HasPrefix(line, "\t"):
			open = append(open, newCell(start+1, end))
		case len(open) > 0 && line == "":
			endRow()
		case len(open) > 0:
			next := newCell(start, end)
			open[len(open)-1].join(&next)
		default:
			if err := r.endTable(start); err != nil {
				return err
			}
			r.paragraph(start, end)
		}
	}
	endRow()
	return r.endTable(len(r.text))
}

package form

import (
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// cellOf is the cell of the row in the column of field f, nil where the form
// has no such column or a cell of another column covers it.
func (r *rowReader) cellOf(row, k int, f label.Field) *sheet.Cell {
	col := r.column(k, f)
	if r.paired != nil {
		switch {
		case f == label.Target:
			return &r.paired[0]
		case f == label.Actual && col == nil:
			return &r.paired[1]
		}
	}
	if col == nil {
		return nil
	}
	c := r.cellIn(row, col)
	if parts := r.lines[c]; len(parts) > 0 {
		return &parts[r.lineNow]
	}
	return c
}

func (r *rowReader) cellIn(row int, col *sheet.Column) *sheet.Cell {
	var found *sheet.Cell
	for slot := col.First; slot <= col.Last; {
		c := r.Sheet.At(row, slot)
		if c == nil {
			slot++
			continue
		}
		if (found == nil || found.Blank) && (within(c, col) || r.owner(c) == col) {
			found = c
		}
		slot = c.Column + c.ColSpan
	}
	return found
}

func within(c *sheet.Cell, col *sheet.Column) bool {
	return c.Column >= col.First && c.Column+c.ColSpan-1 <= col.Last
}

// owner is the column that a cell wider than its column belongs to: the
// indicator's target, else its name, else the leftmost. The word of a level beside a
// name in the rest of the column belongs to the level.
func (r *rowReader) owner(c *sheet.Cell) *sheet.Column {
	last := c.Column + c.ColSpan - 1
	var best *sheet.Column
	for i := range r.band.Columns {
		col := &r.band.Columns[i]
		if col.Last < c.Column || col.First > last {
			continue
		}
		if best != nil && col.Is(label.Level3) && col.Last > last && r.IsLevel(c) {
			continue
		}
		if best == nil || ownership(col.Field) > ownership(best.Field) {
			best = col
		}
	}
	return best
}

func ownership(f label.Field) int {
	switch f {
	case label.Target:
		return 3
	case label.Level3:
		return 2
	case label.Level1:
		return 1
	}
	return 0
}

// filled says whether the cell begins in row and holds more than dots.
func filled(c *sheet.Cell, row int) bool { return c.BeginsIn(row) && !dotted(c.Text) }

func textOf(c *sheet.Cell) string {
	if c == nil {
		return ""
	}
	return c.Text
}

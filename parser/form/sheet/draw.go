package sheet

import (
	"strings"

	"jxmb/parser/block"
	"jxmb/parser/form/label"
)

// Draw makes the grid of a drawn table: lines of cells between bars; "<" joins a cell to
// the one on its left, "^" to the one above. Its error names the row that has another number of cells.
func Draw(rows []string) (*block.Table, error) {
	t := &block.Table{Rows: len(rows)}
	for row, text := range rows {
		cells := strings.Split(text, "|")
		if row == 0 {
			t.Cols = len(cells)
		}
		if len(cells) != t.Cols {
			return nil, label.Because("第 %d 行有 %d 格，第一行有 %d 格", "row %d has %d cells, the first row %d", row+1, len(cells), t.Cols)
		}
		for col, cell := range cells {
			cell = strings.TrimSpace(cell)
			here := int32(len(t.Cells))
			switch {
			case cell == "<" && col > 0:
				here = t.Slots[len(t.Slots)-1]
			case cell == "^" && row > 0:
				here = t.Slots[(row-1)*t.Cols+col]
			default:
				t.Cells = append(t.Cells, block.Cell{Row: row + 1, Column: col + 1, Text: strings.ReplaceAll(cell, `\n`, "\n")})
			}
			c := &t.Cells[here]
			c.RowSpan, c.ColSpan = max(c.RowSpan, row+2-c.Row), max(c.ColSpan, col+2-c.Column)
			t.Slots = append(t.Slots, here)
		}
	}
	return t, nil
}

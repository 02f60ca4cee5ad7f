package xlsx

import (
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
)

// widthOver is what a column is wider than its digits, in units of column width.
const widthOver = 0.5

// widths fits the columns to the rows. A heading longer than four Chinese
// characters wraps, unless that would tear a short one's brackets. What may
// wrap needs less air than what may not.
func (t *table[R]) widths() []float64 {
	out := make([]float64, len(t.columns))
	for i, c := range t.columns {
		const filterButton = 2
		head := c.head.In(t.book.lang)
		w, air := min(columns(head), 8)+filterButton, 1
		if strings.HasSuffix(head, "）") && columns(head) <= 16 {
			w = columns(head)
		}
		for _, row := range t.kept {
			if row[i].form != formText && row[i].form != formBlank {
				air = 2
			}
			w = max(w, widest(row[i].shown(), c.max))
		}
		out[i] = math.Round(10*float64(w+air)/t.book.density())/10 + widthOver
	}
	return out
}

// open starts a sheet with its heading.
func (t *table[R]) open(name string) {
	b := t.book
	_, err := b.file.NewSheet(name)
	b.fail(err)
	for i, w := range t.width {
		b.fail(b.file.SetColWidth(name, t.letters[i], t.letters[i], w))
	}
	t.freeze(name)
	s := &sheet{name: name, rows: newRows(), row: 1, sums: make([]columnSum, len(t.columns))}
	t.sheets = append(t.sheets, s)
	style := map[bool]int{
		false: b.style(look{form: formLabel, role: roleHeader}),
		true:  b.style(look{form: formLabel, role: roleAsideHeader}),
	}
	lines := 1
	for i, c := range t.columns {
		lines = max(lines, wrappedLines(c.head.In(b.lang), b.room(t.width[i])-2))
	}
	s.rows.begin(1, rowHeight(lines)+4)
	for i, c := range t.columns {
		s.rows.cell(t.letters[i], 1, style[c.aside], labelCell(c.head.In(b.lang)))
	}
	b.fail(s.rows.end())
}

// freeze keeps the heading in sight, and the columns that say what a row is.
func (t *table[R]) freeze(sheet string) {
	columns := 0
	for i, c := range t.columns {
		if c.frozen {
			columns = i + 1
		}
	}
	first, pane := cellName(columns+1, 2), "bottomLeft"
	if columns > 0 {
		pane = "bottomRight"
	}
	t.book.fail(t.book.file.SetPanes(sheet, &excelize.Panes{
		Freeze: true, XSplit: columns, YSplit: 1, TopLeftCell: first, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: first, ActiveCell: first, Pane: pane}},
	}))
}

package xlsx

import (
	"strconv"
	"strings"

	"jxmb/model"
)

// location is a row of a table that a cell leads to; table is its number among
// the links of the book, from 1, 0 where the cell leads nowhere.
type location struct{ table, sheet, row int32 }

// linked is a table that cells lead to.
type linked interface{ reference(sheet, row int32) string }

// reference is the cell of a row that links lead to, as formulas name it. A
// table whose columns are not settled yet is settled by it.
func (t *table[R]) reference(sheet, row int32) string {
	t.drain()
	return quotedSheet(t.sheets[sheet].name) + "!" + t.letters[t.linkColumn()] + strconv.Itoa(int(row))
}

// linkColumn is the column with the heading linkAt, or the first.
func (t *table[R]) linkColumn() int {
	for i, c := range t.columns {
		if c.head == t.linkAt {
			return i
		}
	}
	return 0
}

func quotedSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// hyperlink is the formula of a cell that leads to another one. Formulas have
// no limit as hyperlinks have, 65,530 a sheet, and are written as the rows come.
func (b *book) hyperlink(to location, text string) string {
	quoted := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
	return "HYPERLINK(" + quoted("#"+b.links[to.table-1].reference(to.sheet, to.row)) + "," + quoted(text) + ")"
}

// whereabouts are the rows that show the projects and indicators of the
// document that was added last.
type whereabouts struct {
	document   *model.Document
	indicators map[cellRow]location
	projects   map[cellRow]location // without a row
}

// cellRow is a row of a table of the submission.
type cellRow struct {
	part       string
	table, row int
}

func (w *whereabouts) turn(d *model.Document) {
	if w.document != d {
		*w = whereabouts{document: d, indicators: map[cellRow]location{}, projects: map[cellRow]location{}}
	}
}

func (w *whereabouts) project(r projectRow, at location) {
	w.turn(r.document)
	o := r.project.Origin
	w.projects[cellRow{o.Part, o.Table, 0}] = at
}

func (w *whereabouts) indicator(r indicatorRow, at location) {
	w.turn(r.document)
	o := r.Indicator.Origin
	w.indicators[cellRow{o.Part, o.Table, o.Row}] = at
}

// of is the row that shows what a finding of d is about.
func (w *whereabouts) of(d *model.Document, o model.Origin) location {
	if w.document != d || o.Table == 0 {
		return location{}
	}
	if at, ok := w.indicators[cellRow{o.Part, o.Table, o.Row}]; ok {
		return at
	}
	return w.projects[cellRow{o.Part, o.Table, 0}]
}

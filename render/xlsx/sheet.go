package xlsx

import (
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// finish sets what depends on the number of rows and on the order of sheets:
// filter, colours, titles.
func (t *table[R]) finish() {
	b := t.book
	for _, s := range t.sheets {
		t.totals(s)
		b.fail(s.rows.finish())
		all := "A1:" + cellName(len(t.columns), s.row)
		body := "A2:" + cellName(len(t.columns), max(s.row, 2))
		b.fail(b.file.SetSheetDimension(s.name, "A1:"+cellName(len(t.columns), s.last())))
		b.fail(b.file.AutoFilter(s.name, all, nil))
		b.fail(b.file.AddIgnoredErrors(s.name, body, excelize.IgnoredErrorsNumberStoredAsText))
		b.fail(b.file.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", RefersTo: "'" + s.name + "'!$1:$1", Scope: s.name,
		}))
		t.printed(s)
		t.hideUnused(s.name)
		t.colour(s.name, body)
		b.layout(s.name) // after AutoFilter, which resets the sheet's properties
	}
}

// last is the last row, a total included.
func (s *sheet) last() int {
	if s.total {
		return s.row + 1
	}
	return s.row
}

// printed leaves the columns set aside off the paper.
func (t *table[R]) printed(s *sheet) {
	n := slices.IndexFunc(t.columns, func(c column[R]) bool { return c.aside })
	if n <= 0 {
		return
	}
	t.book.fail(t.book.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Area", Scope: s.name,
		RefersTo: "'" + s.name + "'!$A$1:$" + t.letters[n-1] + "$" + strconv.Itoa(s.last()),
	}))
}

// hideUnused hides the optional columns of a streamed table that stayed empty:
// it was too late to leave them out.
func (t *table[R]) hideUnused(sheet string) {
	for i, c := range t.columns {
		if c.optional && !t.used[i] {
			t.book.fail(t.book.file.SetColVisible(sheet, t.letters[i], false))
		}
	}
}

// addRows tells which part each sheet's rows belong to. The number in a
// part's name is excelize's id of the sheet.
func (t *table[R]) addRows(byPart map[string]*rows) {
	for id, name := range t.book.file.GetSheetMap() {
		for _, s := range t.sheets {
			if s.name == name {
				byPart["xl/worksheets/sheet"+strconv.Itoa(id)+".xml"] = s.rows
			}
		}
	}
}

// close gives up the rows.
func (t *table[R]) close() {
	for _, s := range t.sheets {
		t.book.fail(s.rows.packed.close())
	}
	t.book.fail(t.held.close())
}

func (t *table[R]) colour(sheet, body string) {
	b := t.book
	for i, c := range t.columns {
		if t.markAt == "" || c.head.In(b.lang) != t.markAt {
			continue
		}
		var rules []excelize.ConditionalFormatOptions
		for _, m := range t.marks {
			rules = append(rules, excelize.ConditionalFormatOptions{
				Type: "formula", Criteria: "$" + t.letters[i] + `2="` + m.text + `"`, Format: b.marker(m.fill, m.color),
			})
		}
		b.fail(b.file.SetConditionalFormat(sheet, body, rules))
	}
}

// names are the sheets of the table in order.
func (t *table[R]) names() []string {
	var out []string
	for _, s := range t.sheets {
		out = append(out, s.name)
	}
	return out
}

package draft

import (
	"slices"
	"strconv"

	"jxmb/model"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// Filling is a project that is filled from the cells of its record: fields with
// their places, extras, findings about it.
type Filling struct {
	*Document
	Project *model.Project
	Year    int         // of the budget, as far as the form names it
	Stated  int         // the year above the tables
	Units   [3]Identity // as 预算单位, 主管部门, 实施单位 name it
	Long    model.LongTerm
	HasLong bool
	Joined  map[*sheet.Cell]bool // cells reported as merged from several
}

// Begin starts the next project; year is the one above its tables, 0 for none.
func (r *Filling) Begin(p *model.Project, year int) {
	r.Project, r.Year = p, year
	r.Units, r.Long, r.HasLong = [3]Identity{}, model.LongTerm{}, false
}

// SettleLong gives the project its long term, where the form tells of one.
func (r *Filling) SettleLong() {
	if r.HasLong {
		long := r.Long
		r.Project.LongTerm = &long
	}
}

// ref records where the field of the project stands: text[from:to] of c.
func (r *Filling) ref(field string, c *sheet.Cell, from, to int) {
	r.Project.Cells = append(r.Project.Cells, CellRef(field, c, from, to))
}

// RefCell records that the field is the whole of c.
func (r *Filling) RefCell(field string, c *sheet.Cell) {
	c.Field = field
	r.Project.Cells = append(r.Project.Cells, WholeCell(field, c))
}

// CellRef refers to text[from:to] of a cell as the field.
func CellRef(field string, c *sheet.Cell, from, to int) model.CellRef {
	ref := WholeCell(field, c)
	if from > 0 || to < len(c.Text) {
		ref.Start, ref.End = c.Range(from, to)
	}
	return ref
}

// WholeCell refers to a cell as the field.
func WholeCell(field string, c *sheet.Cell) model.CellRef {
	ref := model.CellRef{Field: field, Table: c.Table.Index, Row: c.Own.Row, Column: c.Own.Column, Start: c.Start, End: c.End}
	ref.Sheet, ref.Cell = c.Table.Area.Place(c.Own.Row, c.Own.Column)
	return ref
}

// Origin is the place of a cell of the record, that of the project where a
// column has no cell over it.
func (r *Filling) Origin(c *sheet.Cell) model.Origin {
	if c == nil {
		return r.Project.Origin
	}
	return r.Project.Origin.At(WholeCell("", c))
}

// Extra keeps a labelled cell that no field of the model names.
func (r *Filling) Extra(label, text string, value *sheet.Cell) {
	r.RefCell(Indexed("extra", len(r.Project.Extra)), value)
	r.Spend(costExtra)
	r.Project.Extra = append(r.Project.Extra, model.Extra{Label: label, Text: text})
}

// subject names the project in findings.
func (r *Filling) subject() string {
	if r.Project.Title != "" {
		return r.Project.Title
	}
	return r.Project.Name
}

// SetOnce sets a field. A cell left empty is referred to as well, since the
// form asks for it, until another one gives the field. A second cell of the
// same label that says something else is kept as extra and reported.
func (r *Filling) SetOnce(to *string, text, field string, key, v *sheet.Cell, from, end int) {
	switch {
	case *to == "":
		r.Project.Cells = slices.DeleteFunc(r.Project.Cells, func(c model.CellRef) bool { return c.Field == field })
		*to = text
		r.ref(field, v, from, end)
	case *to != text && text != "":
		r.Extra(label.Text(key.Text), text, v)
		r.Report(RuleTwice, r.Origin(v), model.Say("“%s”已读作“%s”，这里又写作“%s”", "%s was read as %q and is %q here",
			label.Text(key.Text), *to, text))
		r.Args("field", field, "first", *to, "again", text)
		last := &r.Out.Findings[len(r.Out.Findings)-1]
		last.Also = append(last.Also, r.Project.Field(field))
	}
}

// Purpose adds v.Text[from:to] to 资金用途.
func (r *Filling) Purpose(v *sheet.Cell, from, to int) {
	if r.Project.Purpose != "" {
		r.Project.Purpose += "\n"
	}
	r.Project.Purpose += v.Text[from:to]
	r.ref("purpose", v, from, to)
}

// ReportJoined reports a cell once.
func (r *Filling) ReportJoined(c *sheet.Cell) {
	if r.Joined[c] {
		return
	}
	if r.Joined == nil {
		r.Joined = map[*sheet.Cell]bool{}
	}
	r.Joined[c] = true
	r.Report(RuleNotSplit, r.Origin(c), model.Say("合并的单元格里有几栏或几个指标的内容，没有拆开：“%s”",
		"a merged cell holds what belongs to several columns or indicators; it was not taken apart: %q", Excerpt(c.Text)))
	r.Args("text", c.Text)
}

// Indexed is the path of an element of a list: "extra[3]".
func Indexed(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

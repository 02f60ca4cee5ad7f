package form

import (
	"slices"
	"strconv"

	"jxmb/model"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// filling is a project that is filled from the cells of its record: fields with
// their places, extras, findings about it.
type filling struct {
	*draft
	project *model.Project
	year    int         // of the budget, as far as the form names it
	stated  int         // the year above the tables
	units   [3]identity // as 预算单位, 主管部门, 实施单位 name it
	long    model.LongTerm
	hasLong bool
	joined  map[*sheet.Cell]bool // cells reported as merged from several
}

// begin starts the next project; year is the one above its tables, 0 for none.
func (r *filling) begin(p *model.Project, year int) {
	r.project, r.year = p, year
	r.units, r.long, r.hasLong = [3]identity{}, model.LongTerm{}, false
}

// settleLong gives the project its long term, where the form tells of one.
func (r *filling) settleLong() {
	if r.hasLong {
		long := r.long
		r.project.LongTerm = &long
	}
}

// ref records where the field of the project stands: text[from:to] of c.
func (r *filling) ref(field string, c *sheet.Cell, from, to int) {
	r.project.Cells = append(r.project.Cells, cellRef(field, c, from, to))
}

// refCell records that the field is the whole of c.
func (r *filling) refCell(field string, c *sheet.Cell) {
	c.Field = field
	r.project.Cells = append(r.project.Cells, wholeCell(field, c))
}

func cellRef(field string, c *sheet.Cell, from, to int) model.CellRef {
	ref := wholeCell(field, c)
	if from > 0 || to < len(c.Text) {
		ref.Start, ref.End = c.Range(from, to)
	}
	return ref
}

func wholeCell(field string, c *sheet.Cell) model.CellRef {
	ref := model.CellRef{Field: field, Table: c.Table.Index, Row: c.Own.Row, Column: c.Own.Column, Start: c.Start, End: c.End}
	ref.Sheet, ref.Cell = c.Table.Area.Place(c.Own.Row, c.Own.Column)
	return ref
}

// origin is the place of a cell of the record, that of the project where a
// column has no cell over it.
func (r *filling) origin(c *sheet.Cell) model.Origin {
	if c == nil {
		return r.project.Origin
	}
	return r.project.Origin.At(wholeCell("", c))
}

// extra keeps a labelled cell that no field of the model names.
func (r *filling) extra(label, text string, value *sheet.Cell) {
	r.refCell(indexed("extra", len(r.project.Extra)), value)
	r.spend(costExtra)
	r.project.Extra = append(r.project.Extra, model.Extra{Label: label, Text: text})
}

// subject names the project in findings.
func (r *filling) subject() string {
	if r.project.Title != "" {
		return r.project.Title
	}
	return r.project.Name
}

// setOnce sets a field. A cell left empty is referred to as well, since the
// form asks for it, until another one gives the field. A second cell of the
// same label that says something else is kept as extra and reported.
func (r *filling) setOnce(to *string, text, field string, key, v *sheet.Cell, from, end int) {
	switch {
	case *to == "":
		r.project.Cells = slices.DeleteFunc(r.project.Cells, func(c model.CellRef) bool { return c.Field == field })
		*to = text
		r.ref(field, v, from, end)
	case *to != text && text != "":
		r.extra(label.Text(key.Text), text, v)
		r.report(ruleTwice, r.origin(v), model.Say("“%s”已读作“%s”，这里又写作“%s”", "%s was read as %q and is %q here",
			label.Text(key.Text), *to, text))
		r.args("field", field, "first", *to, "again", text)
		last := &r.out.Findings[len(r.out.Findings)-1]
		last.Also = append(last.Also, r.project.Field(field))
	}
}

// purpose adds v.Text[from:to] to 资金用途.
func (r *filling) purpose(v *sheet.Cell, from, to int) {
	if r.project.Purpose != "" {
		r.project.Purpose += "\n"
	}
	r.project.Purpose += v.Text[from:to]
	r.ref("purpose", v, from, to)
}

// reportJoined reports a cell once.
func (r *filling) reportJoined(c *sheet.Cell) {
	if r.joined[c] {
		return
	}
	if r.joined == nil {
		r.joined = map[*sheet.Cell]bool{}
	}
	r.joined[c] = true
	r.report(ruleNotSplit, r.origin(c), model.Say("合并的单元格里有几栏或几个指标的内容，没有拆开：“%s”",
		"a merged cell holds what belongs to several columns or indicators; it was not taken apart: %q", excerpt(c.Text)))
	r.args("text", c.Text)
}

// indexed is the path of an element of a list: "extra[3]".
func indexed(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

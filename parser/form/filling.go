package form

import (
	"jxmb/model"
	"jxmb/parser/form/sheet"
)

// filling is a project that is filled from the cells of its record: fields with
// their places, extras, findings about it.
type filling struct {
	*reader
	rec     *record
	project *model.Project
	year    int
	units   [3]identity // as 预算单位, 主管部门, 实施单位 name it
	long    model.LongTerm
	hasLong bool
	joined  map[*sheet.Cell]bool // cells reported as merged from several
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

package form

import (
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
	"jxmb/parser/value"
)

// target reads the 指标值 cell. In a form that grades by 优, 良, 中 and 差, the
// first grade is the target: the indicator has to reach it for full marks.
func (r *rowReader) target(in *model.Indicator, c *sheet.Cell, grades []*sheet.Cell, hint value.Hint, row, k int) {
	for i, g := range grades {
		v := r.value(g, hint)
		r.took(draft.Indexed("grades", i), g)
		in.Grades = append(in.Grades, model.Grade{Label: r.headText(g), Value: v})
	}
	if c == nil {
		c = r.insteadOfTarget(grades, row, k)
	}
	if c == nil && r.within(in, r.cellOf(row, k, label.Level3), hint) {
		return
	}
	if c == nil {
		in.Target = value.Parse("", hint)
		r.untold(in, r.cellOf(row, k, label.Level3))
		return
	}
	in.Target = r.value(c, hint)
	in.Origin = in.Origin.At(draft.WholeCell("", c))
	r.took("target", c)
}

// untold places an indicator of a table whose targets could not be told: it stands where
// its name does, and what is said of its target at the header.
func (r *rowReader) untold(in *model.Indicator, name *sheet.Cell) {
	if r.band.Untold.ZH == "" || !name.Filled() {
		return
	}
	in.Origin = in.Origin.At(draft.WholeCell("", name))
	r.refer("target", r.headOf(r.band))
}

// within takes name and target of the indicator from one cell, where the table has
// them in one column. A cell without a target has the name alone.
func (r *rowReader) within(in *model.Indicator, c *sheet.Cell, hint value.Hint) bool {
	if !r.band.Within || !c.Filled() {
		return false
	}
	said, at := "", sheet.Aim{To: len(c.Text)}
	if a := sheet.TargetIn(c.Text); a.Name > 0 {
		in.Level3, hint.Name = c.Text[:a.Name], c.Text[:a.Name]
		said, at = c.Text[a.From:a.To], a
	}
	if !r.AffordsTarget(said) { // the reading ends with this row
		return true
	}
	in.Target = value.Parse(said, hint)
	place(&in.Target, c, at.From)
	ref := draft.CellRef("target", c, at.From, at.To)
	in.Origin = in.Origin.At(ref)
	r.point(ref)
	c.Use, c.Field = sheet.UseBlock, label.Indicators.String()
	return true
}

// insteadOfTarget is the cell that stands for the target where its column has
// none of its own: the first grade, else the one that covers it too; nil for none.
func (r *rowReader) insteadOfTarget(grades []*sheet.Cell, row, k int) *sheet.Cell {
	if len(grades) > 0 {
		return grades[0]
	}
	if col := r.column(k, label.Target); col != nil {
		return r.Sheet.At(row, col.First)
	}
	return nil
}

// value parses a cell and places its readings in the part.
func (r *rowReader) value(c *sheet.Cell, hint value.Hint) model.Value {
	if !r.AffordsTarget(c.Text) { // the reading ends with this row
		return model.Value{Text: c.Text, Kind: model.Qualitative}
	}
	v := value.Parse(c.Text, hint)
	place(&v, c, 0)
	return v
}

// place turns the ranges of readings from offsets into the text of v, which
// begins at byte from of the cell's text, to offsets into the part.
func place(v *model.Value, c *sheet.Cell, from int) {
	for _, reading := range [...]*model.Reading{v.Readings.Figure, v.Readings.Statement} {
		if reading != nil && reading.Start < reading.End && from+reading.End <= len(c.Text) {
			reading.Start, reading.End = c.Range(from+reading.Start, from+reading.End)
		}
	}
	for i := range v.Parts {
		part := &v.Parts[i] // its text stands behind that of the part before
		at := max(0, strings.Index(c.Text[from:], part.Text))
		place(part, c, from+at)
		from = min(from+at+len(part.Text), len(c.Text))
	}
}

// grades is the cells of the grade columns that the row fills.
func (r *rowReader) grades(row int) []*sheet.Cell {
	var out []*sheet.Cell
	for i := range r.band.Columns {
		col := &r.band.Columns[i]
		if !col.Is(label.Grade) {
			continue
		}
		if c := r.cellIn(row, col); c.BeginsIn(row) {
			out = append(out, c)
		}
	}
	return out
}

// saysOperator says whether the target has the operator that a 指标性质 cell
// prints, so that the cell says nothing besides: 定性 does, and so does a sign
// that the target cell overrides.
func saysOperator(text string, target *model.Value) bool {
	v := value.Parse(label.Trim(text)+"1", value.Hint{})
	return one(&v) && v.Operator == target.Operator
}

// unsign takes the "=" of a bare number from a target whose operator cell says
// something that is no operator: 见附件三, 接近. The text of that cell is kept.
func unsign(target *model.Value, operator *sheet.Cell) {
	if !operator.Filled() || target.Operator != model.Equal || value.IsOperator(operator.Text) || strings.ContainsAny(target.Text, "=＝等") {
		return
	}
	target.Operator = model.NoOperator
	for _, reading := range [...]*model.Reading{target.Readings.Figure, target.Readings.Statement} {
		if reading != nil && reading.Operator == model.Equal {
			reading.Operator = model.NoOperator
		}
	}
}

// saysUnit says the same of a 度量单位 cell.
func saysUnit(text string, target *model.Value) bool {
	v := value.Parse("1"+label.Trim(text), value.Hint{})
	return one(&v) && v.Unit == target.Unit
}

// one says whether all of a text was read as the number 1 with a sign or unit, with
// no words in it.
func one(v *model.Value) bool {
	if v.Readings.Figure == nil || v.Readings.Statement != nil { // 配套机井1, 16配套机井1
		return false
	}
	return v.Kind == model.Quantity && v.Number == "1" && len(v.Rest) == 0
}

// besides keeps a cell as extra of the indicator unless the target says it.
func (r *rowReader) besides(in *model.Indicator, c *sheet.Cell, field string, says func(string, *model.Value) bool) {
	if !c.Filled() {
		return
	}
	r.took(field, c)
	if !says(c.Text, &in.Target) {
		in.Extra = append(in.Extra, model.Extra{Label: r.headText(c), Text: c.Text})
	}
}

// headText is the label of the column that c stands in.
func (r *rowReader) headText(c *sheet.Cell) string {
	if col := r.columnAt(c.Column); col.Head != nil {
		return label.Text(col.Head.Text)
	}
	return ""
}

// results reads weight, actual value, score and the reason of a deviation.
func (r *rowReader) results(in *model.Indicator, row, k int, hint value.Hint) {
	r.number(in, &in.Weight, "weight", r.cellOf(row, k, label.Weight))
	if c := r.cellOf(row, k, label.Actual); c.Filled() {
		actual := r.value(c, value.Hint{Name: hint.Name, Description: hint.Description, Level2: hint.Level2, Unit: hint.Unit})
		in.Actual = &actual
		r.took("actual", c)
	}
	r.number(in, &in.Score, "score", r.cellOf(row, k, label.Score))
	r.texts(in, row, k, 1, len(model.TextColumns))
}

// texts reads the columns of words from..to-1 of [model.TextColumns].
func (r *rowReader) texts(in *model.Indicator, row, k, from, to int) {
	for i := from; i < to; i++ {
		c := &model.TextColumns[i]
		r.text(c.Of(in), c.Key, r.cellOf(row, k, label.FirstText+label.Field(i)))
	}
}

// history keeps the values of other years that stand beside the target.
func (r *rowReader) history(in *model.Indicator, row, k int, hint value.Hint) {
	hint.Operator = ""
	for _, i := range r.halves[k].history {
		col := &r.band.Columns[i]
		c := r.cellIn(row, col)
		if !c.Filled() {
			continue
		}
		if in.Actual == nil && r.Reached(col.Head.Text) {
			actual := r.value(c, hint)
			in.Actual = &actual
			r.took("actual", c)
			continue
		}
		r.took(draft.Indexed("history", len(in.History)), c)
		in.History = append(in.History, model.History{Label: label.Text(col.Head.Text), Year: col.Year, Value: r.value(c, hint)})
	}
}

// number reads a bare number; other text is kept as extra, and so is a share where
// points are asked for.
func (r *rowReader) number(in *model.Indicator, to *model.Decimal, field string, c *sheet.Cell) {
	if !c.Filled() {
		return
	}
	r.took(field, c)
	d, ok := quantity.ReadNumber(c.Text)
	if to == &in.Score && strings.ContainsAny(c.Text, "%％") {
		d, ok = "", false
	}
	if *to = d; !ok {
		in.Extra = append(in.Extra, model.Extra{Label: r.headText(c), Text: c.Text})
	}
}

// remarks keeps the columns that no field of the model names.
func (r *rowReader) remarks(in *model.Indicator, row int) {
	for i := range r.band.Columns {
		col := &r.band.Columns[i]
		if !r.keepsText(col) {
			continue
		}
		c := r.cellIn(row, col)
		if !c.Filled() || c.Use == sheet.UseColumn && c.Line != row || c.Use == sheet.UseHeader {
			continue
		}
		if label.Normal(c.Text) == label.Normal(col.Head.Text) {
			c.Take(sheet.UseHeader, "", nil) // a caption beside the rows, printed in each
			continue
		}
		r.took(draft.Indexed("extra", len(in.Extra)), c)
		in.Extra = append(in.Extra, model.Extra{Label: label.Text(col.Head.Text), Text: c.Text})
	}
}

// keepsText says whether the text of the column has no field of the model: one
// of remarks, or of what labels around the indicators name, where the rows are
// not projects of their own.
func (r *rowReader) keepsText(col *sheet.Column) bool {
	switch {
	case col.Head == nil:
		return false
	case col.Field == label.Remark:
		return true
	}
	return col.Scope != label.InColumn && col.Field != label.Indicators && !r.band.List()
}

package form

import (
	"cmp"
	"slices"
	"sort"

	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
	"jxmb/parser/value"
)

// carried is what a row takes over from the rows above where a producer lost
// the vertical merge of a level.
type carried struct {
	level1, level2 *sheet.Cell
}

// rowReader reads the rows of one band.
type rowReader struct {
	*reading
	band        *sheet.Band
	halves      []half
	columnUnits map[int]string // below the heads of columns, by their first slot
	above       []carried
	lines       map[*sheet.Cell][]sheet.Cell // parts of the cells of a row that holds several indicators
	lineNow     int                          // the part that is being read
	paired      []sheet.Cell                 // target and what was reached, of one cell of the row
}

// indicators reads the rows of a band and returns the first row it left: the
// one below the band, or one that opens another part of the form.
func (r *reading) indicators(b *sheet.Band) int {
	if b.Unread.ZH != "" {
		return r.unread(b)
	}
	rr := r.rows(b)
	rr.sunkenHeads()
	rr.nameless()
	for row := b.From; row <= b.To && r.Full == nil; row++ {
		if !rr.readRow(row) {
			return row
		}
	}
	return b.To + 1
}

func (r *reading) rows(b *sheet.Band) *rowReader {
	b.Term = r.bandTerm(b)
	rr := &rowReader{reading: r, band: b, halves: r.halves(b)}
	rr.above = make([]carried, len(rr.halves))
	for _, c := range r.Sheet.Over {
		rr.under(c)
	}
	if c := r.levelAbove(b.Top - 1); c != nil {
		c.Take(sheet.UseLabel, label.Level1.String(), nil)
		rr.under(c)
	}
	rr.levelHead(b.From - 1)
	r.Project.Indicators = slices.Grow(r.Project.Indicators, min(max(b.To-b.From+1, 0), usualRows)*len(rr.halves))
	return rr
}

// usualRows is how many indicators room is made for at once: a project has
// about ten.
const usualRows = 40

// bandTerm is the side that a caption left of the band names: 长期绩效指标 beside
// the first of two stacked tables.
func (r *reading) bandTerm(b *sheet.Band) string {
	for i := range b.Columns {
		c := &b.Columns[i]
		if m := c.Head.In(label.InProject, r.form.ID); c.IsCaption() && m != nil && r.stacked(m.Term) {
			return m.Term
		}
		if c.Across(b) && r.stacked(c.Group.In(label.InColumn, r.form.ID).Term) {
			return c.Term
		}
	}
	return ""
}

// stacked says whether the term of a caption tells two bands apart: 年度绩效指标
// alone is how some forms head their only table.
func (r *reading) stacked(term string) bool {
	if term == label.TermLong {
		return true
	}
	bands := 0
	for _, s := range r.rec.Sheets {
		bands += len(s.Bands)
	}
	return term != "" && bands > 1
}

// readRow reads one row; false when it does not belong to the band.
func (r *rowReader) readRow(row int) bool {
	first := r.firstCell(row)
	switch {
	case first != nil && first.Use == sheet.UseHeader:
		r.levelHead(row)
		return true
	case first == nil || r.dots(row) || r.noData(row):
		return true
	case r.subtitle(first), r.sum(row, first), r.levelRow(first):
		return true
	case r.spansNames(first):
		return r.between(row, first)
	case r.belowBand(first):
		return false
	case r.besideRow(row, first):
		r.scan(row, row)
		return true
	}
	for k := range r.halves {
		r.openPair(row, k)
		for n := range r.openLines(row, k) {
			r.lineNow = n
			r.half(row, k)
		}
	}
	r.lines, r.paired = nil, nil
	r.noteJoined(row)
	return true
}

// columnAt is the column that the slot belongs to, as each does.
func (r *rowReader) columnAt(slot int) *sheet.Column {
	columns := r.band.Columns
	i := sort.Search(len(columns), func(i int) bool { return columns[i].Last >= slot })
	return &columns[i]
}

func (r *rowReader) column(k int, f label.Field) *sheet.Column {
	if i := r.halves[k].columns[f]; i > 0 {
		return &r.band.Columns[i-1]
	}
	return nil
}

// half reads the indicator that side k of the row holds, if any.
func (r *rowReader) half(row, k int) {
	name := r.cellOf(row, k, label.Level3)
	target := r.cellOf(row, k, label.Target)
	described := r.cellOf(row, k, label.Description)
	grades := r.grades(row)
	level1, level2 := r.levels(row, k)
	if !filled(name, row) && !filled(target, row) && !filled(described, row) && len(grades) == 0 {
		for _, c := range [...]*sheet.Cell{level1, level2, name, target, described} {
			notFilled(c)
		}
		return
	}
	r.Project.Indicators = append(r.Project.Indicators, model.Indicator{Term: r.halves[k].term, Region: r.halves[k].region})
	in := &r.Project.Indicators[len(r.Project.Indicators)-1]
	r.first = len(r.refs)
	in.Origin = r.Project.Origin
	r.text(&in.Level1, "level1", level1)
	r.text(&in.Level2, "level2", level2)
	r.splitLevels(in, level2)
	r.text(&in.Level3, "level3", name)
	r.aspect(in)
	if name != nil && name.Blank && name.Line == row { // the form asks for it
		r.refer("level3", name)
	}
	r.text(&in.Description, "description", described)
	hint := value.Hint{Name: in.Level3, Description: in.Description, Level2: in.Level2}
	operator, measure := r.cellOf(row, k, label.Operator), r.cellOf(row, k, label.Measure)
	if inWords(target, operator, measure) {
		target, measure = measure, nil
	}
	hint.Operator, hint.Unit = textOf(operator), cmp.Or(textOf(measure), r.unitOver(r.column(k, label.Target)))
	r.target(in, target, grades, hint, row, k)
	unsign(&in.Target, operator)
	r.texts(in, row, k, 0, 1) // what the target rests on
	r.besides(in, operator, "target.operator", saysOperator)
	r.besides(in, measure, "target.unit", saysUnit)
	r.history(in, row, k, hint)
	r.results(in, row, k, hint)
	r.remarks(in, row)
	in.Cells = r.refs[r.first:len(r.refs):len(r.refs)]
	r.Spend(draft.CostIndicator)
	r.SpendAgain(r.Project.Name, r.Project.Title, in.Level1, in.Level2, in.Description, in.Target.Text, in.Basis)
}

// inWords says whether the target stands in the column of units, below 单位（文字描述）:
// its own cell is blank, and what stands in place of the sign is none.
func inWords(target, operator, measure *sheet.Cell) bool {
	if target == nil || !target.Blank || !operator.Filled() || !measure.Filled() {
		return false
	}
	return !value.IsOperator(operator.Text) && !value.IsUnit(measure.Text)
}

// splitLevels takes both levels of the indicator from the cell of the second
// where that names them: 产出指标-数量指标.
func (r *rowReader) splitLevels(in *model.Indicator, c *sheet.Cell) {
	if in.Level1 != "" {
		return
	}
	if level1, level2 := label.SplitLevels(in.Level2); level1 != "" {
		in.Level1, in.Level2 = level1, level2
		r.refer("level1", c)
	}
}

// unitOver is the unit that stands below the head of a column, or in the bracket
// behind it: 指标值（台）. Empty where there is none.
func (r *rowReader) unitOver(col *sheet.Column) string {
	if col == nil {
		return ""
	}
	head := col.Head
	if head == nil || head.Entry != nil && head.Note == "" { // most have no bracket
		return r.columnUnits[col.First]
	}
	if unit := r.columnUnits[col.First]; unit != "" {
		return unit
	}
	note := label.Brackets(head.Text)
	if len(note) < 2 && note != "%" || !value.IsUnit(note) { // (A) counts the columns
		return ""
	}
	return note
}

// text sets a field of the indicator to the text of a cell, verbatim.
func (r *rowReader) text(to *string, field string, c *sheet.Cell) {
	if !c.Filled() {
		return
	}
	*to = c.Text
	if c.Use == sheet.UseHeader { // 产出指标 over the columns of its indicators
		r.refer(field, c)
		return
	}
	r.took(field, c)
}

// took notes that the cell became the field of the indicator being read.
func (r *rowReader) took(field string, c *sheet.Cell) {
	c.Use, c.Field = sheet.UseColumn, field
	r.refer(field, c)
}

// refer notes where a field of the indicator being read stands.
func (r *rowReader) refer(field string, c *sheet.Cell) { r.point(draft.WholeCell(field, c)) }

// point notes the place of a field of the indicator being read. Where a piece
// is full another begins: one that grew would leave behind all that it was,
// since the indicators read before hold on to it.
func (r *rowReader) point(ref model.CellRef) {
	if len(r.refs) == cap(r.refs) {
		mine := r.refs[r.first:]
		room := max(2*len(mine), usualRows*len(r.band.Columns))
		r.refs = append(make([]model.CellRef, 0, room), mine...)
		r.first = 0
	}
	r.refs = append(r.refs, ref)
}

// levels is the level 1 and level 2 cells of the row, carried down where they
// are blank.
func (r *rowReader) levels(row, k int) (level1, level2 *sheet.Cell) {
	above := &r.above[k]
	if c := r.cellOf(row, k, label.Level1); c.Filled() && c != above.level1 {
		*above = carried{level1: c}
	}
	if c := r.cellOf(row, k, label.Level2); c.Filled() {
		above.level2 = c
	}
	return cmp.Or(above.level1, r.halves[k].level1), cmp.Or(above.level2, r.halves[k].level2)
}

// looks is what follows from the two levels of an indicator.
type looks struct {
	aspect model.Aspect
	points model.Decimal
}

// aspect tells what the indicator looks at. A document names some ten pairs of
// levels again and again.
func (r *rowReader) aspect(in *model.Indicator) {
	levels := [2]string{in.Level1, in.Level2}
	l, known := r.looks[levels]
	if !known {
		l = looks{quantity.AspectOf(in.Level1, in.Level2), quantity.Points(in.Level1)}
		r.looks[levels] = l
	}
	in.Aspect, in.Points = l.aspect, l.points
}

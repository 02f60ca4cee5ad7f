package form

import (
	"slices"

	"jxmb/model"
	"jxmb/parser/value"
)

// carried is what a row takes over from the rows above where a producer lost
// the vertical merge of a level.
type carried struct {
	level1, level2 *cell
}

// rowReader reads the rows of one band.
type rowReader struct {
	*reading
	band   *band
	halves []half
	above  [2]carried
	refs   []model.CellRef // of all indicators of the band, in one piece
}

// indicators reads the rows of a band and returns the first row it left: the
// one below the band, or one that opens another part of the form.
func (r *reading) indicators(b *band) int {
	rr := r.rows(b)
	if b.top == 0 {
		rr.above = r.above // a continuation without header
	}
	defer func() { r.above = rr.above }()
	for row := b.from; row <= b.to; row++ {
		if !rr.row(row) {
			return row
		}
	}
	return b.to + 1
}

func (r *reading) rows(b *band) *rowReader {
	b.term = r.bandTerm(b)
	rows := min(max(b.to-b.from+1, 0), usualRows)
	rr := &rowReader{reading: r, band: b, halves: r.halves(b), refs: make([]model.CellRef, 0, rows*len(b.columns))}
	r.project.Indicators = slices.Grow(r.project.Indicators, rows)
	return rr
}

// usualRows is how many indicators room is made for at once: a project has
// about ten.
const usualRows = 40

// bandTerm is the side that a caption left of the band names: 长期绩效指标 beside
// the first of two stacked tables.
func (r *reading) bandTerm(b *band) string {
	for _, c := range b.columns {
		if c.scope != inProject || c.field != fieldIndicators || c.head == nil {
			continue
		}
		if m := c.head.entry.in(inProject, r.form); m != nil && r.stacked(m.term) {
			return m.term
		}
	}
	return ""
}

// stacked says whether the term of a caption tells two bands apart: 年度绩效指标
// alone is how some forms head their only table.
func (r *reading) stacked(term string) bool {
	if term == termLong {
		return true
	}
	bands := 0
	for _, s := range r.rec.sheets {
		bands += len(s.bands)
	}
	return term != "" && bands > 1
}

// row reads one row; false when it does not belong to the band.
func (r *rowReader) row(row int) bool {
	first := r.firstCell(row)
	switch {
	case first == nil || first.use == useHeader || r.dots(row):
		return true
	case r.subtitle(first), r.sum(row, first):
		return true
	case r.spansNames(first):
		return false
	case r.belowBand(first):
		return false
	case r.besideRow(row, first):
		r.scan(row, row)
		return true
	}
	for k := range r.halves {
		r.half(row, k)
	}
	return true
}

func (r *rowReader) columnAt(slot int) *column {
	for i := range r.band.columns {
		if c := &r.band.columns[i]; slot >= c.first && slot <= c.last {
			return c
		}
	}
	return nil
}

func (r *rowReader) column(k int, f field) *column {
	if i := r.halves[k].columns[f]; i > 0 {
		return &r.band.columns[i-1]
	}
	return nil
}

// half reads the indicator that side k of the row holds, if any.
func (r *rowReader) half(row, k int) {
	name := r.cellOf(row, k, fieldLevel3)
	target := r.cellOf(row, k, fieldTarget)
	described := r.cellOf(row, k, fieldDescription)
	grades := r.grades(row)
	level1, level2 := r.levels(row, k)
	if !filled(name, row) && !filled(target, row) && !filled(described, row) && len(grades) == 0 {
		for _, c := range [...]*cell{level1, level2, name, target, described} {
			notFilled(c)
		}
		return
	}
	in := model.Indicator{Term: r.halves[k].term}
	start := len(r.refs)
	in.Origin = r.project.Origin
	r.text(&in.Level1, "level1", level1)
	r.text(&in.Level2, "level2", level2)
	r.text(&in.Level3, "level3", name)
	if name != nil && name.blank && name.row == row { // the form asks for it
		r.refs = append(r.refs, wholeCell("level3", name))
	}
	r.text(&in.Description, "description", described)
	hint := value.Hint{Name: in.Level3, Description: in.Description, Level2: in.Level2}
	operator, measure := r.cellOf(row, k, fieldOperator), r.cellOf(row, k, fieldMeasure)
	hint.Operator, hint.Unit = textOf(operator), textOf(measure)
	r.target(&in, target, grades, hint, row, k)
	r.text(&in.Basis, "basis", r.cellOf(row, k, fieldBasis))
	r.besides(&in, operator, "target.operator", saysOperator)
	r.besides(&in, measure, "target.unit", saysUnit)
	r.results(&in, row, k, hint)
	r.remarks(&in, row)
	in.Cells = r.refs[start:len(r.refs):len(r.refs)]
	r.project.Indicators = append(r.project.Indicators, in)
}

// notFilled marks a level of a template row that names no indicator, or the
// dots in it; a later row may still take the level. Other text stays unread,
// and is reported unless a later row takes it.
func notFilled(c *cell) {
	if c != nil && c.use == unused && (c.entry.in(inLevel, nil) != nil || levelLike(c.Text)) {
		c.take(useNothing, "", nil)
	}
}

// filled says whether the cell begins in row and holds more than dots.
func filled(c *cell, row int) bool { return fresh(c, row) && !dotted(c.Text) }

// fresh says whether the cell begins in row and holds something.
func fresh(c *cell, row int) bool { return c != nil && !c.blank && c.row == row }

func textOf(c *cell) string {
	if c == nil {
		return ""
	}
	return c.Text
}

// text sets a field of the indicator to the text of a cell, verbatim.
func (r *rowReader) text(to *string, field string, c *cell) {
	if c == nil || c.blank {
		return
	}
	*to = c.Text
	r.took(field, c)
}

// took notes that the cell became the field of the indicator being read.
func (r *rowReader) took(field string, c *cell) {
	c.use, c.field = useColumn, field
	r.refs = append(r.refs, wholeCell(field, c))
}

// levels is the level 1 and level 2 cells of the row, carried down where they
// are blank.
func (r *rowReader) levels(row, k int) (level1, level2 *cell) {
	above := &r.above[k]
	level1 = r.cellOf(row, k, fieldLevel1)
	if level1 != nil && !level1.blank {
		if level1 != above.level1 {
			*above = carried{level1: level1}
		}
	} else {
		level1 = above.level1
	}
	level2 = r.cellOf(row, k, fieldLevel2)
	if level2 != nil && !level2.blank {
		above.level2 = level2
	} else {
		level2 = above.level2
	}
	return level1, level2
}

package sheet

import (
	"unicode/utf8"

	"jxmb/model"
	"jxmb/parser/form/label"
	"jxmb/parser/value"
)

// measures tells the column of units where no head names it: one right of the
// names in which every cell is a unit, under a head nothing is known of or as the
// part of one that heads several columns.
func (r *roles) measures() {
	if r.band.has(label.Measure) {
		return
	}
	signs := r.band.has(label.Operator) // a form with a column of units has one of signs
	for _, i := range r.beside() {
		c := &r.band.Columns[i]
		if !c.mayMeasure(signs) || !r.holdsUnits(c) {
			continue
		}
		c.Field = label.Measure
		r.note(r.headOf(c), false, model.Say("“%s”一列都是计量单位，按度量单位读取", "the column %s holds units and was read as that of units", r.headText(c)))
		return
	}
}

// mayMeasure says whether the head of the column leaves it open that it holds units.
func (c *Column) mayMeasure(signs bool) bool {
	if c.part {
		return c.Is(label.Target)
	}
	return signs && !c.Exact && c.Is(label.Remark)
}

// weights leaves the indicators their own weights: a column of weights left of the
// names is that of the levels, and its figures are not theirs, where another stands
// right of them or a figure is merged over several rows.
func (r *roles) weights() {
	right := last(r.band.Columns, (*Column).isName)
	own := right >= 0 && holds(r.band.Columns[right:], func(c *Column) bool { return c.Is(label.Weight) })
	for i := range max(0, right) {
		if c := &r.band.Columns[i]; c.Is(label.Weight) && (own || r.merged(c)) {
			c.Field = label.Remark
		}
	}
	r.findWeights()
}

// findWeights takes a column under a head that says nothing for that of the weights, where
// no other is and its numbers add up as these do.
func (r *roles) findWeights() {
	if r.names == nil || r.band.has(label.Weight) {
		return
	}
	for _, i := range r.beside() {
		c := &r.band.Columns[i]
		if c.Head == nil || c.Exact || !c.Is(label.Remark) {
			continue
		}
		if c.words != (label.Head{}) || !r.holds(c).weights() {
			continue
		}
		c.Field = label.Weight
		r.note(c.Head, false, model.Say("“%s”一列的数合计为满分，按分值读取", "the numbers of the column %s add up to full marks; they were read as the weights", r.headText(c)))
		return
	}
}

// merged says whether a filled cell of the column spans several rows of indicators.
func (r *roles) merged(c *Column) bool {
	for cell := range r.cells(c) {
		if !cell.Blank && cell.RowSpan > 1 {
			return true
		}
	}
	return false
}

// holdsUnits says whether the filled cells of a column, one at least, are units.
func (r *roles) holdsUnits(c *Column) bool {
	found := false
	for cell := range r.cells(c) {
		switch {
		case cell.Blank:
			continue
		case cell.Line >= r.band.From+sampleRows:
			return found
		case utf8.RuneCountInString(cell.Text) > longestUnit || !value.IsUnit(cell.Text):
			return false
		}
		found = true
	}
	return found
}

// longestUnit bounds the characters of a unit: 元/人·月.
const longestUnit = 8

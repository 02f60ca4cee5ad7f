package form

import (
	"strings"

	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// listBlock reads a table inside the form whose columns the model does not
// name (年度主要任务, 实施进度计划): each cell becomes an extra under the label of
// its column.
func (r *reading) listBlock(k *sheet.Cell) {
	k.Take(sheet.UseLabel, label.List.String(), nil)
	last := r.Sheet.Reach(k)
	if last == k.Line && strings.HasSuffix(label.Normal(label.Text(k.Text)), "目标") { // 年度履职目标 beside a text
		r.goalBlock(k, &label.Meaning{Field: label.Goals})
		return
	}
	if last == k.Line { // the cells beside a label of one row
		r.InBlock(k, last, func(c *sheet.Cell) {
			c.Take(sheet.UseRight, "extra", k)
			r.Extra(label.Text(k.Text), c.Text, c)
		})
		return
	}
	var heads []*sheet.Cell
	r.taskSums(k, last)
	r.InBlock(k, last, func(c *sheet.Cell) {
		if c.Line == k.Line {
			c.Take(sheet.UseHeader, "extra", k)
			heads = append(heads, c)
		} else if head := headOf(heads, c); head != nil {
			c.Take(sheet.UseCrossing, "extra", head)
			r.Extra(label.Text(k.Text)+"/"+label.Text(head.Text), c.Text, c)
		}
	})
}

// headsList says whether a cell that is no label spans the rows of such a table: the
// first of them holds heads alone, the first one of words and another of a sum of
// money, so that the sums below are of what the words name, and none is the budget.
func (r *reading) headsList(c *sheet.Cell) bool {
	first := r.Sheet.Right(c)
	if c.RowSpan == 1 || !first.Filled() || r.IsLabel(first) || !r.overText(first) {
		return false
	}
	money := false
	for head := range r.Sheet.Words(c.Line) {
		if head.Column <= first.Column {
			continue
		}
		below := r.Sheet.Below(head)
		if !r.overText(head) && !below.IsAmount() {
			return false
		}
		money = money || below.IsAmount() && r.MoneyMeaning(head) != nil
	}
	return money
}

// overText says whether a cell of one row stands over a text without a number that
// was not read and is no label.
func (r *reading) overText(head *sheet.Cell) bool {
	below := r.Sheet.Below(head)
	if head.RowSpan > 1 || !below.Unread() || below.Blank {
		return false
	}
	return !r.IsLabel(below) && !below.Marks.Has(label.HasNumber)
}

// headOf is the last header cell that begins in the column of c or left of it.
func headOf(heads []*sheet.Cell, c *sheet.Cell) *sheet.Cell {
	var found *sheet.Cell
	for _, h := range heads {
		if h.Column <= c.Column {
			found = h
		}
	}
	return found
}

package form

import (
	"jxmb/parser/form/label"
	"jxmb/parser/form/money"
	"jxmb/parser/form/sheet"
)

// taskSums keeps the sums below the amounts of the tasks of a unit, 金额合计 | 1000 | 980 |
// 20 under 总额 | 财政拨款 | 其他资金: its money, where the form has no other.
func (r *reading) taskSums(k *sheet.Cell, last int) {
	for row := k.Line + 1; row <= last; row++ {
		sum := r.sumOf(row, k)
		if sum == nil {
			continue
		}
		r.sums = r.sums[:0]
		for v := range r.Sheet.Words(row) {
			if v.Column <= sum.Column || !v.IsAmount() {
				continue
			}
			head, m := r.taskHead(k, v)
			if m == nil {
				continue
			}
			a, ok := money.ReadAmount(v.Text, r.UnitFor(head, r.Sheet.At(k.Line, v.Column), k))
			r.sums = append(r.sums, money.Amount{Label: sum, Value: v, Block: k, Meaning: label.Meaning{Field: m.Field}, Amount: a, Legible: ok})
		}
	}
}

// sumOf is the cell right of the label of a list that says that its row holds sums; nil
// where the row holds none.
func (r *reading) sumOf(row int, k *sheet.Cell) *sheet.Cell {
	for c := range r.Sheet.Words(row) {
		if c.Column <= k.LastColumn() {
			continue
		}
		if r.MoneyMeaning(c).Is(label.Total) || c.In(label.InProject, r.Kind).Is(label.Sum) {
			return c
		}
		return nil
	}
	return nil
}

// taskHead is the lowest head of the first two rows of a list that names money above v,
// and what it means.
func (r *reading) taskHead(k, v *sheet.Cell) (*sheet.Cell, *label.Meaning) {
	for row := k.Line + 1; row >= k.Line; row-- {
		head := r.Sheet.At(row, v.Column)
		if !head.Filled() || head.IsAmount() || head.Column != v.Column {
			continue
		}
		if m := r.MoneyMeaning(head); m != nil {
			return head, m
		}
	}
	return nil, nil
}

// settleSums takes those sums for the money of the unit where no other amount was read.
func (r *reading) settleSums() {
	if len(r.Amounts) > 0 {
		return
	}
	for _, a := range r.sums {
		r.AddAmount(a)
	}
}

package form

import (
	"jxmb/model/quantity"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

func isAmount(c *sheet.Cell) bool {
	if !c.Marks.Has(label.HasNumber) {
		return false
	}
	m, ok := quantity.ReadMoney(c.Text)
	return ok && m.Number != ""
}

// moneyMeaning is what a cell of a money block labels: by labels.tsv or, where
// that does not hold it, by the words it is made of; nil where neither says.
func (r *neighbours) moneyMeaning(c *sheet.Cell) *label.Meaning {
	if m := c.Entry.In(label.InMoney, r.kind); m != nil || c.Entry != nil {
		return m
	}
	if w, ok := label.WordedAmount(c.Text); ok && w.Scope == label.InMoney {
		return &w.Meaning
	}
	return nil
}

// fills says whether v is what was filled in for label c whatever stands below
// that: a blank or words beside it, or an amount.
func (r *neighbours) fills(c, v *sheet.Cell) bool {
	return isAmount(v) || v.Line == c.Line && !r.saysLabel(v)
}

// amountValue is the amount of a label: what [neighbours.value] finds, but no
// label, known or worded as one of money; beside one, the amount below.
func (r *neighbours) amountValue(c *sheet.Cell) (v *sheet.Cell, by sheet.Use) {
	v, by = r.value(c)
	if v != nil && r.fills(c, v) {
		return v, by
	}
	if below := r.amountBelow(c); below != nil {
		return below, sheet.UseBelow
	}
	if v == nil || r.saysLabel(v) {
		return nil, sheet.Unused
	}
	return v, by
}

// amountBelow is an amount that stands below label c and beside no label of
// its own; nil where there is none.
func (r *neighbours) amountBelow(c *sheet.Cell) *sheet.Cell {
	below := r.sheet.Below(c)
	if !below.Unread() || !isAmount(below) {
		return nil
	}
	left := r.sheet.At(below.Line, below.Column-1)
	if left.Filled() && left.Line == below.Line && !isAmount(left) {
		return nil
	}
	return below
}

// besideAmount says whether a cell of a money block that is no known label
// labels an amount all the same: it stands left of one or, worded as money or
// with a unit behind it, above one.
func (r *neighbours) besideAmount(c *sheet.Cell) bool {
	if right := r.sheet.Right(c); right.Unread() && isAmount(right) {
		return true
	}
	return c.Entry == nil && label.SaysMoney(c.Text) && r.amountBelow(c) != nil
}

// saysLabel says whether a text is a label wherever it stands: a known one of
// the rows around the indicators or of amounts, or one worded as such.
func (r *neighbours) saysLabel(c *sheet.Cell) bool {
	if r.isLabel(c) || c.Entry.In(label.InMoneyColumn, r.kind) != nil {
		return true
	}
	_, ok := label.WordedAmount(c.Text)
	return ok && c.Entry == nil
}

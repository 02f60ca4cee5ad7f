package form

import (
	"strings"

	"jxmb/parser/form/label"
	"jxmb/parser/form/money"
	"jxmb/parser/form/sheet"
)

// inlineAmount reads a cell that holds a label of money and, behind it, the amount: 其中：
// 财政拨款 600万元. Its unit is its own or that of the block around it, nil outside any.
func (r *reading) inlineAmount(c, block *sheet.Cell) bool {
	at := r.splitAmount(c, block)
	if at == 0 {
		return false
	}
	c.Take(sheet.UseInline, "", nil)
	e, note := r.Labels.Lookup(c.Text[:at])
	r.setInline(c, block, e, note, label.Pair{Label: c.Text[:at], Start: at, End: len(c.Text)})
	return true
}

// digits are those that an amount begins with.
const digits = "0123456789０１２３４５６７８９"

// splitAmount is where the amount begins in such a cell, 0 in any other.
func (r *reading) splitAmount(c, block *sheet.Cell) int {
	if c.Entry != nil || !c.Marks.Has(label.HasNumber) || len(c.Text) > label.MaxBytes {
		return 0
	}
	at := strings.IndexAny(c.Text, digits)
	if at <= 0 {
		return 0
	}
	if e, _ := r.Labels.Lookup(c.Text[:at]); e.In(label.InMoney, r.form.ID) == nil {
		return 0
	}
	if a, ok := money.ReadAmount(c.Text[at:], r.UnitFor(block)); !ok || a.Yuan == "" {
		return 0
	}
	return at
}

package money

import (
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
)

// UnitIn is the money unit that a note such as "万元", "单位:万元" or, of a
// label with two brackets, "万元)(20分" names; "" for none.
func UnitIn(note string) string {
	for part := range strings.SplitSeq(note, ")(") {
		if u := quantity.MoneyUnit(part); u != "" {
			return u
		}
	}
	return ""
}

// ReadAmount reads an amount cell. The unit is the one that the cell itself
// prints, else unit; ok is false for text that is neither blank, a dash nor an
// amount.
func ReadAmount(text, unit string) (a model.Amount, ok bool) {
	a = model.Amount{Text: text, Unit: unit}
	m, ok := quantity.ReadMoney(text)
	if !ok || m.Number == "" {
		return a, ok
	}
	a.Number = m.Number
	if m.Unit != "" {
		a.Unit = m.Unit
	}
	a.Yuan, _ = quantity.Yuan(m.Number, a.Unit)
	return a, true
}

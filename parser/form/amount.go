package form

import (
	"jxmb/model"
	"jxmb/model/quantity"
)

// moneyUnit is the money unit that a note such as "万元" or "单位:万元" names,
// "" for none.
func moneyUnit(note string) string { return quantity.MoneyUnit(note) }

// readAmount reads an amount cell. The unit is the one that the cell itself
// prints, else unit; ok is false for text that is neither blank, a dash nor an
// amount.
func readAmount(text, unit string) (a model.Amount, ok bool) {
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

// readNumber reads a bare number cell (分值, 得分), its unit 分 or % left out.
func readNumber(text string) (d model.Decimal, ok bool) { return quantity.ReadNumber(text) }

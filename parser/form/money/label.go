package money

import (
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// wordedNote gives a label that labels.tsv does not hold the note behind it,
// and says whether it speaks of all the fiscal money.
func wordedNote(c *sheet.Cell) (fiscal bool) {
	if c.Entry != nil {
		return false
	}
	w, ok := label.WordedAmount(c.Text)
	if c.Note == "" {
		c.Note = label.Brackets(c.Text)
	}
	return ok && w.Field == label.Total && w.Fiscal
}

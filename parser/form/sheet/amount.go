package sheet

import (
	"jxmb/model/quantity"
	"jxmb/parser/form/label"
)

// answer is to a question that is asked of a cell again and again.
type answer uint8

const (
	unasked answer = iota
	no
	yes
)

// IsAmount says whether there is a cell, and it holds an amount and nothing else.
func (c *Cell) IsAmount() bool {
	if c == nil || !c.Marks.Has(label.HasNumber) {
		return false
	}
	if c.amount == unasked {
		c.amount = no
		if m, ok := quantity.ReadMoney(c.Text); ok && m.Number != "" {
			c.amount = yes
		}
	}
	return c.amount == yes
}

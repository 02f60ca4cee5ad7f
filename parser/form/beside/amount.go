package beside

import (
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// MoneyMeaning is what a cell of a money block labels: by labels.tsv or, where
// that does not hold it, by the words it is made of; nil where neither says.
func (r *Neighbours) MoneyMeaning(c *sheet.Cell) *label.Meaning {
	if m := c.Entry.In(label.InMoney, r.Kind); m != nil || c.Entry != nil {
		return m
	}
	if w, ok := label.WordedAmount(c.Text); ok && w.Scope == label.InMoney {
		return &w.Meaning
	}
	return nil
}

// fills says whether v is what was filled in for label c whatever stands below
// that: a blank or words beside it, or an amount. Words that head an amount of their
// own beside that of c are none.
func (r *Neighbours) fills(c, v *sheet.Cell) bool {
	switch {
	case v.IsAmount():
		return true
	case v.Line != c.Line || r.saysLabel(v):
		return false
	}
	return v.Blank || r.amountBelow(c) == nil || r.amountBelow(v) == nil
}

// AmountValue is the amount of a label: what [Neighbours.Value] finds, but no
// label, known or worded as one of money; beside one, the amount below.
func (r *Neighbours) AmountValue(c *sheet.Cell) (v *sheet.Cell, by sheet.Use) {
	v, by = r.Value(c)
	if by == sheet.UseBelow && r.inList(v) {
		return nil, sheet.Unused
	}
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
func (r *Neighbours) amountBelow(c *sheet.Cell) *sheet.Cell {
	below := r.Sheet.Below(c)
	if !below.Unread() || !below.IsAmount() || r.inList(below) {
		return nil
	}
	left := r.Sheet.At(below.Line, below.Column-1)
	if left.Filled() && left.Line == below.Line && !left.IsAmount() {
		return nil
	}
	return below
}

// inList says whether an amount stands in a list of amounts, each in the row of what it
// is for: its own row and the next one begin with texts.
func (r *Neighbours) inList(v *sheet.Cell) bool {
	next := r.Sheet.Below(v)
	if !next.Unread() || !v.IsAmount() || !next.IsAmount() {
		return false
	}
	return r.rowOfText(v) && r.rowOfText(next)
}

// rowOfText says whether the first cell of the row, left of an amount, is a text that
// is no label and that no label claims.
func (r *Neighbours) rowOfText(v *sheet.Cell) bool {
	for first := range r.Sheet.Words(v.Line) {
		if first.Column >= v.Column || first.Entry != nil || first.Use != sheet.Unused {
			return false
		}
		return !r.saysLabel(first) && !first.IsAmount()
	}
	return false
}

// BesideAmount says whether a cell of a money block that is no known label
// labels an amount all the same: it stands left of one or, worded as money or
// with a unit behind it, above one.
func (r *Neighbours) BesideAmount(c *sheet.Cell) bool {
	if right := r.Sheet.Right(c); right.Unread() && right.IsAmount() {
		return true
	}
	if c.Entry != nil || r.amountBelow(c) == nil {
		return false
	}
	_, part := label.WordedPart(c.Text)
	return part || label.SaysMoney(c.Text)
}

// saysLabel says whether a text is a label wherever it stands: a known one of
// the rows around the indicators or of amounts, or one worded as such.
func (r *Neighbours) saysLabel(c *sheet.Cell) bool {
	if r.IsLabel(c) || c.Entry.In(label.InMoneyColumn, r.Kind) != nil {
		return true
	}
	_, ok := label.WordedAmount(c.Text)
	return ok && c.Entry == nil
}

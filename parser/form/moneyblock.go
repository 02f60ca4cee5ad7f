package form

import (
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// moneyBlock reads the rows that 项目资金, 预算规模及资金用途 and the like span:
// amounts beside their labels, or a table of row and column labels.
func (r *reading) moneyBlock(k *sheet.Cell, m *label.Meaning) {
	k.Take(sheet.UseLabel, m.Field.String(), nil)
	s := r.sheet
	last, left := s.Reach(k), k.Column+k.ColSpan
	place := amountPlace{block: k, meaning: m}
	for row := k.Line; row <= last; row++ {
		if columns := r.amountColumns(row, left); columns != nil {
			row = r.amountTable(row+1, last, left, columns, place)
			continue
		}
		if columns := r.kindColumns(row, last, left); columns != nil {
			r.kindTable(row+1, last, left, columns, place)
			return
		}
		line := s.Line(row)
		for i := range line {
			c := &line[i]
			if c.Use == sheet.Unused && c.Column >= left {
				if c.Entry.In(label.InMoney, r.kind) == nil && r.isLabel(c) {
					break // the rest of the row belongs to another label
				}
				r.moneyCell(c, place)
			} else if c.Use == sheet.Unused && c != k && c.Entry == k.Entry && c.Entry != nil {
				c.Take(sheet.UseLabel, m.Field.String(), nil) // the label once more, in place of a merge
			}
		}
	}
}

// moneyCell reads one cell of a block without column labels.
func (r *reading) moneyCell(c *sheet.Cell, place amountPlace) {
	if c.Blank { // a value cell is taken by its label; the scan takes the rest
		if place.meaning.Field == label.MoneyPurpose && c.Column == place.block.Column+place.block.ColSpan && int(r.sheet.Filled[c.Line-1]) < c.Column {
			c.Take(sheet.UseBlock, "purpose", place.block)
			r.purpose(c, 0, len(c.Text))
		}
		return
	}
	if m := r.moneyMeaning(c); m != nil {
		r.amountLabel(c, m, place)
		return
	}
	a, ok := readAmount(c.Text, r.unitFor(place.block))
	switch {
	case ok:
		c.Take(sheet.UseBlock, "budget", place.block)
		field := label.Total
		if r.amountsIn(place.block) { // one whose label is blank is not the block's own
			field = label.NoField
		}
		r.addAmount(amountCell{value: c, label: place.block, block: place.block, meaning: label.Meaning{Field: field, Term: place.meaning.Term}, amount: a, legible: true})
	case c.Inside.In(label.InMoney, r.kind) != nil && r.inlineIn(c, place.block):
	case r.besideAmount(c):
		r.amountLabel(c, &label.Meaning{}, place)
	case place.meaning.Field == label.MoneyPurpose:
		c.Take(sheet.UseBlock, "purpose", place.block)
		r.purpose(c, 0, len(c.Text))
	}
}

// wordedAmount reads a label of money outside any block that labels.tsv does
// not hold: one with an amount beside or below it, or one that heads others.
func (r *reading) wordedAmount(c *sheet.Cell) bool {
	if c.Entry != nil {
		return false
	}
	w, ok := label.WordedAmount(c.Text)
	if !ok {
		return false
	}
	if w.Scope == label.InProject {
		right := r.pastBlanks(r.sheet.Right(c))
		if (right == nil || r.moneyMeaning(right) == nil) && !r.headsAmounts(c) {
			return false
		}
		c.Note = w.Note
		r.moneyBlock(c, &w.Meaning)
		return true
	}
	if v, _ := r.amountValue(c); v == nil || !isAmount(v) {
		return false
	}
	r.amountLabel(c, &w.Meaning, amountPlace{})
	return true
}

package form

import (
	"cmp"

	"jxmb/parser/form/label"
	"jxmb/parser/form/money"
	"jxmb/parser/form/sheet"
)

// moneyBlock reads the rows that 项目资金, 预算规模及资金用途 and the like span:
// amounts beside their labels, or a table of row and column labels.
func (r *reading) moneyBlock(k *sheet.Cell, m *label.Meaning) {
	k.Take(sheet.UseLabel, m.Field.String(), nil)
	if r.Sheet.Wide(k) {
		r.Section = k // of the rows below: 二、项目资金（万元）
	}
	last, left := r.Sheet.Reach(k), k.Column+k.ColSpan
	place := money.Place{Block: k, Meaning: m}
	if last == k.Line && r.RowsBelow(k, place) {
		return
	}
	r.moneyRows(k.Line, last, left, place)
}

// moneyRows reads the rows from..last of a block, right of its label.
func (r *reading) moneyRows(from, last, left int, place money.Place) {
	s, k := r.Sheet, place.Block
	for row := from; row <= last; row++ {
		if inner, within, ok := r.InnerBlock(row, last, left, place); ok {
			r.moneyRows(row, inner.LastRow(), inner.LastColumn()+1, within)
			row = inner.LastRow()
			continue
		}
		if columns := r.AmountColumns(row, left); columns != nil {
			row = r.AmountTable(row+1, last, left, columns, place)
			continue
		}
		if columns := r.KindColumns(row, last, left); columns != nil {
			r.KindTable(row+1, last, left, columns, place)
			return
		}
		r.PairedHeads(row, left, &place)
		line := s.Line(row)
		for i := range line {
			c := &line[i]
			if c.Use == sheet.Unused && c.Inner != nil && c.Column >= left {
				r.innerMoney(c, place)
			} else if c.Use == sheet.Unused && c.Column >= left {
				if c.Entry.In(label.InMoney, r.Kind) == nil && r.IsLabel(c) && !r.sumAbove(c) {
					break // the rest of the row belongs to another label
				}
				r.moneyCell(c, place)
			} else if c.Use == sheet.Unused && c != k && c.Entry == k.Entry && c.Entry != nil {
				c.Take(sheet.UseLabel, place.Meaning.Field.String(), nil) // the label once more, in place of a merge
			}
		}
	}
}

// innerMoney reads the table in a cell of the block as rows of it.
func (r *reading) innerMoney(outer *sheet.Cell, place money.Place) {
	outer.Take(sheet.UseBlock, "budget", place.Block)
	around := r.Sheet
	r.Sheet = outer.Inner
	r.moneyRows(1, r.Sheet.Rows, 1, place)
	r.innerLeft(outer)
	r.Sheet = around
}

// innerLeft reports what was not read of the table in a cell.
func (r *reading) innerLeft(outer *sheet.Cell) {
	for i := range outer.Inner.Cells {
		if c := &outer.Inner.Cells[i]; c.Use == sheet.Unused && !c.Blank {
			r.leftOver(c)
		}
	}
	outer.Inner = nil
}

// moneyCell reads one cell of a block without column labels.
func (r *reading) moneyCell(c *sheet.Cell, place money.Place) {
	if c.Blank { // a value cell is taken by its label; the scan takes the rest
		if place.Meaning.Field == label.MoneyPurpose && c.Column == place.Block.Column+place.Block.ColSpan && int(r.Sheet.Filled[c.Line-1]) < c.Column {
			c.Take(sheet.UseBlock, "purpose", place.Block)
			r.Purpose(c, 0, len(c.Text))
		}
		return
	}
	if m := r.MoneyMeaning(c); m != nil {
		r.AmountLabel(c, m, place)
		return
	}
	if r.sumAbove(c) {
		r.AmountLabel(c, &label.Meaning{Field: label.Total}, place)
		return
	}
	a, ok := money.ReadAmount(c.Text, r.UnitFor(place.Block))
	switch {
	case ok:
		c.Take(sheet.UseBlock, "budget", place.Block)
		field := label.Total
		if r.AmountsIn(place.Block) { // one whose label is blank is not the block's own
			field = label.NoField
		}
		r.AddAmount(money.Amount{Value: c, Label: place.Block, Block: place.Block, Meaning: label.Meaning{Field: field, Term: place.Meaning.Term}, Amount: a, Legible: true})
	case c.Inside.In(label.InMoney, r.Kind) != nil && r.inlineIn(c, place.Block), r.inlineAmount(c, place.Block):
	case r.BesideAmount(c):
		r.AmountLabel(c, cmp.Or(r.PartMeaning(c), &label.Meaning{}), place)
	case r.wordsAlone(c, place.Block): // 资金来源 | 福彩公益金
		c.Take(sheet.UseRight, "extra", place.Block)
		r.Extra(label.Text(place.Block.Text), c.Text, c)
	case place.Meaning.Field == label.MoneyPurpose:
		c.Take(sheet.UseBlock, "purpose", place.Block)
		r.Purpose(c, 0, len(c.Text))
	}
}

// wordsAlone says whether a cell without a number is all that stands beside the label of
// a block of one row.
func (r *reading) wordsAlone(c, block *sheet.Cell) bool {
	if r.Sheet.Right(block) != c || r.Sheet.Reach(block) > block.Line || c.Entry != nil || c.Marks.Has(label.HasNumber) {
		return false
	}
	next := r.PastBlanks(r.Sheet.Right(c))
	return next == nil || r.IsLabel(next)
}

// wordedAmount reads a label of money outside any block that labels.tsv does
// not hold: one with an amount beside or below it, or one that heads others.
func (r *reading) wordedAmount(c *sheet.Cell) bool {
	if c.Entry != nil {
		return false
	}
	w, ok := label.WordedAmount(c.Text)
	if r.labelsMoney(c) || ok && r.HeadsAmounts(c) {
		c.Note = label.Brackets(c.Text)
		r.moneyBlock(c, &label.Meaning{Field: label.Money, Term: w.Term})
		return true
	}
	if !ok {
		return false
	}
	if w.Scope == label.InProject {
		right := r.PastBlanks(r.Sheet.Right(c))
		if c.RowSpan == 1 && r.runningBeside(c, right) {
			return true
		}
		if c.RowSpan == 1 && (right == nil || r.MoneyMeaning(right) == nil) {
			return false
		}
		c.Note = w.Note
		r.moneyBlock(c, &w.Meaning)
		return true
	}
	if v, _ := r.AmountValue(c); v == nil || !v.IsAmount() {
		return false
	}
	r.AmountLabel(c, &w.Meaning, money.Place{})
	return true
}

// runningBeside reads the amounts that a text beside a label of money states: 资金规模和来源 |
// 总投资60万元，其中：中央资金50万元.
func (r *reading) runningBeside(c, v *sheet.Cell) bool {
	if !v.Unread() || !v.Marks.Has(label.HasNumber) || !r.RunningAmounts(label.Meaning{Field: label.Total}, c, v, c, v.Text) {
		return false
	}
	c.Take(sheet.UseLabel, "budget", nil)
	v.Take(sheet.UseRight, "budget", c)
	r.Extra(label.Text(c.Text), v.Text, v)
	return true
}

// labelsMoney says whether what is worded as a sum of money stands left of the label
// of one, with no amount of its own, and so labels the block: 部门整体支出预算（万元）
// beside 资金总额.
func (r *reading) labelsMoney(c *sheet.Cell) bool {
	right, below := r.Sheet.Right(c), r.Sheet.Below(c)
	if right == nil || right.Line != c.Line || right.Entry.In(label.InMoney, r.Kind) == nil && !r.sumAbove(right) {
		return false
	}
	return (below == nil || !below.IsAmount()) && label.SaysMoney(c.Text)
}

// sumAbove says whether c is the word for a sum that heads an amount: 小计 over 320.
func (r *reading) sumAbove(c *sheet.Cell) bool {
	if !c.In(label.InProject, r.form.ID).Is(label.Sum) {
		return false
	}
	v, by := r.AmountValue(c)
	return by == sheet.UseBelow && v.IsAmount()
}

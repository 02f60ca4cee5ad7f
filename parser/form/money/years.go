package money

import (
	"cmp"

	"jxmb/model"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// KindColumns reads a row of labels that head columns of amounts, kinds of
// money above rows of years or sources: 年度 | 合计 | 财政拨款 | 其他资金 over
// 2023年 | 400 | 380 | 20. Two labels at least, over two rows of amounts that
// have a head of their own left of them; nil for any other row.
func (r *Ledger) KindColumns(row, last, left int) []amountColumn {
	if row+2 > last {
		return nil
	}
	var out []amountColumn
	for c := range r.Sheet.Words(row) {
		if c.Use != sheet.Unused || c.Column < left || r.MoneyMeaning(c) == nil {
			continue
		}
		out = append(out, amountColumn{head: c, slot: c.Column})
	}
	if len(out) < 2 || out[0].slot <= left || !r.rowOfKinds(row+1, left, out) || !r.rowOfKinds(row+2, left, out) {
		return nil
	}
	return out
}

// rowOfKinds says whether the row has a head of its own and an amount in the
// first of the columns.
func (r *Ledger) rowOfKinds(row, left int, columns []amountColumn) bool {
	head, first := r.Sheet.At(row, left), r.Sheet.At(row, columns[0].slot)
	if !head.BeginsIn(row) || !first.BeginsIn(row) || head.IsAmount() {
		return false
	}
	return first.Column == columns[0].slot && first.IsAmount()
}

// KindTable reads the rows from..last below such labels. The row of the budget's
// year holds the budget, and that of the sum the whole; without such a year the
// sum is the budget. Any other row is lines of it.
func (r *Ledger) KindTable(from, last, left int, columns []amountColumn, place Place) {
	for c := range r.Sheet.Words(from - 1) {
		if c.Use == sheet.Unused && c.Column >= left {
			c.Take(sheet.UseHeader, "budget", place.Block)
		}
	}
	year := cmp.Or(r.Year, r.Stated)
	planned := false
	for row := from; row <= last; row++ {
		planned = planned || year > 0 && r.yearOf(row, left) == year
	}
	for row := from; row <= last; row++ {
		head := r.Sheet.At(row, left)
		if !head.BeginsIn(row) || head.IsAmount() {
			continue
		}
		head.Take(sheet.UseLabel, "budget", place.Block)
		for _, col := range columns {
			r.kindAmount(row, col, head, place, r.kindTerm(row, left, year, planned))
		}
	}
}

// lineTerm is of a row whose amounts are lines of the budget.
const lineTerm = "line"

// kindTerm is the side of a row's amounts.
func (r *Ledger) kindTerm(row, left, year int, planned bool) string {
	named := r.yearOf(row, left)
	sum := r.Sheet.At(row, left).In(label.InProject, r.Kind).Is(label.Sum)
	switch {
	case planned && named == year:
		return label.TermAnnual
	case sum && planned:
		return label.TermLong
	case sum:
		return ""
	}
	return lineTerm
}

// yearOf is the year that the head of a row names, 0 where it names none.
func (r *Ledger) yearOf(row, left int) int {
	if c := r.Sheet.At(row, left); c.BeginsIn(row) {
		return draft.YearIn(label.Trim(c.Text))
	}
	return 0
}

// kindAmount reads the amount at the crossing of a row and a kind of money.
func (r *Ledger) kindAmount(row int, col amountColumn, head *sheet.Cell, place Place, term string) {
	v := r.Sheet.At(row, col.slot)
	if !v.BeginsIn(row) || v.Use != sheet.Unused {
		return
	}
	v.Take(sheet.UseCrossing, "budget", col.head)
	m := *r.MoneyMeaning(col.head)
	if m.Term = term; term == lineTerm {
		m = label.Meaning{Field: label.Line, Term: place.term()}
	} else if term == "" {
		m.Term = place.term()
	}
	a, ok := ReadAmount(v.Text, r.UnitFor(head, col.head, place.Block))
	r.AddAmount(Amount{Label: col.head, column: head, Value: v, Block: place.Block, Meaning: m, Amount: a, Legible: ok})
}

// shareUnits gives amounts without a unit that of the total beside them, where
// fiscal and other money add up to it, with the other lines or without: a sum and its
// parts have one unit.
func (r *Ledger) shareUnits() {
	for i := range r.Amounts {
		total := &r.Amounts[i]
		if total.Meaning.Field != label.Total || total.Amount.Unit == "" || total.Amount.Number == "" || total.column != nil {
			continue
		}
		for _, fields := range [...]*label.Fields{partFields, partsAndLines} {
			if parts := r.partsOf(total, fields); len(parts) > 0 {
				for _, p := range parts {
					p.Amount, _ = ReadAmount(p.Amount.Text, total.Amount.Unit)
				}
				break
			}
		}
	}
}

// partsOf is the amounts without a unit, of those fields, that add up to the total; nil
// where they do not.
func (r *Ledger) partsOf(total *Amount, fields *label.Fields) (parts []*Amount) {
	sum := model.Decimal("0")
	for i := range r.Amounts {
		p := &r.Amounts[i]
		if fields.Has(p.Meaning.Field) && p.partOf(total) && p.Amount.Number != "" {
			sum, parts = sum.Add(p.Amount.Number), append(parts, p)
		}
	}
	if sum.Cmp(total.Amount.Number) != 0 {
		return nil
	}
	return parts
}

// partOf says whether an amount without a unit is a part of the total by its
// label and place.
func (a *Amount) partOf(total *Amount) bool {
	if !a.Legible || a.Amount.Unit != "" || a.column != nil {
		return false
	}
	block := total.Block
	if total.Label == block { // 项目资金（万元） | 1050 above rows of their own
		block = nil
	}
	return (a.Block == block || a.Block == total.Block) && a.Meaning.Term == total.Meaning.Term
}

// partFields are the parts that a total is the sum of.
var (
	partFields    = label.These(label.Fiscal, label.FiscalPart, label.Other, label.OtherPart)
	partsAndLines = label.These(label.Fiscal, label.FiscalPart, label.Other, label.OtherPart, label.Line)
)

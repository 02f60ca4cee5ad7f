package form

import (
	"cmp"

	"jxmb/model"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// kindColumns reads a row of labels that head columns of amounts, kinds of
// money above rows of years or sources: 年度 | 合计 | 财政拨款 | 其他资金 over
// 2023年 | 400 | 380 | 20. Two labels at least, over two rows of amounts that
// have a head of their own left of them; nil for any other row.
func (r *ledger) kindColumns(row, last, left int) []amountColumn {
	if row+2 > last {
		return nil
	}
	var out []amountColumn
	for c := range r.sheet.Words(row) {
		if c.Use != sheet.Unused || c.Column < left || r.moneyMeaning(c) == nil {
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
func (r *ledger) rowOfKinds(row, left int, columns []amountColumn) bool {
	head, first := r.sheet.At(row, left), r.sheet.At(row, columns[0].slot)
	if !head.BeginsIn(row) || !first.BeginsIn(row) || isAmount(head) {
		return false
	}
	return first.Column == columns[0].slot && isAmount(first)
}

// kindTable reads the rows from..last below such labels. The row of the budget's
// year holds the budget, and that of the sum the whole; without such a year the
// sum is the budget. Any other row is lines of it.
func (r *ledger) kindTable(from, last, left int, columns []amountColumn, place amountPlace) {
	for c := range r.sheet.Words(from - 1) {
		if c.Use == sheet.Unused && c.Column >= left {
			c.Take(sheet.UseHeader, "budget", place.block)
		}
	}
	year := cmp.Or(r.year, r.stated)
	planned := false
	for row := from; row <= last; row++ {
		planned = planned || year > 0 && r.yearOf(row, left) == year
	}
	for row := from; row <= last; row++ {
		head := r.sheet.At(row, left)
		if !head.BeginsIn(row) || isAmount(head) {
			continue
		}
		head.Take(sheet.UseLabel, "budget", place.block)
		for _, col := range columns {
			r.kindAmount(row, col, head, place, r.kindTerm(row, left, year, planned))
		}
	}
}

// lineTerm is of a row whose amounts are lines of the budget.
const lineTerm = "line"

// kindTerm is the side of a row's amounts.
func (r *ledger) kindTerm(row, left, year int, planned bool) string {
	named := r.yearOf(row, left)
	sum := r.sheet.At(row, left).In(label.InProject, r.kind).Is(label.Sum)
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
func (r *ledger) yearOf(row, left int) int {
	if c := r.sheet.At(row, left); c.BeginsIn(row) {
		return yearIn(label.Trim(c.Text))
	}
	return 0
}

// kindAmount reads the amount at the crossing of a row and a kind of money.
func (r *ledger) kindAmount(row int, col amountColumn, head *sheet.Cell, place amountPlace, term string) {
	v := r.sheet.At(row, col.slot)
	if !v.BeginsIn(row) || v.Use != sheet.Unused {
		return
	}
	v.Take(sheet.UseCrossing, "budget", col.head)
	m := *r.moneyMeaning(col.head)
	if m.Term = term; term == lineTerm {
		m = label.Meaning{Field: label.Line, Term: place.term()}
	} else if term == "" {
		m.Term = place.term()
	}
	a, ok := readAmount(v.Text, r.unitFor(head, col.head, place.block))
	r.addAmount(amountCell{label: col.head, column: head, value: v, block: place.block, meaning: m, amount: a, legible: ok})
}

// shareUnits gives amounts without a unit that of the total beside them, where
// fiscal and other money add up to it: a sum and its parts have one unit.
func (r *ledger) shareUnits() {
	for i := range r.amounts {
		total := &r.amounts[i]
		if total.meaning.Field != label.Total || total.amount.Unit == "" || total.amount.Number == "" || total.column != nil {
			continue
		}
		sum := model.Decimal("0")
		var parts []*amountCell
		for k := range r.amounts {
			p := &r.amounts[k]
			if p.partOf(total) && p.amount.Number != "" {
				sum, parts = sum.Add(p.amount.Number), append(parts, p)
			}
		}
		if len(parts) == 0 || sum.Cmp(total.amount.Number) != 0 {
			continue
		}
		for _, p := range parts {
			p.amount, _ = readAmount(p.amount.Text, total.amount.Unit)
		}
	}
}

// partOf says whether an amount without a unit is a part of the total by its
// label and place.
func (a *amountCell) partOf(total *amountCell) bool {
	if !a.legible || a.amount.Unit != "" || a.column != nil || !partFields.Has(a.meaning.Field) {
		return false
	}
	return a.block == total.block && a.meaning.Term == total.meaning.Term
}

// partFields are the parts that a total is the sum of.
var partFields = label.These(label.Fiscal, label.FiscalPart, label.Other, label.OtherPart)

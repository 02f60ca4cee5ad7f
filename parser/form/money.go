package form

import (
	"slices"

	"jxmb/model"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// amountCell is an amount with the labels it stands under.
type amountCell struct {
	label   *sheet.Cell // row label, nil where a block has a single amount
	column  *sheet.Cell // column label, nil where the label stands beside the amount
	value   *sheet.Cell
	meaning label.Meaning // in scope money; noField for a row the form does not know
	kind    label.Field   // in scope moneycolumn; noField without column
	amount  model.Amount
	ok      bool
}

// amountPlace is where a label of the money block stands.
type amountPlace struct {
	block   *sheet.Cell
	meaning *label.Meaning // of the block
	corner  *sheet.Cell    // heads the row labels of a table of amounts: 年度预算数（万元）; may be nil
}

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
		line := s.Line(row)
		for i := range line {
			c := &line[i]
			if c.Use == sheet.Unused && c.Column >= left {
				if c.Entry.In(label.InMoney, r.form.ID) == nil && r.isLabel(c) {
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
			r.purpose(c)
		}
		return
	}
	if m := c.Entry.In(label.InMoney, r.form.ID); m != nil {
		r.amountLabel(c, m, place)
		return
	}
	a, ok := readAmount(c.Text, r.unitFor(place.block))
	right := r.sheet.Right(c)
	switch {
	case ok:
		c.Take(sheet.UseBlock, "budget", place.block)
		r.addAmount(amountCell{value: c, label: place.block, meaning: label.Meaning{Field: label.Total, Term: place.meaning.Term}, amount: a, ok: true})
	case right != nil && right.Use == sheet.Unused && !right.Blank && r.isAmount(right):
		r.amountLabel(c, &label.Meaning{}, place)
	case place.meaning.Field == label.MoneyPurpose:
		c.Take(sheet.UseBlock, "purpose", place.block)
		r.purpose(c)
	}
}

func (r *reading) isAmount(c *sheet.Cell) bool {
	a, ok := readAmount(c.Text, "")
	return ok && a.Number != ""
}

// headsAmounts says whether a label of a money row stands beside a table of
// amounts, as 年度预算数 does in some forms, and so labels the block.
func (r *reading) headsAmounts(c *sheet.Cell) bool {
	return r.sheet.Reach(c) > c.Line && r.amountColumns(c.Line, c.Column+c.ColSpan) != nil
}

// amountLabel reads a label of a money row and the amount beside or below it.
func (r *reading) amountLabel(c *sheet.Cell, m *label.Meaning, place amountPlace) {
	v, by := r.value(c)
	c.Take(sheet.UseLabel, "budget", place.block)
	if v == nil {
		return
	}
	v.Take(by, "budget", c)
	term := m.Term
	if term == "" && place.meaning != nil {
		term = place.meaning.Term
	}
	a, ok := readAmount(v.Text, r.unitFor(c, place.block))
	r.addAmount(amountCell{label: c, value: v, meaning: label.Meaning{Field: m.Field, Term: term}, amount: a, ok: ok})
}

// amountColumn is a column of a money table.
type amountColumn struct {
	head *sheet.Cell
	kind label.Field
}

// amountColumns reads a row of column labels (年初预算数, 全年执行数, …): two at
// least, and no amount in the row.
func (r *reading) amountColumns(row, left int) []amountColumn {
	var out []amountColumn
	line := r.sheet.Line(row)
	for i := range line {
		c := &line[i]
		if c.Use != sheet.Unused || c.Column < left || c.Blank {
			continue
		}
		if m := c.Entry.In(label.InMoneyColumn, r.form.ID); m != nil {
			out = append(out, amountColumn{c, m.Field})
		} else if r.isAmount(c) {
			return nil
		}
	}
	if len(out) > 2 { // what heads the row labels heads no amounts: 年度预算数 above 总额
		if below := r.sheet.Below(out[0].head); below != nil && below.Entry.In(label.InMoney, r.form.ID) != nil {
			out = out[1:]
		}
	}
	if len(out) < 2 {
		return nil
	}
	for i := range line { // what else stands in a header row heads a column, or the row labels
		if c := &line[i]; c.Use == sheet.Unused && !c.Blank && c.Column >= left && c.Column > out[0].head.Column {
			if c.Entry.In(label.InMoneyColumn, r.form.ID) == nil {
				out = append(out, amountColumn{c, label.Note})
			}
		}
	}
	return out
}

// amountTable reads the rows from..last of a money table and returns the last
// row read.
func (r *reading) amountTable(from, last, left int, columns []amountColumn, place amountPlace) int {
	first := columns[0].head.Column
	for _, col := range columns {
		col.head.Take(sheet.UseHeader, "budget", place.block)
		first = min(first, col.head.Column)
	}
	for col := left; col < first; col++ {
		if c := r.sheet.At(from-1, col); c != nil && c.Use == sheet.Unused {
			c.Take(sheet.UseHeader, "", place.block)
			place.corner = c
		}
	}
	for row := from; row <= last; row++ {
		head, m := r.amountRow(row, left, first)
		for _, col := range columns {
			r.crossing(row, col, head, m, place)
		}
	}
	return last
}

// amountRow is the label of a row: the last cell left of the amounts that is
// not blank, and before all one that is known.
func (r *reading) amountRow(row, left, first int) (head *sheet.Cell, m label.Meaning) {
	for col := left; col < first; {
		c := r.sheet.At(row, col)
		if c == nil {
			col++
			continue
		}
		col = c.Column + c.ColSpan
		if c.Blank {
			continue
		}
		if known := c.Entry.In(label.InMoney, r.form.ID); known != nil {
			head, m = c, *known
		} else if m.Field == label.NoField {
			head = c
		}
		c.Take(sheet.UseLabel, "budget", nil)
	}
	return head, m
}

func (r *reading) crossing(row int, col amountColumn, head *sheet.Cell, m label.Meaning, place amountPlace) {
	v := r.sheet.At(row, col.head.Column)
	if v == nil || v.Use != sheet.Unused || v.Line != row {
		return
	}
	if v.Blank && head == nil {
		v.Take(sheet.UseNothing, "", nil)
		return
	}
	v.Take(sheet.UseCrossing, "budget", col.head)
	if head == nil { // a single row beside its block label is the total
		head, m.Field = place.block, label.Total
	}
	a, ok := readAmount(v.Text, r.unitFor(head, col.head, place.corner, place.block))
	if col.kind == label.Note || !ok && !v.Blank {
		if !v.Blank {
			r.extra(label.Text(head.Text)+"/"+label.Text(col.head.Text), v.Text, v)
		}
		return
	}
	if m.Term == "" && place.meaning != nil {
		m.Term = place.meaning.Term
	}
	r.addAmount(amountCell{label: head, column: col.head, value: v, meaning: m, kind: col.kind, amount: a, ok: ok})
}

// unitFor is the money unit of an amount: the first that one of its labels
// names, the nearest label first, else that of the table or its caption.
func (r *reading) unitFor(labels ...*sheet.Cell) string {
	for _, c := range labels {
		if c != nil {
			if u := moneyUnit(c.Note); u != "" {
				return u
			}
		}
	}
	return r.unit
}

// addAmount adds an amount, unless it is the one above once more, printed in
// each row in place of a merge.
func (r *reading) addAmount(a amountCell) {
	again := slices.ContainsFunc(r.amounts, func(b amountCell) bool {
		return a.column == nil && b.column == nil && a.label != nil && b.label != nil && a.value != b.value &&
			a.label.Text == b.label.Text && a.label.Column == b.label.Column &&
			a.value.Text == b.value.Text && a.value.Column == b.value.Column && a.value.Line == b.value.Line+b.value.RowSpan
	})
	if !again {
		r.amounts = append(r.amounts, a)
	}
}

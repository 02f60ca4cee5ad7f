package form

import (
	"slices"

	"jxmb/model"
)

// amountCell is an amount with the labels it stands under.
type amountCell struct {
	label   *cell // row label, nil where a block has a single amount
	column  *cell // column label, nil where the label stands beside the amount
	value   *cell
	meaning meaning // in scope money; noField for a row the form does not know
	kind    field   // in scope moneycolumn; noField without column
	amount  model.Amount
	ok      bool
}

// amountPlace is where a label of the money block stands.
type amountPlace struct {
	block   *cell
	meaning *meaning // of the block
	corner  *cell    // heads the row labels of a table of amounts: 年度预算数（万元）; may be nil
}

// moneyBlock reads the rows that 项目资金, 预算规模及资金用途 and the like span:
// amounts beside their labels, or a table of row and column labels.
func (r *reading) moneyBlock(k *cell, m *meaning) {
	k.take(useLabel, m.field.String(), nil)
	s := r.sheet
	last, left := s.reach(k), k.Column+k.ColSpan
	place := amountPlace{block: k, meaning: m}
	for row := k.row; row <= last; row++ {
		if columns := r.amountColumns(row, left); columns != nil {
			row = r.amountTable(row+1, last, left, columns, place)
			continue
		}
		line := s.line(row)
		for i := range line {
			c := &line[i]
			if c.use == unused && c.Column >= left {
				if c.entry.in(inMoney, r.form) == nil && r.isLabel(c) {
					break // the rest of the row belongs to another label
				}
				r.moneyCell(c, place)
			} else if c.use == unused && c != k && c.entry == k.entry && c.entry != nil {
				c.take(useLabel, m.field.String(), nil) // the label once more, in place of a merge
			}
		}
	}
}

// moneyCell reads one cell of a block without column labels.
func (r *reading) moneyCell(c *cell, place amountPlace) {
	if c.blank { // a value cell is taken by its label; the scan takes the rest
		if place.meaning.field == fieldMoneyPurpose && c.Column == place.block.Column+place.block.ColSpan && int(r.sheet.filled[c.row-1]) < c.Column {
			c.take(useBlock, "purpose", place.block)
			r.purpose(c)
		}
		return
	}
	if m := c.entry.in(inMoney, r.form); m != nil {
		r.amountLabel(c, m, place)
		return
	}
	a, ok := readAmount(c.Text, r.unitFor(place.block))
	right := r.sheet.right(c)
	switch {
	case ok:
		c.take(useBlock, "budget", place.block)
		r.addAmount(amountCell{value: c, label: place.block, meaning: meaning{field: fieldTotal, term: place.meaning.term}, amount: a, ok: true})
	case right != nil && right.use == unused && !right.blank && r.isAmount(right):
		r.amountLabel(c, &meaning{}, place)
	case place.meaning.field == fieldMoneyPurpose:
		c.take(useBlock, "purpose", place.block)
		r.purpose(c)
	}
}

func (r *reading) isAmount(c *cell) bool {
	a, ok := readAmount(c.Text, "")
	return ok && a.Number != ""
}

// headsAmounts says whether a label of a money row stands beside a table of
// amounts, as 年度预算数 does in some forms, and so labels the block.
func (r *reading) headsAmounts(c *cell) bool {
	return r.sheet.reach(c) > c.row && r.amountColumns(c.row, c.Column+c.ColSpan) != nil
}

// amountLabel reads a label of a money row and the amount beside or below it.
func (r *reading) amountLabel(c *cell, m *meaning, place amountPlace) {
	v, by := r.value(c)
	c.take(useLabel, "budget", place.block)
	if v == nil {
		return
	}
	v.take(by, "budget", c)
	term := m.term
	if term == "" && place.meaning != nil {
		term = place.meaning.term
	}
	a, ok := readAmount(v.Text, r.unitFor(c, place.block))
	r.addAmount(amountCell{label: c, value: v, meaning: meaning{field: m.field, term: term}, amount: a, ok: ok})
}

// amountColumn is a column of a money table.
type amountColumn struct {
	head *cell
	kind field
}

// amountColumns reads a row of column labels (年初预算数, 全年执行数, …): two at
// least, and no amount in the row.
func (r *reading) amountColumns(row, left int) []amountColumn {
	var out []amountColumn
	line := r.sheet.line(row)
	for i := range line {
		c := &line[i]
		if c.use != unused || c.Column < left || c.blank {
			continue
		}
		if m := c.entry.in(inMoneyColumn, r.form); m != nil {
			out = append(out, amountColumn{c, m.field})
		} else if r.isAmount(c) {
			return nil
		}
	}
	if len(out) > 2 { // what heads the row labels heads no amounts: 年度预算数 above 总额
		if below := r.sheet.below(out[0].head); below != nil && below.entry.in(inMoney, r.form) != nil {
			out = out[1:]
		}
	}
	if len(out) < 2 {
		return nil
	}
	for i := range line { // what else stands in a header row heads a column, or the row labels
		if c := &line[i]; c.use == unused && !c.blank && c.Column >= left && c.Column > out[0].head.Column {
			if c.entry.in(inMoneyColumn, r.form) == nil {
				out = append(out, amountColumn{c, fieldNote})
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
		col.head.take(useHeader, "budget", place.block)
		first = min(first, col.head.Column)
	}
	for col := left; col < first; col++ {
		if c := r.sheet.at(from-1, col); c != nil && c.use == unused {
			c.take(useHeader, "", place.block)
			place.corner = c
		}
	}
	for row := from; row <= last; row++ {
		label, m := r.amountRow(row, left, first)
		for _, col := range columns {
			r.crossing(row, col, label, m, place)
		}
	}
	return last
}

// amountRow is the label of a row: the last cell left of the amounts that is
// not blank, and before all one that is known.
func (r *reading) amountRow(row, left, first int) (label *cell, m meaning) {
	for col := left; col < first; {
		c := r.sheet.at(row, col)
		if c == nil {
			col++
			continue
		}
		col = c.Column + c.ColSpan
		if c.blank {
			continue
		}
		if known := c.entry.in(inMoney, r.form); known != nil {
			label, m = c, *known
		} else if m.field == noField {
			label = c
		}
		c.take(useLabel, "budget", nil)
	}
	return label, m
}

func (r *reading) crossing(row int, col amountColumn, label *cell, m meaning, place amountPlace) {
	v := r.sheet.at(row, col.head.Column)
	if v == nil || v.use != unused || v.row != row {
		return
	}
	if v.blank && label == nil {
		v.take(useNothing, "", nil)
		return
	}
	v.take(useCrossing, "budget", col.head)
	if label == nil { // a single row beside its block label is the total
		label, m.field = place.block, fieldTotal
	}
	a, ok := readAmount(v.Text, r.unitFor(label, col.head, place.corner, place.block))
	if col.kind == fieldNote || !ok && !v.blank {
		if !v.blank {
			r.extra(labelText(label.Text)+"/"+labelText(col.head.Text), v.Text, v)
		}
		return
	}
	if m.term == "" && place.meaning != nil {
		m.term = place.meaning.term
	}
	r.addAmount(amountCell{label: label, column: col.head, value: v, meaning: m, kind: col.kind, amount: a, ok: ok})
}

// unitFor is the money unit of an amount: the first that one of its labels
// names, the nearest label first, else that of the table or its caption.
func (r *reading) unitFor(labels ...*cell) string {
	for _, c := range labels {
		if c != nil {
			if u := moneyUnit(c.note); u != "" {
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
			a.value.Text == b.value.Text && a.value.Column == b.value.Column && a.value.row == b.value.row+b.value.RowSpan
	})
	if !again {
		r.amounts = append(r.amounts, a)
	}
}

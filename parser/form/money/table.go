package money

import (
	"cmp"
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// amountColumn is a column of a money table; head is the cell above its
// amounts, which may be blank.
type amountColumn struct {
	head *sheet.Cell
	slot int
	kind label.Field
	part label.Field // of the total left of it that the column holds: 财政拨款; NoField for one of totals
	term string      // the side that the head names, "" for none
}

// AmountColumns reads a row of column labels (年初预算数, 全年执行数, …): two at
// least, and no amount in the row. A head that labels.tsv does not hold is told
// by its words where amounts stand below it.
func (r *Ledger) AmountColumns(row, left int) []amountColumn {
	var out, others []amountColumn
	for c := range r.Sheet.Unread(row) {
		if c.Column < left {
			continue
		}
		switch kind := r.columnKind(c); {
		case kind != label.NoField:
			out = append(out, amountColumn{head: c, slot: c.Column, kind: kind})
		case c.IsAmount():
			return nil
		default:
			others = append(others, amountColumn{head: c, slot: c.Column, kind: label.Note})
		}
	}
	if len(out) > 2 && r.Sheet.Below(out[0].head).In(label.InMoney, r.Kind) != nil {
		out = out[1:] // what heads the row labels heads no amounts: 年度预算数 above 总额
	}
	if len(out) < 2 {
		return nil
	}
	out = r.settleYears(out, others)
	planned := plannedColumn(out)
	for _, other := range others { // what else stands in a header row heads a column, or the row labels
		if other.slot <= out[0].slot || slices.ContainsFunc(out, func(col amountColumn) bool { return col.slot == other.slot }) {
			continue
		}
		if m := r.MoneyMeaning(other.head); m != nil && planned != label.NoField {
			other.kind, other.part = planned, m.Field
		}
		out = append(out, other)
	}
	return out
}

// PairedHeads takes a row that heads labels and their amounts in turn, such as
// 按支出类型分 | 预算金额（万元） | 按来源类型分 | 预算金额（万元）, as the corner of the
// place: the amounts below have its unit. Other rows are left as they are.
func (r *Ledger) PairedHeads(row, left int, place *Place) {
	var heads []*sheet.Cell
	for c := range r.Sheet.Words(row) {
		if c.Column < left {
			continue
		}
		below := r.Sheet.Below(c)
		amount := len(heads)%2 == 1
		if c.Use != sheet.Unused || !below.Unread() || below.IsAmount() != amount || amount != r.headsAmount(c) {
			return
		}
		heads = append(heads, c)
	}
	if len(heads) == 0 || len(heads)%2 == 1 {
		return
	}
	for _, c := range heads {
		c.Take(sheet.UseHeader, "budget", place.Block)
		if c.Note == "" {
			c.Note = label.Brackets(c.Text)
		}
	}
	place.corner = heads[1]
}

// headsAmount says whether a cell is worded as the head of amounts: 金额, 预算金额.
func (r *Ledger) headsAmount(c *sheet.Cell) bool {
	if m := c.Entry.In(label.InMoneyColumn, r.Kind); m != nil {
		return m.Field == label.Amount || m.Field == label.Budget
	}
	return r.MoneyMeaning(c).Is(label.Total) && label.SaysMoney(c.Text)
}

// plannedColumn is the kind of the last column of a budget where none tells what was
// spent, so that parts of the money beside it are parts of that budget: 上年预算数 |
// 本年预算数 | 财政拨款. Else NoField.
func plannedColumn(columns []amountColumn) label.Field {
	planned := label.NoField
	for _, c := range columns {
		switch c.kind {
		case label.Initial, label.Budget:
			planned = c.kind
		case label.Executed, label.Rate, label.Amount:
			return label.NoField
		}
	}
	return planned
}

// columnKind is what a cell heads a column of amounts as; NoField where it
// heads none.
func (r *Ledger) columnKind(c *sheet.Cell) label.Field {
	if m := c.Entry.In(label.InMoneyColumn, r.Kind); m != nil {
		return m.Field
	}
	if kind := r.MonthColumn(c); kind != label.NoField {
		return kind
	}
	below := r.Sheet.Below(c)
	if below == nil || !below.IsAmount() || c.Entry != nil && !c.In(label.InProject, r.Kind).Is(label.Year) {
		return label.NoField
	}
	if kind := label.WordedColumn(c.Text); kind != label.NoField {
		return kind
	}
	if _, time := label.TimeAlone(c.Text); time {
		return label.Budget
	}
	return label.NoField
}

// AmountTable reads the rows from..last of a money table and returns the last
// row read.
func (r *Ledger) AmountTable(from, last, left int, columns []amountColumn, place Place) int {
	r.otherYears(columns)
	first := columns[0].head.Column
	for _, col := range columns {
		col.head.Take(sheet.UseHeader, "budget", place.Block)
		first = min(first, col.head.Column)
	}
	for col := left; col < first; col++ {
		if c := r.Sheet.At(from-1, col); c.Unread() {
			c.Take(sheet.UseHeader, "", place.Block)
			place.corner = c
		}
	}
	for row := from; row <= last; row++ {
		head, m := r.amountRow(row, left, first)
		for _, col := range r.withBlankHeads(columns, row, left, head) {
			r.crossing(row, col, head, m, place)
		}
	}
	return last
}

// RowsBelow reads a table of amounts whose labels stand below that of the block, as it
// heads their column: 资金来源 | 年初预算 | 调整预算 over 资金合计 | 1680 | 1720.
func (r *Ledger) RowsBelow(k *sheet.Cell, place Place) bool {
	last := k.Line
	for r.labelsAmounts(r.Sheet.At(last+1, k.Column), last+1) {
		last++
	}
	if last == k.Line {
		return false
	}
	columns := r.AmountColumns(k.Line, k.LastColumn()+1)
	if columns == nil {
		return false
	}
	r.AmountTable(k.Line+1, last, k.Column, columns, place)
	return true
}

// labelsAmounts says whether a cell that begins in the row labels money, with an amount
// beside it.
func (r *Ledger) labelsAmounts(c *sheet.Cell, row int) bool {
	if !c.Unread() || !c.BeginsIn(row) {
		return false
	}
	return (r.MoneyMeaning(c) != nil || c.In(label.InProject, r.Kind).Is(label.Sum)) && r.Sheet.Right(c).IsAmount()
}

// amountRow is the label of a row: the last cell left of the amounts that is
// not blank, and before all one that is known.
func (r *Ledger) amountRow(row, left, first int) (head *sheet.Cell, m label.Meaning) {
	for col := left; col < first; {
		c := r.Sheet.At(row, col)
		if c == nil {
			col++
			continue
		}
		col = c.Column + c.ColSpan
		if c.Blank || c.Use != sheet.Unused || c.IsAmount() { // an amount under a blank head
			continue
		}
		if known := r.MoneyMeaning(c); known != nil {
			head, m = c, *known
		} else if m.Field == label.NoField {
			head = c
		}
		c.Take(sheet.UseLabel, "budget", nil)
	}
	return head, m
}

// withBlankHeads adds to the columns those whose head is blank and that hold an
// amount in the row all the same, behind its label.
func (r *Ledger) withBlankHeads(columns []amountColumn, row, left int, head *sheet.Cell) []amountColumn {
	if head == nil || head.Line != row {
		return columns
	}
	out := columns
	from := max(left, head.Column+head.ColSpan)
	for c := range r.Sheet.Unread(row) {
		headed := slices.ContainsFunc(columns, func(col amountColumn) bool { return col.slot == c.Column })
		if c.Column >= from && !headed && c.IsAmount() {
			out = append(out[:len(out):len(out)], amountColumn{slot: c.Column, kind: label.Line})
		}
	}
	return out
}

// crossing reads the cell of a row, labelled head, in a column of amounts.
func (r *Ledger) crossing(row int, col amountColumn, head *sheet.Cell, m label.Meaning, place Place) {
	v := r.Sheet.At(row, col.slot)
	if !v.Unread() || v.Line != row {
		return
	}
	if v.Blank && head == nil {
		v.Take(sheet.UseNothing, "", nil)
		return
	}
	v.Take(sheet.UseCrossing, "budget", col.head)
	if head == nil { // a single row beside its block label is the total
		head, m.Field = place.Block, label.Total
	}
	if col.part != label.NoField && m.Field == label.Total {
		m.Field = col.part
	}
	fiscal := wordedNote(head)
	a, ok := ReadAmount(v.Text, r.UnitFor(head, col.head, place.corner, place.Block))
	switch {
	case m.Field == label.Total && !place.lines && r.ExecutionCell(col.kind, v, head, col.head, place.Block):
	case col.kind.Between(label.Rate, label.Note), !ok && !v.Blank:
		if !v.Blank {
			r.unknownColumn(v, col, m)
			r.Extra(label.Text(head.Text)+"/"+label.Text(col.head.Text), v.Text, v)
		}
	default:
		r.unknownColumn(v, col, m)
		m.Term = cmp.Or(m.Term, col.term, place.term())
		if place.lines {
			m.Field = label.Line
		}
		r.AddAmount(Amount{Label: head, column: col.head, Value: v, Block: place.Block, Meaning: m, fiscal: fiscal, kind: col.kind, Amount: a, Legible: ok})
	}
}

// unknownColumn reports a total in a column of money whose head is unknown or
// blank: it may be that of the budget in force.
func (r *Ledger) unknownColumn(v *sheet.Cell, col amountColumn, m label.Meaning) {
	unknown := col.kind == label.Note && col.head.Entry == nil || col.kind == label.Line && col.head == nil
	if m.Field != label.Total || !unknown || !v.IsAmount() || strings.ContainsAny(v.Text, "%％") {
		return
	}
	head := ""
	if col.head != nil {
		head = label.Text(col.head.Text)
	}
	r.Report(draft.RuleAbsent, r.Origin(v), model.Say("表头“%s”不认识，这一栏的金额 %s 没有用作预算数或执行数",
		"the head %q is not known; the amount %s in its column was taken neither as the budget nor as what was spent", head, label.Text(v.Text)))
	r.Args("head", head, "text", v.Text)
}

// Package money reads the money of a project: amounts with the labels of their rows and
// columns, settled into budget, fiscal and other money of the year and of the long term.
package money

import (
	"cmp"

	"jxmb/model"
	"jxmb/parser/form/beside"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// Ledger gathers the amounts of a project, with the labels they stand under, and
// settles them into its budget once all are known.
type Ledger struct {
	*beside.Neighbours
	*draft.Appraisal
	Unit       string      // money unit declared by the sheet or its caption
	Section    *sheet.Cell // heads the rows of money below it; nil: none
	Amounts    []Amount
	ending     map[int]int // by line, the number of the last amount whose cell ends above it; see [Ledger.AddAmount]
	undeclared bool        // the missing money unit was reported
}

// NewLedger takes room for its amounts.
func NewLedger(n *beside.Neighbours, a *draft.Appraisal, room []Amount) *Ledger {
	return &Ledger{Neighbours: n, Appraisal: a, Amounts: room, ending: map[int]int{}}
}

// Begin starts the amounts of the next project: what the one above costs, that may
// cost too.
func (r *Ledger) Begin() {
	r.Amounts, r.undeclared, r.Section = r.Amounts[:0], false, nil
	clear(r.ending)
}

// Amount is an amount with the labels it stands under.
type Amount struct {
	Label   *sheet.Cell // row label, nil where a block has a single amount
	column  *sheet.Cell // column label, nil where the label stands beside the amount
	Value   *sheet.Cell
	Block   *sheet.Cell   // label of the block it stands in, nil outside any
	Meaning label.Meaning // in scope money; NoField for a row the form does not know
	fiscal  bool          // a total that speaks of fiscal money: 年度财政资金总额
	kind    label.Field   // in scope moneycolumn; NoField without column, line for one without a head
	Amount  model.Amount
	Legible bool // blank, or an amount
	before  int  // number of the amount that ends above the same row; see addAmount
}

// Place is where a label of the money block stands.
type Place struct {
	Block   *sheet.Cell
	Meaning *label.Meaning // of the block
	corner  *sheet.Cell    // heads the row labels of a table of amounts: 年度预算数（万元）; may be nil
	lines   bool           // its amounts are what the money is spent on, no budget of their own
}

// InnerBlock takes a cell over several rows of a block that labels a table of amounts of
// its own, with the row of heads right of it: 资金来源（万元） and 支出明细（万元） in
// 项目资金情况. Ok is false where no such cell begins at left in the row.
func (r *Ledger) InnerBlock(row, last, left int, outer Place) (inner *sheet.Cell, place Place, ok bool) {
	c := r.Sheet.At(row, left)
	if !c.Unread() || c.RowSpan == 1 || !c.BeginsIn(row) {
		return nil, place, false
	}
	if row == outer.Block.Line && c.LastRow() >= last { // the whole of the block
		return nil, place, false
	}
	corner := r.Sheet.At(row, c.LastColumn()+1) // heads the labels of its rows
	if corner == nil || r.columnKind(corner) != label.NoField || r.AmountColumns(row, corner.Column) == nil {
		return nil, place, false
	}
	if c.Note = cmp.Or(c.Note, label.Brackets(c.Text)); UnitIn(c.Note) == "" {
		c.Note = outer.Block.Note
	}
	_, worded := label.WordedAmount(c.Text)
	known := worded || c.In(label.InProject, r.Kind).Is(label.Money) || c.In(label.InMoney, r.Kind) != nil
	c.Take(sheet.UseLabel, "budget", outer.Block)
	return c, Place{Block: c, Meaning: outer.Meaning, lines: outer.lines || !known}, true
}

// term is the side of the block, "" where it names none.
func (p Place) term() string {
	if p.Meaning == nil {
		return ""
	}
	return p.Meaning.Term
}

// AmountsIn says whether an amount of the block was read.
func (r *Ledger) AmountsIn(block *sheet.Cell) bool {
	last := len(r.Amounts) - 1
	return last >= 0 && r.Amounts[last].Block == block
}

// HeadsAmounts says whether a label of a money row stands beside a table of
// amounts, as 年度预算数 does in some forms, and so labels the block.
func (r *Ledger) HeadsAmounts(c *sheet.Cell) bool {
	return r.Sheet.ReachesBelow(c) && r.AmountColumns(c.Line, c.Column+c.ColSpan) != nil
}

// AmountLabel reads a label of a money row and the amount beside or below it.
func (r *Ledger) AmountLabel(c *sheet.Cell, m *label.Meaning, place Place) {
	v, by := r.AmountValue(c)
	fiscal := wordedNote(c)
	c.Take(sheet.UseLabel, "budget", place.Block)
	if v == nil {
		return
	}
	v.Take(by, "budget", c)
	r.severalAmounts(c, v)
	field, kind := m.Field, r.sumColumn(c)
	if field == label.NoField && kind != label.NoField {
		field = label.Total
	}
	term := cmp.Or(m.Term, place.term())
	unit := r.UnitFor(c, r.rowHead(v, by, place), place.corner, place.Block)
	a, ok := ReadAmount(v.Text, unit)
	if !ok && field != label.NoField && r.RunningAmounts(label.Meaning{Field: field, Term: term}, c, v, place.Block, v.Text) {
		r.Extra(label.Text(c.Text), v.Text, v)
		return
	}
	if !ok {
		if noted, read := beforeNote(v.Text, unit); read {
			a, ok = noted, true
		}
	}
	r.AddAmount(Amount{Label: c, Value: v, Block: place.Block, Meaning: label.Meaning{Field: field, Term: term}, fiscal: fiscal, kind: kind, Amount: a, Legible: ok})
}

// rowHead is the head of the row in which an amount stands below its label, and says of
// what unit: 金额（万元） below 资金来源. Nil where there is none.
func (r *Ledger) rowHead(v *sheet.Cell, by sheet.Use, place Place) *sheet.Cell {
	if by != sheet.UseBelow {
		return nil
	}
	for c := range r.Sheet.Words(v.Line) {
		if c.Column >= v.Column || c.IsAmount() || c.Entry.In(label.InMoneyColumn, r.Kind) == nil {
			return nil
		}
		if c.Use == sheet.Unused {
			c.Take(sheet.UseHeader, "budget", place.Block)
		}
		return c
	}
	return nil
}

// sumColumn is the column of a table of amounts that a label beside an amount names and
// no row does: 执行数, 年初预算. NoField for any other.
func (r *Ledger) sumColumn(c *sheet.Cell) label.Field {
	if m := c.In(label.InMoneyColumn, r.Kind); m != nil && c.In(label.InMoney, r.Kind) == nil && m.Field.Between(label.Initial, label.Executed) {
		return m.Field
	}
	if r.MonthColumn(c) == label.Executed { // 1-6月支出（万元）
		c.Note = label.Brackets(c.Text)
		return label.Executed
	}
	return label.NoField
}

// ColumnLabel reads such a label outside any block; false for any other cell.
func (r *Ledger) ColumnLabel(c *sheet.Cell) bool {
	if r.sumColumn(c) == label.NoField {
		return false
	}
	if v, _ := r.AmountValue(c); !v.IsAmount() {
		return false
	}
	r.AmountLabel(c, &label.Meaning{}, Place{})
	return true
}

// severalAmounts reports another amount right behind that of a label, as no head
// says which of them is the budget.
func (r *Ledger) severalAmounts(c, v *sheet.Cell) {
	next := r.Sheet.Right(v)
	if v.Line != c.Line || !next.Unread() || next.Line != c.Line {
		return
	}
	if next.Text == v.Text || !v.IsAmount() || !next.IsAmount() {
		return
	}
	r.Report(draft.RuleAbsent, r.Origin(v), model.Say("“%s”旁有几个金额，没有表头说明各是什么，按第一个读取", "several amounts stand beside %s under no head that says which is which; the first was read", label.Text(c.Text)))
	r.Args("label", label.Text(c.Text))
}

// UnitFor is the money unit of an amount: the first that one of its labels
// names, the nearest label first, else that of the table or its caption.
func (r *Ledger) UnitFor(labels ...*sheet.Cell) string {
	for _, c := range labels {
		if c != nil {
			if u := UnitIn(c.Note); u != "" {
				return u
			}
		}
	}
	if r.Section != nil && UnitIn(r.Section.Note) != "" {
		return UnitIn(r.Section.Note)
	}
	return r.Unit
}

// AddAmount adds an amount, unless it is the one above once more, printed in
// each row in place of a merge.
func (r *Ledger) AddAmount(a Amount) {
	if a.column != nil || a.Label == nil || a.Value == nil {
		r.Amounts = append(r.Amounts, a)
		return
	}
	for n := r.ending[a.Value.Line]; n > 0; n = r.Amounts[n-1].before {
		if a.repeats(r.Amounts[n-1]) {
			return
		}
	}
	below := a.Value.Line + a.Value.RowSpan
	a.before = r.ending[below]
	r.Amounts = append(r.Amounts, a)
	r.ending[below] = len(r.Amounts)
}

// repeats says whether the amount is another one printed once more: in the same
// columns, with the same words.
func (a Amount) repeats(b Amount) bool {
	return a.Value != b.Value && printedAgain(a.Label, b.Label) && printedAgain(a.Value, b.Value)
}

func printedAgain(a, b *sheet.Cell) bool { return a.Column == b.Column && a.Text == b.Text }

package form

import (
	"cmp"

	"jxmb/model"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// ledger gathers the amounts of a project, with the labels they stand under, and
// settles them into its budget once all are known.
type ledger struct {
	*neighbours
	*appraisal
	unit       string // money unit declared by the sheet or its caption
	amounts    []amountCell
	ending     map[int]int // by line, the number of the last amount whose cell ends above it; see [ledger.addAmount]
	undeclared bool        // the missing money unit was reported
}

// newLedger takes room for its amounts.
func newLedger(n *neighbours, a *appraisal, room []amountCell) *ledger {
	return &ledger{neighbours: n, appraisal: a, amounts: room, ending: map[int]int{}}
}

// begin starts the amounts of the next project: what the one above costs, that may
// cost too.
func (r *ledger) begin() {
	r.amounts, r.undeclared = r.amounts[:0], false
	clear(r.ending)
}

// amountCell is an amount with the labels it stands under.
type amountCell struct {
	label   *sheet.Cell // row label, nil where a block has a single amount
	column  *sheet.Cell // column label, nil where the label stands beside the amount
	value   *sheet.Cell
	block   *sheet.Cell   // label of the block it stands in, nil outside any
	meaning label.Meaning // in scope money; noField for a row the form does not know
	fiscal  bool          // a total that speaks of fiscal money: 年度财政资金总额
	kind    label.Field   // in scope moneycolumn; noField without column, line for one without a head
	amount  model.Amount
	legible bool // blank, or an amount
	before  int  // number of the amount that ends above the same row; see addAmount
}

// amountPlace is where a label of the money block stands.
type amountPlace struct {
	block   *sheet.Cell
	meaning *label.Meaning // of the block
	corner  *sheet.Cell    // heads the row labels of a table of amounts: 年度预算数（万元）; may be nil
}

// term is the side of the block, "" where it names none.
func (p amountPlace) term() string {
	if p.meaning == nil {
		return ""
	}
	return p.meaning.Term
}

// amountsIn says whether an amount of the block was read.
func (r *ledger) amountsIn(block *sheet.Cell) bool {
	last := len(r.amounts) - 1
	return last >= 0 && r.amounts[last].block == block
}

// headsAmounts says whether a label of a money row stands beside a table of
// amounts, as 年度预算数 does in some forms, and so labels the block.
func (r *ledger) headsAmounts(c *sheet.Cell) bool {
	return r.sheet.ReachesBelow(c) && r.amountColumns(c.Line, c.Column+c.ColSpan) != nil
}

// amountLabel reads a label of a money row and the amount beside or below it.
func (r *ledger) amountLabel(c *sheet.Cell, m *label.Meaning, place amountPlace) {
	v, by := r.amountValue(c)
	fiscal := wordedNote(c)
	c.Take(sheet.UseLabel, "budget", place.block)
	if v == nil {
		return
	}
	v.Take(by, "budget", c)
	r.severalAmounts(c, v)
	term := cmp.Or(m.Term, place.term())
	a, ok := readAmount(v.Text, r.unitFor(c, place.block))
	r.addAmount(amountCell{label: c, value: v, block: place.block, meaning: label.Meaning{Field: m.Field, Term: term}, fiscal: fiscal, amount: a, legible: ok})
}

// severalAmounts reports another amount right behind that of a label, as no head
// says which of them is the budget.
func (r *ledger) severalAmounts(c, v *sheet.Cell) {
	next := r.sheet.Right(v)
	if v.Line != c.Line || !next.Unread() || next.Line != c.Line {
		return
	}
	if next.Text == v.Text || !isAmount(v) || !isAmount(next) {
		return
	}
	r.report(ruleAbsent, r.origin(v), model.Say("“%s”旁有几个金额，没有表头说明各是什么，按第一个读取", "several amounts stand beside %s under no head that says which is which; the first was read", label.Text(c.Text)))
	r.args("label", label.Text(c.Text))
}

// unitFor is the money unit of an amount: the first that one of its labels
// names, the nearest label first, else that of the table or its caption.
func (r *ledger) unitFor(labels ...*sheet.Cell) string {
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
func (r *ledger) addAmount(a amountCell) {
	if a.column != nil || a.label == nil || a.value == nil {
		r.amounts = append(r.amounts, a)
		return
	}
	for n := r.ending[a.value.Line]; n > 0; n = r.amounts[n-1].before {
		if a.repeats(r.amounts[n-1]) {
			return
		}
	}
	below := a.value.Line + a.value.RowSpan
	a.before = r.ending[below]
	r.amounts = append(r.amounts, a)
	r.ending[below] = len(r.amounts)
}

// repeats says whether the amount is another one printed once more: in the same
// columns, with the same words.
func (a amountCell) repeats(b amountCell) bool {
	return a.value != b.value && printedAgain(a.label, b.label) && printedAgain(a.value, b.value)
}

func printedAgain(a, b *sheet.Cell) bool { return a.Column == b.Column && a.Text == b.Text }

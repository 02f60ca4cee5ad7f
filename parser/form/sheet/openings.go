package sheet

import (
	"jxmb/parser/form/label"
)

// Openings is the rows at which another form begins, where several are stacked
// in one table: a second 项目名称 that says something else, or a label of the rows
// above the indicators that comes again behind a header with another header
// below it. Lines that lead to it (its title, year, unit) belong to the form;
// title tells the first two of these. Nil where the sheet holds one form.
func (s *Sheet) Openings(title func(string) bool) []int {
	if len(s.Bands) == 0 && !s.Named() || s.Lists() {
		return nil
	}
	o := opening{Sheet: s, title: title, from: 1, lastHeader: s.Rows}
	for o.lastHeader > 0 && !s.heads(o.lastHeader) {
		o.lastHeader--
	}
	var out []int
	for row := 1; row <= s.Rows; row++ {
		if s.heads(row) {
			o.headed = true
			continue
		}
		if o.opens(row) {
			o.begin(row)
			out = append(out, o.from)
		}
		o.note(row)
	}
	return out
}

// opening is the state of [Sheet.Openings].
type opening struct {
	*Sheet
	title      func(string) bool
	from       int                     // first row of the form being walked over
	lastHeader int                     // of the sheet
	toBlock    []bool                  // by row, see leadsToBlock; nil until asked for
	headed     bool                    // the form has indicators
	blocks     bool                    // or a block above them
	seen       [label.Section][2]*Cell // labels of the form by field, those of the long term apart
}

// heads says whether the row is one of a header.
func (s *Sheet) heads(row int) bool {
	line := s.Line(row)
	return len(line) > 0 && line[0].Use == UseHeader
}

// begin begins another form with the row and the lines that lead to it.
func (o *opening) begin(row int) {
	o.from = o.lead(row)
	o.seen, o.headed, o.blocks = [label.Section][2]*Cell{}, false, false
	for lead := o.from; lead < row; lead++ {
		o.note(lead)
	}
}

// note takes up the labels of the row, which is none of a header.
func (o *opening) note(row int) {
	for c := range o.Words(row) {
		m := meaning(c)
		if !around(m) {
			if o.headed {
				return // the row of an indicator
			}
			continue
		}
		if at := &o.seen[m.Field][side(m)]; *at == nil {
			*at = c
		}
		o.blocks = o.blocks || aboveIndicators.Has(m.Field)
	}
}

// aboveIndicators are the blocks above the indicators.
var aboveIndicators = label.These(label.Purpose, label.Money, label.MoneyPurpose, label.Plan, label.Goals, label.Indicators, label.List)

func side(m *label.Meaning) int {
	if m.Term == label.TermLong {
		return 1
	}
	return 0
}

// around says whether the meaning is one of the rows around the indicators, and
// more than that of a caption.
func around(m *label.Meaning) bool { return m != nil && m.Field < label.Section }

// meaning is what a cell names as a label, or as a label with its value behind
// a colon.
func meaning(c *Cell) *label.Meaning {
	e := c.Entry
	if e == nil {
		e = c.Inside
	}
	return e.In(label.InProject, "")
}

// opens says whether another form begins with the row, or with lines above it:
// its first label, or one behind it, comes again. What begins with anything else
// is the row of an indicator, or of an amount.
func (o *opening) opens(row int) bool {
	if !o.headed && !o.blocks {
		return false
	}
	first, opener := true, o.headed && o.lastHeader > row
	for c := range o.Words(row) {
		m := meaning(c)
		switch {
		case !around(m), first && o.besideLevel(c):
			if first {
				return false
			}
		case (named.Has(m.Field) || opener && openers.Has(m.Field)) && o.again(row, c, m):
			return true
		}
		first, opener = false, false
	}
	return false
}

// besideLevel says whether a cell stands beside one that goes on from above and is no label
// of the rows around the indicators: 绩效目标 under 决策.
func (o *opening) besideLevel(c *Cell) bool {
	left := o.At(c.Line, c.Column-1)
	return o.headed && left.Filled() && left.Line < c.Line && !around(meaning(left))
}

// named are the labels of what a form is about.
var named = label.These(label.Name, label.Code)

// again says whether the label of the row stood above in the form, and says
// something else now or leads to another block.
func (o *opening) again(row int, c *Cell, m *label.Meaning) bool {
	before := o.seen[m.Field][side(m)]
	if before == nil || before.Line == row {
		return false
	}
	return !o.repeats(before, c) || o.headed && o.leadsToBlock(row)
}

// leadsToBlock says whether goals, money and the like stand below the row,
// before the next header: then what comes again is a form, no head of a page.
func (o *opening) leadsToBlock(row int) bool {
	if o.toBlock == nil {
		o.toBlock = make([]bool, o.Rows+1)
		found := false
		for row := o.Rows; row > 0; row-- {
			header := o.heads(row)
			o.toBlock[row] = found && !header
			found = !header && (found || o.opensBlock(row))
		}
	}
	return o.toBlock[row] && row < o.lastHeader
}

// opensBlock says whether a label of the row opens a block above indicators.
func (o *opening) opensBlock(row int) bool {
	for c := range o.Words(row) {
		if m := meaning(c); m != nil && m.Field >= label.Purpose && openers.Has(m.Field) {
			return true
		}
	}
	return false
}

// openers are the labels that stand above the indicators of a form and once.
var openers = label.These(label.Unit, label.Department, label.Implementer, label.Purpose, label.Money, label.MoneyPurpose, label.Plan, label.Goals)

// repeats says whether label b stands beside what label a stood beside, as in
// rows that are printed again on each page.
func (o *opening) repeats(a, b *Cell) bool {
	x, y := o.Right(a), o.Right(b)
	if x == nil || y == nil {
		return x == y && a.Text == b.Text
	}
	return a.Entry == b.Entry && label.Normal(x.Text) == label.Normal(y.Text)
}

// lead is the first of the lines that lead to the row.
func (o *opening) lead(row int) int {
	for row-1 > o.from && o.leads(row-1) {
		row--
	}
	return row
}

// leads says whether the row is blank, or a title, year or unit above a form.
func (o *opening) leads(row int) bool {
	if o.heads(row) {
		return false
	}
	var only *Cell
	for c := range o.Words(row) {
		m := meaning(c)
		switch {
		case m != nil && m.Field <= label.Year:
			return m.Field == label.MoneyUnit || o.before(row, m)
		case only != nil:
			return false
		}
		only = c
	}
	return only == nil || o.Wide(only) && o.title(only.Text)
}

// before says whether the label stood above the row in the form.
func (o *opening) before(row int, m *label.Meaning) bool {
	at := o.seen[m.Field][side(m)]
	return at != nil && at.Line < row
}

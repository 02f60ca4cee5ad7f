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
	o := opening{Sheet: s, title: title, from: 1}
	for row := s.Rows; row > 0 && o.lastHeader == 0; row-- {
		if s.heads(row) {
			o.lastHeader = row
		}
	}
	var out []int
	for row := 1; row <= s.Rows; row++ {
		if o.opens(row) {
			o.from = o.lead(row)
			out = append(out, o.from)
			o.seen, o.headed, o.blocks = [label.Section][2]*Cell{}, false, false
			for lead := o.from; lead < row; lead++ {
				o.note(lead)
			}
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

// note takes up the labels of the row.
func (o *opening) note(row int) {
	if o.heads(row) {
		o.headed = true
		return
	}
	line := o.Line(row)
	for i := range line {
		c := &line[i]
		m := meaning(c)
		if m == nil || m.Field >= label.Section {
			if o.headed && !c.Blank {
				return // the row of an indicator
			}
			continue
		}
		if at := &o.seen[m.Field][side(m)]; *at == nil {
			*at = c
		}
		o.blocks = o.blocks || m.Field == label.Purpose || m.Field >= label.Money
	}
}

func side(m *label.Meaning) int {
	if m.Term == label.TermLong {
		return 1
	}
	return 0
}

// meaning is what a cell names as a label, or as a label with its value behind
// a colon.
func meaning(c *Cell) *label.Meaning {
	if c.Entry != nil {
		return c.Entry.In(label.InProject, "")
	}
	return c.Inside.In(label.InProject, "")
}

// opens says whether another form begins with the row, or with lines above it.
func (o *opening) opens(row int) bool {
	if !o.headed && !o.blocks || o.heads(row) {
		return false
	}
	line := o.Line(row)
	first := true
	for i := range line {
		c := &line[i]
		if c.Blank {
			continue
		}
		m := meaning(c)
		if m == nil || m.Field >= label.Section {
			if first {
				return false // the row of an indicator, or of an amount
			}
			continue
		}
		before := o.seen[m.Field][side(m)]
		switch {
		case before == nil || before.Line == row:
		case o.repeats(before, c) && !(o.headed && o.leadsToBlock(row)):
		case m.Field == label.Name, m.Field == label.Code:
			return true
		case first && o.headed && o.lastHeader > row && opener(m.Field):
			return true
		}
		first = false
	}
	return false
}

// leadsToBlock says whether goals, money and the like stand below the row,
// before the next header: then what comes again is a form, no head of a page.
func (o *opening) leadsToBlock(row int) bool {
	if o.toBlock == nil {
		o.toBlock = make([]bool, o.Rows+1)
		found := false
		for row := o.Rows; row > 0; row-- {
			if o.heads(row) {
				found = false
			}
			o.toBlock[row] = found
			line := o.Line(row)
			for i := range line {
				m := meaning(&line[i])
				found = found || m != nil && !o.heads(row) && m.Field >= label.Purpose && opener(m.Field)
			}
		}
	}
	return o.toBlock[row] && row < o.lastHeader
}

// opener says whether a label stands above the indicators of a form and once.
func opener(f label.Field) bool {
	switch f {
	case label.Unit, label.Department, label.Implementer, label.Purpose, label.Money, label.MoneyPurpose, label.Plan, label.Goals:
		return true
	}
	return false
}

// repeats says whether label b stands beside what label a stood beside, as in
// rows that are printed again on each page.
func (o *opening) repeats(a, b *Cell) bool {
	x, y := o.Right(a), o.Right(b)
	if x == nil || y == nil {
		return x == y && a.Text == b.Text
	}
	return label.Normal(x.Text) == label.Normal(y.Text) && a.Entry == b.Entry
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
	line := o.Line(row)
	for i := range line {
		c := &line[i]
		if c.Blank {
			continue
		}
		m := meaning(c)
		if m != nil && m.Field <= label.Year {
			return o.seen[m.Field][side(m)] != nil && o.seen[m.Field][side(m)].Line < row || m.Field == label.MoneyUnit
		}
		if only != nil {
			return false
		}
		only = c
	}
	return only == nil || o.Wide(only) && (o.title(only.Text))
}

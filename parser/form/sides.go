package form

import (
	"cmp"
	"slices"

	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// sides says on which side of a double-wide form the long-term half stands, as
// the labels above the indicators show it.
type sides struct {
	long, annual int // columns of the first labels that name the sides; 0 = none
}

// severalTargets says whether the rows of an indicator table of the sheet have
// more than one.
func severalTargets(s *sheet.Sheet) bool {
	return slices.ContainsFunc(s.Bands, func(b sheet.Band) bool { return b.SeveralTargets() })
}

// findSides looks for labels of the goal and money blocks that name a side.
func (rec *matched) findSides() sides {
	var out sides
	for _, s := range rec.Sheets {
		for i := range s.Cells {
			c := &s.Cells[i]
			if c.Entry == nil || c.Use != sheet.Unused {
				continue
			}
			for _, sc := range [...]label.Scope{label.InProject, label.InMoney} {
				if m := c.Entry.In(sc, rec.form.ID); m != nil {
					out.note(m.Term, c.Column)
				}
			}
		}
	}
	return out
}

// note notes the column of a label that names a term.
func (s *sides) note(term string, column int) {
	switch term {
	case label.TermLong:
		s.long = cmp.Or(s.long, column)
	case label.TermAnnual:
		s.annual = cmp.Or(s.annual, column)
	}
}

// apart says whether both sides are named, and stand beside each other.
func (s sides) apart() bool { return s.both() && s.long != s.annual }

func (s sides) both() bool { return s.long > 0 && s.annual > 0 }

// half is one target of each row of a band, as the sides of a double-wide form
// or the columns of places are: for each field its column, and the term or
// place that the target is for.
type half struct {
	term    string
	region  string
	columns [label.NumFields]int16 // index into band.columns plus one; 0 = none
	history []int                  // columns of other years

	level1, level2 *sheet.Cell // that stand in the header over its columns
}

// halves splits the columns of a band into those of its targets. Columns that
// occur once belong to all; a form with one column of targets has one half, and
// its term is that of the caption beside the band, if any.
func (r *reading) halves(b *sheet.Band) []half {
	var targets []int
	names := 0
	for i := range b.Columns {
		switch c := &b.Columns[i]; {
		case c.Is(label.Target):
			targets = append(targets, i)
		case c.Is(label.Level3):
			names++
		}
	}
	out := make([]half, max(1, len(targets)))
	out[0].term = b.Term
	if len(targets) > 1 {
		for k, i := range targets {
			out[k].term, out[k].region = b.Columns[i].Term, b.Columns[i].Region
			out[k].level1, out[k].level2 = b.Columns[i].OverLevels(r.form.ID)
		}
		if len(out) == 2 && names == 2 && out[0].level1 == nil && !r.twice(b) {
			r.nameHalves(b.Columns[targets[1]].Head, out)
		}
	}
	shareColumns(b, out)
	shareHistory(b, out, targets)
	return out
}

// twice says whether the band is one table printed twice side by side: all of
// its levels begin again, and neither it nor the labels above name two sides.
func (r *reading) twice(b *sheet.Band) bool {
	levels := 0
	for i := range b.Columns {
		switch c := &b.Columns[i]; {
		case c.Is(label.Level1):
			levels++
		case c.Is(label.Target) && c.Term != "":
			return false
		}
	}
	return levels == 2 && !r.sides.both()
}

// shareColumns gives each half its column of each field: the only one, or the
// one in its place. Those left over are remarks.
func shareColumns(b *sheet.Band, out []half) {
	seen, count := [label.NumFields]int{}, [label.NumFields]int{}
	for _, c := range b.Columns {
		if c.Scope == label.InColumn {
			count[c.Field]++
		}
	}
	for i, c := range b.Columns {
		if c.Scope != label.InColumn || many.Has(c.Field) {
			continue
		}
		n := seen[c.Field]
		seen[c.Field]++
		if n >= len(out) {
			b.Columns[i].Field = label.Remark
		}
		for k := range out {
			if count[c.Field] == 1 || k == n {
				out[k].columns[c.Field] = int16(i + 1)
			}
		}
	}
}

// many are the columns that a target may have several of.
var many = label.These(label.Remark, label.Grade, label.History)

// shareHistory gives each column of another year to the target of its place
// that stands nearest.
func shareHistory(b *sheet.Band, out []half, targets []int) {
	for i := range b.Columns {
		c := &b.Columns[i]
		if !c.Is(label.History) {
			continue
		}
		best, far := 0, len(b.Columns)+1
		for k, t := range targets {
			if away := max(t-i, i-t); away < far && out[k].region == c.Region {
				best, far = k, away
			}
		}
		out[best].history = append(out[best].history, i)
	}
}

// nameHalves gives the sides of a double-wide band their terms: as the columns
// say, else as the labels above stand, else as the form is known to be laid
// out, which is reported at head.
func (r *reading) nameHalves(head *sheet.Cell, out []half) {
	first := cmp.Or(out[0].term, otherTerm(out[1].term))
	second := cmp.Or(out[1].term, otherTerm(out[0].term))
	if first == second { // neither says which
		first = r.firstTerm(head)
		second = otherTerm(first)
	}
	out[0].term, out[1].term = first, second
}

// firstTerm is the term of the left side where its columns do not say it.
func (r *reading) firstTerm(head *sheet.Cell) string {
	longFirst := r.form.LongLeft
	if r.sides.apart() {
		longFirst = r.sides.long < r.sides.annual
	} else {
		r.Report(draft.RuleSides, r.Origin(head), draft.SidesMessage(longFirst))
	}
	if longFirst {
		return label.TermLong
	}
	return label.TermAnnual
}

// otherTerm is the term of the side beside one of that term, "" for none.
func otherTerm(term string) string {
	switch term {
	case "":
		return ""
	case label.TermLong:
		return label.TermAnnual
	}
	return label.TermLong
}

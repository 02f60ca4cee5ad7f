package form

import (
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// sides says on which side of a double-wide form the long-term half stands, as
// the labels above the indicators show it.
type sides struct {
	long, annual int // columns of the first labels that name the sides; 0 = none
}

// findSides looks for labels of the goal and money blocks that name a side.
func (rec *record) findSides() sides {
	var out sides
	for _, s := range rec.sheets {
		for i := range s.Cells {
			c := &s.Cells[i]
			if c.Entry == nil || c.Use != sheet.Unused {
				continue
			}
			for _, sc := range [...]label.Scope{label.InProject, label.InMoney} {
				m := c.Entry.In(sc, rec.form.ID)
				switch {
				case m == nil:
				case m.Term == label.TermLong && out.long == 0:
					out.long = c.Column
				case m.Term == label.TermAnnual && out.annual == 0:
					out.annual = c.Column
				}
			}
		}
	}
	return out
}

// half is one target of each row of a band, as the sides of a double-wide form
// or the columns of places are: for each field its column, and the term or
// place that the target is for.
type half struct {
	term    string
	region  string
	columns [label.NumFields]int16 // index into band.columns plus one; 0 = none
	history []int                  // columns of other years
}

// halves splits the columns of a band into those of its targets. Columns that
// occur once belong to all; a form with one column of targets has one half, and
// its term is that of the caption beside the band, if any.
func (r *reading) halves(b *sheet.Band) []half {
	var targets []int
	names := 0
	for i, c := range b.Columns {
		if c.Scope == label.InColumn && c.Field == label.Target {
			targets = append(targets, i)
		}
		if c.Scope == label.InColumn && c.Field == label.Level3 {
			names++
		}
	}
	out := make([]half, max(1, len(targets)))
	out[0].term = b.Term
	if len(targets) > 1 {
		for k, i := range targets {
			out[k].term, out[k].region = b.Columns[i].Term, b.Columns[i].Region
		}
		if len(out) == 2 && names == 2 && !r.twice(b) {
			r.nameHalves(b, out)
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
	for _, c := range b.Columns {
		if c.Scope == label.InColumn && c.Field == label.Level1 {
			levels++
		}
		if c.Scope == label.InColumn && c.Field == label.Target && c.Term != "" {
			return false
		}
	}
	return levels == 2 && (r.sides.long == 0 || r.sides.annual == 0)
}

// shareColumns gives each half its column of each field: the only one, or the
// one in its place.
func shareColumns(b *sheet.Band, out []half) {
	seen, count := [label.NumFields]int{}, [label.NumFields]int{}
	for _, c := range b.Columns {
		if c.Scope == label.InColumn {
			count[c.Field]++
		}
	}
	for i, c := range b.Columns {
		if c.Scope != label.InColumn || c.Field == label.Remark || c.Field == label.Grade || c.Field == label.History {
			continue
		}
		n := seen[c.Field]
		seen[c.Field]++
		for k := range out {
			if out[k].columns[c.Field] == 0 && (count[c.Field] == 1 || k == n) {
				out[k].columns[c.Field] = int16(i + 1)
			}
		}
	}
}

// shareHistory gives each column of another year to the target of its place
// that stands nearest.
func shareHistory(b *sheet.Band, out []half, targets []int) {
	for i, c := range b.Columns {
		if c.Scope != label.InColumn || c.Field != label.History {
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
// out, which is reported.
func (r *reading) nameHalves(b *sheet.Band, out []half) {
	k := 0
	var head *sheet.Cell
	for _, c := range b.Columns {
		if c.Scope == label.InColumn && c.Field == label.Target && k < 2 {
			out[k].term, head = c.Term, c.Head
			k++
		}
	}
	switch {
	case out[0].term != "" && out[1].term != "" && out[0].term != out[1].term:
		return
	case out[0].term != "" && out[1].term == "":
		out[1].term = otherTerm(out[0].term)
	case out[1].term != "" && out[0].term == "":
		out[0].term = otherTerm(out[1].term)
	default:
		longFirst := r.form.LongLeft
		if r.sides.long > 0 && r.sides.annual > 0 && r.sides.long != r.sides.annual {
			longFirst = r.sides.long < r.sides.annual
		} else {
			r.report(ruleSides, r.origin(head), sidesMessage(longFirst))
		}
		out[0].term, out[1].term = label.TermAnnual, label.TermLong
		if longFirst {
			out[0].term, out[1].term = label.TermLong, label.TermAnnual
		}
	}
}

func otherTerm(term string) string {
	if term == label.TermLong {
		return label.TermAnnual
	}
	return label.TermLong
}

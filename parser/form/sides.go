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

// half is one side of a band: for each field its column, and the side's term.
type half struct {
	term    string
	columns [label.NumFields]int8 // index into band.columns plus one; 0 = none
}

// halves splits the columns of a band into its sides. Columns that occur once
// belong to both; a form with one column of targets has one side, and its term
// is that of the caption beside the band, if any.
func (r *reading) halves(b *sheet.Band) []half {
	targets := 0
	for _, c := range b.Columns {
		if c.Scope == label.InColumn && c.Field == label.Target {
			targets++
		}
	}
	out := []half{{term: b.Term}}
	if targets >= 2 {
		out = append(out, half{})
		r.nameHalves(b, out)
	}
	seen := [label.NumFields]int{}
	count := [label.NumFields]int{}
	for _, c := range b.Columns {
		if c.Scope == label.InColumn {
			count[c.Field]++
		}
	}
	for i, c := range b.Columns {
		if c.Scope != label.InColumn || c.Field == label.Remark || c.Field == label.Grade {
			continue
		}
		n := seen[c.Field]
		seen[c.Field]++
		for k := range out {
			if out[k].columns[c.Field] == 0 && (count[c.Field] == 1 || k == n) {
				out[k].columns[c.Field] = int8(i + 1)
			}
		}
	}
	return out
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

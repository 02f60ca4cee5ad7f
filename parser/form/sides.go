package form

// sides says on which side of a double-wide form the long-term half stands, as
// the labels above the indicators show it.
type sides struct {
	long, annual int // columns of the first labels that name the sides; 0 = none
}

// findSides looks for labels of the goal and money blocks that name a side.
func (rec *record) findSides() sides {
	var out sides
	for _, s := range rec.sheets {
		for i := range s.cells {
			c := &s.cells[i]
			if c.entry == nil || c.use != unused {
				continue
			}
			for _, sc := range [...]scope{inProject, inMoney} {
				m := c.entry.in(sc, rec.form)
				switch {
				case m == nil:
				case m.term == termLong && out.long == 0:
					out.long = c.Column
				case m.term == termAnnual && out.annual == 0:
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
	columns [numFields]int8 // index into band.columns plus one; 0 = none
}

// halves splits the columns of a band into its sides. Columns that occur once
// belong to both; a form with one column of targets has one side, and its term
// is that of the caption beside the band, if any.
func (r *reading) halves(b *band) []half {
	targets := 0
	for _, c := range b.columns {
		if c.scope == inColumn && c.field == fieldTarget {
			targets++
		}
	}
	out := []half{{term: b.term}}
	if targets >= 2 {
		out = append(out, half{})
		r.nameHalves(b, out)
	}
	seen := [numFields]int{}
	count := [numFields]int{}
	for _, c := range b.columns {
		if c.scope == inColumn {
			count[c.field]++
		}
	}
	for i, c := range b.columns {
		if c.scope != inColumn || c.field == fieldRemark || c.field == fieldGrade {
			continue
		}
		n := seen[c.field]
		seen[c.field]++
		for k := range out {
			if out[k].columns[c.field] == 0 && (count[c.field] == 1 || k == n) {
				out[k].columns[c.field] = int8(i + 1)
			}
		}
	}
	return out
}

// nameHalves gives the sides of a double-wide band their terms: as the columns
// say, else as the labels above stand, else as the form is known to be laid
// out, which is reported.
func (r *reading) nameHalves(b *band, out []half) {
	k := 0
	var head *cell
	for _, c := range b.columns {
		if c.scope == inColumn && c.field == fieldTarget && k < 2 {
			out[k].term, head = c.term, c.head
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
		out[0].term, out[1].term = termAnnual, termLong
		if longFirst {
			out[0].term, out[1].term = termLong, termAnnual
		}
	}
}

func otherTerm(term string) string {
	if term == termLong {
		return termAnnual
	}
	return termLong
}

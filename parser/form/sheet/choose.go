package sheet

import (
	"slices"

	"jxmb/model"
	"jxmb/parser/form/label"
)

// choose settles the candidates of a side.
func (r *roles) choose(all []candidate) {
	var plans, others []candidate
	for _, c := range all {
		if c.planned() {
			plans = append(plans, c)
		} else {
			others = append(others, c)
		}
	}
	if len(plans) > 1 {
		plans, others = r.single(plans, others)
	}
	if plans == nil {
		r.unread(headsOf(r, all))
		return
	}
	for _, c := range plans {
		c.Field = label.Target
		if !c.Exact && !c.part {
			r.note(r.headOf(c.Column), true, model.Say("“%s”不是已知的表头，按其文字和内容作为指标值读取", "%s is no known head; by its words and what it holds the column was read as the targets", r.headText(c.Column)))
		}
	}
	r.aside(others, plans)
}

func headsOf(r *roles, all []candidate) []string {
	out := make([]string, len(all))
	for i, c := range all {
		out[i] = r.headText(c.Column)
	}
	return out
}

// headOf is a cell to point to for the column.
func (r *roles) headOf(c *Column) *Cell {
	if c.Head != nil {
		return c.Head
	}
	return r.sheet.At(r.band.Top, c.First)
}

// aside gives the values that are not the targets their roles: what was reached
// this year, one for each target, or else values of other years and periods.
func (r *roles) aside(others, plans []candidate) {
	year := r.year
	if plans[0].head.Year > 0 {
		year = plans[0].head.Year
	}
	var reached []candidate
	for _, c := range others {
		if (c.head.Actual || c.head.Result) && !c.head.Past && (c.head.Year == 0 || c.head.Year == year) && c.Field != label.Remark {
			reached = append(reached, c)
		}
	}
	if r.band.has(label.Actual) || !alike(reached, plans) {
		reached = nil
	}
	for _, c := range others {
		switch {
		case c.Field == label.Remark: // put aside as no value of a year
		case slices.ContainsFunc(reached, func(o candidate) bool { return o.Column == c.Column }):
			c.Field = label.Actual
			r.note(r.headOf(c.Column), false, model.Say("“%s”按实际完成值读取", "%s was read as what was reached", r.headText(c.Column)))
		default:
			c.Field, c.Year, c.Region = label.History, c.head.Year, c.region
			r.note(r.headOf(c.Column), false, model.Say("“%s”是其他年度或时期的值，不作指标值", "%s holds values of another year or period, not the targets", r.headText(c.Column)))
		}
	}
}

// alike says whether there is a value reached for each target, in the same
// order: of the same place and, where there are several, the same period.
func alike(reached, plans []candidate) bool {
	if len(reached) != len(plans) {
		return false
	}
	for i, c := range reached {
		p := plans[i]
		if c.region != p.region || len(plans) > 1 && c.head.Term != p.head.Term {
			return false
		}
	}
	return true
}

// single tells the targets among several candidates that are planned: one each
// for periods or places, the one of the budget's year, the one that is worded
// as planned, the one that is filled, or the one that is a label; nil where
// nothing tells. The candidates left over join the others.
func (r *roles) single(plans, others []candidate) (targets, rest []candidate) {
	plans = slices.DeleteFunc(plans, func(c candidate) bool {
		if c.head.Sum && !c.Exact && c.region == "" && len(plans) > 2 {
			c.Field = label.Remark // the sum over places
			return true
		}
		return false
	})
	if r.byRegion(plans) || r.byTerm(plans) {
		return plans, others
	}
	for _, is := range [...]func(candidate) bool{
		func(c candidate) bool { return r.year > 0 && c.head.Year == r.year },
		func(c candidate) bool { return c.head.Plan && !c.Exact },
		func(c candidate) bool { return r.filled(c.Column) },
		func(c candidate) bool { return c.Exact },
	} {
		if at := only(plans, is); at >= 0 {
			target := plans[at]
			for i, c := range plans {
				if i != at {
					if c.head.Year == 0 {
						c.Field = label.Remark
					}
					others = append(others, c)
				}
			}
			return []candidate{target}, others
		}
	}
	return nil, others
}

func (r *roles) filled(c *Column) bool {
	h := r.holds(c)
	return h.filled > 0
}

// only is the index of the one candidate that is so, -1 where none is or
// several are.
func only(all []candidate, is func(candidate) bool) int {
	found := -1
	for i, c := range all {
		if is(c) {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// byRegion gives each candidate its place, where all have one of their own.
func (r *roles) byRegion(plans []candidate) bool {
	if !distinct(plans, func(c candidate) string { return c.region }) {
		return false
	}
	for _, c := range plans {
		c.Region, c.Field = c.region, label.Target
	}
	return true
}

// byTerm gives each candidate its period, where all have one of their own; one
// that names none is of the year.
func (r *roles) byTerm(plans []candidate) bool {
	if at := only(plans, func(c candidate) bool { return c.head.Term == "" }); at >= 0 {
		plans[at].head.Term = label.TermAnnual
	}
	if !distinct(plans, func(c candidate) string { return c.head.Term }) {
		return false
	}
	for _, c := range plans {
		c.Term = c.head.Term
	}
	return true
}

func distinct(all []candidate, of func(candidate) string) bool {
	seen := map[string]bool{}
	for _, c := range all {
		key := of(c)
		if key == "" || seen[key] {
			return false
		}
		seen[key] = true
	}
	return true
}

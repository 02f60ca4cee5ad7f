package sheet

import (
	"cmp"
	"slices"
	"strconv"

	"jxmb/model"
	"jxmb/parser/form/label"
)

// choose settles the candidates of a side; false where nothing tells the targets.
func (r *roles) choose(all []candidate) bool {
	plans, others := parted(all, candidate.planned)
	if len(plans) > 1 {
		plans, others = r.single(plans, others)
	}
	if plans == nil {
		r.unread(headsOf(r, all))
		return false
	}
	for _, c := range plans {
		c.Field = label.Target
		if !c.Exact && !c.part && !r.noted(c.Column) {
			r.note(r.headOf(c.Column), true, model.Say("“%s”不是已知的表头，按其文字和内容作为指标值读取", "%s is no known head; by its words and what it holds the column was read as the targets", r.headText(c.Column)))
		}
	}
	r.aside(others, plans)
	return true
}

// expected says whether the head names what is expected to be reached, or was.
func (c candidate) expected() bool { return c.head.Say(label.SaysActual | label.SaysExpected) }

// noted says whether it was said already that the column was taken for the targets.
func (r *roles) noted(c *Column) bool {
	head := r.headOf(c)
	return slices.ContainsFunc(r.band.Notes, func(n Note) bool { return n.At == head && n.Guessed })
}

// parted is the candidates that are such, and the others.
func parted(all []candidate, such func(candidate) bool) (some, others []candidate) {
	for _, c := range all {
		if such(c) {
			some = append(some, c)
		} else {
			others = append(others, c)
		}
	}
	return some, others
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

func (r *roles) headText(c *Column) string {
	if c.Head == nil {
		return model.Chinese.Say("第%d列", "column %d", c.First)
	}
	return label.Text(c.Head.Text)
}

func (r *roles) note(at *Cell, guessed bool, what model.Text) {
	r.band.Notes = append(r.band.Notes, Note{At: at, What: what, Guessed: guessed})
}

// aside gives the values that are not the targets their roles: what was reached
// this year, one for each target, or else values of other years and periods.
func (r *roles) aside(others, plans []candidate) {
	_, others = parted(others, func(c candidate) bool { return c.Field == label.Remark }) // put aside as no value of a year
	year := cmp.Or(plans[0].head.Year, r.year)
	reached, history := parted(others, func(c candidate) bool { return c.reached(year) })
	if r.band.has(label.Actual) || !alike(reached, plans) {
		reached, history = nil, others
	}
	for _, c := range reached {
		c.Field = label.Actual
		r.note(r.headOf(c.Column), false, model.Say("“%s”按实际完成值读取", "%s was read as what was reached", r.headText(c.Column)))
	}
	for _, c := range history {
		c.Field, c.Year, c.Region = label.History, c.head.Year, c.region
		r.note(r.headOf(c.Column), false, model.Say("“%s”是其他年度或时期的值，不作指标值", "%s holds values of another year or period, not the targets", r.headText(c.Column)))
	}
}

// reached says whether the heads name what was reached in the year, or in one
// that they do not name, and not what is expected.
func (c candidate) reached(year int) bool {
	return c.head.Say(label.SaysActual|label.SaysResult) && !c.head.Say(label.SaysPast|label.SaysExpected) && (c.head.Year == 0 || c.head.Year == year)
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
// for periods or places, the one of the budget's year, the one that it came to
// where others were said first, the one that is worded as planned, the one that is filled, or the one that is a label; nil where
// nothing tells. The candidates left over join the others.
func (r *roles) single(plans, others []candidate) (targets, rest []candidate) {
	if len(plans) > 2 {
		var sums []candidate // over places
		sums, plans = parted(plans, func(c candidate) bool { return c.head.Say(label.SaysSum) && !c.Exact && c.region == "" })
		for _, c := range sums {
			c.Field = label.Remark
			r.note(r.headOf(c.Column), true, model.Say("“%s”一栏是各地的合计，没有作为指标值，原文保留在其他栏目", "the column %s adds up those of the places; it was not read as targets, its text is kept as extra", r.headText(c.Column)))
		}
	}
	if r.byRegion(plans) || r.byTerm(plans) {
		return plans, others
	}
	// beside the filled column of a label, or one that was planned alone, 预计全年完成值
	// is what is expected to be reached
	labelled := slices.ContainsFunc(plans, func(c candidate) bool {
		return (c.Exact || c.head.Say(label.SaysPlan) && !c.expected()) && r.filled(c.Column)
	})
	first := slices.ContainsFunc(plans, func(c candidate) bool { return c.head.Say(label.SaysFirst) && r.filled(c.Column) })
	for _, is := range [...]func(candidate) bool{
		func(c candidate) bool { return r.year > 0 && c.head.Year == r.year },
		func(c candidate) bool { return c.head.Say(label.SaysFinal) && r.filled(c.Column) },
		func(c candidate) bool {
			return first && !c.head.Say(label.SaysFirst) && !c.expected() && r.filled(c.Column)
		},
		func(c candidate) bool {
			return c.head.Say(label.SaysPlan) && !c.Exact && !(labelled && c.expected())
		},
		func(c candidate) bool { return r.filled(c.Column) },
		func(c candidate) bool { return c.Exact },
	} {
		if some, left := parted(plans, is); len(some) == 1 {
			r.leave(left)
			return some, append(others, left...)
		}
	}
	return r.firstYear(plans, others)
}

// firstYear takes the earliest of the years that the heads of all candidates name for
// that of the budget, where nothing names it: a plan of several years begins with it.
func (r *roles) firstYear(plans, others []candidate) (targets, rest []candidate) {
	if r.year > 0 || !distinct(plans, func(c candidate) string { return yearText(c.head.Year) }) {
		return nil, others
	}
	earliest := slices.MinFunc(plans, func(a, b candidate) int { return cmp.Compare(a.head.Year, b.head.Year) })
	for _, c := range plans {
		if c.Column == earliest.Column {
			targets = append(targets, c)
		} else {
			others = append(others, c)
		}
	}
	r.note(r.headOf(earliest.Column), true, model.Say("没有写明预算年度，“%s”是最早的一年，按指标值读取", "the budget's year is not named; %s is the earliest and was read as the targets", r.headText(earliest.Column)))
	return targets, others
}

// yearText is a year that a head names, "" where it names none.
func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}

// leave makes planned values of no year, which are not the targets, remarks, and
// says so of those that are filled.
func (r *roles) leave(left []candidate) {
	for _, c := range left {
		if c.head.Year != 0 {
			continue
		}
		c.Field = label.Remark
		if h := r.holds(c.Column); c.words.Say(label.SaysValue) && h.mostly(h.targets) {
			r.note(r.headOf(c.Column), true, model.Say("“%s”一栏也是数值，没有作为指标值，原文保留在其他栏目", "the column %s holds values too; it was not read as targets, its text is kept as extra", r.headText(c.Column)))
		}
	}
}

func (r *roles) filled(c *Column) bool {
	h := r.holds(c)
	return h.filled > 0
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
	unnamed := func(c candidate) bool { return c.head.Term == "" }
	if at := slices.IndexFunc(plans, unnamed); at >= 0 && !slices.ContainsFunc(plans[at+1:], unnamed) {
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

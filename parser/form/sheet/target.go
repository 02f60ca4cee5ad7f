package sheet

import (
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/parser/form/label"
)

// targets tells which columns hold the targets. Every column whose head or
// group names a value is a candidate; without one, those of unknown heads that
// hold values. Of several candidates the heads decide: what was reached in
// earlier years is history, periods and places are targets of their own, and
// where one alone is planned for the year, it is the target. Where nothing
// decides, none is taken.
func (r *roles) targets() {
	sides := r.sides()
	if n := len(sides); n > 1 && len(r.candidates(slices.Concat(sides...))) == n {
		return // one for each side
	}
	for _, side := range sides {
		r.contradictions(side)
		if r.band.Unread.ZH != "" {
			return
		}
		candidates := r.candidates(side)
		if len(candidates) == 0 && !r.graded() {
			candidates = r.byContent(side)
		}
		if r.band.Unread.ZH == "" && len(candidates) > 0 && !r.swapped(candidates) {
			r.choose(candidates)
		}
	}
}

// sides are the columns beside the names, parted where the names of a
// double-wide form begin again.
func (r *roles) sides() [][]int {
	var starts []int // columns of names
	for i := range r.band.Columns {
		if c := &r.band.Columns[i]; c.Scope == label.InColumn && c.Field == label.Level3 {
			starts = append(starts, i)
		}
	}
	if len(starts) < 2 {
		return [][]int{r.beside()}
	}
	out := make([][]int, len(starts))
	for _, i := range r.beside() {
		side := 0
		for side+1 < len(starts) && starts[side+1] < i {
			side++
		}
		out[side] = append(out[side], i)
	}
	return out
}

func (r *roles) graded() bool { return r.band.has(label.InColumn, label.Grade) }

// candidate is a column that may hold targets.
type candidate struct {
	*Column
	head    label.Head // what its head and those above it say
	planned bool       // its own head is a label of targets
	region  string
}

func (r *roles) candidates(side []int) []candidate {
	var out []candidate
	for _, i := range side {
		if c := &r.band.Columns[i]; c.Scope == label.InColumn && c.Field == label.Target {
			out = append(out, r.candidate(c))
		}
	}
	return out
}

func (r *roles) candidate(c *Column) candidate {
	out := candidate{Column: c, planned: c.Exact}
	for i, cell := range [...]*Cell{c.Head, c.Group, c.over} {
		if cell == nil {
			continue
		}
		h := label.ReadHead(cell.Text)
		if i > 0 && h.Value {
			h.Plan, h.Actual = false, false // 指标值 over 2021年 says nothing of 2021
		}
		out.head.Past, out.head.Actual = out.head.Past || h.Past, out.head.Actual || h.Actual
		out.head.Plan, out.head.Result = out.head.Plan || h.Plan, out.head.Result || h.Result
		out.head.Sum = out.head.Sum || h.Sum
		if out.head.Year == 0 {
			out.head.Year = h.Year
		}
		if out.head.Term == "" {
			out.head.Term = h.Term
		}
		if out.region == "" && (h.Place || i == 0 && label.NamesPlaces(textOf(c.Group))) {
			out.region = label.Text(cell.Text)
		}
	}
	if c.Term != "" {
		out.head.Term = c.Term
	}
	return out
}

func textOf(c *Cell) string {
	if c == nil {
		return ""
	}
	return c.Text
}

// unknown says whether nothing is known of what the column right of the names
// is for: its head is no label, or one of the rows around the indicators.
func (c *Column) unknown() bool {
	if c.Scope == label.InColumn {
		return c.Field == label.Remark && !c.Exact && c.words.Field == label.NoField
	}
	return c.Field != label.Name && c.Field != label.Code && c.Field != label.Indicators
}

// byContent is the columns of unknown heads that hold values, for a table
// without a known column of targets.
func (r *roles) byContent(side []int) []candidate {
	var out, blank []candidate
	var unknown []string
	for _, i := range side {
		c := &r.band.Columns[i]
		if !c.unknown() {
			continue
		}
		h := r.holds(c)
		switch {
		case h.filled == 0:
			blank = append(blank, r.candidate(c))
		case h.weights():
			c.Field = label.Weight
			continue
		case h.mostly(h.targets):
			out = append(out, r.candidate(c))
		}
		if c.Head != nil || h.filled > 0 {
			unknown = append(unknown, r.headText(c))
		}
	}
	if len(out) == 0 && len(unknown) == 1 && len(blank) == 1 {
		out = blank // the only place where targets could be, not filled in
	}
	if len(out) == 0 {
		r.unread(unknown)
	}
	for i := range out {
		out[i].Scope, out[i].Field, out[i].Exact = label.InColumn, label.Target, false
	}
	return out
}

// unread notes that no column of targets could be told among the columns named.
func (r *roles) unread(heads []string) {
	r.band.Unread = model.Say("表头没有指标值一栏", "the header names no column of targets")
	if len(heads) > 0 {
		words := "“" + strings.Join(heads, "”“") + "”"
		r.band.Unread = model.Say("无法确定%s哪一栏是指标值", "which of the columns %s holds the targets is not clear", words)
	}
}

// choose settles the candidates of a side.
func (r *roles) choose(all []candidate) {
	var plans, others []candidate
	for _, c := range all {
		if c.head.Past || c.head.Result || c.head.Actual && !c.head.Plan {
			others = append(others, c)
		} else {
			plans = append(plans, c)
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
	for _, c := range others {
		r.aside(c, plans)
	}
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

// aside gives a value that is not the target its role: of another year, or what
// was reached in this one.
func (r *roles) aside(c candidate, plans []candidate) {
	year := r.year
	if plans[0].head.Year > 0 {
		year = plans[0].head.Year
	}
	reached := (c.head.Actual || c.head.Result) && !c.head.Past && (c.head.Year == 0 || c.head.Year == year)
	switch {
	case c.Field == label.Remark: // put aside as no value of a year
	case reached && !r.band.has(label.InColumn, label.Actual):
		c.Field = label.Actual
		r.note(r.headOf(c.Column), false, model.Say("“%s”按实际完成值读取", "%s was read as what was reached", r.headText(c.Column)))
	default:
		c.Field, c.Year, c.Region = label.History, c.head.Year, c.region
		r.note(r.headOf(c.Column), false, model.Say("“%s”是其他年度的值，不作指标值", "%s holds values of another year, not the targets", r.headText(c.Column)))
	}
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
		func(c candidate) bool { return c.head.Plan && !c.planned },
		func(c candidate) bool { return r.filled(c.Column) },
		func(c candidate) bool { return c.planned },
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

// contradictions refuses a side whose labels can't stand over what the columns
// hold: weights that are none, where a head was moved or a cell of it lost.
func (r *roles) contradictions(side []int) {
	for _, i := range side {
		c := &r.band.Columns[i]
		if c.Scope != label.InColumn || c.Field != label.Weight && c.Field != label.Score || c.Head == nil {
			continue
		}
		if h := r.sample(c, fewRows); h.filled > 1 && h.mostly(h.targets-h.numbers+h.signs) {
			r.band.Unread = model.Say("“%s”一栏里不是分值，表头与内容错位", "the column %s holds no weights; header and content do not fit", r.headText(c))
			return
		}
	}
}

// swapped refuses candidates none of which holds values while the names are
// values, where the heads of both changed places.
func (r *roles) swapped(candidates []candidate) bool {
	if r.names == nil {
		return false
	}
	if h := r.sample(r.names, fewRows); h.filled < 3 || !h.mostly(h.targets) {
		return false
	}
	for _, c := range candidates {
		if h := r.sample(c.Column, fewRows); h.filled == 0 || h.mostly(h.targets) {
			return false
		}
	}
	r.band.Unread = model.Say("“%s”一栏里是数值而不是指标名称，表头与内容错位", "the column %s holds values and no names; header and content do not fit", r.headText(r.names))
	return true
}

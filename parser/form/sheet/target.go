package sheet

import (
	"cmp"
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
	if r.refused() {
		return
	}
	sides := r.sides()
	named := make([][]candidate, len(sides))
	for i, side := range sides {
		named[i] = r.candidates(side)
	}
	all := slices.Concat(named...)
	switch {
	case !slices.ContainsFunc(all, candidate.planned) && r.pairs():
	case len(all) > maxTargets:
		r.band.Unread = model.Say("指标值多达%d栏", "there are %d columns of targets", len(all))
	case len(sides) > 1 && len(all) == len(sides):
		r.oneEach(all)
	default:
		for i, side := range sides {
			r.settle(side, named[i])
		}
	}
}

// refused says whether the table is not to be read, whichever column may hold
// its targets.
func (r *roles) refused() bool {
	return r.band.Unread.ZH != "" || r.contradictions() || r.outOfOrder() || r.unranked()
}

// oneEach refuses the table where one of the candidates, one for each side, is
// out of place.
func (r *roles) oneEach(all []candidate) {
	for i := range all {
		if r.misplaced(all[i : i+1]) {
			return
		}
	}
}

// settle tells the targets of a side among the candidates that heads name and,
// where none of these is planned, the columns that hold values. Those among which
// nothing tells are all kept.
func (r *roles) settle(side []int, named []candidate) {
	told := true
	if !slices.ContainsFunc(named, candidate.planned) && !r.graded() {
		var more []candidate
		more, told = r.byContent(side)
		named = append(named, more...)
	}
	if r.band.Unread.ZH != "" || len(named) == 0 || told && r.misplaced(named) {
		return
	}
	if !told || !r.choose(named) {
		for _, c := range named {
			c.Field = label.Remark
		}
	}
}

// sides are the columns beside the names, parted where the names of a
// double-wide form begin again.
func (r *roles) sides() [][]int {
	out, names, beside := make([][]int, 1), 0, r.beside()
	for i := range r.band.Columns {
		if len(beside) > 0 && beside[0] == i {
			side := max(0, names-1)
			out[side], beside = append(out[side], i), beside[1:]
		}
		if !r.band.Columns[i].Is(label.Level3) {
			continue
		}
		if names++; names > len(out) {
			out = append(out, nil)
		}
	}
	return out
}

// maxTargets bounds the columns of targets of a table: the townships of a large
// county. Word allows 63 columns in all.
const maxTargets = 64

func (r *roles) graded() bool { return r.band.has(label.Grade) }

// candidate is a column that may hold targets.
type candidate struct {
	*Column
	head   label.Head // what its head and those above it say
	region string
}

// planned says whether the heads leave it open that the column holds targets:
// neither what was reached, nor values of earlier years.
func (c candidate) planned() bool {
	return !c.head.Say(label.SaysPast|label.SaysResult) && (c.head.Say(label.SaysPlan) || !c.head.Say(label.SaysActual))
}

func (r *roles) candidates(side []int) []candidate {
	var out []candidate
	for _, i := range side {
		if c := &r.band.Columns[i]; c.Is(label.Target) || r.goalValues(c) {
			out = append(out, r.candidate(c))
		}
	}
	return out
}

// goalValues says whether a head that names goals around the indicators, such as
// 全年目标, stands over their values here, and makes it one of them.
func (r *roles) goalValues(c *Column) bool {
	if c.Scope != label.InProject || c.Field != label.Goals {
		return false
	}
	h := r.holds(c)
	if !h.mostly(h.targets) {
		return false
	}
	c.Scope, c.Field, c.Exact = label.InColumn, label.Target, false
	return true
}

func (r *roles) candidate(c *Column) candidate {
	out := candidate{Column: c}
	if c.Exact && c.Field == label.Target && c.Group == nil {
		out.head.Term = c.Term // a label needs no words
		return out
	}
	for i, cell := range [...]*Cell{c.Head, c.Group, c.over} {
		if cell == nil {
			continue
		}
		h := label.ReadHead(cell.Text)
		if i > 0 && out.head.Say(label.SaysPlan) {
			h.Says &^= label.SaysResult | label.SaysActual // 完成情况 over 计划 | 实际
		}
		if i > 0 && h.Say(label.SaysValue) && out.head.Timed() {
			h.Says &^= label.SaysPlan | label.SaysActual // 指标值 over 2021年 says nothing of 2021
		}
		out.head = out.head.Under(h)
		if out.region == "" && (h.Say(label.SaysPlace) || i == 0 && label.NamesPlaces(textOf(c.Group))) {
			out.region = label.Text(cell.Text)
		}
	}
	out.head.Term = cmp.Or(c.Term, out.head.Term)
	return out
}

// tells says whether the heads of the column say what its numbers are for.
func (c candidate) tells() bool {
	return c.head.Term != "" || c.region != "" || c.head.Year > 0 || c.head.Say(label.SaysPlan)
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
	return !besideLevels.Has(c.Field)
}

// belied says whether the words of a head that is no label name a column of
// words, and it holds values with a sign or a unit all the same: 内容及度量单位.
func (r *roles) belied(c *Column) bool {
	if c.Exact || c.words.Field == label.NoField || !c.ofWords() {
		return false
	}
	h := r.holds(c)
	return h.mostly(h.targets - h.numbers)
}

// ofWords says whether the column is one of those that hold words.
func (c *Column) ofWords() bool { return c.Field.IsText() || c.in(wordsBeside) || c.Is(label.Remark) }

// besideLevels are the labels around the indicators that head columns of tables
// of several projects.
var besideLevels = label.These(label.Name, label.Code, label.Indicators)

// byContent is the columns of unknown heads that hold values, for a table
// without a known column of targets; the only place where targets could be, if
// it was not filled in. It is false where there is none.
func (r *roles) byContent(side []int) (out []candidate, found bool) {
	u := r.unknowns(side)
	out = u.values
	switch {
	case len(out) > 0:
	case len(u.heads) == 1 && len(u.blank) == 1:
		out = u.blank
	case r.within():
	default:
		if out = r.standards(side); len(out) == 0 {
			r.unread(u.heads)
			return nil, false
		}
	}
	for i := range out {
		out[i].Scope, out[i].Field, out[i].Exact = label.InColumn, label.Target, false
	}
	return out, true
}

// standards is the column of what targets rest on, such as 绩效标准, that holds values,
// where it is the only one. A word of reasons may read as a value as well: 2户自愿放弃.
func (r *roles) standards(side []int) (out []candidate) {
	for _, i := range side {
		c := &r.band.Columns[i]
		if h := r.holds(c); c.Is(label.FirstText) && h.mostly(h.targets) {
			out = append(out, r.candidate(c))
		}
	}
	if len(out) != 1 {
		return nil
	}
	return out
}

// unknowns is columns of which nothing is known but what they hold.
type unknowns struct {
	values, blank []candidate // that hold values, and nothing
	heads         []string    // of all of them
}

// unknowns are those of a side. One that holds weights is that of the weights.
func (r *roles) unknowns(side []int) unknowns {
	var u unknowns
	for _, i := range side {
		c := &r.band.Columns[i]
		if !c.unknown() && !r.belied(c) {
			continue
		}
		h := r.holds(c)
		switch {
		case h.weights():
			c.Field = label.Weight
			continue
		case h.filled == 0:
			u.blank = append(u.blank, r.candidate(c))
		case h.mostly(h.targets) && !r.mayWeigh(c, h):
			u.values = append(u.values, r.candidate(c))
		}
		if c.Head != nil || h.filled > 0 {
			u.heads = append(u.heads, r.headText(c))
		}
	}
	return u
}

// mayWeigh says whether what the column holds may be weights as well: numbers
// alone, under a head that says nothing of them, in a table without weights.
func (r *roles) mayWeigh(c *Column, h holding) bool {
	return h.numbers == h.filled && !r.candidate(c).tells() && !r.band.has(label.Weight)
}

// unread notes that no column of targets could be told among the columns named.
// Where the names of the indicators are known these are read without.
func (r *roles) unread(heads []string) {
	why := model.Say("表头没有指标值一栏", "the header names no column of targets")
	if len(heads) > 0 {
		words := "“" + strings.Join(heads, "”“") + "”"
		why = model.Say("无法确定%s哪一栏是指标值", "which of the columns %s holds the targets is not clear", words)
	}
	if r.names == nil || r.band.List() {
		r.band.Unread = why
		return
	}
	r.band.Untold = why
	for i := range r.band.Columns {
		if c := &r.band.Columns[i]; c.Is(label.Grades) { // over no grades
			c.Field = label.Remark
		}
	}
}

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
	if r.band.Unread.ZH != "" || r.contradictions() || r.outOfOrder() || r.graded() && !r.ranked() {
		return
	}
	sides := r.sides()
	named, all := make([][]candidate, len(sides)), 0
	for i, side := range sides {
		named[i] = r.candidates(side)
		all += len(named[i])
	}
	if all > maxTargets {
		r.band.Unread = model.Say("指标值多达%d栏", "there are %d columns of targets", all)
		return
	}
	if len(sides) > 1 && all == len(sides) {
		r.oneEach(slices.Concat(named...))
		return
	}
	for i, side := range sides {
		candidates := named[i]
		if !slices.ContainsFunc(candidates, candidate.planned) && !r.graded() {
			candidates = append(candidates, r.byContent(side)...)
		}
		if r.band.Unread.ZH == "" && len(candidates) > 0 && !r.misplaced(candidates) {
			r.choose(candidates)
		}
	}
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

// sides are the columns beside the names, parted where the names of a
// double-wide form begin again.
func (r *roles) sides() [][]int {
	var starts []int // columns of names
	for i := range r.band.Columns {
		if c := &r.band.Columns[i]; c.is(label.Level3) {
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
	return !c.head.Past && !c.head.Result && (c.head.Plan || !c.head.Actual)
}

func (r *roles) candidates(side []int) []candidate {
	var out []candidate
	for _, i := range side {
		if c := &r.band.Columns[i]; c.is(label.Target) {
			out = append(out, r.candidate(c))
		}
	}
	return out
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

// tells says whether the heads of the column say what its numbers are for.
func (c candidate) tells() bool {
	return c.head.Term != "" || c.head.Year > 0 || c.region != "" || c.head.Plan
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
		case h.numbers == h.filled && !r.candidate(c).tells() && !r.band.has(label.Weight):
			// numbers alone may be weights as well
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

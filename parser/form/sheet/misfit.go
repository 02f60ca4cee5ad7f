package sheet

import (
	"strings"

	"jxmb/model"
	"jxmb/parser/form/label"
)

// contradictions refuses a table whose labels can't stand over what the columns
// hold: weights that are none, where a head was moved or a cell of it lost, or
// one cell that holds the heads of the targets and of another column.
func (r *roles) contradictions() bool {
	for i := range r.band.Columns {
		c := &r.band.Columns[i]
		switch {
		case c.Scope != label.InColumn || c.Head == nil:
		case !c.Exact && r.fused(c):
			r.misfit(c)
			return true
		case c.Field == label.Weight || c.Field == label.Score:
			if h := r.sample(c, fewRows); h.filled > 1 && h.mostly(h.targets-h.numbers+h.signs) {
				r.misfit(c)
				return true
			}
		}
	}
	return false
}

// fused says whether the lines of a head are labels of different columns and
// stand over several, or one of them is that of the targets.
func (r *roles) fused(c *Column) bool {
	if !strings.Contains(c.Head.Text, "\n") {
		return false
	}
	fields, target := map[label.Field]bool{}, false
	for line := range strings.SplitSeq(c.Head.Text, "\n") {
		e, _ := r.sheet.labels.Lookup(line)
		if m := e.In(label.InColumn, r.form); m != nil {
			fields[m.Field] = true
			target = target || m.Field == label.Target
		}
	}
	return len(fields) > 1 && (target || c.Head.ColSpan > 1)
}

// misplaced refuses candidates where none holds values or heads stand in their
// place, and a column that is labelled otherwise holds values: the heads of
// both changed places, or a cell of the header was merged with others.
func (r *roles) misplaced(candidates []candidate) bool {
	sound := true
	for _, c := range candidates {
		if h := c.Head; h != nil && h.Line+h.RowSpan > r.band.From {
			r.misfit(c.Column)
			return true
		}
		sound = sound && r.plausible(c.Column)
	}
	if sound {
		return false
	}
	bare, none := false, true
	for _, c := range candidates {
		h := r.sample(c.Column, fewRows)
		words := h.levels[0] + h.levels[1]
		if words > 0 && h.mostly(words) {
			r.misfit(c.Column)
			return true
		}
		bare = bare || h.filled > 0 && h.numbers == h.filled
		none = none && (!h.mostly(h.targets) || 2*h.filled < h.rows)
		sound = sound || h.numbers < h.targets && h.mostly(h.targets) && 2*h.filled >= h.rows
	}
	if sound {
		return false
	}
	beside := false
	for i := range r.band.Columns {
		c := &r.band.Columns[i]
		if c.Scope == label.InColumn && (c.Field != label.Remark || beside) && r.holdsTargets(c, bare, none) {
			r.misfit(c)
			return true
		}
		beside = beside || c.isName() // numbers of rows stand left of the names
	}
	return bare && r.weighed(candidates)
}

// holdsTargets says whether a column that is for something else holds values:
// figures with a sign or a unit or, where the targets are no bare numbers, any.
//
// With none, no candidate holds values for the most part.
func (r *roles) holdsTargets(c *Column, bare, none bool) bool {
	least := 2
	switch f := c.Field; {
	case f >= label.Level1 && f <= label.Level3:
		least = 1
	case f.IsText() || f == label.Description || f == label.Measure || f == label.Operator:
	case f == label.Remark:
		if !none && !r.holds(c).weights() {
			bare = true
		}
	default:
		return false
	}
	h := r.sample(c, fewRows)
	if bare {
		h.targets -= h.numbers
	}
	return h.filled >= least && h.mostly(h.targets)
}

// weighed refuses candidates of bare numbers that add up as weights do while
// those of the column of weights do not.
func (r *roles) weighed(candidates []candidate) bool {
	for i := range r.band.Columns {
		c := &r.band.Columns[i]
		if c.Scope != label.InColumn || c.Field != label.Weight || r.wholeMarks(c) {
			continue
		}
		for _, t := range candidates {
			if r.wholeMarks(t.Column) {
				r.misfit(c)
				return true
			}
		}
	}
	return false
}

// wholeMarks says whether the numbers of a column add up to full marks, of one
// project or several.
func (r *roles) wholeMarks(c *Column) bool {
	h := r.holds(c)
	sum := string(h.sum)
	return h.filled > 2 && h.numbers == h.filled && h.most.Cmp("100") <= 0 && (sum == "90" || strings.HasSuffix(sum, "00") || sum == "180")
}

// outOfOrder refuses a table whose targets stand left of all names while other
// columns of the indicators stand right of them: a head was moved.
func (r *roles) outOfOrder() bool {
	first, last := -1, -1
	for i := range r.band.Columns {
		if r.band.Columns[i].isName() {
			last = i
			if first < 0 {
				first = i
			}
		}
	}
	for i := range max(first, 0) {
		c := &r.band.Columns[i]
		if c.Scope != label.InColumn || c.Field != label.Target {
			continue
		}
		for k := last + 1; k < len(r.band.Columns); k++ {
			if o := &r.band.Columns[k]; o.Scope == label.InColumn && o.Field != label.Remark {
				r.misfit(c)
				return true
			}
		}
	}
	return false
}

// ranked says whether the best grade, which is the target, has its column; it
// refuses the table where it has none.
func (r *roles) ranked() bool {
	if r.band.has(label.Target) {
		return true
	}
	for i := range r.band.Columns {
		if c := &r.band.Columns[i]; c.is(label.Grade) && label.Normal(c.Head.Text) == bestGrade {
			return true
		}
	}
	r.band.Unread = model.Say("分档标准里没有“%s”一栏，无法确定指标值", "the grades have no column %s, so that the targets are not clear", bestGrade)
	return false
}

// bestGrade is the grade that an indicator has to reach for full marks.
const bestGrade = "优"

func (r *roles) misfit(c *Column) {
	r.band.Unread = model.Say("“%s”一栏的内容与表头不符，表头与内容错位", "what the column %s holds does not fit its head; header and content are out of step", r.headText(c))
}

// plausible says, at no cost for the common table, whether the first cells of a
// column of targets begin as values do and are more than a number.
func (r *roles) plausible(c *Column) bool {
	rows, blank, values := 0, 0, 0
	for row := r.band.From; row <= r.band.To && rows < fewRows; row++ {
		cell := r.sheet.At(row, c.First)
		if cell == nil || cell.Line != row {
			continue
		}
		rows++
		text := label.Trim(cell.Text)
		switch {
		case cell.Blank:
			blank++
		case strings.IndexAny(text, "0123456789≥≤≧≦＞＜><=＝０１２３４５６７８９") == 0 && strings.Trim(text, "0123456789.") != "":
			values++
		}
	}
	return values > 0 && 2*blank <= rows
}

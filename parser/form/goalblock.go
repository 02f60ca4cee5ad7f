package form

import (
	"cmp"
	"strings"

	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// goalBlock reads 绩效目标 and its kin: the text beside the label, or, where the
// block has labels of its own (长期目标 | 年度目标, 预期目标 | 实际完成情况), the
// text under or beside each of them.
func (r *reading) goalBlock(k *sheet.Cell, m *label.Meaning) {
	k.Take(sheet.UseLabel, label.Goals.String(), nil)
	last := r.Sheet.Reach(k)
	if last == k.Line { // one row: its other cells have labels of their own
		if v, by := r.GoalBeside(k); v != nil && !r.IsLabel(v) {
			v.Take(by, label.Goals.String(), k)
			r.AddGoals(v, 0, len(v.Text), m.Term)
		}
		return
	}
	r.InBlock(k, last, func(c *sheet.Cell) { r.goalCell(c, k, m.Term) })
}

func (r *reading) goalCell(c, k *sheet.Cell, term string) {
	m := c.Entry.In(label.InProject, r.form.ID)
	switch {
	case m == nil && numbersGoal(c.Text):
		c.Take(sheet.UseLabel, label.Goals.String(), k)
	case m == nil && c.In(label.InLevel, r.form.ID) != nil: // heads indicators beside the goals
	case m == nil && r.HeadsText(c): // 政策目标一 beside 年度目标
		c.Take(sheet.UseLabel, label.Goals.String(), k)
		if below := r.Sheet.Below(c); r.goalIn(c.Line, k) {
			below.Take(sheet.UseBelow, "extra", c)
			r.Extra(label.Text(c.Text), below.Text, below)
		}
		r.leftOver(c)
	case m == nil:
		c.Take(sheet.UseBlock, label.Goals.String(), k)
		r.AddGoals(c, 0, len(c.Text), term)
	case m.Field == label.Goals:
		r.goalLabel(c, k, cmp.Or(m.Term, term))
	default:
		r.cell(c)
	}
}

// goalIn says whether a label of goals other than that of the block stands in the row, so
// that what stands under another head is none of these.
func (r *reading) goalIn(row int, k *sheet.Cell) bool {
	for c := range r.Sheet.Words(row) {
		if c != k && c.Entry.Field(label.InProject, r.form.ID) == label.Goals {
			return true
		}
	}
	return false
}

// goalLabel takes the label of a goal in a block of goals and the text beside it
// or below it.
func (r *reading) goalLabel(c, k *sheet.Cell, term string) {
	v, by := r.Value(c)
	if below := r.Sheet.Below(c); by == sheet.UseRight && r.HeadsText(v) && r.headsLike(c, below) {
		v, by = below, sheet.UseBelow // 年度目标 | 备查 over the goal and a remark
	}
	c.Take(sheet.UseLabel, label.Goals.String(), k)
	if v != nil && !r.IsLabel(v) {
		v.Take(by, label.Goals.String(), c)
		r.AddGoals(v, 0, len(v.Text), term)
		return
	}
	below := r.Sheet.Below(c)
	if below.Filled() && below.Use == sheet.UseBelow && below.Label != c && below.Field == label.Goals.String() {
		r.ReportJoined(below) // one text under both labels
	}
}

// headsLike says whether the cell below a label is a text as wide as the label.
func (r *reading) headsLike(c, below *sheet.Cell) bool {
	return below.Unread() && !below.Blank && below.ColSpan == c.ColSpan && !r.IsLabel(below)
}

// numbersGoal says whether a cell only numbers the goal beside it: 目标1, 2.
func numbersGoal(text string) bool {
	if len(text) > 30 {
		return false
	}
	s := strings.TrimPrefix(label.Normal(text), "目标")
	_, _, end := label.Count(s)
	return end > 0 && strings.Trim(s[end:], ".:、") == ""
}

package sheet

import (
	"strings"

	"jxmb/parser/form/label"
)

// headsWritten says whether row heads a list of projects whose indicators stand in
// running text, a column for each level: 项目名称 | 预算数 | 产出指标 | 效益指标 over
// 渠道修复 | 45 | 修复渠道≥8公里；… | …. A cell below such a level holds a target. The
// projects may stand under an unknown head beside their money or goals.
func (s *Sheet) headsWritten(row int, form string) bool {
	named, unknown, told, levels, aimed := false, false, false, 0, false
	for c := range s.Words(row) {
		switch {
		case projectName.Has(c.Entry.Field(label.InProject, form)):
			named = true
		case s.headsRunning(c, form):
			levels, aimed = levels+2, true
		case s.tellsOfProject(c, form):
			told = true
		case c.Entry == nil:
			unknown = true
		case c.In(label.InLevel, form) != nil:
			levels++
			aimed = aimed || s.writtenBelow(c)
		case c.Entry.In(label.InColumn, form).Is(label.Target), c.Entry.In(label.InColumn, form).Is(label.Level3):
			return false
		}
	}
	named = named || unknown && told
	return named && levels > 1 && aimed
}

// tellsOfProject says whether a head is of the money or the goals of projects.
func (s *Sheet) tellsOfProject(c *Cell, form string) bool {
	if c.In(label.InMoney, form) != nil || c.In(label.InProject, form).Is(label.Goals) {
		return true
	}
	_, money := label.WordedAmount(c.Text)
	return money
}

// headsRunning says whether the cell below a head of indicators holds several of them in
// running text, with their levels: 绩效指标 over 数量指标：路灯≥160盏；质量指标：….
func (s *Sheet) headsRunning(c *Cell, form string) bool {
	if !strings.HasSuffix(c.Text, "指标") {
		return false
	}
	if c.In(label.InProject, form).Is(label.Indicators) || c.In(label.InColumn, form).Is(label.Indicator) || label.Normal(c.Text) == "指标" {
		below := s.Below(c)
		return below.Filled() && strings.Contains(below.Text, "指标") && s.writtenBelow(c)
	}
	return false
}

// running marks the column, if any, whose cells hold the indicators of a list in running
// text, in a table without columns of names and targets.
func (s *Sheet) running(columns []Column, form string) {
	if holds(columns, func(c *Column) bool { return c.Exact && (c.isLevel() || c.Is(label.Target)) }) {
		return // as nearly all
	}
	at := first(columns, func(c *Column) bool { return c.Head != nil && s.headsRunning(c.Head, form) })
	if at < 0 {
		return
	}
	c := &columns[at]
	c.Scope, c.Field, c.Exact, c.running = label.InColumn, label.Remark, false, true
}

// writtenBelow says whether the cell below a head, as wide as it, names an indicator
// with its target.
func (s *Sheet) writtenBelow(head *Cell) bool {
	below := s.Below(head)
	if below != nil && below.Blank { // beside parts of the heads, where a merge was lost
		below = s.Below(below)
	}
	if !below.Filled() || below.Column != head.Column || below.ColSpan != head.ColSpan {
		return false
	}
	return below.Entry == nil && TargetIn(firstItem(below.Text)).Name > 0
}

// firstItem is a text up to its first line end or semicolon.
func firstItem(text string) string {
	for i, r := range text {
		if r == '\n' || r == '；' || r == ';' || r == '。' {
			return text[:i]
		}
	}
	return text
}

// Written says whether the cells of the column hold indicators in running text, of the
// level that its head names.
func (c *Column) Written(form string) bool {
	return c.running || c.Is(label.Remark) && c.Head.In(label.InLevel, form) != nil
}

// Written says whether the indicators of the band stand in running text.
func (b *Band) Written(form string) bool {
	return b.NamesProjects() && !b.has(label.Level3) && !b.has(label.Target) && holds(b.Columns, func(c *Column) bool { return c.Written(form) })
}

package sheet

import (
	"jxmb/parser/form/label"
)

// headsWritten says whether row heads a list of projects whose indicators stand in
// running text, a column for each level: 项目名称 | 预算数 | 产出指标 | 效益指标 over
// 渠道修复 | 45 | 修复渠道≥8公里；… | …. A cell below such a level holds a target.
func (s *Sheet) headsWritten(row int, form string) bool {
	named, levels, aimed := false, 0, false
	for c := range s.Words(row) {
		switch {
		case projectName.Has(c.Entry.Field(label.InProject, form)):
			named = true
		case c.In(label.InLevel, form) != nil:
			levels++
			aimed = aimed || s.writtenBelow(c)
		case c.Entry.In(label.InColumn, form).Is(label.Target), c.Entry.In(label.InColumn, form).Is(label.Level3):
			return false
		}
	}
	return named && levels > 1 && aimed
}

// writtenBelow says whether the cell below a head, as wide as it, names an indicator
// with its target.
func (s *Sheet) writtenBelow(head *Cell) bool {
	below := s.Below(head)
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
	return c.Is(label.Remark) && c.Head.In(label.InLevel, form) != nil
}

// Written says whether the indicators of the band stand in running text.
func (b *Band) Written(form string) bool {
	return b.NamesProjects() && !b.has(label.Level3) && !b.has(label.Target) && holds(b.Columns, func(c *Column) bool { return c.Written(form) })
}

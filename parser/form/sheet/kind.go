package sheet

import (
	"jxmb/parser/form/label"
)

// kind says what a table is to the recogniser.
type kind uint8

const (
	NotForm    kind = iota // budget tables, contents lists, signatures
	PartOfForm             // belongs to the project above, if there is one
	wholeForm              // names its project
)

// Kind tells forms from other tables. An indicator header makes a form, and so
// does a project's name or code with its value beside it together with a block
// that only performance forms have; a table that merely lists amounts by
// project, or the budget's totals, has neither.
func (s *Sheet) Kind() kind {
	blocks, named := s.blocks(), s.Named()
	switch {
	case s.HasHeader() && (named || s.Lists()), named && blocks > 0:
		return wholeForm
	case s.HasHeader() && s.unitNamed() && blocks > 0:
		return wholeForm
	case s.HasHeader():
		return PartOfForm
	case blocks > 0 && s.LabelsFirst() || blocks > 1 && s.blocksFirst() > 1:
		return PartOfForm
	}
	return NotForm
}

// HasHeader says whether an indicator table stands in the sheet.
func (s *Sheet) HasHeader() bool { return len(s.Bands) > 0 }

// Lists says whether the rows of one of its indicator tables name projects.
func (s *Sheet) Lists() bool {
	for i := range s.Bands {
		if s.Bands[i].List() {
			return true
		}
	}
	return false
}

// Named says whether a label 项目名称 or 项目编码 has a value beside it, or
// inside its own cell.
func (s *Sheet) Named() bool { return s.names(label.Code, label.Name) }

// unitNamed says the same of 部门名称 and its kin, for forms at unit level.
func (s *Sheet) unitNamed() bool { return s.names(label.Unit, label.Department) }

func (s *Sheet) names(from, to label.Field) bool {
	for i := range s.Cells {
		c := &s.Cells[i]
		if c.Entry == nil || c.Use != Unused {
			continue
		}
		m := c.Entry.In(label.InProject, "")
		if m == nil || m.Field < from || m.Field > to {
			continue
		}
		if right := s.Right(c); right != nil && (right.Entry == nil || right.Entry.In(label.InProject, "") == nil && right.Entry.In(label.InMoney, "") == nil) {
			return true
		}
	}
	end := s.Rows
	if len(s.Bands) > 0 {
		end = s.Bands[0].Top - 1 // cells of indicators are no labels
	}
	for i := range s.Cells[:s.starts[end]] {
		c := &s.Cells[i]
		if m := c.Inside.In(label.InProject, ""); m != nil && m.Field >= from && m.Field <= to && len(c.Text) <= label.MaxBytes {
			return true
		}
	}
	return false
}

// blocks counts the labels of blocks that performance forms have.
func (s *Sheet) blocks() int {
	n := 0
	for i := range s.Cells {
		c := &s.Cells[i]
		if c.Entry == nil || c.Use != Unused {
			continue
		}
		if m := c.Entry.In(label.InProject, ""); m != nil && (m.Field == label.Purpose || m.Field >= label.Money && m.Field <= label.Indicators) {
			n++
		}
	}
	return n
}

// blocksFirst counts the rows that begin with the label of such a block.
func (s *Sheet) blocksFirst() int {
	n := 0
	for row := 1; row <= s.Rows; row++ {
		line := s.Line(row)
		i := 0
		for i < len(line) && line[i].Blank {
			i++
		}
		if i == len(line) {
			continue
		}
		if m := line[i].Entry.In(label.InProject, ""); m != nil && m.Field >= label.Money && m.Field <= label.Goals {
			n++
		}
	}
	return n
}

// LabelsFirst says whether the first cell that is not blank is a label of the
// rows around the indicators.
func (s *Sheet) LabelsFirst() bool {
	for i := range s.Cells {
		if c := &s.Cells[i]; !c.Blank {
			return c.Entry.In(label.InProject, "") != nil || c.Entry.In(label.InMoney, "") != nil
		}
	}
	return false
}

// LevelWords is the first words of the table that only indicator tables have:
// 产出指标, 满意度指标, ….
func (s *Sheet) LevelWords() []string {
	var out []string
	for i := range s.Cells {
		c := &s.Cells[i]
		if c.Entry.In(label.InLevel, "") != nil && len(out) < 2 && (len(out) == 0 || out[0] != c.Entry.Label) {
			out = append(out, c.Entry.Label)
		}
	}
	return out
}

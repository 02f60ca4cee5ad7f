package sheet

import (
	"iter"
	"slices"

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
	case named && blocks > 0:
		return wholeForm
	case s.HasHeader():
		if named || s.Lists() || blocks > 0 && s.unitNamed() {
			return wholeForm
		}
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
	return slices.ContainsFunc(s.Bands, func(b Band) bool { return b.List() })
}

// Named says whether a label 项目名称 or 项目编码 has a value beside it, or
// inside its own cell.
func (s *Sheet) Named() bool { return s.names(named) }

// unitNamed says the same of 部门名称 and its kin, for forms at unit level.
func (s *Sheet) unitNamed() bool { return s.names(units) }

// units are the labels of what a form at unit level is about.
var units = label.These(label.Unit, label.Department)

func (s *Sheet) names(fields *label.Fields) bool {
	for c := range s.unreadLabels(fields) {
		if right := s.Right(c); right != nil && !right.Entry.Around("") {
			return true
		}
	}
	end := s.Rows
	if len(s.Bands) > 0 {
		end = s.Bands[0].Top - 1 // cells of indicators are no labels
	}
	for i := range s.Cells[:s.starts[end]] {
		if c := &s.Cells[i]; c.Inside != nil && fields.Has(c.Inside.Field(label.InProject, "")) {
			return true
		}
	}
	return false
}

// unreadLabels is the cells that nothing was read of and that are labels of one of the
// fields around the indicators.
func (s *Sheet) unreadLabels(fields *label.Fields) iter.Seq[*Cell] {
	return func(yield func(*Cell) bool) {
		for i := range s.Cells {
			c := &s.Cells[i]
			if c.Entry == nil || c.Use != Unused {
				continue // as most cells
			}
			if fields.Has(c.Entry.Field(label.InProject, "")) && !yield(c) {
				return
			}
		}
	}
}

// blocks counts the labels of blocks that performance forms have, up to two.
func (s *Sheet) blocks() int {
	n := 0
	for range s.unreadLabels(blocks) {
		if n++; n == 2 {
			break
		}
	}
	return n
}

var (
	blocks       = label.These(label.Purpose, label.Money, label.MoneyPurpose, label.Plan, label.Goals, label.Indicators)
	leadingBlock = label.These(label.Money, label.MoneyPurpose, label.Plan, label.Goals)
)

// blocksFirst counts the rows that begin with the label of such a block.
func (s *Sheet) blocksFirst() int {
	n := 0
	for row := 1; row <= s.Rows; row++ {
		for c := range s.Words(row) {
			if leadingBlock.Has(c.Entry.Field(label.InProject, "")) {
				n++
			}
			break
		}
	}
	return n
}

// LabelsFirst says whether the first cell that is not blank is a label of the
// rows around the indicators.
func (s *Sheet) LabelsFirst() bool {
	for i := range s.Cells {
		if c := &s.Cells[i]; !c.Blank {
			return c.Entry.Around("") || c.Inside.Around("")
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
		if c.Entry.In(label.InLevel, "") != nil && !slices.Contains(out, c.Entry.Label) {
			out = append(out, c.Entry.Label)
		}
	}
	return out[:min(len(out), 2)]
}

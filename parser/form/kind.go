package form

import "slices"

// kind says what a table is to the recogniser.
type kind uint8

const (
	notForm    kind = iota // budget tables, contents lists, signatures
	partOfForm             // belongs to the project above, if there is one
	wholeForm              // names its project
)

// kind tells forms from other tables. An indicator header makes a form, and so
// does a project's name or code with its value beside it together with a block
// that only performance forms have; a table that merely lists amounts by
// project, or the budget's totals, has neither.
func (s *sheet) kind() kind {
	blocks, named := s.blocks(), s.named()
	switch {
	case s.hasHeader() && (named || s.lists()), named && blocks > 0:
		return wholeForm
	case s.hasHeader() && s.unitNamed() && blocks > 0:
		return wholeForm
	case s.hasHeader():
		return partOfForm
	case blocks > 0 && s.labelsFirst():
		return partOfForm
	}
	return notForm
}

func (s *sheet) hasHeader() bool { return len(s.bands) > 0 }

func (s *sheet) lists() bool {
	for i := range s.bands {
		if s.bands[i].list() {
			return true
		}
	}
	return false
}

// named says whether a label 项目名称 or 项目编码 has a value beside it, or
// inside its own cell.
func (s *sheet) named() bool { return s.names(fieldCode, fieldName) }

// unitNamed says the same of 部门名称 and its kin, for forms at unit level.
func (s *sheet) unitNamed() bool { return s.names(fieldUnit, fieldDepartment) }

func (s *sheet) names(from, to field) bool {
	for i := range s.cells {
		c := &s.cells[i]
		if c.entry == nil || c.use != unused {
			continue
		}
		m := c.entry.in(inProject, nil)
		if m == nil || m.field < from || m.field > to {
			continue
		}
		if right := s.right(c); right != nil && (right.entry == nil || right.entry.in(inProject, nil) == nil && right.entry.in(inMoney, nil) == nil) {
			return true
		}
	}
	return slices.ContainsFunc(s.inline(), func(m *meaning) bool { return m.field >= from && m.field <= to })
}

// inline is the meanings of labels that stand in one cell with their value:
// 项目名称：….
func (s *sheet) inline() []*meaning {
	if s.inlined != nil {
		return s.inlined
	}
	s.inlined = []*meaning{}
	end := s.rows
	if len(s.bands) > 0 {
		end = s.bands[0].top - 1 // cells of indicators are no labels
	}
	for i := range s.cells[:s.starts[end]] {
		c := &s.cells[i]
		if c.entry != nil || c.blank || len(c.Text) > maxLabel {
			continue
		}
		if pairs := inlinePairs(c.Text); len(pairs) > 0 {
			e, _ := s.labels.lookup(pairs[0].label)
			if m := e.in(inProject, nil); m != nil {
				s.inlined = append(s.inlined, m)
			}
		}
	}
	return s.inlined
}

// blocks counts the labels of blocks that performance forms have.
func (s *sheet) blocks() int {
	n := 0
	for i := range s.cells {
		c := &s.cells[i]
		if c.entry == nil || c.use != unused {
			continue
		}
		if m := c.entry.in(inProject, nil); m != nil && (m.field == fieldPurpose || m.field >= fieldMoney && m.field <= fieldIndicators) {
			n++
		}
	}
	return n
}

// labelsFirst says whether the first cell that is not blank is a label of the
// rows around the indicators.
func (s *sheet) labelsFirst() bool {
	for i := range s.cells {
		if c := &s.cells[i]; !c.blank {
			return c.entry.in(inProject, nil) != nil || c.entry.in(inMoney, nil) != nil
		}
	}
	return false
}

// goesOn says whether the table can be the rest of an indicator table: as many
// columns, or as many cells in its first row as the header has, and a level
// named in it or carried down to its first row.
func (s *sheet) goesOn(rec *record) bool {
	last := rec.sheets[len(rec.sheets)-1]
	if s.rows == 0 || len(s.line(1)) == 0 || !last.hasHeader() || s.labelsFirst() {
		return false
	}
	if !s.line(1)[0].blank && len(s.levelWords()) == 0 {
		return false
	}
	b := &last.bands[len(last.bands)-1]
	return s.cols == last.cols && s.cols > 2 || len(s.line(1)) == len(b.columns)
}

// levelWords is the first words of the table that only indicator tables have:
// 产出指标, 满意度指标, ….
func (s *sheet) levelWords() []string {
	var out []string
	for i := range s.cells {
		c := &s.cells[i]
		if c.entry.in(inLevel, nil) != nil && len(out) < 2 && (len(out) == 0 || out[0] != c.entry.label) {
			out = append(out, c.entry.label)
		}
	}
	return out
}

package form

import "strings"

// belowBand says whether the row that begins with the cell belongs to the rows
// below the indicators: a label stands there that is none of theirs.
func (r *rowReader) belowBand(first *cell) bool {
	m := first.entry.in(inProject, r.form)
	if m == nil {
		return first.entry.in(inMoney, r.form) != nil && first.entry.in(inColumn, r.form) == nil
	}
	return m.field != fieldIndicators && !r.isLevel(first)
}

// besideRow says whether the row is no indicator but a label with text beside
// it: one cell covers both name and target, or there is neither, and what
// stands where the levels do is no level.
func (r *rowReader) besideRow(row int, first *cell) bool {
	if len(r.halves) > 1 || first.RowSpan > 1 || first.row != row || r.isLevel(first) || levelLike(first.Text) {
		return false
	}
	cells, wide, told := 0, false, false
	line := r.sheet.line(row)
	for i := range line {
		if c := &line[i]; !c.blank && c.use != useLabel {
			cells++
			wide = wide || r.spansNames(c)
			told = told || c.Column > first.Column && r.isLevel(c)
		}
	}
	if wide {
		return cells == 2
	}
	for _, f := range [...]field{fieldLevel3, fieldTarget, fieldDescription} {
		c := r.cellOf(row, 0, f)
		told = told || c != nil && !c.blank
	}
	return !told && (cells == 1 && first.entry == nil || cells == 2 && r.column(0, fieldLevel2) != nil)
}

// levelLike says whether text is worded as a level is, or only dotted.
func levelLike(text string) bool {
	base, _, _ := cutNote([]byte(normal(text)))
	return strings.HasSuffix(string(base), "指标") || dotted(text)
}

func (r *rowReader) isLevel(c *cell) bool { return c.entry.in(inLevel, r.form) != nil }

// firstCell is the first cell that begins in row and is neither blank nor a
// caption left of the levels.
func (r *rowReader) firstCell(row int) *cell {
	line := r.sheet.line(row)
	for i := range line {
		c := &line[i]
		if c.blank {
			continue
		}
		col := r.columnAt(c.Column)
		if col == nil || col.scope != inProject || col.field != fieldIndicators || c.Column+c.ColSpan-1 > col.last || r.ends(c) {
			return c
		}
		c.take(useLabel, fieldIndicators.String(), nil)
	}
	return nil
}

// ends says whether a cell in the column of the caption is none, but begins a
// row below the indicators: 总分, 其他需要说明的问题, or a label beside text as wide
// as the table.
func (r *rowReader) ends(c *cell) bool {
	if m := c.entry.in(inProject, r.form); m != nil {
		return m.field != fieldIndicators && c.entry.in(inColumn, r.form) == nil || m.field == fieldExtra
	}
	right := r.sheet.right(c)
	if next := r.pastBlanks(right); next == nil || next.row != c.row {
		return next == nil && c.entry == nil && c.RowSpan == 1 // a note: 注：…
	}
	return right != nil && right.row == c.row && c.RowSpan == right.RowSpan && !right.blank && r.spansNames(right)
}

// dots passes a row of a template that holds nothing but dots: …… | …… | ……
func (r *rowReader) dots(row int) bool {
	line := r.sheet.line(row)
	for i := range line {
		if c := &line[i]; c.use == unused && !dotted(c.Text) {
			return false
		}
	}
	for i := range line {
		if line[i].use == unused {
			line[i].take(useNothing, "", nil)
		}
	}
	return true
}

// dotted says whether a text holds nothing but dots and blanks.
func dotted(text string) bool { return strings.Trim(text, "…. \n　\u00A0") == "" }

// subtitle reads a row that only names a side: 年度绩效指标 across the table.
func (r *rowReader) subtitle(c *cell) bool {
	m := c.entry.in(inProject, r.form)
	if m == nil || m.field != fieldIndicators || !r.spansNames(c) {
		return false
	}
	c.take(useLabel, m.field.String(), nil)
	if m.term != "" {
		r.halves[0].term = m.term
	}
	return true
}

// spansNames says whether one cell covers both the name and the target of an
// indicator, so that the row is none.
func (r *rowReader) spansNames(c *cell) bool {
	name, target := r.column(0, fieldLevel3), r.column(0, fieldTarget)
	if name == nil || target == nil {
		return r.sheet.wide(c)
	}
	last := c.Column + c.ColSpan - 1
	return c.Column <= min(name.last, target.last) && last >= max(name.first, target.first)
}

func (r *rowReader) isSum(c *cell) bool {
	m := c.entry.in(inProject, r.form)
	return m != nil && m.field == fieldSum
}

// sum keeps the cells of a 总分 or 合计 row under the labels of their columns.
func (r *rowReader) sum(row int, label *cell) bool {
	if !r.isSum(label) {
		return false
	}
	label.take(useLabel, fieldSum.String(), nil)
	line := r.sheet.line(row)
	for i := range line {
		c := &line[i]
		if c.use != unused || c.blank {
			continue
		}
		name := labelText(label.Text)
		if col := r.columnAt(c.Column); col != nil && col.head != nil && col.field > fieldLevel3 {
			name += "/" + labelText(col.head.Text)
		}
		if m := c.entry.in(inProject, r.form); m != nil && m.field == fieldExtra {
			r.cell(c) // 总分 | 99 | 自评等级 | 优
			continue
		}
		c.take(usePair, "extra", label)
		r.extra(name, c.Text, c)
	}
	return true
}

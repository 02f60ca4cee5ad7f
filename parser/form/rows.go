package form

import (
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
	"strings"
)

// belowBand says whether the row that begins with the cell belongs to the rows
// below the indicators: a label stands there that is none of theirs.
func (r *rowReader) belowBand(first *sheet.Cell) bool {
	m := first.Entry.In(label.InProject, r.form.ID)
	if m == nil {
		return first.Entry.In(label.InMoney, r.form.ID) != nil && first.Entry.In(label.InColumn, r.form.ID) == nil
	}
	return m.Field != label.Indicators && !r.isLevel(first)
}

// besideRow says whether the row is no indicator but a label with text beside
// it: one cell covers both name and target, or there is neither, and what
// stands where the levels do is no level.
func (r *rowReader) besideRow(row int, first *sheet.Cell) bool {
	if len(r.halves) > 1 || first.RowSpan > 1 || first.Line != row || r.isLevel(first) || levelLike(first.Text) {
		return false
	}
	cells, wide, told := 0, false, false
	line := r.sheet.Line(row)
	for i := range line {
		if c := &line[i]; !c.Blank && c.Use != sheet.UseLabel {
			cells++
			wide = wide || r.spansNames(c)
			told = told || c.Column > first.Column && r.isLevel(c)
		}
	}
	if wide {
		return cells == 2
	}
	for _, f := range [...]label.Field{label.Level3, label.Target, label.Description} {
		c := r.cellOf(row, 0, f)
		told = told || c != nil && !c.Blank
	}
	return !told && (cells == 1 && first.Entry == nil || cells == 2 && r.column(0, label.Level2) != nil)
}

// levelLike says whether text is worded as a level is, or only dotted.
func levelLike(text string) bool {
	base, _, _ := label.CutNote([]byte(label.Normal(text)))
	return strings.HasSuffix(string(base), "指标") || dotted(text)
}

func (r *rowReader) isLevel(c *sheet.Cell) bool { return c.Entry.In(label.InLevel, r.form.ID) != nil }

// firstCell is the first cell that begins in row and is neither blank nor a
// caption left of the levels.
func (r *rowReader) firstCell(row int) *sheet.Cell {
	line := r.sheet.Line(row)
	for i := range line {
		c := &line[i]
		if c.Blank {
			continue
		}
		col := r.columnAt(c.Column)
		if col == nil || col.Scope != label.InProject || col.Field != label.Indicators || c.Column+c.ColSpan-1 > col.Last || r.ends(c) {
			return c
		}
		c.Take(sheet.UseLabel, label.Indicators.String(), nil)
	}
	return nil
}

// ends says whether a cell in the column of the caption is none, but begins a
// row below the indicators: 总分, 其他需要说明的问题, or a label beside text as wide
// as the table.
func (r *rowReader) ends(c *sheet.Cell) bool {
	if m := c.Entry.In(label.InProject, r.form.ID); m != nil {
		return m.Field != label.Indicators && c.Entry.In(label.InColumn, r.form.ID) == nil || m.Field.Aside()
	}
	right := r.sheet.Right(c)
	if next := r.pastBlanks(right); next == nil || next.Line != c.Line {
		return next == nil && c.Entry == nil && c.RowSpan == 1 // a note: 注：…
	}
	return right != nil && right.Line == c.Line && c.RowSpan == right.RowSpan && !right.Blank && r.spansNames(right)
}

// dots passes a row of a template that holds nothing but dots: …… | …… | ……
func (r *rowReader) dots(row int) bool {
	line := r.sheet.Line(row)
	for i := range line {
		if c := &line[i]; c.Use == sheet.Unused && !dotted(c.Text) {
			return false
		}
	}
	for i := range line {
		if line[i].Use == sheet.Unused {
			line[i].Take(sheet.UseNothing, "", nil)
		}
	}
	return true
}

// dotted says whether a text holds nothing but dots and blanks.
func dotted(text string) bool { return sheet.Dotted(text) }

// subtitle reads a row that only names a side: 年度绩效指标 across the table.
func (r *rowReader) subtitle(c *sheet.Cell) bool {
	m := c.Entry.In(label.InProject, r.form.ID)
	if m == nil || m.Field != label.Indicators || !r.spansNames(c) {
		return false
	}
	c.Take(sheet.UseLabel, m.Field.String(), nil)
	if m.Term != "" {
		r.halves[0].term = m.Term
	}
	return true
}

// spansNames says whether one cell covers both the name and the target of an
// indicator, so that the row is none.
func (r *rowReader) spansNames(c *sheet.Cell) bool {
	name, target := r.column(0, label.Level3), r.column(0, label.Target)
	if name == nil || target == nil {
		return r.sheet.Wide(c)
	}
	last := c.Column + c.ColSpan - 1
	return c.Column <= min(name.Last, target.Last) && last >= max(name.First, target.First)
}

func (r *rowReader) isSum(c *sheet.Cell) bool {
	m := c.Entry.In(label.InProject, r.form.ID)
	return m != nil && m.Field == label.Sum
}

// sum keeps the cells of a 总分 or 合计 row under the labels of their columns.
func (r *rowReader) sum(row int, first *sheet.Cell) bool {
	if !r.isSum(first) {
		return false
	}
	first.Take(sheet.UseLabel, label.Sum.String(), nil)
	line := r.sheet.Line(row)
	for i := range line {
		c := &line[i]
		if c.Use != sheet.Unused || c.Blank {
			continue
		}
		name := label.Text(first.Text)
		if col := r.columnAt(c.Column); col != nil && col.Head != nil && col.Field > label.Level3 {
			name += "/" + label.Text(col.Head.Text)
		}
		if m := c.Entry.In(label.InProject, r.form.ID); m != nil && m.Field.Aside() {
			r.cell(c) // 总分 | 99 | 自评等级 | 优
			continue
		}
		c.Take(sheet.UsePair, "extra", first)
		if !r.isTotalScore(row, c) || !r.totalScore(name, c, 0, len(c.Text)) {
			r.extra(name, c.Text, c)
		}
	}
	return true
}

// isTotalScore says whether a cell of a 总分 row is the sum of the scores: it
// stands in their column or, in a table that has one, alone behind the label.
func (r *rowReader) isTotalScore(row int, c *sheet.Cell) bool {
	score := r.column(0, label.Score)
	if score == nil {
		return false
	}
	if col := r.columnAt(c.Column); col == score {
		return true
	}
	line := r.sheet.Line(row)
	for i := range line {
		if other := &line[i]; other != c && !other.Blank && !r.isSum(other) {
			return false
		}
	}
	return true
}

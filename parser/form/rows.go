package form

import (
	"cmp"
	"slices"
	"strings"

	"jxmb/model/quantity"
	"jxmb/parser/form/label"
	"jxmb/parser/form/record"
	"jxmb/parser/form/sheet"
	"jxmb/parser/value"
)

// belowBand says whether the row that begins with the cell belongs to the rows
// below the indicators: a label stands there that is none of theirs.
func (r *rowReader) belowBand(first *sheet.Cell) bool {
	return first.Entry != nil && r.namesOther(first) && !r.ofIndicator(first)
}

// namesOther says whether a label names something around the indicators.
func (r *rowReader) namesOther(c *sheet.Cell) bool {
	m := c.In(label.InProject, r.form.ID)
	if m == nil {
		return c.Entry.In(label.InMoney, r.form.ID) != nil && c.Entry.In(label.InColumn, r.form.ID) == nil
	}
	return m.Field != label.Indicators && !r.IsLevel(c)
}

// ofIndicator says whether a label is the second level or the name of an indicator, as words
// of reviews are (绩效目标 beside 绩效目标合理性 under 决策, 预算执行率 under 资金管理): it
// stands in the column of these, beside a level that goes on from above. A first level is
// one where the rest of an indicator stands beside it, and another first level below.
func (r *rowReader) ofIndicator(first *sheet.Cell) bool {
	row, col := first.Line, r.columnAt(first.Column)
	over := r.cellOf(row, 0, label.Level1)
	switch {
	case col.Is(label.Level3):
		over = cmp.Or(r.cellOf(row, 0, label.Level2), over)
	case col.Is(label.Level1):
		return r.aims(row) && !r.IsLabel(r.cellOf(row, 0, label.Level3)) && r.levelBelow(first.LastRow()+1)
	case !col.Is(label.Level2):
		return false
	}
	name := r.cellOf(row, 0, label.Level3)
	if over == nil || first.LastColumn() > col.Last || !name.BeginsIn(row) {
		return false
	}
	if over.Filled() {
		return over.Line < row
	}
	target := r.cellOf(row, 0, label.Target) // the merge was lost
	return target.BeginsIn(row) && target != name && (name == first || !r.IsLabel(name))
}

// besideRow says whether the row is no indicator but a label with text beside
// it: one cell covers both name and target, or there is neither, and what
// stands where the levels do is no level.
func (r *rowReader) besideRow(row int, first *sheet.Cell) bool {
	if len(r.halves) > 1 || first.RowSpan > 1 || r.saysLevel(first) {
		return false
	}
	if first.Marks.Has(label.HasColon) && r.signatures(row) {
		return true
	}
	if name := r.cellOf(row, 0, label.Level3); name != first && isNumber(name) {
		return true // 得分 | 97 | 等级 | 优
	}
	cells, wide := 0, false
	for c := range r.Sheet.Words(row) {
		if c.Use != sheet.UseLabel {
			cells++
			wide = wide || r.spansNames(c)
		}
	}
	switch {
	case wide:
		return cells == 2
	case cells == 1:
		return first.Entry == nil && !r.tellsOfIndicator(row, first)
	case cells == 2 && r.signed(first):
		return true
	case cells == 2:
		return r.column(0, label.Level2) != nil && !r.tellsOfIndicator(row, first)
	}
	return false
}

// signatures says whether two cells of the row hold a label with its text and the target
// is no value: 单位负责人：孙某 | 填表人：周某.
func (r *rowReader) signatures(row int) bool {
	n := 0
	for c := range r.Sheet.Words(row) {
		if c.Marks.Has(label.HasColon) && c.Entry == nil && len(c.Text) <= label.MaxBytes && strings.IndexAny(c.Text, ":：") > 0 {
			n++
		}
	}
	target := r.cellOf(row, 0, label.Target)
	return n > 1 && (!target.BeginsIn(row) || !value.IsTarget(target.Text))
}

// isNumber says whether a cell holds a number alone, which names no indicator.
func isNumber(c *sheet.Cell) bool {
	if !c.Filled() {
		return false
	}
	d, ok := quantity.ReadNumber(c.Text)
	return ok && d != ""
}

// signed says whether a cell that reaches over the levels and the name asks for words
// beside it, as those below the indicators do: 单位负责人签字：.
func (r *rowReader) signed(c *sheet.Cell) bool {
	name := r.column(0, label.Level3)
	if name == nil || c.Entry != nil || !c.Marks.Has(label.HasColon) {
		return false
	}
	return c.Column < name.First && c.LastColumn() >= name.First
}

// tellsOfIndicator says whether a level stands behind the first cell of the row,
// or its name, target or description is filled.
func (r *rowReader) tellsOfIndicator(row int, first *sheet.Cell) bool {
	for c := range r.Sheet.Words(row) {
		if c.Column > first.Column && r.IsLevel(c) {
			return true
		}
	}
	return slices.ContainsFunc(telling[:], func(f label.Field) bool { return r.cellOf(row, 0, f).Filled() })
}

// telling are the columns that every indicator fills one of.
var telling = [...]label.Field{label.Level3, label.Target, label.Description}

// saysLevel says whether the cell is a level, or worded as one.
func (r *rowReader) saysLevel(c *sheet.Cell) bool { return r.IsLevel(c) || levelLike(c.Text) }

// levelLike says whether text is worded as a level is, or only dotted.
func levelLike(text string) bool {
	base, _, _ := label.CutNote([]byte(label.Normal(text)))
	return strings.HasSuffix(string(base), "指标") || dotted(text)
}

// firstCell is the first cell that begins in row and is neither blank nor a
// caption left of the levels.
func (r *rowReader) firstCell(row int) *sheet.Cell {
	for c := range r.Sheet.Words(row) {
		col := r.columnAt(c.Column)
		if !col.IsCaption() || c.LastColumn() > col.Last || r.ends(c) {
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
	if m := c.In(label.InProject, r.form.ID); m != nil {
		return m.Field != label.Indicators && c.Entry.In(label.InColumn, r.form.ID) == nil || m.Field.Aside()
	}
	right := r.Sheet.Right(c)
	next := r.PastBlanks(right)
	if next == nil {
		return c.Entry == nil && c.RowSpan == 1 // a note: 注：…
	}
	return next == right && next.Line == c.Line && next.RowSpan == c.RowSpan && r.spansNames(next)
}

// dots passes a row of a template that holds nothing but dots: …… | …… | ……
func (r *rowReader) dots(row int) bool {
	for c := range r.Sheet.Unread(row) {
		if !dotted(c.Text) {
			return false
		}
	}
	for c := range r.Sheet.Unread(row) {
		c.Take(sheet.UseNothing, "", nil)
	}
	return true
}

// dotted says whether a text holds nothing but dots and blanks.
func dotted(text string) bool { return sheet.Dotted(text) }

// subtitle reads a row that only names a side: 年度绩效指标 across the table.
func (r *rowReader) subtitle(c *sheet.Cell) bool {
	m := c.In(label.InProject, r.form.ID)
	if !m.Is(label.Indicators) || !r.spansNames(c) {
		return false
	}
	c.Take(sheet.UseLabel, m.Field.String(), nil)
	if m.Term != "" {
		r.halves[0].term = m.Term
	}
	return true
}

// between passes a note or another line across the table that stands between
// indicators, and reports it; false where none follow. Behind a label with its text,
// which may open the rows below the indicators, a target must follow.
func (r *rowReader) between(row int, c *sheet.Cell) bool {
	if c.Entry != nil || c.RowSpan > 1 {
		return false
	}
	next := row + 1
	for next <= r.band.To && r.firstCell(next) == nil {
		next++
	}
	if next > r.band.To {
		return false
	}
	if first := r.firstCell(next); r.spansNames(first) || r.belowBand(first) || r.besideRow(next, first) || !r.tellsOfIndicator(next, first) {
		return false
	}
	if c.Marks.Has(label.HasColon) && !continuesBelow(c.Text) && !r.aims(next) {
		return false
	}
	r.scan(row, row)
	return true
}

// aims says whether the row names an indicator and a value as its target.
func (r *rowReader) aims(row int) bool {
	name, target := r.cellOf(row, 0, label.Level3), r.cellOf(row, 0, label.Target)
	return name.BeginsIn(row) && target.BeginsIn(row) && name != target && value.IsTarget(target.Text)
}

// levelBelow says whether one of the next rows begins with a first level of indicators.
func (r *rowReader) levelBelow(row int) bool {
	for last := min(r.band.To, row+usualRows); row <= last; row++ {
		if c := r.firstCell(row); c != nil && r.columnAt(c.Column).Is(label.Level1) && (r.IsLevel(c) || label.LevelCell(c.Text) == label.Level1) {
			return true
		}
	}
	return false
}

// continuesBelow says whether a line across the table is a note, which may stand
// between indicators as well as below them.
func continuesBelow(text string) bool { return record.Noted(label.Normal(text)) }

// spansNames says whether one cell covers both the name and the target of an
// indicator, so that the row is none.
func (r *rowReader) spansNames(c *sheet.Cell) bool {
	name, target := r.column(0, label.Level3), r.column(0, label.Target)
	if name == nil || target == nil {
		return r.Sheet.Wide(c)
	}
	return c.Column <= min(name.Last, target.Last) && c.LastColumn() >= max(name.First, target.First)
}

func (r *rowReader) isSum(c *sheet.Cell) bool {
	return c.In(label.InProject, r.form.ID).Is(label.Sum)
}

// sum keeps the cells of a 总分 or 合计 row under the labels of their columns.
func (r *rowReader) sum(row int, first *sheet.Cell) bool {
	if !r.isSum(first) {
		return false
	}
	first.Take(sheet.UseLabel, label.Sum.String(), nil)
	for c := range r.Sheet.Unread(row) {
		name := label.Text(first.Text)
		if col := r.columnAt(c.Column); col.Head != nil && col.Field > label.Level3 {
			name += "/" + label.Text(col.Head.Text)
		}
		if c.Entry.Field(label.InProject, r.form.ID).Aside() {
			r.cell(c) // 总分 | 99 | 自评等级 | 优
			continue
		}
		c.Take(sheet.UsePair, "extra", first)
		if !r.isTotalScore(row, c) || !r.TotalScore(name, c, 0, len(c.Text)) {
			r.Extra(name, c.Text, c)
		}
	}
	return true
}

// isTotalScore says whether a cell of a 总分 row is the sum of the scores: it
// stands in their column or, in a table that has one, alone behind the label, but
// for the labels of the result behind it: 总分 | 99 | 自评等级 | 优.
func (r *rowReader) isTotalScore(row int, c *sheet.Cell) bool {
	score := r.column(0, label.Score)
	if score == nil || score == r.columnAt(c.Column) {
		return score != nil
	}
	for other := range r.Sheet.Words(row) {
		if other != c && !r.isSum(other) {
			return c.Column < other.Column && other.Entry.Field(label.InProject, r.form.ID).Aside()
		}
	}
	return true
}

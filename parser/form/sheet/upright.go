package sheet

import (
	"slices"

	"jxmb/parser/form/label"
)

// Upright is the sheet with the indicators that stand in its columns, or one on a card,
// laid out in rows below heads: the same table with rows and columns exchanged. Nil where
// none stand so. Such are rows that begin with heads of columns:
//
//	三级指标 | 适配人数 | 合格率        一级指标 | 产出指标 | 二级指标 | 数量指标
//	指标值   | ≥320人  | ≥99%         三级指标 | 养护里程 | 指标值   | ≥640公里
//
// Where the first head comes again, another card begins; each has the same heads.
func (s *Sheet) Upright() *Sheet {
	if s.HasHeader() {
		return nil
	}
	var out []Strip
	from, cols, found := 1, s.Cols, 0
	for row := 1; row <= s.Rows; row++ {
		c := s.card(row)
		if c == nil {
			continue
		}
		if from < row {
			out = append(out, Strip{Sheet: s, From: from, To: row - 1})
		}
		turned := c.sheet(s)
		out = append(out, Strip{Sheet: turned, From: 1, To: turned.Rows})
		cols, found = max(cols, turned.Cols), found+turned.Rows-1
		row = c.last
		from = row + 1
	}
	if found == 0 {
		return nil
	}
	if from <= s.Rows {
		out = append(out, Strip{Sheet: s, From: from, To: s.Rows})
	}
	return Join(out, cols)
}

// card is rows that begin with heads of columns, each with its values beside it.
type card struct {
	last    int // row
	entries []entry
	heads   [label.NumFields]bool
	alone   bool  // each head has one value
	level   *Cell // that spans down left of the heads; nil for none
}

// entry is a head with its values: the cells of its row in the slots from..to.
type entry struct {
	head     *Cell
	from, to int
	values   int
}

// card is the card that begins in row, nil where none does.
func (s *Sheet) card(row int) *card {
	c := &card{alone: true}
	for ; row <= s.Rows; row++ {
		entries := s.entries(row)
		if len(entries) == 0 || !c.takes(entries[0].head) {
			break
		}
		switch level := s.levelDown(row); {
		case c.last == 0:
			c.level = level
		case c.level != level:
			return c.done(s)
		}
		c.entries, c.last = append(c.entries, entries...), row
	}
	return c.done(s)
}

// done is the card where its heads are those of indicators, else nil.
func (c *card) done(s *Sheet) *card {
	leveled := c.level != nil
	for _, e := range c.entries {
		c.heads[headField(e.head, "")] = true
		c.alone = c.alone && e.values == 1
		leveled = leveled || s.leveled(e)
	}
	if !leveled || !c.whole() {
		return nil
	}
	return c
}

// levelDown is the level left of all in the row, that spans down over several; nil for
// none.
func (s *Sheet) levelDown(row int) *Cell {
	if c := s.At(row, 1); c.Filled() && c.RowSpan > 1 && c.In(label.InLevel, "") != nil {
		return c
	}
	return nil
}

// takes says whether a row that begins with the head may go on with the card: a level or
// a name is the first, the others stand below it and are none that it has.
func (c *card) takes(head *Cell) bool {
	if len(c.entries) == 0 {
		return headField(head, "").IsName()
	}
	again := slices.ContainsFunc(c.entries, func(e entry) bool { return label.Normal(e.head.Text) == label.Normal(head.Text) })
	return !again && head.Column == c.entries[0].head.Column
}

// whole says whether the heads are those of indicators, of their names and values, and
// all have one value or as many slots of them.
func (c *card) whole() bool {
	if !c.heads[label.Target] || !c.heads[label.Level3] && !c.heads[label.Indicator] {
		return false
	}
	first := c.entries[0]
	return c.alone || !slices.ContainsFunc(c.entries, func(e entry) bool { return e.from != first.from || e.to != first.to })
}

// leveled says whether one of the values names a level of indicators.
func (s *Sheet) leveled(e entry) bool {
	for col := e.from; col <= e.to; col++ {
		if v := s.At(e.head.Line, col); v.Filled() && levelOf(v, "") != label.NoField {
			return true
		}
	}
	return false
}

// entries is the heads of a row with their values: heads and values in turn, or one head
// with all that stands beside it. Nil for any other row.
func (s *Sheet) entries(row int) []entry {
	var cells []*Cell
	for c := range s.across(row) {
		switch {
		case c.Line == row && c.RowSpan == 1:
			cells = append(cells, c)
		case len(cells) > 0 || c.Entry.Field(label.InProject, "") != label.Indicators && c.In(label.InLevel, "") == nil:
			return nil // but for 绩效指标 or a level left of all
		}
	}
	if len(cells) < 2 {
		return nil
	}
	var out []entry
	for i, c := range cells {
		switch heads := headsCard(c); {
		case heads && (i == 0 || len(out) > 0 && out[len(out)-1].values == 1):
			out = append(out, entry{head: c, from: c.LastColumn() + 1})
		case heads || len(out) == 0:
			return nil
		default:
			last := &out[len(out)-1]
			last.to, last.values = c.LastColumn(), last.values+1
		}
	}
	if last := out[len(out)-1].values; last == 0 || last > 1 && len(out) > 1 {
		return nil
	}
	return out
}

// headsCard says whether a cell is a head that the values of indicators may stand beside.
func headsCard(c *Cell) bool {
	switch f := headField(c, ""); f {
	case label.NoField, label.Group, label.Grade, label.Grades:
		return false
	default:
		return f.IsName() || c.Entry != nil
	}
}

// sheet is the card as a header and the rows below it.
func (c *card) sheet(of *Sheet) *Sheet {
	first := c.entries[0]
	rows := 2
	if !c.alone {
		rows += first.to - first.from
	}
	s := &Sheet{First: of.First, Rows: rows, Cols: c.columns(), labels: of.labels}
	s.slots = slices.Repeat([]int32{-1}, rows*s.Cols)
	for i, e := range c.entries {
		s.put(e.head, 1, i+1, 1)
	}
	if c.level != nil {
		s.put(c.level, 2, s.Cols, rows-1)
	}
	for row := 2; row <= rows; row++ {
		for i, e := range c.entries {
			slot := e.from + row - 2
			v := of.At(e.head.Line, slot)
			switch {
			case v == nil || s.slots[(row-1)*s.Cols+i] >= 0:
			case c.alone:
				s.put(v, row, i+1, 1)
			default:
				s.put(v, row, i+1, min(v.ColSpan, rows-row+1))
			}
		}
	}
	s.index()
	return s
}

// columns is how many columns the card has, laid out in rows: that of its level has no head.
func (c *card) columns() int {
	if c.level != nil {
		return len(c.entries) + 1
	}
	return len(c.entries)
}

// put adds a cell over so many rows.
func (s *Sheet) put(c *Cell, row, column, rows int) {
	b := *c.Cell
	b.Column, b.ColSpan, b.RowSpan = column, 1, rows
	out := *c
	out.Cell, out.Line, out.open = &b, row, false
	for line := row; line < row+rows; line++ {
		s.slots[(line-1)*s.Cols+column-1] = int32(len(s.Cells))
	}
	s.Cells = append(s.Cells, out)
}

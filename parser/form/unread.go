package form

import (
	"cmp"

	"jxmb/model"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// unread passes the rows of an indicator table whose targets can't be told. No
// indicator is made of them: a figure in the wrong column would be a false
// target. Each cell is kept as extra under the head of its column, and one
// finding says which rows they are and why. It returns the first row it left.
func (r *reading) unread(b *sheet.Band) int {
	rr := r.rows(b)
	from, to, row := 0, 0, b.From
	for ; row <= b.To; row++ {
		first := rr.firstCell(row)
		if first == nil || first.Use == sheet.UseHeader || rr.dots(row) {
			continue
		}
		if rr.belowBand(first) {
			break
		}
		if from == 0 {
			from = row
		}
		to = row
		rr.keepRow(row)
	}
	if from == 0 {
		return row
	}
	rows := model.Say("，第%d至%d行的指标没有读取", "; the indicators in rows %d to %d were not read", from, to)
	r.Report(draft.RuleUnread, r.Origin(r.headOf(b)), model.Text{ZH: b.Unread.ZH + rows.ZH, EN: b.Unread.EN + rows.EN})
	return row
}

// headOf is a cell of the header of a band to point to: the first, or that of a later
// column where no cell stands over the first.
func (r *reading) headOf(b *sheet.Band) *sheet.Cell {
	if head := cmp.Or(b.Columns[0].Head, r.Sheet.At(b.Top, b.Columns[0].First)); head != nil {
		return head
	}
	for i := range b.Columns {
		if head := b.Columns[i].Head; head != nil {
			return head
		}
	}
	return &r.Sheet.Cells[0]
}

// around reads the rows around the indicator tables by their labels. Rows that
// look like indicators and stand under no header are kept as they are, and
// reported: read by labels, their cells would be taken for others'.
func (r *reading) around(from, to int) {
	first, last := 0, 0
	for row := from; row <= to; row++ {
		level := r.strayLevel(row)
		if level == nil || r.writtenBeside(level) {
			continue
		}
		if first == 0 {
			r.scan(from, row-1)
			first = row
		}
		last = row
		r.keepStray(row, level)
	}
	if first > 0 {
		r.stray = true
		c := &r.Sheet.Line(first)[0]
		r.Report(draft.RuleUnread, r.Origin(c), model.Say("第%d至%d行像是指标，但不在任何指标表的表头之下，没有读取",
			"rows %d to %d look like indicators and stand under no header of an indicator table; they were not read", first, last))
	}
	r.scan(from, to)
}

// strayLevel is the cell that names a level in a row of three cells or more
// that no header stands over; nil where the row is none.
func (r *reading) strayLevel(row int) *sheet.Cell {
	var level *sheet.Cell
	filled := 0
	for c := range r.Sheet.Unread(row) {
		filled++
		if r.IsLabel(c) {
			return nil
		}
		if level == nil && r.IsLevel(c) {
			level = c
		}
	}
	if filled < 3 {
		return nil
	}
	return level
}

// keepStray keeps the cells of a row under the level that it names.
func (r *reading) keepStray(row int, level *sheet.Cell) {
	for c := range r.Sheet.Unread(row) {
		r.Extra(label.Text(level.Text), c.Text, c)
		c.Take(sheet.UseUnread, "extra", level)
	}
}

// noteColumns reports that no column could be taken for the targets, and the columns
// that were without a label that says so.
func (r *reading) noteColumns(b *sheet.Band) {
	if b.Untold.ZH != "" {
		r.Report(draft.RuleUnread, r.Origin(r.headOf(b)), model.Text{ZH: b.Untold.ZH + "，指标没有指标值，各栏原文保留在其他栏目", EN: b.Untold.EN + "; the indicators were read without, the text of the columns is kept as extra"})
	}
	for _, n := range b.Notes {
		if n.Guessed && b.Unread.ZH == "" {
			r.Report(draft.RuleGuessed, r.Origin(n.At), n.What)
		}
	}
}

// keepRow keeps what the row holds as extra.
func (r *rowReader) keepRow(row int) {
	for c := range r.Sheet.Unread(row) {
		r.Extra(r.headText(c), c.Text, c)
		c.Take(sheet.UseUnread, "extra", r.columnAt(c.Column).Head)
	}
}

package form

import (
	"strings"

	"jxmb/parser/form/label"
	"jxmb/parser/form/money"
	"jxmb/parser/form/sheet"
	"jxmb/parser/value"
)

// noteJoined reports the cells of a row in which cells of several columns or of
// several indicators were merged, so that their texts stand in one: which part
// belongs where can't be told, and no reading of the whole is sure to be right.
func (r *rowReader) noteJoined(row int) {
	line := r.Sheet.Line(row)
	for i := range line {
		c := &line[i]
		if c.ColSpan == 1 && c.RowSpan == 1 || c.Entry != nil || !strings.Contains(c.Text, "\n") {
			continue // as nearly all
		}
		if c.Use == sheet.UseColumn && (r.joinsColumns(c) || r.joinsRows(c)) {
			r.ReportJoined(c)
		}
	}
}

// joinsColumns says whether the lines of a cell that covers several columns are
// of more than one of them: of levels and names, where one is a level.
func (r *rowReader) joinsColumns(c *sheet.Cell) bool {
	first := r.columnAt(c.Column)
	if c.LastColumn() <= first.Last {
		return false
	}
	switch last := r.columnAt(c.LastColumn()); {
	case last.Head == nil:
		return false
	case last.Field.IsName(): // a name, or a level, that is as wide as both
		return r.levelLines(strings.Split(c.Text, "\n")) > 0
	}
	return true
}

// joinsRows says whether the lines of a cell that reaches over several rows are
// those of one for each: several levels, names with a target each, or targets.
func (r *rowReader) joinsRows(c *sheet.Cell) bool {
	if c.RowSpan == 1 {
		return false
	}
	lines := strings.Split(c.Text, "\n")
	switch col := r.columnAt(c.Column); {
	case col.Is(label.Level1), col.Is(label.Level2):
		return r.levelLines(lines) > 1
	case col.Is(label.Target), col.Is(label.Actual):
		return len(lines) >= c.RowSpan && targetLines(lines) > 0
	case oneEach.Has(col.Field):
		return true
	case col.Is(label.Level3):
		target := r.column(0, label.Target)
		return target != nil && r.parted(c, target)
	}
	return false
}

// oneEach are the columns that hold a number or a word for each indicator.
var oneEach = label.These(label.Weight, label.Score, label.Operator, label.Measure, label.Grade)

// parted says whether another cell of the column begins beside a lower row of c.
func (r *rowReader) parted(c *sheet.Cell, col *sheet.Column) bool {
	for row := c.Line + 1; row <= c.LastRow(); row++ {
		if beside := r.cellIn(row, col); beside.BeginsIn(row) && beside != c {
			return true
		}
	}
	return false
}

// levelLines is how many of the lines name levels.
func (r *reading) levelLines(lines []string) (n int) {
	for _, line := range lines {
		if e, _ := r.Labels.Lookup(line); e.In(label.InLevel, r.form.ID) != nil {
			n++
		}
	}
	return n
}

// targetLines is how many of the lines read as targets by a figure.
func targetLines(lines []string) (n int) {
	for _, line := range lines {
		if isFigure(line) {
			n++
		}
	}
	return n
}

// isFigure says whether a text reads as a target by a figure in it.
func isFigure(text string) bool {
	return strings.ContainsAny(text, "0123456789") && value.IsTarget(text)
}

// sunkenHeads reports heads that a cell of the first indicator was merged into.
func (r *rowReader) sunkenHeads() {
	for i := range r.band.Columns {
		c := r.band.Columns[i].Head
		if c == nil || c.LastRow() != r.band.From || r.band.Columns[i].IsCaption() {
			continue
		}
		if strings.Contains(label.Trim(c.Text), "\n") && c.Entry == nil {
			r.ReportJoined(c)
		}
	}
}

// noteJoinedLabels reports a cell outside the rows of indicators in which labels,
// labels and what stood beside them, or amounts were merged.
func (r *reading) noteJoinedLabels(c *sheet.Cell) {
	if c.ColSpan == 1 && c.RowSpan == 1 || c.Use == sheet.UseColumn || c.Entry != nil {
		return
	}
	if strings.Contains(c.Text, "\n") && r.joinsLabels(c) {
		r.ReportJoined(c)
	}
}

func (r *reading) joinsLabels(c *sheet.Cell) bool {
	lines := 1 + strings.Count(c.Text, "\n")
	if lines > longestJoined {
		return false
	}
	labels := 0
	for line := range strings.SplitSeq(c.Text, "\n") {
		e, _ := r.Labels.Lookup(line)
		if e.Around(r.form.ID) || e.In(label.InColumn, r.form.ID) != nil || e.In(label.InMoneyColumn, r.form.ID) != nil {
			labels++
		}
	}
	if labels > 0 {
		return labels > 1 || lines == 2
	}
	return c.Field == "code" || amountsAlone(c.Text)
}

// amountsAlone says whether each line of a text is an amount.
func amountsAlone(text string) bool {
	for line := range strings.SplitSeq(text, "\n") {
		if !isAmount(line) {
			return false
		}
	}
	return true
}

// isAmount says whether a line is an amount, or the dash or word that stands for none.
func isAmount(line string) bool {
	if label.Blank(line) {
		return false
	}
	_, amount := money.ReadAmount(line, "")
	return amount
}

// longestJoined is the most lines of a cell that is looked at for labels.
const longestJoined = 6

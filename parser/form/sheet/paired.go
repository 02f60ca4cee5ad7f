package sheet

import (
	"strings"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/parser/form/label"
)

// Paired reads a cell that holds the target and what was reached, each behind its label:
// 目标值：120户；完成值：118户. It gives where both stand in the text.
func Paired(ls label.Set, text string) (target, actual [2]int, ok bool) {
	const closing = "；;，,、\n 　"
	behind := func(from int, field label.Field) int {
		at, width := label.ColonIn(text[from:])
		if at < 0 {
			return -1
		}
		if e, _ := ls.Lookup(text[from : from+at]); e.Field(label.InColumn, "") != field {
			return -1
		}
		return from + at + width
	}
	start := behind(0, label.Target)
	if start < 0 || len(text) > 4*label.MaxBytes {
		return target, actual, false
	}
	for end := start; end < len(text); {
		at := strings.IndexAny(text[end:], closing)
		if at < 0 {
			break
		}
		_, width := utf8.DecodeRuneInString(text[end+at:])
		next := end + at + width
		if from := behind(next, label.Actual); from >= 0 {
			return trimmed(text, start, end+at), trimmed(text, from, len(text)), true
		}
		end = next
	}
	return target, actual, false
}

// trimmed is text[start:end] without blanks and stops around it.
func trimmed(text string, start, end int) [2]int {
	const around = "；;，,、。\n 　"
	start = end - len(strings.TrimLeft(text[start:end], around))
	return [2]int{start, start + len(strings.TrimRight(text[start:end], around))}
}

// pairs takes a column in which most cells hold the target and what was reached for that
// of the targets.
func (r *roles) pairs() bool {
	for _, i := range r.beside() {
		c := &r.band.Columns[i]
		if c.Scope != label.InColumn || c.Field != label.Target && c.Field != label.Actual && c.Field != label.Remark {
			continue
		}
		filled, paired := 0, 0
		for cell := range r.cells(c) {
			if cell.Blank || filled == sampleRows {
				continue
			}
			filled++
			if _, _, ok := Paired(r.sheet.labels, cell.Text); ok {
				paired++
			}
		}
		if filled > 0 && 2*paired > filled {
			c.Field, c.paired = label.Target, true
			r.note(r.headOf(c), true, model.Say("“%s”一栏每格写有目标值和完成值，已分开读取", "each cell of the column %s holds the target and what was reached; they were read apart", r.headText(c)))
			return true
		}
	}
	return false
}

// Paired says whether the cells of the column hold the target and what was reached.
func (c *Column) Paired() bool { return c.paired }

package text

import (
	"strings"

	"jxmb/model"
	"jxmb/parser/block"
)

// cell is a cell being read: a line of the text, and those it goes on in.
type cell struct {
	start, end int
	first      piece
	more       []piece
}

// piece is text[start:end], or said where it stands there in another spelling:
// with its quotes doubled.
type piece struct {
	start, end int
	said       string
}

func newCell(start, end int) cell {
	return cell{start: start, end: end, first: piece{start: start, end: end}}
}

// join appends the lines of another cell.
func (c *cell) join(next *cell) {
	c.more = append(append(c.more, next.first), next.more...)
	c.end = next.end
}

// last is the last line of the cell.
func (c *cell) last(text string) string {
	if n := len(c.more); n > 0 {
		return c.more[n-1].in(text)
	}
	return c.first.in(text)
}

func (p piece) in(text string) string {
	if p.said != "" {
		return p.said
	}
	return text[p.start:p.end]
}

// build is a cell as the form reads it; row, column and spans are the caller's.
func (r *reader) build(c *cell) (block.Cell, error) {
	out := block.Cell{Start: c.start, End: c.end, RowSpan: 1, ColSpan: 1}
	if c.end-c.start > maxCellBytes {
		return out, r.tooMuch(c.start, model.Say("一个单元格有 %d 字节，超过 %d 字节的上限", "a cell has %d bytes, more than the limit of %d", c.end-c.start, maxCellBytes))
	}
	out.Text = c.first.in(r.text)
	out.Runs = append(make([]block.Run, 0, 1+len(c.more)), block.Run{Start: c.first.start, End: c.first.end})
	if len(c.more) == 0 {
		return out, nil
	}
	var b strings.Builder
	b.WriteString(out.Text)
	for _, p := range c.more {
		b.WriteByte('\n')
		out.Runs = append(out.Runs, block.Run{Offset: b.Len(), Start: p.start, End: p.end})
		b.WriteString(p.in(r.text))
	}
	out.Text = b.String()
	return out, nil
}

package docx

import (
	"jxmb/parser/block"
	"jxmb/parser/ooxml"
	"slices"
	"strings"
)

// appendContinued adds to each merged cell the text of the cells that continue
// it, a line each. All at once per cell: a merge over thousands of rows would
// otherwise copy its text as often.
func (r *reader) appendContinued(g *grid) {
	list := g.continued
	slices.SortStableFunc(list, func(a, b continuation) int { return a.cell - b.cell })
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n].cell == list[0].cell {
			n++
		}
		r.appendTo(&g.cells[list[0].cell], list[:n])
		list = list[n:]
	}
}

func (r *reader) appendTo(c *block.Cell, more []continuation) {
	size, runs := len(c.Text), len(c.Runs)
	for _, m := range more {
		size += 1 + len(m.text)
		runs += len(m.runs)
	}
	if size > r.limits.CellBytes {
		r.Fail(ooxml.LimitFault(ooxml.LimitCellBytes, int64(r.limits.CellBytes), r.Part, int64(c.Start)))
		return
	}
	if r.spend(size + costRun*runs); r.Err != nil {
		return
	}
	var b strings.Builder
	b.Grow(size)
	b.WriteString(c.Text)
	all := append(make([]block.Run, 0, runs), c.Runs...)
	for _, m := range more {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		for _, run := range m.runs {
			run.Offset += b.Len()
			all = append(all, run)
		}
		b.WriteString(m.text)
	}
	c.Text, c.Runs = b.String(), all
}

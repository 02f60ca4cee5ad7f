package record

import (
	"strings"

	"jxmb/parser/block"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// takeNested adds the indicator tables that cells of a form hold and nothing else: the
// cell has no text of its own then. Any other such table stays with its cell.
func (c *collector) takeNested(s *sheet.Sheet) {
	for i := range s.Cells {
		outer := &s.Cells[i]
		if len(outer.Nested) != 1 || !outer.HoldsTableAlone() {
			continue
		}
		inner := sheet.New(outer.Nested[0], c.words, c.cells)
		inner.FindBands("")
		if inner.Kind() == sheet.PartOfForm && inner.HasHeader() {
			outer.Blank = true
			c.join(inner)
			continue
		}
		outer.Inner = inner
	}
}

// inside walks what the cell of a table that is no form holds, as pages that
// are laid out by tables print title, money unit and forms inside a cell.
func (c *collector) inside(outer *sheet.Cell) {
	nested := outer.Nested
	offset := 0
	for line := range strings.SplitSeq(outer.Text, "\n") {
		start, end := outer.Range(offset, offset+max(len(line), 1))
		offset += len(line) + 1
		for len(nested) > 0 && nested[0].End <= start {
			c.table(nested[0])
			nested = nested[1:]
		}
		if label.Blank(line) || len(nested) > 0 && start >= nested[0].Start {
			continue // white space, or a line of the table
		}
		p := &block.Paragraph{Text: line, Start: start, End: end}
		if c.IsTitle(line) {
			c.open(&Heading{Block: c.block, Title: label.Trim(line)})
		}
		c.paragraph(p)
	}
	for _, t := range nested {
		c.table(t)
	}
	c.settle()
}

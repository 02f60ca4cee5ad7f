package record

import (
	"slices"

	"jxmb/parser/form/sheet"
)

// waiting is a table that names a project and has no block of a performance
// form: its indicators may stand in the next table, else it is none.
type waiting struct {
	sheet *sheet.Sheet
	lead  lead // before it
}

// awaited says whether the table is the indicators of the one that waits: it
// names no project, nothing is said between the two, and no form above lacks
// its indicators.
func (c *collector) awaited(s *sheet.Sheet) bool {
	w := c.waiting
	if w == nil || !s.HasHeader() || c.lead.heading != w.lead.heading || c.lead.between != w.lead.between {
		return false
	}
	return c.current == nil || slices.ContainsFunc(c.current.Sheets, (*sheet.Sheet).HasHeader)
}

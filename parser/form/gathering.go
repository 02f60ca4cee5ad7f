package form

import (
	"sync"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// gathering finds the headings of a document and gathers its tables into records.
type gathering struct {
	*draft.Document
	words    label.Set
	endings  []string           // how titles of forms end
	left     func(*sheet.Sheet) // told of tables that are no form
	headings []heading
	marks    map[string]bool // bookmarks of headings
	merged   map[int]bool    // starts of cells whose merge begins in a table above
	cells    *block.Slab[sheet.Cell]
}

// newGathering finds the headings. The memory of the sheets lasts until free.
func newGathering(d *draft.Document, labels label.Set, titles []string, left func(*sheet.Sheet)) *gathering {
	g := &gathering{Document: d, words: labels, endings: titles, left: left, merged: map[int]bool{}, cells: cells.Get().(*block.Slab[sheet.Cell])}
	g.findHeadings()
	return g
}

// cells are kept from document to document.
var cells = sync.Pool{New: func() any { return new(block.Slab[sheet.Cell]) }}

// free ends the use of all sheets.
func (r *gathering) free() {
	r.cells.Reset()
	cells.Put(r.cells)
}

// originOf is the place of a table.
func (r *gathering) originOf(t *block.Table) model.Origin {
	o := model.Origin{Part: r.Doc.Part, Table: t.Index, Start: t.Start, End: t.End}
	o.Sheet, o.Cell = t.Area.Place(0, 0)
	return o
}

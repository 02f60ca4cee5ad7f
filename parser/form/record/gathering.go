// Package record gathers the tables of a document into records, each the tables of one
// project or of a list of projects, with the heading and the lines they stand under.
package record

import (
	"sync"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// Gathering finds the headings of a document and gathers its tables into records.
type Gathering struct {
	*draft.Document
	words    label.Set
	endings  []string           // how titles of forms end
	left     func(*sheet.Sheet) // told of tables that are no form
	Headings []Heading
	marks    map[string]bool // bookmarks of headings
	Merged   map[int]bool    // starts of cells whose merge begins in a table above
	cells    *block.Slab[sheet.Cell]
}

// New finds the headings of a document; titles are how titles of forms end, left is told
// of tables that are no form. The memory of the sheets lasts until Free.
func New(d *draft.Document, labels label.Set, titles []string, left func(*sheet.Sheet)) *Gathering {
	g := &Gathering{Document: d, words: labels, endings: titles, left: left, Merged: map[int]bool{}, cells: cells.Get().(*block.Slab[sheet.Cell])}
	g.findHeadings()
	return g
}

// cells are kept from document to document.
var cells = sync.Pool{New: func() any { return new(block.Slab[sheet.Cell]) }}

// Free ends the use of all sheets.
func (r *Gathering) Free() {
	r.cells.Reset()
	cells.Put(r.cells)
}

// OriginOf is the place of a table.
func (r *Gathering) OriginOf(t *block.Table) model.Origin {
	o := model.Origin{Part: r.Doc.Part, Table: t.Index, Start: t.Start, End: t.End}
	o.Sheet, o.Cell = t.Area.Place(0, 0)
	return o
}

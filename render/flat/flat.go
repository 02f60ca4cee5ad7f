// Package flat lays documents out as tables for databases: a row a project, an
// indicator or a finding. It is the one definition of the columns that CSV,
// Parquet, the DDL and their documentation have.
//
//	Projects    key file, project_id
//	Indicators  key file, project_id, indicator_id; the columns of its project with each
//	Findings    file, project_id and indicator_id lead to the others
//
// What JSON holds of a scalar kind is in a column, lists as text with a line an
// item; the places of single cells and the two readings of a target are in JSON
// alone.
package flat

import (
	"strings"
	"time"

	"jxmb/model"
)

// Kind is what a column holds.
type Kind uint8

// The kinds of columns. A cell is text in all of them, "" where there is nothing.
const (
	Text    Kind = iota
	Integer      // of 32 bits
	Number       // a [model.Decimal] that fits NUMERIC(38,10)
	Day          // "2020-12-31"
)

// Precision and Scale are those of numbers: what every database takes that has
// exact numbers at all. A number beyond them, and a day that no calendar has, is
// in no table but named in the column "beyond"; its text stands beside it, and JSON has it.
const (
	Precision = 38
	Scale     = 10
)

// Column is a column of a table.
type Column struct {
	Name  string // in lower case with underscores; stable
	Kind  Kind
	About model.Text
	of    func(*Row) string
}

// Table is one of the tables.
type Table struct {
	Name    string // "projects", also of its file
	Title   model.Text
	Columns []Column
}

// Row is what a row of a table is made of. Of a finding between documents
// Document is not known, nor the project.
type Row struct {
	File      string
	Document  *model.Document
	Project   *model.Project
	First     string // file where the project was met before, "" where it counts
	Indicator *model.Indicator
	Number    int // of the indicator in its project, from 1
	Finding   *model.Finding
}

// Cells are the cells of a row, in the order of the columns; cells is room for
// them.
func (t *Table) Cells(cells []string, r *Row) []string {
	cells = cells[:0]
	var beyond []string
	for i := range t.Columns {
		c := &t.Columns[i]
		cell := ""
		switch {
		case c.of != nil:
			cell = c.of(r)
		default: // the last one
			cell = strings.Join(beyond, ",")
		}
		if !c.Kind.holds(cell) {
			beyond, cell = append(beyond, c.Name), ""
		}
		cells = append(cells, strings.ToValidUTF8(cell, "\uFFFD"))
	}
	return cells
}

// holds tells whether a column of the kind can hold the cell: a number with no
// more digits than it has, a day of the calendar.
func (k Kind) holds(cell string) bool {
	switch {
	case cell == "":
		return true
	case k == Number:
		whole, fraction, _ := strings.Cut(strings.TrimPrefix(cell, "-"), ".")
		return len(whole) <= Precision-Scale && len(fraction) <= Scale
	case k == Day:
		_, err := time.Parse(time.DateOnly, cell)
		return err == nil
	}
	return true
}

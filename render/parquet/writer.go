package parquet

import (
	"io"

	"jxmb/render/flat"
)

// Writer writes a table row by row, for callers that have the cells of its rows
// and not the documents.
type Writer struct{ table *table }

// NewWriter begins the table t on w.
func NewWriter(w io.Writer, t *flat.Table) *Writer { return &Writer{start(w, t)} }

// Write adds a row: the cells of [flat.Table.Cells].
func (w *Writer) Write(cells []string) error { return w.table.write(cells) }

// Close ends the table.
func (w *Writer) Close() error { return w.table.out.Close() }

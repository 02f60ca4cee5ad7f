// Package csv writes the tables of package flat for spreadsheets and databases:
// UTF-8 with a byte order mark, by which Excel tells it, lines that end in CR LF
// (RFC 4180), and texts that no spreadsheet runs.
package csv

import (
	"bytes"
	"context"
	"encoding/csv"
	"io"
	"iter"
	"strings"

	"jxmb/model"
	"jxmb/render/flat"
	"jxmb/render/view"
)

// Format is a document as its indicators, each with the columns of its project;
// a batch has three tables, which lead to each other by file and ids.
var Format = view.Format{Name: "csv", Ext: ".csv", Text: true, Write: write, Over: []view.Over{
	over(&flat.Projects), over(&flat.Indicators), over(&flat.Findings),
}}

func write(ctx context.Context, w io.Writer, d *model.Document, _ view.Options) error {
	t := start(w, &flat.Indicators)
	t.rows(flat.Whole(d))
	return t.end(ctx)
}

func over(t *flat.Table) view.Over {
	return view.Over{Name: t.Name + ".csv", Start: func(w io.Writer, _ view.Options) view.Summary { return start(w, t) }}
}

// table is a table that is being written.
type table struct {
	*flat.Table
	w     io.Writer
	out   bytes.Buffer
	csv   *csv.Writer
	cells []string
	err   error
}

func start(w io.Writer, t *flat.Table) *table {
	f := &table{Table: t, w: w}
	f.csv = csv.NewWriter(&f.out)
	f.out.WriteString("\ufeff")
	for _, c := range t.Columns {
		f.cells = append(f.cells, c.Name)
	}
	f.line()
	return f
}

// buffered is how much is held before it is written out.
const buffered = 64 << 10

func (t *table) rows(rows iter.Seq[*flat.Row]) {
	for r := range rows {
		t.cells = t.Cells(t.cells, r)
		for i := range t.cells {
			if t.Columns[i].Kind == flat.Text {
				t.cells[i] = Harmless(t.cells[i])
			}
		}
		t.line()
	}
}

// line writes the cells. The writer of the standard library would take every CR
// out of them if it ended lines in CR LF itself.
func (t *table) line() {
	if t.err != nil {
		return
	}
	if t.err = t.csv.Write(t.cells); t.err != nil {
		return
	}
	if t.csv.Flush(); t.csv.Error() != nil {
		t.err = t.csv.Error()
		return
	}
	t.out.Truncate(t.out.Len() - 1)
	t.out.WriteString("\r\n")
	if t.out.Len() >= buffered {
		_, t.err = t.out.WriteTo(t.w)
	}
}

func (t *table) end(ctx context.Context) error {
	if t.err != nil {
		return t.err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	_, err := t.out.WriteTo(t.w)
	return err
}

func (t *table) Add(ctx context.Context, e view.Entry) error {
	t.rows(t.OfEntry(e))
	if t.err != nil {
		return t.err
	}
	return ctx.Err()
}

func (t *table) Close(ctx context.Context, s *view.Season) error {
	t.rows(t.AtEnd(s))
	return t.end(ctx)
}

// dangerous begin a text that a spreadsheet runs as a formula or a command
// (OWASP, CSV injection), in full width too; the last one marks what was made
// harmless.
const dangerous = "=+-@\t\r\n＝＋－＠'"

// Harmless puts an apostrophe in front of a text that begins so. Only those begin
// with one then, so that taking it off gives the text back.
func Harmless(s string) string {
	if s == "" || !strings.ContainsAny(s[:min(len(s), 3)], dangerous) {
		return s
	}
	for _, r := range dangerous {
		if strings.HasPrefix(s, string(r)) {
			return "'" + s
		}
	}
	return s
}

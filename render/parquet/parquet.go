// Package parquet writes the tables of package flat for analysis: numbers as
// DECIMAL(38,10), days as DATE, texts as they are.
package parquet

import (
	"context"
	"fmt"
	"io"
	"iter"
	"reflect"
	"strconv"
	"time"

	"github.com/parquet-go/parquet-go"

	"jxmb/model"
	"jxmb/render/flat"
	"jxmb/render/view"
)

// Format is a document as its indicators, each with the columns of its project;
// a batch has three tables, which lead to each other by file and ids.
var Format = view.Format{Name: "parquet", Ext: ".parquet", Write: write, Over: []view.Over{
	over(&flat.Projects), over(&flat.Indicators), over(&flat.Findings),
}}

func write(ctx context.Context, w io.Writer, d *model.Document, _ view.Options) error {
	t := start(w, &flat.Indicators)
	if err := t.rows(flat.Whole(d)); err != nil {
		return err
	}
	return t.end(ctx)
}

func over(t *flat.Table) view.Over {
	return view.Over{Name: t.Name + ".parquet", Start: func(w io.Writer, _ view.Options) view.Summary { return start(w, t) }}
}

// rowsAGroup bounds what is held in memory: the rows of a group are, until it is
// full.
const rowsAGroup = 5000

// table is a table that is being written.
type table struct {
	*flat.Table
	out   *parquet.GenericWriter[any]
	cells []string
	row   parquet.Row
	held  int // rows of the group that is being filled
}

func start(w io.Writer, t *flat.Table) *table {
	out := parquet.NewGenericWriter[any](w, schema(t), parquet.Compression(&parquet.Zstd), parquet.CreatedBy("jxmb", "", ""),
		parquet.PageBufferSize(64<<10), parquet.DataPageStatistics(true))
	return &table{Table: t, out: out, row: make(parquet.Row, len(t.Columns))}
}

// columns are a group whose fields stand in the order of the table; those of the
// library are in alphabetical order.
type columns struct {
	parquet.Group
	fields []parquet.Field
}

func (c columns) Fields() []parquet.Field { return c.fields }

// field is a column by its name.
type field struct {
	parquet.Node
	name string
}

func (f field) Name() string { return f.name }

// Value is never asked for: rows are written cell by cell.
func (f field) Value(base reflect.Value) reflect.Value { return base }

func schema(t *flat.Table) *parquet.Schema {
	c := columns{Group: parquet.Group{}}
	for _, column := range t.Columns {
		node := parquet.Optional(nodeOf(column.Kind))
		c.Group[column.Name] = node
		c.fields = append(c.fields, field{node, column.Name})
	}
	return parquet.NewSchema(t.Name, c)
}

func nodeOf(k flat.Kind) parquet.Node {
	switch k {
	case flat.Integer:
		return parquet.Int(32)
	case flat.Number:
		return parquet.Decimal(flat.Scale, flat.Precision, parquet.FixedLenByteArrayType(decimalBytes))
	case flat.Day:
		return parquet.Date()
	}
	return parquet.String()
}

func (t *table) rows(rows iter.Seq[*flat.Row]) error {
	for r := range rows {
		t.cells = t.Cells(t.cells, r)
		if err := t.write(t.cells); err != nil {
			return err
		}
	}
	return nil
}

func (t *table) write(cells []string) error {
	for i, cell := range cells {
		v, err := valueOf(t.Columns[i].Kind, cell)
		if err != nil {
			return fmt.Errorf("%s.%s: %w", t.Name, t.Columns[i].Name, err)
		}
		defined := 1
		if cell == "" {
			defined = 0
		}
		t.row[i] = v.Level(0, defined, i)
	}
	if _, err := t.out.WriteRows([]parquet.Row{t.row}); err != nil {
		return err
	}
	if t.held++; t.held >= rowsAGroup {
		t.held = 0
		return t.out.Flush()
	}
	return nil
}

// valueOf is a cell as its column stores it.
func valueOf(k flat.Kind, cell string) (parquet.Value, error) {
	if cell == "" {
		return parquet.NullValue(), nil
	}
	switch k {
	case flat.Integer:
		n, err := strconv.ParseInt(cell, 10, 32)
		return parquet.Int32Value(int32(n)), err
	case flat.Number:
		b, err := unscaled(cell)
		return parquet.FixedLenByteArrayValue(b), err
	case flat.Day:
		day, err := time.Parse(time.DateOnly, cell)
		return parquet.Int32Value(int32(day.Unix() / (24 * 60 * 60))), err
	}
	return parquet.ByteArrayValue([]byte(cell)), nil
}

func (t *table) end(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return t.out.Close()
}

func (t *table) Add(ctx context.Context, e view.Entry) error {
	if err := t.rows(t.OfEntry(e)); err != nil {
		return err
	}
	return ctx.Err()
}

func (t *table) Close(ctx context.Context, s *view.Season) error {
	if err := t.rows(t.AtEnd(s)); err != nil {
		return err
	}
	return t.end(ctx)
}

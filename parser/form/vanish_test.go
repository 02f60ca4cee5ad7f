package form

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"jxmb/fixtures/layouts"
	"jxmb/fixtures/outside"
	"jxmb/fixtures/source"
	"jxmb/fixtures/wml"
	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/docx"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/record"
)

// TestMarksRemain marks every cell of every layout that is no label, changes
// tables as people do, and asks for each mark in the result: in a field, in an
// extra, or in the words of a finding.
func TestMarksRemain(t *testing.T) {
	t.Parallel()
	for _, base := range forms(t) {
		t.Run(base.name, func(t *testing.T) {
			for seed := range uint64(base.seeds) {
				vanished(t, base.body, seed)
			}
		})
	}
}

// FuzzVanish does so for as long as it is let.
func FuzzVanish(f *testing.F) {
	bases := forms(f)
	f.Add(byte(0), uint64(1))
	f.Fuzz(func(t *testing.T, number byte, seed uint64) {
		vanished(t, bases[int(number)%(len(bases)-1)].body, seed)
	})
}

// base is a document whose tables are all forms.
type base struct {
	name  string
	body  []wml.Block
	seeds int
}

func forms(t testing.TB) []base {
	var out []base
	seeds := 12
	if outside.Everything() {
		seeds = 60
	}
	for _, l := range layouts.All() {
		out = append(out, base{l.Name, l.Body, seeds})
	}
	doc, err := source.Document(source.Zunhua, 1)
	if err != nil {
		t.Fatal(err)
	}
	return append(out, base{"reference", doc.Body, 6})
}

// vanished changes the body and reports marks that are not in the result. Seed
// 0 changes nothing.
func vanished(t *testing.T, body []wml.Block, seed uint64) {
	t.Helper()
	m := &mutator{Rand: rand.New(rand.NewPCG(seed, 7))}
	changed := slices.Clone(body)
	for i, b := range changed {
		table, ok := b.(wml.Table)
		if sketch, drawn := b.(wml.Sketch); drawn {
			table, ok = sketch.Table(), true
		}
		if !ok {
			continue
		}
		table.Rows = m.marked(table.Rows)
		for range m.IntN(4) * int(min(seed, 1)) {
			table.Rows = m.change(table.Rows)
		}
		changed[i] = table
	}
	data := wml.Document{Body: changed}.Package().Stored()
	blocks, err := docx.Read(context.Background(), bytes.NewReader(data), int64(len(data)), docx.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var trace Trace
	d, err := Read(context.Background(), blocks, Options{Trace: &trace})
	if err != nil {
		return // it says so
	}
	said := string(model.AppendJSON(nil, d, false))
	for _, b := range blocks.Blocks {
		if b.Table == nil || slices.ContainsFunc(d.Findings, func(f model.Finding) bool {
			return f.Severity == model.Error && f.Origin.Table == b.Table.Index && f.Origin.Row == 0
		}) { // a table that was not read, and is named
			continue
		}
		for i := range b.Table.Cells {
			c := &b.Table.Cells[i]
			for _, mark := range marks.FindAllString(c.Text, -1) {
				if !strings.Contains(said, mark) {
					t.Errorf("seed %d, table %d, row %d, column %d: %q (%s) is not in the result, after %s%s", seed, b.Table.Index, c.Row, c.Column,
						c.Text, usedAs(&trace, b.Table.Index, c), strings.Join(m.done, "; "), outlined(b.Table))
				}
			}
		}
	}
}

// usedAs is what the trace says of a cell.
func usedAs(trace *Trace, table int, c *block.Cell) string {
	for _, t := range trace.Tables {
		for _, cell := range t.Cells {
			if t.Table == table && cell.Row == c.Row && cell.Column == c.Column {
				return cell.Rule + " " + cell.Field + " " + cell.Label
			}
		}
	}
	return "table left alone"
}

// outlined shows a table, for the messages of a test.
func outlined(t *block.Table) string {
	var b strings.Builder
	for row := 1; row <= t.Rows; row++ {
		b.WriteString("\n\t\t")
		for col := 1; col <= t.Cols; col++ {
			switch c := t.At(row, col); {
			case c == nil:
				b.WriteString("· | ")
			case c.Row == row && c.Column == col:
				b.WriteString(draft.Excerpt(c.Text) + " | ")
			case c.Row == row:
				b.WriteString("< | ")
			default:
				b.WriteString("^ | ")
			}
		}
	}
	return b.String()
}

// marks are five digits and a fraction that no layout has.
var (
	marks  = regexp.MustCompile(`7\d{4}\.25`)
	number = regexp.MustCompile(`^[\d,]+(\.\d+)?`)
)

// mutator marks and changes tables.
type mutator struct {
	*rand.Rand
	count int
	done  []string // what was changed
}

// marked puts a mark of its own into each cell that is no label, level or title.
func (m *mutator) marked(rows []wml.TableRow) []wml.TableRow {
	out := make([]wml.TableRow, len(rows))
	for i, r := range rows {
		row := r.(wml.Row)
		row.Cells = slices.Clone(row.Cells)
		for j := range row.Cells {
			m.mark(&row.Cells[j])
		}
		out[i] = row
	}
	return out
}

func (m *mutator) mark(c *wml.Cell) {
	for _, b := range c.Content {
		if p, ok := b.(wml.P); ok {
			for _, in := range p.Content {
				if text, ok := in.(wml.Text); ok {
					c.Text += string(text) + "\n"
				}
			}
		}
	}
	c.Content = nil
	text := label.Trim(c.Text)
	if text == "" || m.says(text) {
		return
	}
	m.count++
	mark := fmt.Sprintf("7%04d.25", m.count)
	if number.MatchString(text) {
		c.Text = number.ReplaceAllString(text, mark)
		return
	}
	c.Text = text + mark
}

// says whether a text is a label, the title of a form or a caption, so that a
// mark would make something else of it.
func (m *mutator) says(text string) bool {
	lib := Default()
	if e, _ := lib.labels.Lookup(text); e != nil || record.CaptionUnit(lib.labels, text) != "" {
		return true
	}
	titles := record.New(draft.New(&block.Document{}, model.Chinese, nil), lib.labels, lib.titles, nil)
	return titles.IsTitle(text) || draft.YearIn(text) != 0 && len(text) < 36 || strings.Trim(text, "…. ") == ""
}

// change makes one change to a table.
func (m *mutator) change(rows []wml.TableRow) []wml.TableRow {
	rows = slices.Clone(rows)
	i := m.IntN(len(rows))
	row := rows[i].(wml.Row)
	row.Cells = slices.Clone(row.Cells)
	if len(row.Cells) == 0 || len(rows) < 3 {
		return rows
	}
	j := m.IntN(len(row.Cells))
	what := ""
	switch m.IntN(9) {
	case 0:
		what = "row left out"
		rows = slices.Delete(rows, i, i+1)
	case 1:
		what = "row moved"
		rows = slices.Insert(slices.Delete(rows, i, i+1), m.IntN(len(rows)), wml.TableRow(row))
	case 2:
		what = "cell left out"
		row.Cells = slices.Delete(row.Cells, j, j+1)
	case 3:
		what = "cell moved"
		cell := row.Cells[j]
		row.Cells = slices.Delete(row.Cells, j, j+1)
		row.Cells = slices.Insert(row.Cells, m.IntN(len(row.Cells)+1), cell)
	case 4:
		what = "label blanked"
		if e, _ := Default().labels.Lookup(row.Cells[j].Text); e != nil {
			row.Cells[j].Text = ""
		}
	case 5, 6:
		what = "cell renamed"
		m.count++
		row.Cells[j].Text = fmt.Sprintf("另称7%04d.25", m.count)
	case 7:
		what = "row doubled"
		again := wml.Row{Cells: slices.Clone(row.Cells)}
		for k := range again.Cells {
			again.Cells[k].Text = marks.ReplaceAllString(again.Cells[k].Text, "")
			m.mark(&again.Cells[k])
		}
		rows = slices.Insert(rows, i, wml.TableRow(again))
		m.done = append(m.done, fmt.Sprintf("%s at row %d", what, i+1))
		return rows
	case 8:
		what = "cells merged"
		if j+1 < len(row.Cells) && row.Cells[j].VMerge == wml.NoMerge && row.Cells[j+1].VMerge == wml.NoMerge {
			row.Cells[j].Text += row.Cells[j+1].Text
			row.Cells[j].Span = max(row.Cells[j].Span, 1) + max(row.Cells[j+1].Span, 1)
			row.Cells = slices.Delete(row.Cells, j+1, j+2)
		}
	}
	if what != "row left out" && what != "row moved" {
		rows[i] = row
	}
	m.done = append(m.done, fmt.Sprintf("%s at row %d, cell %d", what, i+1, j+1))
	return rows
}

package form_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"jxmb/fixtures/layouts"
	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/docx"
	"jxmb/parser/form"
)

// TestSpoiledHeaders renames, drops, merges, splits and swaps header cells of
// every layout. Whatever a header says then, a target in the output stands in
// the column of targets of the input, or a finding of severity error names the
// table; and no text of a cell is lost.
func TestSpoiledHeaders(t *testing.T) {
	t.Parallel()
	rounds := 20
	if thorough {
		rounds = 150
	}
	read, refused := 0, 0
	for _, l := range layouts.All() {
		data := l.Data()
		original, err := docx.Read(context.Background(), strings.NewReader(string(data)), int64(len(data)), docx.Options{})
		if err != nil {
			t.Fatal(err)
		}
		truth, header := targetsOf(t, original)
		for seed := range rounds {
			blocks := cloned(original)
			random := rand.New(rand.NewPCG(uint64(seed), 11))
			var done []string
			if random.IntN(2) == 0 {
				done = append(done, spoil(random, blocks, header, false), spoil(random, blocks, header, false))
			} else {
				done = append(done, spoil(random, blocks, header, true))
			}
			what := fmt.Sprintf("%s, %d: %s", l.Name, seed, strings.Join(done, "; "))
			var trace form.Trace
			d, err := form.Read(context.Background(), blocks, form.Options{Trace: &trace})
			if err != nil {
				refused++
				continue
			}
			read++
			checkTargets(t, what, d, truth)
			if slices.ContainsFunc(trace.Tables, func(t form.TableTrace) bool { return t.Form == "" }) {
				continue // left alone and reported as a whole
			}
			if !t.Run(what, func(t *testing.T) { followCells(t, blocks, &trace, d) }) {
				return
			}
		}
	}
	if read < 3*refused {
		t.Errorf("only %d of %d documents were read", read, read+refused)
	}
}

// slot is a place in the grid of a table.
type slot struct{ table, row, column int }

// targetsOf reads the places of the targets, and the header cells of indicator
// tables.
func targetsOf(t *testing.T, blocks *block.Document) (truth map[slot]bool, header map[int][]slot) {
	t.Helper()
	var trace form.Trace
	d, err := form.Read(context.Background(), blocks, form.Options{Trace: &trace})
	if err != nil {
		t.Fatal(err)
	}
	truth, header = map[slot]bool{}, map[int][]slot{}
	first := map[int]int{} // first row of a target by table
	for _, p := range d.Projects {
		for _, i := range p.Indicators {
			at := slot{i.Origin.Table, i.Origin.Row, i.Origin.Column}
			truth[at] = true
			if row := first[at.table]; row == 0 || at.row < row {
				first[at.table] = at.row
			}
		}
	}
	for _, table := range trace.Tables {
		for _, c := range table.Cells {
			if c.Rule == "header" && c.Field == "" && first[table.Table]-c.Row > 0 && first[table.Table]-c.Row <= 3 {
				header[table.Table] = append(header[table.Table], slot{table.Table, c.Row, c.Column})
			}
		}
	}
	if len(header) == 0 {
		t.Fatal("no header cells")
	}
	return truth, header
}

func checkTargets(t *testing.T, what string, d *model.Document, truth map[slot]bool) {
	t.Helper()
	for _, p := range d.Projects {
		for _, i := range p.Indicators {
			at := slot{i.Origin.Table, i.Origin.Row, i.Origin.Column}
			if i.Target.Text == "" || truth[at] {
				continue
			}
			named := slices.ContainsFunc(d.Findings, func(f model.Finding) bool {
				return f.Severity == model.Error && f.Origin.Table == at.table
			})
			if !named {
				t.Errorf("%s: %s has the target %q of %v, which is none", what, i.Level3, i.Target.Text, at)
				return
			}
		}
	}
}

// cloned is a copy whose tables can be changed.
func cloned(d *block.Document) *block.Document {
	out := *d
	out.Blocks = slices.Clone(d.Blocks)
	for i := range out.Blocks {
		if t := out.Blocks[i].Table; t != nil {
			table := *t
			table.Cells, table.Slots = slices.Clone(t.Cells), slices.Clone(t.Slots)
			out.Blocks[i].Table = &table
		}
	}
	return &out
}

// spoil changes one header cell and says how; with known, it may give it the
// label of another column.
func spoil(random *rand.Rand, d *block.Document, header map[int][]slot, known bool) string {
	for range 100 {
		i := random.IntN(len(d.Blocks))
		t := d.Blocks[i].Table
		if t == nil || len(header[t.Index]) == 0 {
			continue
		}
		cells := header[t.Index]
		a, b := cells[random.IntN(len(cells))], cells[random.IntN(len(cells))]
		c, other := cellAt(t, a), cellAt(t, b)
		if c == nil || other == nil || c.Text == "" {
			continue
		}
		was := c.Text
		switch random.IntN(6) {
		case 0:
			c.Text = []string{"核定量", "甲", "栏目三", "事项", "内容与口径", "Q", "——", "本县口径"}[random.IntN(8)]
			return "renamed " + was + " to " + c.Text
		case 1:
			if !known {
				continue
			}
			c.Text = []string{"备注", "分值", "二级指标", "三级指标", "指标解释", "确定依据", "计量单位", "得分"}[random.IntN(8)]
			return "renamed " + was + " to " + c.Text
		case 2:
			c.Text = ""
			return "dropped " + was
		case 3:
			if mergeRight(t, c) {
				return "merged " + was + " to the right"
			}
		case 4:
			if split(t, c) {
				return "split " + was
			}
		case 5:
			if c != other && c.Row == other.Row && !figures(c.Text) && !figures(other.Text) {
				c.Text, other.Text = other.Text, c.Text
				return "swapped " + was + " and " + c.Text
			}
		}
	}
	return "nothing"
}

// figures says whether a head is that of other figures than targets, which can't
// be told from them once their heads are exchanged.
func figures(head string) bool {
	for _, word := range []string{"完成", "实际", "分", "权重", "预算数"} {
		if strings.Contains(head, word) {
			return true
		}
	}
	return false
}

func cellAt(t *block.Table, at slot) *block.Cell {
	if i := t.Slots[(at.row-1)*t.Cols+at.column-1]; i >= 0 {
		return &t.Cells[i]
	}
	return nil
}

// mergeRight makes c cover its right neighbour of the same height, and gives it
// both texts.
func mergeRight(t *block.Table, c *block.Cell) bool {
	if c.Column+c.ColSpan > t.Cols {
		return false
	}
	n := cellAt(t, slot{row: c.Row, column: c.Column + c.ColSpan})
	if n == nil || n.Row != c.Row || n.RowSpan != c.RowSpan || n == c {
		return false
	}
	i, gone := t.Slots[(c.Row-1)*t.Cols+c.Column-1], t.Slots[(n.Row-1)*t.Cols+n.Column-1]
	c.ColSpan += n.ColSpan
	if n.Text != "" {
		c.Text += "\n" + n.Text
	}
	t.Cells = slices.Delete(t.Cells, int(gone), int(gone)+1)
	for k, s := range t.Slots {
		switch {
		case s == gone:
			t.Slots[k] = i
		case s > gone:
			t.Slots[k]--
		}
	}
	return true
}

// split parts a cell over several columns: the text stays in the first.
func split(t *block.Table, c *block.Cell) bool {
	if c.ColSpan < 2 || c.RowSpan > 1 {
		return false
	}
	at := int(t.Slots[(c.Row-1)*t.Cols+c.Column-1])
	rest := block.Cell{Row: c.Row, Column: c.Column + 1, RowSpan: 1, ColSpan: c.ColSpan - 1, Start: c.Start, End: c.End}
	c.ColSpan = 1
	for k, s := range t.Slots {
		column := k%t.Cols + 1
		if int(s) > at || int(s) == at && column >= rest.Column {
			t.Slots[k]++
		}
	}
	t.Cells = slices.Insert(t.Cells, at+1, rest)
	return true
}

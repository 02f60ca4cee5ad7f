package sheet

import (
	"math/rand/v2"
	"slices"
	"testing"

	"jxmb/fixtures/outside"
	"jxmb/parser/block"
	"jxmb/parser/form/label"
)

// TestJoin: a sheet joined of tables has the cells and bands of one that was
// whole, wherever the page breaks fell.
func TestJoin(t *testing.T) {
	rows := [][]string{
		{"一级指标", "二级指标", "三级指标", "指标值"},
		{"一级指标", "年度绩效指标", "", ""},
		{"", "二级指标", "三级指标", "指标值"},
		{"一级指标", "三级指标", "二级指标", "指标值"},
		{"产出指标", "数量指标", "次数", "≥3次"},
		{"项目名称", "甲", "", ""},
		{"", "", "", ""},
	}
	random := rand.New(rand.NewPCG(7, 7))
	labels, err := label.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	rounds := 4_000
	if outside.Everything() {
		rounds = 20_000
	}
	for range rounds {
		table := func(rows [][]string) *block.Table {
			t := &block.Table{Rows: len(rows), Cols: 4}
			for i, row := range rows {
				for col, text := range row {
					t.Slots = append(t.Slots, int32(len(t.Cells)))
					t.Cells = append(t.Cells, block.Cell{Row: i + 1, Column: col + 1, RowSpan: 1, ColSpan: 1, Text: text})
				}
			}
			return t
		}
		var all [][]string
		var pieces *Pieces
		for range 1 + random.IntN(5) {
			var some [][]string
			for range 1 + random.IntN(3) {
				some = append(some, rows[random.IntN(len(rows))])
			}
			all = append(all, some...)
			if part := New(table(some), labels, new(block.Slab[Cell])); pieces == nil {
				pieces = Begin(part)
			} else if !pieces.Add(part, 0) {
				t.Fatal("a table of as many columns does not fit")
			}
		}
		s := pieces.Sheet()
		s.FindBands("")
		grown, uses := sketchBands(s)
		s = New(table(all), labels, new(block.Slab[Cell]))
		s.FindBands("")
		if whole, wholeUses := sketchBands(s); !slices.Equal(grown, whole) || !slices.Equal(uses, wholeUses) {
			var text []string
			for i := range s.Cells {
				text = append(text, s.Cells[i].Text)
			}
			t.Fatalf("%q\ngrown %v %v\nwhole %v %v", text, grown, uses, whole, wholeUses)
		}
	}
}

func sketchBands(s *Sheet) (bands [][4]int, uses []Use) {
	for i := range s.Bands {
		b := &s.Bands[i]
		bands = append(bands, [4]int{b.Top, b.From, b.To, len(b.Columns)})
	}
	for i := range s.Cells {
		uses = append(uses, s.Cells[i].Use)
	}
	return bands, uses
}

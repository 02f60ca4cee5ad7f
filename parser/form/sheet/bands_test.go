package sheet

import (
	"math/rand/v2"
	"slices"
	"testing"

	"jxmb/parser/block"
	"jxmb/parser/form/label"
)

// TestMoreBands: a sheet that grew table by table has the bands and headers of
// one that was read whole, wherever the page breaks fell.
func TestMoreBands(t *testing.T) {
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
	for range 20_000 {
		var s *Sheet
		for range 1 + random.IntN(5) {
			table := &block.Table{Rows: 1 + random.IntN(3), Cols: 4}
			for row := range table.Rows {
				for col, text := range rows[random.IntN(len(rows))] {
					table.Slots = append(table.Slots, int32(len(table.Cells)))
					table.Cells = append(table.Cells, block.Cell{Row: row + 1, Column: col + 1, RowSpan: 1, ColSpan: 1, Text: text})
				}
			}
			if s == nil {
				s = New(table, labels)
				s.FindBands("")
				continue
			}
			from := s.Rows + 1
			s.Append(table)
			s.FindMoreBands(from, "")
		}
		grown, uses := sketchBands(s)
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

package form

import (
	"math/rand/v2"
	"slices"
	"testing"

	"jxmb/parser/block"
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
	labels := Default().labels
	for range 20_000 {
		var s *sheet
		for range 1 + random.IntN(5) {
			table := &block.Table{Rows: 1 + random.IntN(3), Cols: 4}
			for row := range table.Rows {
				for col, text := range rows[random.IntN(len(rows))] {
					table.Slots = append(table.Slots, int32(len(table.Cells)))
					table.Cells = append(table.Cells, block.Cell{Row: row + 1, Column: col + 1, RowSpan: 1, ColSpan: 1, Text: text})
				}
			}
			if s == nil {
				s = newSheet(table, labels)
				s.findBands(nil)
				continue
			}
			from := s.rows + 1
			s.append(table)
			s.findMoreBands(from, nil)
		}
		grown, uses := sketchBands(s)
		s.findBands(nil)
		if whole, wholeUses := sketchBands(s); !slices.Equal(grown, whole) || !slices.Equal(uses, wholeUses) {
			var text []string
			for i := range s.cells {
				text = append(text, s.cells[i].Text)
			}
			t.Fatalf("%q\ngrown %v %v\nwhole %v %v", text, grown, uses, whole, wholeUses)
		}
	}
}

func sketchBands(s *sheet) (bands [][4]int, uses []use) {
	for i := range s.bands {
		b := &s.bands[i]
		bands = append(bands, [4]int{b.top, b.from, b.to, len(b.columns)})
	}
	for i := range s.cells {
		uses = append(uses, s.cells[i].use)
	}
	return bands, uses
}

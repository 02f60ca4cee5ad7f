package sheet

import (
	"fmt"
	"strings"
	"testing"
)

// placed lists the cells of a sheet with their place and size, and holds each to
// the slots that it covers.
func placed(t *testing.T, s *Sheet) string {
	t.Helper()
	covers := map[*Cell]int{}
	for row := 1; row <= s.Rows; row++ {
		for col := 1; col <= s.Cols; col++ {
			if c := s.At(row, col); c != nil {
				covers[c]++
				if row < c.Line || row > c.LastRow() || col < c.Column || col > c.LastColumn() {
					t.Errorf("%q covers row %d, column %d", c.Text, row, col)
				}
			}
		}
	}
	var out []string
	for i := range s.Cells {
		c := &s.Cells[i]
		out = append(out, fmt.Sprintf("%d,%d %dx%d %s", c.Line, c.Column, c.RowSpan, c.ColSpan, c.Text))
		if covers[c] != c.RowSpan*c.ColSpan {
			t.Errorf("%q covers %d slots of %d", c.Text, covers[c], c.RowSpan*c.ColSpan)
		}
	}
	return strings.Join(out, "; ")
}

// TestOpenMerges lays a table below another: what a merge left open goes on, unless it
// would lose a text or stands over other columns.
func TestOpenMerges(t *testing.T) {
	t.Parallel()
	const top = "甲 | 乙 | 丙\n丁 | ^ | 戊"
	for _, c := range []struct {
		name, below string
		open        int // cell of the table below that a merge from above covers, -1 for none
		lines       []int32
		want        string
		merged      int
	}{
		{"no merge", " | 己 | 庚", -1, nil, "3,1 1x1 ; 3,2 1x1 己; 3,3 1x1 庚", 0},
		{"a cell of one row goes on", " | 己 | 庚", 0, nil, "2,1 2x1 丁; 3,2 1x1 己; 3,3 1x1 庚", 1},
		{"a cell of two rows goes on", "己 |  | 庚", 1, nil, "1,2 3x1 乙; 3,1 1x1 己; 3,3 1x1 庚", 1},
		{"the text printed again", "丁 | 己 | 庚", 0, nil, "2,1 2x1 丁; 3,2 1x1 己; 3,3 1x1 庚", 1},
		{"another text", "辛 | 己 | 庚", 0, nil, "3,1 1x1 辛; 3,2 1x1 己; 3,3 1x1 庚", 0},
		{"wider than the cell above", " | < | 庚", 0, nil, "3,1 1x2 ; 3,3 1x1 庚", 0},
		{"higher than a row", " | 己 | 庚\n^ | 辛 | 壬", 0, nil, "3,1 2x1 ; 3,2 1x1 己; 3,3 1x1 庚; 4,2 1x1 辛; 4,3 1x1 壬", 0},
		{"of other columns, at the same lines", " | 己", 0, []int32{0, 1, 3}, "2,1 2x1 丁; 3,2 1x2 己", 1},
		{"of other columns, at other lines", " | 己", 0, []int32{0, 2, 3}, "3,1 1x2 ; 3,3 1x1 己", 0},
	} {
		first, second := sketched(t, top), sketched(t, c.below)
		if c.open >= 0 {
			second.Cells[c.open].open = true
		}
		s := Join([]Strip{{Sheet: first, From: 1, To: 2}, {Sheet: second, From: 1, To: second.Rows, Lines: c.lines}}, 3)
		got := placed(t, s)
		for want := range strings.SplitSeq(c.want, "; ") {
			if !strings.Contains(got+";", want+";") {
				t.Errorf("%s: %s, want %s in it", c.name, got, want)
			}
		}
		if n := 5 + len(second.Cells) - c.merged; len(s.Cells) != n || len(s.Merged) != c.merged || s.First != first.First {
			t.Errorf("%s: %d cells, %d merged; want %d and %d merged", c.name, len(s.Cells), len(s.Merged), n, c.merged)
		}
	}
}

// TestPart takes rows out of a sheet: a cell that reaches beyond them ends with
// them, and of one that begins above them nothing is left.
func TestPart(t *testing.T) {
	t.Parallel()
	s := sketched(t, "甲 | 乙\n丙 | ^\n丁 | 戊\n^ | 己\n^ | 庚")
	for _, c := range []struct {
		from, to int
		want     string
	}{
		{1, 5, "1,1 1x1 甲; 1,2 2x1 乙; 2,1 1x1 丙; 3,1 3x1 丁; 3,2 1x1 戊; 4,2 1x1 己; 5,2 1x1 庚"},
		{1, 1, "1,1 1x1 甲; 1,2 1x1 乙"},
		{1, 4, "1,1 1x1 甲; 1,2 2x1 乙; 2,1 1x1 丙; 3,1 2x1 丁; 3,2 1x1 戊; 4,2 1x1 己"},
		{2, 3, "1,1 1x1 丙; 2,1 1x1 丁; 2,2 1x1 戊"},
		{3, 5, "1,1 3x1 丁; 1,2 1x1 戊; 2,2 1x1 己; 3,2 1x1 庚"},
		{4, 5, "1,2 1x1 己; 2,2 1x1 庚"},
	} {
		part := s.Part(c.from, c.to)
		if got := placed(t, part); got != c.want || part.Rows != c.to-c.from+1 {
			t.Errorf("rows %d to %d: %s, want %s", c.from, c.to, got, c.want)
		}
	}
}

// TestPartsOfMany: the parts of a sheet take what their rows do, however many tables
// the sheet is made of. Six thousand projects with a table each took 480 MiB.
func TestPartsOfMany(t *testing.T) {
	one := sketched(t, "甲 | 乙")
	part := func(tables int) float64 {
		var strips []Strip
		for range tables {
			next := *one
			table := *one.First
			next.First = &table
			strips = append(strips, Strip{Sheet: &next, From: 1, To: 1})
		}
		whole := Join(strips, 2)
		return testing.AllocsPerRun(10, func() { whole.Part(2, 2) }) // a list of tables would grow
	}
	if few, many := part(3), part(3000); many > few {
		t.Errorf("%v allocations of 3 tables, %v of 3000", few, many)
	}
}

package sheet

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

// lined is a table of one row whose grid lines stand at places, each cell named
// by the line behind it.
func lined(t *testing.T, places ...int32) *Sheet {
	t.Helper()
	var cells []string
	for _, x := range places[1:] {
		cells = append(cells, fmt.Sprint("到", x))
	}
	s := sketched(t, strings.Join(cells, " | "))
	s.First.Lines = places
	return s
}

// TestAdd tells by where the grid lines stand whether a table goes on with the
// one above, and gives the lines of both.
func TestAdd(t *testing.T) {
	t.Parallel()
	type lines []int32
	above := lines{0, 2000, 5000, 10000}
	for _, c := range []struct {
		name   string
		below  lines
		common int
		want   lines // nil: it does not go on
	}{
		{"the same", above, math.MaxInt, above},
		{"a column merged", lines{0, 5000, 10000}, math.MaxInt, above},
		{"a column parted", lines{0, 1000, 2000, 5000, 10000}, math.MaxInt, lines{0, 1000, 2000, 5000, 10000}},
		{"a column dragged", lines{0, 2000, 7000, 10000}, math.MaxInt, above},
		{"a column merged, the other dragged a little", lines{0, 5200, 10000}, math.MaxInt, above},
		{"dragged a little to the left", lines{0, 4800, 10000}, math.MaxInt, above},
		{"dragged farther", lines{0, 5201, 10000}, 1, nil},
		{"dragged farther to the left", lines{0, 4799, 10000}, 1, nil},
		{"dragged farther, nothing between the tables", lines{0, 5201, 10000}, 0, lines{0, 2000, 5000, 5201, 10000}},
		{"one line of two", lines{0, 2000, 3500, 7000, 10000}, 1, lines{0, 2000, 3500, 5000, 7000, 10000}},
		{"one line of two, where two are asked for", lines{0, 2000, 3500, 7000, 10000}, 2, nil},
		{"one line of as many columns", lines{0, 2000, 8000, 10000}, 1, lines{0, 2000, 5000, 8000, 10000}},
		{"none of as many columns", lines{0, 3000, 8000, 10000}, 1, above},
		{"wider all over", lines{0, 5150, 10300}, 1, above},
		{"narrower all over", lines{0, 4850, 9700}, 1, above},
		{"much wider", lines{0, 5200, 10400}, 1, nil},
		{"much narrower", lines{0, 4800, 9600}, 1, nil},
		{"much wider, as many columns", lines{0, 4000, 10000, 20000}, 1, above},
		{"two lines at one of those above", lines{0, 1900, 2100, 5000, 10000}, 1, lines{0, 2000, 2100, 5000, 10000}},
	} {
		p := Begin(lined(t, above...))
		fits := p.Add(lined(t, c.below...), c.common)
		if fits != (c.want != nil) || fits && !slices.Equal(p.lines, c.want) || fits != (p.Len() == 2) {
			t.Errorf("%s: fits %v, lines %v, want %v", c.name, fits, p.lines, c.want)
		}
	}
}

// TestAddUnplaced tells by the number of columns, or of cells in the last row,
// where the files do not say where the lines stand.
func TestAddUnplaced(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, above, below, want string }{
		{"as many columns", "甲 | 乙 | 丙", "丁 | 戊 | 己", "1,1+1 甲; 1,2+1 乙; 1,3+1 丙; 2,1+1 丁; 2,2+1 戊; 2,3+1 己"},
		{"other columns", "甲 | 乙 | 丙", "丁 | 戊", ""},
		{"as many cells as the last row", "甲 | 乙 | 丙 | 丁\n戊 | < | 己 | 庚", "辛 | 壬 | 癸", "1,1+1 甲; 1,2+1 乙; 1,3+1 丙; 1,4+1 丁; 2,1+2 戊; 2,3+1 己; 2,4+1 庚; 3,1+2 辛; 3,3+1 壬; 3,4+1 癸"},
		{"as many cells as another row", "戊 | < | 己 | 庚\n甲 | 乙 | 丙 | 丁", "辛 | 壬 | 癸", ""},
		{"two cells", "甲 | 乙 | 丙\n戊 | < | 己", "辛 | 壬", "1,1+1 甲; 1,2+1 乙; 1,3+1 丙; 2,1+2 戊; 2,3+1 己; 3,1+2 辛; 3,3+1 壬"},
		{"one cell", "甲 | 乙\n丙 | <", "丁", ""},
	} {
		p := Begin(sketched(t, c.above))
		if p.Add(sketched(t, c.below), math.MaxInt) != (c.want != "") {
			t.Errorf("%s: fits %v", c.name, c.want == "")
			continue
		}
		var got []string
		s := p.Sheet()
		for i := range s.Cells {
			got = append(got, fmt.Sprintf("%d,%d+%d %s", s.Cells[i].Line, s.Cells[i].Column, s.Cells[i].ColSpan, s.Cells[i].Text))
		}
		if text := strings.Join(got, "; "); c.want != "" && text != c.want {
			t.Errorf("%s: %s, want %s", c.name, text, c.want)
		}
	}
}

// TestManyLines compares no more lines than tables of Word can have.
func TestManyLines(t *testing.T) {
	t.Parallel()
	var all []int32
	for i := range int32(65) {
		all = append(all, 300*i)
	}
	without := func(n int) []int32 { return slices.Delete(slices.Clone(all), 1, 1+n) }
	for n, want := range map[int]bool{1: false, 2: true} {
		p := Begin(lined(t, all...))
		if got := p.Add(lined(t, without(n)...), 1); got != want {
			t.Errorf("%d lines and %d: fits %v", len(all), len(all)-n, got)
		}
	}
}

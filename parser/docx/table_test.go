package docx

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

func firstTable(tt *testing.T, body string, limits ooxml.Limits) *block.Table {
	tt.Helper()
	d, err := readMain([]byte(document(body)), limits)
	if err != nil {
		tt.Fatal(err)
	}
	return d.Blocks[0].Table
}

// TestGridLines: the places of the columns (§17.4.48), only where each has one.
func TestGridLines(tt *testing.T) {
	columns := func(widths ...string) string {
		grid := ""
		for _, w := range widths {
			grid += `<w:gridCol w:w="` + w + `"/>`
		}
		return `<w:tblGrid>` + grid + `</w:tblGrid>`
	}
	two := tr(tc("", "a"), tc("", "b"))
	for _, c := range []struct {
		name, body string
		want       []int32
	}{
		{"each has a width", tbl(columns("100", "250"), two), []int32{0, 100, 350}},
		{"of one twip", tbl(columns("1", "1"), two), []int32{0, 1, 2}},
		{"as wide as any page", tbl(columns("31680", "5"), two), []int32{0, 31680, 31685}},
		{"wider than any page", tbl(columns("31681", "5"), two), nil},
		{"of no width", tbl(columns("0", "5"), two), nil},
		{"negative", tbl(columns("5", "-5"), two), nil},
		{"no number", tbl(columns("5", "auto"), two), nil},
		{"the first has none", tbl(`<w:tblGrid><w:gridCol/><w:gridCol w:w="5"/></w:tblGrid>`, two), nil},
		{"no grid", tbl(two), nil},
		{"more cells than columns", tbl(columns("100"), two), nil},
		{"more columns than cells", tbl(columns("100", "200", "300"), two), []int32{0, 100, 300, 600}},
		{"an earlier state", tbl(`<w:tblGrid><w:gridCol w:w="1"/><w:gridCol w:w="2"/><w:tblGridChange w:id="1"><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid></w:tblGridChange></w:tblGrid>`, two), []int32{0, 1, 3}},
	} {
		if got := firstTable(tt, c.body, ooxml.Limits{}).Lines; !slices.Equal(got, c.want) || (got == nil) != (c.want == nil) {
			tt.Errorf("%s: lines %v, want %v", c.name, got, c.want)
		}
	}
}

// TestOpen: cells that continue a merge of no row above, as after a page break
// that cut the table.
func TestOpen(tt *testing.T) {
	for _, c := range []struct {
		name, body string
		want       []int32
	}{
		{"none", tbl(tr(tc(restart, "a"), tc("", "b")), tr(tc(goesOn, ""), tc("", "c"))), nil},
		{"the second of the first row", tbl(tr(tc("", "a"), tc(goesOn, "b"), tc("", "c"))), []int32{1}},
		{"two", tbl(tr(tc(goesOn, "a"), tc("", "b"), tc(goesOn, "c")), tr(tc("", "d"), tc("", "e"), tc("", "f"))), []int32{0, 2}},
		{"in a later row", tbl(tr(tc("", "a")), tr(tc(goesOn, "b"))), []int32{1}},
	} {
		if got := firstTable(tt, c.body, ooxml.Limits{}).Open; !slices.Equal(got, c.want) {
			tt.Errorf("%s: open %v, want %v", c.name, got, c.want)
		}
	}
}

// TestCellLimit: so many slots and no more, be they filled or not.
func TestCellLimit(tt *testing.T) {
	square := tbl(strings.Repeat(tr(strings.Repeat(tc("", "a"), 10)), 12))
	sparse := tbl(strings.Repeat(`<w:tr><w:trPr><w:gridAfter w:val="9"/></w:trPr>`+tc("", "a")+`</w:tr>`, 12))
	gap := tbl(strings.Repeat(`<w:tr><w:trPr><w:gridBefore w:val="9"/></w:trPr>`+tc("", "a")+`</w:tr>`, 12))
	wide := tbl(`<w:tblGrid>` + strings.Repeat(`<w:gridCol/>`, 120) + `</w:tblGrid>` + tr(tc("", "a")))
	for name, body := range map[string]string{"square": square, "sparse": sparse, "gap": gap, "wide": wide} {
		if _, err := readMain([]byte(document(body)), ooxml.Limits{Cells: 120}); err != nil {
			tt.Errorf("%s: 120 slots are refused: %v", name, err)
		}
		if _, err := readMain([]byte(document(body)), ooxml.Limits{Cells: 119}); err == nil || !strings.Contains(err.Error(), "Limits.Cells") {
			tt.Errorf("%s: 120 slots pass a limit of 119: %v", name, err)
		}
	}
}

// TestResultLimit: what is built counts, be it tables, slots, cells or runs.
func TestResultLimit(tt *testing.T) {
	for name, body := range map[string]string{
		"tables": strings.Repeat(`<w:tbl/>`, 100),
		"slots":  tbl(strings.Repeat(`<w:tr><w:trPr><w:gridAfter w:val="1000"/></w:trPr></w:tr>`, 4)),
		"cells":  tbl(tr(strings.Repeat(tc("", ""), 100))),
		"runs":   tbl(tr(`<w:tc><w:p>` + strings.Repeat(t("a"), 600) + `</w:p></w:tc>`)),
	} {
		if _, err := readMain([]byte(document(body)), ooxml.Limits{ResultBytes: 12000}); err == nil || !strings.Contains(err.Error(), "Limits.ResultBytes") {
			tt.Errorf("%s: more than 12000 bytes are built: %v", name, err)
		}
	}
}

// TestCellParts: cells whose text, runs or spans are of the least size.
func TestCellParts(tt *testing.T) {
	table := firstTable(tt, tbl(tr(tc("", "一"), tc("", ""))), ooxml.Limits{})
	one, none := table.At(1, 1), table.At(1, 2)
	if len(one.Runs) != 1 || len(none.Runs) != 0 {
		tt.Errorf("%d and %d runs", len(one.Runs), len(none.Runs))
	}
	if start, end := one.Range(0, len(one.Text)); start >= end || start < one.Start || end > one.End {
		tt.Errorf("the text stands at %d to %d of a cell from %d to %d", start, end, one.Start, one.End)
	}
	grid := `<w:tblGrid>` + strings.Repeat(`<w:gridCol w:w="5"/>`, 2) + `</w:tblGrid>`
	compareMain(tt, document(tbl(grid, tr(tc(span(2), "a"), tc(span(999), "b")))), "T1 1×3\n1,1 1×2 a\n1,3 b\n! span_clamped 1.1.3")
	compareMain(tt, document(tbl(grid, tr(tc(span(63), "a"), tc(span(64), "b")))), "T1 1×64\n1,1 1×63 a\n1,64 b\n! span_clamped 1.1.64")
	compareMain(tt, document(tbl(grid, tr(tc(span(1), "a"), tc(span(0), "b")))), "T1 1×2\n1,1 a\n1,2 b\n! span_clamped 1.1.2")
	for _, gap := range []struct {
		n    int
		want string
	}{{1000, "T1 1×1001\n1,1001 a"}, {1001, "T1 1×1001\n1,1001 a\n! span_clamped 1.1.0"}, {0, "T1 1×1\n1,1 a"}} {
		before := fmt.Sprintf(`<w:tr><w:trPr><w:gridBefore w:val="%d"/></w:trPr>%s</w:tr>`, gap.n, tc("", "a"))
		compareMain(tt, document(tbl(before)), gap.want)
	}
	// A merge across and down that is wider above, narrower above, and beside another.
	compareMain(tt, document(tbl(tr(tc(hRestart+restart, "a"), tc(hGoesOn+restart, ""), tc(restart, "b")), tr(tc(hRestart+goesOn, ""), tc(hGoesOn+goesOn, ""), tc(goesOn, "")))),
		"T1 2×3\n1,1 2×2 a\n1,3 2×1 b")
	compareMain(tt, document(tbl(tr(tc(restart, "a"), tc("", "b")), tr(tc(hRestart+goesOn, ""), tc(hGoesOn+goesOn, "c")))),
		"T1 2×2\n1,1 2×1 a\n1,2 b\n2,2 c\n! merge_orphan 1.2.2")
	compareMain(tt, document(tbl(tr(tc("", "a"), tc(restart, "b")), tr(tc("", "c"), tc(goesOn, "")), tr(tc(goesOn, "d"), tc("", "e")))),
		"T1 3×2\n1,1 a\n1,2 2×1 b\n2,1 c\n3,1 d\n3,2 e\n! merge_orphan 1.3.1")
}

// TestWidths: cells of a row that is too short span what their widths say, where all of
// them end on lines of the grid.
func TestWidths(tt *testing.T) {
	columns := `<w:tblGrid>` + strings.Repeat(`<w:gridCol w:w="1000"/>`, 4) + `</w:tblGrid>`
	w := func(n int, more ...string) string {
		return fmt.Sprintf(`<w:tcW w:w="%d" w:type="dxa"/>`, n) + strings.Join(more, "")
	}
	first := tr(tc(w(1000, restart), "a"), tc(w(1000), "b"), tc(w(1000), "c"), tc(w(1000), "d"))
	for _, c := range []struct{ name, row, want string }{
		{"one is wide", tr(tc(w(1000), "1"), tc(w(2010), "2"), tc(w(1000), "3")), "2,1 1\n2,2 1×2 2\n2,4 3"},
		{"behind a merge that goes on", tr(tc(w(1000, goesOn), ""), tc(w(2000), "2"), tc(w(1000), "3")), "2,2 1×2 2\n2,4 3"},
		{"with a span too small", tr(tc(w(3000, span(2)), "1"), tc(w(1000), "2")), "2,1 1×3 1\n2,4 2"},
		{"behind a gap", `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>` + tc(w(2000), "1") + tc(w(1000), "2") + `</w:tr>`, "2,2 1×2 1\n2,4 2"},
		{"off the lines", tr(tc(w(1000), "1"), tc(w(1500), "2"), tc(w(1500), "3")), "2,1 1\n2,2 2\n2,3 3"},
		{"not up to the end", tr(tc(w(1000), "1"), tc(w(1000), "2"), tc(w(1000), "3")), "2,1 1\n2,2 2\n2,3 3"},
		{"beyond the end", tr(tc(w(1000), "1"), tc(w(2000), "2"), tc(w(2000), "3")), "2,1 1\n2,2 2\n2,3 3"},
		{"of another kind", tr(tc(w(1000), "1"), tc(`<w:tcW w:w="2000" w:type="pct"/>`, "2"), tc(w(1000), "3")), "2,1 1\n2,2 2\n2,3 3"},
		{"a gap at the end", `<w:tr><w:trPr><w:gridAfter w:val="1"/></w:trPr>` + tc(w(1000), "1") + tc(w(2000), "2") + `</w:tr>`, "2,1 1\n2,2 1×2 2"},
		{"a merge begins behind it", tr(tc(w(1000), "1"), tc(w(2000), "2"), tc(w(1000, restart), "3")), "2,1 1\n2,2 2\n2,3 3"},
		{"of merged cells", tr(tc(w(1000), "1"), tc(w(2000, hRestart), "2"), tc(w(1000, hGoesOn), "")), "2,1 1\n2,2 1×2 2"},
	} {
		tt.Run(c.name, func(tt *testing.T) {
			head := "T1 2×4\n1,1 a\n"
			if strings.Contains(c.row, goesOn) {
				head = "T1 2×4\n1,1 2×1 a\n"
			}
			compareMain(tt, document(tbl(columns, first, c.row)), head+"1,2 b\n1,3 c\n1,4 d\n"+c.want)
		})
	}
}

package xlsx

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"jxmb/parser/ooxml"
)

// list is a flat list as systems export it: so many rows of 15 columns, names,
// amounts and shares.
func list(t testing.TB, rows int) []byte {
	t.Helper()
	f := excelize.NewFile()
	style := func(code string) int {
		id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	money, share := style("#,##0.00"), style("0.0%")
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for row := 1; row <= rows; row++ {
		line := make([]any, 15)
		for i := range line {
			switch i % 5 {
			case 1:
				line[i] = excelize.Cell{StyleID: money, Value: float64(row*100+i) + 0.25}
			case 2:
				line[i] = excelize.Cell{StyleID: share, Value: float64(row%1000) / 1000}
			default:
				line[i] = fmt.Sprintf("第%d行的第%d栏", row, i)
			}
		}
		if err := w.SetRow(fmt.Sprintf("A%d", row), line); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestGrowth: a list of twice the rows takes twice the memory, allocation for
// allocation, which wall time on a busy machine would not tell.
func TestGrowth(t *testing.T) {
	cost := func(rows int) float64 {
		data := list(t, rows)
		return testing.AllocsPerRun(1, func() {
			if _, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)), Options{}); err != nil {
				t.Fatal(err)
			}
		})
	}
	n, twice, four := cost(1000), cost(2000), cost(4000)
	if twice > 2.3*n || four > 2.3*twice {
		t.Errorf("%.0f, %.0f and %.0f allocations for 1000, 2000 and 4000 rows", n, twice, four)
	}
}

// BenchmarkList reads lists as systems export them.
func BenchmarkList(b *testing.B) {
	for _, rows := range []int{1000, 2000, 4000, 8000} {
		data := list(b, rows)
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(rows))
			for b.Loop() {
				if _, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)), Options{Limits: ooxml.DefaultLimits}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

package block

import "testing"

// TestAreaPlace names slots by the rows and columns of the sheet, hidden ones
// between them left out.
func TestAreaPlace(t *testing.T) {
	a := &Area{Sheet: "表", Rows: []int32{3, 5, 1048576}, Columns: []int32{1, 26, 27, 702, 703, 16384}}
	for _, c := range []struct {
		row, column int
		want        string
	}{
		{0, 0, "A3:XFD1048576"}, {1, 0, "A3"}, {1, 1, "A3"}, {2, 2, "Z5"}, {2, 3, "AA5"}, {2, 4, "ZZ5"}, {2, 5, "AAA5"}, {3, 6, "XFD1048576"}, {4, 1, ""},
	} {
		if sheet, got := a.Place(c.row, c.column); sheet != "表" || got != c.want {
			t.Errorf("%d,%d: %s %q, want %q", c.row, c.column, sheet, got, c.want)
		}
	}
	if sheet, cell := (&Area{Sheet: "表"}).Place(0, 0); sheet != "表" || cell != "" {
		t.Errorf("the sheet itself: %q %q", sheet, cell)
	}
	if sheet, cell := (*Area)(nil).Place(1, 1); sheet+cell != "" {
		t.Errorf("no area: %q %q", sheet, cell)
	}
}

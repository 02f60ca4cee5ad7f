package form

import (
	"fmt"
	"strings"
	"testing"

	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// TestDrawn makes the grid of a table drawn in a form's file.
func TestDrawn(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ rows, want string }{
		{"甲 | 乙\n丙 | 丁", "1,1 1x1 甲; 1,2 1x1 乙; 2,1 1x1 丙; 2,2 1x1 丁"},
		{"甲 | < | 乙\n^ | < | 丙", "1,1 2x2 甲; 1,3 1x1 乙; 2,3 1x1 丙"},
		{"甲 | 乙\n丙 | ^\n丁 | ^", "1,1 1x1 甲; 1,2 3x1 乙; 2,1 1x1 丙; 3,1 1x1 丁"},
		{"^ | 甲\n< | 乙", "1,1 1x1 ^; 1,2 1x1 甲; 2,1 1x1 <; 2,2 1x1 乙"}, // nothing to go on with
		{"甲\\n乙 |", "1,1 1x1 甲\n乙; 1,2 1x1 "},
	} {
		table, err := sheet.Draw(strings.Split(c.rows, "\n"))
		if err != nil {
			t.Errorf("%q: %v", c.rows, err)
			continue
		}
		var got []string
		for _, b := range table.Cells {
			got = append(got, fmt.Sprintf("%d,%d %dx%d %s", b.Row, b.Column, b.RowSpan, b.ColSpan, b.Text))
		}
		if text := strings.Join(got, "; "); text != c.want {
			t.Errorf("%q: %q, want %q", c.rows, text, c.want)
		}
	}
	for rows, want := range map[string]string{
		"甲 | 乙\n丙":                "row 2 has 1 cells, the first row 2",
		"甲\n乙\n丙 | 丁":             "row 3 has 2 cells, the first row 1",
		"甲 | 乙 | 丙\n丁 | 戊 | <\n己": "row 3 has 1 cells, the first row 3",
	} {
		if _, err := sheet.Draw(strings.Split(rows, "\n")); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", rows, err, want)
		}
	}
}

// TestShares gives each target of a row its columns, and the years before.
func TestShares(t *testing.T) {
	t.Parallel()
	column := func(f label.Field, region string) sheet.Column {
		return sheet.Column{Scope: label.InColumn, Field: f, Region: region}
	}
	name, target, actual, past, remark := column(label.Level3, ""), column(label.Target, ""), column(label.Actual, ""), column(label.History, ""), column(label.Remark, "")
	eastPast, westPast, east, west := column(label.History, "东河镇"), column(label.History, "西岭乡"), column(label.Target, "东河镇"), column(label.Target, "西岭乡")
	project := sheet.Column{Scope: label.InProject, Field: label.Target}
	for _, c := range []struct {
		name    string
		columns []sheet.Column
		want    string // of each target: columns of the name, the targets, what was reached, then those of other years
	}{
		{"one target", []sheet.Column{name, target, actual}, "1 2 3 []"},
		{"two targets of one name", []sheet.Column{name, target, target}, "1 2 0 []; 1 3 0 []"},
		{"two of everything", []sheet.Column{name, target, actual, name, target, actual}, "1 2 3 []; 4 5 6 []"},
		{"two reached of three", []sheet.Column{name, target, target, target, actual, actual}, "1 2 5 []; 1 3 6 []; 1 4 0 []"},
		{"one reached for all", []sheet.Column{name, target, target, actual}, "1 2 4 []; 1 3 4 []"},
		{"remarks belong to none", []sheet.Column{name, remark, target, remark}, "1 3 0 []"},
		{"columns of a project belong to none", []sheet.Column{project, name, target}, "2 3 0 []"},
		{"a year before", []sheet.Column{name, past, target}, "1 3 0 [1]"},
		{"a year behind each", []sheet.Column{name, target, past, target, past}, "1 2 0 [2]; 1 4 0 [4]"},
		{"a year after each", []sheet.Column{name, target, past, past, target, past}, "1 2 0 [2]; 1 5 0 [3 5]"},
		{"a year far behind", []sheet.Column{name, target, remark, remark, remark, past}, "1 2 0 [5]"},
		{"of places", []sheet.Column{name, east, west, eastPast, westPast}, "1 2 0 [3]; 1 3 0 [4]"},
		{"of a place without a target", []sheet.Column{name, east, westPast}, "1 2 0 [2]"},
	} {
		b := &sheet.Band{Columns: c.columns}
		var targets []int
		var out []half
		for i := range b.Columns {
			if b.Columns[i].Is(label.Target) {
				targets, out = append(targets, i), append(out, half{region: b.Columns[i].Region})
			}
		}
		shareColumns(b, out)
		shareHistory(b, out, targets)
		var got []string
		for _, h := range out {
			if h.columns[label.Remark]+h.columns[label.History] != 0 {
				t.Errorf("%s: a column of which there are several is that of one target", c.name)
			}
			got = append(got, fmt.Sprint(h.columns[label.Level3], h.columns[label.Target], h.columns[label.Actual], h.history))
		}
		if text := strings.Join(got, "; "); text != c.want {
			t.Errorf("%s: %s, want %s", c.name, text, c.want)
		}
	}
}

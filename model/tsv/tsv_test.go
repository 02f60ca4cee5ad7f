package tsv

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestEach reads the rows and names the place of a fault.
func TestEach(t *testing.T) {
	t.Parallel()
	var got []string
	keep := func(row []string) error {
		if row[0] == "没有" {
			return errors.New("no word")
		}
		got = append(got, strings.Join(row, "|"))
		return nil
	}
	if err := Each("w.tsv", "# head\n\n甲\t\t源\n#REF!\t1\t源", 3, keep); err != nil || !slices.Equal(got, []string{"甲||源", "#REF!|1|源"}) {
		t.Errorf("%q, %v", got, err)
	}
	for table, want := range map[string]string{
		"#\n甲\t源":             "w.tsv:2: want 3 columns",
		"甲\t1\t源\t余":          "w.tsv:1: want 3 columns",
		"甲\t1\t源\n\t1\t源":     "w.tsv:2: want 3 columns, the first",
		"甲\t1\t":              "w.tsv:1: want 3 columns, the first and the last filled",
		"甲\t1\t源\n\n没有\t1\t源": "w.tsv:3: no word",
	} {
		if err := Each("w.tsv", table, 3, keep); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", table, err, want)
		}
	}
}

func TestLists(t *testing.T) {
	lists, err := ReadLists("t", "a\tx\ts\nb\tx\ts\na\ty\ts\n")
	if err != nil || fmt.Sprint(lists) != "map[a:[x y] b:[x]]" {
		t.Errorf("%v, %v", lists, err)
	}
	for _, table := range []string{"a\tx\ts\na\tx\ts\n", "a\t\ts\n", "a\tx\n"} {
		if _, err := ReadLists("t", table); err == nil {
			t.Errorf("accepted %q", table)
		}
	}
}

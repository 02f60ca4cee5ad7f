package check_test

import (
	"fmt"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/golden"
	"jxmb/fixtures/submission"
	"jxmb/model"
	"jxmb/model/check"
)

func parse(t testing.TB, data []byte) *model.Document {
	t.Helper()
	d, err := submission.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestReference holds the findings on the reference document against the list
// that was read, line by line, with the document beside it.
func TestReference(t *testing.T) {
	findings := check.Run(parse(t, fixtures.Reference()), check.Config{})
	var b strings.Builder
	count := map[string]int{}
	for _, f := range findings {
		count[f.Code]++
		fmt.Fprintf(&b, "%s %s %s %s: %s\n", f.Origin, f.Severity, f.Code, f.Subject, f.Message)
	}
	for code, want := range map[string]int{
		"V001": 1, "V002": 1, "I004": 1, "B004": 3, // its known faults
		"B001": 0, "B002": 0, "B003": 0, "I003": 0, "C001": 0, // what it does right
	} {
		if count[code] != want {
			t.Errorf("%d findings %s, want %d", count[code], code, want)
		}
	}
	golden.Equal(t, "reference.txt", b.String())
}

// minus gives the lines of a that b lacks, counting repetitions.
func minus(a, b []string) []string {
	count := map[string]int{}
	for _, line := range b {
		count[line]++
	}
	var out []string
	for _, line := range a {
		if count[line]--; count[line] < 0 {
			out = append(out, line)
		}
	}
	return out
}

// TestReadings: the two places of a conflict are those of its two readings in
// the cell.
func TestReadings(t *testing.T) {
	for _, f := range check.Run(parse(t, fixtures.Reference()), check.Config{}) {
		if f.Code != "V001" {
			continue
		}
		if len(f.Also) != 1 || f.Origin.Start >= f.Origin.End || f.Also[0].Start >= f.Also[0].End {
			t.Errorf("places %+v and %+v", f.Origin, f.Also)
		}
		if f.Origin.Table != 4 || f.Origin.Row != 5 || f.Origin.Column != 5 || f.Also[0].Row != 5 {
			t.Errorf("cell %s", f.Origin)
		}
	}
}

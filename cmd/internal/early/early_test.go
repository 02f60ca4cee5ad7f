package early

import (
	"errors"
	"strings"
	"testing"
)

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

// TestAnswered: the version alone is said early, and whatever else is asked, or
// cannot be said, is left to the program.
func TestAnswered(t *testing.T) {
	for line, want := range map[string]bool{
		"jxmb version": true, "jxmb --version": true,
		"jxmb": false, "jxmb help": false, "jxmb version --licenses": false, "jxmb version a": false, "version": false,
	} {
		var out strings.Builder
		if got := answered(strings.Fields(line), &out); got != want || got != (out.String() == "jxmb "+Version()+"\n") {
			t.Errorf("%s: %t, %q", line, got, out.String())
		}
	}
	if answered([]string{"jxmb", "version"}, full{}) {
		t.Error("what could not be written counts as said")
	}
}

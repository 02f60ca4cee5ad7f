package early

import (
	"errors"
	"strings"
	"testing"
)

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

// TestAnswered: the version and the first page of help alone are said early, and whatever else is asked, or
// cannot be said, is left to the program.
func TestAnswered(t *testing.T) {
	version := "jxmb " + Version() + "\n"
	for line, want := range map[string]string{
		"jxmb version": version, "jxmb --version": version,
		"jxmb help": Help, "jxmb --help": Help, "jxmb -h": Help,
		"jxmb": "", "jxmb help convert": "", "jxmb --lang=en help": "", "jxmb version --licenses": "", "jxmb version a": "", "version": "",
	} {
		var out strings.Builder
		if got := answered(strings.Fields(line), &out); got != (want != "") || out.String() != want {
			t.Errorf("%s: %t, %q", line, got, out.String())
		}
	}
	if answered([]string{"jxmb", "version"}, full{}) {
		t.Error("what could not be written counts as said")
	}
}

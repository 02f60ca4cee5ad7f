package early

import (
	"cmp"
	"errors"
	"os/exec"
	"runtime/debug"
	"slices"
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

// TestBeginsEarly: nothing that the package stands on begins late.
func TestBeginsEarly(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for _, late := range []string{"reflect", "strings", "unicode"} {
		if slices.Contains(strings.Fields(string(out)), late) {
			t.Errorf("it has to wait for %s, which two hundred others are ahead of", late)
		}
	}
}

// TestVersion: the version is that of the build information, whose form is Go's own matter.
func TestVersion(t *testing.T) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		t.Skip("built without information")
	}
	if want := cmp.Or(info.Main.Version, "(devel)") + " " + info.GoVersion; Version() != want {
		t.Errorf("%q, want %q", Version(), want)
	}
	for text, want := range map[string]string{
		"\x01\x02path\tjxmb/cmd/jxmb\nmod\tjxmb\tv1.2.3\th1:sum\ndep\tmod\tv4.0.0\t\n": "v1.2.3",
		"\x01\x02path\tjxmb/cmd/jxmb\nmod\tjxmb\tv0.0.0-1+dirty\n":                     "v0.0.0-1+dirty",
		"\x01\x02path\tcommand-line-arguments\ndep\tmod\tv4.0.0\t\n":                   "",
	} {
		if got := module(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

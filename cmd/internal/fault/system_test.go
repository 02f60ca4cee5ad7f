package fault

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jxmb/model"
)

// TestSystemErrors asks the system for its errors where it gives them at will;
// each says in both languages what to do.
func TestSystemErrors(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "file"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	loop := filepath.Join(dir, "loop")
	if err := os.Symlink(loop, loop); err != nil {
		t.Skip(err)
	}
	for name, kind := range map[string]model.FaultKind{
		"gone":                   "missing",
		"file/below":             "folder",
		"loop":                   "links",
		strings.Repeat("长", 300): "name",
	} {
		_, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err == nil {
			t.Fatalf("%.20s was read", name)
		}
		if f := Explain(err); f.Kind != kind || f.Hint == (model.Text{}) {
			t.Errorf("%.20s: kind %q, hint %q, want kind %q and a hint", name, f.Kind, f.Hint.ZH, kind)
		}
	}
}

// TestSystemTables has words in both languages for all errors, each in one place
// alone.
func TestSystemTables(t *testing.T) {
	seen := map[error]bool{}
	for _, e := range append(everywhere[:len(everywhere):len(everywhere)], ofPlatform...) {
		if e.what.ZH == "" || e.what.EN == "" || len(e.of) == 0 {
			t.Errorf("%q lacks words or errors", e.kind)
		}
		for _, of := range e.of {
			if seen[of] {
				t.Errorf("%v stands twice", of)
			}
			seen[of] = true
			wrapped := &fs.PathError{Op: "open", Path: ".jxmb/1.part", Err: of}
			f := Explain(errors.Join(errors.New("in an output"), wrapped))
			if f.Kind != e.kind || f.What != e.what || StopsAll(wrapped) != e.all {
				t.Errorf("%v is told as %q, want %q", of, f.Kind, e.kind)
			}
			if e.kind != model.FaultInterrupted && !OfMachine(e.kind) {
				t.Errorf("%q is told as a fault of the file", e.kind)
			}
		}
	}
	if OfMachine(model.FaultCorrupt) || OfMachine(model.FaultInterrupted) {
		t.Error("a damaged file is told as a fault of the machine")
	}
}

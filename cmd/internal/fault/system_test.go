package fault

import (
	"errors"
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
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
	if err := os.Symlink("/", filepath.Join(dir, "out")); err != nil {
		t.Skip(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	read := func(name string) error { _, err := os.ReadFile(at(name)); return err }
	for _, c := range []struct {
		kind model.FaultKind
		err  error
	}{
		{"missing", read("gone")},
		{"folder", read("file/below")},
		{"folder", opened(os.OpenRoot(at("file")))},
		{"links", read("loop")},
		{"links", opened(root.Open("out/etc"))},
		{"name", read(strings.Repeat("长", 300))},
		{"taken", root.Mkdir("file", 0o700)},
		{"taken", os.MkdirAll(at("loop"), 0o700)},
		{"listen", listenTwice(t)},
	} {
		if c.err == nil {
			t.Fatalf("%s: no error", c.kind)
		}
		f := Explain(c.err)
		if f.Kind != c.kind || f.Hint == (model.Text{}) || english.MatchString(f.What.ZH) {
			t.Errorf("%v: kind %q, %q, hint %q, want kind %q and a hint in Chinese", c.err, f.Kind, f.What.ZH, f.Hint.ZH, c.kind)
		}
	}
}

// english is what a system would say in its own words.
var english = regexp.MustCompile(`[a-z]{3,}`)

// TestUnknownErrors has no English words in Chinese for errors that no table has.
func TestUnknownErrors(t *testing.T) {
	if System(nil) != nil || StopsAll(nil) {
		t.Error("what has not failed has a fault")
	}
	for _, err := range []error{syscall.ERANGE, errors.New("says nobody")} {
		f := Explain(&fs.PathError{Op: "open", Path: "x", Err: err})
		if runtime.GOOS != "windows" && english.MatchString(f.What.ZH) || !strings.Contains(f.What.EN, err.Error()) {
			t.Errorf("%q, %q", f.What.ZH, f.What.EN)
		}
	}
}

func opened(c io.Closer, err error) error {
	if err == nil {
		_ = c.Close()
	}
	return err
}

func listenTwice(t *testing.T) error {
	first, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Skip(err)
	}
	defer first.Close()
	return opened(net.Listen("tcp", first.Addr().String()))
}

// TestSystemTables has words in both languages for all errors, each in one place
// alone.
func TestSystemTables(t *testing.T) {
	seen := map[error]bool{}
	for _, e := range append(everywhere[:len(everywhere):len(everywhere)], ofPlatform...) {
		if e.what.ZH == "" || e.what.EN == "" || len(e.of)+len(e.says) == 0 {
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

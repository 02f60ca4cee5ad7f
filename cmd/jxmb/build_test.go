package main

import (
	"crypto/sha256"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestBuildID holds the ID that is read from a program against the one that Go's
// own tool reads, in this system's format and in the other one.
func TestBuildID(t *testing.T) {
	t.Parallel()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	want, err := exec.Command("go", "tool", "buildid", exe).Output()
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(exe)
	if err != nil {
		t.Fatal(err)
	}
	id := strings.TrimSpace(string(want))
	if got := string(buildID(program[:buildIDWithin])); got != id {
		t.Errorf("build ID %q, go tool buildid says %q", got, id)
	}
	text := "MZ\x00\xff Go build ID: \"" + id + "\"\n \xff"
	if got := string(buildID([]byte(text))); got != id {
		t.Errorf("build ID %q of a text, want %q", got, id)
	}
}

// TestProgramWithoutBuildID tells programs that were linked without an ID apart
// by all of their bytes.
func TestProgramWithoutBuildID(t *testing.T) {
	t.Parallel()
	sums := map[string]string{}
	for name, text := range map[string]string{
		"other end":  strings.Repeat("x", buildIDWithin) + "1",
		"no parts":   strings.Repeat("x", buildIDWithin) + "2",
		"short":      "x",
		"marks only": "\x04\x00\x00\x00Go\x00\x00\xff Go build ID: \"",
		"one part":   "\x04\x00\x00\x00Go\x00\x00abc\x00",
	} {
		file := filepath.Join(t.TempDir(), "jxmb")
		if err := os.WriteFile(file, []byte(text), 0o755); err != nil {
			t.Fatal(err)
		}
		sum := sha256.New()
		if err := addProgram(sum, file); err != nil {
			t.Fatal(err)
		}
		if same, met := sums[string(sum.Sum(nil))]; met {
			t.Errorf("%s and %s look like one program", name, same)
		}
		sums[string(sum.Sum(nil))] = name
	}
}

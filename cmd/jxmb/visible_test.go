package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/wml"
)

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"满意度 ≥90%":                     "满意度 ≥90%",
		"a\tb":                         "a\tb",
		"一\r\n二\n三\r四\u2028五":          "一⏎二⏎三⏎四⏎五",
		"\x1b[2J":                      `\u001b[2J`,
		"\u009b31m\u0085":              `\u009b31m\u0085`,
		"\x9b31m":                      `\x9b31m`,
		"\ufffd":                       "\ufffd",
		"fdp.\u202excod\u2066":         `fdp.\u202excod\u2066`,
		"\x00\x07\x7f":                 `\u0000\u0007\u007f`,
		"👨\u200d👩\u200d👧 is one glyph": "👨\u200d👩\u200d👧 is one glyph",
	} {
		if got := visible(in); got != want {
			t.Errorf("%q is shown as %q, want %q", in, got, want)
		}
	}
}

// TestScreen cuts a text at every byte: what is shown hangs on the text alone,
// and JSON stays the JSON that it was.
func TestScreen(t *testing.T) {
	text := "{\"名称\":\"甲\u009b2J\u202e乙\",\n\"b\":1}\n"
	want := "{\"名称\":\"甲\\u009b2J\\u202e乙\",\n\"b\":1}\n"
	for cut := range len(text) {
		var out bytes.Buffer
		s := &screen{w: &out}
		for _, part := range []string{text[:cut], text[cut:]} {
			if n, err := s.Write([]byte(part)); n != len(part) || err != nil {
				t.Fatal(n, err)
			}
		}
		if out.String() != want {
			t.Fatalf("cut at %d: %q", cut, out.String())
		}
	}
	var before, after map[string]any
	if json.Unmarshal([]byte(text), &before) != nil || json.Unmarshal([]byte(want), &after) != nil || before["名称"] != after["名称"] {
		t.Error("the JSON on a screen is another")
	}
}

// TestForgedLines names a file and fills a cell such that they would, if they
// were printed as they are, clear the screen and add a finding.
func TestForgedLines(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("such a name cannot be given here")
	}
	dir := t.TempDir()
	forged := "甲\nb.docx: (table 1): error C001: forged\r\x1b[2J.docx"
	reference, err := zip.NewReader(bytes.NewReader(fixtures.Reference()), int64(len(fixtures.Reference())))
	if err != nil {
		t.Fatal(err)
	}
	text, err := fs.ReadFile(reference, "word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	text = bytes.ReplaceAll(text, []byte("稿件"), []byte("稿\u009b31m\u202e件"))
	file := wml.Document{}.Package().With(wml.Part{Name: "word/document.xml", Data: text}).Bytes()
	if err := os.WriteFile(filepath.Join(dir, forged), file, 0o600); err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(dir, "乙\x1b[1A.docx")
	if err := os.WriteFile(broken, []byte("no document"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"check", dir}, {"check", dir, "--lang", "en"}, {"convert", dir, "-o", t.TempDir()}, {"convert", "--explain", dir}, {"convert", broken},
		{"annotate", dir, "-o", t.TempDir()}, {"convert", "no\x1b[2J\nfile.docx"}, {"x\x1b[2J"}, {"check", "--fo\x1b[2J"},
	} {
		cmd := jxmb(args...)
		var out bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &out
		_ = cmd.Run()
		if out.Len() == 0 {
			t.Errorf("%q says nothing", args)
		}
		for l := range strings.Lines(out.String()) {
			if got := strings.TrimSuffix(l, "\n"); visible(got) != got || strings.HasPrefix(got, "b.docx: ") {
				t.Errorf("%q prints %q", args, got)
			}
		}
	}
}

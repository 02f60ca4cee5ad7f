//go:build unix

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jxmb/fixtures"
)

// TestSettingsOfOthers: a file that another user left above the working folder,
// or in it, leaves no rule out, and the run says so.
func TestSettingsOfOthers(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only the administrator can give a file away")
	}
	dir := t.TempDir()
	below := filepath.Join(dir, "season")
	settings := filepath.Join(dir, settingsName)
	for path, text := range map[string][]byte{
		settings:                        []byte("[check]\ndisable = [\"C004\"]\n"),
		filepath.Join(below, "报送.docx"): fixtures.Reference(),
	} {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(below)
	check := func() (findings, said string) {
		var out, stderr bytes.Buffer
		run([]string{"check", "报送.docx"}, nil, &out, &stderr)
		return out.String(), stderr.String()
	}
	if findings, said := check(); strings.Contains(findings, "C004") || !strings.Contains(said, "停用规则 C004") {
		t.Fatalf("one's own settings are not obeyed: %s", said)
	}
	if err := os.Chown(settings, 65534, 65534); err != nil {
		t.Fatal(err)
	}
	if findings, said := check(); !strings.Contains(findings, "C004") || !strings.Contains(said, "没有采用 ../jxmb.toml") {
		t.Errorf("another user's settings: %s", said)
	}
}

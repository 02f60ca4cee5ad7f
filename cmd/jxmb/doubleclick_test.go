package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jxmb/fixtures"
)

// TestDoubleClick: started from the desktop the program opens its page, or
// converts what was dropped on it and waits before its window closes.
func TestDoubleClick(t *testing.T) {
	doc := filepath.Join(t.TempDir(), "报送.docx")
	if err := os.WriteFile(doc, fixtures.Reference(), 0o666); err != nil {
		t.Fatal(err)
	}
	root := newRoot(&app{})
	if got := meant(root, nil, true); !slices.Equal(got, []string{"serve", "--open"}) {
		t.Errorf("a double click means %q", got)
	}
	if got := meant(root, nil, false); len(got) != 0 {
		t.Errorf("no arguments in a terminal mean %q", got)
	}
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{doc}, "已写入"},
		{[]string{"serve", "--listen", "0.0.0.0:0"}, "--token-file"},
	} {
		var stdout, stderr bytes.Buffer
		stdin := strings.NewReader("\nrest")
		if code := start(c.args, stdin, &stdout, &stderr, true); code == exitFailed {
			t.Errorf("%q: exit code %d", c.args, code)
		}
		said := stdout.String() + stderr.String()
		if !strings.Contains(said, c.says) || !strings.HasSuffix(said, "按回车键关闭\n") || strings.Contains(said, "command line tool") {
			t.Errorf("%q: %s", c.args, said)
		}
		if stdin.Len() == len("\nrest") {
			t.Errorf("%q: did not wait", c.args)
		}
		var quick bytes.Buffer
		start(c.args, strings.NewReader(""), &quick, &quick, false)
		if strings.Contains(quick.String(), "回车键") {
			t.Errorf("%q: waits in a terminal", c.args)
		}
	}
	if _, err := os.Stat(strings.TrimSuffix(doc, ".docx") + ".pdf"); err != nil {
		t.Error(err)
	}
}

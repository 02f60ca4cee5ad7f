package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jxmb/cmd/internal/early"
)

// TestHelpSaidEarly: the page of help that is said before the commands are made is
// the one that they make.
func TestHelpSaidEarly(t *testing.T) {
	var page, complaints strings.Builder
	if code := run([]string{"help"}, strings.NewReader(""), &page, &complaints); code != exitDone || complaints.Len() > 0 {
		t.Fatal(code, complaints.String())
	}
	if *update {
		if err := os.WriteFile(filepath.FromSlash("../internal/early/help.txt"), []byte(page.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	} else if page.String() != early.Help {
		t.Errorf("-update writes help.txt anew; it says\n%s\nand not\n%s", early.Help, page.String())
	}
}

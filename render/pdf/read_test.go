package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"jxmb/fixtures/outside"
	"jxmb/model"
	"jxmb/render/view"
)

// tool runs an outside program on a file.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	var stderr bytes.Buffer
	cmd := exec.Command(outside.Program(t, name), args...)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil || stderr.Len() > 0 {
		t.Errorf("%s: %v %.300s", name, err, stderr.String())
	}
	return string(out)
}

func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }

// TestReadBack reads the file with poppler and qpdf: every code and every
// cell of every indicator can be searched, in reading order, layout order and
// file order; every font is embedded and a subset.
func TestReadBack(t *testing.T) {
	for name, doc := range samples() {
		if name == "hostile" && !outside.Everything() {
			continue // long; TestBadInput reads its objects
		}
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.pdf")
			if err := os.WriteFile(path, of(t, doc, view.Options{}), 0o600); err != nil {
				t.Fatal(err)
			}
			tool(t, "qpdf", "--check", path)
			for _, line := range strings.Split(strings.TrimSpace(tool(t, "pdffonts", path)), "\n")[2:] {
				if f := strings.Fields(line); len(f) < 7 || f[len(f)-5] != "yes" || f[len(f)-4] != "yes" || f[len(f)-3] != "yes" {
					t.Errorf("font not embedded, not a subset or without character map: %s", line)
				}
			}
			if name != "reference" {
				return
			}
			for _, mode := range []string{"-raw", "-layout", "-nopgbrk"} {
				text := unspaced(tool(t, "pdftotext", mode, path, "-"))
				for i := range doc.Projects {
					findProject(t, mode, text, &doc.Projects[i])
				}
			}
		})
	}
}

func findProject(t *testing.T, mode, text string, p *model.Project) {
	t.Helper()
	want := []string{p.Code, p.Name, p.Purpose}
	for _, i := range p.Indicators {
		want = append(want, i.Level1, i.Level2, i.Level3, i.Description, i.Target.Text, i.Basis)
	}
	for _, w := range want {
		if !strings.Contains(text, unspaced(w)) {
			t.Errorf("pdftotext %s: %q is not found", mode, w)
		}
	}
}

// TestDrawn compares the ink of printed characters with nothing: a page of
// characters that a font silently lacked would show boxes or blanks.
func TestDrawn(t *testing.T) {
	doc := &model.Document{Projects: []model.Project{{Seq: 1, Title: "甲", Purpose: strings.Repeat("𬘓㵐≥％", 60)}}}
	blank := &model.Document{Projects: []model.Project{{Seq: 1, Title: "甲", Purpose: strings.Repeat("　", 240)}}}
	ink := func(d *model.Document) int {
		dir := t.TempDir()
		path := filepath.Join(dir, "a.pdf")
		if err := os.WriteFile(path, of(t, d, view.Options{}), 0o600); err != nil {
			t.Fatal(err)
		}
		tool(t, "pdftoppm", "-gray", "-r", "72", "-singlefile", path, filepath.Join(dir, "page"))
		picture, err := os.ReadFile(filepath.Join(dir, "page.pgm"))
		if err != nil {
			t.Fatal(err)
		}
		dark := 0
		for _, grey := range picture[len("P5\n595 842\n255\n"):] {
			if grey < 128 {
				dark++
			}
		}
		return dark
	}
	if more := ink(doc) - ink(blank); more < 240*8 {
		t.Errorf("240 characters leave %d dark pixels more than spaces", more)
	}
}

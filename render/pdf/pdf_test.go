package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"jxmb/fixtures/golden"
	"jxmb/fixtures/sample"
	"jxmb/model"
	"jxmb/render/font"
	"jxmb/render/view"
)

// samples are made once; no test changes them.
var samples = sync.OnceValue(sample.All)

func of(t testing.TB, d *model.Document, o view.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Format.Write(t.Context(), &b, d, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// laidOut is a document before it is painted.
func laidOut(t testing.TB, doc *model.Document, o view.Options) *doc {
	t.Helper()
	d, err := newDoc(o)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.layOut(t.Context(), doc); err != nil {
		t.Fatal(err)
	}
	return d
}

// pageTexts are the pages as a reader meets them, a cell or line of text each
// on a line of its own.
func (d *doc) pageTexts() []string {
	texts := make([]string, len(d.pages))
	for i, page := range d.pages {
		var b strings.Builder
		inSpan := false
		for _, op := range page {
			switch op.kind {
			case drawSpan:
				inSpan = true
				b.WriteString(op.text + "\n")
			case drawSpanEnd:
				inSpan = false
			case drawText:
				if !inSpan {
					b.WriteString(op.text + "\n")
				}
			case drawPageNumber:
				fmt.Fprintf(&b, "→ %d\n", d.marks[op.mark].page)
			}
		}
		texts[i] = b.String()
	}
	return texts
}

func TestGolden(t *testing.T) {
	for _, test := range []struct {
		file string
		doc  *model.Document
		lang model.Lang
	}{
		{"reference.txt", sample.Reference(), model.Chinese},
		{"shapes.txt", sample.Shapes(), model.Chinese},
		{"shapes_en.txt", sample.Shapes(), model.English},
	} {
		d := laidOut(t, test.doc, view.Options{Lang: test.lang})
		d.finishPages()
		var b strings.Builder
		for i, text := range d.pageTexts() {
			fmt.Fprintf(&b, "== %d\n%s", i+1, text)
		}
		golden.Equal(t, test.file, b.String())
	}
}

// TestReference holds the size that the overview promises its readers.
func TestReference(t *testing.T) {
	doc := sample.Reference()
	file := of(t, doc, view.Options{})
	if len(file) >= 600_000 {
		t.Errorf("%d bytes, want less than 600,000", len(file))
	}
	d := laidOut(t, doc, view.Options{})
	if n := len(d.pages); n > 20 {
		t.Errorf("%d pages, want at most 20", n)
	}
	if len(d.fonts.lost) != 0 {
		t.Errorf("no font has %v", d.fonts.lost)
	}
	if want := len(doc.Projects) + 4; len(d.marks) != want {
		t.Errorf("%d outline entries, want %d", len(d.marks), want)
	}
	for i := range doc.Projects {
		if m := d.marks[1+i]; m.title != doc.Projects[i].Title || !strings.Contains(d.pageTexts()[m.page-1], m.title) {
			t.Errorf("project %d is linked to %q on page %d", i+1, m.title, m.page)
		}
	}
	for _, want := range []string{"/Lang (zh-CN)", "/DisplayDocTitle true", "/Producer", "D:20220101000000"} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("the file does not say %s", want)
		}
	}
	if bytes.Contains(file, []byte("FPDF")) {
		t.Error("the file names the library's version")
	}
}

// TestSame renders in parallel what was rendered before: equal bytes, and
// with -race no shared state.
func TestSame(t *testing.T) {
	for name, doc := range samples() {
		if name == "hostile" || name == "many" {
			continue // long; their bytes are compared by TestBadInput
		}
		want := of(t, doc, view.Options{})
		var wait sync.WaitGroup
		for range 3 {
			wait.Go(func() {
				var b bytes.Buffer
				if err := Format.Write(t.Context(), &b, doc, view.Options{}); err != nil || !bytes.Equal(b.Bytes(), want) {
					t.Errorf("%s: a second rendering differs (%v)", name, err)
				}
			})
		}
		wait.Wait()
	}
}

// TestBadInput renders every awkward document: everything stays on the page,
// every project has its page, and what no font has is spelled out and listed.
func TestBadInput(t *testing.T) {
	for name, doc := range samples() {
		d := laidOut(t, doc, view.Options{})
		texts := strings.Join(d.pageTexts(), "")
		for i := range doc.Projects {
			title := doc.Projects[i].Title
			if title == "" {
				title = doc.Projects[i].Name
			}
			if !strings.Contains(texts, d.fonts.visible(regular, title)) {
				t.Errorf("%s: project %d is not printed", name, i+1)
			}
		}
		for r := range d.fonts.lost {
			if n := strings.Count(texts, fmt.Sprintf("%U", r)); n < 2 {
				t.Errorf("%s: %U is named %d times, want it in its place and in the list", name, r, n)
			}
		}
		inside(t, name, d)
		file := of(t, doc, view.Options{})
		if name == "hostile" && !bytes.Equal(file, of(t, doc, view.Options{})) {
			t.Errorf("%s: a second rendering differs", name)
		}
		if _, _, err := objects(file); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// inside checks that no text or frame leaves the printing area.
func inside(t *testing.T, name string, d *doc) {
	t.Helper()
	const slack = 0.5
	for n, page := range d.pages {
		for _, op := range page {
			right, bottom := op.x+op.w, op.y+op.h
			if op.kind == drawText {
				right = op.x + d.fonts.width(op.style, op.size, op.text)
			}
			if op.kind == drawSpan || op.kind == drawSpanEnd || op.kind == drawPageNumber {
				continue
			}
			if op.x < sideMargin-slack || right > sideMargin+bodyWidth+slack || op.y < 0 || bottom > pageHeight-bottomMargin+slack {
				t.Fatalf("%s: page %d: %q from %.1f,%.1f to %.1f,%.1f leaves the page's frame", name, n+1, op.text, op.x, op.y, right, bottom)
			}
		}
	}
}

func TestRareCharacters(t *testing.T) {
	doc := &model.Document{Projects: []model.Project{{Seq: 1, Name: "𬘓㵐⩾5☑\u200b\U00020000\x07"}}}
	d := laidOut(t, doc, view.Options{})
	texts := strings.Join(d.pageTexts(), "")
	if want := "𬘓㵐⩾5☑〔U+20000〕〔U+0007〕\n"; !strings.Contains(texts, want) {
		t.Errorf("the name is not printed as %q", want)
	}
	serif := d.fonts.faces[regular]
	d.finishPages()
	if err := d.paint(new(bytes.Buffer)); err != nil {
		t.Fatal(err)
	}
	cut, err := font.Parse(serif.subset(), "")
	if err != nil {
		t.Fatal(err)
	}
	code := serif.codes['𬘓']
	if code < privateFirst || !cut.Has(code) || !cut.Has('㵐') || !cut.Has('⩾') {
		t.Errorf("the embedded font lacks 𬘓 (code %U), 㵐 or ⩾", code)
	}
	if want := fmt.Sprintf("<%04X> <D871DE13>", code); !strings.Contains(serif.toUnicode(), want) {
		t.Errorf("ToUnicode does not have %s", want)
	}
}

// TestFontsOfTheMachine holds that a machine's fonts change nothing unless they
// are asked for.
func TestFontsOfTheMachine(t *testing.T) {
	asked := false
	machine := font.System
	font.System = func() *font.Installed { asked = true; return new(font.Installed) }
	defer func() { font.System = machine }()
	d := &model.Document{Projects: []model.Project{{Seq: 1, Name: "\U00020000"}}}
	if laidOut(t, d, view.Options{}); asked {
		t.Error("the fonts of the machine were looked through")
	}
	if laidOut(t, d, view.Options{Font: view.InstalledFonts}); !asked {
		t.Error("--font system does not look through the fonts of the machine")
	}
}

// TestFontOption serves a character from the font that the user names.
func TestFontOption(t *testing.T) {
	dir := t.TempDir()
	own := font.Heading().Subset([]font.Coded{{Code: '\u0E01', Rune: '泰'}}) // stands for a Thai letter
	path := filepath.Join(dir, "own.ttf")
	if err := os.WriteFile(path, own, 0o600); err != nil {
		t.Fatal(err)
	}
	doc := &model.Document{Projects: []model.Project{{Seq: 1, Name: "ก号"}}}
	d := laidOut(t, doc, view.Options{Font: path})
	if len(d.fonts.lost) != 0 || d.fonts.chosen['ก'] != d.fonts.user {
		t.Errorf("ก does not come from --font; lost %v", d.fonts.lost)
	}
	text := filepath.Join(dir, "text.ttf")
	if err := os.WriteFile(text, []byte("no font"), 0o600); err != nil {
		t.Fatal(err)
	}
	for bad, want := range map[string]error{filepath.Join(dir, "none.ttf"): fs.ErrNotExist, text: font.ErrDamaged} {
		for _, l := range []model.Lang{model.Chinese, model.English} {
			err := Format.Write(t.Context(), new(bytes.Buffer), doc, view.Options{Lang: l, Font: bad})
			if !errors.Is(err, want) || !strings.Contains(err.Error(), bad) || !strings.Contains(err.Error(), "--font") && l == model.English {
				t.Errorf("--font %s: %v, want an error that names it and says what to do", bad, err)
			}
		}
	}
}

type failingWriter struct{}

var errDiskFull = errors.New("disk full")

func (failingWriter) Write([]byte) (int, error) { return 0, errDiskFull }

func TestWriterFails(t *testing.T) {
	if err := Format.Write(t.Context(), failingWriter{}, sample.Shapes(), view.Options{}); !errors.Is(err, errDiskFull) {
		t.Errorf("got %v, want %v", err, errDiskFull)
	}
}

// TestRowsWhole follows the frames of a table over page breaks: no row that
// fits on a page is parted, and the head stands on every page.
func TestRowsWhole(t *testing.T) {
	d, err := newDoc(view.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d.newPage()
	table := &table{size: 9, leading: 13, head: []row{headRow(columns(0, 0), "甲", "乙")}}
	const rows = 60
	for i := range rows {
		table.rows = append(table.rows, row{{text: "组"}, {text: strings.Repeat(fmt.Sprintf("行%d。", i), 1+i*7%40)}}.over(columns(0, 0)))
	}
	mergeLevel(table.rows, 0, func(i int) string { return string(rune('a' + i/20)) })
	d.table(table)
	if len(d.pages) < 2 {
		t.Fatal("the table does not reach a second page")
	}
	seen := map[string]bool{}
	for n, text := range d.pageTexts() {
		if strings.Count(text, "甲\n乙\n") != 1 {
			t.Errorf("page %d: the head is not repeated", n+1)
		}
		if !strings.Contains(text, "组\n") {
			t.Errorf("page %d: the covering cell is not repeated", n+1)
		}
		for i := range rows {
			if first := fmt.Sprintf("行%d。", i); strings.Contains(text, first) {
				if seen[first] {
					t.Errorf("row %d is on two pages", i)
				}
				seen[first] = true
			}
		}
	}
	if len(seen) != rows {
		t.Errorf("%d rows printed, want %d", len(seen), rows)
	}
	for _, page := range d.pages {
		for _, op := range page {
			if math.IsNaN(op.y) || op.y+op.h > pageHeight-bottomMargin+0.5 {
				t.Fatalf("%+v is below the page", op)
			}
		}
	}
}

package parser_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"jxmb/fixtures/layouts"
	"jxmb/fixtures/wml"
	"jxmb/parser/block"
	"jxmb/parser/docx"
)

// traits is a document with a cell for each thing that makes text other than
// its characters.
func traits() []byte {
	run := func(inner string) wml.Block { return wml.Raw(`<w:p><w:r>` + inner + `</w:r></w:p>`) }
	cell := func(b ...wml.Block) wml.Cell { return wml.Cell{Content: b} }
	return wml.Document{Body: []wml.Block{wml.Table{Grid: []int{4000, 4000}, Rows: []wml.TableRow{
		wml.Row{Cells: []wml.Cell{cell(run(`<w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t>`)), cell(run(`<w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t>`))}},
		wml.Row{Cells: []wml.Cell{cell(wml.Raw(`<w:p><w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>4</w:t></w:r><w:r><w:t>亩</w:t></w:r></w:p>`)),
			cell(wml.Raw(`<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>插入</w:t></w:r></w:ins></w:p>`))}},
		wml.Row{Cells: []wml.Cell{cell(wml.Raw(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>结果</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`)),
			cell(wml.Raw(`<w:p><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt></w:p>`))}},
		wml.Row{Cells: []wml.Cell{cell(run(`<w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t>`), run(`<w:t>显示</w:t>`)), cell(wml.Sketch("内一 | 内二"), wml.Para("后"))}},
		wml.Row{Cells: []wml.Cell{cell(wml.Raw(`<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>作废</w:t></w:r></w:p>`)), cell(wml.Raw(`<w:p><w:hyperlink w:anchor="x"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>`))}},
	}}}}.Bytes()
}

// TestVisible holds the reader against what LibreOffice shows: every line of
// text that it prints is in the blocks or in a note.
func TestVisible(t *testing.T) {
	if testing.Short() {
		t.Skip("starts LibreOffice")
	}
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is not installed: what it shows is not compared")
	}
	dir := t.TempDir()
	files := map[string][]byte{"traits": traits()}
	for _, l := range layouts.All() {
		files[l.Name] = l.Data()
	}
	args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile")), "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", dir}
	for name, data := range files {
		path := filepath.Join(dir, name+".docx")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	if out, err := exec.CommandContext(ctx, soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for name, data := range files {
		shown, err := os.ReadFile(filepath.Join(dir, name+".txt"))
		if err != nil {
			t.Error(err)
			continue
		}
		d, err := docx.Read(t.Context(), bytes.NewReader(data), int64(len(data)), docx.Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		read := said(d)
		for line := range strings.Lines(string(shown)) {
			if line = squeezed(line); line != "" && !strings.Contains(read, line) {
				t.Errorf("%s: %q is shown and was not read", name, line)
			}
		}
	}
}

// said is all text of the blocks and notes of a document.
func said(d *block.Document) string {
	var b strings.Builder
	for _, bl := range d.Blocks {
		if p := bl.Paragraph; p != nil {
			b.WriteString(squeezed(p.Number+p.Text) + "\n")
			continue
		}
		for _, c := range bl.Table.Cells {
			b.WriteString(squeezed(c.Text) + "\n")
		}
	}
	for _, n := range d.Notes {
		b.WriteString(squeezed(n.Text) + "\n")
	}
	return b.String()
}

// squeezed is a text without blanks and marks that a converter may choose, in
// compatible spelling.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || strings.ContainsRune("-‐‑", r) {
			return -1
		}
		return r
	}, norm.NFKC.String(s))
}

package parser_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"jxmb/fixtures/layouts"
	"jxmb/fixtures/wml"
	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/docx"
	"jxmb/parser/form"
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

// TestVisible holds what is read against what LibreOffice shows: every line of
// text that it prints is in the blocks or in a note, and what stands in a cell of
// a form, but for its labels, is in the result too: in a field, in what no field
// took, in an original text or in a finding. $JXMB_CORPUS/word adds documents.
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
	more, _ := filepath.Glob(filepath.Join(os.Getenv("JXMB_CORPUS"), "word", "*.docx"))
	for _, path := range more {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files["corpus "+strings.TrimSuffix(filepath.Base(path), ".docx")] = data
	}
	forms := 0
	for name, shown := range shownByLibreOffice(t, soffice, dir, files) {
		t.Run(name, func(t *testing.T) { forms += seen(t, shown, files[name], strings.HasPrefix(name, "corpus ")) })
	}
	if forms < len(layouts.All()) {
		t.Errorf("%d of the documents were read as forms", forms)
	}
}

// shownByLibreOffice is the text of each document that LibreOffice opens. It
// gives none of those that it refuses.
func shownByLibreOffice(t *testing.T, soffice, dir string, files map[string][]byte) map[string]string {
	t.Helper()
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
	texts := map[string]string{}
	for name := range files {
		if shown, err := os.ReadFile(filepath.Join(dir, name+".txt")); err == nil {
			texts[name] = string(shown)
		}
	}
	return texts
}

// seen compares the lines that a document shows with what is read of it, and
// gives 1 where it is a form.
func seen(t *testing.T, shown string, data []byte, foreign bool) (forms int) {
	d, err := docx.Read(t.Context(), bytes.NewReader(data), int64(len(data)), docx.Options{})
	if err != nil {
		t.Fatal(err)
	}
	read := said(d)
	result, contents := "", ""
	report := t.Errorf
	if foreign { // made to tell Word and others apart: Word decides
		report = t.Logf
	}
	var trace form.Trace
	if found, err := form.Read(t.Context(), d, form.Options{Trace: &trace}); err == nil {
		forms, result, contents = 1, texts(t, found), contentOf(&trace)
	}
	for line := range strings.Lines(shown) {
		line = squeezed(line)
		switch {
		case line == "":
		case !strings.Contains(read, line):
			report("%q is shown and was not read", line)
		case strings.Contains(contents, line) && !strings.Contains(result, unnumbered(line)):
			t.Errorf("%q stands in a cell of a form and is not in the result", line)
		}
	}
	return forms
}

// contentOf is the text of the cells of forms that are no labels.
func contentOf(trace *form.Trace) string {
	var b strings.Builder
	for _, table := range trace.Tables {
		for _, c := range table.Cells {
			switch c.Rule {
			case "label", "header", "title":
			case "nothing": // a row of the template, left as it was printed
			case "inline", "unit line":
				_, value, _ := strings.Cut(squeezed(c.Text), ":")
				b.WriteString(value + "\n")
			default:
				b.WriteString(squeezed(c.Text) + "\n")
			}
		}
	}
	return b.String()
}

// texts are all strings of a result.
func texts(t *testing.T, d *model.Document) string {
	var all any
	if err := json.Unmarshal(model.AppendJSON(nil, d, false), &all); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			b.WriteString(squeezed(v) + "\n")
		case []any:
			for _, item := range v {
				walk(item)
			}
		case map[string]any:
			for _, item := range v {
				walk(item)
			}
		}
	}
	walk(all)
	for i := range d.Projects { // one cell holds both
		p := &d.Projects[i]
		for _, both := range [...]string{p.Unit.Code + p.Unit.Name, p.Unit.Name + "[" + p.Unit.Code + "]", p.Code + p.Name} {
			b.WriteString(squeezed(both) + "\n")
		}
	}
	return b.String()
}

// unnumbered is a line without its number, which goals are kept without.
func unnumbered(line string) string { return number.ReplaceAllString(line, "") }

var number = regexp.MustCompile(`^[(（]?(目标)?[0-9一二三四五六七八九十]+[)）.、．:]`)

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
	}, signs.Replace(norm.NFKC.String(s)))
}

// signs are the operators as the result has them.
var signs = strings.NewReplacer("≥", ">=", "≧", ">=", "≤", "<=", "≦", "<=", "═", "=")

package docx

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/msword"
	"jxmb/parser/ooxml"
)

// fuzzLimits keep one input cheap.
var fuzzLimits = ooxml.Limits{Entries: 200, PartBytes: 4 << 20, Depth: 200, Cells: 20_000, CellBytes: 1 << 16, ResultBytes: 8 << 20}

// judge holds a result to what Read promises.
func judge(t *testing.T, d *block.Document, err error, size int) {
	t.Helper()
	if err == nil {
		wellFormed(t, d, size)
		return
	}
	var e *model.Fault
	if !errors.As(err, &e) || d != nil {
		t.Fatalf("document %v with %T %v", d != nil, err, err)
	}
	if e.What.ZH == "" || e.What.EN == "" || e.Hint.ZH == "" || e.Error() == "" {
		t.Fatalf("an error without words: %+v", e)
	}
}

// FuzzRead: any bytes as a file.
func FuzzRead(f *testing.F) {
	for _, d := range append(fixtures.Cases(), fixtures.Bad()...) {
		f.Add(d.Data())
	}
	if dir := os.Getenv("JXMB_CORPUS"); dir != "" {
		files, _ := filepath.Glob(filepath.Join(dir, "docx", "*", "*"))
		for _, name := range files {
			if b, err := os.ReadFile(name); err == nil && len(b) < 50_000 {
				f.Add(b)
			}
		}
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		d, err := readBytes(file, fuzzLimits)
		judge(t, d, err, int(fuzzLimits.PartBytes))
	})
}

// FuzzMainPart: any bytes as a main part, with styles and numbering beside it;
// reading twice gives the same, with reused memory too.
func FuzzMainPart(f *testing.F) {
	for _, d := range fixtures.Cases() {
		f.Add(mainBytes(f, d.Data()))
	}
	for _, body := range []string{
		p(fld("begin") + instr("TOC") + fld("separate") + t("a") + fld("end")),
		tbl(tr(tc(restart+span(2), "a")), tr(tc(goesOn+span(2), "b"))),
		tbl(tr(tc(hRestart, "a"), tc(hGoesOn, "b"))),
		p(t("a") + r(`<w:pict><w:txbxContent>`+tbl(tr(tc("", "b")))+p(t("c"))+`</w:txbxContent></w:pict>`)),
		`<mc:AlternateContent><mc:Choice Requires="wps">` + p(t("a")) + `</mc:Choice><mc:Fallback>` + p("") + `</mc:Fallback></mc:AlternateContent>`,
		`<w:bookmarkStart w:id="0" w:name="a"/>` + li(1, 0, "x") + `<w:bookmarkEnd w:id="0"/>`,
	} {
		f.Add([]byte(document(body)))
	}
	numbers := []byte(`<w:numbering ` + wordNS + `>` + abstractNum(0, lvl(0, "chineseCounting", "%1、"), lvl(1, "decimal", "%1.%2")) + num(1, 0) + `</w:numbering>`)
	f.Fuzz(func(t *testing.T, xml []byte) {
		limits := fuzzLimits.WithDefaults()
		src, err := ooxml.Decode(ooxml.UsualMain, xml, limits.PartBytes)
		if err != nil {
			judge(t, nil, err, 0)
			return
		}
		rd := readers.Get().(*reader)
		defer rd.release()
		d, err := rd.read(ooxml.UsualMain, src, listed(numbers), limits)
		judge(t, d, err, len(src))
		again, err2 := new(reader).read(ooxml.UsualMain, src, listed(numbers), limits)
		if (err == nil) != (err2 == nil) || err == nil && sketch(d) != sketch(again) {
			t.Fatalf("a second reading differs: %v, %v", err, err2)
		}
	})
}

// listed are side parts with this numbering and no styles.
func listed(numbers []byte) *sideParts {
	var s ooxml.Scanner
	s.Reset("word/numbering.xml", numbers, 100)
	n := msword.NewNumbering()
	readNumbering(&s, n)
	return &sideParts{numbering: n}
}

func mainBytes(tb testing.TB, file []byte) []byte {
	c, err := ooxml.Open(bytes.NewReader(file), int64(len(file)), ooxml.Limits{}.WithDefaults())
	if err != nil {
		tb.Fatal(err)
	}
	links, err := c.Links()
	if err != nil {
		tb.Fatal(err)
	}
	m, err := c.Member(links.Main)
	if err != nil || m == nil {
		tb.Fatalf("no main part: %v", err)
	}
	src, err := c.Inflate(m, nil, 1<<30, ooxml.LimitPart)
	if err != nil {
		tb.Fatal(err)
	}
	return src
}

// FuzzGrid: any sequence of rows and cells, a byte for each. The slots of the
// grid are the cells', each slot once.
func FuzzGrid(f *testing.F) {
	f.Add([]byte{3, 0, 16, 33, 0, 50, 17}, 2)
	f.Add([]byte{0, 0x90, 0xa1, 0, 0x52, 0x63}, 0)
	f.Fuzz(func(t *testing.T, steps []byte, columns int) {
		var b strings.Builder
		b.WriteString(`<w:tbl><w:tblGrid>` + strings.Repeat(`<w:gridCol/>`, max(columns, 0)%70) + `</w:tblGrid>`)
		open := false
		for _, s := range steps {
			if s&15 == 0 || !open {
				if open {
					b.WriteString(`</w:tr>`)
				}
				open = true
				b.WriteString(`<w:tr><w:trPr><w:gridBefore w:val="` + string('0'+rune(s>>6)) + `"/></w:trPr>`)
				continue
			}
			props := [...]string{"", restart, goesOn}[(s>>4&3)%3] + [...]string{"", hRestart, hGoesOn, ""}[s>>6&3]
			b.WriteString(tc(span(int(s&15)-2)+props, "x"))
		}
		if open {
			b.WriteString(`</w:tr>`)
		}
		xml := document(b.String() + `</w:tbl>`)
		d, err := readMain([]byte(xml), fuzzLimits)
		judge(t, d, err, len(xml))
		if err != nil {
			return
		}
		table := d.Blocks[0].Table
		covered := make([]int, len(table.Cells))
		for _, s := range table.Slots {
			if s >= 0 {
				covered[s]++
			}
		}
		for i, c := range table.Cells {
			if covered[i] < 1 || covered[i] > c.RowSpan*c.ColSpan {
				t.Fatalf("cell %+v covers %d slots", c, covered[i])
			}
		}
	})
}

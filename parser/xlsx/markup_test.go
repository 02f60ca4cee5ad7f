package xlsx

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// markup is a workbook of one sheet by its XML: the rows and what follows them,
// shared strings, styles.
func markup(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	const base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	all := map[string]string{
		"_rels/.rels":     `<Relationships><Relationship Id="a" Type="` + base + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": `<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + base + `"><x:sheets><x:sheet name="表" sheetId="1" r:id="s"/></x:sheets></x:workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="s" Type="` + base + `/worksheet" Target="/xl/worksheets/one.xml"/>` +
			`<Relationship Id="t" Type="` + base + `/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="u" Type="` + base + `/styles" Target="styles.xml"/></Relationships>`,
	}
	for name, text := range parts {
		all[name] = text
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range all {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestMarkup reads sheets that excelize does not write.
func TestMarkup(t *testing.T) {
	const head, shut = `<worksheet><sheetData>`, `</sheetData></worksheet>`
	inline := func(ref, text string) string {
		return `<c r="` + ref + `" t="inlineStr"><is><t>` + text + `</t></is></c>`
	}
	for _, c := range []struct {
		name, sheet string
		want        []string
	}{
		{"any prefix, cells without names, rows out of order",
			`<x:worksheet xmlns:x="a"><x:sheetData><x:row r="2"><x:c t="str"><x:v>丙</x:v></x:c><x:c><x:v>4</x:v></x:c></x:row><x:row r="1"><x:c t="str"><x:v>甲</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
			[]string{"表!A1:B2", "  甲|TRUE", "  丙|4"}},
		{"text under a merged cell", head + `<row>` + inline("A1", "甲") + inline("B1", "乙") + `</row><row>` + inline("A2", "藏") + inline("B2", "丁") + `</row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells></worksheet>`,
			[]string{"表!A1:B2", "  甲⏎藏#2x1|乙", "  丁", "merge_text x1 表!A2 table 1 r1,c1: 藏"}},
		{"the same text under a merged cell", head + `<row>` + inline("A1", "甲") + inline("B1", "乙") + `</row><row>` + inline("A2", "甲") + inline("B2", "丁") + `</row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells></worksheet>`,
			[]string{"表!A1:B2", "  甲#2x1|乙", "  丁"}},
		{"merged cells that overlap", head + `<row>` + inline("A1", "甲") + inline("B1", "") + inline("C1", "丙") + `</row><row>` + inline("A2", "丁") + inline("B2", "戊") + inline("C2", "己") + `</row></sheetData><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B1:B2"/></mergeCells></worksheet>`,
			[]string{"表!A1:C2", "  甲#1x2|丙", "  丁|戊|己"}},
		{"two cells of one name", head + `<row>` + inline("A1", "甲") + inline("A1", "乙") + inline("B1", "丙") + `</row>` + shut,
			[]string{"表!A1:B1", "  甲⏎乙|丙", "merge_text x1 表!A1 table 1 r1,c1: 乙"}},
		{"an error value", head + `<row>` + inline("A1", "甲") + `<c r="B1" t="e"><f>Z9</f><v>#REF!</v></c></row>` + shut,
			[]string{"表!A1:B1", "  甲|#REF!", "error x1 表!B1 table 1 r1,c2: #REF!"}},
		{"a formula whose text is empty, and one without a value", head + `<row>` + inline("A1", "甲") + `<c r="B1" t="str"><f>""</f><v></v></c><c r="C1"><f>1+1</f><v/></c></row>` + shut,
			[]string{"表!A1:C1", "  甲||", "formula x1 表!C1 table 1 r1,c3: =1+1"}},
		{"phonetic hints, CDATA, escapes, breaks", head + `<row><c r="A1" t="inlineStr"><is><t>东京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is></c><c r="B1" t="str"><v><![CDATA[a<b]]>&amp;_x000D_
_x005F_x</v></c></row>` + shut, []string{"表!A1:B1", "  东京|a<b&⏎_x"}},
		{"columns and rows of no size", `<worksheet><cols><col min="2" max="2" width="0"/></cols><sheetData><row ht="0" r="1">` + inline("A1", "藏") + `</row><row r="2">` + inline("A2", "甲") + inline("B2", "乙") + inline("C2", "丙") + `</row>` + shut,
			[]string{"表!A2:C2", "  甲|丙", "hidden x1 表!A1: 藏", "hidden x1 表!B2: 乙"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := readBook(markup(t, map[string]string{"xl/worksheets/one.xml": c.sheet}))
			if err != nil {
				t.Fatal(err)
			}
			if got, want := dump(d), "表!: 表\n"+strings.Join(c.want, "\n")+"\n"; got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

// TestShared reads shared strings, and refuses a number that none has.
func TestShared(t *testing.T) {
	parts := map[string]string{
		"xl/sharedStrings.xml":  `<sst><si><t>甲</t></si><si><r><rPr><vertAlign val="subscript"/></rPr><t>2</t></r><r><t xml:space="preserve"> 乙</t></r></si></sst>`,
		"xl/worksheets/one.xml": `<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row></sheetData></worksheet>`,
	}
	d, err := readBook(markup(t, parts))
	if want := "表!: 表\n表!A1:C1\n  甲|₂ 乙|甲\n"; err != nil || dump(d) != want {
		t.Errorf("%v, got %s want %s", err, dump(d), want)
	}
	parts["xl/worksheets/one.xml"] = strings.Replace(parts["xl/worksheets/one.xml"], "<v>1<", "<v>2<", 1)
	if _, err := readBook(markup(t, parts)); err == nil || !strings.Contains(err.Error(), "B1") {
		t.Errorf("a string that is not there: %v", err)
	}
}

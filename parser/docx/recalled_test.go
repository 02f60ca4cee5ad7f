package docx

import (
	"fmt"
	"strings"
	"testing"

	"jxmb/model"
	"jxmb/parser/ooxml"
)

// TestRecalled: properties that come again byte for byte say what they said at first.
func TestRecalled(t *testing.T) {
	t.Parallel()
	const long = `<w:rFonts w:ascii="a" w:hAnsi="a"/>`
	run := func(props string) string {
		return `<w:p><w:r><w:rPr>` + long + props + `</w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r></w:p>`
	}
	para := func(props string) string {
		return `<w:p><w:pPr><w:spacing w:line="300" w:lineRule="exact"/>` + props + `</w:pPr><w:r><w:t>a</w:t></w:r></w:p>`
	}
	cell := func(props string) string {
		return `<w:tbl><w:tr><w:tc><w:tcPr><w:tcW w:w="1900" w:type="dxa"/>` + props + `</w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>`
	}
	read := func(body string) string {
		d, err := readBytes(pack(t, document(body), part{"word/numbering.xml", `<w:numbering ` + wordNS + `>` + abstractNum(0, lvl(0, "decimal", "%1.")) + num(1, 0) + `</w:numbering>`}), ooxml.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		return sketch(d)
	}
	for name, item := range map[string]string{
		"struck":         run(`<w:strike/>`),
		"hidden":         run(`<w:vanish/>`),
		"raised":         run(`<w:vertAlign w:val="superscript"/>`),
		"without text":   `<w:p><w:r><w:rPr>` + long + `<w:b/></w:rPr></w:r><w:r/><w:r><w:t>a</w:t></w:r></w:p>`,
		"style":          para(`<w:pStyle w:val="x"/>`),
		"number":         para(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`),
		"mark deleted":   para(`<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>`),
		"mark inserted":  para(`<w:rPr><w:ins w:id="1" w:author="a"/></w:rPr>`),
		"spans":          cell(`<w:gridSpan w:val="2"/>`),
		"restarts":       cell(`<w:vMerge w:val="restart"/>`),
		"goes on":        cell(`<w:vMerge/>`),
		"deleted":        cell(`<w:cellDel w:id="1" w:author="a"/>`),
		"inserted":       cell(`<w:cellIns w:id="1" w:author="a"/>`),
		"white on white": cell(`<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>`) + run(`<w:color w:val="FFFFFF"/>`),
	} {
		again, unlike := item, item
		for _, blanks := range []string{" ", "  "} {
			again += item
			unlike += strings.ReplaceAll(item, "Pr>", "Pr"+blanks+">")
		}
		if got, want := read(again), read(unlike); got != want {
			t.Errorf("%s: comes again as\n%s\nwhere it is\n%s", name, got, want)
		}
	}
	for body, want := range map[string]string{
		run(`<w:strike/>`) + `<v:p xmlns:v="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w="urn:example:other"><v:r><w:rPr>` + long + `<w:strike/></w:rPr><v:t>other language</v:t></v:r></v:p>`: "b\nother language\n! struck a",
		cell(`<w:gridSpan w:val="2"/>`) + `<w:tbl><w:tr><w:tc/><w:tcPr><w:tcW w:w="1900" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr><w:tc><w:p/></w:tc></w:tr></w:tbl>`:                                              "T1 1×3\n1,1 1×2 a\n1,3 \nT2 1×2\n1,1 \n1,2 ",
	} {
		if got := read(body); got != want {
			t.Errorf("%s\nis read as\n%s\nwant\n%s", body, got, want)
		}
	}
	// One level more than is allowed is told of known elements too.
	bare := `<w:p><w:r><w:rPr>` + long + `<w:b/></w:rPr></w:r></w:p>`
	deep := bare + strings.Repeat("<w:sdt>", 4) + bare + strings.Repeat("</w:sdt>", 4)
	if _, err := readBytes(pack(t, document(deep)), ooxml.Limits{Depth: 8}); err == nil {
		t.Error("a known element passes the limit of the depth")
	}
}

// TestLeaf: text whose tags are passed at once, behind properties that are known, is what it
// is where they are read one by one.
func TestLeaf(t *testing.T) {
	t.Parallel()
	for _, content := range []string{
		"a</w:t></w:r>", "</w:t></w:r>", "a</w:t><w:t>b</w:t></w:r>", "a</w:t><w:br/><w:t>b</w:t></w:r>",
		"a&lt;b&#x4e2d;</w:t></w:r>", "&nothing;</w:t></w:r>", "a&</w:t></w:r>", "\x01</w:t></w:r>", "\xff\xfe</w:t></w:r>", "中文\ue000</w:t></w:r>",
		"a<!-- b -->c</w:t></w:r>", "a<![CDATA[b]]></w:t></w:r>", "a<w:b/>c</w:t></w:r>", "a</w:t ></w:r>", "a</w:x></w:r>", "a</w:tt></w:r>", "a</w:r>", "a</", "a", "",
		"a </w:t></w:r><w:r><w:t>b</w:t></w:r>", strings.Repeat("长", 40) + "</w:t></w:r>",
	} {
		for _, props := range []string{"", `<w:strike/>`, `<w:vanish/>`, `<w:u w:val="single"/>`, `<w:vertAlign w:val="superscript"/>`} {
			for _, depth := range []int{0, 5} {
				run := `<w:r><w:rPr><w:rFonts w:ascii="a" w:hAnsi="a"/>` + props + `</w:rPr><w:t>`
				before, leaf := `<w:p>`+run+`0</w:t></w:r>`, run+content
				got, want := outcome(t, before+leaf, depth), outcome(t, before+strings.Replace(leaf, `"a"`, `"b"`, 1), depth)
				if got != want {
					t.Errorf("%s is read as\n%s\nwhere it is\n%s", leaf, got, want)
				}
			}
		}
	}
}

// outcome is a sketch of what is read of a body, with what its notes stand at, or the
// error.
func outcome(t *testing.T, body string, depth int) string {
	t.Helper()
	main := document(body + `</w:p><w:p><w:r/><w:t>c</w:t></w:p>`)
	d, err := readBytes(pack(t, main), ooxml.Limits{Depth: depth, CellBytes: 100})
	if err != nil {
		fault := err.(*model.Fault)
		return fmt.Sprint(fault.What.EN, " ", fault.Place)
	}
	var b strings.Builder
	b.WriteString(sketch(d))
	for _, n := range d.Notes {
		b.WriteString("\n" + strings.ReplaceAll(main[n.Start:n.End], `"b"`, `"a"`))
	}
	return b.String()
}

// TestMixed: what a run looks like hangs on its paragraph too, and on its own properties.
func TestMixed(t *testing.T) {
	t.Parallel()
	run := func(props, text string) string {
		return `<w:r><w:rPr><w:rFonts w:ascii="a" w:hAnsi="a"/>` + props + `</w:rPr><w:t>` + text + `</w:t></w:r>`
	}
	para := func(style, runs string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + runs + `</w:p>`
	}
	main := document(para("shown", run("", "a")) + para("struck", run("", "b")) + para("shown", run("", "c")+run(`<w:strike/>`, "d")+run("", "e")))
	d, err := readBytes(pack(t, main, part{"word/styles.xml", `<w:styles ` + wordNS + `><w:style w:styleId="shown"><w:rPr><w:sz w:val="20"/></w:rPr></w:style>` +
		`<w:style w:styleId="struck"><w:rPr><w:sz w:val="20"/><w:strike/></w:rPr></w:style></w:styles>`}), ooxml.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := sketch(d), "a\n\nce\n! struck b\n! struck d"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

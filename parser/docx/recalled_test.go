package docx

import (
	"strings"
	"testing"

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

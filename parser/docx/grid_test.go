package docx

import (
	"fmt"
	"jxmb/parser/ooxml"
	"strings"
	"testing"
)

func tbl(rows ...string) string { return `<w:tbl>` + strings.Join(rows, "") + `</w:tbl>` }
func tr(cells ...string) string { return `<w:tr>` + strings.Join(cells, "") + `</w:tr>` }

// tc is a cell with properties and text.
func tc(props, text string) string {
	if props != "" {
		props = `<w:tcPr>` + props + `</w:tcPr>`
	}
	return `<w:tc>` + props + p(t(text)) + `</w:tc>`
}

func span(n any) string { return fmt.Sprintf(`<w:gridSpan w:val="%v"/>`, n) }

const (
	restart  = `<w:vMerge w:val="restart"/>`
	goesOn   = `<w:vMerge/>`
	hRestart = `<w:hMerge w:val="restart"/>`
	hGoesOn  = `<w:hMerge w:val="continue"/>`
)

// TestGrid: the layout of tables, by the clauses of ISO/IEC 29500-1 §17.4.
func TestGrid(tt *testing.T) {
	columns := func(n int) string { return `<w:tblGrid>` + strings.Repeat(`<w:gridCol w:w="1"/>`, n) + `</w:tblGrid>` }
	row := func(props string, cells ...string) string {
		return `<w:tr><w:trPr>` + props + `</w:trPr>` + strings.Join(cells, "") + `</w:tr>`
	}
	for _, c := range []struct{ name, body, want string }{
		{"plain", tbl(columns(2), tr(tc("", "a"), tc("", "b")), tr(tc("", "c"), tc("", "d"))), "T1 2×2\n1,1 a\n1,2 b\n2,1 c\n2,2 d"},
		{"no tblGrid", tbl(tr(tc(span(2), "a"), tc("", "b"))), "T1 1×3\n1,1 1×2 a\n1,3 b"},
		{"tblGrid wider than the rows", tbl(columns(3), tr(tc("", "a"))), "T1 1×3\n1,1 a"},
		{"tblGridChange does not count", tbl(`<w:tblGrid><w:gridCol/><w:tblGridChange w:id="1"><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid></w:tblGridChange></w:tblGrid>`, tr(tc("", "a"))), "T1 1×1\n1,1 a"},
		{"gridSpan §17.4.17", tbl(columns(3), tr(tc(span(2), "a"), tc("", "b")), tr(tc("", "c"), tc(span(2), "d"))), "T1 2×3\n1,1 1×2 a\n1,3 b\n2,1 c\n2,2 1×2 d"},
		{"gridSpan by reference", tbl(columns(2), tr(tc(span("&#50;"), "a"))), "T1 1×2\n1,1 1×2 a"},
		{"gridSpan huge", tbl(columns(3), tr(tc("", "a"), tc(span(99999999), "b"))), "T1 1×3\n1,1 a\n1,2 1×2 b\n! span_clamped 1.1.2"},
		{"gridSpan beyond int", tbl(columns(3), tr(tc(span("999999999999999999999"), "a"))), "T1 1×3\n1,1 1×3 a\n! span_clamped 1.1.1"},
		{"gridSpan negative", tbl(columns(2), tr(tc(span(-5), "a"), tc("", "b"))), "T1 1×2\n1,1 a\n1,2 b\n! span_clamped 1.1.1"},
		{"gridSpan no number", tbl(tr(tc(span("two"), "a"))), "T1 1×1\n1,1 a"},
		{"gridSpan wider than tblGrid widens it", tbl(columns(2), tr(tc(span(5), "a"))), "T1 1×5\n1,1 1×5 a"},
		{"vMerge §17.4.84", tbl(tr(tc(restart, "a"), tc("", "b")), tr(tc(goesOn, ""), tc("", "c")), tr(tc(`<w:vMerge w:val="continue"/>`, ""), tc("", "d"))), "T1 3×2\n1,1 3×1 a\n1,2 b\n2,2 c\n3,2 d"},
		{"vMerge restarts", tbl(tr(tc(restart, "a")), tr(tc(goesOn, "")), tr(tc(restart, "b")), tr(tc(goesOn, ""))), "T1 4×1\n1,1 2×1 a\n3,1 2×1 b"},
		{"vMerge closed by a plain cell", tbl(tr(tc(restart, "a")), tr(tc("", "b")), tr(tc(goesOn, "c"))), "T1 3×1\n1,1 a\n2,1 b\n3,1 c\n! merge_orphan 1.3.1"},
		{"vMerge continues nothing §17.18.57", tbl(tr(tc(goesOn, "a")), tr(tc(goesOn, "b"))), "T1 2×1\n1,1 a\n2,1 b\n! merge_orphan 1.1.1\n! merge_orphan 1.2.1"},
		{"vMerge over other columns", tbl(tr(tc(restart, "a"), tc("", "b")), tr(tc(goesOn+span(2), "c"))), "T1 2×2\n1,1 a\n1,2 b\n2,1 1×2 c\n! merge_orphan 1.2.1"},
		{"vMerge with gridSpan", tbl(tr(tc(span(2)+restart, "a"), tc("", "b")), tr(tc(span(2)+goesOn, ""), tc("", "c"))), "T1 2×3\n1,1 2×2 a\n1,3 b\n2,3 c"},
		{"text in a continuation", tbl(tr(tc(restart, "a")), tr(tc(goesOn, "b")), tr(tc(goesOn, "")), tr(tc(goesOn, "c"))), "T1 4×1\n1,1 4×1 a⏎b⏎c\n! merge_text 1.2.1 b\n! merge_text 1.4.1 c"},
		{"the same text in a continuation", tbl(tr(tc(restart, "a")), tr(tc(goesOn, "a"))), "T1 2×1\n1,1 2×1 a"},
		{"hMerge", tbl(tr(tc(hRestart, "a"), tc(hGoesOn, ""), tc("", "b"))), "T1 1×3\n1,1 1×2 a\n1,3 b"},
		{"hMerge continues nothing", tbl(tr(tc("", "a"), tc(hGoesOn, "b"))), "T1 1×2\n1,1 a\n1,2 b"},
		{"hMerge and vMerge", tbl(tr(tc(hRestart+restart, "a"), tc(hGoesOn+restart, "")), tr(tc(hRestart+goesOn, ""), tc(hGoesOn+goesOn, ""))), "T1 2×2\n1,1 2×2 a"},
		{"gridBefore, gridAfter", tbl(columns(4), tr(tc(span(4), "a")), row(`<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>`, tc("", "b"), tc("", "c"))), "T1 2×4\n1,1 1×4 a\n2,2 b\n2,3 c"},
		{"gridBefore huge", tbl(row(`<w:gridBefore w:val="-3"/><w:gridAfter w:val="99999"/>`, tc("", "b"))), "T1 1×1001\n1,1 b\n! span_clamped 1.1.0 ×2"},
		{"ragged", tbl(tr(tc("", "a"), tc("", "b")), tr(tc("", "c"))), "T1 2×2\n1,1 a\n1,2 b\n2,1 c"},
		{"tblHeader", tbl(row(`<w:tblHeader/>`, tc("", "a")), row(`<w:tblHeader/>`, tc("", "b")), row(``, tc("", "c")), row(`<w:tblHeader/>`, tc("", "d"))), "T1 4×1 head 2\n1,1 a\n2,1 b\n3,1 c\n4,1 d"},
		{"tblHeader off", tbl(row(`<w:tblHeader w:val="0"/>`, tc("", "a"))), "T1 1×1\n1,1 a"},
		{"rows in sdt, customXml, ins", tbl(`<w:sdt><w:sdtPr/><w:sdtContent>`+tr(tc("", "a"))+`</w:sdtContent></w:sdt>`, `<w:customXml>`+tr(tc("", "b"))+`</w:customXml>`, `<w:ins w:id="1">`+tr(tc("", "c"))+`</w:ins>`), "T1 3×1\n1,1 a\n2,1 b\n3,1 c\n! tracked 1.2.0"},
		{"cells in sdt", tbl(tr(`<w:sdt><w:sdtContent>`+tc("", "a")+`</w:sdtContent></w:sdt>`, tc("", "b"))), "T1 1×2\n1,1 a\n1,2 b"},
		{"deleted row §17.13.5.12", tbl(tr(tc("", "a")), row(`<w:del w:id="1"/>`, tc("", "x")), row(`<w:ins w:id="2"/>`, tc("", "b"))), "T1 2×1\n1,1 a\n2,1 b\n! tracked 1.2.0 ×2 x"},
		{"deleted and inserted cell", tbl(tr(tc(`<w:cellDel w:id="1"/>`, "x"), tc(`<w:cellIns w:id="2"/>`, "a"))), "T1 1×1\n1,1 a\n! tracked 1.1.0 x\n! tracked 1.1.1"},
		{"cellMerge", tbl(tr(tc(restart, "a")), tr(tc(`<w:cellMerge w:id="1" w:vMerge="cont"/>`, ""))), "T1 2×1\n1,1 2×1 a\n! tracked 1.2.1"},
		{"old properties do not count", tbl(tr(tc(`<w:tcPrChange w:id="1"><w:tcPr>`+span(3)+`</w:tcPr></w:tcPrChange>`, "a"), tc("", "b"))), "T1 1×2\n1,1 a\n1,2 b"},
		{"nested", tbl(tr(`<w:tc>` + p(t("外")) + tbl(tr(tc("", "a"), tc("", "b")), tr(tc("", "c"))) + p("") + `</w:tc>`)), "T1 1×1\n1,1 外⏎a⏎b⏎c⏎\n  T2 2×2\n  1,1 a\n  1,2 b\n  2,1 c"},
		{"nested first", tbl(tr(`<w:tc>` + tbl(tr(tc("", "a"), tc("", "b"))) + p(t("外")) + `</w:tc>`)), "T1 1×1\n1,1 a⏎b⏎外\n  T2 1×2\n  1,1 a\n  1,2 b"},
		{"nested three deep", tbl(tr(`<w:tc>`+tbl(tr(`<w:tc>`+tbl(tr(tc("", "a")))+p("")+`</w:tc>`))+p("")+`</w:tc>`)) + tbl(tr(tc("", "b"))), "T1 1×1\n1,1 a⏎⏎\n  T2 1×1\n  1,1 a⏎\n    T3 1×1\n    1,1 a\nT4 1×1\n1,1 b"},
		{"paragraphs of a cell", tbl(tr(`<w:tc>` + p(t("a")) + p("") + p(t("b")) + `</w:tc>`)), "T1 1×1\n1,1 a⏎⏎b"},
		{"deleted mark joins paragraphs", tbl(tr(`<w:tc>` + p(`<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>`+t("≥3")) + p(t("次")) + `</w:tc>`)), "T1 1×1\n1,1 ≥3次\n! tracked 1.1.1"},
		{"empty cell without paragraph", tbl(tr(`<w:tc/>`, tc("", "a"))), "T1 1×2\n1,1 \n1,2 a"},
		{"empty table and row", `<w:tbl/>` + tbl(`<w:tr/>`), "T1 0×0\nT2 1×0"},
	} {
		tt.Run(c.name, func(tt *testing.T) { compareMain(tt, document(c.body), c.want) })
	}
}

// TestRange: Runs tie every byte of a cell's text to its w:r.
func TestRange(tt *testing.T) {
	first, second := t("社会效益指标"), r(`<w:rPr><w:b/></w:rPr><w:t>100突发事件</w:t>`)
	xml := document(tbl(tr(`<w:tc>` + p(first+`<w:proofErr w:type="x"/>`+second) + p(t("次")) + `</w:tc>`)))
	d, err := readMain([]byte(xml), ooxml.Limits{})
	if err != nil {
		tt.Fatal(err)
	}
	c := d.Blocks[0].Table.At(1, 1)
	at := strings.Index(c.Text, "100")
	for _, want := range []struct {
		from, to int
		text     string
	}{
		{at, at + 3, second},
		{0, 3, first},
		{at - 3, at + 3, first + `<w:proofErr w:type="x"/>` + second},
		{len(c.Text) - 3, len(c.Text), t("次")},
	} {
		if start, end := c.Range(want.from, want.to); xml[start:end] != want.text {
			tt.Errorf("Range(%d, %d) is %q, want %q", want.from, want.to, xml[start:end], want.text)
		}
	}
	if got := xml[c.Start:c.End]; !strings.HasPrefix(got, "<w:tc>") || !strings.HasSuffix(got, "</w:tc>") {
		tt.Errorf("cell stands at %q", got)
	}
}

// TestBookmark: ranges at every level (§17.13.6).
func TestBookmark(tt *testing.T) {
	start := func(id, name string) string { return `<w:bookmarkStart w:id="` + id + `" w:name="` + name + `"/>` }
	end := func(id string) string { return `<w:bookmarkEnd w:id="` + id + `"/>` }
	for _, c := range []struct{ name, body, want string }{
		{"in a paragraph", p(t("x")) + p(start("0", "a")+t("题")+end("0")), "x\n题\n@a 1-1"},
		{"between blocks", start("0", "a") + p(t("题")) + tbl(tr(tc("", "b"))) + end("0") + p(""), "题\nT1 1×1\n1,1 b\n\n@a 0-2"},
		{"from a paragraph into a cell", p(start("7", "a")+t("题")) + tbl(tr(`<w:tc>`+p(t("b")+end("7"))+`</w:tc>`)), "题\nT1 1×1\n1,1 b\n@a 0-1"},
		{"columns", tbl(`<w:bookmarkStart w:id="1" w:name="v" w:colFirst="4" w:colLast="5"/>`, tr(tc("", "a")), end("1")), "T1 1×1\n1,1 a\n@v 0-0 columns 4-5"},
		{"columns halved", tbl(`<w:bookmarkStart w:id="1" w:name="v" w:colFirst="4"/>`, tr(tc("", "a")), end("1")), "T1 1×1\n1,1 a\n@v 0-0"},
		{"never ended", p(start("0", "a") + t("题")), "题\n@a 0-0 open\n! bookmark_open a"},
		{"end without start", p(end("0") + t("题")), "题"},
		{"the same name twice", p(start("0", "a")+end("0")) + p(start("1", "a")+end("1")), "\n\n@a 0-0\n@a 1-1\n! bookmark_twice a"},
		{"_GoBack", p(start("0", "_GoBack") + t("题") + end("0")), "题"},
		{"name with a reference", p(start("0", "a&amp;b") + end("0")), "\n@a&b 0-0"},
		{"end in deleted text", p(start("0", "a")+t("题")) + p(`<w:del w:id="3"><w:r><w:delText>x</w:delText></w:r>`+end("0")+`</w:del>`), "题\n\n@a 0-1\n! tracked x"},
		{"nested", p(start("0", "a") + start("1", "b") + t("题") + end("0") + end("1")), "题\n@a 0-0\n@b 0-0"},
	} {
		tt.Run(c.name, func(tt *testing.T) { compareMain(tt, document(c.body), c.want) })
	}
}

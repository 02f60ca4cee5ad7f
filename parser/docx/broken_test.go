package docx

import (
	"encoding/binary"
	"strconv"
	"strings"
	"testing"

	"jxmb/model"
	"jxmb/parser/ooxml"
)

// TestBrokenXML: the byte where markup goes wrong.
func TestBrokenXML(tt *testing.T) {
	for _, c := range []struct {
		name, xml string
		kind      model.FaultKind
		offset    int64
		says      string
	}{
		{"nothing", "", model.FaultBrokenXML, 0, "没有任何"},
		{"text only", "abc", model.FaultBrokenXML, 0, "没有任何"},
		{"unclosed", `<w:document ` + wordNS + `><w:body>`, model.FaultBrokenXML, int64(len(`<w:document ` + wordNS + `><w:body>`)), "<w:body>"},
		{"mismatch", `<a><b></a></b>`, model.FaultNotDocx, 0, "<a>"},
		{"mismatch in skipped markup", document(`<w:sectPr><w:a></w:b></w:sectPr>`), model.FaultBrokenXML, int64(len(document("")) - len(`</w:body></w:document>`) + len(`<w:sectPr><w:a>`)), "</w:b>"},
		{"mismatch in properties", document(p(r(`<w:rPr><w:b></w:rPr>`))), model.FaultBrokenXML, -2, "</w:rPr>"},
		{"end without start", `<w:document ` + wordNS + `/></w:body>`, model.FaultBrokenXML, int64(len(`<w:document ` + wordNS + `/>`)), "没有对应"},
		{"two roots", `<w:document ` + wordNS + `/><a/>`, model.FaultBrokenXML, int64(len(`<w:document ` + wordNS + `/>`)), "根元素"},
		{"text behind the root", document("") + "\r\n~ \r\n", model.FaultBrokenXML, int64(len(document("")) + 2), "根元素之外"},
		{"text before the root", "~" + document(""), model.FaultBrokenXML, 0, "根元素之外"},
		{"CDATA behind the root", document("") + "<![CDATA[]]>", model.FaultBrokenXML, int64(len(document(""))), "根元素之外"},
		{"attribute twice", document(tbl(tr(tc(`<w:gridSpan w:val="2" w:val="3"/>`, "a")))), model.FaultBrokenXML, int64(strings.Index(document(tbl(tr(tc(`<w:gridSpan w:val="2" w:val="3"/>`, "a")))), `w:val="3"`)), "属性 w:val"},
		{"ends in a tag", document("") + "<", model.FaultBrokenXML, int64(len(document(""))), "标签中间"},
		{"ends in attributes", `<w:document ` + wordNS, model.FaultBrokenXML, 0, "“>”"},
		{"attribute without quotes", document(`<w:p a=b/>`), model.FaultBrokenXML, -2, "属性"},
		{"attribute without value", document(`<w:p a/>`), model.FaultBrokenXML, -2, "属性"},
		{"attributes without space", document(`<w:p a="1"b="2"/>`), model.FaultBrokenXML, -2, "属性"},
		{"< in an attribute", document(`<w:p a="<"/>`), model.FaultBrokenXML, -2, "属性"},
		{"slash alone", document(`<w:p / >`), model.FaultBrokenXML, -2, "属性"},
		{"no name", document(`< w:p>`), model.FaultBrokenXML, -2, "标签名"},
		{"bad end tag", document(`<w:p></w:p x>`), model.FaultBrokenXML, -2, "结束标签"},
		{"undefined entity", document(p(t("a&nbsp;b"))), model.FaultBrokenXML, int64(strings.Index(document(p(t("a&nbsp;b"))), "&")), "&nbsp;"},
		{"bare ampersand", document(p(t("a & b"))), model.FaultBrokenXML, int64(strings.Index(document(p(t("a & b"))), "&")), "&"},
		{"bad character reference", document(p(t("&#xzz;"))), model.FaultBrokenXML, -2, "&#xzz;"},
		{"comment", document(`<!-- `), model.FaultBrokenXML, -2, "注释"},
		{"CDATA", document(p(r(`<w:t><![CDATA[a</w:t>`))), model.FaultBrokenXML, -2, "CDATA"},
		{"processing instruction", document(`<?pi `), model.FaultBrokenXML, -2, "处理指令"},
		{"declaration", document(`<!ELEMENT a>`), model.FaultBrokenXML, -2, "<!"},
		{"DTD", `<!DOCTYPE w:document [<!ENTITY a "b">]>` + document(""), model.FaultDTD, 0, "DTD"},
		{"encoding", `<?xml version="1.0" encoding="GB18030"?>` + document(""), model.FaultBrokenXML, -1, "GB18030"},
		{"UTF-16 cut off", "\xff\xfe<\x00a", model.FaultBrokenXML, -1, "奇数"},
	} {
		tt.Run(c.name, func(tt *testing.T) {
			d, err := readMain([]byte(c.xml), ooxml.Limits{})
			e := wantKind(tt, d, err, c.kind, c.says)
			offset := int64(-1)
			if _, at, ok := strings.Cut(e.Place.EN, " byte "); ok {
				if offset, err = strconv.ParseInt(at, 10, 64); err != nil {
					tt.Fatal(err)
				}
			}
			if c.offset > -2 && offset != c.offset {
				tt.Errorf("offset %d, want %d", offset, c.offset)
			}
			if offset > int64(len(c.xml)) {
				tt.Errorf("offset %d in %d bytes", offset, len(c.xml))
			}
		})
	}
}

// TestLimits: each limit, exceeded by one and kept, is named in its error.
func TestLimits(tt *testing.T) {
	body := func(xml string) []byte { return pack(tt, document(xml)) }
	grid := tbl(tr(tc("", "a"), tc("", "b")), tr(tc("", "c"), tc("", "d")))
	fill := strings.Repeat(" ", 3<<20)
	for _, c := range []struct {
		field     string
		file      []byte
		low, high ooxml.Limits
		says      string
	}{
		{"Entries", body(""), ooxml.Limits{Entries: 2}, ooxml.Limits{Entries: 3}, "上限 2（Limits.Entries）"},
		{"PartBytes", body(""), ooxml.Limits{PartBytes: 100}, ooxml.Limits{PartBytes: 1000}, "上限 100（Limits.PartBytes）"},
		{"PartBytes UTF-16", archive(tt, part{ooxml.UsualMain, utf16LE(document(p(t(strings.Repeat("政", 1000)))))}), ooxml.Limits{PartBytes: 3400}, ooxml.Limits{PartBytes: 4000}, "Limits.PartBytes"},
		{"Ratio", body(fill), ooxml.Limits{Ratio: 10}, ooxml.Limits{Ratio: 1000}, "上限 10（Limits.Ratio）"},
		{"Depth", body(p(t("a"))), ooxml.Limits{Depth: 4}, ooxml.Limits{Depth: 5}, "上限 4（Limits.Depth）"},
		{"Cells", body(grid), ooxml.Limits{Cells: 3}, ooxml.Limits{Cells: 4}, "上限 3（Limits.Cells）"},
		{"Cells of tblGrid", body(tbl(`<w:tblGrid>` + strings.Repeat(`<w:gridCol/>`, 9) + `</w:tblGrid>`)), ooxml.Limits{Cells: 8}, ooxml.Limits{Cells: 9}, "Limits.Cells"},
		{"CellBytes", body(tbl(tr(tc("", "abcd")))), ooxml.Limits{CellBytes: 3}, ooxml.Limits{CellBytes: 4}, "上限 3（Limits.CellBytes）"},
		{"CellBytes of paragraphs", body(tbl(tr(`<w:tc>` + strings.Repeat(p(""), 5) + `</w:tc>`))), ooxml.Limits{CellBytes: 3}, ooxml.Limits{CellBytes: 4}, "Limits.CellBytes"},
		{"CellBytes of continuations", body(tbl(tr(tc(restart, "ab")), tr(tc(goesOn, "cd")))), ooxml.Limits{CellBytes: 4}, ooxml.Limits{CellBytes: 5}, "Limits.CellBytes"},
		{"ResultBytes", body(strings.Repeat(p(t("a")), 100)), ooxml.Limits{ResultBytes: 100}, ooxml.Limits{ResultBytes: 20000}, "上限 100（Limits.ResultBytes）"},
	} {
		tt.Run(c.field, func(tt *testing.T) {
			d, err := readBytes(c.file, c.low)
			wantKind(tt, d, err, model.FaultLimit, c.says)
			if _, err := readBytes(c.file, c.high); err != nil {
				tt.Errorf("%v with %+v", err, c.high)
			}
		})
	}
}

// TestNamespaceLimit: the bound on prefixes in force is named too.
func TestNamespaceLimit(tt *testing.T) {
	var b strings.Builder
	for i := range 257 {
		b.WriteString(` xmlns:p` + string(rune('a'+i%26)) + string(rune('a'+i/26)) + `="u"`)
	}
	d, err := readMain([]byte(`<w:document `+wordNS+b.String()+`/>`), ooxml.Limits{})
	wantKind(tt, d, err, model.FaultLimit, "256")
}

func utf16LE(s string) string {
	b := []byte{0xff, 0xfe}
	for _, c := range s {
		b = binary.LittleEndian.AppendUint16(b, uint16(c))
	}
	return string(b)
}

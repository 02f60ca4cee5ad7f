package xlsx

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestAsides: threads of comments by their own words, once; pictures in tables
// and the words of shapes.
func TestAsides(t *testing.T) {
	const base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	d, err := readBook(markup(t, map[string]string{
		"xl/worksheets/one.xml": `<worksheet><sheetData><row><c t="str"><v>甲</v></c><c t="str"><v>乙</v></c></row></sheetData><drawing xmlns:r="` + base + `" r:id="d"/></worksheet>`,
		"xl/worksheets/_rels/one.xml.rels": `<Relationships><Relationship Id="a" Type="` + base + `/comments" Target="../comments1.xml"/>` +
			`<Relationship Id="b" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/t1.xml"/>` +
			`<Relationship Id="d" Type="` + base + `/drawing" Target="../drawings/d1.xml"/></Relationships>`,
		"xl/comments1.xml":           `<comments><authors><author>tc={1}</author><author>李四</author></authors><commentList><comment ref="A1" authorId="0"><text><t>[线程批注] 请核对</t></text></comment><comment ref="B1" authorId="1"><text><r><t>已</t></r><r><t>核</t></r></text></comment></commentList></comments>`,
		"xl/threadedComments/t1.xml": `<ThreadedComments><threadedComment ref="A1" id="{1}"><text>请核对</text></threadedComment></ThreadedComments>`,
		"xl/drawings/d1.xml": `<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>0</xdr:row></xdr:from><xdr:to><xdr:col>5</xdr:col><xdr:row>9</xdr:row></xdr:to><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="图片 1" descr="公章"/></xdr:nvPicPr></xdr:pic></xdr:twoCellAnchor>` +
			`<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>4</xdr:row></xdr:from><xdr:sp><xdr:txBody><a:p><a:r><a:t>单位：</a:t></a:r><a:r><a:t>万元</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:oneCellAnchor></xdr:wsDr>`,
	}))
	want := strings.Join([]string{"表!: 表", "表!A1:B1", "  甲|乙",
		"aside x1 表!A1 table 1 r1,c1: 请核对", "aside x1 表!B1 table 1 r1,c2: 已核", "object x1 表!B1 table 1 r1,c2: 公章", "aside x1 表!A5: 单位： 万元"}, "\n") + "\n"
	if err != nil || dump(d) != want {
		t.Errorf("%v, got\n%swant\n%s", err, dump(d), want)
	}
}

// TestPicture notes a picture that excelize puts into a cell.
func TestPicture(t *testing.T) {
	var drawn bytes.Buffer
	if err := png.Encode(&drawn, image.NewGray(image.Rect(0, 0, 2, 2))); err != nil {
		t.Fatal(err)
	}
	b := book{t, excelize.NewFile()}
	b.rows("Sheet1", "B2", "名称|甲")
	b.must(b.AddPictureFromBytes("Sheet1", "C2", &excelize.Picture{Extension: ".png", File: drawn.Bytes(), Format: &excelize.GraphicOptions{AltText: "签章"}}))
	d, err := readBook(b.bytes())
	if want := "Sheet1!B2:C2\n  名称|甲\nobject x1 Sheet1!C2 table 1 r1,c2: 签章\n"; err != nil || dump(d) != want {
		t.Errorf("%v, got\n%swant\n%s", err, dump(d), want)
	}
}

// TestMargins takes the codes out of headers.
func TestMargins(t *testing.T) {
	for text, want := range map[string]string{
		`&L&"宋体,常规"&12单位：万元&R第&P页 共&N页`: "单位：万元", `&C&A&D`: "", `A&&B`: "A&B", `&C一
二&R三`: "一|二|三", `&`: "", `&"broken`: "broken",
	} {
		if got := strings.Join(marginLines(text), "|"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

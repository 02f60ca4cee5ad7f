package word

import (
	"context"
	"io"
	"strconv"
	"strings"

	"jxmb/model"
	"jxmb/parser/ooxml"
	"jxmb/render/view"
)

// Return writes a document of its own with the findings of d as a table, for a
// submission that comments cannot be written into: place, finding and what to do,
// in the order of the places. It tells how many it lists, as [Annotate] does. The output depends on nothing but the input.
func Return(ctx context.Context, w io.Writer, d *model.Document, o Options) (map[model.Severity]int, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r := &returned{lang: o.Lang}
	r.heading(d)
	rows := 0
	told := toldOf(d.Findings, o.Least)
	first := told.oneByOne()
	for i := range d.Findings {
		f := &d.Findings[i]
		if !first(f.Severity) {
			continue
		}
		if rows == 0 {
			r.header()
		}
		rows++
		r.row(rows, f)
	}
	if rows > 0 {
		r.b.WriteString("</w:tbl>")
	}
	if rest := unmarked(d, o); rest != "" {
		r.paragraph(o.Lang.Say("以下问题没有逐条列出：", "Not listed one by one: ")+rest, "")
	}
	return told, r.write(w)
}

// returned is the document being written.
type returned struct {
	lang model.Lang
	b    strings.Builder
}

// widths are those of the columns in twips: number, severity and code, place,
// message, hint, on a page of A4 across.
var widths = [...]int{800, 1400, 2800, 5000, 4300}

// fills are the colours of rows by severity, those of highlights in annotated
// documents.
var fills = map[model.Severity]string{model.Error: "FFC7CE", model.Warning: "FFEB9C", model.Info: "FFFFFF"}

func (r *returned) heading(d *model.Document) {
	l := r.lang
	title := l.Say("审核问题", "Findings of the review")
	if d.Source.Name != "" {
		title += l.Say("：", ": ") + d.Source.Name
	}
	r.paragraph(title, `<w:b/><w:sz w:val="32"/>`)
	r.paragraph(view.FindingCounts(l, d.Findings)+l.Say("。", ". ")+view.WhatToDo(l, d.Findings, l.Say("错误必须改正；警告请核对后改正或说明。请在原文件上修改后重新报送。",
		"Errors have to be corrected; check warnings, then correct or explain them. Correct the original file and send it again.")), "")
}

// header begins the table, its first row repeated on each page.
func (r *returned) header() {
	r.b.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>`)
	for _, side := range [...]string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		r.b.WriteString(`<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
	}
	r.b.WriteString(`</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, width := range widths {
		r.b.WriteString(`<w:gridCol w:w="` + strconv.Itoa(width) + `"/>`)
	}
	r.b.WriteString(`</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>`)
	l := r.lang
	for i, head := range [...]string{l.Say("序号", "No."), l.Say("级别、代码", "Severity, code"), l.Say("位置", "Place"), l.Say("问题", "Finding"), l.Say("建议", "Hint")} {
		r.cell(i, "D9D9D9", `<w:b/>`, head)
	}
	r.b.WriteString(`</w:tr>`)
}

func (r *returned) row(n int, f *model.Finding) {
	where := []string{f.Origin.Place(r.lang)}
	if f.Subject != "" {
		where = append([]string{f.Subject}, where...)
	}
	r.b.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
	r.cell(0, "", "", strconv.Itoa(n))
	r.cell(1, fills[f.Severity], "", view.SeverityLabel(r.lang, f.Severity)+" "+f.Code)
	r.cell(2, "", "", where...)
	r.cell(3, "", "", f.Message)
	r.cell(4, "", "", f.Hint)
	r.b.WriteString(`</w:tr>`)
}

// cell writes a cell of column i, a paragraph a line.
func (r *returned) cell(i int, fill, look string, lines ...string) {
	r.b.WriteString(`<w:tc><w:tcPr><w:tcW w:w="` + strconv.Itoa(widths[i]) + `" w:type="dxa"/>`)
	if fill != "" {
		r.b.WriteString(`<w:shd w:val="clear" w:color="auto" w:fill="` + fill + `"/>`)
	}
	r.b.WriteString(`</w:tcPr>`)
	for _, line := range lines {
		r.paragraph(line, look)
	}
	r.b.WriteString(`</w:tc>`)
}

func (r *returned) paragraph(text, look string) {
	r.b.WriteString(`<w:p><w:r><w:rPr><w:rFonts w:hint="eastAsia"/>` + look + `</w:rPr><w:t xml:space="preserve">` + escaped(text) + `</w:t></w:r></w:p>`)
}

const wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

// write writes the package.
func (r *returned) write(w io.Writer) error {
	const page = `<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`
	text := func(s string) [][]byte { return [][]byte{[]byte(s)} }
	return ooxml.WriteNew(w, []ooxml.Change{
		{Part: contentTypesPart, Text: text(xmlDeclaration + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`)},
		{Part: "_rels/.rels", Text: text(xmlDeclaration + `<Relationships xmlns="` + relationshipsNamespace + `">` +
			`<Relationship Id="rId1" Type="` + officeTransitional + `/officeDocument" Target="word/document.xml"/></Relationships>`)},
		{Part: ooxml.UsualMain, Text: text(xmlDeclaration + `<w:document xmlns:w="` + wordNamespace + `"><w:body>` + r.b.String() + page + `</w:body></w:document>`)},
	})
}

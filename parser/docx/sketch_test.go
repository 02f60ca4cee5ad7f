package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"jxmb/parser/block"
	"jxmb/parser/ooxml"
	"strings"
	"testing"
)

const (
	wordNS   = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	strictNS = `xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"`
	moreNS   = ` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
		` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"` +
		` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"` +
		` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:own="urn:example:own"`
)

// document is a main part with this body.
func document(body string) string {
	return `<w:document ` + wordNS + moreNS + `><w:body>` + body + `</w:body></w:document>`
}

// part is a member of a test container.
type part struct{ name, content string }

// pack makes a container of a main part and others.
func pack(tb testing.TB, main string, others ...part) []byte {
	tb.Helper()
	return archive(tb, append([]part{
		{"_rels/.rels", relations("officeDocument", "word/document.xml")},
		{"word/document.xml", main},
		{"word/_rels/document.xml.rels", relations("styles", "styles.xml", "numbering", "numbering.xml")},
	}, others...)...)
}

func archive(tb testing.TB, parts ...part) []byte {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write([]byte(p.content)); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func relations(kindsAndTargets ...string) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i := 0; i < len(kindsAndTargets); i += 2 {
		fmt.Fprintf(&b, `<Relationship Id="r%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`,
			i, kindsAndTargets[i], kindsAndTargets[i+1])
	}
	return b.String() + `</Relationships>`
}

func readBytes(file []byte, limits ooxml.Limits) (*block.Document, error) {
	return Read(context.Background(), bytes.NewReader(file), int64(len(file)), Options{Limits: limits})
}

// sketch writes a document in a compact form, a line each: paragraphs as their
// number in braces and text, tables as rows×columns and their cells as
// "row,column[ rows×columns] text", notes as "! kind".
func sketch(d *block.Document) string {
	var b strings.Builder
	for _, block := range d.Blocks {
		if block.Table != nil {
			sketchTable(&b, block.Table, "")
			continue
		}
		p := block.Paragraph
		if p.Number != "" {
			fmt.Fprintf(&b, "{%s}", p.Number)
		}
		b.WriteString(quoteBreaks(p.Text))
		if p.TOC {
			b.WriteString(" [toc]")
		}
		if p.Break {
			b.WriteString(" [break]")
		}
		b.WriteByte('\n')
	}
	for _, m := range d.Bookmarks {
		fmt.Fprintf(&b, "@%s %d-%d", m.Name, m.Start.Block, m.End.Block)
		if m.ColFirst >= 0 {
			fmt.Fprintf(&b, " columns %d-%d", m.ColFirst, m.ColLast)
		}
		if !m.Closed {
			b.WriteString(" open")
		}
		b.WriteByte('\n')
	}
	for _, n := range d.Notes {
		fmt.Fprintf(&b, "! %s", n.Kind)
		if n.Table > 0 {
			fmt.Fprintf(&b, " %d.%d.%d", n.Table, n.Row, n.Column)
		}
		if n.Count > 1 {
			fmt.Fprintf(&b, " ×%d", n.Count)
		}
		if n.Text != "" {
			fmt.Fprintf(&b, " %s", quoteBreaks(n.Text))
		}
		b.WriteByte('\n')
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func sketchTable(b *strings.Builder, t *block.Table, indent string) {
	fmt.Fprintf(b, "%sT%d %d×%d", indent, t.Index, t.Rows, t.Cols)
	if t.Head > 0 {
		fmt.Fprintf(b, " head %d", t.Head)
	}
	b.WriteByte('\n')
	for i := range t.Cells {
		c := &t.Cells[i]
		fmt.Fprintf(b, "%s%d,%d", indent, c.Row, c.Column)
		if c.RowSpan > 1 || c.ColSpan > 1 {
			fmt.Fprintf(b, " %d×%d", c.RowSpan, c.ColSpan)
		}
		fmt.Fprintf(b, " %s\n", quoteBreaks(c.Text))
		for _, n := range c.Nested {
			sketchTable(b, n, indent+"  ")
		}
	}
}

func quoteBreaks(s string) string {
	return strings.NewReplacer("\n", "⏎", "\t", "⇥").Replace(s)
}

// wellFormed checks what every Document promises.
func wellFormed(tb testing.TB, d *block.Document, size int) {
	tb.Helper()
	for _, t := range allTables(d) {
		if len(t.Slots) != t.Rows*t.Cols {
			tb.Fatalf("table %d: %d slots for %d×%d", t.Index, len(t.Slots), t.Rows, t.Cols)
		}
		for i, s := range t.Slots {
			if s < -1 || int(s) >= len(t.Cells) {
				tb.Fatalf("table %d: slot %d holds %d of %d cells", t.Index, i, s, len(t.Cells))
			}
		}
		for i := range t.Cells {
			c := &t.Cells[i]
			if c.RowSpan < 1 || c.ColSpan < 1 || c.Row+c.RowSpan-1 > t.Rows || t.At(c.Row, c.Column) != c {
				tb.Fatalf("table %d: cell %+v is not where it says", t.Index, c)
			}
			at := 0
			for _, r := range c.Runs {
				if r.Offset < at || r.Offset > len(c.Text) || r.Start < 0 || r.End < r.Start || r.End > size {
					tb.Fatalf("table %d: run %+v in text of %d bytes, part of %d", t.Index, r, len(c.Text), size)
				}
				at = r.Offset
			}
			if c.Text != strings.ToValidUTF8(c.Text, "?") {
				tb.Fatalf("table %d: text %q is not UTF-8", t.Index, c.Text)
			}
		}
	}
	for _, m := range d.Bookmarks {
		if m.Start.Block < 0 || m.Start.Block > len(d.Blocks) || m.End.Block < m.Start.Block || m.End.Block > len(d.Blocks) {
			tb.Fatalf("bookmark %+v among %d blocks", m, len(d.Blocks))
		}
	}
}

package docx

import (
	"strings"
	"testing"

	"jxmb/parser/ooxml"
)

// TestStyledLook: what formatting does to text, from the defaults of the document
// through table, paragraph and character styles to the run (§17.7.2), and what is
// switched on an even number of times (§17.7.3).
func TestStyledLook(tt *testing.T) {
	named := func(kind, id, more, rPr string) string {
		return `<w:style w:type="` + kind + `" w:styleId="` + id + `"` + more + `><w:name w:val="` + id + `"/><w:rPr>` + rPr + `</w:rPr></w:style>`
	}
	defaults := func(rPr string) string {
		return `<w:docDefaults><w:rPrDefault><w:rPr>` + rPr + `</w:rPr></w:rPrDefault></w:docDefaults>`
	}
	run := func(rPr, text string) string { return r(`<w:rPr>` + rPr + `</w:rPr><w:t>` + text + `</w:t>`) }
	in := func(id, runs string) string { return p(`<w:pPr><w:pStyle w:val="` + id + `"/></w:pPr>` + runs) }
	table := func(style string, rows ...string) string {
		all := `<w:tbl><w:tblPr>` + style + `</w:tblPr>`
		for _, row := range rows {
			all += row
		}
		return all + `</w:tbl>`
	}
	styledTable := `<w:tblStyle w:val="T"/><w:tblLook w:val="0020"/>`
	const strike, vanish = `<w:strike/>`, `<w:vanish/>`
	for _, c := range []struct{ name, styles, body, want string }{
		{"defaults", defaults(strike), p(t("80") + run(`<w:strike w:val="0"/>`, "90")), "90\n! struck 80"},
		{"defaults hold whatever styles switch", defaults(vanish) + named("paragraph", "P", "", vanish), in("P", t("80")), "\n! hidden 80"},
		{"usual style of paragraphs", named("paragraph", "N", ` w:default="1"`, vanish), p(t("80") + run(`<w:vanish w:val="0"/>`, "90")), "90\n! hidden 80"},
		{"a style without an identifier is no one's", `<w:style><w:rPr>` + vanish + `</w:rPr></w:style>` + named("paragraph", "P", "", ""), in("P", t("90")) + p(t("80")), "90\n80"},
		{"a style instead of the usual one", named("paragraph", "N", ` w:default="1"`, vanish) + named("paragraph", "P", "", ""), in("P", t("90")), "90"},
		{"paragraph and character style: twice is not", named("paragraph", "P", "", strike) + named("character", "C", "", strike), in("P", t("80")+run(`<w:rStyle w:val="C"/>`, "90")), "90\n! struck 80"},
		{"character style that says no", named("paragraph", "P", "", strike) + named("character", "C", "", `<w:strike w:val="0"/>`), in("P", run(`<w:rStyle w:val="C"/>`, "80")+t("80")), "\n! struck ×2 80"},
		{"double strike is no switch", named("paragraph", "P", "", `<w:dstrike/>`) + named("character", "C", "", `<w:dstrike/>`), in("P", run(`<w:rStyle w:val="C"/>`, "80")), "\n! struck 80"},
		{"table style", named("table", "T", "", strike), table(styledTable, tr(tc("", "80"))) + p(t("后")), "T1 1×1\n1,1 \n后\n! struck 1.1.1 80"},
		{"table and paragraph style: twice is not", named("table", "T", "", strike) + named("paragraph", "P", "", strike), table(styledTable, tr(`<w:tc>`+in("P", t("90"))+`</w:tc>`)), "T1 1×1\n1,1 90"},
		{"usual style of tables", named("table", "T", ` w:default="1"`, vanish), table("", tr(tc("", "80"))), "T1 1×1\n1,1 \n! hidden 1.1.1 80"},
		{"a table in a table has its own style", named("table", "T", "", strike), table(styledTable, tr(`<w:tc>`+tbl(tr(tc("", "内")))+p(t("80"))+`</w:tc>`)), "T1 1×1\n1,1 内⏎\n  T2 1×1\n  1,1 内\n! struck 1.1.1 80"},
		{"first row of a table style", `<w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="firstRow"><w:rPr>` + strike + `</w:rPr></w:tblStylePr></w:style>`,
			table(styledTable, tr(tc("", "头")), tr(tc("", "体"))), "T1 2×1\n1,1 \n2,1 体\n! struck 1.1.1 头"},
		{"first row that the table does not want", `<w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="firstRow"><w:rPr>` + strike + `</w:rPr></w:tblStylePr></w:style>`,
			table(`<w:tblStyle w:val="T"/><w:tblLook w:val="0020" w:firstRow="0"/>`, tr(tc("", "头"))), "T1 1×1\n1,1 头"},
		{"last row of a table style is left to a person", `<w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="lastRow"><w:rPr>` + strike + `</w:rPr></w:tblStylePr></w:style>`,
			table(styledTable, tr(tc("", "体"))), "T1 1×1\n1,1 体\n! struck 1.0.0 T lastRow"},
		{"scripts of a style", named("character", "C", "", `<w:vertAlign w:val="superscript"/>`), p(t("10") + run(`<w:rStyle w:val="C"/>`, "4") + t("亩")), "10⁴亩"},
	} {
		tt.Run(c.name, func(tt *testing.T) {
			file := pack(tt, document(c.body), part{"word/styles.xml", `<w:styles ` + wordNS + `>` + c.styles + `</w:styles>`})
			d, err := readBytes(file, ooxml.Limits{})
			if err != nil {
				tt.Fatal(err)
			}
			if got := sketch(d); got != c.want {
				tt.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestUnseen: text that is there and shows nothing on paper is dropped like
// hidden text; where what is behind it cannot be told it is kept.
func TestUnseen(tt *testing.T) {
	run := func(rPr, text string) string { return r(`<w:rPr>` + rPr + `</w:rPr><w:t>` + text + `</w:t>`) }
	const white = `<w:color w:val="FFFFFF"/>`
	for _, c := range []struct{ name, body, want string }{
		{"white", p(t("≥") + run(white, "1") + t("95%")), "≥95%\n! hidden 1"},
		{"nearly white", p(run(`<w:color w:val="FEFEFE"/>`, "1")), "\n! hidden 1"},
		{"grey", p(run(`<w:color w:val="BFBFBF"/>`, "1")), "1"},
		{"white on black", p(run(white+`<w:shd w:val="clear" w:color="auto" w:fill="000000"/>`, "1")), "1"},
		{"black on black", p(run(`<w:color w:val="000000"/><w:shd w:val="solid" w:color="auto" w:fill="auto"/>`, "1")), "\n! hidden 1"},
		{"white, highlighted", p(run(white+`<w:highlight w:val="blue"/>`, "1")), "1"},
		{"white on a pattern", p(run(white+`<w:shd w:val="pct20" w:color="auto" w:fill="FFFFFF"/>`, "1")), "1"},
		{"white in a dark paragraph", p(`<w:pPr><w:shd w:val="clear" w:fill="1F4E79"/></w:pPr>` + run(white, "1")), "1"},
		{"white in a dark cell", tbl(tr(`<w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr>`+p(run(white, "1"))+`</w:tc>`, `<w:tc>`+p(run(white, "2"))+`</w:tc>`)), "T1 1×2\n1,1 1\n1,2 \n! hidden 1.1.2 2"},
		{"of the colour of its cell", tbl(tr(`<w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr>` + p(run(`<w:color w:val="1F4E79"/>`, "1")) + `</w:tc>`)), "T1 1×1\n1,1 \n! hidden 1.1.1 1"},
		{"white in a dark table", `<w:tbl><w:tblPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tblPr>` + tr(`<w:tc>`+p(run(white, "1"))+`</w:tc>`) + `</w:tbl>` + p(run(white, "2")), "T1 1×1\n1,1 1\n\n! hidden 2"},
		{"white in a shape", p(r(`<w:pict><w:txbxContent>` + p(run(white, "1")) + `</w:txbxContent></w:pict>`)), "1"},
		{"a dot", p(t("9") + run(`<w:sz w:val="2"/>`, "1") + run(`<w:sz w:val="10"/>`, "2")), "92\n! hidden 1"},
		{"no fill", p(t("9") + run(`<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:noFill/></w14:textFill>`, "1") + run(`<w14:textOutline xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:noFill/></w14:textOutline>`, "2")), "92\n! hidden 1"},
		{"no width", p(t("9") + run(`<w:w w:val="1"/>`, "1") + run(`<w:w w:val="50"/>`, "2")), "92\n! hidden 1"},
		{"white blanks", p(t("a") + run(white, " ") + t("b")), "a b"},
		{"a row too low for a line", tbl(tr(tc("", "a")) + `<w:tr><w:trPr><w:trHeight w:val="10" w:hRule="exact"/></w:trPr>` + tc("", "b") + `</w:tr>` + `<w:tr><w:trPr><w:trHeight w:val="10" w:hRule="atLeast"/></w:trPr>` + tc("", "c") + `</w:tr>`), "T1 3×1\n1,1 a\n2,1 \n3,1 c\n! hidden 1.2.1 b"},
	} {
		tt.Run(c.name, func(tt *testing.T) { compareMain(tt, document(c.body), c.want) })
	}
}

// TestNumberLook: a number looks as the mark of its paragraph and its level say.
func TestNumberLook(tt *testing.T) {
	listed := func(mark string) string {
		return p(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>` + mark + `</w:rPr></w:pPr>` + t("a"))
	}
	for _, c := range []struct{ name, level, body, want string }{
		{"hidden by its level", `<w:vanish/>`, listed(""), "a\n! hidden 1."},
		{"struck by its level", `<w:strike/>`, listed(""), "a\n! struck 1."},
		{"struck with its mark", "", listed(`<w:strike/>`) + listed(""), "a\n{2.}a\n! struck 1."},
		{"its level says more than its mark", `<w:strike w:val="0"/>`, listed(`<w:strike/>`), "{1.}a"},
		{"a hidden mark is not counted", "", listed(`<w:vanish/>`) + listed(""), "{1.}aa"},
		{"a separator of styles is", "", listed(`<w:vanish/><w:specVanish/>`) + listed(""), "{1.}aa"},
	} {
		tt.Run(c.name, func(tt *testing.T) {
			file := pack(tt, document(c.body), part{"word/numbering.xml", `<w:numbering ` + wordNS + `><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:rPr>` + c.level + `</w:rPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`})
			d, err := readBytes(file, ooxml.Limits{})
			if err != nil {
				tt.Fatal(err)
			}
			if got := sketch(d); got != c.want {
				tt.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestNumberApart: an automatic number and the digits behind it are no number
// together, unless Word shows nothing between them (w:suff, §17.9.28).
func TestNumberApart(tt *testing.T) {
	for _, c := range []struct{ name, level, text, want string }{
		{"digits", `<w:lvlText w:val="%1."/>`, "95%", "1.⇥95%"},
		{"a point", `<w:lvlText w:val="%1"/>`, ".5", "1⇥.5"},
		{"a sign", `<w:lvlText w:val="%1."/>`, "≥95%", "1.≥95%"},
		{"words", `<w:lvlText w:val="%1."/>`, "完成", "1.完成"},
		{"a number in brackets", `<w:lvlText w:val="（%1）"/>`, "95%", "（1）95%"},
		{"no digits in the number", `<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/>`, "95%", "一、95%"},
		{"nothing between", `<w:suff w:val="nothing"/><w:lvlText w:val="%1."/>`, "95%", "1.95%"},
		{"a pattern of Word's own", `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/>`, "a", "001a"},
	} {
		tt.Run(c.name, func(tt *testing.T) {
			body := tbl(tr(`<w:tc>` + p(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>`+t(c.text)) + p(t("9")) + `</w:tc>`))
			file := pack(tt, document(body), part{"word/numbering.xml", `<w:numbering ` + wordNS + `><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>` + c.level + `</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`})
			d, err := readBytes(file, ooxml.Limits{})
			if err != nil {
				tt.Fatal(err)
			}
			if got := sketch(d); got != "T1 1×1\n1,1 "+c.want+"⏎9" {
				tt.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// TestSheetsAlike: the styles of the document before serve for the same part alone,
// and within the same limits.
func TestSheetsAlike(tt *testing.T) {
	styled := func(rPr string) []byte {
		deep := strings.Repeat("<w:x>", 30) + strings.Repeat("</w:x>", 30)
		return pack(tt, document(p(t("80"))), part{"word/styles.xml", `<w:styles ` + wordNS + `><w:docDefaults><w:rPrDefault><w:rPr>` + rPr + deep + `</w:rPr></w:rPrDefault></w:docDefaults></w:styles>`})
	}
	for range 2 {
		for rPr, want := range map[string]string{`<w:strike/>`: "\n! struck 80", `<w:vanish/>`: "\n! hidden 80"} {
			file := styled(rPr)
			for range 2 {
				if d, err := readBytes(file, ooxml.Limits{}); err != nil || sketch(d) != want {
					tt.Errorf("%s: %v", rPr, err)
				}
			}
			if _, err := readBytes(file, ooxml.Limits{Depth: 20}); err == nil {
				tt.Errorf("%s: nested too deeply, and read", rPr)
			}
		}
	}
}

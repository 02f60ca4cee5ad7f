package docx

import (
	"fmt"
	"jxmb/parser/msword"
	"jxmb/parser/ooxml"
	"strings"
	"testing"
)

// lvl is a w:lvl.
func lvl(i int, format, text string, more ...string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/>%s</w:lvl>`, i, format, text, strings.Join(more, ""))
}

func abstractNum(id int, inner ...string) string {
	return fmt.Sprintf(`<w:abstractNum w:abstractNumId="%d">%s</w:abstractNum>`, id, strings.Join(inner, ""))
}

func num(id, abstract int, inner ...string) string {
	return fmt.Sprintf(`<w:num w:numId="%d"><w:abstractNumId w:val="%d"/>%s</w:num>`, id, abstract, strings.Join(inner, ""))
}

// li is a paragraph of a list.
func li(numID, level int, text string) string {
	return p(fmt.Sprintf(`<w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr></w:pPr>`, level, numID) + t(text))
}

func styled(style, text string) string {
	return p(`<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + t(text))
}

// TestNumbering: automatic numbers (ISO/IEC 29500-1 §17.9).
func TestNumbering(tt *testing.T) {
	two := abstractNum(0, lvl(0, "decimal", "%1."), lvl(1, "decimal", "%1.%2"))
	for _, c := range []struct{ name, numbering, styles, body, want string }{
		{"levels", two + num(1, 0), "", li(1, 0, "a") + li(1, 1, "b") + li(1, 1, "c") + li(1, 0, "d") + li(1, 1, "e"), "{1.}a\n{1.1}b\n{1.2}c\n{2.}d\n{2.1}e"},
		{"in cells the number is text", two + num(1, 0), "", tbl(tr(`<w:tc>` + li(1, 0, "a") + li(1, 0, "b") + `</w:tc>`)), "T1 1×1\n1,1 1.a⏎2.b"},
		{"two lists of one definition count on", two + num(1, 0) + num(2, 0), "", li(1, 0, "a") + li(2, 0, "b"), "{1.}a\n{2.}b"},
		{"startOverride once", two + num(1, 0) + num(2, 0, `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>`), "", li(1, 0, "a") + li(2, 0, "b") + li(2, 0, "c"), "{1.}a\n{1.}b\n{2.}c"},
		{"level override", two + num(1, 0, `<w:lvlOverride w:ilvl="0">`+lvl(0, "upperLetter", "%1)")+`</w:lvlOverride>`), "", li(1, 0, "a"), "{A)}a"},
		{"start", abstractNum(0, `<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>`) + num(1, 0), "", li(1, 0, "a") + li(1, 0, "b"), "{3.}a\n{4.}b"},
		{"lvlRestart 0", abstractNum(0, lvl(0, "decimal", "%1"), lvl(1, "decimal", "%2", `<w:lvlRestart w:val="0"/>`)) + num(1, 0), "", li(1, 0, "a") + li(1, 1, "b") + li(1, 0, "c") + li(1, 1, "d"), "{1}a\n{1}b\n{2}c\n{2}d"},
		{"isLgl", abstractNum(0, lvl(0, "chineseCounting", "%1、"), lvl(1, "decimal", "%1.%2", `<w:isLgl/>`)) + num(1, 0), "", li(1, 0, "a") + li(1, 1, "b"), "{一、}a\n{1.1}b"},
		{"upper level not met", two + num(1, 0), "", li(1, 1, "a"), "{1.1}a"},
		{"upper level not met counts", two + num(1, 0), "", li(1, 1, "a") + li(1, 1, "b") + li(1, 0, "c") + li(1, 1, "d"), "{1.1}a\n{1.2}b\n{2.}c\n{2.1}d"},
		{"in a cell that a merge hides", two + num(1, 0), "", tbl(tr(`<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>`+li(1, 0, "a")+`</w:tc>`), tr(`<w:tc><w:tcPr><w:vMerge/></w:tcPr>`+li(1, 0, "")+`</w:tc>`), tr(`<w:tc>`+li(1, 0, "b")+`</w:tc>`)), "T1 3×1\n1,1 2×1 1.a\n3,1 3.b"},
		{"numId 0", two + num(1, 0), `<w:style w:styleId="s"><w:name w:val="x"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`, p(`<w:pPr><w:pStyle w:val="s"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>`+t("a")) + styled("s", "b"), "a\n{1.}b"},
		{"through a style based on another", two + num(1, 0), `<w:style w:styleId="b"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="s"><w:basedOn w:val="b"/></w:style>`, styled("s", "a"), "{1.}a"},
		{"level tied to a style", abstractNum(0, lvl(0, "decimal", "%1."), lvl(1, "decimal", "%1.%2", `<w:pStyle w:val="s"/>`)) + num(1, 0), `<w:style w:styleId="s"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`, styled("s", "a"), "{1.1}a"},
		{"numStyleLink", abstractNum(0, `<w:numStyleLink w:val="L"/>`) + abstractNum(1, `<w:styleLink w:val="L"/>`, lvl(0, "decimal", "%1.")) + num(1, 0), "", li(1, 0, "a"), "{1.}a"},
		{"numStyleLink in a circle", abstractNum(0, `<w:numStyleLink w:val="L"/>`, `<w:styleLink w:val="M"/>`) + abstractNum(1, `<w:styleLink w:val="L"/>`, `<w:numStyleLink w:val="M"/>`) + num(1, 0), "", li(1, 0, "a"), "a"},
		{"bullet", abstractNum(0, lvl(0, "bullet", "\uf0b7")) + num(1, 0), "", li(1, 0, "a"), "a"},
		{"bullet that compares", abstractNum(0, lvl(0, "bullet", "≥"), lvl(1, "bullet", "\uf0b3"), lvl(2, "bullet", "－")) + num(1, 0), "", tbl(tr(`<w:tc>` + li(1, 0, "90%") + li(1, 1, "80%") + li(1, 2, "70%") + `</w:tc>`)), "T1 1×1\n1,1 ≥90%⏎≥80%⏎70%"},
		{"bullet that is ticked", abstractNum(0, lvl(0, "bullet", "☑"), lvl(1, "bullet", "□")) + num(1, 0), "", li(1, 0, "是") + li(1, 1, "否"), "{☑}是\n否"},
		{"bullet of words", abstractNum(0, lvl(0, "bullet", "不低于"), lvl(1, "bullet", "口")) + num(1, 0), "", li(1, 0, "90%") + li(1, 1, "a"), "{不低于}90%\na"},
		{"none", abstractNum(0, lvl(0, "none", "%1附")) + num(1, 0), "", li(1, 0, "a"), "{附}a"},
		{"unknown list", two, "", li(5, 0, "a"), "a"},
		{"deleted paragraphs do not count", two + num(1, 0), "", p(`<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del>`) + li(1, 0, "a"), "{1.}a\n! tracked ×2 x"},
		{"toc style by name", "", `<w:style w:styleId="11"><w:name w:val="toc 1"/></w:style>`, styled("11", "一、目标"), "一、目标 [toc]"},
		{"hidden by character style", "", `<w:style w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>`, p(r(`<w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>x</w:t>`) + r(`<w:rPr><w:rStyle w:val="h"/><w:vanish w:val="0"/></w:rPr><w:t>a</w:t>`)), "a\n! hidden x"},
		{"hidden by paragraph style", "", `<w:style w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>`, styled("h", "x") + p(t("a")), "\na\n! hidden x"},
		{"styles based in a circle", "", `<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>`, styled("a", "x"), "x"},
	} {
		tt.Run(c.name, func(tt *testing.T) {
			file := pack(tt, document(c.body), part{"word/numbering.xml", `<w:numbering ` + wordNS + `>` + c.numbering + `</w:numbering>`},
				part{"word/styles.xml", `<w:styles ` + wordNS + `>` + c.styles + `</w:styles>`})
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

// TestNumeral: ST_NumberFormat (§17.18.59).
func TestNumeral(tt *testing.T) {
	for _, c := range []struct {
		format string
		n      int
		want   string
	}{
		{"decimal", 12, "12"}, {"decimalZero", 7, "07"}, {"decimalZero", 12, "12"}, {"decimalFullWidth", 12, "１２"},
		{"chineseCounting", 1, "一"}, {"chineseCounting", 10, "十"}, {"chineseCounting", 11, "十一"}, {"chineseCounting", 20, "二十"}, {"chineseCounting", 21, "二十一"},
		{"chineseCountingThousand", 10, "十"}, {"chineseCountingThousand", 18, "十八"}, {"chineseCountingThousand", 100, "一百"}, {"chineseCountingThousand", 105, "一百零五"},
		{"chineseCountingThousand", 110, "一百一十"}, {"chineseCountingThousand", 115, "一百一十五"}, {"chineseCountingThousand", 1001, "一千零一"}, {"chineseCountingThousand", 1010, "一千零一十"},
		{"chineseCountingThousand", 10000, "一万"}, {"chineseCountingThousand", 10010, "一万零一十"}, {"chineseCountingThousand", 0, "0"},
		{"japaneseCounting", 15, "十五"}, {"japaneseCounting", 111, "百十一"}, {"japaneseCounting", 205, "二百五"},
		{"ideographDigital", 10, "一〇"}, {"ideographTraditional", 3, "丙"}, {"ideographTraditional", 11, "11"}, {"ideographZodiac", 12, "亥"},
		{"chineseLegalSimplified", 12, "壹拾贰"}, {"decimalEnclosedCircle", 1, "①"}, {"decimalEnclosedCircle", 20, "⑳"}, {"decimalEnclosedCircle", 21, "21"},
		{"decimalEnclosedParen", 2, "⑵"}, {"decimalEnclosedFullstop", 3, "⒊"}, {"ideographEnclosedCircle", 2, "㊁"}, {"numberInDash", 4, "- 4 -"},
		{"lowerLetter", 1, "a"}, {"lowerLetter", 27, "aa"}, {"upperLetter", 26, "Z"}, {"lowerRoman", 4, "iv"}, {"upperRoman", 1999, "MCMXCIX"}, {"upperRoman", 4000, "4000"},
		{"none", 5, ""}, {"ordinalText", 5, "5"}, {"lowerLetter", -1, "-1"}, {"decimalFullWidth", -1, "-１"},
	} {
		if got := msword.Numeral(c.format, c.n); got != c.want {
			tt.Errorf("%s %d is %q, want %q", c.format, c.n, got, c.want)
		}
	}
}

// TestSymbols: the table is read and every sign of it is text.
func TestSymbols(tt *testing.T) {
	if n := len(msword.Symbols()); n < 90 {
		tt.Errorf("%d symbols", n)
	}
	for code, text := range msword.Symbols() {
		if text != "&" && !ooxml.Clean([]byte(text)) {
			tt.Errorf("%v stands for %q", code, text)
		}
	}
}

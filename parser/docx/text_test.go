package docx

import (
	"jxmb/parser/block"
	"jxmb/parser/ooxml"
	"strings"
	"testing"
)

func p(inner string) string { return `<w:p>` + inner + `</w:p>` }
func r(inner string) string { return `<w:r>` + inner + `</w:r>` }
func t(text string) string  { return r(`<w:t>` + text + `</w:t>`) }

func fld(kind string) string   { return r(`<w:fldChar w:fldCharType="` + kind + `"/>`) }
func instr(text string) string { return r(`<w:instrText>` + text + `</w:instrText>`) }

// calc is a field without a stored result.
func calc(code string) string { return fld("begin") + instr(" "+code+" ") + fld("end") }

// TestText: the text of paragraphs, by the clauses of ISO/IEC 29500-1.
func TestText(tt *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"t §17.3.3.31", p(t("≥3次")), "≥3次"},
		{"runs split in mid-word", p(t("≥") + `<w:proofErr w:type="spellStart"/>` + t("3") + t("次")), "≥3次"},
		{"tab, br, cr", p(r(`<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:ptab w:alignment="left"/>`)), "a⇥b⏎c⏎d⇥"},
		{"tab stops in pPr are no text", p(`<w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>` + t("a")), "a"},
		{"page break", p(r(`<w:br w:type="page"/><w:t>a</w:t>`)), "a [break]"},
		{"lastRenderedPageBreak", p(r(`<w:lastRenderedPageBreak/><w:t>a</w:t>`)), "a [break]"},
		{"column break", p(r(`<w:t>a</w:t><w:br w:type="column"/><w:t>b</w:t>`)), "ab"},
		{"noBreakHyphen §17.3.3.18", p(r(`<w:t>80%</w:t><w:noBreakHyphen/><w:t>90%</w:t>`)), "80%-90%"},
		{"softHyphen", p(r(`<w:t>a</w:t><w:softHyphen/><w:t>b</w:t>`)), "ab"},
		{"sym Symbol", p(r(`<w:sym w:font="Symbol" w:char="F0B3"/><w:t>3</w:t>`)), "≥3"},
		{"sym without F000", p(r(`<w:sym w:font="Symbol" w:char="00A3"/>`)), "≤"},
		{"text of a symbol font", p(r(`<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr><w:t>a&#xB3;</w:t>`) + t("90%")), "≥α≥90%"},
		{"text that lost its symbol font", p(r("<w:t></w:t>")), "≥☑"},
		{"text of an unknown glyph", p(r(`<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>2</w:t>`)), "\n! unknown_encoding ×2 Wingdings F031"},
		{"a glyph of the writer's own", p(t("")), "\n! unknown_encoding E123"},
		{"a symbol font does not reach Han text", p(r(`<w:rPr><w:rFonts w:ascii="Symbol" w:eastAsia="宋体"/></w:rPr><w:t>绩效，％</w:t>`)), "绩效，％"},
		{"symEx", p(r(`<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Symbol" w16se:char="2265"/></mc:Choice><mc:Fallback><w:t>x</w:t></mc:Fallback></mc:AlternateContent>`) + t("90")), "≥90"},
		{"raised and small", p(t("10") + r(`<w:rPr><w:position w:val="7"/><w:sz w:val="14"/></w:rPr><w:t>4</w:t>`) + t("亩CO") + r(`<w:rPr><w:position w:val="-6"/><w:sz w:val="14"/></w:rPr><w:t>2</w:t>`)), "10⁴亩CO₂"},
		{"raised in full size", p(t("第") + r(`<w:rPr><w:position w:val="6"/><w:sz w:val="21"/></w:rPr><w:t>4</w:t>`) + t("项")), "第4项"},
		{"superscript", p(t("10") + r(`<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>4-n</w:t>`) + t("亩CO") + r(`<w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>２</w:t>`)), "10⁴⁻ⁿ亩CO₂"},
		{"struck out", p(t("≥") + r(`<w:rPr><w:strike/></w:rPr><w:t>80</w:t>`) + r(`<w:rPr><w:dstrike/></w:rPr><w:t>85</w:t>`) + r(`<w:rPr><w:strike w:val="0"/></w:rPr><w:t>90</w:t>`)), "≥90\n! struck ×2 80"},
		{"sym check boxes", p(r(`<w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>否</w:t><w:sym w:font="Wingdings 2" w:char="F052"/>`)), "☑是□否☑"},
		{"sym unknown", p(r(`<w:sym w:font="Webdings" w:char="F021"/>`)), "\uf021\n! unknown_encoding Webdings F021"},
		{"sym of a Unicode font", p(r(`<w:sym w:font="宋体" w:char="2265"/>`)), "≥"},
		{"sym of a font of which nothing is known", p(r(`<w:sym w:font="Own" w:char="F0B3"/>`)), "\uf0b3\n! unknown_encoding Own F0B3"},
		{"text of a font of which nothing is known", p(r("<w:rPr><w:rFonts w:ascii=\"Own\"/></w:rPr><w:t>\uf0b3</w:t>") + t("9")), "\uf0b39\n! unknown_encoding F0B3"},
		{"text that lost its symbol font under one for text", p(r("<w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:eastAsia=\"宋体\"/></w:rPr><w:t>\uf0b3</w:t>")), "≥"},
		{"a part of a master document §17.17.2", `<w:subDoc/>` + p(t("a")), "a\n! alt_chunk w:subDoc"},
		{"what is no text", p(r(`<w:object/>`) + r(`<w:contentPart/>`) + r(`<w:object><w:control w:name="TextBox1"/></w:object>`) + r(`<w:pict><v:shape alt="图"><v:imagedata/></v:shape></w:pict>`)), "\n! object ×4 ink"},
		{"from right to left §17.3.2.3", p(t("≥") + `<w:bdo w:val="rtl">` + t("59") + `</w:bdo><w:bdo w:val="ltr">` + t("%") + `</w:bdo>`), "≥\u202e59\u202c%\n! invalid_text U+202E"},
		{"sym no number", p(r(`<w:sym w:font="宋体" w:char="zz"/>`)), "\n! unknown_encoding zz"},
		{"hyperlink, smartTag, customXml, sdt", p(`<w:hyperlink w:anchor="x">` + t("a") + `</w:hyperlink><w:smartTag w:element="date">` + t("b") + `</w:smartTag><w:customXml>` + t("c") + `</w:customXml><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtEndPr/><w:sdtContent>` + t("d") + `</w:sdtContent></w:sdt>`), "abcd"},
		{"formula §22.1", p(`<m:oMath><m:r><m:t>≥</m:t></m:r></m:oMath>` + t("3")), "≥3"},
		{"ruby §17.3.3.24", p(r(`<w:ruby><w:rubyPr/><w:rt>` + t("zhěng") + `</w:rt><w:rubyBase>` + t("政") + `</w:rubyBase></w:ruby>`)), "政\n! hidden zhěng"},
		{"footnote and comment marks", p(t("a") + r(`<w:footnoteReference w:id="2"/>`) + r(`<w:endnoteReference w:id="2"/>`) + `<w:commentRangeStart w:id="0"/>` + t("b") + `<w:commentRangeEnd w:id="0"/>` + r(`<w:commentReference w:id="0"/>`)), "ab"},
		{"entities", p(t("&lt;&amp;&gt;&quot;&apos;&#8805;&#x2264;")), `<&>"'≥≤`},
		{"CDATA", p(r("<w:t>a<![CDATA[<b>&amp;]]>c</w:t>")), "a<b>&amp;c"},
		{"comment and instruction inside text", p(r("<w:t>a<!-- <w:t>x</w:t> -->b<?pi c?>d</w:t>")), "abd"},
		{"line ends in markup are spaces", p(t("a\r\nb\nc\rd")), "a b c d"},
		{"what Word computes as it shows it", p(r(`<w:yearLong/>`) + t("年底") + r(`<w:pgNum/>`)), "年底\n! field ×2 yearLong"},
		{"empty t", p(r(`<w:t/><w:t></w:t>`)), ""},
		{"text outside w:t", p("stray" + r("stray") + t("a")), "a\n! hidden ×2 stray"},
		{"invalid bytes", p(t("a\xffb\x00c&#1;d")), "a\ufffdb\ufffdc\ufffdd\n! invalid_text a\ufffdb\ufffdc\ufffdd"},
		{"noncharacter U+FFFE", p(t("a\xef\xbf\xbeb")), "a\ufffdb\n! invalid_text a\ufffdb"},
		{"> in an attribute", p(`<w:r w:rsid="a>b"><w:t>c</w:t></w:r>`), "c"},
		{"ins and del §17.13.5", p(`<w:ins w:id="1">` + t("新") + `</w:ins><w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del>`), "新\n! tracked ×2 旧"},
		{"moveFrom and moveTo", p(`<w:moveFrom w:id="1">`+t("旧处")+`</w:moveFrom>`) + p(`<w:moveTo w:id="2">`+t("新处")+`</w:moveTo>`), "\n新处\n! tracked 旧处\n! tracked"},
		{"deleted paragraph goes", p(`<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del>`) + p(t("a")), "a\n! tracked ×2 旧"},
		{"rPrChange holds old properties", p(r(`<w:rPr><w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t>`)), "a"},
		{"vanish §17.3.2.41", p(r(`<w:rPr><w:vanish/></w:rPr><w:t>内部</w:t>`) + t("a")), "a\n! hidden 内部"},
		{"vanish off", p(r(`<w:rPr><w:vanish w:val="0"/></w:rPr><w:t>a</w:t>`) + r(`<w:rPr><w:vanish w:val="false"/></w:rPr><w:t>b</w:t>`)), "ab"},
		{"a sign with a line of its own is what it looks like", p(r(`<w:rPr><w:u w:val="single"/></w:rPr><w:t>&gt;</w:t>`)+t("90次")) + p(t("90")+r(`<w:rPr><w:u w:val="single"/></w:rPr><w:t>＜ </w:t>`)), "≥90次\n90≤"},
		{"a symbol with a line of its own", p(r(`<w:rPr><w:u w:val="single"/></w:rPr><w:sym w:font="Symbol" w:char="F03E"/>`) + t("90次")), "≥90次"},
		{"a line that goes on is one of a form", p(r(`<w:rPr><w:u w:val="single"/></w:rPr><w:t>&gt;</w:t>`)+r(`<w:rPr><w:u w:val="single"/></w:rPr><w:t>90次</w:t>`)) + p(r(`<w:rPr><w:u w:val="single"/></w:rPr><w:t>&gt;90次</w:t>`)) + p(r(`<w:rPr><w:u w:val="none"/></w:rPr><w:t>&gt;</w:t>`)+t("90次")), ">90次\n>90次\n>90次"},
		{"a note's own mark §17.11.14", p(t("≥90") + r(`<w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t>`) + t("次") + r(`<w:footnoteReference w:customMarkFollows="0" w:id="2"/><w:t>b</w:t>`)), "≥90次b\n! hidden 1"},
		{"a deleted or hidden mark joins", p(`<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>`+t("a")) + p(`<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>`+t("b")) + p(t("c")) + p(t("d")), "abc\nd\n! tracked"},
		{"a deleted mark joins no table", p(`<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>`+t("a")) + `<w:tbl><w:tr><w:tc>` + p(`<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>`+t("b")) + p(t("c")) + `</w:tc></w:tr></w:tbl>` + p(t("d")), "a\nT1 1×1\n1,1 bc\nd"},
		{"vanish of the mark hides no text", p(`<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>` + t("a")), "a"},
	} {
		tt.Run(c.name, func(tt *testing.T) { compareMain(tt, document(c.body), c.want) })
	}
}

// TestField: results stay, instructions go (§17.16).
func TestField(tt *testing.T) {
	checkBox := func(state string) string {
		return r(`<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>`+state+`</w:checkBox></w:ffData></w:fldChar>`) + instr("FORMCHECKBOX") + fld("separate") + fld("end")
	}
	for _, c := range []struct{ name, body, want string }{
		{"complex", p(fld("begin") + instr(" =SUM(B2) ") + fld("separate") + t("404") + fld("end") + t("万元")), "404万元"},
		{"what a bookmark is set to", p(fld("begin") + instr(` SET a "50" `) + fld("separate") + t("50") + fld("end") + fld("begin") + instr(` ask b "?" `) + fld("separate") + t("60") + fld("end") + t("90")), "90\n! hidden ×2 50"},
		{"without result", p(fld("begin") + instr("PAGE") + fld("end") + t("a")), "a\n! field PAGE"},
		{"nested in the instruction", p(fld("begin") + instr("IF ") + fld("begin") + instr("PAGE") + fld("separate") + t("9") + fld("end") + instr("=1") + fld("separate") + t("a") + fld("end")), "a"},
		{"nested in the result", p(fld("begin") + instr("HYPERLINK") + fld("separate") + t("a") + fld("begin") + instr("PAGE") + fld("separate") + t("9") + fld("end") + fld("end")), "a9"},
		{"over paragraphs", p(fld("begin")+instr("REF x")+fld("separate")+t("a")) + p(t("b")+fld("end")+t("c")), "a\nbc"},
		{"never separated", p(fld("begin")+instr("REF x")+t("code")) + p(t("b")), "code\nb\n! field REF xcode"},
		{"field without a result: SYMBOL", p(calc(`SYMBOL 179 \f "Symbol" \s 10`) + t("90%")), "≥90%"},
		{"field without a result: SYMBOL of a box", p(calc(`SYMBOL 0xFE \f Wingdings`)), "☑"},
		{"field without a result: QUOTE", p(calc(`QUOTE "90 %" \* MERGEFORMAT`)), "90 %"},
		{"field without a result: MACROBUTTON", p(calc(`MACROBUTTON NoMacro ≥90 %`)), "≥90 %"},
		{"equation: fraction", p(t("≥") + calc(`EQ \F(1,2)`)), "≥1/2"},
		{"equation: fraction of sums", p(calc(`eq \f(a+b,c)`)), "(a+b)/c"},
		{"equation: phonetic guide", p(t("安保") + calc(`EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(wéi),维)`) + t("稳")), "安保维稳"},
		{"equation: number in a circle", p(calc(`EQ \o\ac(○,3)`)), "③"},
		{"equation: mark in a box", p(calc(`EQ \o \ac(□,√)`) + calc(`EQ \o\ac(□, )`)), "☑□"},
		{"equation: a sign over a line", p(calc(`EQ \o(＞,－)`) + calc(`EQ \o(_,&lt;)`) + calc(`EQ \o(=,/)`) + calc(`EQ \o(a,-)`) + calc(`EQ \x\bo(&gt;)`) + calc(`EQ \x(&gt;)`)), "≥≤≠a-≥>"},
		{"equation: scripts", p(t("10") + calc(`EQ \s\up5(4)`) + t("CO") + calc(`EQ \s\do2(2)`)), "10⁴CO₂"},
		{"equation: root", p(calc(`EQ \r(3,x+1)`)), "∛(x+1)"},
		{"equation: brackets", p(calc(`EQ \b\bc\[(1)`)), "[1]"},
		{"equation without its end", p(calc(`EQ \f(1,\s(`)), "1/"},
		{"field without a result: any other", p(calc(`REF total \h`) + t("元")), "元\n! field REF total \\h"},
		{"field that shows nothing", p(calc(`XE "词"`) + calc(``)), ""},
		{"field with an empty result", p(fld("begin") + instr(`REF x`) + fld("separate") + fld("end")), ""},
		{"field in a field's instruction", p(fld("begin") + instr(`QUOTE `) + fld("begin") + instr(`REF x`) + fld("separate") + t("90") + fld("end") + fld("end")), "90"},
		{"field without an end", p(fld("begin")+t("≥90次")) + p(t("后")), "≥90次\n后\n! field ≥90次"},
		{"simple field without a result", p(`<w:fldSimple w:instr="SYMBOL 179 \f Symbol"/>` + t("90")), "≥90"},
		{"simple field without a result: any other", p(`<w:fldSimple w:instr="REF x"/>`), "\n! field REF x"},
		{"simple field with a result", p(`<w:fldSimple w:instr="REF x">` + t("9") + `</w:fldSimple>`), "9"},
		{"a result that is a message", tbl(tr(`<w:tc>` + p(fld("begin")+instr(`REF x`)+fld("separate")+t("错误!")+t("未找到引用源。")+fld("end")) + `</w:tc>`)), "T1 1×1\n1,1 错误!未找到引用源。\n! field 1.1.1 REF x"},
		{"a message beside the tables", p(fld("begin") + instr(`REF x`) + fld("separate") + t("错误!未定义书签。") + fld("end")), "错误!未定义书签。"},
		{"the day on which it is opened", tbl(tr(`<w:tc>` + p(`<w:fldSimple w:instr="DATE \@ yyyy">`+t("2022")+`</w:fldSimple>`) + `</w:tc>`)), "T1 1×1\n1,1 2022\n! field 1.1.1 DATE \\@ yyyy"},
		{"a result out of date", tbl(tr(`<w:tc>` + p(r(`<w:fldChar w:fldCharType="begin" w:dirty="true"/>`)+instr(`REF x`)+fld("separate")+t("90")+fld("end")) + `</w:tc>`)), "T1 1×1\n1,1 90\n! field 1.1.1 REF x"},
		{"end without begin", p(fld("separate") + fld("end") + t("a")), "a"},
		{"simple", p(`<w:fldSimple w:instr="DATE">` + t("2022年") + `</w:fldSimple>`), "2022年"},
		{"check box §17.16.7", p(checkBox(`<w:checked/>`) + t("是") + checkBox("") + t("否") + checkBox(`<w:checked w:val="0"/><w:default/>`)), "☑是□否□"},
		{"drop-down list without a choice", p(r(`<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="7"/><w:default w:val="1"/><w:listEntry w:val="优"/><w:listEntry w:val="良"/></w:ddList></w:ffData></w:fldChar>`) + fld("end")), "良"},
		{"drop-down list with bytes that are no text", p(r("<w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:listEntry w:val=\"优\v\xb8&lt;\"/></w:ddList></w:ffData></w:fldChar>") + fld("end")), "优\ufffd\ufffd<"},
		{"drop-down list §17.16.9", p(r(`<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="优"/><w:listEntry w:val="良"/></w:ddList></w:ffData></w:fldChar>`) + instr("FORMDROPDOWN") + fld("end")), "良"},
		{"table of contents §17.16.5.68", p(fld("begin")+instr(` TOC \o "1-3" `)+fld("separate")+t("一、目标")) + p(t("二、措施")) + p(fld("end")) + p(t("一、目标")), "一、目标 [toc]\n二、措施 [toc]\n\n一、目标"},
		{"field TOC ends in the heading after it", p(fld("begin")+instr(`TOC`)+fld("separate")+t("一、目标")) + p(fld("end")+t("一、目标")), "一、目标 [toc]\n一、目标"},
		{"entry of a table of contents", p(`<w:hyperlink w:anchor="_Toc1">` + t("一、目标") + r(`<w:tab/>`) + fld("begin") + instr(`PAGEREF _Toc1 \h`) + fld("separate") + t("3") + fld("end") + `</w:hyperlink>`), "一、目标⇥3 [toc]"},
		{"content control with a table of contents", `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>` + p(`<w:pPr/>`+t("目录")) + `</w:sdtContent></w:sdt>` + p(`<w:pPr/>`+t("一、")), "目录 [toc]\n一、"},
	} {
		tt.Run(c.name, func(tt *testing.T) { compareMain(tt, document(c.body), c.want) })
	}
}

// TestAlternative: one branch of mc:AlternateContent (ISO/IEC 29500-3 §9.3),
// text boxes behind their paragraph.
func TestAlternative(tt *testing.T) {
	box := func(inner string) string { return `<w:txbxContent>` + inner + `</w:txbxContent>` }
	choice := func(requires, a, b string) string {
		return `<mc:AlternateContent><mc:Choice Requires="` + requires + `">` + a + `</mc:Choice><mc:Fallback>` + b + `</mc:Fallback></mc:AlternateContent>`
	}
	one := `<w:tbl><w:tr><w:tc>` + p(t("格")) + `</w:tc></w:tr></w:tbl>`
	for _, c := range []struct{ name, body, want string }{
		{"choice", p(r(choice("wps", `<w:t>a</w:t>`, `<w:t>b</w:t>`))), "a"},
		{"not understood", p(r(choice("own", `<w:t>a</w:t>`, `<w:t>b</w:t>`))), "b"},
		{"unbound", p(r(choice("zzz", `<w:t>a</w:t>`, `<w:t>b</w:t>`))), "b"},
		{"around runs", p(choice("wps", t("a"), t("b")) + t("c")), "ac"},
		{"around blocks", choice("wps", p(t("a")), p(t("b"))) + p(t("c")), "a\nc"},
		{"nested", p(choice("own", t("x"), choice("wps", t("a"), t("b"))) + choice("wps", t("c"), t("d"))), "ac"},
		{"text box once", p(t("甲") + r(choice("wps", `<w:drawing>`+box(p(t("框")))+`</w:drawing>`, `<w:pict><v:textbox>`+box(p(t("框")))+`</v:textbox></w:pict>`)) + t("乙")), "甲乙⏎框"},
		{"text box in a paragraph of its own", p(r(`<w:pict>` + box(p(t("1"))+p(t("2"))) + `</w:pict>`)), "1⏎2"},
		{"empty text box", p(t("a") + r(`<w:pict><w:txbxContent/></w:pict>`) + t("b")), "ab"},
		{"text box in a text box", p(t("a") + r(`<w:pict>`+box(p(t("b")+r(`<w:pict>`+box(p(t("c")))+`</w:pict>`)+t("d")))+`</w:pict>`) + t("e")), "ae⏎bd⏎c"},
		{"table in a text box of the body", p(t("a")+r(`<w:pict>`+box(one+p(""))+`</w:pict>`)) + p(t("b")), "a\nT1 1×1\n1,1 格\nb"},
		{"table in a text box of a cell", `<w:tbl><w:tr><w:tc>` + p(t("a")+r(`<w:pict>`+box(one+p(t("c")))+`</w:pict>`)+t("b")) + `</w:tc></w:tr></w:tbl>`, "T1 1×1\n1,1 ab⏎格⏎c\n  T2 1×1\n  1,1 格"},
		{"hidden text box", p(t("a") + r(`<w:rPr><w:vanish/></w:rPr><w:pict>`+box(p(t("b")))+`</w:pict>`) + r(`<w:pict>`+box(p(t("c")))+`</w:pict>`)), "a⏎c\n! hidden b"},
		{"text outside paragraphs", "甲" + tbl("乙"+tr("丙"+tc("", "a"))) + r(`<w:t>丁</w:t>`) + "\n" + `<![CDATA[戊]]>`, "T1 1×1\n1,1 a\n! hidden 甲\n! hidden 1.0.0 乙\n! hidden 1.1.0 丙\n! hidden ×2 丁"},
		{"numbers of drawings are no text", p(r(`<w:drawing><own:posOffset>123</own:posOffset></w:drawing><w:t>a</w:t>`)), "a"},
		{"a choice without a fallback is read", p(r(`<mc:AlternateContent><mc:Choice Requires="own"><w:t>a</w:t></mc:Choice></mc:AlternateContent>`)), "a"},
		{"the second choice", p(r(`<mc:AlternateContent><mc:Choice Requires="own"><w:t>a</w:t></mc:Choice><mc:Choice Requires="wps"><w:t>b</w:t></mc:Choice><mc:Fallback><w:t>c</w:t></mc:Fallback></mc:AlternateContent>`)), "b"},
		{"a choice that shows what is not read", p(r(choice("wps", `<own:ink/><w:t>a</w:t>`, `<w:t>b</w:t>`))), "b"},
		{"formatting of others is nothing shown", p(r(choice("wps", `<w:rPr><own:glow/></w:rPr><w:t>a</w:t>`, `<w:t>b</w:t>`))), "a"},
		{"alternatives in alternatives", p(r(strings.Repeat(`<mc:AlternateContent><mc:Choice Requires="own"><w:t>x</w:t></mc:Choice><mc:Choice Requires="wps">`, 40) + `<w:t>a</w:t>` + strings.Repeat(`</mc:Choice></mc:AlternateContent>`, 40))), "a"},
		{"picture", tbl(tr(`<w:tc>` + p(r(`<w:drawing><own:inline><own:docPr id="1" name="图片 1" descr="盖章"/><own:graphic><own:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"/></own:graphic></own:inline></w:drawing>`)) + `</w:tc>`)), "T1 1×1\n1,1 \n! object 1.1.1 盖章"},
		{"embedded sheet", p(r(`<w:object><v:shape><v:imagedata/></v:shape><own:OLEObject ProgID="Excel.Sheet.12"/></w:object>`)), "\n! object Excel.Sheet.12"},
		{"a line is no picture", p(r(`<w:pict><v:rect/></w:pict>`)), ""},
		{"a shape without text is none", p(r(`<w:drawing><own:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"/></w:drawing>`)), ""},
		{"WordArt", p(r(`<w:pict><v:shape><v:textpath string="样表"/></v:shape></w:pict>`)), "\n! object 样表"},
		{"altChunk", `<w:altChunk/>` + p(t("a")), "a\n! alt_chunk"},
	} {
		tt.Run(c.name, func(tt *testing.T) { compareMain(tt, document(c.body), c.want) })
	}
}

// TestNamespace: names count by namespace, not by prefix.
func TestNamespace(tt *testing.T) {
	main := "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	for _, c := range []struct{ name, xml, want string }{
		{"strict", `<w:document ` + strictNS + `><w:body>` + p(t("a")) + `</w:body></w:document>`, "a"},
		{"other prefix", `<x:document xmlns:x="` + main + `"><x:body><x:p><x:r><x:t>a</x:t><x:br x:type="page"/></x:r></x:p></x:body></x:document>`, "a [break]"},
		{"default", `<document xmlns="` + main + `"><body><p><r><t>a</t></r></p></body></document>`, "a"},
		{"two prefixes", `<w:document ` + wordNS + ` xmlns:x="` + main + `"><w:body><x:p><w:r><x:t>a</x:t></w:r></x:p></w:body></w:document>`, "a"},
		{"bound below the root", `<document xmlns="` + main + `"><body><q:p xmlns:q="` + main + `"><q:r><t>a</t></q:r></q:p></body></document>`, "a"},
		{"rebound to another namespace", document(p(t("a") + `<w:r xmlns:w="urn:other"><w:t>x</w:t></w:r>` + t("b"))), "ab"},
		{"properties under a rebound prefix", document(p(r(`<w:rPr><w:b/></w:rPr><w:t>a</w:t>`) + `<x:r xmlns:x="` + main + `" xmlns:w="urn:other"><w:rPr><w:b/></w:rPr><x:t>b</x:t></x:r>`)), "ab"},
		{"foreign names", document(`<own:p>` + p(t("a")) + `<own:tbl/></own:p>`), "a"},
		{"byte order mark", "\xef\xbb\xbf" + `<?xml version="1.0" encoding="UTF-8"?>` + document(p(t("a"))), "a"},
	} {
		tt.Run(c.name, func(tt *testing.T) { compareMain(tt, c.xml, c.want) })
	}
}

// compareMain reads a main part alone and compares its sketch.
func compareMain(tt *testing.T, xml, want string) {
	tt.Helper()
	d, err := readMain([]byte(xml), ooxml.Limits{})
	if err != nil {
		tt.Fatal(err)
	}
	wellFormed(tt, d, len(xml))
	if got := sketch(d); got != want {
		tt.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// readMain reads a main part without a container.
func readMain(xml []byte, limits ooxml.Limits) (*block.Document, error) {
	limits = limits.WithDefaults()
	src, err := ooxml.Decode(ooxml.UsualMain, xml, limits.PartBytes)
	if err != nil {
		return nil, err
	}
	return new(reader).read(ooxml.UsualMain, src, nil, limits)
}

// TestControl: a content control that shows its placeholder is empty (§17.5.2.39),
// one that is bound shows what it is bound to (§17.5.2.6).
func TestControl(tt *testing.T) {
	sdt := func(props, content string) string {
		return `<w:sdt><w:sdtPr>` + props + `</w:sdtPr><w:sdtContent>` + content + `</w:sdtContent></w:sdt>`
	}
	bound := func(path string) string {
		return `<w:dataBinding w:prefixMappings="xmlns:n='urn:x'" w:xpath="` + path + `" w:storeItemID="{5a1a5b0c-7e0e-4d7e-9f0e-0a0b0c0d0e0f}"/>`
	}
	item := `<?xml version="1.0"?><form xmlns="urn:x"><!-- c --><name>安保</name><name>维 &amp; 稳</name><empty/><unit>2</unit><day>2022-06-30</day><yes>true</yes><no>0</no><deep><a>甲</a><b><![CDATA[乙]]></b></deep></form>`
	for _, c := range []struct{ name, body, want string }{
		{"placeholder", p(t("a") + sdt(`<w:showingPlcHdr/><w:text/>`, t("单击此处输入文字")) + t("b")), "ab"},
		{"placeholder switched off", p(sdt(`<w:showingPlcHdr w:val="0"/>`, t("a"))), "a"},
		{"placeholder around paragraphs", sdt(`<w:showingPlcHdr/>`, p(t("x"))+p(t("y"))) + p(t("a")), "\n\na"},
		{"placeholder that asks for nothing", p(sdt(`<w:showingPlcHdr/>`, t("≥95%"))), "\n! placeholder ≥95%"},
		{"placeholder around a cell", tbl(tr(sdt(`<w:showingPlcHdr/>`, tc("", "点击输入")), tc("", "b"))), "T1 1×2\n1,1 \n1,2 b"},
		{"placeholder around rows", tbl(tr(tc("", "a")) + sdt(`<w:showingPlcHdr/>`, tr(tc("", "b")))), "T1 2×1\n1,1 a\n2,1 b"},
		{"placeholder around a table", sdt(`<w:showingPlcHdr/>`, tbl(tr(tc("", "a")))) + p(t("b")), "T1 1×1\n1,1 a\nb"},
		{"bound", p(t("a") + sdt(bound("/n:form[1]/n:name[1]"), t("x")+t("y")) + t("b")), "a安保b"},
		{"bound to the second", p(sdt(bound("/n:form/n:name[2]/text()"), t("x"))), "维 & 稳"},
		{"bound, and nothing stored", p(t("a") + sdt(bound("/form/name"), "") + t("b")), "a安保b"},
		{"bound, and nothing stored, at the end", p(t("a") + sdt(bound("/form/name"), "")), "a安保"},
		{"bound around a paragraph", sdt(bound("/form/name"), p("")) + p(t("b")), "安保\nb"},
		{"bound in a cell", tbl(tr(sdt(bound("/form/name"), tc("", "x")), tc("", "b"))), "T1 1×2\n1,1 安保\n1,2 b"},
		{"bound to an empty element, with its placeholder", p(sdt(bound("/form/empty")+`<w:showingPlcHdr/>`, t("x"))), ""},
		{"bound, with a placeholder that is out of date", p(sdt(bound("/form/name")+`<w:showingPlcHdr/>`, t("x"))), "安保"},
		{"bound to an element that holds others", p(sdt(bound("/form/deep"), t("x"))), "x"},
		{"bound to nothing that is there", p(sdt(bound("/form/other"), t("x"))), "x"},
		{"bound by more than steps", p(sdt(bound("//name[last()]"), t("x"))), "x"},
		{"bound list", p(sdt(bound("/form/unit")+`<w:dropDownList><w:listItem w:displayText="人" w:value="1"/><w:listItem w:displayText="次" w:value="2"/></w:dropDownList>`, t("x"))), "次"},
		{"bound date that is none", p(sdt(bound("/form/unit")+`<w:date><w:dateFormat w:val="yyyy年M月d日"/></w:date>`, t("2022年1月"))), "2022年1月"},
		{"bound date", p(sdt(bound("/form/day")+`<w:date><w:dateFormat w:val="yyyy年M月d日"/></w:date>`, t("2021年1月1日")) + t("前")), "2022年6月30日前"},
		{"bound date, quoted", p(sdt(bound("/form/day")+`<w:date><w:dateFormat w:val="yy'年'MM-dd"/></w:date>`, t("x"))), "22年06-30"},
		{"bound date in words", p(sdt(bound("/form/day")+`<w:date><w:dateFormat w:val="d MMMM yyyy"/></w:date>`, t("1 June 2021"))), "1 June 2021"},
		{"bound box", p(sdt(bound("/form/yes")+`<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:checked w14:val="0"/><w14:checkedState w14:val="00FE" w14:font="Wingdings"/></w14:checkbox>`, t("☐")) + t("是")), "☑是"},
		{"bound box without signs", p(sdt(bound("/form/no")+`<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"/>`, t("☒")) + t("否")), "☐否"},
		{"bound picture", p(sdt(bound("/form/unit")+`<w:picture/>`, t("图"))), "图"},
	} {
		tt.Run(c.name, func(tt *testing.T) {
			file := archive(tt, part{"_rels/.rels", relations("officeDocument", "word/document.xml")}, part{"word/document.xml", document(c.body)},
				part{"word/_rels/document.xml.rels", relations("customXml", "../customXml/item1.xml")},
				part{"customXml/item1.xml", item}, part{"customXml/_rels/item1.xml.rels", relations("customXmlProps", "itemProps1.xml")},
				part{"customXml/itemProps1.xml", `<ds:datastoreItem ds:itemID="{5A1A5B0C-7E0E-4D7E-9F0E-0A0B0C0D0E0F}" xmlns:ds="u"/>`})
			d, err := readBytes(file, ooxml.Limits{})
			if err != nil {
				tt.Fatal(err)
			}
			wellFormed(tt, d, len(document(c.body)))
			if got := sketch(d); got != c.want {
				tt.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestMath: Office Math (§22.1) as text on one line.
func TestMath(tt *testing.T) {
	m := func(inner string) string { return `<m:oMath>` + inner + `</m:oMath>` }
	x := func(text string) string { return `<m:r><w:rPr/><m:t>` + text + `</m:t></m:r>` }
	e := func(name, inner string) string { return `<m:` + name + `>` + inner + `</m:` + name + `>` }
	for _, c := range []struct{ name, body, want string }{
		{"fraction", t("≥") + m(e("f", e("fPr", `<m:type m:val="bar"/>`)+e("num", x("1"))+e("den", x("2")))) + t("次"), "≥1/2次"},
		{"fraction of sums", m(e("f", e("num", x("a+b"))+e("den", x("2")))), "(a+b)/2"},
		{"power", m(e("sSup", e("e", x("10"))+e("sup", x("4")))) + t("亩"), "10⁴亩"},
		{"power in words", m(e("sSup", e("e", x("10"))+e("sup", x("次")))), "10^(次)"},
		{"subscript", m(e("sSub", e("e", x("CO"))+e("sub", x("2")))), "CO₂"},
		{"root", m(e("rad", e("radPr", `<m:degHide m:val="1"/>`)+e("deg", "")+e("e", x("2")))), "√2"},
		{"cube root", m(e("rad", e("deg", x("3"))+e("e", x("8")))), "∛8"},
		{"brackets", m(e("d", e("dPr", `<m:begChr m:val="["/><m:endChr m:val="]"/>`)+e("e", x("1")))), "[1]"},
		{"sum", m(e("nary", e("naryPr", `<m:chr m:val="∑"/>`)+e("sub", x("1"))+e("sup", x("9"))+e("e", x("x")))), "∑₁⁹x"},
		{"accent", m(e("acc", e("accPr", `<m:chr m:val="̅"/>`)+e("e", x("95")))), "95\u0305"},
		{"bar", m(e("bar", e("barPr", `<m:pos m:val="top"/>`)+e("e", x("95"))) + e("bar", e("e", x("9")))), "95\u03059\u0332"},
		{"one above the other", m(e("f", e("fPr", `<m:type m:val="noBar"/>`)+e("num", x("5"))+e("den", x("2")))), "5¦2"},
		{"what is not arranged", m(e("groupChr", e("groupChrPr", `<m:chr m:val="⏟"/>`)+e("e", x("a")))), "a"},
		{"in a run of its own paragraph", `<m:oMathPara>` + m(x("a")) + `</m:oMathPara>`, "a"},
		{"deleted", m(`<w:del>` + x("a") + `</w:del>` + x("b")), "b\n! tracked a"},
		{"phantom not shown §22.1.2.81", m(e("phant", e("phantPr", `<m:show m:val="0"/>`)+e("e", x("9")))) + t("80"), "80\n! hidden 9"},
		{"phantom shown", m(e("phant", e("phantPr", `<m:show m:val="1"/><m:zeroWid/>`)+e("e", x("9")))), "9"},
		{"crossed out", m(e("borderBox", e("borderBoxPr", `<m:strikeBLTR/>`)+e("e", x("80"))) + x("90")), "90\n! struck 80"},
		{"box", m(e("borderBox", e("borderBoxPr", `<m:hideTop m:val="1"/>`)+e("e", x("80")))), "80"},
		{"struck and hidden runs", m(`<m:r><m:rPr><m:sty m:val="p"/></m:rPr><w:rPr><w:strike/></w:rPr><m:t>70</m:t></m:r><m:r><w:rPr><w:vanish/></w:rPr><m:t>75</m:t></m:r><m:r><w:rPr><w:strike w:val="0"/></w:rPr><m:t>80</m:t></m:r>`), "80\n! struck 70\n! hidden 75"},
	} {
		tt.Run(c.name, func(tt *testing.T) { compareMain(tt, document(p(c.body)), c.want) })
	}
}

// TestAside: footnotes, endnotes and comments of a cell are noted, those beside
// the tables and those that findings were written as are not (§17.11, §17.13.4).
func TestAside(tt *testing.T) {
	body := p(r(`<w:footnoteReference w:id="2"/>`)+t("前")) +
		tbl(tr(`<w:tc>`+p(t("≥90%")+r(`<w:footnoteReference w:id="2"/>`))+`</w:tc>`, `<w:tc>`+p(t("a")+r(`<w:endnoteReference w:id="3"/>`))+`</w:tc>`,
			`<w:tc>`+p(t("b")+r(`<w:commentReference w:id="4"/>`)+r(`<w:commentReference w:id="5"/>`)+r(`<w:footnoteReference w:id="9"/>`))+`</w:tc>`))
	file := archive(tt, part{"_rels/.rels", relations("officeDocument", "word/document.xml")}, part{"word/document.xml", document(body)},
		part{"word/_rels/document.xml.rels", relations("footnotes", "footnotes.xml", "endnotes", "endnotes.xml", "comments", "comments.xml")},
		part{"word/footnotes.xml", `<w:footnotes ` + wordNS + `><w:footnote w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>` + t("不含乡镇，") + `</w:p>` + p(t("含乡镇为95%")) + `</w:footnote></w:footnotes>`},
		part{"word/endnotes.xml", `<w:endnotes ` + wordNS + `><w:endnote w:id="3">` + p(t("尾注")) + `</w:endnote></w:endnotes>`},
		part{"word/comments.xml", `<w:comments ` + wordNS + `><w:comment w:id="4" w:author="审核">` + p(t("偏低")) + `</w:comment><w:comment w:id="5" w:author="jxmb">` + p(t("V001")) + `</w:comment></w:comments>`})
	d, err := readBytes(file, ooxml.Limits{})
	if err != nil {
		tt.Fatal(err)
	}
	want := "前\nT1 1×3\n1,1 ≥90%\n1,2 a\n1,3 b\n! aside 1.1.1 不含乡镇， 含乡镇为95%\n! aside 1.1.2 尾注\n! aside 1.1.3 偏低"
	if got := sketch(d); got != want {
		tt.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestMargins: headers and footers are given line by line, each line once and
// without the numbers of pages (§17.10).
func TestMargins(tt *testing.T) {
	hdr := func(inner string) string { return `<w:hdr ` + wordNS + `>` + inner + `</w:hdr>` }
	file := archive(tt, part{"_rels/.rels", relations("officeDocument", "word/document.xml")}, part{"word/document.xml", document(p(t("a")))},
		part{"word/_rels/document.xml.rels", relations("header", "header1.xml", "header", "header2.xml", "footer", "footer1.xml")},
		part{"word/header1.xml", hdr(tbl(tr(tc("", "甲单位"), tc("", "单位：万元"))) + `<w:p/>`)},
		part{"word/header2.xml", hdr(p(t("单位：万元")))},
		part{"word/footer1.xml", hdr(p(t("第 ") + fld("begin") + instr("PAGE") + fld("separate") + t("1") + fld("end") + t(" 页")))})
	d, err := readBytes(file, ooxml.Limits{})
	if err != nil {
		tt.Fatal(err)
	}
	if got := strings.Join(d.Margins, "|"); got != "甲单位|单位：万元" {
		tt.Errorf("margins %s", got)
	}
	if got := sketch(d); got != "a\n! margin 甲单位 / 单位：万元" {
		tt.Errorf("got %s", got)
	}
}

// TestRunningTitle: a title and the number of the page belong to the pages, not
// to the submission.
func TestRunningTitle(tt *testing.T) {
	hdr := func(inner string) string { return `<w:hdr ` + wordNS + `>` + inner + `</w:hdr>` }
	for title, want := range map[string]string{"部门预算绩效目标": "a", "金额单位：元": "a\n! margin 金额单位：元"} {
		file := archive(tt, part{"_rels/.rels", relations("officeDocument", "word/document.xml")}, part{"word/document.xml", document(p(t("a")))},
			part{"word/_rels/document.xml.rels", relations("header", "header1.xml")},
			part{"word/header1.xml", hdr(p(t(title)) + p(t("第 1 页")))})
		d, err := readBytes(file, ooxml.Limits{})
		if err != nil {
			tt.Fatal(err)
		}
		if got := sketch(d); got != want {
			tt.Errorf("%s: got %s", title, got)
		}
		if len(d.Margins) != 1 {
			tt.Errorf("%s: margins %q", title, d.Margins)
		}
	}
}

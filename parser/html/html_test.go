package html_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	stdhtml "html"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"jxmb/fixtures"
	"jxmb/fixtures/layouts"
	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/docx"
	"jxmb/parser/form"
	"jxmb/parser/html"
)

// grid writes a table as its cells: row,column[+rows x columns]=text.
func grid(t *block.Table) string {
	var out []string
	for _, c := range t.Cells {
		s := fmt.Sprintf("%d,%d", c.Row, c.Column)
		if c.RowSpan > 1 || c.ColSpan > 1 {
			s += fmt.Sprintf("+%dx%d", c.RowSpan, c.ColSpan)
		}
		out = append(out, s+"="+c.Text)
	}
	return strings.Join(out, " ")
}

func TestTables(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{`<table><tr><td>甲<td>乙<tr><td colspan=2>丙</table>`, "1,1=甲 1,2=乙 2,1+1x2=丙"},
		{`<table><tr><td rowspan="2">甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>`, "1,1+2x1=甲 1,2=乙 2,2=丙"},
		{`<table><thead><tr><th>甲</th></tr></thead><tbody><tr><td>乙</td></tr></tbody></table>`, "1,1=甲 2,1=乙"},
		{`<table><tr><td> 一
			行 <br> 二行</td></tr></table>`, "1,1=一 行\n二行"},
		{`<table><tr><td><p>一段</p><p>二段</p></td></tr></table>`, "1,1=一段\n二段"},
		{`<table><tr><td>≥90&#37;&nbsp;</td></tr></table>`, "1,1=≥90%\u00a0"},
		{`<table><tr><td>绩效&shy;指标</td></tr></table>`, "1,1=绩效指标"},
		{`<table><tr><td rowspan=9>甲</td></tr></table>`, "1,1=甲"},
		{`<table><tr><td><script>var x = "<td>";</script>甲</td></tr></table>`, "1,1=甲"},
		{`<table><tr><td><u>&gt;</u>90次，<span style="text-decoration:underline">＜</span>5，<u>&gt;90次</u></td></tr></table>`, "1,1=≥90次，≤5，>90次"},
		{`<table><tr><td>≥10<sup>4</sup>亩，CO<sub>2</sub></td></tr></table>`, "1,1=≥10⁴亩，CO₂"},
		{`<table><tr><td>≥<del>80</del><s>85</s><span style="text-decoration: line-through">86</span>90<td>乙</td></tr></table>`, "1,1=≥90 1,2=乙"},
		{`<table><tr><td>a<div style="display: none">x<div>y</div>z</div>b<p hidden>q<p>c</table>`, "1,1=a\nb\nc"},
		{`<table><tr><td style="display:none">x<td>b<tr><td>c</table>`, "1,1=b 2,1=c"},
		{`<table><tr style="visibility:collapse"><td>x<td>y<tr style="visibility: hidden"><td>z<span style="visibility:visible">a</span><tr><td>b</table>`, "1,1= 1,2= 2,1=a 3,1=b"},
		{`<table><tr><td>a<tbody style="display:none"><tr><td>x<tr><td>y</tbody><tbody><tr><td>b</table>`, "1,1=a 2,1=b"},
		{`<table><tr><td style="display:none"><table><tr><td>x</table>y<td>a</table>`, "1,1=a"},
		{`<div hidden><table><tr><td>x<tr><td>y</table></div>`, "1,1= 2,1="},
		{`<table><tr><td><input value="≥90%"><input type=hidden value=x><input type=checkbox checked>是<input type=radio>否</table>`, "1,1=≥90%☑是□否"},
		{`<table><tr><td><select><option>次<option selected>人</select>数<select><option>甲</option><option>乙</option></select></table>`, "1,1=人数甲"},
		{`<table><tr><td>安<ruby>保<rp>(</rp><rt>bǎo</rt><rp>)</rp></ruby></table>`, "1,1=安保"},
		{`<table><tr><td><font face="Wingdings">þ</font>是<span style='font-family: "Wingdings 2"'>R</span><span style="font-family:Symbol">³<span style="font-family:宋体">9<span>0</span></span>£</span>8</table>`, "1,1=☑是☑≥90≤8"},
		{`<table><tr><td><span style="font-family:Symbol">³<span style="display:none">x<span>y</span></span></span>9<s><b>7<span>6</span></b>5</s>0</table>`, "1,1=≥90"},
		{`<table><tr><td>≥<math><mfrac><mn>1</mn><mrow><mn>2</mn></mrow></mfrac></math>次<td><math><msup><mn>10</mn><mn>4</mn></msup></math>亩<td><math><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup><msqrt><mn>2</mn></msqrt></math>2</table>`, "1,1=≥1/2次 1,2=10⁴亩 1,3=x₁²√22"},
		{`<table><tr><td rowspan=2>a<td>b<tr hidden><td>x<tr><td>c</table>`, "1,1+2x1=a 1,2=b 2,2=c"},
		{`<table><tr><td><datalist><option value=x>y</datalist>a<dialog>x</dialog><dialog open>b</dialog><progress>5</progress><select><option label=c>x</select></table>`, "1,1=abc"},
		{`<table><tr><td>≥10<span style="font-size:8.0pt;position:relative;top:-4.0pt;mso-text-raise:4.0pt">4</span>亩<span style="mso-text-raise:4pt;font-size:14pt">乙</span></table>`, "1,1=≥10⁴亩乙"},
		{`<table><tr><td><div style="font-size:0">x<span style="font-size:14px">a</span></div><span style="opacity:0">x</span><span style="opacity:0.5;font-size:0.8em">b</span></table>`, "1,1=a\nb"},
		{`<table><tr><td><font color=white>x</font>a<span style="color:#FFF">x<b style="color:red">b</b></span><td bgcolor=blue><font color="#ffffff">c</font></table>`, "1,1=ab 1,2=c"},
		{`<style><!-- .gone, b.x { display: none } .up{vertical-align:super} #i{text-decoration:line-through} i{visibility:hidden} --></style><table><tr><td><b class="gone big">5</b>10<span class=up>4</span><s-x id=i>亩</s-x><i>6</i><b class=x>7</b><u class=x>次</u></table>`, "1,1=10⁴次"},
		{`<style>.a{display:none!important} .b{display:none} .b{display:block} p{display:none} .c{display:block} div .d{display:none} @media print{.e{display:none}} .f:hover{display:none}</style><table><tr><td><b class=a style="display:inline">x</b><b class=b>1</b><p class=c>2</p><p>x</p><b class=d>3</b><b class=e>4</b><b class=f>5</b></table>`, "1,1=1\n2\n345"},
		{`<style>th .head{background:navy}</style><table><tr><th><b class=head><font color=white>a</font></b></table>`, "1,1=a"},
		{`<link rel="stylesheet" href="a.css"><table><tr><td><font color=white>a</font></table>`, "1,1=a"},
		{`<table><tr><td colspan=0 rowspan=x>甲</td><td>乙</td></tr></table>`, "1,1=甲 1,2=乙"},
		{`<table><td>没有行</td></table>`, "1,1=没有行"},
		{`<table><tr><td>没有结尾`, "1,1=没有结尾"},
		{`<table><tr><td>外<table><tr><td>内</td></tr></table>后</td></tr></table>`, "1,1=外\n后"},
	} {
		d, err := html.Read(context.Background(), "page.html", []byte(c.page))
		if err != nil {
			t.Errorf("%s: %v", c.page, err)
			continue
		}
		if len(d.Blocks) != 1 || d.Blocks[0].Table == nil {
			t.Errorf("%s: %d blocks", c.page, len(d.Blocks))
			continue
		}
		if got := grid(d.Blocks[0].Table); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.page, got, c.want)
		}
	}
}

// TestNotes: what a page does not show is left out and said.
func TestNotes(t *testing.T) {
	d, err := html.Read(context.Background(), "page.html", []byte(`<table><tr><td>甲<td><s>80</s>90<span style="display:none">密</span><td hidden>隐<tr style="display:none"><td>行</table>`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range d.Notes {
		got = append(got, fmt.Sprintf("%s %d.%d.%d %s", n.Kind, n.Table, n.Row, n.Column, n.Text))
	}
	if want := "struck 1.1.2 80, hidden 1.1.2 密, hidden 1.1.0 隐, hidden 1.1.0 行"; strings.Join(got, ", ") != want {
		t.Errorf("notes %v, want %s", got, want)
	}
}

func TestParagraphs(t *testing.T) {
	page := `<html><head><title>不读</title></head><body><h1>部门 <b>预算</b></h1><div>一<div>二</div>三</div>四<table><caption>单位：<b>万元</b></caption>注<tr><td>表</td></tr></table>五`
	d, err := html.Read(context.Background(), "page.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range d.Blocks {
		if b.Table != nil {
			got = append(got, "[表]")
			continue
		}
		got = append(got, b.Paragraph.Text)
		if p := b.Paragraph; !strings.Contains(page[p.Start:p.End], p.Text[:3]) {
			t.Errorf("%q is not at %d..%d", p.Text, p.Start, p.End)
		}
	}
	if s := strings.Join(got, " / "); s != "部门 预算 / 一 / 二 / 三 / 四 / 单位：万元 / 注 / [表] / 五" {
		t.Error(s)
	}
}

func TestEncodings(t *testing.T) {
	page := `<meta charset="gb18030"><table><tr><td>绩效目标</td></tr></table>`
	encoded, err := simplifiedchinese.GB18030.NewEncoder().String(page)
	if err != nil {
		t.Fatal(err)
	}
	undeclared := strings.TrimPrefix(encoded, `<meta charset="gb18030">`)
	for _, data := range []string{encoded, undeclared, page[len(`<meta charset="gb18030">`):]} {
		d, err := html.Read(context.Background(), "page.html", []byte(data))
		if err != nil || grid(d.Blocks[0].Table) != "1,1=绩效目标" {
			t.Errorf("%q: %v %v", data, d, err)
		}
	}
}

// TestLaidOutPage reads a form on a page that is laid out by a table: title and
// money unit stand inside a cell beside the form.
func TestLaidOutPage(t *testing.T) {
	page := `<table><tr><td><ul><li>首页</li></ul></td><td><div><h1>2023年项目支出绩效目标表</h1><p>填报单位：某局　单位：万元</p><div>
		<table><tr><th>项目名称<td colspan=3>甲<tr><th>预算数<td>3<th>绩效目标<td>办好
		<tr><th>一级指标<th>二级指标<th>三级指标<th>指标值<tr><td>产出指标<td>数量指标<td>次数<td>&ge;3次</table>
		</div></div></td></tr></table><div>版权所有</div>`
	blocks, err := html.Read(context.Background(), "page.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	d, err := form.Read(context.Background(), blocks, form.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := d.Projects[0]
	if p.Title != "2023年项目支出绩效目标表" || p.Name != "甲" || p.Unit.Name != "某局" || p.FiscalYear != 2023 || p.Budget.Total.Yuan != "30000" || len(p.Indicators) != 1 {
		t.Errorf("title %q, name %q, unit %v, year %d, total %v, %d indicators", p.Title, p.Name, p.Unit, p.FiscalYear, p.Budget.Total, len(p.Indicators))
	}
}

func TestLimits(t *testing.T) {
	for _, page := range []string{
		"<table><tr>" + strings.Repeat("<td colspan=1000 rowspan=1000>", 3),
		"<table><tr><td colspan=1000>" + strings.Repeat("<tr>", 2000),
		strings.Repeat("<table><tr><td>", 100),
		strings.Repeat("<table><tr><td colspan=1000 rowspan=1000></table>", 5),
		strings.Repeat("<table><tr><td colspan=1000>"+strings.Repeat("<tr>", 999)+"</table>", 5),
		strings.Repeat("<table><tr><td colspan=1000 rowspan=1000>", 5),
		strings.Repeat(" ", html.MaxBytes+1),
	} {
		_, err := html.Read(context.Background(), "page.html", []byte(page))
		var limit *model.Fault
		if !errors.As(err, &limit) || limit.What.ZH == "" || limit.What.EN == "" {
			t.Errorf("%.40q: error %v", page, err)
		}
	}
}

// TestForms publishes each layout and the reference submission as a web page:
// the data must be that of the Word document.
func TestForms(t *testing.T) {
	docs := map[string][]byte{"reference": fixtures.Reference()}
	for _, l := range layouts.All() {
		docs[l.Name] = l.Data()
	}
	for name, data := range docs {
		t.Run(name, func(t *testing.T) {
			blocks, err := docx.Read(context.Background(), bytes.NewReader(data), int64(len(data)), docx.Options{})
			if err != nil {
				t.Fatal(err)
			}
			page, err := html.Read(context.Background(), name, publish(blocks))
			if err != nil {
				t.Fatal(err)
			}
			want, err := form.Read(context.Background(), blocks, form.Options{})
			if err != nil {
				t.Fatal(err)
			}
			got, err := form.Read(context.Background(), page, form.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if d := layouts.Differ(trimmed(want), trimmed(got)); d != "" {
				t.Error(d)
			}
		})
	}
}

// publish writes blocks as a web page.
func publish(d *block.Document) []byte {
	var b bytes.Buffer
	text := func(s string) string { return strings.ReplaceAll(stdhtml.EscapeString(s), "\n", "<br>") }
	for _, block := range d.Blocks {
		if p := block.Paragraph; p != nil {
			fmt.Fprintf(&b, "<p>%s%s</p>\n", p.Number, text(p.Text))
			continue
		}
		b.WriteString("<table>\n")
		row := 0
		for _, c := range block.Table.Cells {
			for row < c.Row {
				b.WriteString("<tr>")
				row++
			}
			fmt.Fprintf(&b, `<td rowspan="%d" colspan="%d">%s</td>`, c.RowSpan, c.ColSpan, text(c.Text))
		}
		b.WriteString("</table>\n")
	}
	return b.Bytes()
}

// trimmed is what a document says but for outer blanks, which a page does not
// keep.
func trimmed(d *model.Document) string {
	return strings.NewReplacer(` "`, `"`, `" `, `"`).Replace(strings.ReplaceAll(layouts.Said(d), `: " "`, `: ""`))
}

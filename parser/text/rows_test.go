package text_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"jxmb/parser/block"
	"jxmb/parser/form"
	"jxmb/parser/text"
)

// shown writes blocks as lines: a paragraph as it is, a row as its cells, each
// with its width where that is more than one.
func shown(d *block.Document) string {
	var b strings.Builder
	for _, blk := range d.Blocks {
		if p := blk.Paragraph; p != nil {
			b.WriteString(p.Text + "\n")
			continue
		}
		row := 0
		for _, c := range blk.Table.Cells {
			if c.Row > row {
				row = c.Row
				b.WriteString("\n|")
			}
			if c.ColSpan > 1 {
				fmt.Fprintf(&b, "%d:", c.ColSpan)
			}
			b.WriteString(strings.ReplaceAll(c.Text, "\n", "/") + "|")
		}
		b.WriteString("\n")
	}
	return strings.Join(strings.FieldsFunc(b.String(), func(r rune) bool { return r == '\n' }), " ")
}

func TestRows(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"a row a line", "表题\n甲\t乙\n丙\t丁\n\n尾", "表题 |甲|乙| |丙|丁| 尾"},
		{"CR alone ends a line", "甲\t乙\r丙\t丁\r", "|甲|乙| |丙|丁|"},
		{"a short row takes the rest", "甲\t乙\t丙\n丁\t戊\n", "|甲|乙|丙| |丁|2:戊|"},
		{"blank cells stand", "\t甲\t\n乙\t\t丙\n", "||甲|| |乙||丙|"},
		{"Excel quotes a cell with line breaks", "甲\t\"一行\n二行\"\n丙\t丁\n", "|甲|一行/二行| |丙|丁|"},
		{"and doubles the quotes in it", "甲\t\"称\"\"好\"\"\r\n者\"\t乙\n", `|甲|称"好"/者|乙|`},
		{"quotes that are text stay", "\"双减\"\t\"双一流\"建设\n甲\t\"未完\n", `|"双减"|"双一流"建设| |甲|"未完|`},
		{"a line between rows is a row", "甲\t乙\t丙\n基本情况一览\n丁\t戊\t己\n", "|甲|乙|丙| |3:基本情况一览| |丁|戊|己|"},
		{"lines behind the last row are paragraphs", "甲\t乙\n丙\t丁\n注：说明\n填报人", "|甲|乙| |丙|丁| 注：说明 填报人"},
		{"a title between rows ends the table", "甲\t乙\n支出目标表\n（某年）\n丙\t丁\n", "|甲|乙| 支出目标表 （某年） |丙|丁|"},
		{"so does the number of a page", "甲\t乙\n第 2 页 共 3 页\n丙\t丁\n", "|甲|乙| 第 2 页 共 3 页 |丙|丁|"},
		{"Word copies a list as lines", "目标\t1.修路\n2.架桥\n3、通水\n甲\t乙\n", "|目标|1.修路/2.架桥/3、通水| |甲|乙|"},
		{"whose last item has a cell beside it", "目标\t1.修路\n2.架桥\t全年\n甲\t乙\t丙\n", "|目标|1.修路/2.架桥|全年| |甲|乙|丙|"},
		{"numbers of rows are no list", "1\t甲\n2\t乙\n", "|1|甲| |2|乙|"},
		{"a sentence goes on", "目标\t修路，\n架桥。\n通水。\n注：全年。\n甲\t乙\n", "|目标|修路，/架桥。/通水。| |2:注：全年。| |甲|乙|"},
		{"a label stands upright", "甲\t乙\t丙\n产\n出\t数量\t3\n丁\t戊\t己\n", "|甲|乙|丙| |产/出|数量|3| |丁|戊|己|"},
		{"inside a row, too", "甲\t乙\t丙\n\t数\n量\t3\n丁\t戊\t己\n", "|甲|乙|丙| ||数/量|3| |丁|戊|己|"},
		{"one-character answers are no label", "甲\t是\n乙\t否\n丙\t是\n", "|甲|是| |乙|否| |丙|是|"},
		{"a label in two lines", "甲\t乙\t丙\n绩效\n指标\t丁\t戊\n资金\n（万元）\t1\t2\n", "|甲|乙|丙| |绩效/指标|丁|戊| |资金/（万元）|1|2|"},
		{"inside rows, too", "甲\t乙\t丙\t丁\n\t产出\n指标\t数量\n指标\t3\n", "|甲|乙|丙|丁| ||产出/指标|数量/指标|3|"},
		{"a group heads the columns below", "级\t名\t值\t备注\n\t\t去年\t今年\t\n一\t二\t1\t2\t三\n", "|级|名|2:值|备注| |||去年|今年|| |一|二|1|2|三|"},
		{"every line is doubled", "题\n\n甲\t乙\n\n丙\t丁\n\n\n戊\t己\n", "题 |甲|乙| |丙|丁| |戊|己|"},
		{"bookmarks", "[bookmark: a]题[bookmark: _GoBack]一\n甲\t乙\n[bookmark: b]\n丙\t丁\n", "题一 |甲|乙| |丙|丁|"},
	} {
		d, err := text.Read(context.Background(), "a.txt", []byte(c.page))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		} else if got := shown(d); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestPlaces holds the places of a quoted cell to the text.
func TestPlaces(t *testing.T) {
	const page = "甲\t\"一\"\"行\r\n二行\"\t乙"
	d, err := text.Read(context.Background(), "a.txt", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	c := d.Blocks[0].Table.At(1, 2)
	from, to := c.Range(len("一\"行\n"), len(c.Text))
	if page[c.Start:c.End] != "\"一\"\"行\r\n二行\"" || page[from:to] != "二行" {
		t.Errorf("the cell is at %q, its second line at %q", page[c.Start:c.End], page[from:to])
	}
}

// pastedForm is one form as several programs copy it.
var pastedForm = map[string]string{
	"word": "项目支出绩效目标表\n（2024年度）\n项目名称\t河道清淤\n主管部门\t某县水利局\t实施单位\t河道管理所\n项目资金\n（万元）\t年度资金总额\t36\n\t其中：财政拨款\t36\n" +
		"年度\n目标\t1.清淤三公里。\n2.沿岸补种柳树。\n绩效\n指标\t一级指标\t二级指标\t三级指标\t指标值\n\t产\n出\n指\n标\t数量指标\t清淤长度\t≥3公里\n\t\t质量指标\t验收合格率\t100%\n" +
		"\t满意度指标\t服务对象满意度指标\t沿岸居民满意度\t≥90%\n",
	"excel": "项目支出绩效目标表\t\t\t\t\n（2024年度）\t\t\t\t\n项目名称\t河道清淤\t\t\t\n主管部门\t某县水利局\t\t实施单位\t河道管理所\n\"项目资金\n（万元）\"\t年度资金总额\t36\t\t\n\t其中：财政拨款\t36\t\t\n" +
		"年度目标\t\"1.清淤三公里。\n2.沿岸补种柳树。\"\t\t\t\n绩效指标\t一级指标\t二级指标\t三级指标\t指标值\n\t产出指标\t数量指标\t清淤长度\t≥3公里\n\t\t质量指标\t验收合格率\t100%\n" +
		"\t满意度指标\t服务对象满意度指标\t沿岸居民满意度\t≥90%\n",
	"repeated": "项目支出绩效目标表\n（2024年度）\n项目名称\t河道清淤\t河道清淤\t河道清淤\t河道清淤\n主管部门\t某县水利局\t某县水利局\t实施单位\t河道管理所\n项目资金（万元）\t年度资金总额\t36\t36\t36\n项目资金（万元）\t其中：财政拨款\t36\t36\t36\n" +
		"年度目标\t\"1.清淤三公里。\n2.沿岸补种柳树。\"\n绩效指标\t一级指标\t二级指标\t三级指标\t指标值\n绩效指标\t产出指标\t数量指标\t清淤长度\t≥3公里\n绩效指标\t产出指标\t质量指标\t验收合格率\t100%\n" +
		"绩效指标\t满意度指标\t服务对象满意度指标\t沿岸居民满意度\t≥90%\n",
	"mail": "项目支出绩效目标表\n\n（2024年度）\n\n项目名称\t河道清淤\n\n主管部门\t某县水利局\t实施单位\t河道管理所\n\n项目资金（万元）\t年度资金总额\t36\n\n\t其中：财政拨款\t36\n\n" +
		"年度目标\t1.清淤三公里。 2.沿岸补种柳树。\n\n绩效指标\t一级指标\t二级指标\t三级指标\t指标值\n\n\t产出指标\t数量指标\t清淤长度\t≥3公里\n\n\t\t质量指标\t验收合格率\t100%\n\n" +
		"\t满意度指标\t服务对象满意度指标\t沿岸居民满意度\t≥90%\n",
}

// encodings are those that programs save text in.
var encodings = map[string]encoding.Encoding{
	"utf-8": encoding.Nop, "utf-8 with mark": unicode.UTF8BOM, "gb18030": simplifiedchinese.GB18030,
	"utf-16le": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le with mark": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
	"utf-16be": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be with mark": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
}

// TestPastedForm reads the same from each copy in each encoding.
func TestPastedForm(t *testing.T) {
	for name, page := range pastedForm {
		for enc, e := range encodings {
			data, err := e.NewEncoder().String(page)
			if err != nil {
				t.Fatal(err)
			}
			blocks, err := text.Read(context.Background(), "a.txt", []byte(data))
			if err != nil {
				t.Errorf("%s in %s: %v", name, enc, err)
				continue
			}
			d, err := form.Read(context.Background(), blocks, form.Options{})
			if err != nil || len(d.Projects) != 1 || len(d.Projects[0].Indicators) != 3 {
				t.Errorf("%s in %s: %v, %d projects", name, enc, err, len(d.Projects))
				continue
			}
			p := d.Projects[0]
			first, second := p.Indicators[0], p.Indicators[1]
			got := fmt.Sprint(p.Name, p.Unit.Name, p.FiscalYear, p.Budget.Total.Yuan, p.Budget.Fiscal.Yuan, len(p.Goals), strings.Join(strings.Fields(first.Level1), ""), first.Level2, first.Level3, first.Target.Number, second.Target.Number)
			if want := "河道清淤某县水利局2024 360000 360000 2 产出指标数量指标清淤长度3 100"; strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(want, " ", "") || strings.Join(strings.Fields(second.Level1), "") != "产出指标" {
				t.Errorf("%s in %s: %s, second %q", name, enc, got, second.Level1)
			}
		}
	}
}

// TestLinear reads texts that once took time or memory by the square of their
// length: eight times the text may take some eight times the time, not 64.
func TestLinear(t *testing.T) {
	const short, long = 12_500, 100_000
	for name, pageOf := range map[string]func(n int) string{
		"lines of a cell":     func(n int) string { return "\t甲\n" + strings.Repeat("第几行\n", n) },
		"lines below a row":   func(n int) string { return "甲\t乙\n" + strings.Repeat("第几行\n", n) },
		"items of a cell":     func(n int) string { return "甲\t1.乙\n" + strings.Repeat("2.丙\n", n) },
		"bookmarks of a line": func(n int) string { return strings.Repeat("[bookmark: a]", n) },
		"open quotes":         func(n int) string { return strings.Repeat("\"甲\n", n) },
		"broken words":        func(n int) string { return "甲\t乙\t丙\t丁\t戊\n" + strings.Repeat("甲\t乙\n", n/3) },
	} {
		took := func(n int) time.Duration {
			page := pageOf(n)
			began := time.Now()
			read(t, name, page)
			return time.Since(began)
		}
		a, b := took(short), took(long)
		for try := 0; try < 4 && b > 32*a && b > time.Second; try++ {
			b = min(b, took(long)) // other work of the machine may have held it up
		}
		if b > 32*a && b > time.Second {
			t.Errorf("%s: %v for a text, %v for eight times as much", name, a, b)
		}
	}
}

func read(t *testing.T, name, page string) {
	t.Helper()
	if _, err := text.Read(context.Background(), "a.txt", []byte(page)); err != nil {
		t.Errorf("%s: %v", name, err)
	}
}

package xlsx

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jxmb/model"
	"jxmb/parser/block"
)

// book is a workbook being written by excelize.
type book struct {
	*testing.T
	*excelize.File
}

func (b book) must(err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

// rows writes rows from a cell on; "" leaves a cell out.
func (b book) rows(sheet, from string, rows ...string) {
	b.Helper()
	column, row, err := excelize.CellNameToCoordinates(from)
	b.must(err)
	for i, line := range rows {
		for k, text := range strings.Split(line, "|") {
			if text != "" {
				b.must(b.SetCellValue(sheet, block.CellName(row+i, column+k), text))
			}
		}
	}
}

// style gives cells a style.
func (b book) style(from, to string, s *excelize.Style) {
	b.Helper()
	id, err := b.NewStyle(s)
	b.must(err)
	b.must(b.SetCellStyle("Sheet1", from, to, id))
}

var boxed = &excelize.Style{Border: []excelize.Border{{Type: "left", Style: 1}, {Type: "right", Style: 1}, {Type: "top", Style: 1}, {Type: "bottom", Style: 1}}}

// bytes is the workbook as it is saved.
func (b book) bytes() []byte {
	b.Helper()
	var out bytes.Buffer
	b.must(b.Write(&out))
	return out.Bytes()
}

func readBook(data []byte) (*block.Document, error) {
	return Read(context.Background(), bytes.NewReader(data), int64(len(data)), Options{})
}

// dump is a document as text: a line a paragraph, a row, a note.
func dump(d *block.Document) string {
	var out strings.Builder
	for _, b := range d.Blocks {
		if p := b.Paragraph; p != nil {
			sheet, cell := p.Area.Place(0, 0)
			fmt.Fprintf(&out, "%s!%s: %s\n", sheet, cell, p.Text)
			continue
		}
		sheet, cells := b.Table.Area.Place(0, 0)
		fmt.Fprintf(&out, "%s!%s\n", sheet, cells)
		for row := 1; row <= b.Table.Rows; row++ {
			var line []string
			for column := 1; column <= b.Table.Cols; column++ {
				c := b.Table.At(row, column)
				if c.Row != row || c.Column != column {
					continue
				}
				text := strings.ReplaceAll(c.Text, "\n", "⏎")
				if c.RowSpan > 1 || c.ColSpan > 1 {
					text += fmt.Sprintf("#%dx%d", c.RowSpan, c.ColSpan)
				}
				line = append(line, text)
			}
			fmt.Fprintf(&out, "  %s\n", strings.Join(line, "|"))
		}
	}
	for _, n := range d.Notes {
		place := ""
		if n.Table > 0 {
			place = fmt.Sprintf(" table %d r%d,c%d", n.Table, n.Row, n.Column)
		}
		fmt.Fprintf(&out, "%s x%d %s!%s%s: %s\n", n.Kind, n.Count, n.Sheet, n.Name, place, n.Text)
	}
	return out.String()
}

// TestSheets reads what a person sees of sheets.
func TestSheets(t *testing.T) {
	for _, c := range []struct {
		name  string
		write func(b book)
		want  []string
	}{
		{"title, caption and table in drawn lines, margins blank", func(b book) {
			b.rows("Sheet1", "C4", "某项目绩效目标表", "填报单位：某局||单位：万元", "名称|甲|", "目标|乙|丙")
			b.style("C6", "E7", boxed)
		}, []string{
			"Sheet1!C4: 某项目绩效目标表", "Sheet1!C5: 填报单位：某局\t单位：万元", "Sheet1!C6:E7", "  名称|甲|", "  目标|乙|丙",
		}},
		{"no lines drawn: what stands alone above; a note below belongs to the table", func(b book) {
			b.rows("Sheet1", "A1", "标题", "名称|甲", "|", "目标|乙", "备注：无")
		}, []string{
			"Sheet1!A1: 标题", "Sheet1!A2:B2", "  名称|甲", "Sheet1!A4:B5", "  目标|乙", "  备注：无|",
		}},
		{"no lines drawn: what stands alone below a wide table is outside of it, a label with its value is not", func(b book) {
			b.rows("Sheet1", "A1", "名称|一级指标|三级指标|指标值", "甲|产出指标|次数|3", "备注：无", "返回首页", "打印本页")
		}, []string{
			"Sheet1!A1:D3", "  名称|一级指标|三级指标|指标值", "  甲|产出指标|次数|3", "  备注：无|||", "Sheet1!A4: 返回首页", "Sheet1!A5: 打印本页",
		}},
		{"forms one below another, the second with a title close to the first", func(b book) {
			b.rows("Sheet1", "A1", "甲表", "名称|一", "值|二", "乙表", "名称|三", "值|四", "", "", "名称|五")
			for _, r := range [][2]string{{"A2", "B3"}, {"A5", "B6"}, {"A9", "B9"}} {
				b.style(r[0], r[1], boxed)
			}
		}, []string{
			"Sheet1!A1: 甲表", "Sheet1!A2:B3", "  名称|一", "  值|二", "Sheet1!A4: 乙表", "Sheet1!A5:B6", "  名称|三", "  值|四", "Sheet1!A9:B9", "  名称|五",
		}},
		{"no lines drawn, forms one below another by their titles", func(b book) {
			b.rows("Sheet1", "A1", "甲项目目标表", "名称|一", "值|二", "一句话", "乙项目目标表", "（2022年度）", "名称|三")
		}, []string{
			"Sheet1!A1: 甲项目目标表", "Sheet1!A2:B4", "  名称|一", "  值|二", "  一句话|", "Sheet1!A5: 乙项目目标表", "Sheet1!A6: （2022年度）", "Sheet1!A7:B7", "  名称|三",
		}},
		{"a line around the whole table is none around its cells", func(b book) {
			b.rows("Sheet1", "A1", "标题", "名称|一", "目标", "值|二", "另|三")
			b.style("A2", "A2", &excelize.Style{Border: []excelize.Border{{Type: "left", Style: 1}, {Type: "top", Style: 1}}})
			b.style("B2", "B2", &excelize.Style{Border: []excelize.Border{{Type: "right", Style: 1}, {Type: "top", Style: 1}}})
			b.style("A3", "A4", &excelize.Style{Border: []excelize.Border{{Type: "left", Style: 1}}})
		}, []string{"Sheet1!A1: 标题", "Sheet1!A2:B5", "  名称|一", "  目标|", "  值|二", "  另|三"}},
		{"forms side by side with lines, of unlike heights", func(b book) {
			b.rows("Sheet1", "A1", "名称|一||名称|三", "值|二||值|四", "|||另|五")
			b.style("A1", "B2", boxed)
			b.style("D1", "E3", boxed)
		}, []string{
			"Sheet1!A1:B2", "  名称|一", "  值|二", "Sheet1!D1:E3", "  名称|三", "  值|四", "  另|五",
		}},
		{"forms side by side with a title each, and one over both", func(b book) {
			b.rows("Sheet1", "A1", "总表", "甲表|||乙表", "|单位：万元|||单位：元", "名称|一||名称|三", "值|二||值|四")
			b.must(b.MergeCell("Sheet1", "A1", "E1"))
			b.style("A4", "B5", boxed)
			b.style("D4", "E5", boxed)
		}, []string{
			"Sheet1!A1: 总表", "Sheet1!A2: 甲表", "Sheet1!B3: 单位：万元", "Sheet1!A4:B5", "  名称|一", "  值|二",
			"Sheet1!D2: 乙表", "Sheet1!E3: 单位：元", "Sheet1!D4:E5", "  名称|三", "  值|四",
		}},
		{"forms side by side without lines, told by their labels", func(b book) {
			b.rows("Sheet1", "A1", "名称|一||名称|三", "值|二||值|四", "单位|甲||单位|乙")
		}, []string{
			"Sheet1!A1:B3", "  名称|一", "  值|二", "  单位|甲", "Sheet1!D1:E3", "  名称|三", "  值|四", "  单位|乙",
		}},
		{"a column left blank cuts no table", func(b book) {
			b.rows("Sheet1", "A1", "一级|二级||指标值|备注", "产出|数量||5|", "效益|社会||6|")
		}, []string{
			"Sheet1!A1:E3", "  一级|二级||指标值|备注", "  产出|数量||5|", "  效益|社会||6|",
		}},
		{"blank rows and columns with lines belong to the table", func(b book) {
			b.rows("Sheet1", "A1", "名称|", "||", "||", "说明|")
			b.style("A1", "B5", boxed)
		}, []string{
			"Sheet1!A1:B5", "  名称|", "  |", "  说明|", "  |",
		}},
		{"merged cells", func(b book) {
			b.rows("Sheet1", "A1", "甲|乙|丙", "丁|戊|己", "庚|辛|壬")
			for _, m := range [][2]string{{"A1", "A2"}, {"B1", "C1"}, {"B3", "C3"}} {
				b.must(b.MergeCell("Sheet1", m[0], m[1]))
			}
		}, []string{
			"Sheet1!A1:C3", "  甲#2x1|乙#1x2", "  戊|己", "  庚|辛#1x2",
		}},
		{"a merge of blank rows does not stretch the table", func(b book) {
			b.rows("Sheet1", "A1", "甲|乙")
			b.must(b.MergeCell("Sheet1", "A1", "A90000"))
			b.must(b.MergeCell("Sheet1", "B1", "XFD1"))
		}, []string{"Sheet1!A1:B1", "  甲|乙"}},
		{"hidden rows, columns and sheets", func(b book) {
			b.rows("Sheet1", "A1", "名称|旧值|甲", "藏一|藏二|藏三", "藏四", "目标|旧|乙")
			b.must(b.SetRowVisible("Sheet1", 2, false))
			b.must(b.SetRowVisible("Sheet1", 3, false))
			b.must(b.SetColVisible("Sheet1", "B", false))
			_, err := b.NewSheet("字典")
			b.must(err)
			b.rows("字典", "A1", "选项一", "选项二")
			b.must(b.SetSheetVisible("字典", false))
		}, []string{
			"Sheet1!A1:C4", "  名称|甲", "  目标|乙",
			"hidden x1 Sheet1!B1: 旧值", "hidden x4 Sheet1!A2: 藏一 藏二 藏三 藏四", "hidden x1 Sheet1!B4: 旧", "hidden x2 字典!: 字典: 选项一 选项二",
		}},
		{"a merged cell that begins in a hidden row is shown", func(b book) {
			b.rows("Sheet1", "A1", "甲|藏", "|乙", "丙|丁")
			b.must(b.MergeCell("Sheet1", "A1", "A2"))
			b.must(b.SetRowVisible("Sheet1", 1, false))
		}, []string{"Sheet1!A2:B3", "  甲|乙", "  丙|丁", "hidden x1 Sheet1!B1: 藏"}},
		{"formulas by their results", func(b book) {
			b.rows("Sheet1", "A1", "合计|", "和|")
			b.must(b.SetCellFormula("Sheet1", "B1", "SUM(C1:C9)"))
			b.must(b.SetCellValue("Sheet1", "B2", 5))
			b.must(b.SetCellFormula("Sheet1", "B2", "2+3"))
		}, []string{
			"Sheet1!A1:B2", "  合计|", "  和|5", "formula x1 Sheet1!B1 table 1 r1,c2: =SUM(C1:C9)",
		}},
		{"rich text, line breaks, struck cells", func(b book) {
			b.rows("Sheet1", "A1", "名称|", "值|作废")
			b.must(b.SetCellRichText("Sheet1", "B1", []excelize.RichTextRun{{Text: "10"}, {Text: "4", Font: &excelize.Font{VertAlign: "superscript"}},
				{Text: "旧", Font: &excelize.Font{Strike: true}}, {Text: "\n第二行"}}))
			b.style("B2", "B2", &excelize.Style{Font: &excelize.Font{Strike: true}})
		}, []string{
			"Sheet1!A1:B2", "  名称|10⁴⏎第二行", "  值|", "struck x1 Sheet1!B1 table 1 r1,c2: 旧", "struck x1 Sheet1!B2 table 1 r2,c2: 作废",
		}},
		{"comments, but for those of this program", func(b book) {
			b.rows("Sheet1", "A1", "名称|甲")
			b.must(b.AddComment("Sheet1", excelize.Comment{Author: "审核人", Cell: "B1", Text: "请核对"}))
			b.must(b.AddComment("Sheet1", excelize.Comment{Author: "jxmb", Cell: "A1", Text: "V001"}))
		}, []string{"Sheet1!A1:B1", "  名称|甲", "aside x1 Sheet1!B1 table 1 r1,c2: 请核对"}},
		{"headers of the pages", func(b book) {
			b.rows("Sheet1", "A1", "名称|甲")
			b.must(b.SetHeaderFooter("Sheet1", &excelize.HeaderFooterOptions{OddHeader: `&L&"宋体,常规"&12单位：万元&R第&P页 共&N页`}))
		}, []string{"Sheet1!A1:B1", "  名称|甲", "margin x1 !: 单位：万元"}},
		{"several sheets say their names", func(b book) {
			b.rows("Sheet1", "A1", "名称|甲")
			_, err := b.NewSheet("二号 项目")
			b.must(err)
			b.rows("二号 项目", "B2", "名称|乙")
		}, []string{"Sheet1!: Sheet1", "Sheet1!A1:B1", "  名称|甲", "二号 项目!: 二号 项目", "二号 项目!B2:C2", "  名称|乙"}},
		{"a code typed as a number", func(b book) {
			b.rows("Sheet1", "A1", "编码|")
			b.must(b.SetCellDefault("Sheet1", "B1", "13028122000352110001"))
		}, []string{"Sheet1!A1:B1", "  编码|13028122000352110001", "format x1 Sheet1!B1 table 1 r1,c2: 13028122000352110001"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := book{t, excelize.NewFile()}
			c.write(b)
			d, err := readBook(b.bytes())
			if err != nil {
				t.Fatal(err)
			}
			if got, want := dump(d), strings.Join(c.want, "\n")+"\n"; got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

// TestRefused: what cannot be read says why.
func TestRefused(t *testing.T) {
	var locked bytes.Buffer
	if err := excelize.NewFile().Write(&locked, excelize.Options{Password: "secret"}); err != nil {
		t.Fatal(err)
	}
	ours := book{t, excelize.NewFile()}
	ours.must(ours.SetAppProps(&excelize.AppProperties{Application: "jxmb"}))
	for name, c := range map[string]struct {
		data []byte
		kind model.FaultKind
		says string
	}{
		"encrypted":  {locked.Bytes(), model.FaultEncrypted, "密码"},
		"own result": {ours.bytes(), model.FaultForeign, "jxmb"},
		"empty":      {nil, model.FaultEmpty, "空"},
	} {
		d, err := readBook(c.data)
		f, ok := err.(*model.Fault)
		if d != nil || !ok || f.Kind != c.kind || !strings.Contains(f.What.ZH, c.says) {
			t.Errorf("%s: %v, %v", name, d, err)
		}
	}
}

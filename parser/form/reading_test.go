package form

import (
	"context"
	"errors"
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/sheet"
)

// page makes a document of paragraphs and drawn tables: a text with a bar in it
// is a table, its rows a line each; "@name " before a paragraph bookmarks it.
func page(t *testing.T, blocks ...string) *block.Document {
	t.Helper()
	doc := &block.Document{Part: "word/document.xml"}
	tables := 0
	for i, text := range blocks {
		name, rest, marked := strings.Cut(text, " ")
		if marked && strings.HasPrefix(name, "@") {
			text = rest
			doc.Bookmarks = append(doc.Bookmarks, block.Bookmark{Name: name[1:], Start: block.Position{Block: i}, Closed: true})
		}
		if !strings.Contains(text, "|") {
			doc.Blocks = append(doc.Blocks, block.Block{Paragraph: &block.Paragraph{Text: text, Start: 100 * i, End: 100*i + 9}})
			continue
		}
		table, err := sheet.Draw(strings.Split(strings.TrimSpace(text), "\n"))
		if err != nil {
			t.Fatal(err)
		}
		tables++
		table.Index, table.Start, table.End = tables, 100*i, 100*i+99
		lay(table, 100_000*(i+1))
		doc.Blocks = append(doc.Blocks, block.Block{Table: table})
	}
	return doc
}

// lay gives the cells of a table their bytes from start on, a run a character.
func lay(table *block.Table, start int) {
	for i := range table.Cells {
		c := &table.Cells[i]
		c.Start, c.End = start, start+len(c.Text)
		for at, r := range c.Text {
			c.Runs = append(c.Runs, block.Run{Offset: at, Start: start + at, End: start + at + utf8.RuneLen(r)})
		}
		start = c.End + 100
	}
}

const (
	basicTable = `项目编码 | 13028122P00399910001C | 项目名称 | 甲项目
预算数（万元） | 5 | 绩效目标 | 办好`
	indicatorTable = `一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 次数 | ≥3次`
)

func titles(d *model.Document) string {
	var out []string
	for _, p := range d.Projects {
		out = append(out, p.Bookmark+":"+p.Title)
	}
	return strings.Join(out, " ")
}

// codes lists the findings but those about missing parts, which pieces of forms
// as tests draw them always have.
func codes(d *model.Document) string {
	var out []string
	for _, f := range d.Findings {
		if f.Code != draft.Rules[draft.RuleNoPart].Code && f.Code != draft.Rules[draft.RuleAbsent].Code {
			out = append(out, f.Code)
		}
	}
	return strings.Join(out, " ")
}

// TestHeadings tells projects apart by bookmarks and headings.
func TestHeadings(t *testing.T) {
	for _, c := range []struct {
		name     string
		blocks   []string
		want     string
		findings string
	}{
		{"bookmarks", []string{"@_Toc_4_4_1 1.甲绩效目标表", basicTable, " ", indicatorTable, "@_Toc_4_4_2 2.乙绩效目标表", basicTable, indicatorTable},
			"_Toc_4_4_1:1.甲绩效目标表 _Toc_4_4_2:2.乙绩效目标表", ""},
		{"headings", []string{"1.甲绩效目标表", basicTable, indicatorTable, "2.乙绩效目标表", basicTable, indicatorTable},
			":1.甲绩效目标表 :2.乙绩效目标表", ""},
		{"contents list", []string{"1.甲绩效目标表\t5", "2.乙绩效目标表\t16", "1.甲绩效目标表", basicTable, indicatorTable, "2.乙绩效目标表", basicTable},
			":1.甲绩效目标表 :2.乙绩效目标表", ""},
		{"contents list without pages", []string{"1.甲绩效目标表", "2.乙绩效目标表", "1.甲绩效目标表", basicTable, "2.乙绩效目标表", basicTable},
			":1.甲绩效目标表 :2.乙绩效目标表", ""},
		{"contents lines run together", []string{"1.甲绩效目标表1610.2022年乙绩效目标表", basicTable}, ":", ""},
		{"bookmark without table", []string{"@_Toc_4_4_1 1.甲绩效目标表", "无", "@_Toc_4_4_2 2.乙绩效目标表", basicTable},
			"_Toc_4_4_2:2.乙绩效目标表", "D002"},
		{"heading without table", []string{"1.甲绩效目标表", "2.乙绩效目标表", basicTable}, ":2.乙绩效目标表", "D002"},
		{"the last chapter, in Chinese numbers, without table", []string{"1.甲绩效目标表", basicTable, "二、其他绩效目标表"}, ":1.甲绩效目标表", ""},
		{"a last heading without a number", []string{"1.甲绩效目标表", basicTable, "其他绩效目标表"}, ":1.甲绩效目标表", ""},
		{"last heading without table", []string{"1.甲绩效目标表", basicTable, "2.乙绩效目标表"}, ":1.甲绩效目标表", "D002"},
		{"bookmark on the table", []string{"1.甲绩效目标表", "@_Toc_4_4_1 " + basicTable, indicatorTable}, "_Toc_4_4_1:1.甲绩效目标表", ""},
		{"bookmark of a blank line without a title below", []string{"@_Toc_4_4_1  ", "金额单位：元", basicTable, indicatorTable}, "_Toc_4_4_1:", ""},
		{"bookmark of a blank line, words and a title below", []string{"@_Toc_4_4_1  ", "某局部门预算", "甲绩效目标表", basicTable, indicatorTable}, "_Toc_4_4_1:甲绩效目标表", ""},
		{"bookmark of a blank line, the title below", []string{"@_Toc_4_4_1  ", "甲绩效目标表", basicTable, indicatorTable}, "_Toc_4_4_1:甲绩效目标表", ""},
		{"bookmark set twice", []string{"@_Toc_4_4_1 1.甲绩效目标表", basicTable, "@_Toc_4_4_1 以下空白"}, "_Toc_4_4_1:1.甲绩效目标表", ""},
		{"titles with notes", []string{"1.甲绩效目标表（打捆项目）", basicTable, "2.乙绩效目标申报表(2022年度)", basicTable},
			":1.甲绩效目标表（打捆项目） :2.乙绩效目标申报表(2022年度)", ""},
		{"no headings", []string{basicTable, indicatorTable, basicTable, indicatorTable}, ": :", ""},
		{"system bookmark around a title of its own", []string{"@_Toc_4_4_1 1.甲项目", basicTable, indicatorTable}, "_Toc_4_4_1:1.甲项目", ""},
	} {
		d := readPage(t, c.blocks...)
		if got := titles(d); got != c.want || codes(d) != c.findings {
			t.Errorf("%s: %q with %q, want %q with %q", c.name, got, codes(d), c.want, c.findings)
		}
	}
}

// TestOtherTables leaves alone what is no form, and reports what looks like
// one.
func TestOtherTables(t *testing.T) {
	for _, c := range []struct {
		name, table string
		findings    string
	}{
		{"totals", "收入 | < | 支出 | <\n项目 | 预算数 | 项目 | 预算数\n财政拨款 | 100 | 一般公共服务支出 | 90\n其他资金 | 5 | 合计 | 105", ""},
		{"projects by amount", "项目名称 | 预算数 | 财政拨款 | 其他资金\n甲项目 | 55 | 55 | 0\n乙项目 | 5 | 5 | 0", ""},
		{"contents", "目录 | 页码\n一、总体绩效目标 | 1\n二、分项绩效目标 | 2", ""},
		{"signatures", "单位负责人 | （签章） | 填表人 | （签章）", ""},
		{"header lost", "产出指标 | 数量指标 | 次数 | ≥3次\n效益指标 | 社会效益指标 | 影响 | 提升", "D002"},
	} {
		d := readPage(t, c.table, "正文", basicTable, indicatorTable)
		if len(d.Projects) != 1 || d.Projects[0].Name != "甲项目" || codes(d) != c.findings {
			t.Errorf("%s: %d projects, findings %q, want %q", c.name, len(d.Projects), codes(d), c.findings)
		}
		if _, err := Read(context.Background(), page(t, c.table), Options{}); err == nil {
			t.Errorf("%s alone was read as a form", c.name)
		} else if e := err.(*model.Fault); !strings.Contains(e.What.ZH, "共 1 个表格") || !strings.Contains(e.What.ZH, "三级指标") || !strings.Contains(e.What.EN, "三级指标") || e.Hint.ZH == "" {
			t.Errorf("%s: the error names no labels: %v", c.name, e)
		}
	}
}

// TestRows reads single tables by label and place.
func TestRows(t *testing.T) {
	for _, c := range []struct {
		name, table string
		want        map[string]string
		findings    string
	}{
		{"values below their labels", "项目名称 | 项目编码 | 预算数（元）\n甲 | A1 | 7\n绩效目标 | 办好 | <",
			map[string]string{"name": "甲", "code": "A1", "budget.total.yuan": "7"}, ""},
		{"label and value in one cell", "项目名称：甲 | 单位：元\n预算数：7 | 预算单位：某局\n绩效目标 | 办好",
			map[string]string{"name": "甲", "budget.total.yuan": "7", "unit.name": "某局", "goals[0]": "办好"}, ""},
		{"numbered goal rows", "项目名称 | 甲 | <\n年度目标 | 目标1 | 办好一\n^ | 目标2： | 办好二",
			map[string]string{"goals.#": "2", "goals[1]": "办好二"}, ""},
		{"short goals above each other", "项目名称 | 甲 | <\n年度目标 | 修渠 | <\n^ | 修路 | <",
			map[string]string{"goals.#": "2", "goals[0]": "修渠", "goals[1]": "修路"}, ""},
		{"goal below a wide label", "项目名称 | 甲\n绩效目标 | <\n1.办好一\\n2.办好二 | <",
			map[string]string{"goals.#": "2", "goals[0]": "办好一"}, ""},
		{"a name behind words that say of which", "购买服务项目名称 | 甲 | 预算数（元） | 7\n绩效目标 | 办好 | 子项目名称 | 乙",
			map[string]string{"name": "甲", "extra[0].text": "乙"}, ""},
		{"a name with a bracket inside", "项目（政策）名称 | 甲 | 预算数（元） | 7\n绩效目标 | 办好 | < | <", map[string]string{"name": "甲"}, ""},
		{"unknown labels", "项目名称 | 甲 | 预算数（元） | 7\n绩效目标 | 办好 | 风险等级 | 低\n建设地点 | 某街道 | 建设期限 | ",
			map[string]string{"extra.#": "3", "extra[0].label": "风险等级", "extra[0].text": "低", "extra[2].label": "建设期限", "extra[2].text": ""}, ""},
		{"text without label", "项目名称 | 甲 | 预算数（元） | 7\n绩效目标 | 办好 | < | <\n此处盖章 | < | < | <",
			map[string]string{"extra.#": "0"}, "D007"},
		{"the same label twice", "项目名称 | 甲 | 预算数（元） | 7\n绩效目标 | 办好 | 项目名称 | 乙",
			map[string]string{"name": "甲", "extra[0].text": "乙"}, "D018"},
		{"merge lost in the money block", "项目名称 | 甲 | < | < | < | <\n预算规模及资金用途 | 预算数（万元） | 5 | 其中：财政资金 | 5 | 其他资金\n | 用于办好 | < | < | < | <",
			map[string]string{"budget.total.number": "5", "purpose": "用于办好"}, ""},
		{"a merged label repeated", "项目名称 | 甲 | <\n预算规模及资金用途 | 预算数（万元） | 5\n预算规模及资金用途 | 用于办好 | <",
			map[string]string{"budget.total.number": "5", "purpose": "用于办好", "extra.#": "0"}, ""},
		{"nearest unit wins", "单位：元 | < | <\n项目名称 | 甲 | <\n绩效目标 | 办好 | <\n项目资金（万元） | 资金总额 | 3\n^ | 其中：财政拨款（元） | 30000\n^ | 其他资金 | 2亿元",
			map[string]string{"budget.total.yuan": "30000", "budget.fiscal.yuan": "30000", "budget.other.yuan": "200000000"}, ""},
		{"two kinds of fiscal money", "项目名称 | 甲 | <\n项目资金（元） | 资金总额 | 9\n^ | 一般公共预算 | 5\n^ | 政府性基金 | 4",
			map[string]string{"budget.total.yuan": "9", "budget.fiscal": "", "budget.lines.#": "3"}, ""},
		{"a label of its own for each side (广东东莞)", "项目名称 | 甲 | < | <\n中期市财政预算(万元) | 500 | 本年度申请市财政预算资金(万元) | 200\n绩效目标 | 办好 | < | <",
			map[string]string{"budget.total.yuan": "2000000", "long_term.budget.total.yuan": "5000000"}, ""},
		{"sums by kind of money (四川昭化)", "项目名称 | 甲 | < | <\n项目资金（万元） | 年度资金总额 | < | 120\n^ | （一）财政拨款小计 | < | 100\n^ | 其中 | 一般公共预算 | 100\n^ | ^ | 政府性基金 | 0\n^ | （二）自有资金小计 | < | 20",
			map[string]string{"budget.total.number": "120", "budget.fiscal.number": "100", "budget.other.number": "20", "budget.lines.#": "5", "budget.lines[2].label": "一般公共预算"}, ""},
		{"several figures in a row (甘肃)", "项目名称 | 甲 | < | < | < | <\n预算申报数（万元） | 90 | 省级财政安排 | 60 | 其他资金 | 30\n资金性质 | 经常性 | < | < | < | <\n绩效目标 | 办好 | < | < | < | <",
			map[string]string{"budget.total.number": "90", "budget.fiscal.number": "60", "budget.fiscal.unit": "万元", "budget.other.yuan": "300000", "extra[0].text": "经常性"}, ""},
		{"parts without a unit that do not add up to the total", "项目名称 | 甲 | < | < | < | <\n预算数（万元） | 90 | 其中：财政资金 | 60 | 其他资金 | 20\n绩效目标 | 办好 | < | < | < | <",
			map[string]string{"budget.total.unit": "万元", "budget.fiscal.number": "60", "budget.fiscal.unit": ""}, "D014"},
		{"years above each other, the sum is the budget", "项目名称 | 甲 | < | <\n项目资金（万元） | 年度 | 合计 | 财政拨款\n^ | 2023年 | 400 | 380\n^ | 2024年 | 260 | 250\n^ | 合计 | 660 | 630",
			map[string]string{"budget.total.number": "660", "budget.fiscal.number": "630", "budget.lines.#": "6", "budget.lines[0].column": "2023年", "long_term": ""}, ""},
		{"years above each other, one is that of the form", "（2024年度） | < | < | <\n项目名称 | 甲 | < | <\n项目资金（万元） | 年度 | 合计 | 财政拨款\n^ | 2023年 | 400 | 380\n^ | 2024年 | 260 | 250\n^ | 合计 | 660 | 630",
			map[string]string{"budget.total.number": "260", "budget.fiscal.number": "250", "long_term.budget.total.number": "660"}, ""},
		{"amounts behind colons in a block that names the unit (湖南)", "部门名称 | 甲 | <\n年度预算申请（万元） | 资金总额：18.5 | <\n^ | 其中：一般公共预算： | 18.5\n整体绩效目标 | 办好 | <",
			map[string]string{"budget.total.number": "18.5", "budget.total.unit": "万元", "budget.fiscal.unit": "万元"}, ""},
		{"fills in where amounts stand below", "项目名称 | 甲 | < | <\n项目资金（元） | 资金总额 | 财政拨款 | 其他资金\n^ | 9 | 5 | 4",
			map[string]string{"budget.total.number": "9", "budget.fiscal.number": "5", "budget.other.number": "4", "budget.lines.#": "0"}, ""},
		{"costs by kind (湖北鄂州)", "项目名称 | 甲 | < | < | <\n项目预算（万元） | 成本构成 | 金额 | 测算（公式）依据 | 2021年实际执行数\n^ | 培训费 | 6 | 20人×3000元 | 5\n^ | 印刷费 | 4 | 合同 | 4\n^ | 合计 | 10 |  | 9",
			map[string]string{"budget.total.number": "10", "budget.lines.#": "6", "budget.lines[0].label": "培训费", "budget.lines[1].column": "2021年实际执行数", "extra[0].label": "培训费/测算（公式）依据"}, ""},
		{"two codes of the unit", "216001某局 | < | 单位：元 | <\n单位编码 | 301001 | 项目名称 | 甲\n绩效目标 | 办好 | < | <",
			map[string]string{"unit.code": "301001", "unit.name": "某局", "extra[0].text": "216001"}, "D018"},
		{"plan to the right", "项目名称 | 甲 | < | < | <\n资金支出计划（%） | 3月底 | 30% | 12月底 | 100%",
			map[string]string{"spending_plan.#": "2", "spending_plan[1].percent": "100", "spending_plan[1].month": "12"}, ""},
		{"a share that is none", "项目名称 | 甲 | <\n资金支出计划（%） | 3月底 | 12月底\n^ | 三成 | 100%",
			map[string]string{"spending_plan[0].text": "三成", "spending_plan[0].percent": "", "spending_plan[1].percent": "100"}, "D017"},
		{"codes of another shape give no year", "项目名称 | 甲 | 项目编码 | 2022-001\n绩效目标 | 办好 | < | <",
			map[string]string{"code": "2022-001", "fiscal_year": ""}, ""},
	} {
		doc := page(t, c.table)
		d, err := Read(context.Background(), doc, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		f := &Form{example: example{Expect: c.want}}
		if err := f.example.compare(d); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if codes(d) != c.findings {
			t.Errorf("%s: findings %v, want %q", c.name, d.Findings, c.findings)
		}
	}
}

// TestOutline reads the narrative part where bookmarks are lost and numbers
// are automatic.
func TestOutline(t *testing.T) {
	doc := page(t, "第一部分", "一、总体绩效目标", "总目标第一段。", "第二段。",
		"二、分项绩效目标", "（一）甲方面", "绩效目标：做好甲。", "绩效指标：甲一；", "甲二。", "乙方面\n绩效目标: 做好乙。",
		"@_Toc_2_2_9 四、其他事项", "某事。", "三、工作保障措施", "（一）加强领导。落实责任。", "（二）完善制度", "制定办法。", "无编号的一段。",
		"第二部分", "1.甲绩效目标表", basicTable)
	doc.Blocks[9].Paragraph.Number = "（二）"
	d, err := Read(context.Background(), doc, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if codes(d) != "D007" || !strings.Contains(d.Findings[0].Message, "四、其他事项") {
		t.Errorf("findings %v", d.Findings)
	}
	o := d.Outline
	if o == nil || o.Overall != "总目标第一段。\n第二段。" {
		t.Fatalf("%+v", o)
	}
	if len(o.Items) != 2 || o.Items[0] != (model.OutlineItem{Title: "甲方面", Goal: "做好甲。", Indicators: "甲一；\n甲二。"}) ||
		o.Items[1] != (model.OutlineItem{Title: "乙方面", Goal: "做好乙。"}) {
		t.Errorf("items %+v", o.Items)
	}
	want := []model.Measure{{Title: "加强领导。", Text: "落实责任。"}, {Title: "完善制度", Text: "制定办法。\n无编号的一段。"}}
	if len(o.Measures) != 2 || o.Measures[0] != want[0] || o.Measures[1] != want[1] {
		t.Errorf("measures %+v", o.Measures)
	}
}

// noteKinds lists the kinds of notes that package docx declares.
func noteKinds(t *testing.T) (kinds []block.NoteKind) {
	t.Helper()
	file, err := parser.ParseFile(gotoken.NewFileSet(), "../block/block.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if typ, ok := spec.Type.(*ast.Ident); ok && typ.Name == "NoteKind" {
			kind, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			kinds = append(kinds, block.NoteKind(kind))
		}
		return true
	})
	return kinds
}

// TestNotes turns each kind of note into a finding of its own code.
func TestNotes(t *testing.T) {
	doc := page(t, basicTable)
	seen := map[string]bool{}
	kinds := noteKinds(t)
	if len(kinds) != len(draft.NoteRules) {
		t.Errorf("%d kinds of notes, %d rules for them", len(kinds), len(draft.NoteRules))
	}
	for _, kind := range kinds {
		doc.Notes = []block.Note{{Kind: kind, Text: "某处", Count: 2, Table: 1, Row: 2, Column: 3, Start: 5, End: 9}}
		d, err := Read(context.Background(), doc, Options{Lang: model.English})
		if err != nil || len(d.Findings) != 2 { // and that the indicators are missing
			t.Fatalf("%s: %v, %v", kind, d, err)
		}
		f := d.Findings[slices.IndexFunc(d.Findings, func(f model.Finding) bool { return f.Code != draft.Rules[draft.RuleNoPart].Code })]
		if seen[f.Code] || f.Hint == "" || !strings.HasSuffix(f.Message, `: "某处" (2 times)`) || f.Origin.Column != 3 || f.Origin.End != 9 {
			t.Errorf("%s: %+v", kind, f)
		}
		seen[f.Code] = true
	}
}

// TestQuietNotes says nothing of a picture beside the tables, and of a merge that
// goes on from the table above.
func TestQuietNotes(t *testing.T) {
	for start, want := range map[int]string{0: "", 1: "D010"} {
		doc := page(t, basicTable, " ", indicatorTable, " ", " | 质量指标 | 合格率 | 95%")
		rest := doc.Blocks[4].Table
		rest.Open = []int32{0}
		doc.Notes = []block.Note{
			{Kind: block.NoteObject, Text: "印章", Count: 1},
			{Kind: block.NoteMergeOrphan, Table: 3, Row: 1, Column: 1, Start: rest.Cells[0].Start + start},
		}
		d, err := Read(context.Background(), doc, Options{})
		if err != nil || codes(d) != want || len(d.Projects[0].Indicators) != 2 {
			t.Errorf("%v: %d indicators, findings %v", err, len(d.Projects[0].Indicators), d.Findings)
		}
	}
}

// TestRules holds the list of rules to its own order.
func TestRules(t *testing.T) {
	if len(draft.Rules) != draft.NumRules {
		t.Fatalf("%d rules, want %d", len(draft.Rules), draft.NumRules)
	}
	for i, r := range draft.Rules {
		if i > 0 && r.Code <= draft.Rules[i-1].Code {
			t.Errorf("%s stands behind %s", r.Code, draft.Rules[i-1].Code)
		}
		for _, text := range []model.Text{r.Title, r.Explanation, r.Hint} {
			if text.ZH == "" || text.EN == "" || strings.HasSuffix(text.ZH, "。") != (text == r.Explanation) {
				t.Errorf("%s: %+v", r.Code, text)
			}
		}
		if r.Severity.Rank() == 0 {
			t.Errorf("%s has no severity", r.Code)
		}
	}
}

// TestNoText: a document whose content is no text of its own says what it is.
func TestNoText(t *testing.T) {
	for kind, says := range map[block.NoteKind]string{block.NoteAltChunk: "嵌入的另一份文档，没有", block.NoteObject: "（Excel.Sheet.12）"} {
		doc := &block.Document{Notes: []block.Note{{Kind: kind, Text: "Excel.Sheet.12", Count: 1}}}
		_, err := Read(context.Background(), doc, Options{})
		var f *model.Fault
		if !errors.As(err, &f) || f.Kind != model.FaultNoForm || !strings.Contains(f.What.ZH, says) || f.Hint.EN == "" {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

// TestPictureBesideTable: where a table is no form, a picture beside it is not
// what the document was meant to be.
func TestPictureBesideTable(t *testing.T) {
	doc := page(t, "正文", "甲 | 乙", "正文")
	doc.Notes = []block.Note{{Kind: block.NoteObject, Count: 1}}
	if _, err := Read(context.Background(), doc, Options{}); err == nil || !strings.Contains(err.Error(), "(1 tables") {
		t.Error(err)
	}
}

// TestNothingShown: tables whose text is all struck out, and a master document,
// say so.
func TestNothingShown(t *testing.T) {
	blank := page(t, " | \n | ")
	for says, notes := range map[string][]block.Note{
		"删除线":   {{Kind: block.NoteStruck, Text: "项目名称", Count: 4, Table: 1, Row: 1, Column: 1}},
		"找过的标签": {{Kind: block.NoteStruck, Text: "作废", Count: 1}},
	} {
		blank.Notes = notes
		_, err := Read(context.Background(), blank, Options{})
		var f *model.Fault
		if !errors.As(err, &f) || !strings.Contains(f.What.ZH, says) {
			t.Errorf("%s: %v", says, err)
		}
	}
	master := &block.Document{Notes: []block.Note{{Kind: block.NoteAltChunk, Text: block.SubDocument, Count: 1}}}
	_, err := Read(context.Background(), master, Options{})
	if err == nil || !strings.Contains(err.Error(), "w:subDoc") {
		t.Errorf("a master document: %v", err)
	}
}

// TestMarginUnit: a money unit in a header counts where no table names one.
func TestMarginUnit(t *testing.T) {
	for table, want := range map[string]model.Decimal{"项目名称 | 甲 | 预算数 | 55": "550000", "项目名称 | 甲 | 预算数（元） | 55": "55"} {
		doc := page(t, table+"\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 次数 | 3次")
		doc.Margins = []string{"附件", "单位：万元"}
		d, err := Read(context.Background(), doc, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Projects[0].Budget.Total.Yuan; got != want {
			t.Errorf("%s: %s yuan, want %s", table, got, want)
		}
	}
}

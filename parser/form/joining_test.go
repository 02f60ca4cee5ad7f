package form

import (
	"context"
	"strings"
	"testing"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/form/sheet"
)

// TestJoining joins what a page break split, and nothing else.
func TestJoining(t *testing.T) {
	const two = "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 甲 | 1个\n^ | 质量指标 | 乙 | 90%"
	for _, c := range []struct {
		name       string
		blocks     []string
		indicators string
		level1     string
		findings   string
	}{
		{"header repeated", []string{two, " ", "一级指标 | 二级指标 | 三级指标 | 指标值\n | 时效指标 | 丙 | 6月底前"}, "3", "产出指标", ""},
		{"no header", []string{two, "", " | 时效指标 | 丙 | 6月底前"}, "3", "产出指标", ""},
		{"no header, other grid", []string{two, " | < | 时效指标 | < | 丙 | 6月底前"}, "3", "产出指标", ""},
		{"next level 1 on the next page", []string{two, "效益指标 | 社会效益指标 | 丙 | 提升"}, "3", "效益指标", ""},
		{"signatures with as many columns", []string{two, "负责人 | 张某 | 填表人 | 李某"}, "2", "", ""},
		{"text between", []string{two, "以下为另一张表", "产出指标 | 数量指标 | 丙 | 6月底前"}, "2", "", "D002"},
		{"basic information split too", []string{"资金用途 | 办事 | < | <", two}, "2", "", ""},
	} {
		blocks := append([]string{basicTable}, c.blocks...)
		d := readPage(t, blocks...)
		expect := map[string]string{"projects.#": "1", "indicators.#": c.indicators}
		if c.level1 != "" {
			expect["indicators[2].level1"] = c.level1
		}
		if err := (&example{Expect: expect}).compare(d); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		got := ""
		for _, f := range d.Findings {
			got += f.Code
		}
		if got != c.findings {
			t.Errorf("%s: findings %v, want %q", c.name, d.Findings, c.findings)
		}
	}
}

// TestTitleAgain joins the halves of a form between which its title is printed again.
func TestTitleAgain(t *testing.T) {
	t.Parallel()
	const title, half = "某局项目绩效目标表", "项目名称 | 甲 | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 修渠 | 3处"
	for first, again := range map[string]string{title: title, title + "（2024年度）": title + "（续表）"} {
		d := readPage(t, first, half, again, "产出指标 | 质量指标 | 合格率 | 95%")
		if len(d.Projects) != 1 || len(d.Projects[0].Indicators) != 2 || codes(d) != "" {
			t.Errorf("%s: %d projects, findings %v", again, len(d.Projects), d.Findings)
		}
	}
	d := readPage(t, "甲"+title+"（2024年度）", half, "乙"+title+"（续表）", "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 质量指标 | 合格率 | 95%")
	if len(d.Projects) != 2 {
		t.Errorf("another title: %d projects", len(d.Projects))
	}
}

// TestFrame reads forms that stand inside the cells of a table used for
// layout.
func TestFrame(t *testing.T) {
	inner := page(t, basicTable, indicatorTable)
	frame, err := sheet.Draw([]string{"左 | 右"})
	if err != nil {
		t.Fatal(err)
	}
	frame.Index = 9
	frame.Cells[0].Nested = []*block.Table{inner.Blocks[0].Table, inner.Blocks[1].Table}
	d, err := Read(context.Background(), &block.Document{Blocks: []block.Block{{Table: frame}}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Projects) != 1 || d.Projects[0].Name != "甲项目" || len(d.Projects[0].Indicators) != 1 {
		t.Errorf("%+v", d.Projects)
	}
}

// TestFramedPage reads a page that stands in a cell: title, money unit and tables,
// whose text the cell shows as well.
func TestFramedPage(t *testing.T) {
	frame, err := sheet.Draw([]string{"页 | 边"})
	if err != nil {
		t.Fatal(err)
	}
	frame.Index = 9
	c := &frame.Cells[0]
	c.Text = "甲绩效目标表\n单位：元\n \n项目名称 甲\n预算数 5\n\n一级指标 三级指标\n产出指标 修渠\n注：无"
	lay(frame, 100)
	inner := page(t, "项目名称 | 甲 | 绩效目标 | 办好\n预算数 | 5 | < | <", indicatorTable)
	for i, text := range []string{"项目名称 甲\n预算数 5", "一级指标 三级指标\n产出指标 修渠"} {
		nested := inner.Blocks[i].Table
		nested.Start = c.Start + strings.Index(c.Text, text)
		nested.End = nested.Start + len(text)
		c.Nested = append(c.Nested, nested)
	}
	d, err := Read(context.Background(), &block.Document{Blocks: []block.Block{{Table: frame}}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := (&example{Expect: map[string]string{"projects.#": "1", "name": "甲", "title": "甲绩效目标表", "budget.total.yuan": "5", "indicators.#": "1", "extra.#": "0"}}).compare(d); err != nil {
		t.Error(err)
	}
	if codes(d) != "" {
		t.Errorf("findings %v", d.Findings)
	}
}

// TestListPages goes on with a list behind a line of text: the unit merged over
// the page break holds on.
func TestListPages(t *testing.T) {
	const head = "单位名称 | 项目名称 | 预算数 | 一级指标 | 二级指标 | 三级指标 | 指标值\n"
	d, err := Read(context.Background(), page(t, "项目支出绩效目标申报表", "金额单位：元",
		head+"某局 | 甲 | 7 | 产出指标 | 数量指标 | 一 | 1个\n^ | 乙 | 8 | 产出指标 | 数量指标 | 二 | 2个", "（续表）",
		head+" | 丙 | 9 | 产出指标 | 数量指标 | 三 | 3个\n另局 | 丁 | 6 | 产出指标 | 数量指标 | 四 | 4个\n备注：以批复为准 | < | < | < | < | < | <"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := (&example{Expect: map[string]string{
		"projects.#": "4", "projects[1].name": "乙", "projects[1].unit.name": "某局",
		"projects[2].name": "丙", "projects[2].unit.name": "某局", "projects[2].budget.total.yuan": "9", "projects[2].budget.lines.#": "0",
		"projects[2].extra.#": "0", "projects[2].title": "项目支出绩效目标申报表", "projects[2].indicators.#": "1",
		"projects[3].seq": "4", "projects[3].unit.name": "另局",
	}}).compare(d); err != nil {
		t.Error(err)
	}
	if codes(d) != "D007" || !strings.Contains(d.Findings[0].Message, "备注：以批复为准") {
		t.Errorf("findings %v", d.Findings)
	}
}

// TestContinuedName goes on with the indicators behind a line that names the
// project and says that its table goes on.
func TestContinuedName(t *testing.T) {
	const head = "一级指标 | 二级指标 | 三级指标 | 指标值\n"
	d, err := Read(context.Background(), page(t, "项目名称 | 甲 | < | <\n预算数（元） | 5 | < | <\n绩效目标 | 办好 | < | <\n"+head+"产出指标 | 数量指标 | 一 | 1个",
		"甲（续表）", head+" | 质量指标 | 二 | 90%\n效益指标 | 社会效益指标 | 三 | 3户"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := (&example{Expect: map[string]string{
		"projects.#": "1", "indicators.#": "3", "indicators[1].level1": "产出指标", "indicators[1].target.number": "90", "indicators[2].level3": "三",
	}}).compare(d); err != nil {
		t.Error(err)
	}
}

// TestListBesideProject keeps a project that stands above a list, and the
// indicators that stand below one.
func TestListBesideProject(t *testing.T) {
	const list = "项目名称 | 预算数（元） | 年度目标 | 一级指标 | 三级指标 | 指标值\n乙 | 7 | 办好 | 产出指标 | 一 | 1个"
	d := readPage(t, "项目名称 | 甲 | 预算数（元） | 5 | 资金用途 | 办事\n"+list+"\n一级指标 | 二级指标 | 三级指标 | 指标值 | 备注 | <\n产出指标 | 数量指标 | 二 | 2个 | 无 | <")
	if err := (&example{Expect: map[string]string{
		"projects.#": "3", "name": "甲", "purpose": "办事", "indicators.#": "0",
		"projects[1].name": "乙", "projects[1].purpose": "", "projects[1].indicators.#": "1",
		"projects[2].name": "", "projects[2].indicators[0].level3": "二",
	}}).compare(d); err != nil {
		t.Error(err)
	}
}

// TestList reads flat lists whose merges are lost in either way.
func TestList(t *testing.T) {
	const head = "项目名称 | 预算数（元） | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 指标值\n"
	for _, c := range []struct{ name, table string }{
		{"merged", head + "甲 | 7 | 办好 | 产出指标 | 数量指标 | 一 | 1个\n^ | ^ | ^ | ^ | ^ | 二 | 2个\n乙 | 8 | 办完 | 产出指标 | 数量指标 | 三 | 3个"},
		{"blank", head + "甲 | 7 | 办好 | 产出指标 | 数量指标 | 一 | 1个\n |  |  |  |  | 二 | 2个\n乙 | 8 | 办完 | 产出指标 | 数量指标 | 三 | 3个"},
		{"repeated", head + "甲 | 7 | 办好 | 产出指标 | 数量指标 | 一 | 1个\n甲 | 7 | 办好 | 产出指标 | 数量指标 | 二 | 2个\n乙 | 8 | 办完 | 产出指标 | 数量指标 | 三 | 3个"},
	} {
		d := readPage(t, "2023年项目支出绩效目标申报表", c.table)
		if err := (&example{Expect: map[string]string{
			"projects.#": "2", "name": "甲", "budget.total.yuan": "7", "budget.lines.#": "0", "goals.#": "1", "indicators.#": "2", "fiscal_year": "2023",
			"indicators[1].level1": "产出指标", "indicators[1].level2": "数量指标", "indicators[1].level3": "二",
			"projects[1].name": "乙", "projects[1].goals[0]": "办完", "projects[1].budget.total.number": "8", "projects[1].indicators[0].target.number": "3",
			"projects[1].form": "project-list",
		}}).compare(d); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if len(d.Findings) > 0 {
			t.Errorf("%s: findings %v", c.name, d.Findings)
		}
	}
}

// readPage is the document of a page that can be read.
func readPage(t *testing.T, blocks ...string) *model.Document {
	t.Helper()
	doc, trace := page(t, blocks...), &Trace{}
	d, err := Read(context.Background(), doc, Options{Trace: trace})
	if err != nil {
		t.Fatalf("%q: %v", blocks, err)
	}
	referred(t, blocks[0], doc, d)
	followed(t, blocks[0], trace, d)
	return d
}

// TestJoiningLoosely joins halves that stand apart by what their first row
// holds, and leaves tables alone that only have as many columns.
func TestJoiningLoosely(t *testing.T) {
	const top = "项目名称 | 甲 | 联络渠道 | 无\n资金用途 | 办事 | < | <"
	const bottom = "\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 次数 | 1次"
	for _, c := range []struct {
		name   string
		blocks []string
		extras int
	}{
		{"no label is known before the header", []string{top, "", "概算口径 | 164万元 | 审定口径 | 132万元" + bottom}, 3},
		{"labels that are known, below the indicators", []string{top + bottom, "", "来源一览 | 其他资金 | 财政拨款 | 上级资金"}, 1},
		{"a list of people above", []string{"张某 | 李某 | 王某 | 赵某", "", top + bottom}, 1},
		{"a list of people below", []string{top + bottom, "", "张某 | 李某 | 王某 | 赵某\n钱某 | 孙某 | 周某 | 吴某"}, 1},
	} {
		d := readPage(t, c.blocks...)
		p := &d.Projects[0]
		if len(d.Projects) != 1 || p.Name != "甲" || len(p.Indicators) != 1 || len(p.Extra) != c.extras {
			t.Errorf("%s: %d projects, %d indicators, extras %v", c.name, len(d.Projects), len(p.Indicators), p.Extra)
		}
	}
}

// TestWaiting gives a table that only names its project the indicators below it,
// whatever their columns, unless something between them speaks of another.
func TestWaiting(t *testing.T) {
	const named = "项目名称 | 甲\n项目编码 | 13000021P00000000101A\n联系电话 | 无"
	const rows = "一级指标 | 二级指标 | 三级指标 | 指标值 | 备注\n产出指标 | 数量指标 | 次数 | 1次 | 无"
	for _, c := range []struct {
		name   string
		blocks []string
		want   string
	}{
		{"a blank line between", []string{named, " ", rows}, "甲"},
		{"two projects", []string{named, " ", rows, " ", strings.ReplaceAll(named, "甲", "乙"), " ", rows}, "甲,乙"},
		{"a title between", []string{named, "乙工程绩效目标表", rows}, ""},
		{"another table between", []string{named, " ", "张某 | 李某 | 王某", " ", rows}, ""},
		{"a form between that lacks its indicators", []string{basicTable, " ", named, " ", rows}, "甲项目"},
	} {
		d := readPage(t, c.blocks...)
		var names []string
		for i := range d.Projects {
			names = append(names, d.Projects[i].Name)
			if len(d.Projects[i].Indicators) != 1 {
				t.Errorf("%s: project %d has %d indicators", c.name, i+1, len(d.Projects[i].Indicators))
			}
		}
		if got := strings.Join(names, ","); got != c.want {
			t.Errorf("%s: projects %q, want %q", c.name, got, c.want)
		}
	}
}

// TestEmptyList keeps what a list of projects without a row says of its unit.
func TestEmptyList(t *testing.T) {
	d := readPage(t, "主管部门 | 某局 | < | < | <\n项目名称 | 预算数 | 一级指标 | 三级指标 | 指标值")
	if codes(d) != "D026" || d.Findings[0].Severity != model.Error || d.Unit.Name != "某局" {
		t.Errorf("unit %q, findings %v", d.Unit.Name, d.Findings)
	}
}

// TestStacked opens a project for each form in a table of several.
func TestStacked(t *testing.T) {
	form := func(name string) string {
		return "项目名称 | " + name + " | < | <\n主管部门 | 某局 | 实施单位 | 某站\n预算数（元） | 7 | 绩效目标 | 办好" + name +
			"\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | " + name + "数 | ≥3个\n满意度指标 | 服务对象满意度指标 | 满意率 | ≥90%"
	}
	const title = "\n项目支出绩效目标表 | < | < | <\n（2024年度） | < | < | <\n"
	for _, c := range []struct {
		name   string
		blocks []string
		names  string
		titles string
	}{
		{"title and year before each", []string{title + form("甲") + title + form("乙")}, "甲 乙", ":项目支出绩效目标表 :项目支出绩效目标表"},
		{"nothing between", []string{form("甲") + "\n" + form("乙") + "\n" + form("丙")}, "甲 乙 丙", ": : :"},
		{"a table each, nothing between", []string{form("甲"), form("乙")}, "甲 乙", ": :"},
		{"a title each", []string{"项目支出绩效目标表", form("甲"), "项目支出绩效目标表", form("乙")}, "甲 乙", ":项目支出绩效目标表 :项目支出绩效目标表"},
		{"a note between", []string{form("甲"), "注：本表一式两份", form("乙")}, "甲 乙", ": :"},
		{"the head of the page again", []string{form("甲") + "\n项目名称 | 甲 | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值\n效益指标 | 社会效益指标 | 受益人数 | 5人"}, "甲", ":"},
		{"the same form twice", []string{form("甲"), "", form("甲")}, "甲 甲", ": :"},
	} {
		d := readPage(t, c.blocks...)
		var names []string
		for i := range d.Projects {
			p := &d.Projects[i]
			names = append(names, p.Name)
			if again := strings.Count(strings.Join(c.blocks, "\n"), "受益人数"); len(p.Indicators) != 2+again || len(p.Goals) != 1 || p.Goals[0] != "办好"+p.Name || p.Unit.Name != "某局" {
				t.Errorf("%s: project %d: %d indicators, goals %q, unit %q", c.name, i+1, len(p.Indicators), p.Goals, p.Unit.Name)
			}
		}
		if got := strings.Join(names, " "); got != c.names || titles(d) != c.titles || codes(d) != "" && codes(d) != "D006" {
			t.Errorf("%s: projects %q with titles %q, findings %v", c.name, got, titles(d), d.Findings)
		}
	}
}

// TestFormNumber reads a unit beside the number of the form.
func TestFormNumber(t *testing.T) {
	const table = "项目名称 | 甲 | 绩效目标 | 办好\n预算数（万元） | 5 | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 次数 | ≥3次"
	for _, line := range []string{"部门：某县水务局　　公开14表", "某县水务局　　公开14表", "填报单位：某县水务局     附表3-1", "编制单位：某县水务局 金额单位：万元"} {
		d := readPage(t, "项目支出绩效目标表", line, table)
		p := &d.Projects[0]
		if p.Unit.Name != "某县水务局" || p.Name != "甲" || strings.Trim(strings.NewReplacer("D006", "", "D031", "").Replace(codes(d)), " ,") != "" {
			t.Errorf("%q: unit %q, name %q, findings %v", line, p.Unit.Name, p.Name, d.Findings)
		}
		if number := strings.Contains(line, "表"); number != (len(p.Extra) == 1 && strings.HasSuffix(line, p.Extra[0].Text)) {
			t.Errorf("%q: extra %v", line, p.Extra)
		}
	}
}

// TestChapterTitles: the title of a document or of a chapter announces no table
// of its own; a title whose table is missing does.
func TestChapterTitles(t *testing.T) {
	first, second := strings.Replace(basicTable, "甲项目", "乙", 1), indicatorTable
	for _, c := range []struct {
		name   string
		blocks []string
		want   string
	}{
		{"a chapter numbered otherwise", []string{"@_Toc100 二、项目绩效目标表", "@_Toc101 1.甲绩效目标表", basicTable, indicatorTable, "@_Toc102 2.乙绩效目标表", first, second}, ""},
		{"a chapter that begins its parts anew", []string{"2.项目绩效目标表", "1.甲绩效目标表", basicTable, indicatorTable}, ""},
		{"a chapter with a line of its own", []string{"2.项目绩效目标表", "本部门共有一个项目。", "1.甲绩效目标表", basicTable, indicatorTable}, ""},
		{"a project without its table", []string{"1.甲绩效目标表", "2.乙绩效目标表", first, second}, "D002"},
		{"a bookmark of the budget system", []string{"@_Toc_4_4_1 甲绩效目标表", "@_Toc_4_4_2 乙绩效目标表", first, second}, "D002"},
		{"a table that is not read", []string{"二、项目绩效目标表", "1.甲绩效目标表", basicTable, indicatorTable, "2.丙绩效目标表", "某甲 | 某乙\n某丙 | 某丁", "1.乙绩效目标表", first, second}, "D002"},
	} {
		d := readPage(t, c.blocks...)
		if got := strings.ReplaceAll(codes(d), "D006", ""); strings.TrimSpace(got) != c.want {
			t.Errorf("%s: findings %v, want %q", c.name, d.Findings, c.want)
		}
	}
}

// TestListUnits reads rows that stand for the unit of the projects below them.
func TestListUnits(t *testing.T) {
	const head = "单位编码 | 项目名称 | 预算数（元） | 年度目标 | 一级指标 | 三级指标 | 指标值\n"
	const rows = "301 | 甲项 | 3 | 办好 | 产出指标 | 次数 | 1次\n301 | 乙项 | 4 |  | 产出指标 | 个数 | 2个\n"
	for _, c := range []struct{ name, table, want string }{
		{"the sum of its projects", head + "301 | 某局 | 7 |  |  |  | \n" + rows, "甲项 乙项"},
		{"two units", head + "301 | 某局 | 7 |  |  |  | \n" + rows + "302 | 某站 | 5 |  |  |  | \n302 | 丙项 | 5 | 办完 | 产出指标 | 次数 | 3次", "甲项 乙项 丙项"},
		{"a project that adds up to nothing", head + "301 | 某项 | 6 |  |  |  | \n" + rows, "某项 甲项 乙项"},
		{"a project with a goal", head + "301 | 某项 | 7 | 办成 |  |  | \n" + rows, "某项 甲项 乙项"},
	} {
		d := readPage(t, c.table)
		var names []string
		for _, p := range d.Projects {
			names = append(names, p.Name)
			if !strings.HasPrefix(c.want, "某项") && (p.Unit.Name == "" || (p.Unit.Name == "某站") != (p.Name == "丙项")) {
				t.Errorf("%s: %s is of %q", c.name, p.Name, p.Unit.Name)
			}
		}
		if got := strings.Join(names, " "); got != c.want || strings.Contains(codes(d), "D007") {
			t.Errorf("%s: projects %q, findings %v", c.name, got, d.Findings)
		}
	}
}

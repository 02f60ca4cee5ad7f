package form

import (
	"slices"
	"strings"
	"testing"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/sheet"
)

// TestBetween: what may stand between the halves of an indicator table, and what
// makes the second one a table that says something else.
func TestBetween(t *testing.T) {
	t.Parallel()
	const top = "项目名称 | 甲 | 绩效目标 | 办好\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 修渠 | 3处"
	const rest = "^ | 质量指标 | 合格率 | 95%"
	for _, c := range []struct {
		name  string
		lines []string
		joins bool
	}{
		{"nothing", nil, true},
		{"a note of two numbered lines", []string{"注：1.数据截至上年末", "2.以批复为准"}, true},
		{"a numbered line that goes on with no note", []string{"2.以批复为准"}, false},
		{"the number of a page ends the note", []string{"注：1.数据截至上年末", "第1页", "2.以批复为准"}, false},
		{"the money unit ends the note", []string{"注：1.数据截至上年末", "金额单位：万元", "2.以批复为准"}, false},
		{"a label that names no project", []string{"填报单位：某局"}, true},
		{"a label that names another", []string{"项目名称：乙"}, false},
		{"the year", []string{"（2024年度）"}, true},
		{"a year in words", []string{"自2024年度起另行安排的其他事项"}, false},
		{"a year with a word or two", []string{"（2024年度预算申报）"}, true},
		{"a year with a word more", []string{"（2024年度预算申报稿）"}, false},
	} {
		blocks := append([]string{top}, c.lines...)
		d := readPage(t, append(blocks, strings.Replace(rest, "^", " ", 1))...)
		if got := len(d.Projects[0].Indicators) == 2; got != c.joins || len(d.Projects) != 1 {
			t.Errorf("%s: joined %v, %d projects, findings %v", c.name, got, len(d.Projects), d.Findings)
		}
	}
}

// TestSaidAbove: a line of the top of the page, of which the first eight are
// kept in mind, may come again on the next page.
func TestSaidAbove(t *testing.T) {
	t.Parallel()
	above := []string{"某县甲中心", "某县乙中心", "某县丙中心", "某县丁中心", "某县戊中心", "某县己中心", "某县庚中心", "某县辛中心", "某县壬中心"}
	const top = "项目名称 | 甲 | 绩效目标 | 办好\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 修渠 | 3处"
	for line, joins := range map[string]bool{above[0]: true, above[7]: true, above[8]: false, "某县癸中心": false} {
		d := readPage(t, append(slices.Clone(above), top, line, " | 质量指标 | 合格率 | 95%")...)
		if got := len(d.Projects[0].Indicators) == 2; got != joins {
			t.Errorf("%s: joined %v, findings %v", line, got, d.Findings)
		}
	}
}

// TestLinesAbove takes the year, and the title of a table that names no project,
// from the line above it, if that is short enough to be one.
func TestLinesAbove(t *testing.T) {
	t.Parallel()
	const named, unnamed = "项目名称 | 甲 | 绩效目标 | 办好\n", "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 修渠 | 3处"
	const years = "一级指标 | 三级指标 | 2023年指标值 | 2024年指标值\n产出指标 | 修渠 | 2处 | 3处"
	unit := func(blanks int) string {
		return "（2024年度）" + strings.Repeat(" ", blanks) + "金额单位：万元"
	}
	title := func(length int) string { return "某县" + strings.Repeat("甲", length-4) + "一览" }
	for _, c := range []layout{
		{"the year and the money unit", []string{unit(15), named + unnamed}, "fiscal_year=2024", ""},
		{"a line too long for the year", []string{unit(16), named + unnamed}, "fiscal_year=", ""},
		{"the year of the first line", []string{"（2023年度）", unit(1), named + unnamed}, "fiscal_year=2023", ""},
		{"the year below the title", []string{"甲绩效目标表", "（2024年度）", named + unnamed}, "fiscal_year=2024", ""},
		{"the year below a title of another", []string{"2023年甲绩效目标表", "（2024年度）", named + years}, "fiscal_year=2024; indicators.#=1; indicators[0].target.number=3; indicators[0].history[0].year=2023", "D029"},
		{"the year of the title", []string{"2024年甲绩效目标表", named + years}, "fiscal_year=2024; indicators.#=1; indicators[0].target.number=3", "D029"},
		{"the title of a table without a project", []string{title(60), unnamed}, "title=" + title(60), ""},
		{"a line too long for a title", []string{title(61), unnamed}, "title=", ""},
		{"no title of a table that names its project", []string{title(60), named + unnamed}, "title=; name=甲", ""},
		{"no title of a table without indicators", []string{title(60), "预算数（元） | 5 | 绩效目标 | 办好\n联系人 | 某甲 | 预算单位 | 某局"}, "title=", ""},
		{"the last of two lines", []string{"说明文字一行", title(10), unnamed}, "title=" + title(10), ""},
	} {
		c.hold(t)
	}
}

// TestDocumentYear takes the year of the submission from its first project, else
// from a short line before the tables.
func TestDocumentYear(t *testing.T) {
	t.Parallel()
	const plain, dated = "项目名称 | 甲 | 绩效目标 | 办好", "项目名称 | 甲 | 年度 | 2023年\n绩效目标 | 办好 | < | <"
	for _, c := range []struct {
		name   string
		blocks []string
		want   int
	}{
		{"of a line", []string{"某局2024年部门预算", "正文", plain}, 2024},
		{"of the first of two lines", []string{"某局2024年部门预算", "2025年3月另行印发的通知全文", plain}, 2024},
		{"of the project", []string{"某局2024年部门预算", "正文", dated}, 2023},
		{"of a line below the table", []string{plain, "某局2024年部门预算"}, 0},
		{"of a line as long as one may be", []string{strings.Repeat("某", 21) + "2024年部门预算", "正文", plain}, 2024},
		{"of a longer line", []string{strings.Repeat("某", 22) + "2024年部门预算", "正文", plain}, 0},
	} {
		if d := readPage(t, c.blocks...); d.FiscalYear != c.want {
			t.Errorf("%s: %d, want %d", c.name, d.FiscalYear, c.want)
		}
	}
}

// TestLinesOfForms gives each of two forms the line above it once, and the unit
// that a table names goes before that of the line.
func TestLinesOfForms(t *testing.T) {
	t.Parallel()
	whole := func(name, unit string) string {
		return "项目名称 | " + name + " | 预算单位 | " + unit + "\n绩效目标 | 办好 | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 修渠 | 3处"
	}
	for _, c := range []layout{
		{"one line above each", []string{"主管部门：328001某局", whole("甲", "216001某站"), "主管部门：328001某局", whole("乙", "216002某所")},
			"projects.#=2; extra.#=1; extra[0].text=328001某局; projects[1].name=乙; projects[1].extra.#=1; projects[1].extra[0].text=328001某局", ""},
		{"another unit than the table names", []string{"预算单位：某局", whole("甲", "某站")}, "unit.name=某站; extra.#=1; extra[0].label=预算单位; extra[0].text=某局", ""},
		{"the same unit with its code and a place for its seal", []string{"预算单位：216001某站（盖章）", whole("甲", "某站")}, "unit.name=某站; extra.#=0", ""},
		{"the unit once more", []string{"预算单位：某站", whole("甲", "某站")}, "unit.name=某站; extra.#=0", ""},
		{"the last kind of unit once more", []string{"实施单位：某站", strings.Replace(whole("甲", "某站"), "预算单位", "实施单位", 1)}, "extra.#=0", ""},
		{"a unit above a table that names its year", []string{"实施单位：某站", under("年度 | 2024年 | < | <")[0]}, "unit.name=某站; fiscal_year=2024; extra.#=0", ""},
		{"another code above a table that names its own", []string{"项目编码：A2", under("项目编码 | A1 | < | <")[0]}, "code=A1; extra.#=1; extra[0].text=A2", "D018"},
		{"another name above a table that names its own", []string{"项目名称：乙", whole("甲", "某站")}, "name=甲; extra.#=1; extra[0].text=乙", "D018"},
		{"the name once more with its code", []string{"项目名称：13028122P00352110001D-甲", whole("甲", "某站")}, "name=甲; extra.#=0", ""},
		{"another year above a table that names its own", []string{"年度：2023年", under("年度 | 2024年 | < | <")[0]}, "fiscal_year=2024; extra.#=1; extra[0].text=2023年", "D018"},
		{"the year once more", []string{"年度：2024年", under("年度 | 2024年 | < | <")[0]}, "fiscal_year=2024; extra.#=0", ""},
		{"a unit that the table does not name", []string{"预算单位：某站", under("联系人 | 某甲 | < | <")[0]}, "unit.name=某站; extra.#=1", ""},
	} {
		c.hold(t)
	}
}

// TestPartsPlaced holds each part of a target to the bytes that it was read from.
func TestPartsPlaced(t *testing.T) {
	t.Parallel()
	c := &sheet.Cell{Cell: &block.Cell{Text: "新建3处，改建3处", Start: 1000, End: 1000 + len("新建3处，改建3处")}}
	v := model.Value{Parts: []model.Value{
		{Text: "新建3处", Readings: model.Readings{Figure: &model.Reading{Text: "3处", Start: 6, End: 10}}},
		{Text: "改建3处", Readings: model.Readings{Figure: &model.Reading{Text: "3处", Start: 6, End: 10}}},
	}}
	place(&v, c, 0)
	var got []int
	for _, part := range v.Parts {
		got = append(got, part.Readings.Figure.Start, part.Readings.Figure.End)
	}
	wantStart, wantEnd := c.Range(6, 10)
	second := strings.Index(c.Text, "改建") + 6
	againStart, againEnd := c.Range(second, second+4)
	if want := []int{wantStart, wantEnd, againStart, againEnd}; !slices.Equal(got, want) || wantStart == 6 {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestUnreadPlace points to the head of the first column of a table whose targets
// could not be told.
func TestUnreadPlace(t *testing.T) {
	t.Parallel()
	d := readPage(t, "项目名称 | 甲 | 绩效目标 | 办好 | <\n一级指标 | 二级指标 | 三级指标 | 甲栏 | 乙栏\n产出指标 | 数量指标 | 修渠 | 3处 | 4处\n^ | ^ | 修路 | 2公里 | 3公里")
	at := slices.IndexFunc(d.Findings, func(f model.Finding) bool { return f.Code == draft.Rules[draft.RuleUnread].Code })
	if at < 0 || d.Findings[at].Origin.Row != 2 || d.Findings[at].Origin.Column != 1 {
		t.Errorf("%+v", d.Findings)
	}
}

// TestTraceOfNoNeeds says nothing of what a form was told by where it needs nothing.
func TestTraceOfNoNeeds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		table TableTrace
		want  string
	}{
		{TableTrace{Table: 1, Form: "own", FormName: model.Text{ZH: "自定"}}, "表1：自定（own）"},
		{TableTrace{Table: 1, Form: "own", FormName: model.Text{ZH: "自定"}, Candidates: []string{"own", "other"}}, "表1：自定（own）；同时符合：own other"},
	} {
		var b strings.Builder
		c.table.write(&b, model.Chinese)
		if first, _, _ := strings.Cut(b.String(), "\n"); first != c.want {
			t.Errorf("%q, want %q", first, c.want)
		}
	}
}

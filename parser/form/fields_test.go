package form

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
)

// layout is what stands on a page, and what must be read from it: paths of
// fields with their values, parted by semicolons, and the codes of the findings.
type layout struct {
	name     string
	blocks   []string
	want     string
	findings string
}

// under is a table with a project above its rows and an indicator below.
func under(rows string) []string {
	return []string{"项目名称 | 甲 | < | <\n" + strings.Trim(rows, "\n") + "\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 次数 | ≥3次"}
}

func (l *layout) hold(t *testing.T) {
	t.Helper()
	doc, trace := page(t, l.blocks...), &Trace{}
	d, err := Read(context.Background(), doc, Options{Trace: trace})
	if err != nil {
		t.Errorf("%s: %v", l.name, err)
		return
	}
	expect := map[string]string{}
	for field := range strings.SplitSeq(l.want, "; ") {
		path, text, _ := strings.Cut(field, "=")
		expect[path] = text
	}
	if err := (&example{Expect: expect}).compare(d); err != nil {
		t.Errorf("%s: %v", l.name, err)
	}
	if codes(d) != l.findings {
		t.Errorf("%s: findings %v, want %q", l.name, d.Findings, l.findings)
	}
	referred(t, l.name, doc, d)
	followed(t, l.name, trace, d)
}

// referred holds each field of the projects to the bytes of the cell that are
// given as its place, and asks for the place of each text.
func referred(t *testing.T, name string, doc *block.Document, d *model.Document) {
	t.Helper()
	r := &references{t: t, name: name, tables: map[int]*block.Table{}}
	for _, b := range doc.Blocks {
		if b.Table != nil {
			r.tables[b.Table.Index] = b.Table
		}
	}
	if err := json.Unmarshal(model.AppendJSON(nil, d, false), &r.data); err != nil {
		t.Fatal(err)
	}
	for i := range d.Projects {
		p := &d.Projects[i]
		of := fmt.Sprintf("projects[%d].", i)
		r.check(p.Name, of, p.Cells, places(p))
		for k := range p.Indicators {
			in := &p.Indicators[k]
			r.check(in.Level3, fmt.Sprintf("%sindicators[%d].", of, k), in.Cells, placesOf(in))
			r.readings(in)
		}
	}
	for _, f := range d.Findings {
		if f.Origin.Row > 0 && r.cell(f.Origin.Table, f.Origin.Row, f.Origin.Column) == nil {
			t.Errorf("%s: no cell begins where %s stands: %+v", name, f.Code, f.Origin)
		}
		if saysWhat[f.Code] && len(f.Args) == 0 {
			t.Errorf("%s: %s does not say what it found: %s", name, f.Code, f.Message)
		}
	}
}

// saysWhat are the findings that give what they found as arguments.
var saysWhat = map[string]bool{"D007": true, "D014": true, "D017": true, "D018": true}

// followed holds each cell that a form left over to a finding, and looks for the
// text of each value in what was read.
func followed(t *testing.T, name string, trace *Trace, d *model.Document) {
	t.Helper()
	all := string(model.AppendJSON(nil, d, false))
	for _, table := range trace.Tables {
		for _, c := range table.Cells {
			switch c.Rule {
			case "left":
				if !slices.ContainsFunc(d.Findings, func(f model.Finding) bool {
					return f.Origin.Table == table.Table && f.Origin.Row == c.Row && f.Origin.Column == c.Column
				}) {
					t.Errorf("%s: %q was left over and is in no finding", name, c.Text)
				}
			case "block":
				if c.Field == "indicators" { // each has its own places
					continue
				}
				fallthrough
			case "right", "below", "column", "crossing", "pair", "unread":
				for line := range strings.SplitSeq(c.Text, "\n") {
					if n, ok := label.LeadingNumber(label.Trim(line)); ok {
						line = label.Trim(line)[n.End:]
					}
					if !settled[c.Field] && !strings.Contains(all, label.Trim(line)) && !strings.Contains(all, draft.HalfWidth(line)) {
						t.Errorf("%s: %q (%s, %s) is nowhere in the result", name, line, c.Rule, c.Field)
					}
				}
			}
		}
	}
}

// settled are the fields whose cells hold more or other words than the result.
var settled = map[string]bool{"year": true, "money_unit": true, "name": true, "unit": true, "department": true, "implementer": true, "target.operator": true, "weight": true, "level2": true}

// references are what refers to the cells of tables.
type references struct {
	t      *testing.T
	name   string
	tables map[int]*block.Table
	data   any // the document's JSON
}

// cell is the cell that begins at a place of a table, nil for none.
func (r *references) cell(table, row, column int) *block.Cell {
	if r.tables[table] == nil {
		return nil
	}
	c := r.tables[table].At(row, column)
	if c == nil || c.Row != row || c.Column != column {
		return nil
	}
	return c
}

func (r *references) check(what, of string, cells []model.CellRef, must []string) {
	r.t.Helper()
	var have []string
	for _, ref := range cells {
		have = append(have, ref.Field)
		said := ""
		for _, part := range [...]string{".text", ".amount.text", ".value.text", ""} {
			if text, err := pick(r.data, of+ref.Field+part); err == nil {
				said = text
				break
			}
		}
		if r.tables[ref.Table] == nil {
			continue // a line above the tables
		}
		c := r.cell(ref.Table, ref.Row, ref.Column)
		if c == nil || !reworded[ref.Field] && !strings.Contains(c.Text, said) && !strings.Contains(label.Normal(c.Text), said) {
			r.t.Errorf("%s: %s of %s is %q and refers to row %d, column %d", r.name, ref.Field, what, said, ref.Row, ref.Column)
			continue
		}
		if said == "" && ref.Field == "target" {
			continue // a target that is missing refers to the name
		}
		if piece := label.Trim(c.Text[ref.Start-c.Start : ref.End-c.Start]); len(piece) < len(c.Text) && piece != label.Trim(said) {
			r.t.Errorf("%s: %s of %s is %q and refers to %q", r.name, ref.Field, what, said, piece)
		}
	}
	for _, path := range must {
		if !slices.Contains(have, path) {
			r.t.Errorf("%s: nothing says where %s of %s stands", r.name, path, what)
		}
	}
}

// readings holds an indicator, and the readings of its target, to their bytes.
func (r *references) readings(in *model.Indicator) {
	r.t.Helper()
	c := r.cell(in.Origin.Table, in.Origin.Row, in.Origin.Column)
	if c == nil {
		r.t.Errorf("%s: nothing says where the indicator %s stands: %+v", r.name, in.Level3, in.Origin)
		return
	}
	said := c.Text[in.Origin.Start-c.Start : in.Origin.End-c.Start]
	if text := cmp.Or(in.Target.Text, in.Level3); !(said == "" && in.Target.Text == "") && !strings.Contains(said, text) || len(said) < len(c.Text) && said != text {
		r.t.Errorf("%s: the indicator %s with %q stands at %q", r.name, in.Level3, in.Target.Text, said)
	}
	for _, reading := range [...]*model.Reading{in.Target.Readings.Figure, in.Target.Readings.Statement} {
		if reading != nil && c.Text[reading.Start-c.Start:reading.End-c.Start] != reading.Text {
			r.t.Errorf("%s: the reading %q of %s is at %d to %d of %q", r.name, reading.Text, in.Level3, reading.Start-c.Start, reading.End-c.Start, c.Text)
		}
	}
}

// placesOf are the fields of an indicator that must have a place.
func placesOf(in *model.Indicator) []string {
	texts := map[string]string{"level1": in.Level1, "level2": in.Level2, "level3": in.Level3, "description": in.Description, "target": in.Target.Text,
		"basis": in.Basis, "weight": string(in.Weight), "score": string(in.Score)}
	if in.Actual != nil {
		texts["actual"] = in.Actual.Text
	}
	var out []string
	for path, text := range texts {
		if text != "" {
			out = append(out, path)
		}
	}
	for i := range in.History {
		out = append(out, draft.Indexed("history", i))
	}
	for i := range in.Grades {
		out = append(out, draft.Indexed("grades", i))
	}
	return out
}

// reworded are the fields that are not given as their cells print them.
var reworded = map[string]bool{"purpose": true, "target.operator": true, "target.unit": true}

// places are the fields of a project that must have one.
func places(p *model.Project) []string {
	var out []string
	for path, text := range map[string]string{"code": p.Code, "name": p.Name, "unit.code": p.Unit.Code, "unit.name": p.Unit.Name, "purpose": p.Purpose} {
		if text != "" {
			out = append(out, path)
		}
	}
	list := func(path string, n int) {
		for i := range n {
			out = append(out, draft.Indexed(path, i))
		}
	}
	list("extra", len(p.Extra))
	list("goals", len(p.Goals))
	list("budget.lines", len(p.Budget.Lines))
	if p.LongTerm != nil {
		list("long_term.goals", len(p.LongTerm.Goals))
		list("long_term.budget.lines", len(p.LongTerm.Budget.Lines))
	}
	if p.Evaluation != nil {
		list("evaluation.printed", len(p.Evaluation.Printed))
	}
	return out
}

// TestBasicFields reads the rows around the indicators as clerks fill them.
func TestBasicFields(t *testing.T) {
	t.Parallel()
	for _, c := range []layout{
		{"a money unit in a cell of its own", under("金额单位 | 元 | 预算数 | 500"), "budget.total.yuan=500; budget.total.unit=元", ""},
		{"words beside the name of a sum", under("全年执行数 | 见附表 | 预算数（元） | 5"), "budget.total.number=5; budget.executed=; extra[0].label=全年执行数; extra[0].text=见附表", ""},
		{"nothing beside the name of a sum", under("预算数（元） | 5 | 全年执行数 | "), "budget.total.number=5; budget.executed=", ""},
		{"a money unit that is none", under("金额单位 | 件 | 预算数 | 500"), "budget.total.yuan=; extra[0].label=金额单位; extra[0].text=件", "D014"},
		{"a money unit that comes later counts too", under("预算数 | 500 | 金额单位 | 元"), "budget.total.number=500", "D014"},
		{"the same name twice", under("项目名称 | 甲 | 预算数（元） | 5"), "name=甲; extra.#=0", ""},
		{"another name below", under("项目名称 | 乙 | 预算数（元） | 5"), "name=甲; extra[0].text=乙", "D018"},
		{"a year in a cell", under("年度 | 2023年 | 预算数（元） | 5"), "fiscal_year=2023", ""},
		{"a year that is none", under("年度 | 明年 | 预算数（元） | 5"), "fiscal_year=; extra[0].label=年度; extra[0].text=明年", ""},
		{"a year of five digits", under("年度 | 12023年 | 预算数（元） | 5"), "fiscal_year=; extra[0].text=12023年", ""},
		{"a year cut short", under("年度 | 202年 | 预算数（元） | 5"), "fiscal_year=; extra[0].text=202年", ""},
		{"no year but that of the code", under("项目编码 | 13028122P00352110001D | 预算数（元） | 5"), "fiscal_year=2022; code=13028122P00352110001D", ""},
		{"a code of another shape names none", under("项目编码 | 13028122000352110001D | 预算数（元） | 5"), "fiscal_year=; code=13028122000352110001D", ""},
		{"a code with a small letter names none", under("项目编码 | 13028122P0035211000aD | 预算数（元） | 5"), "fiscal_year=", ""},
		{"a code one digit short names none", under("项目编码 | 13028122P0035211001D | 预算数（元） | 5"), "fiscal_year=", ""},
		{"a code before the name", []string{"项目名称 | 130281220000353-渠道清淤 | < | <\n绩效目标 | 办好 | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 次数 | ≥3次"}, "code=130281220000353; name=渠道清淤", ""},
		{"what is too short for a code", []string{"项目名称 | 13028122000035-渠道清淤 | < | <\n绩效目标 | 办好 | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 次数 | ≥3次"}, "code=; name=13028122000035-渠道清淤", ""},
		{"purpose", under("资金用途 | 修渠 | 预算数（元） | 5"), "purpose=修渠", ""},
		{"the unit before the department", under("主管部门 | 216001某局 | 预算单位 | 216002某站"), "unit.code=216002; unit.name=某站; extra[0].label=主管部门; extra[0].text=216001某局", ""},
		{"the department alone", under("主管部门 | 216001某局 | 预算数（元） | 5"), "unit.code=216001; unit.name=某局; extra.#=0", ""},
		{"a unit left empty", under("主管部门 | 216001某局 | 预算单位 | "), "unit.code=216001; extra.#=1; extra[0].label=预算单位", ""},
		{"two units of a kind", under("预算单位 | 某站 | 预算单位 | 某所"), "unit.name=某站; extra[0].label=预算单位; extra[0].text=某所", ""},
		{"a seal behind the unit", under("预算单位 | 某站（盖章） | 预算数（元） | 5"), "unit.name=某站", ""},
		{"the code of a unit in its own cell", under("单位编码 | 216001 | 单位名称 | 某站"), "unit.code=216001; unit.name=某站", ""},
		{"a unit in a cell with its label", under("预算单位：216001某站 | < | < | <"), "unit.code=216001; unit.name=某站", ""},
		{"two labels in a cell", under("填报单位：某站　　金额单位：元 | < | < | <\n预算数 | 5 | < | <"), "unit.name=某站; budget.total.yuan=5", ""},
		{"goals in a cell with their label", under("绩效目标：1.修渠。2.修路。 | < | < | <"), "goals.#=2; goals[1]=修路。", ""},
		{"an amount in a cell with its label", under("预算数：5元 | < | < | <"), "budget.total.yuan=5", ""},
		{"an unknown label in a cell", under("联系电话：123 | < | < | <"), "extra[0].label=联系电话; extra[0].text=123", ""},
		{"a sentence with a colon", under("本项目经研究决定实施如下内容：修渠 | < | < | <"), "extra.#=0", "D007"},
	} {
		c.hold(t)
	}
}

// TestUnknownLabels keeps labels that no table holds, with what stands beside.
func TestUnknownLabels(t *testing.T) {
	t.Parallel()
	for _, c := range []layout{
		{"a pair", under("联系人 | 某甲 | < | <"), "extra.#=1; extra[0].label=联系人; extra[0].text=某甲", ""},
		{"two pairs", under("联系人 | 某甲 | 手机 | 123"), "extra.#=2; extra[1].label=手机; extra[1].text=123", ""},
		{"two pairs, nothing filled in", under("联系人 |  | 手机 | "), "extra.#=2; extra[0].label=联系人; extra[0].text=; extra[1].label=手机", ""},
		{"the second left empty", under("联系人 | 某甲 | 手机 | "), "extra.#=2; extra[0].text=某甲; extra[1].label=手机; extra[1].text=", ""},
		{"one label of several", under("经手之人 | 某甲 | 某乙 | <"), "extra.#=2; extra[0].label=经手之人; extra[0].text=某甲; extra[1].label=经手之人; extra[1].text=某乙", ""},
		{"two pairs of labels that nothing is known of", under("经手之人 | 某甲 | 复核之人 | 某乙"), "extra.#=2; extra[0].text=某甲; extra[1].label=复核之人; extra[1].text=某乙", ""},
		{"a lost merge behind the value", under("联系人 | 某甲 |  | "), "extra.#=1; extra[0].text=某甲", ""},
		{"a blank before the value", under("联系人 |  | 某甲 | <"), "extra.#=1; extra[0].label=联系人; extra[0].text=某甲", ""},
		{"beside a known label", under("联系人 | 某甲 | 资金用途 | 修渠"), "extra.#=1; extra[0].text=某甲; purpose=修渠", ""},
		{"text as wide as the table", under("以上内容属实 | < | < | <"), "extra.#=0", "D007"},
		{"a caption of several rows", under("联系 | 联系人 | 某甲 | <\n^ | 手机 | 123 | <"), "extra.#=3; extra[0].label=联系人; extra[1].label=手机; extra[2].label=联系", ""},
	} {
		c.hold(t)
	}
}

// TestLabelsInCells reads cells that hold their label, or need none.
func TestLabelsInCells(t *testing.T) {
	t.Parallel()
	const wide = " | < | < | <"
	for _, c := range []layout{
		{"the money unit", under("单位：万元" + wide + "\n预算数 | 5 | < | <"), "budget.total.unit=万元; unit.name=; extra.#=0", ""},
		{"a unit and an amount", under("主管部门：某局 | < | 预算数：30万元 | <"), "unit.name=某局; budget.total.yuan=300000", ""},
		{"a goal", under("绩效目标：办好" + wide), "goals.#=1; goals[0]=办好", ""},
		{"the purpose", under("资金用途：修渠" + wide), "purpose=修渠", ""},
		{"a label of no field", under("项目类别：新增" + wide), "extra.#=1; extra[0].label=项目类别; extra[0].text=新增", ""},
		{"an unknown label", under("联系电话：123" + wide), "extra.#=1; extra[0].label=联系电话; extra[0].text=123", ""},
		{"an unknown label, as long as one may be", under("关于本表各栏目的若干说明：须盖章" + wide), "extra.#=1; extra[0].text=须盖章", ""},
		{"words longer than a label", under("关于本表各个栏目的若干说明：须盖章" + wide), "extra.#=0", "D007"},
		{"an unknown label beside its value", under("某某：乙 | 丙丁 | < | <"), "extra.#=1; extra[0].label=某某：乙; extra[0].text=丙丁", ""},
		{"the unit in the third row", under("联系人 | 某甲 | < | <\n216001某局" + wide), "unit.code=216001; unit.name=某局; extra.#=1", ""},
		{"the unit farther down", under("联系人 | 某甲 | < | <\n手机 | 123 | < | <\n216001某局" + wide), "unit.name=; extra.#=2", "D007"},
		{"a unit below another", under("预算单位 | 某站 | < | <\n216001某局" + wide), "unit.name=某站; unit.code=", "D007"},
		{"a code alone", under("216001" + wide), "unit.name=; unit.code=", "D007"},
		{"the title", under("2024年甲工程绩效目标表" + wide), "title=2024年甲工程绩效目标表; fiscal_year=2024", ""},
		{"a title as long as one may be", under(strings.Repeat("甲", 55) + "绩效目标表" + wide), "title=" + strings.Repeat("甲", 55) + "绩效目标表", ""},
		{"words longer than a title", under(strings.Repeat("甲", 56) + "绩效目标表" + wide), "title=", "D007"},
		{"the title below the year", under("（2023年度）" + wide + "\n2024年甲工程绩效目标表" + wide), "fiscal_year=2023", ""},
		{"two titles", under("甲工程绩效目标表" + wide + "\n乙工程绩效目标表" + wide), "title=甲工程绩效目标表", ""},
		{"the year with few words", under("（2024年度预算申报）" + wide), "fiscal_year=2024; extra.#=0", ""},
		{"the year with more words", under("（2024年度预算申报稿）" + wide), "fiscal_year=", "D007"},
		{"a caption beside rows, as long as one may be", under("甲乙丙丁戊己庚辛壬癸子丑 | 联系人 | 某甲 | <\n^ | 手机 | 123 | <"), "extra.#=3; extra[2].text=", ""},
		{"words longer than a caption beside rows", under("甲乙丙丁戊己庚辛壬癸子丑寅 | 联系人 | 某甲 | <\n^ | 手机 | 123 | <"), "extra.#=2", "D007"},
	} {
		c.hold(t)
	}
}

// TestListBlocks keeps tables inside a form whose columns no field names.
func TestListBlocks(t *testing.T) {
	t.Parallel()
	for _, c := range []layout{
		{"columns", under("年度主要任务 | 任务名称 | 主要内容 | 完成时间\n^ | 修渠 | 三条 | 六月\n^ | 修路 | 两条 | 九月"),
			"extra.#=6; extra[0].label=年度主要任务/任务名称; extra[0].text=修渠; extra[2].label=年度主要任务/完成时间; extra[5].text=九月", ""},
		{"the label printed in each row", under("年度主要任务 | 任务名称 | 主要内容 | 完成时间\n年度主要任务 | 修渠 | 三条 | 六月"),
			"extra.#=3; extra[1].text=三条", ""},
		{"a row alone", under("年度主要任务 | 修渠 | 三条 | 六月"), "extra.#=3; extra[0].label=年度主要任务; extra[0].text=修渠; extra[2].text=六月", ""},
		{"a head over two columns", under("年度主要任务 | 任务名称 | 内容 | <\n^ | 修渠 | 三条 | 六月"),
			"extra.#=3; extra[1].label=年度主要任务/内容; extra[2].label=年度主要任务/内容; extra[2].text=六月", ""},
		{"no head over the first column", under("年度主要任务 |  | 主要内容 | 完成时间\n^ | 修渠 | 三条 | 六月"),
			"extra.#=2; extra[0].text=三条", "D007"},
	} {
		c.hold(t)
	}
}

// TestRaggedList reads a list whose last row has a cell less than its heads.
func TestRaggedList(t *testing.T) {
	doc := page(t, "项目名称 | 甲 | <\n预算数（万元） | 5 | <\n年度目标 | 办好 | <\n本年工作 | 工作内容 | 预算金额（万元）\n^ | 修渠 | 5")
	table := doc.Blocks[0].Table
	table.Cells, table.Slots[len(table.Slots)-1] = table.Cells[:len(table.Cells)-1], -1
	d, err := Read(context.Background(), doc, Options{})
	if err != nil || len(d.Projects) != 1 || len(d.Projects[0].Extra) == 0 {
		t.Errorf("%+v, %v", d, err)
	}
}

// TestPlans reads 资金支出计划 as forms lay it out.
func TestPlans(t *testing.T) {
	t.Parallel()
	const said = "spending_plan.#=2; spending_plan[0].month=6; spending_plan[0].percent=40; spending_plan[1].month=12; spending_plan[1].percent=100"
	for _, c := range []layout{
		{"shares below the months", []string{"项目名称 | 甲 | <\n资金支出计划（%） | 6月底 | 12月底\n^ | 40 | 100\n一级指标 | 三级指标 | 指标值\n产出指标 | 次数 | ≥3次"}, said, ""},
		{"shares beside the months", []string{"项目名称 | 甲 | < | < | <\n资金支出计划（%） | 6月底 | 40 | 12月底 | 100\n一级指标 | 二级指标 | 三级指标 | 指标值 | <\n产出指标 | 数量指标 | 次数 | ≥3次 | <"}, said, ""},
		{"months below each other", under("资金支出计划（%） | 6月底 | 40 | <\n^ | 12月底 | 100 | <"), said, ""},
		{"no share yet", under("资金支出计划（%） | 6月底 |  | <\n^ | 12月底 | 100 | <"), "spending_plan.#=2; spending_plan[0].percent=; spending_plan[1].percent=100", ""},
		{"the label of the block in each row", under("资金支出计划（%） | 6月底 | 40 | <\n资金支出计划（%） | 12月底 | 100 | <"), said, ""},
		{"a wide label, in each row", under("资金支出计划（%） | < | 6月底 | 40\n资金支出计划（%） | < | 12月底 | 100"), said, ""},
		{"a block right of others", under("年度 | 2024年 | 资金支出计划（%） | 6月底\n主管部门 | 某局 | ^ | 40"), "spending_plan.#=1; spending_plan[0].percent=40; fiscal_year=2024; unit.name=某局", ""},
		{"a row below the block", under("资金支出计划（%） | 6月底 | 40 | <\n联系人 | 某甲 | 年度 | 2024年"), "spending_plan.#=1; fiscal_year=2024", ""},
		{"words for a share", under("资金支出计划（%） | 6月底 | 约半 | <\n^ | 12月底 | 100 | <"), "spending_plan[0].text=约半; spending_plan[0].percent=", "D017"},
		{"a label for a share", []string{"项目名称 | 甲 | <\n资金支出计划（%） | 6月底 | 12月底\n绩效目标 | 办好 | <\n一级指标 | 三级指标 | 指标值\n产出指标 | 次数 | ≥3次"}, "spending_plan.#=2; spending_plan[0].text=; spending_plan[1].text=; goals[0]=办好", ""},
	} {
		c.hold(t)
	}
}

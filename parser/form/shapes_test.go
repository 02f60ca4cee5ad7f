package form

import (
	"context"
	"strings"
	"testing"
)

// shape is an indicator table as some county might print it, with what must come
// out of it.
type shape struct {
	name     string
	table    string
	want     map[string]string
	findings string // codes
}

// shapes are headers whose words no table of labels holds, and headers of
// several rows: each is read right or refused aloud.
var shapes = []shape{
	// One unknown head.
	{"a head of the county's own, worded as a target", "一级指标 | 二级指标 | 三级指标 | 年初核定目标值（A）\n产出指标 | 数量指标 | 渠道清淤 | ≥12公里\n^ | 质量指标 | 验收合格率 | 100%",
		map[string]string{"#": "2", "[0].target.text": "≥12公里", "[1].target.number": "100"}, "D029"},
	{"planned level", "一级指标 | 二级指标 | 三级指标 | 本年度计划水平\n产出指标 | 数量指标 | 播种面积 | 300亩",
		map[string]string{"[0].target.number": "300", "[0].target.unit": "亩"}, "D029"},
	{"a head without any known word over values", "一级指标 | 二级指标 | 三级指标 | 核定量\n产出指标 | 数量指标 | 架设路灯 | 45盏\n效益指标 | 社会效益指标 | 受益户 | ≥600户",
		map[string]string{"[0].target.text": "45盏", "[1].target.operator": ">="}, "D029"},
	{"an unknown head between the name and known ones", "一级指标 | 二级指标 | 三级指标 | 核定量 | 分值 | 备注\n产出指标 | 数量指标 | 架设路灯 | 45盏 | 30 | 新装\n效益指标 | 社会效益指标 | 受益户 | ≥600户 | 60 | ",
		map[string]string{"[0].target.text": "45盏", "[0].weight": "30", "[0].extra[0].text": "新装"}, "D029"},
	{"no head at all over the values", "一级指标 | 二级指标 | 三级指标 | \n产出指标 | 数量指标 | 架设路灯 | 45盏\n效益指标 | 社会效益指标 | 受益户 | ≥600户",
		map[string]string{"[0].target.text": "45盏"}, "D029"},
	{"unknown head over words", "一级指标 | 二级指标 | 三级指标 | 情形\n产出指标 | 质量指标 | 资料归档 | 装订成册并入库\n效益指标 | 社会效益指标 | 邻里关系 | 矛盾纠纷有所缓和",
		map[string]string{"#": "2", "[0].target.kind": "empty", "[0].extra[0].text": "装订成册并入库"}, "D028"},
	{"two unknown columns of values", "一级指标 | 二级指标 | 三级指标 | 甲栏 | 乙栏\n产出指标 | 数量指标 | 架设路灯 | 45盏 | 40盏\n效益指标 | 社会效益指标 | 受益户 | 600户 | 580户",
		map[string]string{"#": "2", "[0].level3": "架设路灯", "[0].target.kind": "empty", "[0].extra[0].label": "甲栏", "[0].extra[1].text": "40盏"}, "D028"},
	{"no column of targets", "一级指标 | 二级指标 | 三级指标 | 分值 | 备注\n产出指标 | 数量指标 | 架设路灯 | 45 | \n效益指标 | 社会效益指标 | 受益户 | 45 | ",
		map[string]string{"#": "2", "[0].weight": "45", "[0].target.kind": "empty"}, "D028"},
	{"年度目标 over the values", "一级指标 | 二级指标 | 三级指标 | 年度目标\n产出指标 | 数量指标 | 架设路灯 | 45盏",
		map[string]string{"[0].target.text": "45盏"}, "D029"},

	// Two or three rows.
	{"last year and this under 指标值", "一级指标 | 二级指标 | 三级指标 | 指标值 | < | 依据\n^ | ^ | ^ | 2020年实际 | 2021年预期 | ^\n产出指标 | 数量指标 | 培训 | 18期 | 20期 | 计划",
		map[string]string{"#": "1", "[0].target.text": "20期", "[0].history[0].label": "2020年实际", "[0].history[0].year": "2020", "[0].history[0].value.text": "18期", "[0].basis": "计划"}, ""},
	{"the same, merges lost", "一级指标 | 二级指标 | 三级指标 | 指标值 |  | 依据\n |  |  | 上年完成 | 本年计划 | \n产出指标 | 数量指标 | 培训 | 18期 | 20期 | 计划",
		map[string]string{"#": "1", "[0].target.text": "20期", "[0].history[0].value.text": "18期"}, ""},
	{"this year first", "一级指标 | 二级指标 | 三级指标 | 指标值 | <\n^ | ^ | ^ | 本年目标 | 上年实际\n产出指标 | 数量指标 | 培训 | 20期 | 18期",
		map[string]string{"#": "1", "[0].target.text": "20期", "[0].history[0].value.text": "18期"}, ""},
	{"前年、上年、预期", "一级指标 | 二级指标 | 三级指标 | 指标值 | < | <\n^ | ^ | ^ | 前年 | 上年 | 预期\n产出指标 | 数量指标 | 培训 | 15期 | 18期 | 20期",
		map[string]string{"[0].target.text": "20期", "[0].history.#": "2"}, ""},
	{"two parts that say nothing", "一级指标 | 二级指标 | 三级指标 | 指标值 | <\n^ | ^ | ^ | 甲 | 乙\n产出指标 | 数量指标 | 培训 | 20期 | 18期",
		map[string]string{"#": "1", "[0].target.kind": "empty", "[0].extra[1].text": "18期"}, "D028"},
	{"three rows: places over years", "一级指标 | 二级指标 | 三级指标 | 各乡镇目标 | < | < | <\n^ | ^ | ^ | 东河镇 | < | 西岭乡 | <\n^ | ^ | ^ | 上年实际 | 本年计划 | 上年实际 | 本年计划\n产出指标 | 数量指标 | 新建水池 | 2座 | 3座 | 4座 | 5座",
		map[string]string{"#": "2", "[0].region": "东河镇", "[0].target.text": "3座", "[0].history[0].value.text": "2座", "[1].region": "西岭乡", "[1].target.text": "5座", "[1].history[0].value.text": "4座"}, "D029 D029"},
	{"sign, number and unit under 指标值", "一级指标 | 二级指标 | 三级指标 | 指标值 | < | <\n^ | ^ | ^ | 符号 | 数值 | 单位\n产出指标 | 数量指标 | 培训 | ≥ | 20 | 期\n^ | 质量指标 | 合格率 | ≥ | 95 | %",
		map[string]string{"[0].target.operator": ">=", "[0].target.number": "20", "[0].target.unit": "期"}, ""},
	{"a group above the levels", "绩效指标 | < | < | 目标值 | 权重\n一级指标 | 二级指标 | 三级指标 | ^ | ^\n产出指标 | 数量指标 | 培训 | ≥20期 | 50",
		map[string]string{"#": "1", "[0].target.text": "≥20期", "[0].weight": "50"}, ""},
	{"a sign and a number under one head", "一级指标 | 二级指标 | 三级指标 | 指标值 | <\n产出指标 | 数量指标 | 培训 | ≥ | 20期\n^ | 质量指标 | 合格率 | ≥ | 95%",
		map[string]string{"[0].target.text": "20期", "[0].target.operator": ">="}, ""},

	// Periods and places.
	{"half and whole year", "一级指标 | 二级指标 | 三级指标 | 半年目标值 | 全年目标值\n产出指标 | 数量指标 | 巡查 | ≥6次 | ≥12次",
		map[string]string{"#": "2", "[0].term": "half_year", "[0].target.number": "6", "[1].term": "annual", "[1].target.number": "12"}, "D029 D029"},
	{"quarters", "一级指标 | 二级指标 | 三级指标 | 一季度目标 | 二季度目标 | 三季度目标 | 四季度目标\n产出指标 | 数量指标 | 巡查 | 3次 | 6次 | 9次 | 12次",
		map[string]string{"#": "4", "[0].term": "quarter_1", "[3].term": "quarter_4", "[3].target.number": "12"}, "D029 D029 D029 D029"},
	{"a column for each township", "一级指标 | 二级指标 | 三级指标 | 指标解释 | 东河镇 | 西岭乡 | 南坪村\n产出指标 | 数量指标 | 新建水池（座） | 当年建成 | 3 | 5 | 1",
		map[string]string{"#": "3", "[0].region": "东河镇", "[1].region": "西岭乡", "[2].target.number": "1", "[2].target.unit": "座", "[1].description": "当年建成"}, "D029 D029 D029"},
	{"townships and their sum", "一级指标 | 二级指标 | 三级指标 | 东河镇 | 西岭乡 | 合计\n产出指标 | 数量指标 | 新建水池 | 3座 | 5座 | 8座",
		map[string]string{"#": "2", "[1].region": "西岭乡"}, "D029 D029 D029"},
	{"three years, one of them the budget's", "一级指标 | 二级指标 | 三级指标 | 2019年 | 2020年 | 2021年\n产出指标 | 数量指标 | 巡查 | 3次 | 6次 | 9次",
		map[string]string{"#": "1", "[0].target.number": "6", "[0].history.#": "2", "[0].history[1].year": "2021"}, "D029"},

	{"half and whole year, planned and done", "一级指标 | 二级指标 | 三级指标 | 目标 | < | 完成 | <\n^ | ^ | ^ | 半年 | 全年 | 半年 | 全年\n产出指标 | 数量指标 | 巡查 | 6次 | 12次 | 5次 | 11次",
		map[string]string{"#": "2", "[0].term": "half_year", "[0].actual.text": "5次", "[1].target.text": "12次", "[1].actual.text": "11次"}, "D029 D029"},
	{"what was done by the middle of the year", "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 上半年完成值 | 全年完成值\n产出指标 | 数量指标 | 巡查 | 12次 | 5次 | 11次",
		map[string]string{"#": "1", "[0].target.text": "12次", "[0].actual.text": "11次", "[0].history[0].label": "上半年完成值"}, ""},
	{"asked for, and changed later", "一级指标 | 二级指标 | 三级指标 | 年初申报数 | 年中调整数 | 实际数\n产出指标 | 数量指标 | 巡查 | 12次 | 11次 | 10次",
		map[string]string{"[0].target.text": "11次", "[0].extra[0].text": "12次", "[0].actual.text": "10次"}, "D029"},
	{"last year, this, and the growth", "一级指标 | 二级指标 | 三级指标 | 指标值 | < | <\n^ | ^ | ^ | 上年度 | 本年度 | 增幅\n产出指标 | 数量指标 | 巡查 | 10次 | 12次 | 20%",
		map[string]string{"#": "1", "[0].target.text": "12次", "[0].history[0].value.text": "10次", "[0].extra[0].text": "20%"}, ""},
	{"what was reached last year, unit and weight beside", "一级指标 | 二级指标 | 三级指标 | 计量单位 | 2019年实际值 | 2020年计划值 | 权重\n产出指标 | 数量指标 | 巡查 | 次 | 10 | 12 | 50\n效益指标 | 社会效益指标 | 户数 | 户 | 7 | 9 | 50",
		map[string]string{"[0].target.number": "12", "[0].target.unit": "次", "[0].history[0].value.number": "10", "[1].weight": "50"}, "D029"},
	{"places without a word of their kind", "一级指标 | 二级指标 | 三级指标 | 城关 | 平川 | 东湖\n产出指标 | 数量指标 | 巡查 | 10次 | 12次 | 3次",
		map[string]string{"#": "1", "[0].target.kind": "empty", "[0].extra[2].text": "3次"}, "D028"},
	{"the same under a head that says so", "一级指标 | 二级指标 | 三级指标 | 分地区目标 | < | <\n^ | ^ | ^ | 城关 | 平川 | 东湖\n产出指标 | 数量指标 | 巡查 | 10次 | 12次 | 3次",
		map[string]string{"#": "3", "[0].region": "城关", "[2].target.number": "3"}, "D029 D029 D029"},

	// Operators and weights.
	{"signs under an odd head", "一级指标 | 二级指标 | 三级指标 | 指标值类型 | 目标值 | 计量单位\n产出指标 | 数量指标 | 巡查 | ≥ | 12 | 次\n效益指标 | 社会效益指标 | 影响 | 定性 | 改善 | ",
		map[string]string{"[0].target.operator": ">=", "[0].target.number": "12", "[1].target.kind": "qualitative"}, ""},
	{"signs under no label", "一级指标 | 二级指标 | 三级指标 | 比法 | 目标值\n产出指标 | 数量指标 | 巡查 | 不低于 | 12次\n成本指标 | 经济成本指标 | 花费 | 不超过 | 3万元",
		map[string]string{"[0].target.operator": ">=", "[1].target.operator": "<="}, ""},
	{"定量 beside the sign", "一级指标 | 二级指标 | 三级指标 | 指标性质 | 计算符号 | 指标值\n产出指标 | 数量指标 | 巡查 | 定量 | ≥ | 12次",
		map[string]string{"[0].target.operator": ">=", "[0].extra[0].text": "定量"}, ""},
	{"no operator in the column of operators", "一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值\n产出指标 | 数量指标 | 巡查 | 见附表 | 12次\n^ | ^ | 走访 | ≥ | 5次",
		map[string]string{"[0].target.operator": "", "[0].extra[0].text": "见附表", "[1].target.operator": ">="}, ""},
	{"a sum behind the weights", "一级指标 | 二级指标 | 三级指标 | 目标值 | 分值权重（90）\n产出指标 | 数量指标 | 巡查 | 12次 | 50\n效益指标 | 社会效益指标 | 影响 | 改善 | 40",
		map[string]string{"[0].weight": "50", "[1].weight": "40"}, ""},
	{"weights told by their sum", "一级指标 | 二级指标 | 三级指标 | 核定量 | 占比\n产出指标 | 数量指标 | 巡查 | 12次 | 30\n^ | ^ | 走访 | 9次 | 30\n效益指标 | 社会效益指标 | 受益户 | 7户 | 40",
		map[string]string{"[0].target.text": "12次", "[2].weight": "40"}, "D029"},

	// Levels.
	{"levels by another word", "一级分类 | 二级分类 | 考核内容 | 目标值\n产出指标 | 数量指标 | 巡查 | 12次",
		map[string]string{"[0].level1": "产出指标", "[0].level2": "数量指标", "[0].level3": "巡查", "[0].target.text": "12次"}, ""},
	{"levels by what stands under them", "大类 | 小类 | 考核指标 | 年度目标值\n产出指标 | 数量指标 | 巡查 | 12次\n效益指标 | 社会效益指标 | 影响 | 改善",
		map[string]string{"[0].level1": "产出指标", "[0].level2": "数量指标", "[0].level3": "巡查", "[0].target.text": "12次"}, ""},
	{"level 2 and 3 alone", "二级指标 | 三级指标 | 达标线\n数量指标 | 巡查 | ≥12次\n质量指标 | 合格率 | ≥90%",
		map[string]string{"[0].level2": "数量指标", "[0].target.text": "≥12次"}, "D029"},
	{"name right of the levels under no known head", "一级指标 | 二级指标 | 事项 | 目标值\n产出指标 | 数量指标 | 巡查 | 12次\n^ | 质量指标 | 整改 | 100%",
		map[string]string{"[0].level3": "巡查", "[1].level3": "整改", "[1].target.number": "100"}, ""},
	{"one level's head unknown, the other known", "所属大类 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 巡查 | 12次\n效益指标 | 社会效益指标 | 影响 | 改善",
		map[string]string{"[0].level1": "产出指标", "[0].level2": "数量指标", "[1].level1": "效益指标"}, ""},
	{"names that read as values, under no known head", "一级指标 | 二级指标 | 事项 | 指标值\n产出指标 | 数量指标 | 指标1：巡查12次 | 12次\n^ | 质量指标 | 指标1：整改率（≥**%） | 100%",
		map[string]string{"[0].level3": "指标1：巡查12次", "[1].target.number": "100"}, ""},
	{"planned to be reached", "一级指标 | 二级指标 | 三级指标 | 拟实现水平\n产出指标 | 数量指标 | 巡查 | ≥12次",
		map[string]string{"[0].target.number": "12"}, "D029"},
	{"what was done, by a word that labels a row elsewhere", "一级指标 | 二级指标 | 三级指标 | 指标值 | 全年完成情况\n产出指标 | 数量指标 | 巡查 | ≥12次 | 13次",
		map[string]string{"[0].target.number": "12", "[0].actual.text": "13次"}, ""},

	// Rows that are no data.
	{"numbers of the columns", "一级指标 | 二级指标 | 三级指标 | 指标值 | 分值\n1 | 2 | 3 | 4 | 5\n产出指标 | 数量指标 | 巡查 | 12次 | 50",
		map[string]string{"#": "1", "[0].level3": "巡查"}, ""},
	{"letters and formulas", "一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 得分\n甲 | 乙 | 丙 | 1 | 2 | 3=2/1\n产出指标 | 数量指标 | 巡查 | 12次 | 12次 | 50",
		map[string]string{"#": "1", "[0].actual.text": "12次"}, ""},
	{"units below the heads", "一级指标 | 二级指标 | 三级指标 | 指标值\n |  |  | （单位：次）\n产出指标 | 数量指标 | 巡查 | 12",
		map[string]string{"#": "1", "[0].target.unit": "次"}, ""},
	{"a box for seals below", "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 巡查 | 12次\n业务科室（盖章） | < | 财务科室（盖章） | <",
		map[string]string{"#": "1"}, ""},
	{"places of the template", "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 指标1：巡查 | 12次\n^ | ^ | 指标2： | \n^ | 质量指标 | 指标1： | \n^ | ^ | 指标2：整改 | 100%",
		map[string]string{"#": "2", "[1].level2": "质量指标"}, ""},
	{"places of the template beside a level of its own", "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 指标1：巡查 | 12次\n^ | 特色 | 指标1： | ",
		map[string]string{"#": "1"}, ""},

	// Heads that do not fit what stands below.
	{"head of a column lost, the others moved", "一级指标 | 二级指标 | 三级指标 | 分值 | \n产出指标 | 数量指标 | 巡查 | ≥12次 | 30\n^ | ^ | 走访 | ≥9次 | 30\n效益指标 | 社会效益指标 | 受益户 | ≥7户 | 40",
		map[string]string{"#": "0"}, "D028"},
	{"last year alone", "一级指标 | 二级指标 | 三级指标 | 上年指标值\n产出指标 | 数量指标 | 巡查 | 12次",
		map[string]string{"#": "1", "[0].target.kind": "empty", "[0].extra[0].text": "12次"}, "D028"},
	{"the same table twice side by side", "一级指标 | 二级指标 | 三级指标 | 指标值 | 一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 巡查 | 12次 | 效益指标 | 社会效益指标 | 受益户 | 7户",
		map[string]string{"#": "2", "[0].level3": "巡查", "[0].term": "", "[1].level1": "效益指标", "[1].target.text": "7户", "[1].term": ""}, ""},
}

func TestShapes(t *testing.T) {
	for _, c := range shapes {
		c.hold(t, "项目名称 | 甲 | 年度 | 2020年 | 绩效目标 | 办好")
	}
}

// hold reads the table below a head of the form, and compares.
func (c *shape) hold(t *testing.T, head string) {
	t.Helper()
	doc, trace := page(t, head, c.table), &Trace{}
	d, err := Read(context.Background(), doc, Options{Trace: trace})
	if err != nil {
		t.Errorf("%s: %v", c.name, err)
		return
	}
	referred(t, c.name, doc, d)
	followed(t, c.name, trace, d)
	expect := map[string]string{}
	for path, text := range c.want {
		if strings.HasPrefix(path, "#") {
			path = "." + path
		}
		expect["indicators"+path] = text
	}
	if err := (&example{Expect: expect}).compare(d); err != nil {
		t.Errorf("%s: %v", c.name, err)
	}
	if codes(d) != c.findings {
		t.Errorf("%s: findings %v, want %q", c.name, d.Findings, c.findings)
	}
}

// TestListUnderUnknownHeads reads a list of projects none of whose heads is a
// label of names: the column left of the levels that holds texts names them.
func TestListUnderUnknownHeads(t *testing.T) {
	d, err := Read(context.Background(), page(t, "单位名称 | 乙局 | 年度 | 2020年",
		"序号 | 支出事项 | 金额（万元） | 预期目标 | 大类 | 小类 | 考核内容 | 应达水平\n"+
			"1 | 渠道清淤 | 50 | 清淤。 | 产出指标 | 数量指标 | 清淤里程 | ≥6公里\n^ | ^ | ^ | ^ | 满意度指标 | 服务对象满意度指标 | 农户满意度 | ≥92%\n"+
			"2 | 水池维修 | 12 | 维修。 | 产出指标 | 数量指标 | 维修座数 | ≥8座"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Projects) != 2 {
		t.Fatalf("%d projects, want 2", len(d.Projects))
	}
	for i, want := range []map[string]string{
		{"name": "渠道清淤", "budget.total.number": "50", "goals[0]": "清淤。", "indicators.#": "2", "indicators[1].target.number": "92"},
		{"name": "水池维修", "budget.total.number": "12", "indicators.#": "1", "indicators[0].level3": "维修座数", "indicators[0].target.number": "8"},
	} {
		one := *d
		one.Projects = d.Projects[i : i+1]
		if err := (&example{Expect: want}).compare(&one); err != nil {
			t.Errorf("project %d: %v", i+1, err)
		}
	}
}

// TestStrayIndicators: rows of indicators under no header are kept and reported.
func TestStrayIndicators(t *testing.T) {
	d := readPage(t, "项目名称 | 甲 | < | <\n绩效目标 | 办好 | < | <\n产出指标 | 数量指标 | 巡查 | 12次\n效益指标 | 社会效益指标 | 受益户 | 7户\n备注 | 无 | < | <")
	if codes(d) != "D028" || !strings.Contains(d.Findings[1].Message, "第3至4行") {
		t.Errorf("findings %v", d.Findings)
	}
	if err := (&example{Expect: map[string]string{"indicators.#": "0", "goals[0]": "办好", "extra[3].label": "产出指标", "extra[3].text": "12次", "extra[8].text": "无"}}).compare(d); err != nil {
		t.Error(err)
	}
}

// TestSideBySide opens a project for each of two forms beside each other.
func TestSideBySide(t *testing.T) {
	d, err := Read(context.Background(), page(t, "项目支出绩效目标表 | < | < | < | < | < | < | <\n"+
		"项目名称 | 甲 | < | < | 项目名称 | 乙 | < | <\n资金总额（万元） | 5 | < | < | 资金总额（万元） | 8 | < | <\n绩效目标 | 办好 | < | < | 绩效目标 | 办完 | < | <\n"+
		"一级指标 | 二级指标 | 三级指标 | 指标值 | 一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 巡查 | 12次 | 产出指标 | 数量指标 | 走访 | 9次"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := (&example{Expect: map[string]string{
		"projects.#": "2", "name": "甲", "budget.total.number": "5", "goals.#": "1", "indicators.#": "1", "indicators[0].level3": "巡查",
		"projects[1].name": "乙", "projects[1].budget.total.number": "8", "projects[1].goals[0]": "办完", "projects[1].indicators.#": "1",
		"projects[1].indicators[0].target.text": "9次", "projects[1].indicators[0].origin.column": "8",
	}}).compare(d); err != nil {
		t.Error(err)
	}
	if codes(d) != "" {
		t.Errorf("findings %v", d.Findings)
	}
}

package form

import (
	"strings"
	"testing"
)

// rows is a table of indicators below a project.
func rows(table string) []string {
	return []string{"项目名称 | 甲 | 绩效目标 | 办好", table}
}

// TestIndicatorRows reads the rows below a header: indicators, and what stands
// among them and is none.
func TestIndicatorRows(t *testing.T) {
	t.Parallel()
	const head = "一级指标 | 二级指标 | 三级指标 | 指标值 | 备注\n产出指标 | 数量指标 | 修渠 | 3处 | 无\n"
	for _, c := range []layout{
		{"the numbers of the columns", rows("一级指标 | 二级指标 | 三级指标 | 指标值 | 备注\n1 | 2 | 3 | 4 | 5\n产出指标 | 数量指标 | 修渠 | 3处 | 无"), "indicators.#=1; indicators[0].level3=修渠", ""},
		{"units below the heads", rows("一级指标 | 二级指标 | 三级指标 | 指标值 | 备注\n | | | （公里） | \n产出指标 | 数量指标 | 修渠 | 3 | 无"), "indicators.#=1; indicators[0].target.unit=公里", ""},
		{"a row of dots", rows(head + "…… | …… | …… | …… | "), "indicators.#=1; extra.#=0", ""},
		{"a place of the template", rows(head + "效益指标 | 社会效益指标 | 指标1： | | \n^ | ^ | 受益户 | 30户 | "), "indicators.#=2; indicators[1].level1=效益指标; indicators[1].level2=社会效益指标; indicators[1].level3=受益户", ""},
		{"a place of the template, the merge of its levels lost", rows(head + "效益指标 | 社会效益指标 | 指标1： | | \n | | 受益户 | 30户 | "), "indicators.#=2; indicators[1].level1=效益指标; indicators[1].level2=社会效益指标; indicators[1].level3=受益户", ""},
		{"a level of the template left empty", rows(head + "效益指标 | 社会效益指标 | | | "), "indicators.#=1", ""},
		{"boxes for seals", rows(head + "科室意见\\n同意（盖章） | < | 领导意见\\n负责人签字： | < | <"), "indicators.#=1; extra.#=2; extra[0].label=科室意见; extra[0].text=同意（盖章）; extra[1].label=领导意见", ""},
		{"a note below", rows(head + "注：本表一式三份 | < | < | < | <"), "indicators.#=1; extra.#=1; extra[0].label=注; extra[0].text=本表一式三份", ""},
		{"a note between", rows(head + "注：数据截至上年末 | < | < | < | <\n效益指标 | 社会效益指标 | 受益户 | 30户 | 无"), "indicators.#=2; indicators[1].level3=受益户; extra[0].text=数据截至上年末", ""},
		{"a line between", rows(head + "其余待定。 | < | < | < | <\n效益指标 | 社会效益指标 | 受益户 | 30户 | 无"), "indicators.#=2; indicators[1].level3=受益户", "D007"},
		{"a label below with its text", rows(head + "其他需要说明的问题 | 无 | < | < | <"), "indicators.#=1; extra.#=1; extra[0].text=无", ""},
		{"words beside words below", rows(head + "补充材料 | 已附 |  |  | "), "indicators.#=1; extra.#=1; extra[0].label=补充材料; extra[0].text=已附", ""},
		{"a remark beside words below", rows(head + "补充材料 |  |  |  | 三份"), "indicators.#=1; extra.#=1; extra[0].label=补充材料; extra[0].text=三份", ""},
		{"three words below, of which none need be a label", rows(head + "补充材料 | 已附 |  |  | 三份"), "indicators.#=1; extra.#=0", "D007 D007 D007"},
		{"a level as wide as the number before it", rows("序号 | 一级指标 | 三级指标 | 指标值\n产出指标 | < | 修渠 | 3处\n2 | 效益指标 | 受益户 | 30户"), "indicators[0].level1=产出指标; indicators[1].level1=效益指标", ""},
		{"a word beside a level that names nothing", rows(head + "甲类 | 质量指标 |  |  | "), "indicators.#=1; extra.#=0", "D007"},
		{"a level alone below a line", rows(head + "其余待定。 | < | < | < | <\n效益指标 |  |  |  | "), "indicators.#=1; extra.#=0", "D007 D007"},
		{"below a caption, a label with its text", rows("绩效指标 | 一级指标 | 三级指标 | 指标值\n^ | 产出指标 | 修渠 | 3处\n其他需要说明的问题 | 无 | < | <"), "indicators.#=1; extra.#=1; extra[0].label=其他需要说明的问题; extra[0].text=无", ""},
		{"below a caption, words with their text", rows("绩效指标 | 一级指标 | 三级指标 | 指标值\n^ | 产出指标 | 修渠 | 3处\n补充材料 | < | 已附 | <"), "indicators.#=1; extra.#=1; extra[0].label=补充材料; extra[0].text=已附", ""},
		{"below a caption, a level as wide as both", rows("绩效指标 | 一级指标 | 三级指标 | 指标值\n^ | 产出指标 | 修渠 | 3处\n效益指标 | < | 受益户 | 30户"), "indicators.#=2; indicators[1].level1=效益指标; indicators[1].level3=受益户", ""},
		{"heads over blanks, one printed twice", rows("一级指标 | 三级指标 | 指标值 | 考评口径 | 考评口径 | 内容\n产出指标 | 修渠 | 3处 |  |  | "), "indicators.#=1; extra.#=1; extra[0].label=考评口径; extra[0].text=", ""},
		{"a head over blanks, as long as one may be", rows("一级指标 | 三级指标 | 指标值 | " + strings.Repeat("考", 40) + "\n产出指标 | 修渠 | 3处 | "), "indicators.#=1; extra.#=1", ""},
		{"a head over blanks, longer than one may be", rows("一级指标 | 三级指标 | 指标值 | " + strings.Repeat("考", 41) + "\n产出指标 | 修渠 | 3处 | "), "indicators.#=1; extra.#=0", "D007"},
		{"a sign is that of the target, not of the year before", []string{"（2024年度）", rows("")[0] + " | < | <\n一级指标 | 三级指标 | 指标性质 | 2023年指标值 | 2024年指标值 | 备注\n产出指标 | 修渠 | ≥ | 2处 | 3处 | "},
			"indicators[0].target.operator=>=; indicators[0].history[0].value.operator==", "D029"},
		{"a remark that reaches over two rows", rows(head + "^ | ^ | 修路 | 2公里 | ^"), "indicators[0].extra.#=1; indicators[1].extra.#=0", ""},
		{"a caption beside the rows, printed in each", rows("一级指标 | 三级指标 | 指标值 | 说明栏\n产出指标 | 修渠 | 3处 | 说明栏\n^ | 修路 | 2公里 | 说明栏"), "indicators[0].extra.#=0; indicators[1].extra.#=0; extra.#=1; extra[0].label=说明栏", ""},
		{"a name without a target", rows(head + "^ | 质量指标 | 合格率 |  | "), "indicators.#=2; indicators[1].level3=合格率; indicators[1].target.kind=empty", ""},
		{"a target without a name", rows(head + "^ | 质量指标 |  | 95% | "), "indicators.#=2; indicators[1].level3=; indicators[1].target.number=95", ""},
		{"a remark alone belongs to no indicator", rows(head + "^ | ^ |  |  | 待补"), "indicators.#=1", "D007"},
		{"the header printed again", rows(head + "一级指标 | 二级指标 | 三级指标 | 指标值 | 备注\n效益指标 | 社会效益指标 | 受益户 | 30户 | 无"), "indicators.#=2; indicators[1].level3=受益户", ""},
		{"a sum of the weights", rows("一级指标 | 二级指标 | 三级指标 | 指标值 | 分值\n产出指标 | 数量指标 | 修渠 | 3处 | 50\n效益指标 | 社会效益指标 | 受益户 | 30户 | 50\n合计 | < | < | < | 100"), "indicators.#=2; extra.#=1; extra[0].label=合计/分值; extra[0].text=100", ""},
		{"levels merged over rows", rows(head + "^ | ^ | 修路 | 2公里 | \n^ | 质量指标 | 合格率 | 95% | "), "indicators.#=3; indicators[1].level2=数量指标; indicators[2].level1=产出指标; indicators[2].level2=质量指标", ""},
		{"levels whose merge was lost", rows(head + " | | 修路 | 2公里 | \n | 质量指标 | 合格率 | 95% | \n效益指标 | | 受益户 | 30户 | "), "indicators.#=4; indicators[1].level1=产出指标; indicators[1].level2=数量指标; indicators[3].level1=效益指标; indicators[3].level2=", ""},
		{"words of weights", rows("一级指标 | 二级指标 | 三级指标 | 指标值 | 分值\n产出指标 | 数量指标 | 修渠 | 3处 | 若干"), "indicators[0].weight=; indicators[0].extra[0].label=分值; indicators[0].extra[0].text=若干", ""},
		{"a sign in a column of its own", rows("一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值\n产出指标 | 数量指标 | 修渠 | ≥ | 3处\n效益指标 | 社会效益指标 | 环境 | 定性 | 改善"), "indicators[0].target.operator=>=; indicators[0].extra.#=0; indicators[1].target.kind=qualitative", ""},
		{"words in the column of signs beside a target with one", rows("一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值\n产出指标 | 数量指标 | 修渠 | 配套机井 | ＝3处\n^ | ^ | 修路 | 16处机井 | ＝5条"), "indicators[0].extra[0].text=配套机井; indicators[1].extra[0].text=16处机井", ""},
		{"words in the column of signs", rows("一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值\n产出指标 | 数量指标 | 修渠 | ≥ | 3处\n^ | ^ | 修路 | 见附件 | 5"), "indicators[1].target.operator=; indicators[1].target.number=5; indicators[1].extra[0].text=见附件", ""},
		{"a unit in a column of its own", rows("一级指标 | 二级指标 | 三级指标 | 指标值 | 度量单位\n产出指标 | 数量指标 | 修渠 | 3 | 处\n^ | ^ | 修路 | 5公里 | 米"), "indicators[0].target.unit=处; indicators[0].extra.#=0; indicators[1].target.unit=公里; indicators[1].extra[0].text=米", ""},
		{"grades", rows("一级指标 | 二级指标 | 三级指标 | 优 | 良 | 中 | 差\n产出指标 | 质量指标 | 合格率 | ≥95% | ≥90% | ≥80% | <80%"), "indicators[0].target.number=95; indicators[0].grades.#=4; indicators[0].grades[1].label=良; indicators[0].grades[3].value.operator=<", ""},
		{"one grade filled", rows("一级指标 | 二级指标 | 三级指标 | 优 | 良 | 中 | 差\n产出指标 | 质量指标 | 合格率 | ≥95% | ≥90% | ≥80% | <80%\n^ | ^ | 完好率 | ≥98% |  |  | "), "indicators[1].target.number=98; indicators[1].grades.#=1", ""},
		{"another province's remark", rows(head), "indicators[0].extra.#=1; indicators[0].extra[0].label=备注; indicators[0].extra[0].text=无", ""},
	} {
		c.hold(t)
	}
}

// TestNeighbours finds the value of a label: beside it, or below where labels
// stand side by side.
func TestNeighbours(t *testing.T) {
	t.Parallel()
	for _, c := range []layout{
		{"labels side by side", under("项目编码 | 预算单位 | 主管部门 | 年度\n130281220000353 | 某站 | 某局 | 2023年"), "code=130281220000353; unit.name=某站; fiscal_year=2023; extra[0].text=某局", ""},
		{"the same left empty", under("项目编码 | 预算单位 | 主管部门 | 年度\n | | | "), "code=; fiscal_year=", ""},
		{"over a lost merge", under("预算单位 |  | 某站 | <"), "unit.name=某站; extra.#=0", ""},
		{"before the next label", under("预算单位 |  | 年度 | 2023年"), "unit.name=; fiscal_year=2023", ""},
		{"over a lost merge before the next label", []string{"项目名称 | 甲 | < | < | <\n预算单位 |  | 某站 | 年度 | 2023年\n一级指标 | 二级指标 | 三级指标 | 指标值 | <\n产出指标 | 数量指标 | 次数 | ≥3次 | <"}, "unit.name=某站; fiscal_year=2023", ""},
		{"goals of two sides in two columns", under("绩效目标 | 中期目标 | < | 年度目标\n^ | 三年建成 | < | 今年开工"), "goals[0]=今年开工; long_term.goals[0]=三年建成", ""},
		{"goals planned and reached", under("年度总体目标 | 预期目标 | < | 实际完成情况\n^ | 修渠三条 | < | 已修三条"), "goals[0]=修渠三条; extra[0].text=已修三条", ""},
		{"goals planned and reached below their heads, merges lost", under("预期目标 |  | 实际完成情况 | \n修渠三条 |  | 已修三条 | "), "goals[0]=修渠三条; extra[0].text=已修三条", ""},
		{"the same beside a label printed in both rows", []string{"项目名称 | 甲 | < | < | <\n年度总体目标 | 预期目标 |  | 实际完成情况 | \n年度总体目标 | 修渠三条 |  | 已修三条 | \n一级指标 | 二级指标 | 三级指标 | 指标值 | <\n产出指标 | 数量指标 | 次数 | ≥3次 | <"}, "goals[0]=修渠三条; extra[0].text=已修三条", ""},
		{"a goal left empty over the next labels", under("预期目标 |  | 实际完成情况 | \n主管部门 |  | 某局 | "), "goals.#=0; extra[0].label=实际完成情况", ""},
		{"a goal left empty beside words", under("预期目标 |  | 甲乙丙丁 | \n修渠三条 |  | 已修三条 | "), "goals.#=0; extra[1].label=修渠三条; extra[2].label=已修三条", ""},
		{"text below no label", under("预期目标 |  | 实际完成情况 | \n修渠三条 | 另议 | 已修三条 | "), "goals.#=0; extra[1].label=修渠三条; extra[1].text=另议; extra[2].label=已修三条", ""},
		{"a label of money among the heads of goals", under("绩效目标 | 年度目标 | 财政拨款 | <\n^ | 修渠 | 修路 | <"), "goals.#=1; goals[0]=修渠", "D007"},
		{"goals numbered in cells of their own", under("绩效目标 | 目标1 | 修渠 | <\n^ | 目标2 | 修路 | <"), "goals.#=2; goals[0]=修渠; goals[1]=修路", ""},
		{"a goal left empty", under("绩效目标 |  | < | <"), "goals.#=0; extra.#=0", ""},
		{"a goal of the whole beside that of the year", under("项目总目标 | 三年建成 | 年度目标 | 今年开工"), "goals[0]=今年开工; long_term.goals[0]=三年建成", ""},
		{"an amount below its label", under("预算数（元） | 年度 | 项目类别 | 项目属性\n500 | 2023年 | 新增 | 一般"), "budget.total.yuan=500; fiscal_year=2023", ""},
		{"words beside a label of money, a figure below", under("预算数（元） | 待定 | 年度 | 2024年\n30 |  |  | "), "budget.total.text=待定; budget.total.yuan=; fiscal_year=2024", "D017 D007"},
		{"a blank beside a label of money, a figure below", under("预算数（元） |  | 年度 | 2024年\n30 |  |  | "), "budget.total.text=; budget.total.yuan=; fiscal_year=2024", "D007"},
		{"a label beside a label of money, a figure below", under("预算数（元） | 其他资金（元） | 年度 | 主管部门\n30 | 20 | 2024年 | 某局"), "budget.total.yuan=30; budget.other.yuan=20", ""},
		{"a kind of money beside another label", under("资金性质 | 财政拨款 | 年度 | 2023年"), "fiscal_year=2023; extra[0].label=资金性质; extra[0].text=财政拨款", ""},
	} {
		c.hold(t)
	}
}

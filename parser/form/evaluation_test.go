package form

import (
	"strings"
	"testing"

	"jxmb/model"
	"jxmb/parser/form/draft"
)

// evaluated is a self-evaluation: a project, its money, its indicators with
// scores, and rows below.
func evaluated(money, below string) []string {
	return []string{"项目名称 | 甲 | < | < | < | <\n" + money + "一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 得分\n产出指标 | 数量指标 | 修渠 | ≥3处 | 4处 | 50\n" + below}
}

// TestEvaluations reads what a form says of its result as a whole.
func TestEvaluations(t *testing.T) {
	t.Parallel()
	const money = "预算执行情况（万元）（10分） | 年度资金总额 | 全年预算数 | 全年执行数 | 执行率 | 得分\n^ | 年度资金总额 | 100 | 95 | 95% | 9.5\n"
	for _, c := range []layout{
		{"rate, points and score of the money", evaluated(money, ""),
			"evaluation.execution.rate=95; evaluation.execution.weight=10; evaluation.execution.score=9.5; evaluation.execution.executed.number=95; evaluation.execution.budget.number=100", ""},
		{"a rate without the money spent", evaluated("预算执行情况（万元）（10分） | 资金 | 全年预算数 | 备注 | 执行率 | 得分\n^ | 年度资金总额 | 100 | 无 | 95% | 9.5\n", ""),
			"evaluation.execution.rate=95; evaluation.execution.weight=10; evaluation.execution.budget.number=100; evaluation.execution.executed=", ""},
		{"the money spent without a rate", evaluated("预算执行情况（万元）（10分） | 资金 | 全年预算数 | 全年执行数 | 备注 | 得分\n^ | 年度资金总额 | 100 | 95 | 无 | 9.5\n", ""),
			"evaluation.execution.rate=; evaluation.execution.executed.number=95; evaluation.execution.weight=10; evaluation.execution.score=9.5", ""},
		{"a rate that lost its percent sign", evaluated("预算执行情况（万元） | 资金 | 全年预算数 | 全年执行数 | 执行率 | 得分\n^ | 年度资金总额 | 100 | 95 | 0.95 | 9.5\n", ""), "evaluation.execution.rate=95", ""},
		{"a bare rate that is right", evaluated("预算执行情况（万元） | 资金 | 全年预算数 | 全年执行数 | 执行率 | 得分\n^ | 年度资金总额 | 100 | 95 | 95 | 9.5\n", ""), "evaluation.execution.rate=95", ""},
		{"a bare rate that is wrong either way", evaluated("预算执行情况（万元） | 资金 | 全年预算数 | 全年执行数 | 执行率 | 得分\n^ | 年度资金总额 | 100 | 95 | 0.5 | 9.5\n", ""), "evaluation.execution.rate=0.5", ""},
		{"a small rate with its sign", evaluated("预算执行情况（万元） | 资金 | 全年预算数 | 全年执行数 | 执行率（%） | 得分\n^ | 年度资金总额 | 100 | 0.95 | 0.95 | 0.1\n", ""), "evaluation.execution.rate=0.95", ""},
		{"the total behind its label", evaluated("", "总分 | < | < | < | < | 92"), "evaluation.total=92; evaluation.printed.#=1; evaluation.printed[0].label=总分/得分; extra.#=0", ""},
		{"the total with the sum of the weights beside", evaluated("", "总分 | < | < | 100 | < | 92"), "evaluation.total=92; extra.#=1; extra[0].text=100", ""},
		{"total and grade in a row", evaluated("", "总分 | 92 | < | 自评等级 | 优 | <"), "evaluation.total=92; evaluation.grade=优", ""},
		{"a conclusion below", evaluated("", "评价结论 | 完成较好 | < | < | < | <"), "evaluation.conclusion=完成较好; extra.#=0", ""},
		{"a grade left empty", evaluated("", "自评等级 |  | < | < | < | <"), "evaluation=; extra.#=1", ""},
		{"a total of words", evaluated("", "总分 | < | < | < | < | 未评"), "extra.#=1; extra[0].label=总分/得分; extra[0].text=未评", ""},
		{"two totals that differ", evaluated("", "总分 | < | < | < | < | 92\n自评总分 | 90 | < | < | < | <"), "evaluation.total=92; extra.#=1; extra[0].text=90", ""},
		{"nothing of the kind", evaluated("", "联系人 | 某甲 | < | < | < | <"), "evaluation=; extra[0].text=某甲", ""},
		{"a sum of a form without scores", under("合计 | 100 | < | <"), "evaluation=; extra[0].label=合计; extra[0].text=100", ""},
		{"what was reached by July", evaluated("项目资金（万元） | 资金 | 年初预算数 | 1-7月执行数 | 1-7月执行率 | 备注\n^ | 年度资金总额 | 100 | 60 | 60% | 无\n", ""),
			"evaluation.month=7; budget.executed.number=60; evaluation.execution.rate=60", ""},
		{"indicators by two months", []string{"项目名称 | 甲 | < | < | < | <\n项目资金（万元） | 资金 | 年初预算数 | 1-7月执行数 | 1-7月执行率 | 备注\n^ | 年度资金总额 | 100 | 60 | 60% | 无\n" +
			"一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-6月完成情况 | 1-7月完成情况\n产出指标 | 数量指标 | 修渠 | ≥3处 | 1处 | 2处"},
			"evaluation.month=7; indicators.#=1; indicators[0].actual.text=2处; indicators[0].history.#=1; indicators[0].history[0].value.text=1处", ""},
		{"what was reached by November", evaluated("项目资金（万元） | 资金 | 年初预算数 | 1-11月执行数 | 1-11月执行率 | 备注\n^ | 年度资金总额 | 100 | 60 | 60% | 无\n", ""), "evaluation.month=11", ""},
		{"of the whole year", evaluated("项目资金（万元） | 资金 | 年初预算数 | 1-12月执行数 | 1-12月执行率 | 备注\n^ | 年度资金总额 | 100 | 60 | 60% | 无\n", ""), "evaluation.month=; budget.executed.number=60", ""},
	} {
		c.hold(t)
	}
}

// TestMoneyTerms gives the amounts of double-wide forms their sides.
func TestMoneyTerms(t *testing.T) {
	t.Parallel()
	for _, c := range []layout{
		{"side by side", under("项目资金（万元） | 中期资金总额 | 90 | <\n^ | 其中：财政拨款 | 80 | <\n^ | 年度资金总额 | 30 | <\n^ | 其中：财政拨款 | 20 | <"),
			"budget.total.number=30; budget.fiscal.number=20; long_term.budget.total.number=90; long_term.budget.fiscal.number=80", ""},
		{"a total without a side beside that of the year", under("项目资金总额（万元） | 90 | 年度资金总额（万元） | 30"), "budget.total.number=30; long_term.budget.total.number=90", ""},
		{"a part below both", under("项目资金总额（万元） | 90 | 年度资金总额（万元） | 30\n其中：财政资金（万元） | 20 | 其他资金（万元） | 10"),
			"budget.total.number=30; budget.fiscal.number=20; budget.other.number=10; long_term.budget.total.number=90; long_term.budget.fiscal=", ""},
		{"parts below each", under("项目资金总额（万元） | 90 | 年度资金总额（万元） | 30\n其中：财政资金（万元） | 70 | 其中：财政资金（万元） | 20"),
			"budget.fiscal.number=20; long_term.budget.fiscal.number=70", ""},
		{"no side at all", under("项目资金（万元） | 资金总额 | 30 | <\n^ | 财政资金 | 20 | <"), "budget.total.number=30; budget.fiscal.number=20; long_term=", ""},
		{"a kind of fiscal money alone is all of it", under("项目资金（万元） | 年度资金总额 | 30 | <\n^ | 中央财政补助 | 20 | <\n^ | 其他来源 | 10 | <"), "budget.fiscal.number=20", ""},
		{"two kinds are not", under("项目资金（万元） | 年度资金总额 | 30 | <\n^ | 中央财政补助 | 20 | <\n^ | 省级财政补助 | 10 | <"), "budget.fiscal=; budget.lines.#=3", ""},
		{"own money alone is all the other", under("项目资金（万元） | 年度资金总额 | 30 | <\n^ | 财政资金 | 20 | <\n^ | 单位自筹资金 | 10 | <"), "budget.fiscal.number=20; budget.other.number=10", ""},
		{"a budget changed in the year", under("项目资金（万元） | 资金 | 年初预算数 | 全年预算数\n^ | 年度资金总额 | 30 | 40"), "budget.total.number=40; budget.lines.#=2; budget.lines[0].column=年初预算数; budget.lines[1].amount.number=40", ""},
		{"the first of two columns where none is in force", under("项目资金（万元） | 资金 | 年初预算数 | 金额\n^ | 年度资金总额 | 30 | 40"), "budget.total.number=30; budget.lines.#=2", ""},
		{"sources above each other", under("项目资金（万元） | 来源 | 合计 | 财政拨款\n^ | 本级 | 40 | 38\n^ | 上级 | 20 | 20\n^ | 合计 | 60 | 58"),
			"budget.total.number=60; budget.fiscal.number=58; budget.lines.#=6; budget.lines[0].column=本级; budget.lines[0].label=合计; budget.lines[0].amount.number=40; budget.lines[5].column=合计; long_term=", ""},
		{"years above each other, none of which is that of the form", under("年度 | 2025年 | < | <\n项目资金（万元） | 年度 | 合计 | 财政拨款\n^ | 2023年 | 40 | 38\n^ | 2024年 | 20 | 20\n^ | 合计 | 60 | 58"),
			"fiscal_year=2025; budget.total.number=60; budget.fiscal.number=58; long_term=", ""},
		{"years above each other, that of the form last", under("年度 | 2024年 | < | <\n项目资金（万元） | 年度 | 合计 | 财政拨款\n^ | 2023年 | 40 | 38\n^ | 2024年 | 20 | 19\n^ | 合计 | 60 | 57"),
			"budget.total.number=20; budget.fiscal.number=19; long_term.budget.total.number=60; long_term.budget.fiscal.number=57", ""},
		{"years above each other without their sum", under("年度 | 2024年 | < | <\n项目资金（万元） | 年度 | 合计 | 财政拨款\n^ | 2023年 | 40 | 38\n^ | 2024年 | 20 | 19"),
			"budget.total.number=20; budget.fiscal.number=19; budget.lines.#=4; long_term=", ""},
		{"an amount left blank among years", under("年度 | 2024年 | < | <\n项目资金（万元） | 年度 | 合计 | 财政拨款\n^ | 2023年 | 40 | \n^ | 2024年 | 20 | 19"),
			"budget.total.number=20; budget.fiscal.number=19; long_term=", ""},
		{"no amount", under("项目资金（万元） | 年度资金总额 | 待定 | <"), "budget.total.number=; budget.total.text=待定", "D017"},
		{"no unit", under("项目资金 | 年度资金总额 | 30 | <\n^ | 财政资金 | 20 | <"), "budget.total.yuan=; budget.fiscal.number=20", "D014"},
		{"an amount in the block itself", under("项目资金（万元） | 30 | < | <"), "budget.total.number=30", ""},
		{"purpose in the block", under("预算规模及资金用途 | 预算数（万元） | 30 | <\n^ | 用于修渠 | < | <\n^ | 并修路 | < | <"), "budget.total.number=30; purpose=用于修渠\n并修路", ""},
	} {
		c.hold(t)
	}
}

// TestUnnamedAmounts reports amounts under words that say nothing of them, where
// a headline figure is missing that one of them may be.
func TestUnnamedAmounts(t *testing.T) {
	t.Parallel()
	const columns = "项目资金（万元） | 资金 | 全年预算数 | 全年执行数\n"
	for _, c := range []struct{ name, rows, want string }{
		{"one row beside the total", columns + "^ | 年度资金总额 | 30 | 20\n^ | 某乡养护 | 10 | 5", "10"},
		{"rows of costs beside the total", columns + "^ | 年度资金总额 | 30 | 20\n^ | 某乡养护 | 10 | 5\n^ | 某村养护 | 20 | 15", ""},
		{"rows of costs without a total", columns + "^ | 某乡养护 | 10 | 5\n^ | 某村养护 | 20 | 15", "10 20"},
		{"rows of costs beside all that is asked for", columns + "^ | 年度资金总额 | 30 | 20\n^ | 财政资金 | 20 | 15\n^ | 其他资金 | 10 | 5\n^ | 某乡养护 | 10 | 5", ""},
		{"beside each other, without columns", "项目资金（万元） | 年度资金总额 | 30 | <\n^ | 某乡养护 | 10 | <\n^ | 某村养护 | 20 | <", "10 20"},
		{"without columns, all that is asked for is there", "项目资金（万元） | 年度资金总额 | 30 | <\n^ | 财政资金 | 20 | <\n^ | 其他资金 | 10 | <\n^ | 某村养护 | 20 | <", ""},
		{"fiscal money is missing", "项目资金（万元） | 年度资金总额 | 30 | <\n^ | 其他资金 | 10 | <\n^ | 某村养护 | 20 | <", "20"},
		{"other money is missing", "项目资金（万元） | 年度资金总额 | 30 | <\n^ | 财政资金 | 10 | <\n^ | 某村养护 | 20 | <", "20"},
		{"a part of fiscal money beside an unknown one", "项目资金（万元） | 年度资金总额 | 30 | <\n^ | 县级财政补助 | 20 | <\n^ | 某村补助 | 10 | <\n^ | 其他资金 | 0 | <", "10"},
		{"a part of fiscal money that is all of it", "项目资金（万元） | 年度资金总额 | 30 | <\n^ | 县级财政补助 | 20 | <\n^ | 其他资金 | 10 | <\n^ | 某村养护 | 5 | <", ""},
		{"words instead of an amount", "项目资金（万元） | 年度资金总额 | 30 | <\n^ | 某乡养护 | 待定 | <", ""},
	} {
		d := readPage(t, under(c.rows)...)
		if got := absent(d, "number"); got != c.want {
			t.Errorf("%s: %q, want %q; %v", c.name, got, c.want, d.Findings)
		}
	}
}

// absent lists what an argument of the findings about missing parts says.
func absent(d *model.Document, arg string) string {
	var out []string
	for _, f := range d.Findings {
		for _, a := range f.Args {
			if f.Code == draft.Rules[draft.RuleAbsent].Code && a.Name == arg {
				out = append(out, a.Value)
			}
		}
	}
	return strings.Join(out, " ")
}

// TestUnknownColumns reports a total in a column of money of which nothing says
// what it is.
func TestUnknownColumns(t *testing.T) {
	t.Parallel()
	for row, want := range map[string]string{
		"甲栏\n年度资金总额 | 30 | 20 | 25": "25", " \n年度资金总额 | 30 | 20 | 25": "25", "甲栏\n年度资金总额 | 30 | 20 | 25%": "", "甲栏\n年度资金总额 | 30 | 20 | 另议": "",
		"甲栏\n财政资金 | 30 | 20 | 25": "", "上年预算数\n年度资金总额 | 30 | 20 | 25": "", "执行率\n年度资金总额 | 30 | 20 | 67": "",
	} {
		head, cells, _ := strings.Cut(row, "\n")
		d := readPage(t, evaluated("项目资金（万元） | 资金 | 全年预算数 | 全年执行数 | "+head+" | 备注\n^ | "+cells+" | 无\n", "")...)
		if got := absent(d, "text"); got != want {
			t.Errorf("%s: %q, want %q; %v", row, got, want, d.Findings)
		}
	}
}

// TestSeveralAmounts reports two amounts beside a label under no head, and not
// one that was printed twice.
func TestSeveralAmounts(t *testing.T) {
	t.Parallel()
	for rows, want := range map[string]string{
		"项目资金（万元） | 年度资金总额 | 30 | 20": "年度资金总额",
		"项目资金（万元） | 年度资金总额 | 30 | 30": "",
		"项目资金（万元） | 年度资金总额 | 待定 | 20": "",
		"项目资金（万元） | 年度资金总额 | 30 | 待定": "",
		"项目资金（万元） | 年度资金总额 | 30 | ":   "",
	} {
		d := readPage(t, under(rows+"\n^ | 财政资金 | 20 | <\n^ | 其他资金 | 10 | <")...)
		if got := absent(d, "label"); got != want {
			t.Errorf("%s: %q, want %q; %v", rows, got, want, d.Findings)
		}
	}
}

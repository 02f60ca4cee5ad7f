package form

import (
	"strings"
	"testing"

	"jxmb/parser/form/draft"
)

// TestMoneyBlocks reads money as forms lay it out: labels that labels.tsv holds
// and labels that it does not, beside, below and at the crossing of two.
func TestMoneyBlocks(t *testing.T) {
	for _, c := range []struct {
		name, rows string
		want       map[string]string
	}{
		{"two brackets behind every head", `
预算执行情况（万元）（20分） |  | 预算数（A） | 执行数（B） | 执行率（B/A） | 得分（20分*执行率）
^ | 年度资金总额 | 12.5 | 10 | 80% | 16`,
			map[string]string{"total.number": "12.5", "total.yuan": "125000", "executed.number": "10", "lines.#": "2"}},
		{"the year's budget goes before that of all years", `
项目总预算（万元） | 90 | < | 项目当年预算（万元） | 30 | <`,
			map[string]string{"total.number": "30", "total.unit": "万元"}},
		{"whichever stands first", `
本年度预算安排（万元） | 30 | < | 三年预算总额（万元） | 90 | <`,
			map[string]string{"total.number": "30"}},
		{"heads beside each other, amounts below", `
项目总预算（万元） | 90 | < | 项目当年预算（万元） | 30 | <
项目资金来源情况（万元） | 其中：上级财政补助资金 | < | 其中：同级财政资金 | < | 其他
^ | 5 | < | 25 | < | 0`,
			map[string]string{"total.number": "30", "fiscal": "", "other.number": "0", "lines[1].label": "其中：上级财政补助资金", "lines[1].amount.number": "5", "lines[2].amount.number": "25"}},
		{"a column without a head keeps its figures", `
项目资金（万元） |  |  | 全年预算数 | 全年执行数 | 分值
^ | 年度资金总额 | 71 | 72 | 73 | 10
^ | 其他资金 | 77 | 78 | 79 | `,
			map[string]string{"total.number": "72", "executed.number": "73", "other.number": "78", "lines.#": "6", "lines[2].amount.number": "71", "lines[2].column": "", "lines[5].amount.number": "77"}},
		{"and is no budget where it is all there is beside what was spent", `
项目资金（元） |  |  | 全年执行数 | 得分 | 原因
^ | 年度资金总额 | 71 | 73 | 10 | 无`,
			map[string]string{"total": "", "executed.number": "73", "lines[1].amount.number": "71"}},
		{"an unknown total is told by its words", `
项目资金（万元） | 本次下达资金总额： | 36 | < | < | <
^ | 其中：中央财政补助 | 20 | < | < | <
^ | 县级配套资金 | 16 | < | < | <`,
			map[string]string{"total.number": "36", "fiscal.number": "20", "lines.#": "3", "lines[2].label": "县级配套资金"}},
		{"a label of nothing known is a line all the same", `
项目资金（万元） | 年度资金总额 | 36 | < | < | <
^ | 乡村道路养护 | 30 | < | < | <
^ | 管理费用（万元） | 6 | < | < | <`,
			map[string]string{"total.number": "36", "fiscal": "", "lines[1].label": "乡村道路养护", "lines[2].amount.yuan": "60000"}},
		{"the first amount once more, as a merge was lost", `
项目资金（万元） | 年度资金总额 | 36 | < | < | <
项目资金（万元） | 年度资金总额 | 36 | < | < | <
项目资金（万元） | 其他资金 | 6 | < | < | <`,
			map[string]string{"total.number": "36", "other.number": "6", "lines.#": "0"}},
		{"fiscal money alone is the total", `
预算执行情况（万元） |  | 预算数 | 执行数 | 执行率 | 得分
^ | 年度财政资金总额 | 1.56 | 1.5 | 96% | 9.6`,
			map[string]string{"total.number": "1.56", "executed.number": "1.5", "fiscal": ""}},
		{"and a part beside one", `
项目资金（万元） |  | 预算数 | 执行数 | 执行率 | 得分
^ | 年度资金总额 | 3 | 2 | 67% | 7
^ | 财政资金总额 | 1.5 | 1 | 67% | 7`,
			map[string]string{"total.number": "3", "fiscal.number": "1.5"}},
		{"a second total is no fiscal money", `
项目资金（万元） | 年度资金总额 | 40 | < | < | <
^ | 本次下达资金总额 | 36 | < | < | <`,
			map[string]string{"total.number": "40", "fiscal": ""}},
		{"nor are parts of it the whole", `
项目资金（万元） | 年度资金总额 | 36 | < | < | <
^ | 县级财政补助资金 | 20 | < | < | <
^ | 省级财政补助资金 | 16 | < | < | <`,
			map[string]string{"total.number": "36", "fiscal": "", "lines.#": "3"}},
		{"an amount and its part in a row", `
项目金额 | 164万元 | < | 其中：当年市级财政资金 | 132万元 | <`,
			map[string]string{"total.yuan": "1640000", "fiscal.yuan": "1320000"}},
		{"heads told by their words", `
资金执行情况（元） |  | 批复预算数 | 决算金额 | 完成比例 | 上年执行数
^ | 年度资金总额 | 500 | 480 | 96% | 450`,
			map[string]string{"total.yuan": "500", "executed.yuan": "480", "lines.#": "3", "lines[2].column": "上年执行数"}},
		{"a known label is no amount", `
项目资金（万元） | 资金总额 | 财政拨款 | 其他资金 | < | <
^ | 12 | 10 | 2 | < | <`,
			map[string]string{"total.number": "12", "fiscal.number": "10", "other.number": "2"}},
		{"nor is one in a form left empty", `
项目资金（万元） | 年度资金总额 |  | < | < | <
^ | 其中：财政拨款 |  | < | < | <`,
			map[string]string{"total.text": "", "total.number": "", "fiscal.number": ""}},
		{"last year's money is no budget", `
项目资金（万元） | 上年结转资金 | 8 | < | < | <
^ | 本年安排资金 | 20 | < | < | <`,
			map[string]string{"total.number": "20", "lines[0].label": "上年结转资金", "lines[0].amount.number": "8"}},
		{"a total named by its year", `
2024年预算数（万元） | 15 | < | 上年度预算数（万元） | 14 | <`,
			map[string]string{"total.number": "15", "lines[1].amount.number": "14"}},
		{"the unit of the block holds for labels of any kind", `
资金构成（千元） | 本级安排资金 | 7 | < | < | <
^ | 单位自筹资金 | 3 | < | < | <`,
			map[string]string{"fiscal.yuan": "7000", "other.yuan": "3000"}},
		{"words of money that label no amount stay as they are", `
资金使用单位 | 某镇政府 | < | 预算单位 | 某局 | <`,
			map[string]string{"total": "", "lines.#": "0"}},
	} {
		rows := "项目名称 | 甲 | < | < | < | <\n绩效目标 | 办好 | < | < | < | <" + c.rows + `
一级指标 | 二级指标 | 三级指标 | < | < | 指标值
产出指标 | 数量指标 | 次数 | < | < | ≥3次`
		d := readPage(t, rows)
		e := example{Expect: map[string]string{"name": "甲", "indicators.#": "1"}}
		for path, want := range c.want {
			e.Expect["budget."+path] = want
		}
		if err := e.compare(d); err != nil {
			t.Errorf("%s: %s", c.name, strings.ReplaceAll(err.Error(), "; ", "\n\t"))
		}
		for _, f := range d.Findings {
			if f.Code == draft.Rules[draft.RuleAmount].Code || f.Code == draft.Rules[draft.RuleLeftover].Code {
				t.Errorf("%s: %s %s", c.name, f.Code, f.Message)
			}
		}
	}
}

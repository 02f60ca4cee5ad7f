package form

import (
	"strings"
	"testing"
)

// TestListOfMoney gives each project of a list its own budget, whatever those
// above and below it cost.
func TestListOfMoney(t *testing.T) {
	t.Parallel()
	const head = "项目名称 | 预算数（万元） | 一级指标 | 二级指标 | 三级指标 | 指标值\n"
	row := func(name, amount string) string {
		return name + " | " + amount + " | 产出指标 | 数量指标 | 修渠 | 3处\n"
	}
	for _, c := range []struct{ name, rows, want string }{
		{"each costs another sum", row("甲", "100") + row("乙", "90"), "甲 100, 乙 90"},
		{"all cost the same", row("甲", "100") + row("乙", "100") + row("丙", "100"), "甲 100, 乙 100, 丙 100"},
		{"the first and the last do", row("甲", "100") + row("乙", "90") + row("丙", "100"), "甲 100, 乙 90, 丙 100"},
		{"one is printed in each of its rows", row("甲", "100") + row("甲", "100") + row("乙", "100"), "甲 100, 乙 100"},
		{"one has none", row("甲", "100") + row("乙", "") + row("丙", "100"), "甲 100, 乙 -, 丙 100"},
	} {
		d := readPage(t, head+strings.TrimSpace(c.rows))
		var got []string
		for _, p := range d.Projects {
			total := "-"
			if p.Budget.Total != nil {
				total = string(p.Budget.Total.Number)
			}
			got = append(got, p.Name+" "+total)
		}
		if s := strings.Join(got, ", "); s != c.want || codes(d) != "" {
			t.Errorf("%s: %s, want %s; findings %s", c.name, s, c.want, codes(d))
		}
	}
}

// TestListOfMoneyParts: the heads of a list may have parts, under which the money of its
// projects stands.
func TestListOfMoneyParts(t *testing.T) {
	t.Parallel()
	for name, parts := range map[string]string{
		"indicators in running text": "^ | 总额 | 财政拨款 | 其他资金 | ^ | ^",
		"the merges were lost":       " | 总额 | 财政拨款 | 其他资金 | | ",
	} {
		l := layout{name, []string{"项目名称 | 资金安排（万元） | < | < | 数量指标 | 满意度指标\n" + parts + "\n修渠 | 80 | 70 | 10 | 修渠≥3处 | 村民满意度≥95%\n植树 | 45 | 45 | 0 | 植树≥30亩 | 村民满意度≥90%"},
			"projects.#=2; projects[0].name=修渠; projects[0].budget.total.number=80; projects[0].budget.fiscal.number=70; projects[0].budget.other.number=10; projects[0].indicators.#=2; " +
				"projects[1].name=植树; projects[1].budget.total.number=45; projects[1].budget.fiscal.number=45; projects[1].budget.other.number=0; projects[1].indicators.#=2", ""}
		l.hold(t)
	}
}

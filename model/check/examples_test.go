package check

import (
	"fmt"
	"strings"
	"testing"

	"jxmb/fixtures/golden"
	"jxmb/model"
	"jxmb/model/quantity"
)

// TestExampleFindings holds what the examples of all rules give, whole: places
// with their bytes, subject, message and hint in both languages.
func TestExampleFindings(t *testing.T) {
	var b strings.Builder
	for _, r := range Rules {
		if r.check == nil {
			continue
		}
		fmt.Fprintf(&b, "%s %s\n", r.Code, r.Positive.Text)
		for _, lang := range []model.Lang{model.Chinese, model.English} {
			for _, f := range Run(r.Positive.Document(), configOf(r, lang)) {
				fmt.Fprintf(&b, "  %s %s", f.Severity, bytesOf(f.Origin))
				for _, o := range f.Also {
					fmt.Fprintf(&b, " and %s", bytesOf(o))
				}
				fmt.Fprintf(&b, " | %s | %s | %s\n", f.Subject, f.Message, f.Hint)
			}
		}
	}
	golden.Equal(t, "examples.txt", b.String())
}

func bytesOf(o model.Origin) string { return fmt.Sprintf("%s[%d:%d]", o, o.Start, o.End) }

// TestEdges stands at the boundary of each rule, on both sides of it. A want is
// "code place", "" where the rule says nothing.
func TestEdges(t *testing.T) {
	later := func(from, to string) model.Value {
		v := deadline(from+"—"+to, to)
		v.Deadline.From = from
		return v
	}
	for _, c := range []struct {
		name, code, want string
		edit             func(p *model.Project)
	}{
		{"one part beside the total", "B001", "1(3,3)", func(p *model.Project) {
			p.Budget.Other = yuan10k("1.00")
			p.Budget.Lines = []model.BudgetLine{{Label: "资金总额", Amount: *yuan10k("12.00")}, {Label: "财政拨款", Amount: *yuan10k("10.00")}}
		}},
		{"a plan that stays level", "B002", "", func(p *model.Project) { p.SpendingPlan = plan("30", "30", "90", "100") }},
		{"a plan without a number in it", "B002", "", func(p *model.Project) { p.SpendingPlan = plan("30", "", "20", "100") }},
		{"no plan", "B003", "", func(p *model.Project) { p.SpendingPlan = nil }},
		{"a plan of one step", "B003", "1(6,2)", func(p *model.Project) { p.SpendingPlan = plan("30") }},
		{"all spent", "B006", "", func(p *model.Project) { p.Budget.Executed = yuan10k("12.00") }},
		{"a cost of the whole budget", "B007", "", func(p *model.Project) { p.Indicators[2].Target = aTarget("≤12万元", "<=", "12", "万元") }},
		{"a cost that rounding explains", "B007", "", func(p *model.Project) { p.Indicators[2].Target = aTarget("≤12.009万元", "<=", "12.009", "万元") }},
		{"a cost just beyond rounding", "B007", "2(4,5)", func(p *model.Project) { p.Indicators[2].Target = aTarget("≤12.05万元", "<=", "12.05", "万元") }},
		{"a cost from and to", "B007", "", func(p *model.Project) {
			v := aTarget("13-14万元", "", "13", "万元")
			v.Kind, v.Upper = model.Range, "14"
			p.Indicators[2].Target = v
		}},
		{"satisfaction below 社会效益", "C001", "", func(p *model.Project) {
			p.Indicators[4].Level1, p.Indicators[4].Level2 = "效益指标", "社会效益指标"
		}},
		{"costs alone stand under 产出", "C001", "", func(p *model.Project) { p.Indicators = p.Indicators[2:] }},
		{"benefits alone", "C001", "2(5,1)", func(p *model.Project) { p.Indicators = p.Indicators[3:4] }},
		{"an output alone", "C001", "2(2,1)", func(p *model.Project) { p.Indicators = p.Indicators[:1] }},
		{"a month or months", "V012", "2(4,5)", func(p *model.Project) { p.Indicators[2].Target = aTarget("≤12月", "<=", "12", "月") }},
		{"more months than a year has", "V012", "", func(p *model.Project) { p.Indicators[2].Target = aTarget("≤13月", "<=", "13", "月") }},
		{"months by their own word", "V012", "", func(p *model.Project) { p.Indicators[2].Target = aTarget("≤6个月", "<=", "6", "个月") }},
		{"another sign than the name's", "V013", "2(4,5)", func(p *model.Project) {
			p.Indicators[2].Level3, p.Indicators[2].Target = "成本（<=**万元）", aTarget("≥9万元", ">=", "9", "万元")
		}},
		{"a bracket without a sign", "V013", "", func(p *model.Project) {
			p.Indicators[2].Level3, p.Indicators[2].Target = "成本（万元）", aTarget("9", "=", "9", "万元")
		}},
		{"a row without a name", "C002", "2(2,3)", func(p *model.Project) { p.Indicators[0].Level3 = " " }},
		{"a name that the form has no cell for", "C002", "", func(p *model.Project) {
			p.Indicators[0].Level3, p.Indicators[0].Cells = "", p.Indicators[0].Cells[:2]
		}},
		{"no indicators for the goals", "C005", "", func(p *model.Project) { p.Indicators = nil }},
		{"one indicator of another matter", "C005", "1(7,2)", func(p *model.Project) {
			p.Indicators = p.Indicators[1:2]
			p.Goals = []string{"铁路沿线宣讲。"}
		}},
		{"a goal of just as many words as it takes", "C005", "1(7,2)", func(p *model.Project) {
			p.Indicators = p.Indicators[1:2]
			p.Goals = []string{"铁路沿线岗。"}
		}},
		{"a goal of too few words", "C005", "", func(p *model.Project) { p.Goals = []string{"铁路沿线。"} }},
		{"both readings agree", "V001", "", func(p *model.Project) {
			v := &p.Indicators[0].Target
			v.Agreement, v.Readings = model.Agree, model.Readings{Figure: &model.Reading{Number: "4"}, Statement: &model.Reading{Number: "4"}}
		}},
		{"two readings said to disagree, one of them given", "V001", "", func(p *model.Project) {
			v := &p.Indicators[0].Target
			v.Agreement, v.Readings = model.Conflict, model.Readings{Figure: &model.Reading{Number: "4"}}
		}},
		{"a score without a weight", "S002", "", marked("", "20", "4", ">=", "4")},
		{"no indicators", "C001", "1(2,4)", func(p *model.Project) { p.Indicators = nil }},
		{"only the form's own first levels", "C001", "", func(p *model.Project) {
			for i := range p.Indicators {
				p.Indicators[i].Level1, p.Indicators[i].Level2, p.Indicators[i].Level3 = "任务", "", "事项"
			}
		}},
		{"two rows without a name", "C003", "", func(p *model.Project) { p.Indicators[0].Level3, p.Indicators = "", append(p.Indicators, nameless(p)) }},
		{"the same name, both unfilled", "C003", "", func(p *model.Project) {
			again := p.Indicators[0]
			again.Target = model.Value{Kind: model.Empty}
			p.Indicators = append(p.Indicators, again, again)
		}},
		{"the same name and no description", "C003", "2(2,3)", func(p *model.Project) {
			p.Indicators[0].Description = ""
			p.Indicators = append(p.Indicators, p.Indicators[0])
		}},
		{"three times the same", "C003", "2(2,3) 2(2,3)", func(p *model.Project) { p.Indicators = append(p.Indicators, p.Indicators[0], p.Indicators[0]) }},
		{"a heading with a number only", "I001", "", func(p *model.Project) { p.Title = "1.绩效目标表" }},
		{"a period that holds the year", "I004", "", func(p *model.Project) { p.Indicators[1].Target = later("2021-07-01", "2023-06-30") }},
		{"a period that begins in the year", "I004", "", func(p *model.Project) { p.Indicators[1].Target = later("2022-07-01", "2023-06-30") }},
		{"a period that ends in the year", "I004", "", func(p *model.Project) { p.Indicators[1].Target = later("2021-07-01", "2022-06-30") }},
		{"a period after the year", "I004", "2(3,5)", func(p *model.Project) { p.Indicators[1].Target = later("2023-01-01", "2023-06-30") }},
		{"a date after the year", "I004", "2(3,5)", func(p *model.Project) { p.Indicators[1].Target = deadline("2023年", "2023-12-31") }},
		{"the year of the code", "I004", "2(3,5)", func(p *model.Project) {
			p.FiscalYear, p.Indicators[1].Target = 0, deadline("2000年", "2000-12-31")
		}},
		{"the year of the code fits", "I004", "", func(p *model.Project) { p.FiscalYear = 0 }},
		{"no year at all", "I004", "", func(p *model.Project) {
			p.FiscalYear, p.Code, p.Indicators[1].Target = 0, "1302", deadline("2000年", "2000-12-31")
		}},
		{"weights that add up", "S001", "", weights("20", "20", "20", "20", "20")},
		{"weights less the execution rate", "S001", "", weights("20", "20", "20", "20", "10")},
		{"weights of which some are missing", "S001", "2(2,5)", weights("20", "", "", "", "30")},
		{"full marks", "S002", "", marked("20", "20", "4", ">=", "4")},
		{"one point over", "S002", "2(2,5)", marked("20", "21", "4", ">=", "4")},
		{"full marks and no reason", "S003", "", marked("20", "20", "4", ">=", "4")},
		{"a point less and no reason", "S003", "2(2,5)", marked("20", "19", "4", ">=", "4")},
		{"exactly reached", "S004", "", marked("20", "20", "4", ">=", "4")},
		{"missed by one", "S004", "2(2,5)", marked("20", "20", "3", ">=", "4")},
		{"missed, and points lost", "S004", "", marked("20", "19", "3", ">=", "4")},
		{"more than, exactly", "S004", "2(2,5)", marked("20", "20", "4", ">", "4")},
		{"more than, reached", "S004", "", marked("20", "20", "5", ">", "4")},
		{"at most, exactly", "S004", "", marked("20", "20", "4", "<=", "4")},
		{"at most, exceeded", "S004", "2(2,5)", marked("20", "20", "5", "<=", "4")},
		{"less than, exactly", "S004", "2(2,5)", marked("20", "20", "4", "<", "4")},
		{"less than, kept", "S004", "", marked("20", "20", "3", "<", "4")},
		{"equal, exceeded", "S004", "", marked("20", "20", "5", "=", "4")},
		{"about", "S004", "", marked("20", "20", "3", "~", "4")},
		{"a reason where the target was missed", "S011", "", func(p *model.Project) {
			marked("20", "20", "3", ">=", "4")(p)
			p.Indicators[0].Deviation = "雨季停办一次"
		}},
		{"a second level under a first one of the form's own", "C006", "", func(p *model.Project) { p.Indicators[0].Level1 = "特色指标" }},
		{"a share that may be the percentage", "S004", "", sharing("0.93")},
		{"no share", "S004", "2(2,5)", sharing("1.01")},
		{"nothing", "S004", "2(2,5)", sharing("0")},
		{"what was reached is told in words", "S004", "", func(p *model.Project) {
			marked("20", "20", "3", ">=", "4")(p)
			p.Indicators[0].Actual.Kind = model.Qualitative
		}},
		{"the target is told in words", "S004", "", func(p *model.Project) {
			marked("20", "20", "3", ">=", "4")(p)
			p.Indicators[0].Target.Kind = model.Qualitative
		}},
		{"another unit", "S004", "", func(p *model.Project) {
			marked("20", "20", "3", ">=", "4")(p)
			p.Indicators[0].Actual.Unit = "场"
		}},
		{"a hundred percent", "V004", "", func(p *model.Project) { p.Indicators[3].Target = aTarget("100%", "=", "100", "%") }},
		{"a range up to a hundred percent", "V004", "", func(p *model.Project) { p.Indicators[3].Target = ranged("90", "100") }},
		{"a range over a hundred percent", "V004", "2(5,5)", func(p *model.Project) { p.Indicators[3].Target = ranged("90", "100.5") }},
		{"one of two parts over a hundred percent", "V004", "2(5,5)", func(p *model.Project) {
			p.Indicators[3].Target = model.Value{Text: "初检≥90%，复检≥110%", Kind: model.Composite, Parts: []model.Value{aTarget("≥90%", ">=", "90", "%"), aTarget("≥110%", ">=", "110", "%")}}
		}},
		{"as many indicators as there have to be", "C008", "", func(*model.Project) {}},
		{"indicators of which two are of later years", "C008", "2(2,3)", func(p *model.Project) { p.Indicators[3].Term, p.Indicators[4].Term = "long", "long" }},
		{"none at all, which another rule tells of", "C008", "", func(p *model.Project) { p.Indicators = nil }},
		{"growth over a hundred percent", "V004", "", func(p *model.Project) {
			p.Indicators[3].Level3, p.Indicators[3].Target = "产值同比", aTarget("120%", "=", "120", "%")
		}},
	} {
		d := Sample()
		c.edit(&d.Projects[0])
		var got []string
		rule, _ := Lookup(c.code)
		for _, f := range Run(d, configOf(*rule, "")) {
			if f.Code == c.code {
				got = append(got, f.Origin.String())
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s at %q, want %q", c.name, c.code, s, c.want)
		}
	}
}

func nameless(p *model.Project) model.Indicator {
	i := p.Indicators[0]
	i.Level3 = ""
	return i
}

func weights(all ...model.Decimal) func(*model.Project) {
	return func(p *model.Project) {
		for i, w := range all {
			p.Indicators[i].Weight = w
		}
	}
}

// marked gives the first indicator a weight, a score and what was reached.
func marked(weight, score, actual model.Decimal, op model.Operator, target model.Decimal) func(*model.Project) {
	return func(p *model.Project) {
		i := &p.Indicators[0]
		reached := aTarget(string(actual)+"次", "=", actual, "次")
		i.Weight, i.Score, i.Actual, i.Target = weight, score, &reached, aTarget(string(op+" ")+string(target)+"次", op, target, "次")
	}
}

// sharing has full marks for a bare number that was reached of 90%.
func sharing(actual model.Decimal) func(*model.Project) {
	return func(p *model.Project) {
		i := &p.Indicators[0]
		reached := aTarget(string(actual), "=", actual, "")
		i.Weight, i.Score, i.Actual, i.Target = "20", "20", &reached, aTarget("≥90%", ">=", "90", "%")
	}
}

func ranged(from, to model.Decimal) model.Value {
	v := aTarget(string(from+"%-"+to+"%"), "", from, "%")
	v.Kind, v.Upper = model.Range, to
	return v
}

// TestUnitTold: what reading has said of a missing unit is not said again, be
// it of the project or of the whole document.
func TestUnitTold(t *testing.T) {
	for subject, want := range map[string]int{"": 0, "护路联防经费": 0, "1.护路联防经费绩效目标表": 0, "另一个项目": 1} {
		d := Sample()
		d.Projects[0].Budget = model.Budget{Total: &model.Amount{Text: "12", Number: "12"}}
		d.Findings = []model.Finding{{Code: "D014", Subject: subject}}
		n := 0
		for _, f := range Run(d, Config{}) {
			if f.Code == "B005" {
				n++
			}
		}
		if n != want {
			t.Errorf("%q: %d findings, want %d", subject, n, want)
		}
	}
}

// TestOrder: findings stand in the order of their places, whatever the order of
// the rules.
func TestOrder(t *testing.T) {
	d := Sample()
	p := &d.Projects[0]
	p.Indicators[0].Target = aTarget("4", "=", "4", "")       // V003, in table 2
	p.SpendingPlan = plan("30", "20", "90", "100")            // B002, in table 1
	p.Indicators[3].Target = aTarget("120%", "=", "120", "%") // V004
	p.Code = "1302"                                           // I002
	var got []string
	for _, f := range Run(d, Config{}) {
		got = append(got, f.Code)
	}
	if s := strings.Join(got, " "); s != "V003 V004 I002 B002" {
		t.Errorf("order %s", s)
	}
}

func TestSmallParts(t *testing.T) {
	if c, ok := checkCharacter("13028122Z003528100015"); ok || c != 0 {
		t.Errorf("a character outside the alphabet gives %q, %v", c, ok)
	}
	for date, want := range map[string]int{"": 0, "202": 0, "2022": 2022, "2022-12-31": 2022, "--12-31": 0, "-200-01": 0} {
		if got := leadingYear(date); got != want {
			t.Errorf("leadingYear(%q) = %d", date, got)
		}
	}
	for text, want := range map[string]string{
		"护路宣传": "护路 路宣 宣传", "护路的宣传": "护路 宣传", "护路，宣传": "护路 宣传", "护 路": "", "工作护路": "作护 护路", "": "",
	} {
		var got []string
		for p := range tellingPairs(text) {
			got = append(got, string([]rune{rune(p >> 32), rune(p & 0xFFFFFFFF)}))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("tellingPairs(%q) = %q, want %q", text, s, want)
		}
	}
	for text, want := range map[string]string{
		"补助覆盖率 (%)": "补助覆盖率", "（一）A-b（c）d": "abd", "a)b(c": "ab", "((a))b": "b", "((a)b)c": "c", "Ａ１": "a1", "次数": "次数", "䷀次数": "次数",
	} {
		if got := bare(text); got != want {
			t.Errorf("bare(%q) = %q, want %q", text, got, want)
		}
		if !sameBare(text, want) || sameBare(text, want+"数") || sameBare(text+"数)数", want) {
			t.Errorf("sameBare(%q, %q)", text, want)
		}
	}
	for r, want := range map[rune]bool{0x2E7F: false, 0x2E80: true, 0x4DFF: false, '一': true, 0x9FFF: true, 0xA000: false, 0x20000: true, 'a': false, '，': false} {
		if isHan(r) != want {
			t.Errorf("isHan(%U) = %v", r, !want)
		}
	}
	for text, want := range map[string]string{"A1（二）, b": "A1二b", "《护路》 2022": "护路2022", "——": ""} {
		if got := quantity.Signs(text); got != want {
			t.Errorf("Signs(%q) = %q, want %q", text, got, want)
		}
	}
	if got := shown("90", "100.5", "%") + " " + shown("4", "", "次"); got != "90-100.5% 4次" {
		t.Errorf("shown as %s", got)
	}
	many := make([]model.Decimal, maxAddends)
	for i := range many {
		many[i] = "2"
	}
	for _, c := range []struct {
		amounts []model.Decimal
		total   model.Decimal
		want    bool
	}{
		{nil, "1", false}, {[]model.Decimal{"5"}, "0", false}, {[]model.Decimal{"5"}, "5", true}, {[]model.Decimal{"1", "2", "4"}, "5", true},
		{[]model.Decimal{"1", "2", "4"}, "8", false}, {many, "24", true}, {many, "25", false}, {append(many, "2"), "25", true},
	} {
		if got := someAddUp(c.amounts, c.total, "1"); got != c.want {
			t.Errorf("someAddUp(%v, %s) = %v", c.amounts, c.total, got)
		}
	}
	for _, c := range []struct {
		a, b, tolerance model.Decimal
		want            bool
	}{{"5", "5", "0", true}, {"5", "6", "1", false}, {"6", "5", "1", false}, {"5", "6", "1.1", true}, {"6", "5", "1.1", true}} {
		if got := within(c.a, c.b, c.tolerance); got != c.want {
			t.Errorf("within(%s, %s, %s) = %v", c.a, c.b, c.tolerance, got)
		}
	}
}

// TestReadingOrigin: a reading inside the cell is the place, any other the cell.
func TestReadingOrigin(t *testing.T) {
	i := &Sample().Projects[0].Indicators[0] // the cell has the bytes 22500 to 22550, the origin 2000 to 2500
	for _, c := range []struct{ start, end, wantStart, wantEnd int }{
		{2000, 22550, 2000, 22550}, {2100, 2200, 2100, 2200}, {1999, 2200, 2000, 2500}, {2000, 22551, 2000, 2500},
		{2200, 2200, 2000, 2500}, {2300, 2200, 2000, 2500}, {0, 9, 2000, 2500},
	} {
		o := readingOrigin(i, &model.Reading{Start: c.start, End: c.end})
		if o.Start != c.wantStart || o.End != c.wantEnd || o.Row != i.Origin.Row {
			t.Errorf("%d to %d: place %+v", c.start, c.end, o)
		}
	}
}

func TestHints(t *testing.T) {
	r := &review{}
	for number, want := range map[model.Decimal]string{"0.9": "90%", "1": "100%", "2": "写成 2%", "95": "写成 95%"} {
		if got := percentHint(r, &model.Value{Number: number}); !strings.Contains(got, want) || strings.Contains(got, "丢了格式") != (number.Cmp("1") <= 0) {
			t.Errorf("%s: %s", number, got)
		}
	}
	d := Sample()
	d.Projects[0].SpendingPlan[3] = model.PlanStep{Label: "12月底"}
	i := first(d)
	i.Target, i.Level3, i.Level2 = model.Value{Text: "待定", Kind: model.Empty}, "", "数量指标"
	said := fmt.Sprint(Run(d, Config{}))
	for _, want := range []string{"（12月底）是 —", "“待定”是未填的占位符", "1.护路联防经费/数量指标"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said: %s", want, said)
		}
	}
}

func TestMatching(t *testing.T) {
	codes := []string{"V001", "C004", "C001", "D001"}
	for pattern, want := range map[string]string{"C": "C001 C004", "C0": "", "C0*": "C001 C004", "C004": "C004", "*": "", "c": "", "": "", "C00": ""} {
		got, err := Matching(pattern, codes, model.English)
		if s := strings.Join(got, " "); s != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v", pattern, s, err)
		}
	}
	if _, err := Matching("c004", codes, model.English); err == nil || !strings.Contains(err.Error(), "upper case: C004") {
		t.Error(err)
	}
	if _, err := Matching("z", codes, model.English); err == nil || strings.Contains(err.Error(), "upper case") {
		t.Error(err)
	}
	if all := Codes("D001"); len(all) != len(Rules)+1 || all[0] != Rules[0].Code || all[len(Rules)] != "D001" {
		t.Errorf("codes %v", all)
	}
}

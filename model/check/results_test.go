package check_test

import (
	"slices"
	"strings"
	"testing"

	"jxmb/fixtures/layouts"
	"jxmb/fixtures/wml"
	"jxmb/model"
	"jxmb/model/check"
)

// sheetOf is a self-evaluation as its unit hands it in, after the form of
// 财预〔2020〕10号; the words in braces are what the cases change.
const sheetOf = `
	项目名称 | 农村公路日常养护 | < | < | < | < | < | < | <
	主管部门 | 某县交通运输局 | < | < | 实施单位 | 某县公路站 | < | < | <
	项目资金（万元） |  | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
	^ | 年度资金总额 | < | 200.00 | 200.00 | {193.00} | 10 | {96.50%} | {9.65}
	自评等级 | {优} | < | < | < | < | < | < | <
	年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | <
	^ | 完成农村公路日常养护。 | < | < | < | 已完成。 | < | < | <
	绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
	^ | 产出指标 | {数量指标} | 养护里程 | ≥200公里 | {200公里} | 20 | {20} | {}
	^ | ^ | 质量指标 | 验收合格率 | ≥95% | 96% | 20 | 20 | 
	^ | 成本指标 | 经济成本指标 | 每公里养护成本 | ≤1万元 | {1万元} | 20 | {20} | 
	^ | 效益指标 | 社会效益指标 | 出行条件 | 明显改善 | 明显改善 | 20 | 20 | 
	^ | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 93% | 10 | 10 | 
	总分 | < | < | < | < | < | 100 | {99.65} | `

// handedIn is the sheet with changes, read from a Word file.
func handedIn(t *testing.T, changes ...string) *model.Document {
	t.Helper()
	text := sheetOf
	for i := 0; i < len(changes); i += 2 {
		if !strings.Contains(text, changes[i]) {
			t.Fatalf("the sheet has no %q", changes[i])
		}
		text = strings.Replace(text, changes[i], changes[i+1], 1)
	}
	text = strings.NewReplacer("{", "", "}", "").Replace(text)
	body := []wml.Block{
		wml.P{Style: "1", Align: "center", Content: []wml.Inline{wml.Text("项目支出绩效自评表")}},
		wml.P{Align: "center", Content: []wml.Inline{wml.Text("（2023年度）")}},
		wml.Sketch(text),
	}
	return parse(t, wml.Document{Word: true, Seed: 7, Body: body}.Bytes())
}

// results are the codes of the findings about results, with the cells they
// stand at.
func results(d *model.Document) []string {
	out := []string{}
	for _, f := range check.Run(d, check.Config{}) {
		if f.Code[0] == 'S' || f.Code[0] == 'M' || f.Code == "C006" || f.Code == "C007" {
			out = append(out, f.Code+" "+f.Origin.String())
		}
	}
	return out
}

// TestResultsHandedIn: each rule speaks of the sheet with one thing wrong, at the
// cell where that is, and keeps silent where it is right or cannot be told.
func TestResultsHandedIn(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		changes []string
		want    string
	}{
		{"all right", nil, ""},
		{"scored in proportion", []string{"{200公里}", "190公里", "{20}", "19", "{}", "雨季停工", "{99.65}", "98.65"}, ""},
		{"scored too low", []string{"{200公里}", "190公里", "{20}", "17", "{}", "雨季停工", "{99.65}", "96.65"}, "S005 1(9,8)"},
		{"in other units", []string{"{200公里}", "19万米", "{20}", "17", "{}", "雨季停工", "{99.65}", "96.65"}, ""},
		{"actual without a number", []string{"{200公里}", "基本完成", "{20}", "17", "{}", "雨季停工", "{99.65}", "96.65"}, ""},
		{"actual a range", []string{"{200公里}", "180-190公里", "{20}", "17", "{}", "雨季停工", "{99.65}", "96.65"}, ""},
		{"cost beyond its limit, in proportion", []string{"{1万元}", "1.25万元", "| 20 | {20} | \n\t^ | 效益", "| 20 | 16 | 材料涨价\n\t^ | 效益", "{99.65}", "95.65"}, ""},
		{"cost beyond its limit, by hand", []string{"{1万元}", "1.25万元", "| 20 | {20} | \n\t^ | 效益", "| 20 | 18 | 材料涨价\n\t^ | 效益", "{99.65}", "97.65"}, "S005 1(11,8)"},
		{"cost of nothing", []string{"{1万元}", "0万元"}, ""},
		{"total", []string{"{99.65}", "99.2"}, "S006 1(14,8)"},
		{"total within the tolerance", []string{"{99.65}", "99.7"}, ""},
		{"total where a score is in words", []string{"{20}", "待定", "{99.65}", "96"}, ""},
		{"rate", []string{"{96.50%}", "98.50%"}, "S007 1(4,8)"},
		{"rate as a share of one", []string{"{96.50%}", "0.965"}, ""},
		{"rate rounded to a whole", []string{"{96.50%}", "97%"}, ""},
		{"rate far below the sums", []string{"{96.50%}", "90.10%", "{9.65}", "9.01", "{99.65}", "99.01"}, "S007 1(4,8)"},
		{"total without the score of the rate", []string{"{99.65}", "90"}, "S006 1(14,8)"},
		{"total without the score of the rate, which is an indicator as well", []string{"质量指标 | 验收合格率 | ≥95% | 96%", "质量指标 | 预算执行率 | ≥95% | 96.5%", "{99.65}", "90"}, ""},
		{"score of the rate", []string{"{9.65}", "10", "{99.65}", "100"}, "S007 1(4,9)"},
		{"grade", []string{"{优}", "良"}, "S008 1(5,2)"},
		{"grade that is ticked", []string{"{优}", "☑优 □良 □中 □差"}, ""},
		{"grade ticked behind it", []string{"{优}", "优☑ 良□ 中□ 差□"}, ""},
		{"wrong grade that is ticked", []string{"{优}", "□优 ☑良 □中 □差"}, "S008 1(5,2)"},
		{"little spent", []string{"{193.00}", "180.00", "{96.50%}", "90%", "{9.65}", "9", "{99.65}", "99"}, "S009 1(14,8)"},
		{"spent less than scored by the points that may be", []string{"{193.00}", "188.00", "{96.50%}", "94%", "{9.65}", "9.4", "明显改善 | 明显改善 | 20 | 20 | ", "明显改善 | 基本改善 | 20 | 19.6 | 一处在修", "{99.65}", "99"}, ""},
		{"little spent, of other than 100 points", []string{"| 20 | {20} | {}", "| 15 | 15 | ", "{193.00}", "160.00", "{96.50%}", "80%", "{9.65}", "8", "{99.65}", "93"}, "S001 1(9,7)"},
		{"little spent, of 100 points with those of the rate", []string{"| 20 | {20} | {}", "| 30 | 30 | ", "| 分值 | 执行率 | 得分", "| 备注 | 执行率 | 说明", "| 10 | {96.50%} | {9.65}", "| | 90% | ", "{193.00}", "180.00", "{99.65}", "100"}, "S009 1(14,8)"},
		{"rate with two places", []string{"{96.50%}", "96.90%"}, "S007 1(4,8)"},
		{"far above", []string{"{200公里}", "270公里"}, "S010 1(9,6)"},
		{"far above from 130 % on", []string{"{200公里}", "260公里"}, "S010 1(9,6)"},
		{"not far above", []string{"{200公里}", "259公里"}, ""},
		{"far below to 70 %", []string{"{200公里}", "140公里"}, "S004 1(9,6), S010 1(9,6)"},
		{"not far below", []string{"{200公里}", "141公里"}, "S004 1(9,6)"},
		{"far above with a reason", []string{"{200公里}", "270公里", "{}", "新增一条县道"}, ""},
		{"a reason though met", []string{"{}", "雨季停工"}, "S011 1(9,9)"},
		{"no reason in the cell of reasons", []string{"{}", "无偏差。"}, ""},
		{"cost in another unit beyond its limit", []string{"{1万元}", "12500元"}, "S005 1(11,8)"},
		{"cost in another unit, in proportion", []string{"{1万元}", "12500元", "| 20 | {20} | \n\t^ | 效益", "| 20 | 16 | 材料涨价\n\t^ | 效益", "{99.65}", "95.65"}, ""},
		{"the very limit", []string{"≤1万元 | {1万元} | 20 | {20} | \n\t^ | 效益", "＜1万元 | 1万元 | 20 | 18 | 材料涨价\n\t^ | 效益", "{99.65}", "97.65"}, ""},
		{"nothing may be spent, and nothing was", []string{"≤1万元 | {1万元}", "≤0万元 | 0万元"}, ""},
		{"score of all that was to be spent", []string{"{193.00}", "200.00", "{96.50%}", "100%", "{9.65}", "9", "{99.65}", "99"}, "S007 1(4,9)"},
		{"score of more than all", []string{"{193.00}", "210.00", "{96.50%}", "105%", "{9.65}", "9", "{99.65}", "99"}, ""},
		{"grade in the conclusion", []string{"自评等级 | {优}", "评价结论 | 良"}, "S008 1(5,2)"},
		{"a reason though an exact target is met", []string{"≥200公里 | {200公里}", "200公里 | 200公里", "{}", "雨季停工"}, "S011 1(9,9)"},
		{"a reason where an exact target is exceeded", []string{"≥200公里 | {200公里}", "200公里 | 210公里", "{}", "雨季停工"}, ""},
		{"levels", []string{"{数量指标}", "社会效益指标"}, "C006 1(9,3)"},
		{"no cost", []string{"成本指标 | 经济成本指标", "产出指标 | 时效指标"}, "C007 1(9,2)"},
		{"neither cost nor benefit", []string{"成本指标 | 经济成本指标", "产出指标 | 时效指标", "效益指标 | 社会效益指标", "满意度指标 | 服务对象满意度指标"}, ""},
	} {
		if got := strings.Join(results(handedIn(t, c.changes...)), ", "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// TestWrongScoreOfLiangping: the score of 27.81 where 29.67 follows is found in
// the cell that holds it, and nothing else is said of the scores.
func TestWrongScoreOfLiangping(t *testing.T) {
	t.Parallel()
	for _, l := range layouts.All() {
		want := map[string][]string{"self-liangping": {"S005 1(9,8)"}, "self-evaluation": {"C007 1(11,2)", "S003 1(15,8)"}}[l.Name]
		if !strings.HasPrefix(l.Name, "self-") && !strings.HasPrefix(l.Name, "split-") {
			continue
		}
		got := results(parse(t, l.Data()))
		got = slices.DeleteFunc(got, func(s string) bool { return strings.HasPrefix(s, "C007") && want == nil })
		if !slices.Equal(got, append([]string{}, want...)) {
			t.Errorf("%s: got %q, want %q", l.Name, got, want)
		}
	}
}

// TestMonitoringHandedIn reads a monitoring form: its months, what was spent and
// reached by then, and the lights that follow. What does not add up over the
// year has none.
func TestMonitoringHandedIn(t *testing.T) {
	t.Parallel()
	const sheet = `
		项目名称 | 农村公路日常养护 | < | < | < | < | < | <
		项目资金（万元） |  | < | 年初预算数 | 1-7月执行数 | 1-7月执行率 | 全年预计执行数 | 备注
		^ | 年度资金总额 | < | 240.00 | 60.00 | 25% | 240.00 | 
		^ | 其中：本年财政拨款 | < | 240.00 | 60.00 | 25% | 240.00 | 
		年度总体目标 | 完成农村公路日常养护。 | < | < | < | < | < | <
		绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-7月执行情况 | 全年预计完成情况 | 偏差原因分析
		^ | 产出指标 | 数量指标 | 养护里程 | ≥240公里 | 100公里 | 240公里 | 汛期停工
		^ | ^ | 质量指标 | 验收合格率 | ≥95% | 96% | 96% | 
		^ | 成本指标 | 经济成本指标 | 每公里养护成本 | ≤1万元 | 0.3万元 | 1万元 | 
		^ | 效益指标 | 社会效益指标 | 受益人口 | ≥3万人 | 2.5万人 | 3万人 | 
		^ | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 93% | 93% | `
	for _, c := range []struct{ old, new, want string }{
		{"", "", "M001 1(3,5), M002 1(7,6), M003 1(10,6)"},
		{"60.00 | 25%", "140.00 | 58.33%", "M002 1(7,6), M003 1(10,6)"},
		{"100公里", "130公里", "M001 1(3,5), M003 1(10,6)"},
		{"1-7月", "1-12月", "S010 1(9,6)"},             // which are the year
		{"1-7月", "上半年", "M001 1(3,5), M003 1(10,6)"}, // 100公里 of 120 is 83%
	} {
		text := strings.ReplaceAll(sheet, c.old, c.new)
		if c.old == "" {
			text = sheet
		}
		d := parse(t, wml.Document{Word: true, Seed: 3, Body: []wml.Block{
			wml.P{Style: "1", Align: "center", Content: []wml.Inline{wml.Text("项目支出绩效目标运行监控表")}}, wml.Sketch(text),
		}}.Bytes())
		if got := strings.Join(results(d), ", "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.new, got, c.want)
		}
		if actual := d.Projects[0].Indicators[1].Actual; actual == nil || actual.Text != "96%" {
			t.Errorf("%s: the rate reached is %v", c.new, actual)
		}
	}
}

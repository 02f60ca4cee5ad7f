package form

import (
	"fmt"
	"strings"
	"testing"

	"jxmb/parser/block"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/record"
	"jxmb/parser/form/sheet"
)

// told is what texts, set apart by "|", are taken for and what they are not.
type told struct {
	what    string
	is      func(string) bool
	yes, no string
}

func (c told) check(t *testing.T) {
	t.Helper()
	for texts, want := range map[string]bool{c.yes: true, c.no: false} {
		for s := range strings.SplitSeq(texts, "|") {
			if c.is(s) != want {
				t.Errorf("%q is %s: %v, want %v", s, c.what, !want, want)
			}
		}
	}
}

// TestColumnNumbers reads how columns are numbered below a header.
func TestColumnNumbers(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"1": "3 1", "（2）": "3 2", "12": "3 12", "③": "3 3", "⑳": "3 20", "甲": "1 1", "癸": "1 10", "A": "2 1", "Z": "2 26", "4=5+6": "3 4", "C=A/B": "2 3",
		"": "0 0", "一": "0 0", "甲乙": "0 0", "AB": "0 0", "1次": "0 0", "1.5": "0 0", "子": "0 0", "a": "0 0", strings.Repeat("1", 25): "0 0",
	} {
		style, n := columnNumber(text)
		if got := fmt.Sprint(style, n); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	for rows, want := range map[string]bool{
		"1|2|3": true, "栏次|1|2|3": true, "甲|乙|1|2": true, "A|B|C": true, "甲|A|B|1|2": true, "①|②|③": true, "1|2|3=1+2": true,
		"1|2": false, "栏次|1|2": false, "1|3|4": false, "1|2|2": false, "3|2|1": false, "1|2|A": false, "1|2|次": false, "2|3|4": true, "甲|乙|2|3": false, "栏次|栏次|1|2|3": false,
	} {
		var cells []*sheet.Cell
		for text := range strings.SplitSeq(rows, "|") {
			cells = append(cells, &sheet.Cell{Cell: &block.Cell{Text: text}})
		}
		if got := numberColumns(cells); got != want {
			t.Errorf("%q: %v, want %v", rows, got, want)
		}
	}
}

// TestTemplateWords tells what a template prints from what a clerk fills in.
func TestTemplateWords(t *testing.T) {
	t.Parallel()
	for _, c := range []told{
		{"the place of a name", namePlace, "指标1：|指标2|指标…|指标……|指标10.|指标：", "指标|指标一|指标1：修渠|指标值|绩效指标1|指标1修|指标1234567890123456789012"},
		{"a box for a seal", sealBox, "（盖章）|单位盖章|负责人签字：|经办人（签章）：张某|局长签名", "盖章|签字笔采购|签订合同|需盖章的材料|甲"},
		{"the number of a goal", numbersGoal, "目标1|目标1：|1.|2|三、|目标十二", "目标|目标1修渠|修渠|1.5|" + strings.Repeat("1", 31)},
		{"the name of a unit", record.UnitName, "某县水利局|某镇人民政府|县委办|某某中学校", "甲局|水利工程|局|" + strings.Repeat("县", 30) + "局"},
		{"what begins as rows without data do", beginsNone, "指标1：|单位：次|1|12|0|9|H|（万元）|(%)|甲|栏次|①| 2|A", "修渠|100万立方米的土方工程量|第1页|④|Z|I|乙|"},
		{"a code of the budget system", draft.SystemCode, "51092324T000010263357|13028122P00399910001C|00000000A00000000000Z|99999999Z99999999999A",
			"|51092324T00001026335|51092324T0000102633570|510923241000010263357|51092324t000010263357|51092324@000010263357|51092324[000010263357|5109232AT000010263357|" +
				"5109232/T000010263357|5109232:T000010263357|51092324T00001026335-|51092324T00001026335@|51092324T00001026335[|51092324T00001026335:"},
		{"a number of columns", numbersColumn, "1|12|A|4=5+6|(3)|A-B|1/2", "a|栏1|1.5|一|3次|1234567890123"},
	} {
		c.check(t)
	}
}

// TestColumnUnits reads the units that stand below the heads of columns.
func TestColumnUnits(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"（万元）": "万元", "(%)": "%", "单位：次": "次", "（单位：公里）": "公里", "万元": "", "（修渠）": "", "（）": "", "(万元": "", "万元)": "", "单位：": "", "单位：3次": "",
	} {
		if got := unitOfColumn(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestTargetIn parts an item of a list into its name and its target.
func TestTargetIn(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"购置车辆（≥7辆）": "购置车辆|≥7辆", "验收合格率(100%)": "验收合格率|100%", "群众满意度：≥85%": "群众满意度|≥85%", "培训人次≥120人次": "培训人次|≥120人次",
		"印发手册2000册": "印发手册|2000册", "修渠：持续改善": "修渠|持续改善", "完工时间：12月底前": "完工时间|12月底前", "受益户数目标值≥300户": "受益户数|≥300户",
		"受益户数指标值：300户": "受益户数|300户", "栽植苗木，不少于3000株": "栽植苗木|不少于3000株", "3年规划编制1份": "3年规划编制|1份", "第2批设备5台": "第2批设备|5台",
		"河道面貌明显改观": "|", "：3处": "|", "3处": "|", "≥3处": "|", "约3处": "|", "不少于3处": "|", "修渠：": "|", "": "|",
		"修渠（一期）": "|", "修渠（第二批）": "|", "修渠（三标段）": "|", "培训（3期）": "培训|3期", "培训（≥三期）": "培训|≥三期", "种树（二十亩）": "种树|二十亩",
		"修渠（一期）≥3处": "修渠（一期）|≥3处", "费用0.5万元": "费用|0.5万元", "补助1,200元": "补助|1,200元",
		strings.Repeat("长", 201) + "3处": "|", strings.Repeat("长", 198) + "3处": strings.Repeat("长", 198) + "|3处",
	} {
		a := sheet.TargetIn(text)
		got := "|"
		if a.Name > 0 {
			got = text[:a.Name] + "|" + text[a.From:a.To]
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestNumberedWords reads 指标1： and its kin before an item.
func TestNumberedWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"指标1：修渠": "修渠", "指标12.修渠": "修渠", "指标一、修渠": "修渠", "指标3:修渠": "修渠", "指标：修渠": "", "指标1修渠": "", "1：修渠": "", "指标": ""} {
		if got := text[numberedWord(text):]; got != want && !(want == "" && got == text) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestItemsOfCells parts a cell of indicators into lines, levels and items.
func TestItemsOfCells(t *testing.T) {
	t.Parallel()
	labels, err := label.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"产出指标：修渠≥3处":                    "产出指标//修渠 ≥3处",
		"产出指标：修渠≥3处；修路≥2公里。":            "产出指标//修渠 ≥3处, 产出指标//修路 ≥2公里",
		"产出指标-数量指标：修渠≥3处":               "产出指标/数量指标/修渠 ≥3处",
		"【产出指标】【数量指标】修渠（≥3处）":           "产出指标/数量指标/修渠 ≥3处",
		"（一）产出指标\n1.修渠≥3处\n2.修路≥2公里":    "产出指标//修渠 ≥3处, 产出指标//修路 ≥2公里",
		"产出指标（50分）：修渠≥3处":               "产出指标（50分）//修渠 ≥3处",
		"产出：数量：修渠≥3处\n效益：受益户≥30户":       "产出/数量/修渠 ≥3处, 效益//受益户 ≥30户",
		"数量指标：修渠≥3处\n质量指标：合格率≥95%":      "/数量指标/修渠 ≥3处, /质量指标/合格率 ≥95%",
		"产出指标：数量指标：修渠≥3处\n效益指标：受益户≥30户": "产出指标/数量指标/修渠 ≥3处, 效益指标//受益户 ≥30户",
		"产出指标：修渠（一期；二期）≥3处":             "产出指标//修渠（一期；二期） ≥3处",
		"产出指标：修渠≥3处\n16满意度指标":           "产出指标//修渠 ≥3处, left 16满意度指标",
		"质量指标：\n数量指标：修渠≥3处":             "/数量指标/修渠 ≥3处, left 质量指标",
		"产出指标：修渠；":                      "",
		"修渠≥3处":                         "",
		"产出指标：":                         "",
	} {
		var got []string
		list, left := writtenIndicators(labels, text, "")
		for _, w := range list {
			got = append(got, w.level1.in(text)+"/"+w.level2.in(text)+"/"+w.name.in(text)+" "+w.target.in(text))
		}
		for _, s := range left {
			got = append(got, "left "+s.in(text))
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%q:\n got %s\nwant %s", text, s, want)
		}
	}
	for text, want := range map[string]bool{
		"产出指标：修渠\n效益指标：受益": true, "指标1：修渠\n指标2：修路": true, "产出指标：修渠\n其他": false, "指标1：修渠；指标2：修路": false, "修渠\n修路": false, " 产出指标：修渠\n\n 效益指标：受益": true,
	} {
		if got := holdsSeveral(labels, text); got != want {
			t.Errorf("%q holds several: %v", text, got)
		}
	}
}

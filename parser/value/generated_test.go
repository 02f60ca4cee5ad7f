package value

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"jxmb/model"
	"jxmb/model/quantity"
)

// spelledNumber is a number and a way to write it.
type spelledNumber struct {
	text   string
	number model.Decimal
}

// spellings writes n in every style that cells have: digits, digits with a
// scale, numerals in Chinese, capital numerals.
func spellings(n int) []spelledNumber {
	number := model.Decimal(strconv.Itoa(n))
	all := []spelledNumber{{strconv.Itoa(n), number}, {hanNumeral(n, "零一二三四五六七八九", "十百千"), number}, {hanNumeral(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟"), number}}
	if n >= 1000 {
		all = append(all, spelledNumber{strconv.Itoa(n/1000) + "," + fmt.Sprintf("%03d", n%1000), number})
	}
	if n%10000 == 0 && n > 0 {
		all = append(all, spelledNumber{strconv.Itoa(n/10000) + "万", number})
	}
	return all
}

// hanNumeral writes 1 to 99999999 in Chinese.
func hanNumeral(n int, digits, scales string) string {
	d, s := []rune(digits), []rune(scales)
	if n >= 10000 {
		text := hanNumeral(n/10000, digits, scales) + "万"
		switch rest := n % 10000; {
		case rest == 0:
			return text
		case rest < 1000:
			return text + string(d[0]) + hanNumeral(rest, digits, scales)
		default:
			return text + hanNumeral(rest, digits, scales)
		}
	}
	var b strings.Builder
	zero := false
	for power, div := 3, 1000; power >= 0; power, div = power-1, div/10 {
		digit := n / div % 10
		if digit == 0 {
			zero = b.Len() > 0
			continue
		}
		if zero {
			b.WriteRune(d[0])
		}
		zero = false
		b.WriteRune(d[digit])
		if power > 0 {
			b.WriteRune(s[power-1])
		}
	}
	return b.String()
}

// fusedNames are names of indicators as they stand between figure and wording,
// of every kind that a figure may run into.
var fusedNames = map[string][]string{
	"plain":         {"宣讲场次", "隐患整改比例", "补助对象满意情况", "设备更新数量", "管网改造长度"},
	"digits":        {"5G站点建成情况", "12345热线办理情况", "2022年任务完成情况", "16项制度落实情况", "110出警情况", "3D打印普及情况", "24小时值守情况", "2.0平台上线情况"},
	"Latin":         {"PM2.5改善情况", "COVID19检测情况", "GDP能耗下降情况", "VOCs治理情况", "APP使用情况", "A级景区情况", "CT检查情况"},
	"Han numerals":  {"三区三州覆盖情况", "十四五任务完成情况", "百强企业培育情况", "万人评议情况", "一村一策落实情况", "两癌筛查情况", "四好农村路建成情况"},
	"measure words": {"批示落实情况", "项目验收情况", "户厕改造情况", "次生灾害情况", "台账建立情况"},
}

// fusedOperators are signs with wordings that say the same.
var fusedOperators = []struct {
	sign  string
	op    model.Operator
	words []string
}{
	{"≥", model.GreaterEqual, []string{"大于等于", "不低于", "不少于", "达到", "至少", "不得少于", "没有低于"}},
	{"≤", model.LessEqual, []string{"小于等于", "不超过", "不高于", "不突破", "不应大于", "至多", "未超过"}},
	{">", model.Greater, []string{"大于", "超过", "高于"}},
	{"<", model.Less, []string{"小于", "低于", "不足"}},
	{"=", model.Equal, []string{"等于", "为"}},
	{"", model.Equal, []string{"等于"}},
}

// fusedCell is a cell made by the grammar, with what it says.
type fusedCell struct {
	text, name, kind, unit string
	op                     model.Operator
	figure, stated         model.Decimal // in the unit without its scale
}

// drawCell makes a cell of a sign, a figure, a name and a wording.
func drawCell(r *rand.Rand, units []map[string]string) fusedCell {
	kinds := []string{"plain", "digits", "Latin", "Han numerals", "measure words"}
	c := fusedCell{kind: kinds[r.IntN(len(kinds))]}
	c.name = fusedNames[c.kind][r.IntN(len(fusedNames[c.kind]))]
	op := fusedOperators[r.IntN(len(fusedOperators))]
	n := []int{r.IntN(9) + 1, r.IntN(90) + 10, r.IntN(900) + 100, r.IntN(9000) + 1000, (r.IntN(90) + 1) * 10000}[r.IntN(5)]
	said := n
	if r.IntN(3) == 0 {
		said += r.IntN(5) + 1
	}
	statements := spellings(said)
	s := statements[r.IntN(len(statements))]
	u := units[r.IntN(len(units))]
	if isWord(s.text + u["surface"]) { // 二手 is another word than two 手
		return drawCell(r, units)
	}
	c.op, c.figure, c.stated, c.unit = op.op, model.Decimal(strconv.Itoa(n)), s.number, u["canonical"]
	c.text = op.sign + strconv.Itoa(n) + c.name + op.words[r.IntN(len(op.words))] + s.text + u["surface"]
	return c
}

// isWord reports a plain word of the vocabulary.
func isWord(text string) bool {
	s := quantity.Read(text)
	defer s.Release()
	return s.Word(0) == s.Size()
}

// outcome is what a reader made of a generated cell.
type outcome uint8

const (
	exact outcome = iota
	left          // as words, or as a lesser reading that claims no agreement
	wrong
)

// judge compares a reading with what the cell says.
func (c *fusedCell) judge(v model.Value) outcome {
	if v.Kind == model.Qualitative {
		return left
	}
	if v.Base != nil && v.Base.Unit == "千"+c.unit { // 一千伏安 is 1千伏安
		v.Unit, v.Base = c.unit, &model.Base{Number: v.Base.Number.Shift(3), Unit: c.unit}
	}
	if !c.says(v) {
		return wrong
	}
	agree := c.figure == c.stated
	switch {
	case v.Agreement == model.Agree && agree:
		return exact
	case v.Agreement == model.Conflict && !agree && v.Readings.Figure.Number == c.figure:
		return exact
	case v.Agreement == model.Agree || v.Agreement == model.Conflict && agree:
		return wrong
	}
	return left
}

// says reports a value with the operator, number and unit of the statement.
func (c *fusedCell) says(v model.Value) bool {
	return v.Kind == model.Quantity && v.Operator == c.op && v.Base.Number.Cmp(inBase(c.stated, c.unit)) == 0 && sameUnit(v.Unit, c.unit)
}

// inBase counts a number of a canonical unit in the base unit of the value.
func inBase(n model.Decimal, unit string) model.Decimal {
	switch unit {
	case "角", "‰":
		return n.Shift(-1)
	case "‱":
		return n.Shift(-2)
	}
	return n
}

// sameUnit reports a unit that is the wanted one with or without a scale.
func sameUnit(got, want string) bool {
	return got == want || strings.TrimLeft(got, "十百千万亿") == strings.TrimLeft(want, "十百千万亿")
}

// TestGenerated reads fused cells that the grammar makes: operators, units,
// styles of numerals, and names that begin like numbers, with the name beside
// the cell as in every form. None may be wrong.
func TestGenerated(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 26))
	units := rows(t, vocabDir+"units.tsv")
	count := map[string]map[outcome]int{}
	total, right := 0, 0
	for range 30_000 {
		c := drawCell(r, units)
		// Without the name a figure may seem to run on, which is a conflict for a
		// person to settle, never another number or an agreement.
		if v := Parse(c.text, Hint{}); c.judge(v) == wrong && (v.Agreement != model.Conflict || !c.says(v)) {
			t.Errorf("without its name %q is %s", c.text, brief(v))
		}
		got := c.judge(Parse(c.text, Hint{Name: c.name}))
		if count[c.kind] == nil {
			count[c.kind] = map[outcome]int{}
		}
		count[c.kind][got]++
		if count[c.kind][got] <= 12 && got != exact {
			t.Logf("%s: %v %q %s", c.kind, got, c.text, brief(Parse(c.text, Hint{Name: c.name})))
		}
		total++
		if got == exact {
			right++
		}
	}
	for kind, n := range count {
		t.Logf("names of kind %s: %d exact, %d left, %d wrong", kind, n[exact], n[left], n[wrong])
		if n[wrong] > 0 {
			t.Errorf("names of kind %s: %d wrong", kind, n[wrong])
		}
	}
	if share := float64(right) / float64(total); share < 0.98 {
		t.Errorf("%.2f%% exact, want 98%%", 100*share)
	}
}

// frameNumerals are numerals of every style with their number.
var frameNumerals = []spelledNumber{
	{"3", "3"}, {"12", "12"}, {"0.5", "0.5"}, {"1,200", "1200"}, {"2.50", "2.5"}, {"10000", "10000"}, {"007", "7"}, {"１５", "15"},
	{"一", "1"}, {"两", "2"}, {"三", "3"}, {"十", "10"}, {"十二", "12"}, {"二十", "20"}, {"廿五", "25"}, {"九十", "90"}, {"一百", "100"},
	{"一百二十", "120"}, {"一百零五", "105"}, {"三百二十五", "325"}, {"一千", "1000"}, {"两千零八", "2008"}, {"一万", "10000"}, {"一万二", "12000"},
	{"三万五千", "35000"}, {"十五万", "150000"}, {"一百二十万", "1200000"}, {"一亿", "100000000"}, {"两亿三千万", "230000000"},
	{"壹拾贰", "12"}, {"叁佰", "300"}, {"3万", "30000"}, {"1.5亿", "150000000"}, {"3万5千", "35000"}, {"一点五", "1.5"}, {"一点五万", "15000"}, {"5千", "5000"}, {"2百万", "2000000"},
}

// TestFrames reads every numeral with every unit in the frames that a number
// stands in: what is read as a quantity has that number and that unit.
func TestFrames(t *testing.T) {
	frames := []struct {
		text string
		op   model.Operator
	}{
		{"%s", model.Equal}, {"≥%s", model.GreaterEqual}, {"不超过%s", model.LessEqual}, {"总量大于等于%s", model.GreaterEqual}, {"%s以上", model.GreaterEqual}, {"完成改造%s", model.Equal},
	}
	read, all, wrongs := 0, 0, 0
	for _, u := range rows(t, vocabDir+"units.tsv") {
		for _, n := range frameNumerals {
			for _, frame := range frames {
				text := strings.Replace(frame.text, "%s", n.text+u["surface"], 1)
				v := Parse(text, Hint{})
				all++
				if v.Kind == model.Qualitative || v.Kind == model.Deadline && u["dimension"][:min(5, len(u["dimension"]))] == "time:" {
					continue
				}
				c := fusedCell{stated: n.number, figure: n.number, op: frame.op, unit: u["canonical"]}
				v.Agreement, v.Readings.Figure = model.Agree, &model.Reading{}
				if read++; c.judge(v) == wrong {
					if wrongs++; wrongs <= 60 {
						t.Errorf("%q is %s", text, brief(v))
					}
				}
			}
		}
	}
	t.Logf("%d of %d cells are quantities, %d wrong", read, all, wrongs)
	if float64(read) < 0.9*float64(all) {
		t.Errorf("only %d of %d cells are quantities", read, all)
	}
}

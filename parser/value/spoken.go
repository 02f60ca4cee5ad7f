package value

import (
	"jxmb/model/quantity"
	"jxmb/parser/value/lex"
)

// slogan reports 三个到位: up to nine 个 at the start of words.
func (s *doubts) slogan(e *expression) bool {
	return e.unit.Name == "个" && e.number.Cmp("10") < 0
}

// thereafter reports words that go on behind a 后: 核查3次后整改.
func (s *doubts) thereafter(e *expression) bool {
	words := s.At(e.last)
	for p := words.From; p < words.End; p++ {
		if s.Is(p, '后') && s.Word(p) < 2 {
			return true
		}
	}
	return false
}

// attribute reports a time that only says of what kind something is: 15分钟生活圈,
// 九年义务教育, 8小时工作制; and one whose 内 belongs to a longer word: 2年内部流转.
func (s *doubts) attribute(e *expression) bool {
	words := s.At(e.last)
	if s.In(words.End-1, "圈制") || s.Has(words.End-2, "教育") || s.Is(words.From, '内') {
		return true
	}
	return lex.Mentions(s.Folded(words.From, words.End), kindWords)
}

// kindWords say behind a time of what kind something is.
var kindWords = []string{"生活圈", "通勤圈", "服务圈", "交通圈", "健身圈", "养老圈", "无理由", "免检", "免修"}

// graded reports a number that says of what size or age something is: 10万吨级码头,
// 500千伏线路, 0-6岁儿童健康水平.
func (s *doubts) graded(e *expression) bool {
	ages := e.unit.Dimension == "age" || e.unit.Dimension == "voltage"
	return ages || e.hasUnit && s.Is(e.end, '级')
}

// swings reports the width of a move both ways, which no operator bounds: 上下浮动5%.
func (s *doubts) swings(e *expression) bool {
	words := s.WordsAt(e.first - 1)
	return lex.Mentions(s.Folded(words.From, words.End), swinging)
}

var swinging = []string{"上下波动", "浮动", "波动幅度"}

// opens reports a bare number in front of words that are not the name: 110接警.
func (s *doubts) opens(e *expression) bool {
	return e.number != "0" && !s.NameAt(e.end)
}

// scores are what a rule of scoring says of a number.
var scores = quantity.WordList("扣", "得分", "得满分", "不得分", "不扣")

// conditions make a condition of the number in front of them, and consequences are
// what follows from it.
var (
	conditions   = quantity.WordList("的部分", "的", "者", "时", "部分")
	consequences = quantity.WordList("不", "予以", "取消", "扣", "视为", "视同", "按", "一律", "停止", "暂停", "追究", "问责", "通报", "退回", "约谈", "由", "须", "需", "应")
)

// scored reports a rule of scoring behind the number (低于80%不得分, 每少1人扣0.5分), or
// of what else follows from it: 超5%的不予报销.
func (s *doubts) scored(e *expression) bool {
	then := s.Past(e.end, conditions)
	return s.Past(e.end, scores) > e.end || then > e.end && s.Past(then, consequences) > then
}

// counters count a number by what stands behind them: 每基地, 隔月.
var counters = []string{"每", "隔日", "隔天", "隔周", "隔月", "隔季", "隔年", "逢周", "逢月", "单月", "双月", "单周", "双周"}

// countedBy reports words in front that count the number by what no unit is: it is
// that of one 基地 in 每基地5万元.
func (s *doubts) countedBy(e *expression) bool {
	words := s.WordsAt(e.first - 1)
	if e.unit.Compound && s.Is(words.End-1, '每') { // 每半月2次
		words.End--
	}
	return e.unit.Dimension != "ratio" && !s.NameAt(words.From) && lex.Mentions(s.Folded(words.From, words.End), counters)
}

// margin reports an operator in the words in front of a number that has none of
// its own: the number is what something else is passed by, 高于全省平均5个百分点,
// and the bound is not in the cell.
func (s *doubts) margin(e *expression) bool {
	t := s.WordsAt(e.first - 1)
	if e.strength >= quantity.Word {
		return false
	}
	for p := t.From; p < t.End; p++ {
		op := s.passes(p)
		if op != "" && (p == t.From || op != "超") { // B超
			return true
		}
	}
	return false
}

// passes is the operator at p that takes a number to pass something by, "" for
// none.
func (s *doubts) passes(p int) string {
	row := s.Row(p, quantity.RolePrefix)
	if row == 0 || s.Word(p) >= s.Surface(p, quantity.RolePrefix) || !margins[s.Operator(row).Surface] {
		return ""
	}
	return s.Operator(row).Surface
}

// margins are the operators that take a number to pass something by.
var margins = map[string]bool{
	"超过": true, "超出": true, "超": true, "高于": true, "低于": true, "大于": true, "小于": true, "多于": true, "少于": true, "优于": true, "长于": true, "短于": true,
}

// earlier ends the words for what was, which a share behind them is of.
var earlier = quantity.WordList("上一年度的", "上一年度", "上年度的", "上年度", "上年的", "上年", "去年的", "去年", "往年的", "往年", "同期的", "同期")

// relates reports a share of what was in another year, which the cell does not say:
// 不低于上年的95%.
func (s *doubts) relates(e *expression) bool {
	words := s.At(e.last - 2)
	if words.Kind != lex.TextToken || !s.In(words.End-1, "年度期的") {
		return false
	}
	for p := max(words.From, words.End-len("上一年度的")/len("上")); p < words.End; p++ {
		if s.Past(p, earlier) == words.End {
			return true
		}
	}
	return false
}

// deducted reports points that a rule of scoring takes: 每次扣1分.
func (s *doubts) deducted(e *expression) bool {
	words := s.At(e.last - 2)
	return words.Kind == lex.TextToken && (s.Is(words.End-1, '扣') || s.Has(words.End-2, "扣除"))
}

// months reports a bare number that a column counts in months where the name asks
// for a day: 12 may be December.
func (s *doubts) months(e *expression) bool {
	return s.AsksForDay() && (s.Hint.Unit == "月" || s.Hint.Unit == "月份")
}

// dayOrMonth reports a number that may be a date: 20231231, 2023.12, and 11.5 where the
// name asks for a day.
func (s *doubts) dayOrMonth(e *expression) bool {
	if s.compactDay(e.from, e.end) {
		return !s.counted()
	}
	if s.Is(e.from-1, '年') && s.Some(e.from, e.end, isPoint) { // 2022年6.1
		return true
	}
	if !s.Is(e.plain-3, '.') && !s.Is(e.plain-2, '.') {
		return false
	}
	if year, end := s.Year(e.from); year > 0 && s.Is(end, '.') {
		month, _ := s.Small(s.SkipRune(end+1, '0'), 12)
		return month > 0 && !s.counted()
	}
	return s.AsksForCompletion()
}

// counted reports that the cells around say what a bare number counts.
func (s *doubts) counted() bool {
	_, _, counted := s.surrounding()
	return counted || s.aboutMoney()
}

func isPoint(r rune) bool { return r == '.' }

// telephoned reports the digits of a telephone: 13800000000.
func (s *doubts) telephoned(e *expression) bool {
	const digits = 11
	return s.Digits(e.from, digits+1) == e.from+digits && e.end == e.from+digits && s.Is(e.from, '1') && s.Hint.Unit == ""
}

// daysAlone reports two numbers without a unit under a name that asks for a day:
// 12-31 may be one.
func (s *doubts) daysAlone(e *expression) bool {
	return e.kind == aRange && !e.hasUnit && s.AsksForCompletion()
}

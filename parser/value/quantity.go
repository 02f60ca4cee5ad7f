package value

import (
	"jxmb/model"
	"jxmb/model/quantity"
	"strings"
)

// quantityAt reads a number with its unit at p. What turns out to be no
// number is text, consumed whole, so that reading stays linear.
func (s *lexer) quantityAt(p int) token {
	q := magnitude{from: p}
	currency, p := s.Currency(p)
	lead := s.lead(p)
	n := s.Numeral(p, lead)
	if !n.Ok || n.End <= p {
		end := max(n.End, p+1)
		for quantity.IsDigit(s.Rune(end)) || s.Class(end).Kind != quantity.NoNumeral {
			end++
		}
		return token{kind: textToken, from: q.from, end: end}
	}
	if cut := s.nameCut(p, n); cut > 0 {
		if number, err := model.ParseDecimal(s.Folded(p, cut)); err == nil {
			q.number, q.plain, q.end = number, cut, cut
			return s.push(&q)
		}
	}
	if end := s.nameOfDigits(n); end > 0 {
		return token{kind: textToken, from: q.from, end: end}
	}
	if q.loose = s.intoName(n, lead); !q.loose && s.named(n, lead) {
		return token{kind: textToken, from: q.from, end: n.End}
	}
	q.number, q.han, q.about, q.plain, q.end = n.Number, n.Han, n.About, n.End, n.End
	if n.Scale > 0 && n.Plain > 0 {
		q.plain = n.Plain
	}
	if !q.loose {
		s.measure(&q, n)
	}
	if currency != "" && !s.priced(&q, currency) {
		return token{kind: textToken, from: q.from, end: q.end}
	}
	if !s.complete(&q) {
		return token{kind: textToken, from: q.from, end: q.end}
	}
	return s.push(&q)
}

// push makes a token of q.
func (s *lexer) push(q *magnitude) token {
	s.quantities = append(s.quantities, *q)
	return token{kind: quantityToken, from: q.from, end: q.end, row: len(s.quantities) - 1}
}

// priced gives a number behind the name or sign of a currency that currency:
// ¥5万, HK$300, 港币2960元. It is false for another unit than money.
func (s *lexer) priced(q *magnitude, currency string) bool {
	switch u := &q.unit; {
	case !q.hasUnit:
		q.unit, q.hasUnit = quantity.SumUnit(currency, 0, q.end), true
	case u.Base == "" || u.Base == "元" && u.Exp == u.Scale:
		q.unit = quantity.SumUnit(currency, u.Scale, q.end)
	default:
		return u.Base == currency
	}
	return true
}

// lead is what stands in front of the number at p.
func (s *lexer) lead(p int) quantity.Lead {
	n := len(s.tokens)
	switch {
	case n > 0 && s.tokens[n-1].kind == operatorToken:
		return quantity.BehindOperator
	case n == 0 && p == 0:
		return quantity.AtStart
	}
	return quantity.BehindWords
}

// named reports numbers that are part of a name: grades (二级, 一等, 一类),
// numbers of houses, editions (2022版), and runs into letters and digits (2e5,
// 3A级).
func (s *lexer) named(n quantity.Numeral, lead quantity.Lead) bool {
	r, next := s.Rune(n.End), s.Rune(n.End+1)
	switch r {
	case '#':
		return true
	case '级', '号', '星':
		return s.Surface(n.End, quantity.RoleUnit) < 2 && (r != '星' || next == '级')
	case 'A':
		return !quantity.IsLatin(next) && n.Number.Cmp("1") > 0 && n.Number.Cmp("5") <= 0 // 4A of scenic areas
	case '等', '流':
		return !quantity.IsHan(next) || s.Surface(n.End+1, quantity.RoleSuffix) > 0
	case '类': // 3类 are three, 一类 is a class
		return n.Han && lead != quantity.BehindOperator && !quantity.IsHan(next)
	case '版', '款', '届', '代':
		if next == '本' || s.Is(n.End-1, '0') && s.Is(n.End-2, '.') {
			return true // 2.0版, 2.1版本
		}
		if len(n.Number) != 4 || n.End < 4 || strings.ContainsRune("≥≧⩾≤≦⩽<>=", s.Rune(n.End-5)) { // ≥2000款 counts
			return false
		}
		year, end := s.Year(n.End - 4)
		return year > 0 && end == n.End
	}
	if !quantity.IsLatin(r) || s.Gap(n.End) {
		return false
	}
	_, ok := s.Latin(n.End)
	return !ok && s.Filler(n.End) == 0 && !(r == 'x' || r == 'X')
}

// measure finds the unit behind the number: its own ratio, a unit of the
// table, or a measure word that only this text knows.
func (s *lexer) measure(q *magnitude, n quantity.Numeral) {
	if n.Ratio != quantity.NoRatio {
		q.unit, q.hasUnit = quantity.RatioUnit(n.Ratio, n.End), true
		if full, ok := s.Denominators(q.unit); ok {
			q.unit = full
		}
		q.end = q.unit.End
		return
	}
	u, ok := s.Unit(n.End, n.Scale)
	if s.Is(n.End, ')') && s.Is(n.End+1, '%') && n.Scale == 0 { // (90)%
		u, ok = quantity.RatioUnit(quantity.Percent, n.End+2), true
	}
	if !ok && n.Scale == 0 {
		if u, ok = s.Population(n.End); !ok && n.Number != "0" && !(n.Han && s.behindText()) { // 0事故, 一轴两带
			u, ok = s.unknownUnit(n.End)
		}
	}
	if !ok {
		return
	}
	q.unit, q.hasUnit, q.end, q.about = u, true, u.End, q.about || u.About
	s.half(q)
	q.unit.End = q.end
	q.number = s.Coins(q.number, &q.unit)
	q.end = q.unit.End
	s.more(q)
}

// more takes the 多 of 3年多 and 5公里多.
func (s *lexer) more(q *magnitude) {
	if (s.Is(q.end, '多') || s.Is(q.end, '余')) && !quantity.IsHan(s.Rune(q.end+1)) && !s.compared() {
		q.about = true
		q.end++
	}
}

// unknownUnit takes one Han rune that ends the text as a measure word, and a
// longer run where the name of the indicator has it too.
func (s *lexer) unknownUnit(p int) (quantity.Unit, bool) {
	if !quantity.IsHan(s.Rune(p)) || s.Gap(p) {
		return quantity.Unit{}, false
	}
	u := s.UnknownAtom(p, 3)
	if u.End == p || u.End-p > 1 && !s.nameHas(p, u.End) || s.Class(p).Kind != quantity.NoNumeral {
		return quantity.Unit{}, false
	}
	switch s.Rune(p) {
	case '大', '小', '高', '低', '多', '少', '长', '短', '好', '优', '良', '差', '强', '弱', '增', '减', '升', '降':
		return quantity.Unit{}, false
	case '前', '后', '内', '外', '上', '下', '中', '是', '否', '无', '有', '底', '末', '初', '至', '到', '的', '了', '级', '等', '号', '流':
		return quantity.Unit{}, false
	}
	if r := s.Rune(u.End); r != 0 && r != ')' && r != ';' && r != '\n' && r != '/' && !s.Followed(u.End) && !s.joins(u.End) {
		return quantity.Unit{}, false
	}
	return s.Denominators(u)
}

// behindText reports words directly in front of the number being read.
func (s *lexer) behindText() bool {
	n := len(s.tokens)
	return n > 0 && s.tokens[n-1].kind == textToken
}

// joins reports that a second number of a range follows at p.
func (s *lexer) joins(p int) bool {
	q := s.Joint(p)
	return q > 0 && s.startsNumber(q)
}

// half adds the 半 of 三年半 and 一个半月.
func (s *lexer) half(q *magnitude) {
	switch {
	case s.Class(q.end).Kind == quantity.Half && s.Word(q.end) < 2 && !s.IsTime(q.end+1) && s.wholeNumber(q):
		q.number = q.number.Add("0.5")
		q.end++
	case q.unit.Name == "个" && s.Class(q.end).Kind == quantity.Half && s.IsTime(q.end+1) && s.wholeNumber(q):
		u, ok := s.BareUnit(q.end+1, 0)
		if !ok {
			return
		}
		q.number = q.number.Add("0.5")
		if u.Name == "月" {
			u.Name, u.Base = "个月", "个月"
			u.Dimension = "time:个月"
		}
		q.unit, q.end = u, u.End
	}
}

func (s *lexer) wholeNumber(q *magnitude) bool {
	for _, c := range []byte(q.number) {
		if c == '.' {
			return false
		}
	}
	return q.unit.Scale == 0
}

// complete reads the operator behind a quantity and refuses a time that some
// other day is counted from (15日前): no number of ours.
func (s *lexer) complete(q *magnitude) bool {
	s.inclusion(q)
	if !s.suffixAt(q, q.end) && s.Is(q.end, '(') {
		const note = 8 // glyphs: 85分（良）以上
		for p := q.end + 1; p <= q.end+note && p < s.Size(); p++ {
			if s.Is(p, ')') {
				s.suffixAt(q, p+1)
				break
			}
		}
	}
	s.inclusion(q)
	if q.suffix > 0 || !q.hasUnit || !q.unit.IsTime() {
		return true
	}
	switch r, next := s.Rune(q.end), s.Rune(q.end+1); {
	case r == '前' || r == '后' || (r == '之' || r == '以') && (next == '前' || next == '后'):
		q.end++
		return false
	case (r == '底' || r == '末' || r == '初') && q.unit.Name != "年":
		q.end++
		return false
	}
	return true
}

// suffixAt takes the operator at p as that of the quantity.
func (s *lexer) suffixAt(q *magnitude, p int) bool {
	row := s.Row(p, quantity.RoleSuffix)
	if row == 0 || s.Surface(p, quantity.RoleWord) > s.Surface(p, quantity.RoleSuffix) {
		return false
	}
	op := s.Operator(row)
	if op.Strength == quantity.BehindThan && !s.compared() || op.Strength == quantity.OfTime && !s.within(q, p) || op.Operator == "between" && !s.pair() {
		return false
	}
	q.suffix, q.end = row, p+s.Surface(p, quantity.RoleSuffix)
	return true
}

// within reports that 内 at p bounds a time, or what is measured and ends with
// it: 3日内办结, 控制在5%内, 5升内.
func (s *lexer) within(q *magnitude, p int) bool {
	return q.unit.IsTime() || q.unit.Dimension != "count" && !quantity.IsHan(s.Rune(p+1))
}

// compared reports 比 in front of the number being read: 比三十大.
func (s *lexer) compared() bool {
	n := len(s.tokens)
	return n > 0 && s.tokens[n-1].kind == operatorToken && s.Operator(s.tokens[n-1].row).Surface == "比"
}

// pair reports that the number being read is the second of two: 10和20之间.
func (s *lexer) pair() bool {
	n := len(s.tokens)
	return n > 0 && s.tokens[n-1].kind == jointToken
}

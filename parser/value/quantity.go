package value

import (
	"strings"

	"jxmb/model"
)

// quantityAt reads a number with its unit at p. What turns out to be no
// number is text, consumed whole, so that reading stays linear.
func (s *scan) quantityAt(p int) token {
	q := quantity{from: p}
	currency := s.rune(p)
	if currency == '¥' || currency == '$' {
		p++
	}
	before := len(s.tokens) - 1
	s.fractions = before >= 0 && s.tokens[before].kind == operatorToken
	n := s.numeral(p)
	if !n.ok || n.end <= p {
		end := max(n.end, p+1)
		for isDigit(s.rune(end)) || s.class(end).kind != noNumeral {
			end++
		}
		return token{kind: textToken, from: q.from, end: end}
	}
	if s.named(n) {
		return token{kind: textToken, from: q.from, end: n.end}
	}
	q.number, q.han, q.about, q.plain, q.end = n.number, n.han, n.about, n.end, n.end
	s.measure(&q, n)
	if !q.hasUnit {
		switch currency {
		case '¥':
			q.unit, q.hasUnit = s.v.yuan(q.end), true
		case '$':
			q.unit, q.hasUnit = unit{name: "美元", base: "美元", dimension: "美元", factor: "1", end: q.end}, true
		}
	}
	if !s.complete(&q) {
		return token{kind: textToken, from: q.from, end: q.end}
	}
	s.quantities = append(s.quantities, q)
	return token{kind: quantityToken, from: q.from, end: q.end, row: len(s.quantities) - 1}
}

// named reports numbers that are part of a name: grades (二级, 一等, 一类),
// numbers of houses, editions (2022版), and runs into letters and digits (2e5,
// 3A级).
func (s *scan) named(n numeral) bool {
	r, next := s.rune(n.end), s.rune(n.end+1)
	switch r {
	case '#':
		return true
	case '级', '号', '星':
		return s.matchAt(n.end).len[roleUnit] < 2 && (r != '星' || next == '级')
	case 'A':
		return !isLatin(next) && n.number.Cmp("1") > 0 && n.number.Cmp("5") <= 0 // 4A of scenic areas
	case '等', '流':
		return !isHan(next) || s.matchAt(n.end + 1).len[roleSuffix] > 0
	case '类': // 3类 are three, 一类 is a class
		return n.han && !s.fractions && !isHan(next)
	case '版', '款', '届':
		if len(n.number) != 4 || n.end < 4 || strings.ContainsRune("≥≧⩾≤≦⩽<>=", s.rune(n.end-5)) { // ≥2000款 counts
			return false
		}
		year, end := s.year(n.end - 4)
		return year > 0 && end == n.end
	}
	if !isLatin(r) || s.glyphs[n.end].gap {
		return false
	}
	_, ok := s.latin(n.end, s.matchAt(n.end))
	return !ok && s.filler(n.end) == 0 && !(r == 'x' || r == 'X')
}

// measure finds the unit behind the number: its own ratio, a unit of the
// table, or a measure word that only this text knows.
func (s *scan) measure(q *quantity, n numeral) {
	if n.ratio != noRatio {
		q.unit, q.hasUnit = s.v.ratioUnit(n.ratio, n.end), true
		if full, ok := s.denominators(q.unit); ok {
			q.unit = full
		}
		q.end = q.unit.end
		return
	}
	u, ok := s.unit(n.end, n.scale)
	if s.is(n.end, ')') && s.is(n.end+1, '%') && n.scale == 0 { // (90)%
		u, ok = s.v.ratioUnit(percent, n.end+2), true
	}
	if !ok && n.scale == 0 {
		if u, ok = s.population(n.end); !ok && n.number != "0" && !(n.han && s.behindText()) { // 0事故, 一轴两带
			u, ok = s.unknownUnit(n.end)
		}
	}
	if !ok {
		return
	}
	q.unit, q.hasUnit, q.end = u, true, u.end
	s.half(q)
	s.smallMoney(q)
}

// unknownUnit takes one Han rune that ends the text as a measure word, and a
// longer run where the name of the indicator has it too.
func (s *scan) unknownUnit(p int) (unit, bool) {
	if !isHan(s.rune(p)) || s.gap(p) {
		return unit{}, false
	}
	u := s.unknownAtom(p, 3)
	if u.end == p || u.end-p > 1 && !s.nameHas(p, u.end) || s.class(p).kind != noNumeral {
		return unit{}, false
	}
	switch s.rune(p) {
	case '大', '小', '高', '低', '多', '少', '长', '短', '好', '优', '良', '差', '强', '弱', '增', '减', '升', '降':
		return unit{}, false
	case '前', '后', '内', '外', '上', '下', '中', '是', '否', '无', '有', '底', '末', '初', '至', '到', '的', '了', '级', '等', '号', '流':
		return unit{}, false
	}
	if r := s.rune(u.end); r != 0 && r != ')' && r != ';' && r != '\n' && r != '/' && !s.followed(u.end) && !s.joins(u.end) {
		return unit{}, false
	}
	return s.denominators(u)
}

// behindText reports words directly in front of the number being read.
func (s *scan) behindText() bool {
	n := len(s.tokens)
	return n > 0 && s.tokens[n-1].kind == textToken
}

// followed reports a suffix operator at p that is not the beginning of a
// longer prefix one: 小 of 小于等于.
func (s *scan) followed(p int) bool {
	m := s.matchAt(p)
	return m.len[roleSuffix] > m.len[rolePrefix]
}

// joins reports that a second number of a range follows at p.
func (s *scan) joins(p int) bool {
	q := s.joint(p)
	return q > 0 && s.startsNumber(q)
}

func (s *scan) gap(p int) bool { return p < len(s.glyphs) && s.glyphs[p].gap }

// half adds the 半 of 三年半 and 一个半月.
func (s *scan) half(q *quantity) {
	switch {
	case s.class(q.end).kind == halfNumeral && s.word(q.end) < 2 && !s.isTime(q.end+1) && s.wholeNumber(q):
		q.number = q.number.Add("0.5")
		q.end++
	case q.unit.name == "个" && s.class(q.end).kind == halfNumeral && s.isTime(q.end+1) && s.wholeNumber(q):
		u, ok := s.bareUnit(q.end+1, 0)
		if !ok {
			return
		}
		q.number = q.number.Add("0.5")
		if u.name == "月" {
			u.name, u.base = "个月", "个月"
			u.dimension = "time:个月"
		}
		q.unit, q.end = u, u.end
	}
}

func (s *scan) wholeNumber(q *quantity) bool {
	for _, c := range []byte(q.number) {
		if c == '.' {
			return false
		}
	}
	return q.unit.scale == 0
}

// smallMoney adds 角 and 分 behind 元, and takes the 整 of a written cheque.
func (s *scan) smallMoney(q *quantity) {
	if q.unit.base != "元" || q.unit.compound {
		return
	}
	defer func() {
		if r := s.rune(q.end); (r == '整' || r == '正') && !isHan(s.rune(q.end+1)) {
			q.end++
		}
	}()
	if q.unit.scale != 0 {
		return
	}
	jiao := q.unit.name == "角"
	for power := -1; power >= -2; power-- {
		if jiao && power == -1 {
			continue
		}
		n := s.numeral(q.end)
		if n.end <= q.end || !n.ok || n.scale != 0 || n.ratio != noRatio || len(n.number) != 1 {
			continue
		}
		r := s.rune(n.end)
		if power == -1 && r != '角' && r != '毛' || power == -2 && r != '分' || s.word(n.end) > 1 {
			continue
		}
		if jiao {
			q.number, q.unit, jiao = q.number.Shift(-1), s.v.yuan(q.end), false
		}
		q.number = q.number.Add(n.number.Shift(power))
		q.end = n.end + 1
		q.unit.end = q.end
	}
}

// complete reads the operator behind a quantity and refuses a time that some
// other day is counted from (15日前): no number of ours.
func (s *scan) complete(q *quantity) bool {
	if !s.suffixAt(q, q.end) && s.is(q.end, '(') {
		const note = 8 // glyphs: 85分（良）以上, 98%（含98%）以上
		for p := q.end + 1; p <= q.end+note && p < len(s.glyphs); p++ {
			if s.is(p, ')') {
				s.suffixAt(q, p+1)
				break
			}
		}
	}
	if q.suffix > 0 || !q.hasUnit || !q.unit.isTime() {
		return true
	}
	switch r, next := s.rune(q.end), s.rune(q.end+1); {
	case r == '前' || r == '后' || (r == '之' || r == '以') && (next == '前' || next == '后'):
		q.end++
		return false
	case (r == '底' || r == '末' || r == '初') && q.unit.name != "年":
		q.end++
		return false
	}
	return true
}

// suffixAt takes the operator at p as that of the quantity.
func (s *scan) suffixAt(q *quantity, p int) bool {
	m := s.matchAt(p)
	row := m.row[roleSuffix]
	if row == 0 || m.len[roleWord] > m.len[roleSuffix] {
		return false
	}
	op := &s.v.operators[row-1]
	if op.strength == than && !s.compared() || op.strength == time && !s.within(q, p) || op.operator == "between" && !s.pair() {
		return false
	}
	q.suffix, q.end = row, p+int(m.len[roleSuffix])
	return true
}

// within reports that 内 at p bounds a time, or a share, sum or length that it
// ends: 3日内办结, 控制在5%内.
func (s *scan) within(q *quantity, p int) bool {
	switch q.unit.dimension {
	case "ratio", "points", "money", "length", "area", "mass":
		return !isHan(s.rune(p + 1))
	}
	return q.unit.isTime()
}

// compared reports 比 in front of the number being read: 比三十大.
func (s *scan) compared() bool {
	n := len(s.tokens)
	return n > 0 && s.tokens[n-1].kind == operatorToken && s.v.operators[s.tokens[n-1].row-1].surface == "比"
}

// pair reports that the number being read is the second of two: 10和20之间.
func (s *scan) pair() bool {
	n := len(s.tokens)
	return n > 0 && s.tokens[n-1].kind == jointToken
}

// yuan is the unit 元.
func (v *vocabulary) yuan(end int) unit {
	return unit{name: "元", base: "元", dimension: "money", factor: "1", end: end}
}

// ratioUnit is the unit that 百分之 and its like stand for.
func (v *vocabulary) ratioUnit(r ratio, end int) unit {
	u := unit{name: "%", base: "%", dimension: "ratio", factor: "1", end: end}
	switch r {
	case permille:
		u.name, u.exp, u.factor = "‰", -1, "0.1"
	case permyriad:
		u.name, u.exp, u.factor = "‱", -2, "0.01"
	}
	return u
}

// toBase is a number of the unit in its base unit.
func (u *unit) toBase(d model.Decimal) model.Decimal { return d.Shift(u.exp) }

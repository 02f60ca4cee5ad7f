package value

import (
	"strconv"
	"strings"

	"jxmb/model"
)

// denominators reads /月, 每人, 每人每年, ·月 and *月 behind a unit. The first is
// joined with "/", the others with "·": 元/人·月.
func (s *scan) denominators(u unit) (unit, bool) {
	for range 4 {
		p := u.end
		if u.dimension == "ratio" {
			break
		}
		if s.is(p, '(') && s.is(p+1, '每') { // 1000元（每人每月）
			inner := u
			inner.end = p + 1
			if inner, _ = s.denominators(inner); inner.end > p+1 && s.is(inner.end, ')') {
				inner.end++
				return inner, true
			}
			break
		}
		q := s.over(u)
		name, end := s.denominatorGroup(q, !u.compound)
		if q == 0 || name == "" {
			break
		}
		u.divide(name)
		u.end = end
	}
	return u, true
}

// over gives the glyph behind the mark that another denominator of u follows,
// 0 where none does. Behind a denominator a unit of time needs no mark: 元/人年.
func (s *scan) over(u unit) int {
	p := u.end
	switch r := s.rune(p); {
	case r == '/' || r == '每', r == '·' && u.compound:
		return p + 1
	case !u.compound:
		return 0
	case (r == '.' || r == '、') && s.isTime(p+1): // 元/人.天
		return p + 1
	case (r == '*' || r == '×') && s.matchAt(p + 1).len[roleUnit] > 0: // 元/人*月
		return p + 1
	case s.isTime(p) && s.class(p).kind == noNumeral && !isHan(s.rune(p+int(s.matchAt(p).len[roleUnit]))):
		return p
	}
	return 0
}

// denominatorGroup reads one denominator, or two in brackets: 元/(人·天).
func (s *scan) denominatorGroup(p int, brackets bool) (name string, end int) {
	if !brackets || !s.is(p, '(') {
		return s.denominator(p)
	}
	name, end = s.denominator(p + 1)
	if name != "" && (s.is(end, '·') || s.is(end, '/') || s.is(end, '*')) {
		if second, after := s.denominator(end + 1); second != "" {
			name, end = name+"·"+second, after
		}
	}
	if !s.is(end, ')') {
		return "", p
	}
	return name, end + 1
}

// divide adds a denominator to the canonical spelling.
func (u *unit) divide(by string) {
	joint := "/"
	if u.compound {
		joint = "·"
	}
	u.name += joint + by
	u.base += joint + by
	u.compound = true
	u.factor = ""
}

// countedBy divides u by what 每 names in front of the number, unless the unit
// says so itself: 每头100元/头. Time goes last: 每月500元/人 is 元/人·月.
func (u *unit) countedBy(by string, v *vocabulary) {
	head, below, compound := strings.Cut(u.name, "/")
	switch {
	case head == by || strings.Contains("·"+below+"·", "·"+by+"·"):
	case compound && v.isTime(below):
		base, _, _ := strings.Cut(u.base, "/")
		u.name, u.base = head+"/"+by+"·"+below, base+"/"+by+"·"+below
	default:
		u.divide(by)
	}
}

// isTime reports the name of a unit of time.
func (v *vocabulary) isTime(name string) bool {
	for i := range v.units {
		if v.units[i].surface == name {
			return strings.HasPrefix(v.units[i].dimension, "time:")
		}
	}
	return false
}

// personTimes are the counts of 人 times a unit of time, which a denominator
// takes apart: 元/人天 is 元/人·天.
var personTimes = map[string]string{"人年": "人·年", "人月": "人·月", "人天": "人·天", "人日": "人·日", "人时": "人·小时"}

// denominator reads what one unit is counted against: 人, 万人, 50万元, 两年,
// 10万. A number is kept as a decimal, except one, which says nothing.
func (s *scan) denominator(p int) (string, int) {
	start := p
	number, p := s.denominatorNumber(p)
	p, scale := s.scaleAt(p, 0)
	if scale > 0 {
		number += scaleNames[scale]
	}
	u, ok := s.atom(p)
	switch {
	case u.dimension == "ratio" || u.compound:
		return "", start
	case ok && personTimes[u.name] != "":
		return number + personTimes[u.name], u.end
	case ok:
		return number + u.name, u.end
	case scale >= 3 && !isHan(s.rune(p)) && !isLatin(s.rune(p)):
		return number, p // 16/10万
	}
	if u = s.unknownAtom(p, 4); p == start && u.end > p {
		return u.name, u.end
	}
	return "", start
}

// denominatorNumber reads the number of a denominator, "" for none or one.
func (s *scan) denominatorNumber(p int) (string, int) {
	n := numeral{}
	switch c := s.class(p); {
	case isDigit(s.rune(p)):
		n = s.arabic(p)
	case c.kind == digit && s.word(p) < 2 || c.kind == tens && c.value == 1 && !s.multiplier(p):
		if value, end := s.smallHan(p); value > 0 {
			n = numeral{number: model.Decimal(strconv.Itoa(value)), end: end, ok: true}
		}
	}
	if !n.ok {
		return "", p
	}
	if n.number == "1" {
		return "", n.end
	}
	return string(n.number), n.end
}

// population reads /10万 directly behind a number: rates of births, deaths and
// diseases are counted against a population.
func (s *scan) population(p int) (unit, bool) {
	if !s.is(p, '/') {
		return unit{}, false
	}
	name, end := s.denominator(p + 1)
	if name == "" || !s.multiplier(end-1) {
		return unit{}, false
	}
	u := unit{end: end}
	u.divide(name)
	return u, true
}

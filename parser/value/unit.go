package value

import (
	"strings"

	"jxmb/model"
)

// maxScale is the largest scale a unit can carry, 亿亿.
const maxScale = 16

// scaleNames spell the powers of ten that stand before a unit.
var scaleNames = [maxScale + 1]string{
	2: "百", 3: "千", 4: "万", 5: "十万", 6: "百万", 7: "千万", 8: "亿",
	9: "十亿", 10: "百亿", 11: "千亿", 12: "万亿", 13: "十万亿", 14: "百万亿", 15: "千万亿", 16: "亿亿",
	1: "十",
}

// unit is a unit in canonical spelling with its way to the base unit.
type unit struct {
	name      string // "万元/人"
	base      string // "元/人"
	exp       int    // one name is 10^exp base
	dimension string // of the first part: money, ratio, time:…
	factor    model.Decimal
	scale     int  // the part of exp that a 万 or 亿 spells
	compound  bool // has a denominator
	end       int
}

func (u *unit) isTime() bool { return strings.HasPrefix(u.dimension, "time:") && !u.compound }

// unit reads a unit at p, which stands behind a number that left a scale to
// it. Brackets and quotation marks may enclose it: 100.00(%).
func (s *scan) unit(p, scale int) (unit, bool) {
	if r := s.rune(p); r == '(' || r == '"' {
		u, ok := s.unit(p+1, scale)
		if r = s.rune(u.end); !ok || u.end == p+1 || r != ')' && r != '"' {
			return s.scaleUnit(p, scale) // 35万（含税）
		}
		u.end++
		return s.denominators(u)
	}
	return s.bareUnit(p, scale)
}

// bareUnit reads scale, unit and denominators without brackets.
func (s *scan) bareUnit(p, scale int) (unit, bool) {
	p, scale = s.scaleAt(p, scale)
	u, ok := s.atom(p)
	if !ok {
		return s.scaleUnit(p, scale)
	}
	u.scale = scale
	u.exp += scale
	if scale > 0 {
		u.name = scaleNames[scale] + u.name
	}
	s.product(&u)
	return s.denominators(u)
}

// product reads a unit multiplied by another: 30人·天.
func (s *scan) product(u *unit) {
	row := s.matchAt(u.end + 1).row[roleUnit]
	if !s.is(u.end, '·') || u.compound || u.dimension == "ratio" || row == 0 {
		return
	}
	by := &s.v.units[row-1]
	if by.compound {
		return
	}
	u.name, u.base, u.factor = u.name+"·"+by.canonical, u.base+"·"+by.canonical, ""
	u.end += 1 + int(s.memo.len[roleUnit])
}

// scaleAt adds scale characters at p to a scale: 万 in （万元）.
func (s *scan) scaleAt(p, scale int) (int, int) {
	for s.multiplier(p) && scale+int(s.class(p).value) <= maxScale {
		scale += int(s.class(p).value)
		p++
	}
	return p, scale
}

// scaleUnit is a scale without a unit: 250万, 620万/月.
func (s *scan) scaleUnit(p, scale int) (unit, bool) {
	u := unit{end: p}
	if scale == 0 {
		return u, false
	}
	u.name, u.exp, u.scale = scaleNames[scale], scale, scale
	if full, ok := s.denominators(u); ok && full.compound {
		return full, true
	}
	return u, true
}

// atom reads one unit of the table, a Latin symbol, or a measure word with 次
// (场次). Plain words that begin like a unit are none: 人均, 次数.
func (s *scan) atom(p int) (unit, bool) {
	m := s.matchAt(p)
	n := int(m.len[roleUnit])
	if isLatin(s.rune(p)) {
		return s.latin(p, m)
	}
	if n == 0 || int(m.len[roleWord]) > n {
		return unit{end: p}, false
	}
	row := &s.v.units[m.row[roleUnit]-1]
	u := row.unit(p + n)
	if s.is(u.end, '次') && row.dimension == "count" && s.word(u.end) < 2 && !strings.HasSuffix(u.name, "次") {
		u.end++
		u.name += "次"
		u.base = u.name
	}
	return u, true
}

func (row *unitRow) unit(end int) unit {
	return unit{name: row.canonical, base: row.base, exp: row.exp, dimension: row.dimension, factor: row.factor, compound: row.compound, end: end}
}

// latin reads a symbol such as km, or letters that no table knows (M, kVar),
// which are kept as they stand. Letters with digits are a name, not a unit.
func (s *scan) latin(p int, m *match) (unit, bool) {
	if n := int(m.len[roleUnit]); n > 0 {
		if r := s.rune(p + n); !isLatin(r) && !isDigit(r) && r != '²' && r != '³' || s.glyphs[p+n].gap {
			return s.v.units[m.row[roleUnit]-1].unit(p + n), true
		}
	}
	end := p
	for isLatin(s.rune(end)) && end-p < 7 {
		end++
	}
	if r := s.rune(end); end-p > 6 || (r == '-' || r == '+') && isDigit(s.rune(end+1)) || isDigit(r) || isHan(r) || r == '²' || r == '³' || s.filler(p) > 0 || m.len[roleWord] > 0 {
		return unit{end: p}, false
	}
	if row := s.v.trie.exact(s.glyphs[p:end], roleUnit); row > 0 {
		return s.v.units[row-1].unit(end), true // mg where mg/L is not all of it
	}
	name := s.folded(p, end)
	if strings.Trim(name, "OoIl") == "" || s.is(end, '%') {
		return unit{end: p}, false // 1OO%: digits misread
	}
	return unit{name: name, base: name, dimension: name, factor: "1", end: end}, true
}

// unknownAtom takes up to most Han runes that fill the text up to its end or
// the next mark: a measure word that the table lacks.
func (s *scan) unknownAtom(p, most int) unit {
	end := p
	for isHan(s.rune(end)) && s.class(end).kind == noNumeral && end-p <= most {
		if m := s.matchAt(end); end > p && s.followed(end) {
			break
		} else if m.len[roleWord] > 1 || m.len[roleSuffix] > 0 || m.len[rolePrefix] > 0 {
			return unit{end: p}
		}
		end++
	}
	if end-p > most || end == p {
		return unit{end: p}
	}
	name := s.folded(p, end)
	return unit{name: name, base: name, dimension: name, factor: "1", end: end}
}

// isTime reports a unit of time at p.
func (s *scan) isTime(p int) bool {
	m := s.matchAt(p)
	row := m.row[roleUnit]
	return row > 0 && strings.HasPrefix(s.v.units[row-1].dimension, "time:")
}

package value

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"jxmb/model"
)

// numeralKind is what a character does in a Chinese numeral.
type numeralKind uint8

const (
	noNumeral    numeralKind = iota
	digit                    // 零 to 九
	tens                     // 十 百 千
	big                      // 万 亿
	trillion                 // 兆
	ligature                 // 廿 卅
	point                    // 点
	aboutNumeral             // 余 多 几
	halfNumeral              // 半
	minus                    // 负
)

// numeralRow is a row of numerals.tsv: digits carry their value, tens and big
// their power of ten.
type numeralRow struct {
	kind  numeralKind
	value uint8
}

// maxDigits bounds a numeral. No sum of money has sixty digits; a longer run
// is noise, and is kept as text.
const maxDigits = 60

// ratio is the denominator that a numeral itself names.
type ratio uint8

const (
	noRatio   ratio = iota
	percent         // 百分之, 成, 五分之三
	permille        // 千分之
	permyriad       // 万分之
)

// numeral is a number as written.
type numeral struct {
	number model.Decimal
	scale  int   // a trailing 万, 亿 … as a power of ten, left to the unit: 4 in 两万元
	ratio  ratio // 百分之九十 is 90 and percent
	about  bool  // 余, 多, 几: more than the number
	han    bool  // written in Chinese numerals
	end    int   // glyph after the numeral
	ok     bool  // false: not a number, or none that a decimal can hold
}

func (v *vocabulary) addNumerals(rows [][]string) error {
	kinds := map[string]numeralKind{
		"digit": digit, "tens": tens, "big": big, "trillion": trillion, "ligature": ligature,
		"point": point, "about": aboutNumeral, "half": halfNumeral, "minus": minus,
	}
	for _, row := range rows {
		r, n := utf8.DecodeRuneInString(row[0])
		kind, known := kinds[row[1]]
		value, err := strconv.ParseUint(row[2], 10, 8)
		if n != len(row[0]) || !known || err != nil {
			return fmt.Errorf("malformed row %q", row)
		}
		if v.folding.rune(r) != r {
			return fmt.Errorf("dead row: %q is not in folded spelling", row[0])
		}
		if _, twice := v.numerals[r]; twice {
			return fmt.Errorf("duplicate surface %q", row[0])
		}
		v.numerals[r] = numeralRow{kind, uint8(value)}
		if i := r - 0x4E00; i >= 0 && int(i) < len(v.han) {
			v.han[i] = v.numerals[r]
		}
	}
	return nil
}

// numeralAt classifies a rune; the common case is an array index.
func (v *vocabulary) numeralAt(r rune) numeralRow {
	if i := r - 0x4E00; i >= 0 && int(i) < len(v.han) {
		return v.han[i]
	}
	if r < 0x80 || r > 0x9FFF {
		return numeralRow{}
	}
	return v.numerals[r]
}

// class is the numeral class of the glyph at p.
func (s *scan) class(p int) numeralRow {
	if p >= len(s.glyphs) {
		return numeralRow{}
	}
	return s.v.numeralAt(s.glyphs[p].r)
}

// numeral reads the longest numeral at p: sign, number, and the fraction
// words after it.
func (s *scan) numeral(p int) numeral {
	negative := false
	if r := s.rune(p); r == '-' || r == '+' || s.class(p).kind == minus {
		negative = r != '+'
		p++
	}
	n := s.unsigned(p)
	if n.ok && negative {
		n.number = n.number.Neg()
	}
	return n
}

func (s *scan) unsigned(p int) numeral {
	if s.is(p, '百') && s.is(p+1, '分') && s.is(p+2, '百') {
		return numeral{number: "100", ratio: percent, han: true, end: p + 3, ok: true}
	}
	if power, end := s.powerOver(p); power > 0 {
		return s.fraction(numeral{number: model.Decimal("1").Shift(power), han: true, end: end, ok: true})
	}
	if s.class(p).kind == halfNumeral {
		return numeral{number: "0.5", han: true, end: p + 1, ok: s.isTime(p + 1)}
	}
	n := s.positional(p)
	switch {
	case !n.ok:
		return n
	case s.overFrom(n.end):
		return s.fraction(n)
	case s.is(n.end, '/') && isDigit(s.rune(n.end+1)) && s.fractions && !n.han && n.scale == 0:
		return s.slash(n)
	case s.is(n.end, '又'):
		return s.mixedFraction(n)
	case s.is(n.end, '成'):
		return s.tenths(n)
	case n.number == "1" && n.han && s.class(n.end).kind == halfNumeral && !s.isTime(n.end+1):
		return numeral{number: "50", ratio: percent, han: true, end: n.end + 1, ok: true} // 一半
	}
	return n
}

// arabic reads digits with thousands separators and a decimal point. Spaces
// end a number: "80 90" are two.
func (s *scan) arabic(p int) numeral {
	start, dots := p, 0
	for p < len(s.glyphs) && (p == start || !s.glyphs[p].gap) {
		switch r := s.glyphs[p].r; {
		case isDigit(r):
			p++
			continue
		case r == '.' && isDigit(s.rune(p+1)) && !s.glyphs[p+1].gap:
			dots++
			p += 2
			continue
		case r == ',' && dots == 0 && s.grouped(start, p):
			p += 4
			continue
		}
		break
	}
	if dots > 1 || p-start > maxDigits {
		return numeral{end: p} // a version, an address, or noise
	}
	number, err := model.ParseDecimal(s.plainDigits(start, p))
	return numeral{number: number, end: p, ok: err == nil}
}

// grouped reports whether the comma at p separates thousands: one to three
// digits before the first, exactly three behind each.
func (s *scan) grouped(start, p int) bool {
	if (p-start)%4 == 0 {
		return false
	}
	if p-start > 3 && s.rune(start+(p-start)%4) != ',' {
		return false
	}
	if s.end(p+1)-s.offset(p) != s.end(p)-s.offset(p-1) && !s.measured(start, p+4) {
		return false // 100，200 lists two numbers: a wide comma among narrow digits
	}
	for i := p + 1; i <= p+3; i++ {
		if !isDigit(s.rune(i)) || s.glyphs[i].gap {
			return false
		}
	}
	return !isDigit(s.rune(p + 4))
}

// measured reports a unit at p, behind a number that stands at the start of the
// text or behind an operator: 12，000元 lists nothing.
func (s *scan) measured(start, p int) bool {
	if n := len(s.tokens); n > 0 && s.tokens[n-1].kind != operatorToken || n == 0 && start > 0 {
		return false
	}
	return s.matchAt(p).len[roleUnit] > 0 || s.multiplier(p)
}

// plainDigits is the ASCII spelling of glyphs [from,to): a slice of the text
// where that is ASCII itself.
func (s *scan) plainDigits(from, to int) string {
	if a, b := s.offset(from), s.end(to); b-a == to-from && s.glyphs[from].r != '.' {
		return s.text[a:b]
	}
	buf := make([]byte, 0, to-from+1)
	if s.glyphs[from].r == '.' {
		buf = append(buf, '0')
	}
	for _, g := range s.glyphs[from:to] {
		buf = append(buf, byte(g.r))
	}
	return string(buf)
}

// ParseNumeral reads a text that is one numeral and nothing else: 1,200.50,
// 三万五千, 壹拾壹, 一百二十点五, 五分之一, 三成. Scales are multiplied out.
func ParseNumeral(text string) (model.Decimal, bool) {
	s := newScan(text)
	defer s.release()
	s.fractions = true
	n := s.numeral(0)
	if !n.ok || n.about || n.end != len(s.glyphs) {
		return "", false
	}
	n = s.scaled(n)
	switch n.ratio {
	case percent:
		n.number = n.number.Shift(-2)
	case permille:
		n.number = n.number.Shift(-3)
	case permyriad:
		n.number = n.number.Shift(-4)
	}
	return n.number, true
}

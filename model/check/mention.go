package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jxmb/model"
)

// mention is a number with its unit found in running text: 445人, 106.8万元,
// 每人每年2400元, 0.2元/条.
type mention struct {
	number     model.Decimal // scales multiplied out: 106.8万元 is 1068000
	unit       string        // "元", or a counter: 人, 个, 条, 个月 …
	per        string        // what a price is for: 人, 个, 条 …; "" where the number is a plain sum or count
	each       string        // the period a price is for when it is not the year: 月, 天, 次 …
	text       string        // as written, with the 每人 that makes it a price
	start, end int           // byte range of number and unit in the text
}

func (m *mention) money() bool { return m.unit == "元" }
func (m *mention) sum() bool   { return m.money() && m.per == "" && m.each == "" }
func (m *mention) price() bool { return m.money() && m.per != "" }

// counters are the measure words that counts in purposes carry, the longer
// ones first. A 名 or 位 counts people.
var counters = []string{
	"个百分点", "个工作日", "个月", "平方米", "人次", "公里", "元", "人", "名", "位", "户", "个", "条", "次", "件", "所", "台", "套",
	"辆", "家", "场", "天", "月", "亩", "份", "期", "项", "处", "座", "米", "部", "张", "点",
}

// scales of a number, by the power of ten.
var scales = map[rune]int{'百': 2, '千': 3, '万': 4, '亿': 8}

// mentions reads the numbers of text that carry a unit, in their order. It
// passes over ranges (3至5万元) and mixed numbers (3万5千元), which are not one
// decimal, and over numbers without a unit it knows (years, document numbers).
func mentions(text string) []mention {
	var out []mention
	last := 0 // end of the mention before
	for i := 0; i < len(text); {
		start, end, n := number(text, i)
		if end < 0 {
			break
		}
		i = end
		if inRange(text, start, end) || isTail(text[:start]) {
			continue
		}
		power, size := scale(text[i:])
		i += size
		k := slices.IndexFunc(counters, func(c string) bool { return strings.HasPrefix(text[i:], c) })
		if k < 0 {
			continue
		}
		i += len(counters[k])
		m := mention{number: n.Shift(power), unit: counters[k], start: start, end: i}
		if m.money() {
			i = m.readPrice(text, last)
		}
		m.text = text[m.start:m.end]
		out = append(out, m)
		last = i
	}
	return out
}

// scale reads 万, 千万 … at the start of s: the power of ten and its bytes.
func scale(s string) (power, size int) {
	for {
		r, n := utf8.DecodeRuneInString(s[size:])
		p, ok := scales[r]
		if !ok {
			return power, size
		}
		power, size = power+p, size+n
	}
}

// number finds the next decimal number at or after from; end is -1 when there
// is none. Full-width digits count as digits.
func number(text string, from int) (start, end int, n model.Decimal) {
	start = -1
	var b strings.Builder
	for i, r := range text[from:] {
		switch {
		case r >= '０' && r <= '９':
			r -= '０' - '0'
			fallthrough
		case r >= '0' && r <= '9':
			if start < 0 {
				start = from + i
			}
			b.WriteRune(r)
			continue
		case start >= 0 && (r == '.' || r == ',' || r == '．') && nextIsDigit(text[from+i+utf8.RuneLen(r):]):
			if r == '．' {
				r = '.'
			}
			b.WriteRune(r)
			continue
		case start < 0:
			continue
		}
		if d, err := model.ParseDecimal(b.String()); err == nil {
			return start, from + i, d
		}
		start = -1 // 1.2.3 or 1,5: a clause number or a list, not an amount
		b.Reset()
	}
	if start >= 0 {
		if d, err := model.ParseDecimal(b.String()); err == nil {
			return start, len(text), d
		}
	}
	return -1, -1, ""
}

func nextIsDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= '0' && r <= '9' || r >= '０' && r <= '９'
}

// inRange tells whether the number is an end of a range such as 3至5.
func inRange(text string, start, end int) bool {
	for _, dash := range []string{"至", "-", "—", "~", "～", "到"} {
		before, after := strings.TrimSuffix(text[:start], dash), strings.TrimPrefix(text[end:], dash)
		if len(before) < start && endsInDigit(before) || len(after) < len(text)-end && nextIsDigit(after) {
			return true
		}
	}
	return false
}

// isTail tells whether a number follows a scale, as the 5 of 3万5千元 does:
// such mixed numbers are left alone.
func isTail(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	return scales[r] != 0
}

func endsInDigit(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r >= '0' && r <= '9' || r >= '０' && r <= '９' || scales[r] != 0
}

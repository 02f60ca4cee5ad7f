package check

import (
	"strings"
	"unicode/utf8"

	"jxmb/model/quantity"
)

// longestPrice bounds the runes between 每 and the sum that it makes a price:
// 每个节点年服务费2400元.
const longestPrice = 16

// priceBefore reads every 每… of the clause that leads to the sum at glyph p,
// and widens m to it.
func (m *mention) priceBefore(t *quantity.Text, p, from int) {
	first := p
	for q := p - 1; q >= from && !endsClause(t.Rune(q)); q-- {
		if t.Is(q, '每') && p-q <= longestPrice {
			first = q
		}
	}
	for q := first; q < p; q++ {
		if t.Is(q, '每') {
			name, _ := t.Denominator(q + 1)
			m.pricedFor(name)
		}
	}
	if m.per != "" || m.each != "" {
		m.start = min(m.start, t.Offset(first))
	}
}

// endsClause reports the marks that part clauses, in folded spelling.
func endsClause(r rune) bool {
	switch r {
	case ',', '。', ';', '、', ':', '(', ')', '\n':
		return true
	}
	return false
}

// clauseBefore is the text between the last punctuation mark and at.
func clauseBefore(text string, at int) string {
	clause := text[:at]
	k := strings.LastIndexAny(clause, "，。；、：,;:（）()\n")
	if k < 0 {
		return clause
	}
	_, size := utf8.DecodeRuneInString(clause[k:])
	return clause[k+size:]
}

// pricedFor notes what the price is for: a period, or a thing that is counted.
// A year needs no multiplying: the budget is a year's.
func (m *mention) pricedFor(name string) {
	switch name {
	case "", "年", "年度":
	case "月", "个月", "天", "日", "次", "季度", "期", "周", "小时":
		m.each = name
	default:
		m.per = name
	}
}

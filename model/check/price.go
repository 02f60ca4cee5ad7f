package check

import (
	"strings"
	"unicode/utf8"
)

// periods that prices are given for. A year needs no multiplying: the budget
// is a year's.
var periods = []string{"年", "月", "天", "日", "次", "季度", "期"}

// readPrice looks around a sum of money for what makes it a price: 每人每年 or
// 每个节点年服务费 before it, /人·月 or 每人 after it. It widens m to the words it
// used and gives the end of what was read. What stands before from belongs to
// the mention before m.
func (m *mention) readPrice(text string, from int) int {
	m.priceAfter(text)
	m.priceBefore(text, from)
	return m.end
}

func (m *mention) priceAfter(text string) {
	for {
		rest := text[m.end:]
		sign := ""
		for _, s := range []string{"/", "／", "·", "每"} {
			if strings.HasPrefix(rest, s) {
				sign = s
			}
		}
		word := m.priced(rest[len(sign):])
		if sign == "" || word == "" {
			return
		}
		m.end += len(sign) + len(word)
	}
}

// priceBefore reads every 每… of the clause that leads to the sum.
func (m *mention) priceBefore(text string, from int) {
	clause := clauseBefore(text[from:], m.start-from)
	k := strings.Index(clause, "每")
	if k < 0 || utf8.RuneCountInString(clause[k:]) > 16 {
		return
	}
	for _, words := range strings.Split(clause[k:], "每") {
		m.priced(words)
	}
	if m.per != "" || m.each != "" {
		m.start -= len(clause) - k
	}
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

// priced notes that the price is for what words begins with, and returns that.
func (m *mention) priced(words string) string {
	for _, p := range periods {
		if strings.HasPrefix(words, p) {
			if p != "年" {
				m.each = p
			}
			return p
		}
	}
	for _, c := range counters {
		if c != "元" && strings.HasPrefix(words, c) {
			m.per = c
			return c
		}
	}
	return ""
}

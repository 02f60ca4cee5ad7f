package record

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jxmb/parser/form/label"
	"jxmb/parser/form/money"
)

// DeclaredUnit is the money unit that a cell of the tables or their caption
// declares: 单位：万元; without one that of a header of the pages.
func (rec *Record) DeclaredUnit(ls label.Set, margins []string) string {
	for _, s := range rec.Sheets {
		for i := range s.Cells {
			c := &s.Cells[i]
			if c.Entry != nil || !c.Marks.Has(label.HasUnit) || !c.Marks.Has(label.HasColon) {
				continue
			}
			if u := CaptionUnit(ls, c.Text); u != "" {
				return u
			}
		}
	}
	if rec.caption != "" {
		return rec.caption
	}
	for _, line := range margins {
		if u := CaptionUnit(ls, line); u != "" {
			return u
		}
	}
	return ""
}

// CaptionUnit is the money unit that a line such as （金额单位：万元） declares, ""
// where it declares none.
func CaptionUnit(ls label.Set, text string) string {
	if len(text) > label.MaxBytes || !strings.Contains(text, "位") {
		return ""
	}
	for _, p := range PairsIn(ls, text) {
		e, _ := ls.Lookup(lastPart(trimBracket(p.Label)))
		if m := e.In(label.InProject, ""); m != nil && (m.Field == label.MoneyUnit || m.Field == label.Unit) {
			if u := money.UnitIn(label.Normal(trimBracket(text[p.Start:p.End]))); u != "" {
				return u
			}
		}
	}
	return spacedUnit(text)
}

// spacedUnit is the money unit that the end of a line declares whose words blanks or
// breaks part: 单 位：万 元.
func spacedUnit(text string) string {
	s := label.Normal(text)
	at := strings.LastIndex(s, "单位:")
	if at < 0 {
		return ""
	}
	return money.UnitIn(trimBracket(s[at+len("单位:"):]))
}

// lastPart is what stands behind a bracket or the blanks in a label, as the year
// may stand before it: 2025年度） 金额单位. The label ends with neither.
func lastPart(text string) string {
	at := strings.LastIndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '）' || r == ')' })
	if at < 0 {
		return text
	}
	_, width := utf8.DecodeRuneInString(text[at:])
	return text[at+width:]
}

// trimBracket removes a bracket that begins before a label and ends behind its
// value, and blanks.
func trimBracket(s string) string { return strings.Trim(label.Trim(s), "()（）[]【】") }

// PairsIn is the labels with their values in a line, told apart by a single
// blank or a semicolon too where a known label stands behind it, as web pages have no
// wider gaps: 部门：某局 单位：万元.
func PairsIn(ls label.Set, text string) []label.Pair {
	pairs := label.Pairs(text)
	for i := 0; i < len(pairs); i++ {
		p := &pairs[i]
		for from := p.Start; ; {
			colon, width := label.ColonIn(text[from:p.End])
			if colon < 0 {
				break
			}
			colon += from
			from = colon + width
			blank := strings.LastIndexFunc(text[p.Start:colon], parts) + p.Start
			if blank < p.Start {
				continue
			}
			_, gap := utf8.DecodeRuneInString(text[blank:])
			if e, _ := ls.Lookup(trimBracket(text[blank+gap : colon])); e.In(label.InProject, "") == nil && e.In(label.InMoney, "") == nil {
				continue
			}
			next := label.Pair{Label: text[blank+gap : colon], Start: from, End: p.End}
			p.End = blank
			pairs = slices.Insert(pairs, i+1, next)
			break
		}
	}
	return pairs
}

// parts says whether a character may stand between a value and the next label.
func parts(r rune) bool { return unicode.IsSpace(r) || r == '；' || r == ';' }

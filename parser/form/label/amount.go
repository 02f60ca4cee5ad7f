package label

import (
	_ "embed" // amounts.tsv
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"jxmb/model/tsv"
)

//go:embed amounts.tsv
var amountTable string

// role is what a word of amounts.tsv says in the label of a sum of money.
type role uint16

const (
	roleAnnual role = 1 << iota
	roleLong
	rolePast
	roleSpent
	roleFiscal
	rolePart
	roleOther
	roleLine
	roleWhole
	roleNoun
	roleBlock
	rolePlain
	roleAccount
)

var roleNames = map[string]role{
	"account": rolePart | roleAccount,
	"annual":  roleAnnual, "long": roleLong, "past": rolePast, "spent": roleSpent, "fiscal": roleFiscal, "part": rolePart,
	"other": roleOther, "line": roleLine, "whole": roleWhole, "noun": roleNoun, "grant": roleNoun | roleFiscal, "block": roleBlock, "plain": rolePlain,
}

// amountWords are the words of amounts.tsv; longest is the bytes of the
// longest.
var amountWords = sync.OnceValue(func() map[string]role {
	return mustWords("amounts.tsv", amountTable)
})

const longestAmountWord = 6 * len("字")

func mustWords(name, table string) map[string]role {
	words, err := parseWords(name, table)
	if err != nil {
		panic("label: internal error: " + err.Error())
	}
	return words
}

func parseWords(name, table string) (map[string]role, error) {
	words := map[string]role{}
	err := tsv.Each(name, table, 3, func(row []string) error {
		word, is := row[0], roleNames[row[1]]
		if is == 0 {
			return fmt.Errorf("%q is no role", row[1])
		}
		if _, twice := words[word]; twice || word != Normal(word) || len(word) > longestAmountWord {
			return fmt.Errorf("%q is doubled, too long or not in folded spelling", word)
		}
		words[word] = is
		return nil
	})
	return words, err
}

// Worded is what a label says by the words it is made of, where labels.tsv
// does not hold it.
type Worded struct {
	Meaning        // in scope money, or the field Money of scope project for what heads several labels
	Note    string // what the brackets behind it hold, as [Set.Lookup] gives it
	Fiscal  bool   // a total that speaks of fiscal money: 年度财政资金总额
}

// WordedAmount reads a label as that of a sum of money: 项目当年预算 is the year's
// total, 上级财政补助资金 a kind of fiscal money. ok is false where some part of
// the label is no word of such labels, or it ends neither in a noun for money nor in a
// bracket that names 元.
func WordedAmount(text string) (w Worded, ok bool) {
	base, note, ok := amountBase(text)
	if !ok {
		return w, false
	}
	said, last, whole := roles(amountWords(), base)
	if !whole {
		return w, false
	}
	w.Scope, w.Note = InMoney, note
	w.Fiscal = said&roleFiscal != 0
	switch {
	case said&(roleNoun|roleWhole) == 0:
		return w, false
	case last == roleBlock:
		w.Scope, w.Field = InProject, Money
	case last&(roleNoun|roleWhole) == 0 && !strings.HasSuffix(note, "元"): // 本年度预算安排（万元）
		return w, false
	default:
		w.Field = said.field()
	}
	switch {
	case said&(rolePast|roleSpent) != 0:
	case said&roleAnnual != 0: // 当年 goes before 总
		w.Term = TermAnnual
	case said&roleLong != 0:
		w.Term = TermLong
	}
	return w, true
}

// WordedPart reads the label of a part of a sum that stands before its amount or over it
// and so needs no noun: 县级配套, 村集体自筹.
func WordedPart(text string) (m Meaning, ok bool) {
	base, _, ok := amountBase(text)
	if !ok {
		return m, false
	}
	said, last, whole := roles(amountWords(), base)
	if !whole || last&(rolePlain|roleBlock) != 0 || said&(rolePart|roleOther|roleLine|roleFiscal) == 0 {
		return m, false
	}
	return Meaning{Scope: InMoney, Field: said.field()}, true
}

// NamesAccount says whether a label names fiscal money by the account of the budget that
// it comes from: 一般公共预算拨款. Their sum is all fiscal money.
func NamesAccount(text string) bool {
	base, _, ok := amountBase(text)
	if !ok {
		return false
	}
	said, _, whole := roles(amountWords(), base)
	return whole && said&roleAccount != 0
}

func (said role) field() Field {
	switch {
	case said&(rolePast|roleSpent|roleLine) != 0:
		return Line
	case said&roleOther != 0:
		return OtherPart
	case said&rolePart != 0:
		return FiscalPart
	case said&roleFiscal != 0 && said&roleWhole == 0:
		return Fiscal
	}
	return Total
}

// SaysMoney says whether a text is worded as the label of some sum of money,
// known or not: it ends in a noun for money, or a bracket behind it names 元.
func SaysMoney(text string) bool {
	base, note, ok := amountBase(text)
	if !ok {
		return false
	}
	if strings.HasSuffix(note, "元") {
		return true
	}
	for n := len(base); n > 0; {
		_, size := utf8.DecodeLastRuneInString(base[:n])
		n -= size
		if amountWords()[base[n:]]&(roleNoun|roleWhole) != 0 && n > 0 {
			return true
		}
	}
	return false
}

// amountBase is a label as it is compared, without number, mark, year and
// brackets, and what the brackets hold.
func amountBase(text string) (base, note string, ok bool) {
	if len(text) == 0 || len(text) > MaxBytes {
		return "", "", false
	}
	s := []byte(Normal(text))
	s = trimColon(s)
	end := len(s)
	for {
		cut, _, more := CutNote(s[:end])
		if !more {
			break
		}
		end = len(trimColon(cut))
	}
	note = string(notes(s[end:]))
	s = s[:end]
	for {
		rest, more := cutLead(s)
		if !more {
			break
		}
		s = rest
	}
	base = string(s)
	if n := len("2024年"); len(base) > n && base[0] == '2' && strings.HasPrefix(base[4:], "年") {
		base = "年度" + strings.TrimPrefix(base[n:], "度")
	}
	return base, note, base != "" && len(base) <= 20*len("字")
}

func trimColon(s []byte) []byte {
	for len(s) > 0 && (s[len(s)-1] == ':' || s[len(s)-1] == '*') {
		s = s[:len(s)-1]
	}
	return s
}

// roles splits a label into words, the longest first at each place. last is
// the role of the word it ends in; whole says whether all of it is words.
func roles(words map[string]role, base string) (said, last role, whole bool) {
	for len(base) > 0 {
		n := 0
		for end := min(len(base), longestAmountWord); end > 0; end-- {
			if end < len(base) && !utf8.RuneStart(base[end]) {
				continue
			}
			if r := words[base[:end]]; r != 0 {
				n, last = end, r
				break
			}
		}
		if n == 0 {
			return said, last, false
		}
		said |= last
		base = base[n:]
	}
	return said, last, true
}

// WordedColumn is the column of amounts that a head which labels.tsv does not
// hold names by its words: 决算金额 what was spent, 批复预算数 the budget, 上年执行数
// neither. NoField where it names no money.
func WordedColumn(text string) Field {
	base, _, ok := amountBase(text)
	rest, initial := strings.CutPrefix(base, "年初")
	said, last, whole := roles(amountWords(), rest)
	switch {
	case !ok || !whole || said&(rolePart|roleOther|roleFiscal) != 0:
		return NoField
	case said&rolePast != 0 && said&(roleNoun|roleWhole|roleSpent) != 0: // 上年度预算安排
		return Line
	case last&(roleNoun|roleWhole) == 0:
		return NoField
	case said&(rolePast|roleLong|roleLine) != 0:
		return Line
	case said&roleSpent != 0:
		return Executed
	case initial:
		return Initial
	}
	return Budget
}

// TimeAlone says whether the head of a column names a time and nothing else, and of which
// side it is: 2024年, 年度（2024年）, 中期（2023-2025年）, 2023-2025年. Term is "" for 上年.
func TimeAlone(text string) (term string, ok bool) {
	base, _, ok := amountBase(text)
	if !ok {
		return "", false
	}
	if years := strings.TrimSuffix(strings.TrimSuffix(base, "度"), "年"); years != base && years != "" && strings.Trim(years, "0123456789-~至—–年") == "" {
		if len(years) == len("2024") {
			return TermAnnual, true
		}
		return TermLong, len(years) >= len("2023-2025")
	}
	switch said, _, whole := roles(amountWords(), base); {
	case !whole || said&^(roleAnnual|roleLong|rolePast) != 0:
		return "", false
	case said&rolePast != 0:
		return "", true
	case said&roleLong != 0:
		return TermLong, true
	}
	return TermAnnual, true
}

// Brackets is what the brackets behind a text hold, as [Set.Lookup] gives it.
func Brackets(text string) string {
	_, note, _ := amountBase(text)
	return note
}

package xlsx

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/nfp"
)

// section is one of the parts of a number format that ";" sets apart, by sign or
// by condition (§18.8.31).
type section struct {
	tokens    []nfp.Token
	kind      kind
	numerals  string // DBNum1: Chinese numerals; "" for digits
	condition string // operator, "" where the section has none
	bound     float64

	whole, behind int // placeholders before and behind the point
	percents      int
	thousands     bool // digits in groups of three
	scale         int  // powers of ten to divide by
}

// kind is how a section shows a number.
type kind uint8

const (
	unknown kind = iota // cannot be told
	general             // as General does, perhaps between other words
	numeric
	dated
	rare // by excelize: fractions, exponents, elapsed time
)

// newSection reads the tokens of a section.
func newSection(tokens []nfp.Token) section {
	s := section{tokens: tokens, kind: numeric}
	point := false
	for i := range tokens {
		t := &tokens[i]
		switch t.TType {
		case nfp.TokenTypeZeroPlaceHolder, nfp.TokenTypeHashPlaceHolder, nfp.TokenTypeDigitalPlaceHolder:
			if point {
				s.behind += len(t.TValue)
			} else {
				s.whole += len(t.TValue)
			}
		case nfp.TokenTypeDecimalPoint:
			point = true
		case nfp.TokenTypePercent:
			s.percents += len(t.TValue)
		case nfp.TokenTypeThousandsSeparator:
			s.comma(i)
		case nfp.TokenTypeLiteral:
			if t.TValue == "," && i > 0 && tokens[i-1].TType == nfp.TokenTypeThousandsSeparator {
				s.comma(i)
			}
		default:
			s.other(t)
		}
	}
	return s
}

// comma reads a separator: between digits it makes groups, behind the last of
// them it divides by a thousand.
func (s *section) comma(i int) {
	for _, t := range s.tokens[i+1:] {
		switch t.TType {
		case nfp.TokenTypeZeroPlaceHolder, nfp.TokenTypeHashPlaceHolder, nfp.TokenTypeDigitalPlaceHolder:
			s.thousands = true
			return
		case nfp.TokenTypeDecimalPoint:
			s.scale += 3
			return
		}
	}
	s.scale += 3
	s.tokens[i].TType, s.tokens[i].TValue = nfp.TokenTypeThousandsSeparator, ","
}

// other reads a token that is no digit.
func (s *section) other(t *nfp.Token) {
	switch t.TType {
	case nfp.TokenTypeGeneral:
		s.kind = general
	case nfp.TokenTypeDateTimes:
		if s.kind != rare {
			s.kind = dated
		}
	case nfp.TokenTypeExponential, nfp.TokenTypeFraction, nfp.TokenTypeDenominator, nfp.TokenTypeElapsedDateTimes:
		s.kind = rare
	case nfp.TokenTypeSwitchArgument:
		s.numerals = strings.Trim(t.TValue, "[]")
	case nfp.TokenTypeCondition:
		s.readCondition(t)
	case nfp.TokenTypeUnknown:
		s.kind = unknown
	}
}

func (s *section) readCondition(t *nfp.Token) {
	for _, p := range t.Parts {
		switch p.Token.TType {
		case nfp.TokenTypeOperator:
			s.condition = p.Token.TValue
		case nfp.TokenTypeOperand:
			bound, err := strconv.ParseFloat(p.Token.TValue, 64)
			if err != nil {
				s.kind = unknown
			}
			s.bound = bound
		}
	}
}

// choose is the index of the section that shows a number, -1 for none: by conditions where there are any,
// else the first for all numbers, the second for those below zero, the third
// for zero.
func choose(sections []section, n number) int {
	conditions := slices.ContainsFunc(sections, func(s section) bool { return s.condition != "" })
	switch {
	case len(sections) == 0:
		return -1
	case conditions:
		v := n.float()
		return slices.IndexFunc(sections, func(s section) bool { return s.holds(v) })
	case n.negative && len(sections) > 1:
		return 1
	case n.digits == "" && len(sections) > 2:
		return 2
	}
	return 0
}

func (s *section) holds(v float64) bool {
	switch s.condition {
	case "":
		return true
	case ">":
		return v > s.bound
	case ">=":
		return v >= s.bound
	case "<":
		return v < s.bound
	case "<=":
		return v <= s.bound
	case "=":
		return v == s.bound
	case "<>":
		return v != s.bound
	}
	return false
}

// ownSign tells whether the section at i shows numbers below zero alone, and so
// says their sign by itself.
func ownSign(sections []section, i int) bool {
	s := &sections[i]
	switch s.condition {
	case "<", "<=":
		return s.bound <= 0
	case "":
		first := &sections[0]
		return i == 1 && (first.condition == "" || first.condition[0] == '>' && first.bound == 0)
	}
	return false
}

// show is the number as the section shows it; ok is false where that cannot be
// told. Signed tells that the sign of numbers below zero is to be written.
func (s *section) show(n number, signed, from1904 bool) (text string, ok bool) {
	signed = signed && n.negative
	switch s.kind {
	case dated:
		if n.negative || s.numerals != "" && s.numerals != "DBNum1" {
			return "", false
		}
		return s.date(n, from1904)
	case numeric, general:
		if s.numerals != "" {
			return "", false
		}
		n.negative = false
		text = s.layOut(n)
		if signed && strings.ContainsAny(text, "123456789") {
			text = "-" + text
		}
		return text, true
	}
	return "", false
}

// layOut writes the digits of a number that is not below zero where the
// placeholders stand.
func (s *section) layOut(n number) string {
	rounded := n.shifted(2*s.percents - s.scale).rounded(s.behind)
	before, behind := rounded.parts()
	var out strings.Builder
	seen, point := 0, false // placeholders so far
	for i := range s.tokens {
		t := &s.tokens[i]
		switch t.TType {
		case nfp.TokenTypeZeroPlaceHolder, nfp.TokenTypeHashPlaceHolder, nfp.TokenTypeDigitalPlaceHolder:
			for range len(t.TValue) {
				if point {
					out.WriteString(fraction(behind, seen, t.TType))
				} else {
					s.digit(&out, before, seen, t.TType)
				}
				seen++
			}
		case nfp.TokenTypeDecimalPoint:
			if s.whole == 0 {
				out.WriteString(before)
			}
			point, seen = true, 0
			out.WriteByte('.')
		case nfp.TokenTypeGeneral:
			out.WriteString(n.String())
		case nfp.TokenTypeCurrencyLanguage:
			out.WriteString(currency(t))
		case nfp.TokenTypeLiteral, nfp.TokenTypePercent, nfp.TokenTypeAlignment:
			out.WriteString(t.TValue)
		}
	}
	return out.String()
}

// digit writes what stands at a placeholder before the point: the first takes
// all digits that are too many.
func (s *section) digit(out *strings.Builder, digits string, seen int, kind string) {
	from := len(digits) - (s.whole - seen) // index of the digit
	first := 0
	if seen > 0 {
		first = max(from, 0)
	}
	if from < 0 {
		if kind == nfp.TokenTypeZeroPlaceHolder {
			out.WriteByte('0')
			s.group(out, s.whole-seen-1)
		}
		return
	}
	for i := first; i <= from; i++ {
		out.WriteByte(digits[i])
		s.group(out, len(digits)-1-i)
	}
}

// group writes a separator where so many digits follow before the point.
func (s *section) group(out *strings.Builder, follow int) {
	if s.thousands && follow > 0 && follow%3 == 0 {
		out.WriteByte(',')
	}
}

// fraction is what stands at a placeholder behind the point.
func fraction(digits string, at int, kind string) string {
	switch {
	case at < len(digits):
		return digits[at : at+1]
	case kind == nfp.TokenTypeZeroPlaceHolder:
		return "0"
	}
	return ""
}

// currency is the sign of money in [$¥-804].
func currency(t *nfp.Token) string {
	for _, p := range t.Parts {
		if p.Token.TType == nfp.TokenSubTypeCurrencyString {
			return p.Token.TValue
		}
	}
	return ""
}

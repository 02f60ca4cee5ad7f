package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/model/quantity"
)

// numberNotTaken is V011.
func numberNotTaken(r *review) {
	r.values(func(p *model.Project, i *model.Indicator, v *model.Value) {
		if v.Kind != model.Qualitative {
			return
		}
		shown := strings.ReplaceAll(v.Text, quantity.Reversed, "")
		rd := calculatedReading(v)
		switch {
		case raisedAlone(v.Text):
			r.add(subject(p, i).With("target", v.Text), i.Origin,
				r.say("指标值“%s”的数字全是上标或下标，没有取数", "the digits of target %q all stand above or below the line and were not taken", shown),
				r.say("去掉上标、下标格式", "take the superscript or subscript away"))
		case rd != nil:
			r.add(subject(p, i).With("target", v.Text, "number", shownReading(rd)), readingOrigin(i, rd),
				r.say("指标值“%s”里的 %s 前后有数学符号，只是算式的一部分，没有取数",
					"the %[2]s in target %[1]q stands beside a sign of mathematics: it is a part of a formula and was not taken", shown, shownReading(rd)),
				r.say("写成算好的数，如 1.5、0.25、10000；负数用减号", "write the number that it comes to, such as 1.5, 0.25, 10000, and a minus in front of negative ones"))
		case bracketed(v):
			r.add(subject(p, i).With("target", v.Text), i.Origin,
				r.say("指标值“%s”的数写在括号里，账表里这样表示负数，没有取数",
					"the number of target %q stands in brackets, which mark what is negative in accounts, and was not taken", shown),
				r.say("是负数的写减号，如 -5%；不是的去掉括号", "write a minus in front of a negative number, such as -5%, or take the brackets away"))
		case numberAlone(v):
			r.add(subject(p, i).With("target", v.Text), i.Origin,
				r.say("指标值“%s”只有一个数，不知是数量还是日期，没有取数", "target %q is a number alone that may be a day, and was not taken", shown),
				r.say("写明单位，或写成日期，如 12月底前", "name the unit, or write it as a day, such as 12月底前"))
		case signLeads(v):
			r.add(subject(p, i).With("target", v.Text), i.Origin,
				r.say("指标值“%s”写了符号，但没有取到数", "target %q begins with a sign, and no number was taken from it", shown),
				r.say("写成一个数加单位，如 ≥50%、≥3次，说明文字另放一栏", "write one number with its unit, such as ≥50% or ≥3次, and explanations elsewhere"))
		}
	})
}

// comparing are the signs that a target begins with, and what is left of one that a
// converter or a font did not have.
const comparing = "≥≤≧≦⩾⩽<>=＜＞＝?？□☐\ufffd"

// bracketed tells a target that is a number in brackets, which was not taken: (5)%.
func bracketed(v *model.Value) bool {
	text := strings.TrimSpace(v.Text)
	inside := strings.TrimLeft(text, "(（")
	first, _ := utf8.DecodeRuneInString(inside)
	one := v.Readings.Figure != nil && v.Readings.Statement == nil
	return one && inside != text && unicode.IsDigit(first)
}

// numberAlone tells a target that is a number and nothing else, and was not taken: 12
// in a column of 月 under 完成月份, 20231231.
func numberAlone(v *model.Value) bool {
	f := v.Readings.Figure
	return f != nil && v.Readings.Statement == nil && f.Text == strings.TrimSpace(v.Text)
}

// signLeads tells a target that begins with a sign and holds one number that was not
// taken. Two are V009's, and a year that only compares is none.
func signLeads(v *model.Value) bool {
	text := strings.TrimSpace(v.Text)
	if first, _ := utf8.DecodeRuneInString(text); !strings.ContainsRune(comparing, first) {
		return false
	}
	f, s := v.Readings.Figure, v.Readings.Statement
	switch {
	case f != nil && s != nil:
		return false
	case f != nil || s != nil:
		return true
	}
	return strings.ContainsFunc(text, func(c rune) bool { return c > unicode.MaxASCII && unicode.IsNumber(c) || c == utf8.RuneError })
}

// calculatedReading is the reading of a target that is a part of a formula.
func calculatedReading(v *model.Value) *model.Reading {
	for _, rd := range [...]*model.Reading{v.Readings.Figure, v.Readings.Statement} {
		if rd != nil && calculated(v.Text, rd) {
			return rd
		}
	}
	return nil
}

// calculated tells whether signs around a reading make another number of it.
// Its offsets are those of the file.
func calculated(text string, rd *model.Reading) bool {
	if strings.Contains(text, quantity.Reversed) {
		return true
	}
	left, right, found := strings.Cut(text, rd.Text)
	if !found {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(left, " (（[［"))
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(right, " "))
	return quantity.CalculatesBehind(before) || rd.Unit == "" && quantity.CalculatesBefore(after)
}

// raisedAlone tells a text whose number is written above or below the line, with
// nothing on the line that it could belong to: ≥⁹⁵%.
func raisedAlone(text string) bool {
	const scripts = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"
	i := strings.IndexAny(text, scripts)
	return i >= 0 && strings.Trim(text[:i], " ≥≤≧≦><=＞＜＝～~") == "" && !strings.ContainsAny(text, "0123456789")
}

package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/model/quantity"
)

// bare is s in folded spelling without its bracketed remarks, spaces and
// punctuation, which is what makes two spellings of a name the same:
// "补助覆盖率 (%)" is 补助覆盖率.
func bare(s string) string {
	if quantity.PlainHan(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	rest := name{text: s}
	for r := rest.next(); r != 0; r = rest.next() {
		b.WriteRune(r)
	}
	return b.String()
}

// sameBare reports that two names made bare are the same. Most differ in their first
// character.
func sameBare(a, b string) bool {
	x, y := name{text: a}, name{text: b}
	for {
		switch r := x.next(); {
		case r != y.next():
			return false
		case r == 0:
			return true
		}
	}
}

// name is what is left of a name that is made bare.
type name struct {
	text  string
	depth int // of brackets
}

// next takes the next rune of the bare name, 0 at its end.
func (n *name) next() rune {
	for i, r := range n.text {
		switch r = quantity.FoldRune(r); {
		case r == '(':
			n.depth++
		case r == ')':
			n.depth = max(0, n.depth-1)
		case n.depth == 0 && quantity.IsSign(r):
			_, size := utf8.DecodeRuneInString(n.text[i:])
			n.text = n.text[i+size:]
			return lower(r)
		}
	}
	n.text = ""
	return 0
}

// lower asks no table for ideographs.
func lower(r rune) rune {
	if isHan(r) {
		return r
	}
	return unicode.ToLower(r)
}

func containsAny(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

func hasSuffix(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(s, w) })
}

// shown is a number with its unit: "100", "1万元/人".
func shown(n model.Decimal, upper model.Decimal, unit string) string {
	s := string(n)
	if upper != "" {
		s += "-" + string(upper)
	}
	return s + unit
}

// operators as people write them.
var operatorSigns = map[model.Operator]string{
	model.GreaterEqual: "≥",
	model.Greater:      ">",
	model.LessEqual:    "≤",
	model.Less:         "<",
	model.About:        "≈",
}

func shownReading(r *model.Reading) string {
	return operatorSigns[r.Operator] + shown(r.Number, r.Upper, r.Unit)
}

// numbersInDoubt is V009.
func numbersInDoubt(r *review) {
	r.values(func(p *model.Project, i *model.Indicator, v *model.Value) {
		f, s := v.Readings.Figure, v.Readings.Statement
		if v.Kind != model.Qualitative || f == nil || s == nil {
			return
		}
		r.add(subject(p, i).With("target", v.Text, "figure", shownReading(f), "statement", shownReading(s)), readingOrigin(i, f),
			r.say("指标值“%s”不止一个数（%s、%s），无从判断哪个是目标，没有取数",
				"target %q holds more than one number (%s, %s): which is meant cannot be told and none was taken",
				v.Text, shownReading(f), shownReading(s)),
			r.say("只留一个数；确有几个目标的分行填写，或用分号隔开并各写名称",
				"keep one number; where several are meant, give each a row, or a name and a semicolon between them"),
			readingOrigin(i, s))
	})
}

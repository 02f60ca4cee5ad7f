package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/model/quantity"
)

// strayWords is V002.
func strayWords(r *review) {
	r.indicators(func(p *model.Project, i *model.Indicator) {
		v := &i.Target
		if v.Label == "" || v.Kind != model.Quantity && v.Kind != model.Range {
			return
		}
		r.add(subject(p, i).With("target", v.Text, "words", v.Label), i.Origin,
			r.say("指标值“%s”的数字前多出“%s”，该处应为符号（≥、≤、= 等）",
				"target %q has the stray words %q before its figure, where a sign (≥, ≤, =) belongs", v.Text, v.Label),
			r.say("删去多余文字，补上符号", "delete the stray words and put the sign"))
	})
	r.values(func(p *model.Project, i *model.Indicator, v *model.Value) {
		left := leftBehind(v)
		if left == "" {
			return
		}
		r.add(subject(p, i).With("target", v.Text, "words", left), i.Origin,
			r.say("指标值“%s”的数字后还有“%s”，没有读入", "target %q goes on with %q behind its number, which was not read", v.Text, left),
			r.say("单位只写一个；另一个目标另写一行", "write one unit, and another target in a row of its own"))
	})
}

// leftBehind are words behind the number of v that may make another target of it: a
// second unit (95%元), a clause of its own (100%，无事故), or what leaves the number open
// (100%（暂定）, 3次±). What explains the number, and the noun that it counts (3套系统), is
// none.
func leftBehind(v *model.Value) string {
	if len(v.Rest) == 0 || v.Kind != model.Quantity && v.Kind != model.Range {
		return ""
	}
	left := v.Rest[len(v.Rest)-1]
	if !strings.HasSuffix(v.Text, left) || !isUnit(left) && !isClause(left) && !doubts(left) {
		return ""
	}
	return left
}

// isUnit reports a text that is a unit and nothing else.
func isUnit(text string) bool {
	t := quantity.Read(text)
	defer t.Release()
	u, ok := t.BareUnit(0, 0)
	return ok && u.End == t.Size()
}

// isClause reports a comma or semicolon with words behind that are no detail of what
// stands in front.
func isClause(text string) bool {
	mark, n := utf8.DecodeRuneInString(text)
	clause := strings.TrimSpace(text[n:])
	explains := slices.ContainsFunc(standards().details, func(word string) bool { return strings.HasPrefix(clause, word) })
	return strings.ContainsRune(",，;；", mark) && utf8.RuneCountInString(clause) > 2 && !explains
}

// doubts reports a sign or a word that leaves the number in front of it open, or a bracket
// that holds another one: 100%（5次）. One with a year is what was reached before.
func doubts(text string) bool {
	folded := quantity.Folded(text)
	if strings.ContainsRune("?#~±+-*=<>≥≤²³", quantity.FirstRune(text)) {
		return true
	}
	if inside, ok := strings.CutPrefix(folded, "("); ok && quantity.IsDigit(quantity.FirstRune(inside)) && !strings.Contains(inside, "年") {
		return true
	}
	return slices.ContainsFunc(standards().open, func(word string) bool { return strings.Contains(folded, word) })
}

package value

import (
	"strings"

	"jxmb/model"
	"jxmb/parser/value/lex"
)

// enclosed reports a number in brackets that no operator stands in front of, where
// they enclose nothing else or the number without its unit: (5)%, （5%）, (5). So
// accounts write what is negative, and others what they copied with its brackets.
func (s *selection) enclosed(e *expression) bool {
	if !s.Is(e.from-1, '(') || !strings.Contains("(（", s.Source(e.from-1, e.from)) { // 【100%】
		return false
	}
	all := e.from == 1 && e.end == s.Size()-1
	return s.Is(e.plain, ')') || all && s.Is(e.end, ')')
}

// disputed reports a number in brackets right behind another that it repeats, and
// does not: 100万元（壹佰壹拾万元）, 3次（5次）.
func (s *selection) disputed() bool {
	for i := 1; i < len(s.expressions); i++ {
		outer, inner := &s.expressions[i-1], &s.expressions[i]
		if inner.depth > outer.depth && s.repeats(outer, inner) && !s.sameNumber(outer, inner) {
			return true
		}
	}
	return false
}

// repeats reports a bracket that holds the number inner alone, right behind a
// number that it can be compared with.
func (s *selection) repeats(outer, inner *expression) bool {
	numbers := outer.kind != aDate && inner.kind != aDate
	switch {
	case !numbers || inner.first != outer.last+1 || !s.bracketed(inner):
		return false
	case outer.hasUnit && inner.hasUnit:
		return comparable(&outer.unit, &inner.unit)
	}
	return inner.operator == model.NoOperator // not ≤10（100万以下）
}

// bracketed reports a bracket at the end of the text that holds e alone.
func (s *selection) bracketed(e *expression) bool {
	opens, closes := s.At(e.first-1), s.At(e.last)
	encloses := opens.Kind == lex.OpenToken && closes.Kind == lex.CloseToken
	return encloses && closes.End == s.Size()
}

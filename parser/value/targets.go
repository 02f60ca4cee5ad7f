package value

import (
	"slices"

	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/value/lex"
)

// selection tells which of the expressions state targets.
type selection struct {
	*assembly
	indices  []int
	disputes bool // a bracket repeats a number and says another
}

// dropNotes removes expressions in brackets where others stand outside:
// ≥62%(2022年:61%) is a target and its history. 3次（5次） says two things, and both stay.
func (s *selection) dropNotes() {
	s.dropExamples()
	outer, inner := lex.MaxTokens, 0
	for i := range s.expressions {
		outer, inner = min(outer, s.expressions[i].depth), max(inner, s.expressions[i].depth)
	}
	if inner <= outer {
		return
	}
	if s.disputes = s.disputed(); !s.disputes {
		s.keep(func(e *expression) bool { return e.depth == outer })
	}
}

// keep removes the expressions that do not fit.
func (s *selection) keep(fits func(*expression) bool) {
	kept := 0
	for i := range s.expressions {
		if fits(&s.expressions[i]) {
			s.expressions[kept] = s.expressions[i]
			kept++
		}
	}
	s.expressions = s.expressions[:kept]
}

// sort gives the indices of the numbers and ranges, and those of the dates.
// A bare year beside a number is the year it is for, not a date.
func (s *selection) sort() (numbers, dates []int) {
	if cap(s.indices) < 2*len(s.expressions) {
		s.indices = make([]int, 2*len(s.expressions))
	}
	s.indices = s.indices[:2*len(s.expressions)]
	numbers, dates = s.indices[:0:len(s.expressions)], s.indices[len(s.expressions):len(s.expressions)]
	for i := range s.expressions {
		if s.expressions[i].kind == aDate {
			dates = append(dates, i)
		} else {
			numbers = append(numbers, i)
		}
	}
	return s.dropCounted(numbers), dates
}

// dropCounted removes what only tells who or which is meant beside any other
// number (80岁以上每人100元, 10kV线路20公里), and Chinese counts that belong to a word beside a number
// that is clearly the target: 三方满意度≥90%.
func (s *selection) dropCounted(numbers []int) []int {
	numbers = s.dropStart(s.dropConditions(s.dropDetails(s.dropAttributes(s.dropNaming(numbers)))))
	clear := func(i int) bool { return !s.expressions[i].bare() }
	if !slices.ContainsFunc(numbers, clear) {
		return numbers
	}
	return slices.DeleteFunc(numbers, func(i int) bool { return s.ofWord(&s.expressions[i]) })
}

// dropNaming removes the digit of a name in letters that begins the cell, where no
// other number repeats it: 5G基站20个. A figure of more digits may hold it: 205G基站20个.
func (s *selection) dropNaming(numbers []int) []int {
	if len(numbers) < 2 {
		return numbers
	}
	first := &s.expressions[numbers[0]]
	named := first.loose && first.first == 0 && first.end == 1
	if !named || slices.ContainsFunc(numbers[1:], func(i int) bool { return s.sameNumber(first, &s.expressions[i]) }) {
		return numbers
	}
	return numbers[1:]
}

// bare reports a number that neither an operator nor a percent sign makes a target.
func (e *expression) bare() bool {
	return e.operator == model.NoOperator && e.unit.Dimension != "ratio"
}

// ofWord reports a Chinese count that belongs to the word behind it.
func (s *selection) ofWord(e *expression) bool {
	counts := e.hasUnit && e.unit.Scale == 0
	return counts && e.han && e.bare() && s.textAfter(e)
}

// dropDetails removes the numbers behind 其中, which count parts of the first:
// ≥5项，其中省级2项.
func (s *selection) dropDetails(numbers []int) []int {
	for k := 1; k < len(numbers); k++ {
		first := s.expressions[numbers[k]].first
		for i := s.expressions[numbers[k-1]].last; i < first; i++ {
			if t := &s.Tokens[i]; t.Kind == lex.TextToken && s.Past(t.From, wholes) > t.From {
				return numbers[:k]
			}
		}
	}
	return numbers
}

// wholes are words that parts of a number follow.
var wholes = quantity.WordList("其中", "包括", "包含", "含有")

// dropConditions removes a time in front of a target that has its own operator
// and measures something else: 30天内占比≤30%.
func (s *selection) dropConditions(numbers []int) []int {
	if len(numbers) != 2 {
		return numbers
	}
	when, target := &s.expressions[numbers[0]], &s.expressions[numbers[1]]
	if s.limitsTime(when) && s.textAfter(when) && target.isTarget() {
		return numbers[1:]
	}
	return numbers
}

// limitsTime reports a time with 内 or 以内 behind and no operator in front.
func (s *selection) limitsTime(e *expression) bool {
	return e.unit.IsTime() && e.operator == model.LessEqual && s.Tokens[e.first].Kind == lex.QuantityToken
}

// isTarget reports a share, or another measure with an operator of its own.
func (e *expression) isTarget() bool {
	if !e.hasUnit || e.unit.IsTime() {
		return false
	}
	return e.strength >= quantity.Word || e.unit.Dimension == "ratio"
}

// dropAttributes removes ages and voltages that more follows.
func (s *selection) dropAttributes(numbers []int) []int {
	attribute := func(i int) bool {
		e := &s.expressions[i]
		return e.describes() && e.last < len(s.Tokens)
	}
	if !slices.ContainsFunc(numbers, func(i int) bool { return !attribute(i) }) {
		return numbers
	}
	return slices.DeleteFunc(numbers, attribute)
}

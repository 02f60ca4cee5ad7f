package value

import (
	"slices"

	"jxmb/model"
)

// dropNotes removes expressions in brackets where others stand outside:
// ≥62%(2022年:61%) is a target and its history.
func (s *scan) dropNotes() {
	outer := s.expressions[0].depth
	for i := range s.expressions {
		outer = min(outer, s.expressions[i].depth)
	}
	kept := s.expressions[:0]
	for _, e := range s.expressions {
		if e.depth == outer {
			kept = append(kept, e)
		}
	}
	s.expressions = kept
}

// sort gives the indices of the numbers and ranges, and those of the dates.
// A bare year beside a number is the year it is for, not a date.
func (s *scan) sort() (numbers, dates []int) {
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
func (s *scan) dropCounted(numbers []int) []int {
	numbers = s.dropAttributes(numbers)
	targets := 0
	for _, i := range numbers {
		if e := &s.expressions[i]; e.operator != model.NoOperator || e.unit.Dimension == "ratio" {
			targets++
		}
	}
	if targets == 0 || targets == len(numbers) {
		return numbers
	}
	kept := numbers[:0]
	for _, i := range numbers {
		e := &s.expressions[i]
		if !e.han || e.operator != model.NoOperator || e.unit.Dimension == "ratio" || !s.textAfter(e) || !e.hasUnit || e.unit.Scale > 0 {
			kept = append(kept, i)
		}
	}
	return kept
}

// dropAttributes removes ages and voltages that more follows.
func (s *scan) dropAttributes(numbers []int) []int {
	attribute := func(i int) bool {
		e := &s.expressions[i]
		return (e.unit.Dimension == "age" || e.unit.Dimension == "千伏") && e.last < len(s.tokens)
	}
	if !slices.ContainsFunc(numbers, func(i int) bool { return !attribute(i) }) {
		return numbers
	}
	return slices.DeleteFunc(numbers, attribute)
}

package value

import (
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/value/lex"
)

// fused is a cell that states its target twice: the figure and the statement
// that answers it.
type fused struct {
	figure, statement *expression
	same              bool // the numbers agree
}

// fuse pairs the numbers that are the two readings of one fused cell: a figure
// at the start, behind stray words at most, and a statement whose words lead to
// a number again.
func (s *verdict) fuse(numbers []int) (f fused, ok bool) {
	if len(numbers) < 2 || s.Impossible {
		return f, false
	}
	if f, ok = s.answered(numbers); !ok || f.contradicts() || s.listed(f) {
		return f, false
	}
	if s.textBefore(f.figure) {
		return f, s.fusesStray(f)
	}
	if words := s.WordsAt(f.figure.last); s.Some(words.From, words.End, isLetter) {
		return f, f.leads(words.End-words.From) && !s.Is(words.From, '的') // 80%的80%
	}
	if s.namesAhead(f) {
		return f, true
	}
	return f, f.figure.last == f.statement.first && s.adjacent(f) // not 1:1, 90%/90%
}

// answered pairs the first number with the statement that answers it, which
// must be the last number of the cell.
func (s *verdict) answered(numbers []int) (f fused, ok bool) {
	f.figure = &s.expressions[numbers[0]]
	f.statement, f.same = s.statement(f.figure, numbers)
	if f.figure.bad || f.statement != &s.expressions[numbers[len(numbers)-1]] {
		return f, false
	}
	if !s.textBefore(f.figure) || s.labelled(f.figure) { // not 延迟1天扣1分
		s.giveBack(f.figure, f.statement)
	}
	f.same = f.same || s.sameNumber(f.figure, f.statement)
	if !f.same {
		s.trim(f.figure, f.statement)
		f.same = s.sameNumber(f.figure, f.statement)
	}
	return f, !s.refused(f.statement, s.own(f.statement), partial)
}

// commas part what a text lists.
var commas = lex.KindsOf(lex.CommaToken, lex.SplitToken)

// statement picks the expression that answers the figure: the last that says
// the same, or the only other one.
func (s *verdict) statement(figure *expression, numbers []int) (st *expression, same bool) {
	for i := len(numbers) - 1; i > 0; i-- {
		if st := &s.expressions[numbers[i]]; s.sameNumber(figure, st) {
			return st, true
		}
	}
	if len(numbers) == 2 {
		return &s.expressions[numbers[1]], false
	}
	return nil, false
}

// contradicts reports two numbers that differ so that the second is no other
// spelling of the first: bounds from both sides (>95%且<100%), units that
// measure different things, an operator in words in front of each.
func (f *fused) contradicts() bool {
	if f.same {
		return false
	}
	signed := f.figure.strength == quantity.Sign
	switch {
	case opposed(f.figure.operator, f.statement.operator), f.figure.operator != model.NoOperator && !signed:
		return true
	case !f.figure.hasUnit, f.figure.unit.Base == "":
		return false
	case !comparable(&f.figure.unit, &f.statement.unit):
		return true
	}
	return !signed && f.statement.strength < quantity.Soft
}

// listed reports two targets with their signs and units, and a comma between: ≥5个乡镇，≥20个村.
func (s *verdict) listed(f fused) bool {
	signed := f.figure.strength == quantity.Sign && f.statement.strength == quantity.Sign
	return signed && !f.same && f.figure.hasUnit && s.parted(f)
}

// parted reports a comma or the like between figure and statement.
func (s *verdict) parted(f fused) bool {
	return lex.AnyOf(s.Tokens[f.figure.last:f.statement.first], commas)
}

// namesAhead reports a name between a figure with its sign and the statement that begins
// with a mark, or with a numeral where the numbers agree: ≥95（线上）办结率,
// ≥12十二生肖展览.
func (s *verdict) namesAhead(f fused) bool {
	if f.figure.strength != quantity.Sign || f.figure.last >= f.statement.first || s.parted(f) {
		return false
	}
	first := s.Tokens[f.figure.last]
	begins := openKinds.Has(first.Kind) || f.same && first.Kind == lex.QuantityToken && s.Quantities[first.Row].Han
	return begins && lex.AnyOf(s.Tokens[f.figure.last:f.statement.first], justWords)
}

// justWords is the kind of words.
var justWords = lex.KindsOf(lex.TextToken)

// leads reports that words of n glyphs behind the figure lead to the statement:
// more than one or two of them without a sign, which 3纵4横 has not.
func (f *fused) leads(n int) bool {
	switch {
	case f.figure.strength == quantity.Sign:
		return true
	case f.same:
		return n >= 2
	}
	return n >= 3
}

// adjacent reports a statement right behind its figure: ≥3大于等于3次. Digits behind
// digits may be one number that was broken: ≥9 9%.
func (s *verdict) adjacent(f fused) bool {
	st := f.statement
	switch {
	case st.strength == quantity.Soft || st.strength == quantity.Word:
		return true
	case st.operator != model.NoOperator:
		return f.same
	}
	return f.same && st.hasUnit && !quantity.IsDigit(s.Rune(s.At(st.first).From))
}

// fusesStray accepts words in front of the figure where the two readings
// agree, or where the words are a label that slipped into the cell.
func (s *verdict) fusesStray(f fused) bool {
	first := s.At(f.figure.first)
	if f.figure.hasUnit || first.Depth > 0 || s.At(f.figure.first-1).Kind != lex.TextToken {
		return false
	}
	if f.figure.strength != quantity.Sign && f.figure.operator != model.NoOperator {
		return false
	}
	return f.same || s.labelled(f.figure)
}

// labelled reports a label of the form that slipped in front of a figure.
func (s *verdict) labelled(figure *expression) bool {
	return strings.HasSuffix(s.Source(0, figure.from), "指标")
}

// giveBack returns a unit to the wording where it is the beginning of a word
// there: 批 in ≥20批示率大于等于百分之二十. The name of the indicator knows
// the word, or the statement says the same number with another unit.
func (s *verdict) giveBack(figure, st *expression) {
	if !figure.hasUnit || anyHolds(s, figure, keepingUnits) {
		return
	}
	if s.beginsWord(figure.end) || st != nil && s.otherUnit(figure, st) {
		figure.unit, figure.hasUnit, figure.end = quantity.Unit{}, false, figure.plain
	}
}

// keepingUnits are the reasons why the unit behind a figure is no part of a word.
var keepingUnits = []func(*verdict, *expression) bool{
	func(_ *verdict, figure *expression) bool { return figure.han || figure.end == figure.plain },
	func(s *verdict, figure *expression) bool { return !s.Han(figure.end) },
	func(s *verdict, figure *expression) bool { return s.suffixed(figure) },
	func(s *verdict, figure *expression) bool { return s.Class(figure.plain).Kind != quantity.NoNumeral },
	(*verdict).measuredTwice,
}

// measuredTwice reports a range whose first number has a unit as well.
func (s *verdict) measuredTwice(figure *expression) bool {
	return figure.kind == aRange && s.firstOf(figure).HasUnit
}

// firstOf is the first quantity of an expression.
func (s *assembly) firstOf(e *expression) *lex.Magnitude {
	i := e.first
	for s.Tokens[i].Kind != lex.QuantityToken {
		i++
	}
	return &s.Quantities[s.Tokens[i].Row]
}

// beginsWord reports that the name of the indicator has the glyphs on both
// sides of p side by side.
func (s *verdict) beginsWord(p int) bool { return s.Han(p-1) && s.NameHas(p-1, p+1) }

// otherUnit reports the same number with a unit that measures something else.
func (s *verdict) otherUnit(a, b *expression) bool {
	same := a.number == b.number || counted(a.number, b.number, &b.unit)
	return b.hasUnit && same && !comparable(&a.unit, &b.unit)
}

// twoReadings fills v from figure and statement. The statement wins the main
// fields; an operator that only one of them has counts for both.
func (s *verdict) twoReadings(v *model.Value, f fused) {
	figure, st := f.figure, f.statement
	var h struct { // one piece of memory
		figure, statement model.Reading
		base              model.Base
	}
	h.figure, h.statement = s.reading(figure), s.reading(st)
	h.statement.Text, h.statement.Start = s.Source(figure.end, st.end), s.Offset(figure.end)
	v.Readings.Figure, v.Readings.Statement, v.Base = &h.figure, &h.statement, &h.base
	start := figure.from
	if s.textBefore(figure) {
		v.Label, start = s.Source(0, figure.from), 0
	}
	op, agree := s.operatorOf(figure, st)
	v.Agreement = model.Conflict
	if agree && f.same {
		v.Agreement = model.Agree
	}
	if !st.hasUnit && figure.hasUnit {
		merged := *st
		merged.unit, merged.hasUnit = figure.unit, true
		s.fill(v, &merged, op, model.UnitFromValue)
	} else {
		s.fill(v, st, op, model.UnitFromStatement)
	}
	v.Rest = s.rest(start, s.verbs(st.end))
}

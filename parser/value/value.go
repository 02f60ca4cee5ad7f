package value

import (
	"cmp"
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/value/lex"
)

// Hint is what stands around a target cell. It supplies a unit that the cell
// lacks and never overrides what the cell says.
type Hint = lex.Hint

// Parse splits a target cell. It never fails: what is no quantity, range,
// deadline or composite is [model.Qualitative] or [model.Empty] with its text.
// The time is linear in the length of text.
//
// Offsets of readings are byte offsets in text; those of a part of a composite
// are offsets in the text of the part.
func Parse(text string, hint Hint) model.Value {
	m := newStages()
	defer m.release()
	v := m.judge(m.assemble(m.lex(text, hint)), false)
	if broken(text) && m.sentence.JoinLines() { // to fit the column
		joined := m.judge(m.assemble(m.cut(hint)), false)
		if v.Kind != model.Composite || answers(&joined) {
			return joined
		}
	}
	return v
}

// broken reports a line break: of a file, of Word, of a page.
func broken(text string) bool {
	return strings.IndexByte(text, '\n') >= 0 || strings.IndexByte(text, '\v') >= 0 || strings.Contains(text, "\u2028")
}

// answers reports a figure without a unit that a statement behind it repeats with its
// own: what a composite would tear apart, ≥5投|诉减少率大于等于百分之五.
func answers(v *model.Value) bool {
	r := v.Readings
	return v.Agreement == model.Agree && r.Figure.Unit == "" && r.Statement.Operator != model.NoOperator && len(v.Rest) == 0
}

// verdict makes a value of what the doubts leave of the expressions of a sentence.
type verdict struct {
	doubts
	whole bool // a part of a composite, not to be split again
}

// value decides what the expressions of a text amount to.
func (s *verdict) value() model.Value {
	v := model.Value{Text: s.String(), Kind: model.Qualitative, UnitSource: model.UnitFromNone, Agreement: model.NoAgreement}
	if len(s.expressions) == 0 {
		v.Kind = s.bare()
		return v
	}
	s.dropNotes()
	if len(s.expressions) == 0 || s.PrivateUse(s.expressions[0].from) {
		return v
	}
	numbers, dates := s.sort()
	if len(numbers) == 0 {
		s.withoutNumber(&v, dates)
	} else {
		s.withNumbers(&v, numbers, dates)
	}
	return v
}

// withoutNumber fills v from a text that states dates alone.
func (s *verdict) withoutNumber(v *model.Value, dates []int) {
	switch {
	case s.Impossible, !s.whole && s.composite(v):
	case s.HasToken(lex.FillerToken):
		v.Kind = model.Empty
	default:
		s.deadline(v, dates)
	}
}

// withNumbers fills v from a text that states numbers, and perhaps dates. With an
// impossible day in it, it is left to a person, its parts judged by themselves.
func (s *verdict) withNumbers(v *model.Value, numbers, dates []int) {
	if s.disputes || s.formula() {
		s.doubt(v, numbers)
		return
	}
	if f, ok := s.fuse(numbers); ok {
		s.twoReadings(v, f)
		return
	}
	switch {
	case s.figureOfMonth(numbers, dates):
		s.deadline(v, dates)
	case !s.whole && s.composite(v):
	case len(numbers) == 1 && !s.Impossible && !s.clashes(&s.expressions[numbers[0]], dates):
		s.oneReading(v, numbers[0])
		s.addDeadline(v, dates)
	default:
		s.doubt(v, numbers)
	}
}

// comparesYear reports a date that a bound reaches instead of the number behind:
// 不低于2022年的90%. 不迟于6月底 is a deadline.
func (s *verdict) comparesYear(date *expression, d *lex.Span) bool {
	switch date.operator {
	case model.Greater, model.GreaterEqual, model.Less:
		return date.strength != quantity.Soft
	case model.LessEqual:
		return d.Kind == lex.OneYear && !d.Marked && date.strength == quantity.Word
	}
	return false
}

// bare is the kind of a text without an expression.
func (s *verdict) bare() model.Kind {
	if !s.Crowded && s.unfilled() {
		return model.Empty
	}
	return model.Qualitative
}

// unfilled reports a text without a word of its own: only signs, marks,
// placeholders, or a unit that waits for its number.
func (s *verdict) unfilled() bool {
	waits := 0 // glyph behind a unit without a number: 元/户
	says := false
	for _, t := range s.Tokens {
		switch {
		case t.End <= waits:
		case t.Kind == lex.FillerToken:
			return true
		case sayingKinds.Has(t.Kind):
			waits = s.unitEnd(t)
			says = says || waits < t.End
		}
	}
	return !says
}

// sayingKinds are the tokens that say something, unless they are a unit.
var sayingKinds = lex.KindsOf(lex.QuantityToken, lex.DateToken, lex.TextToken, lex.PerToken)

// unitEnd gives the glyph behind the unit that a token of words begins with, 0
// for none.
func (s *verdict) unitEnd(t lex.Token) int {
	scale := s.Multiplier(t.From) && s.Class(t.From).Value > 1
	if t.Kind == lex.QuantityToken || !scale && s.Surface(t.From, quantity.RoleUnit) == 0 {
		return 0
	}
	u, ok := s.BareUnit(t.From, 0)
	if !ok {
		return 0
	}
	return u.End
}

// clashes reports a bare figure in front of a statement that is a date, and a
// number that a date runs into: 6月1日-31次, 6月1-31次, 6月30.
func (s *verdict) clashes(e *expression, dates []int) bool {
	for _, i := range dates {
		d := &s.Spans[s.expressions[i].span]
		if e.operator == model.NoOperator && s.comparesYear(&s.expressions[i], d) {
			return true
		}
		if s.runsInto(d.End, e) {
			return true
		}
	}
	return len(dates) > 0 && !e.hasUnit && e.first == 0 || s.daysAlone(e)
}

// runsInto reports a number that goes on at p, the end of a date: behind a dash, or
// as the days of a month.
func (s *verdict) runsInto(p int, e *expression) bool {
	if s.Joint(p) == e.from {
		return true
	}
	days := e.kind == aRange || !e.hasUnit
	return days && p == e.from && s.Is(p-1, '月')
}

// doubt keeps up to two readings of a text whose meaning is open.
func (s *verdict) doubt(v *model.Value, numbers []int) {
	first := s.reading(&s.expressions[numbers[0]])
	if s.textBefore(&s.expressions[numbers[0]]) && len(numbers) == 1 {
		v.Readings.Statement = &first
		return
	}
	v.Readings.Figure = &first
	if len(numbers) > 1 {
		last := s.reading(&s.expressions[numbers[len(numbers)-1]])
		v.Readings.Statement = &last
	}
}

// reading is an expression as a reading of its own.
func (s *verdict) reading(e *expression) model.Reading {
	r := model.Reading{
		Text: s.Source(e.from, e.end), Operator: e.operator, Number: e.number, Upper: e.upper,
		Start: s.Offset(e.from), End: s.End(e.end),
	}
	if e.hasUnit {
		r.Unit = e.unit.Name
	}
	return r
}

// fill copies an expression into the main fields of v, whose base has its place.
func (s *verdict) fill(v *model.Value, e *expression, op model.Operator, source model.UnitSource) {
	v.Kind, v.Operator, v.Number, v.Upper = model.Quantity, op, e.number, e.upper
	switch {
	case e.kind == aRange:
		v.Kind, v.Operator = model.Range, model.NoOperator
	case op == model.NoOperator || e.operator == op && e.strength == quantity.Plain:
		v.Operator = s.columnOperator()
	}
	s.addUnit(v, e, source)
}

// columnOperator is the operator of a form's own column, else the one that the name of
// the indicator leads to its target with, "=" without either.
func (s *verdict) columnOperator() model.Operator {
	if s.Hint.Operator == "" {
		return cmp.Or(s.leadingBound(), model.Equal)
	}
	c := quantity.Read(s.Hint.Operator)
	defer c.Release()
	for p := range c.Size() {
		if row := c.Row(p, quantity.RolePrefix); row > 0 && c.Operator(row).Strength != quantity.Plain {
			return c.Operator(row).Operator
		}
	}
	return model.Equal
}

// verbs skips what is done to a quantity or by a date: 100%达标, 12月底前完成.
func (s *verdict) verbs(p int) int {
	if end := p + s.Surface(p, quantity.RoleVerb); end == s.Size() {
		return end
	}
	return p
}

// rest names the glyphs outside [from,end).
func (s *verdict) rest(from, end int) []string {
	var rest []string
	if from > 0 {
		rest = append(rest, s.Source(0, from))
	}
	if left := s.Left(end); left != "" {
		rest = append(rest, left)
	}
	return rest
}

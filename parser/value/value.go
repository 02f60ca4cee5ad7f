package value

import (
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
)

// Hint is what stands around a target cell. It supplies a unit that the cell
// lacks and never overrides what the cell says.
type Hint struct {
	Name        string // 三级指标
	Description string // 绩效指标描述
	Level2      string // 二级指标
	Operator    string // 指标性质/计算符号 column, where the form has one
	Unit        string // 度量单位 column, where the form has one
}

// Parse splits a target cell. It never fails: what is no quantity, range,
// deadline or composite is [model.Qualitative] or [model.Empty] with its text.
// The time is linear in the length of text.
//
// Offsets of readings are byte offsets in text; those of a part of a composite
// are offsets in the text of the part.
func Parse(text string, hint Hint) model.Value {
	m := newStages()
	defer m.release()
	return m.judge(m.assemble(m.lex(text, hint)), false)
}

// asksForTime reports a name whose value is a date: 项目完成时间.
func (s *sentence) asksForTime() bool {
	for _, word := range timeWords {
		if strings.Contains(s.hint.Name, word) {
			return true
		}
	}
	return false
}

// timeWords name a date.
var timeWords = [...]string{"时间", "时限", "期限", "日期", "时点"}

// verdict is what the expressions of a sentence are judged by.
type verdict struct {
	*assembly
	indices []int
	whole   bool // a part of a composite, not to be split again
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
	switch {
	case s.impossible:
		s.noDate(&v, numbers)
	case s.fuses(numbers):
		s.twoReadings(&v, numbers)
	case !s.whole && s.composite(&v):
	case len(numbers) == 0 && s.hasFiller():
		v.Kind = model.Empty
	case len(numbers) == 0:
		s.deadline(&v, dates)
	case len(numbers) == 1 && !s.clashes(&s.expressions[numbers[0]], dates):
		s.oneReading(&v, numbers[0])
		s.addDeadline(&v, dates)
	default:
		s.doubt(&v, numbers)
	}
	return v
}

// bare is the kind of a text without an expression.
func (s *verdict) bare() model.Kind {
	if !s.crowded && s.unfilled() {
		return model.Empty
	}
	return model.Qualitative
}

// unfilled reports a text without a word of its own: only signs, marks,
// placeholders, or a unit that waits for its number.
func (s *verdict) unfilled() bool {
	filler, words := false, 0
	waits := 0 // glyph behind a unit without a number: 元/户
	for _, t := range s.tokens {
		if t.end <= waits {
			continue
		}
		switch t.kind {
		case fillerToken:
			filler = true
		case quantityToken, dateToken:
			words++
		case textToken, perToken:
			known := s.Surface(t.from, quantity.RoleUnit) > 0 || s.Multiplier(t.from) && s.Class(t.from).Value > 1
			if u, ok := s.BareUnit(t.from, 0); known && ok && u.End >= t.end {
				waits = u.End
			} else {
				words++
			}
		}
	}
	return filler || words == 0
}

func (s *sentence) hasFiller() bool {
	for _, t := range s.tokens {
		if t.kind == fillerToken {
			return true
		}
	}
	return false
}

// clashes reports a bare figure in front of a statement that is a date.
func (s *verdict) clashes(e *expression, dates []int) bool {
	return len(dates) > 0 && !e.hasUnit && e.first == 0
}

// oneReading fills v from the only number of a text.
func (s *verdict) oneReading(v *model.Value, i int) {
	e := &s.expressions[i]
	s.giveBack(e, nil)
	led, followed := s.textBefore(e), s.textAfter(e)
	open := e.bad || e.loose || s.stray(e, led, followed)
	if open || s.cutShort(e) || followed && s.amidWords(e, led) {
		s.doubt(v, []int{i})
		return
	}
	r, source := s.reading(e), model.UnitFromValue
	from := e.from
	if led {
		from, source = 0, model.UnitFromStatement
		r.Text, r.Start = s.Source(0, e.end), s.Offset(0)
		v.Readings.Statement, v.Agreement = r, model.StatementOnly
	} else {
		v.Readings.Figure, v.Agreement = r, model.FigureOnly
	}
	s.fill(v, e, e.operator, source)
	v.Rest = s.rest(from, s.verbs(e.end))
}

// stray reports a bare number in the middle of words, which may be a figure
// without its statement or part of a name, the factor of a product, a part of
// a formula (1+N), and a number with a sign behind it that has none of its own.
func (s *verdict) stray(e *expression, led, followed bool) bool {
	switch s.Rune(e.end) {
	case '*', '×', '+':
		return true
	case '-', '~': // a range without a second number: 10~若干个
		if s.Rune(e.end+1) != 0 {
			return true
		}
	}
	if s.at(e.last).kind == operatorToken { // 10个≥
		return true
	}
	return led && followed && !e.hasUnit && e.operator == model.NoOperator
}

// cutShort is the net under all readers: directly behind the number a numeral
// or a unit goes on, so that the reading has only a part of what is written.
func (s *verdict) cutShort(e *expression) bool {
	p := e.end
	switch {
	case s.suffixed(e):
		return false
	case s.Is(p, '('):
		return !e.hasUnit && s.unitBehindBracket(p)
	}
	switch s.Class(p).Kind {
	case quantity.NoNumeral, quantity.Half:
	default:
		return !s.Hides(p, false) || s.Multiplier(p)
	}
	if s.Digit(p) && !s.Gap(p) {
		return true
	}
	unit := s.Surface(p, quantity.RoleUnit)
	return !e.hasUnit && unit > 0 && unit >= s.Word(p) && !s.verbAt(p)
}

// verbAt reports what is done to a quantity at p.
func (s *sentence) verbAt(p int) bool { return s.Surface(p, quantity.RoleVerb) > 0 }

// suffixed reports an operator behind the number of e.
func (s *verdict) suffixed(e *expression) bool {
	t := s.tokens[e.last-1]
	return t.kind == quantityToken && s.quantities[t.row].suffix > 0
}

// textBefore reports words in front of an expression.
func (s *sentence) textBefore(e *expression) bool {
	for _, t := range s.tokens[:e.first] {
		if t.kind == textToken || t.kind == dateToken || t.kind == perToken {
			return true
		}
	}
	return false
}

// textAfter reports words directly behind an expression.
func (s *sentence) textAfter(e *expression) bool {
	return e.last < len(s.tokens) && s.tokens[e.last].kind == textToken
}

// noDate leaves a text with an impossible day to a person, with the numbers
// that it is made of. Its parts are judged by themselves.
func (s *verdict) noDate(v *model.Value, numbers []int) {
	if len(numbers) > 0 && (s.whole || !s.composite(v)) {
		s.doubt(v, numbers)
	}
}

// doubt keeps up to two readings of a text whose meaning is open.
func (s *verdict) doubt(v *model.Value, numbers []int) {
	v.Kind = model.Qualitative
	first := &s.expressions[numbers[0]]
	if s.textBefore(first) && len(numbers) == 1 {
		v.Readings.Statement = s.reading(first)
		return
	}
	v.Readings.Figure = s.reading(first)
	if len(numbers) > 1 {
		v.Readings.Statement = s.reading(&s.expressions[numbers[len(numbers)-1]])
	}
}

// reading is an expression as a reading of its own.
func (s *verdict) reading(e *expression) *model.Reading {
	r := &model.Reading{
		Text: s.Source(e.from, e.end), Operator: e.operator, Number: e.number, Upper: e.upper,
		Start: s.Offset(e.from), End: s.End(e.end),
	}
	if e.hasUnit {
		r.Unit = e.unit.Name
	}
	return r
}

// fill copies an expression into the main fields of v.
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

// columnOperator is the operator of a form's own column, "=" without one.
func (s *verdict) columnOperator() model.Operator {
	if s.hint.Operator == "" {
		return model.Equal
	}
	c := quantity.Read(s.hint.Operator)
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
	if n := s.Surface(p, quantity.RoleVerb); n > 0 && p+n == s.Size() {
		return p + n
	}
	return p
}

// rest names the glyphs outside [from,end).
func (s *verdict) rest(from, end int) []string {
	var rest []string
	if from > 0 {
		rest = append(rest, s.Source(0, from))
	}
	if end < s.Size() {
		rest = append(rest, s.Source(end, s.Size()))
	}
	return rest
}

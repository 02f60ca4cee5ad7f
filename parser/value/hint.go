package value

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/value/lex"
)

// units completes the units of the numbers that were selected.
type units struct{ selection }

// addUnit gives v its unit and base: the expression's own, else the one that
// the name of the indicator or the unit column states.
func (s *units) addUnit(v *model.Value, e *expression, source model.UnitSource) {
	u := e.unit
	switch {
	case !e.hasUnit:
		u, source = s.hinted(e)
	case u.Base != "" && !strings.HasPrefix(u.Base, "/"):
	case u.Scale == 0:
		u, source = s.completeCount(u, source)
	default:
		u, source = s.completeScale(u, source)
	}
	v.Unit, v.UnitSource = u.Name, source
	*v.Base = model.Base{Number: u.ToBase(v.Number), Upper: u.ToBase(v.Upper), Unit: u.Base}
}

// completeCount completes a unit that is only a denominator (600每人, 1500/人): with
// the unit of the hint, or as completeScale does. Rates of a population (20/10万) have
// none.
func (s *units) completeCount(u quantity.Unit, source model.UnitSource) (quantity.Unit, model.UnitSource) {
	by := strings.TrimPrefix(u.Base, "/")
	full, from, ok := s.surrounding()
	if !ok || full.Dimension == "ratio" || by == "" || quantity.IsDigit(rune(by[0])) {
		return s.completeScale(u, source)
	}
	full.CountedBy(by)
	return full, from
}

// completeScale completes a unit that is only a scale (250万): with the unit that
// the hint states, or with 元 where the name is about money.
func (s *units) completeScale(u quantity.Unit, source model.UnitSource) (quantity.Unit, model.UnitSource) {
	full, from, ok := s.stated()
	switch {
	case ok && u.Base == "" && takesScale(&full):
		full.Exp += u.Scale - full.Scale
		full.Name, full.Scale = quantity.ScaleNames[u.Scale]+full.Base, u.Scale
		return full, from
	case s.aboutMoney():
		u.Name = quantity.ScaleNames[u.Scale] + "元" + u.Base
		u.Base = "元" + u.Base
		return u, model.UnitFromName
	}
	return u, source
}

// takesScale reports a unit that another scale may stand in front of.
func takesScale(u *quantity.Unit) bool {
	return !u.Compound && u.Base == u.Name[len(quantity.ScaleNames[u.Scale]):]
}

// aboutMoney reports names that can only be counted in 元.
func (s *units) aboutMoney() bool {
	if u, ok := s.implied(); ok && u.Dimension != "money" {
		return false // 资金受益人数
	}
	measures := slices.ContainsFunc(measureWords, func(word string) bool { return strings.HasSuffix(s.Hint.Name, word) })
	return !measures && lex.Mentions(s.Hint.Name, moneyWords)
}

// moneyWords name what is counted in 元, and measureWords end a name of what is
// not.
var (
	measureWords = lex.Listed("measure")
	moneyWords   = lex.Listed("money")
)

// hinted finds the unit of a bare number. A number up to one under a name that
// calls for percent is as likely a share that lost its format (1 for 100%) as
// a percentage, and gets no unit.
func (s *units) hinted(e *expression) (quantity.Unit, model.UnitSource) {
	if u, ok := s.ahead(e); ok {
		return s.Sense(u), model.UnitFromStatement
	}
	u, from, ok := s.surrounding()
	if !ok || u.Dimension == "ratio" && from == model.UnitFromName && e.maybeShare() {
		return quantity.Unit{}, model.UnitFromNone
	}
	return s.Sense(u), from
}

// ahead is the unit that is all that stands in front of a bare number: 人次≥400.
func (s *units) ahead(e *expression) (quantity.Unit, bool) {
	words := s.WordsAt(e.first - 1)
	if words.From > 0 || !s.Han(0) {
		return quantity.Unit{}, false
	}
	u, ok := s.BareUnit(0, 0)
	return u, ok && u.End == words.End && !u.IsTime() // 月份5
}

// surrounding is the unit that the cells around a value state, or the name implies.
func (s *units) surrounding() (u quantity.Unit, from model.UnitSource, ok bool) {
	if u, from, ok = s.stated(); !ok {
		u, ok = s.implied()
		from = model.UnitFromName
	}
	return u, from, ok
}

// maybeShare reports a number up to one that no operator bounds from above.
func (e *expression) maybeShare() bool {
	return direction(e.operator) >= 0 && e.number.Sign() > 0 && e.number.Cmp("1") <= 0
}

// stated is the unit that the name spells out, else that of the unit column,
// else that of the description.
func (s *units) stated() (quantity.Unit, model.UnitSource, bool) {
	u, found, clash := quantity.SpelledUnit(s.Hint.Name)
	if found {
		return u, model.UnitFromName, true
	}
	if s.Hint.Unit != "" {
		c := quantity.Read(s.Hint.Unit)
		defer c.Release()
		if u, ok := c.Unit(0, 0); ok && u.End == c.Size() {
			return u, model.UnitFromColumn, true
		}
	}
	if clash {
		return u, "", false
	}
	u, found, _ = quantity.SpelledUnit(s.Hint.Description)
	return u, model.UnitFromName, found
}

// implied is the unit that the end of the name implies: 率 is a percentage.
// The longest ending decides, so that 频率 is none.
func (s *units) implied() (quantity.Unit, bool) {
	name := s.Hint.Name
	if i := strings.LastIndexAny(name, "(（"); i > 0 && strings.TrimRight(name, ")）") != name {
		name = name[:i]
	}
	return quantity.NameUnit(strings.TrimRight(name, " \t\n　"))
}

// boundEnds are the last characters of the words that bound a number, and of what may
// stand behind them: 不低于, 超过, ≥, 不少于：.
const boundEnds = "于过在少多≥≤><:： "

// leadingBound is the operator of a bound that the name of the indicator ends in, as the
// target goes on from it: 合格率不低于 beside 95%. NoOperator for any other name.
func (s *units) leadingBound() model.Operator {
	last, _ := utf8.DecodeLastRuneInString(s.Hint.Name)
	if !strings.ContainsRune(boundEnds, last) {
		return model.NoOperator
	}
	name := quantity.Read(strings.TrimRight(s.Hint.Name, ":： "))
	defer name.Release()
	for p := range name.Size() {
		n := name.Surface(p, quantity.RolePrefix)
		if p+n != name.Size() {
			continue
		}
		op := name.Operator(name.Row(p, quantity.RolePrefix))
		whole := n > 1 || op.Strength == quantity.Sign // 经过 is no 过
		if whole && op.Strength >= quantity.Word && direction(op.Operator) != 0 {
			return op.Operator
		}
	}
	return model.NoOperator
}

package value

import (
	"jxmb/model"
	"jxmb/parser/value/lex"
)

// traits are what is plain to see of a number and of what stands around it.
type traits uint16

const (
	unitless   traits = 1 << iota // 90
	inHan                         // 九十人
	unbound                       // no operator
	lone                          // a number, no range
	timed                         // 15分钟
	suffixed                      // an operator right behind: 5人以上
	opening                       // the first of the cell
	led                           // words in front
	followed                      // words behind
	worded                        // words right in front, behind the operator
	done                          // a verb behind: 100%达标
	shared                        // a percentage
	named                         // behind the name of the indicator
	few                           // up to nine 个
	quoted                        // behind a quotation mark
	describing                    // an age or a voltage, which says what something is like
)

// with adds a trait where it holds.
func (t traits) with(trait traits, holds bool) traits {
	if holds {
		t |= trait
	}
	return t
}

// fit reports that t has all that is needed, and nothing that must lack.
func (t traits) fit(needs, lacks traits) bool { return t&(needs|lacks) == needs }

// own are the traits of a number by itself.
func (s *doubts) own(e *expression) traits {
	return traits(0).
		with(unitless, !e.hasUnit).
		with(inHan, e.han).
		with(shared, e.unit.Dimension == "ratio").
		with(suffixed, s.suffixed(e))
}

// placed are those that tell what it is in its place in the cell.
func (s *doubts) placed(e *expression) traits {
	return traits(0).
		with(unbound, e.operator == model.NoOperator).
		with(lone, e.kind == aNumber).
		with(timed, e.unit.IsTime()).
		with(opening, e.first == 0).
		with(quoted, s.At(e.first-1).Kind == lex.QuoteToken).
		with(led, s.textBefore(e)).
		with(followed, s.textAfter(e)).
		with(worded, s.At(e.last-2).Kind == lex.TextToken).
		with(done, s.verbAt(e.end)).
		with(named, s.NameAt(s.WordsAt(e.first-1).From)).
		with(few, e.unit.Name == "个" && e.number.Cmp("10") < 0).
		with(describing, e.describes())
}

// describes reports an age or a voltage, which only says what something is like.
func (e *expression) describes() bool {
	return e.unit.Dimension == "age" || e.unit.Dimension == "voltage"
}

// reason is why a number is left to a person: where it has the traits that the
// reason needs and lacks the others, and holds says so.
type reason struct {
	needs, lacks traits
	holds        func(*doubts, *expression) bool
}

// always is for a reason of which its traits say all.
func (s *doubts) always(*expression) bool { return true }

// refused reports one of the reasons.
func (s *doubts) refused(e *expression, has traits, reasons []reason) bool {
	for i := range reasons {
		if why := &reasons[i]; has.fit(why.needs, why.lacks) && why.holds(s, e) {
			return true
		}
	}
	return false
}

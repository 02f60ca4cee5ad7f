package lex

import (
	"jxmb/model"
	"jxmb/model/quantity"
)

// operates reports whether an operator that ends at p has something to work
// on. Signs always do; a Han operator needs a number, a date, or another
// operator behind it, since 为, 超 and 近 are parts of many words.
func (s *Lexer) operates(p, row int) bool {
	s.bound = 0
	op := s.Operator(row)
	if op.Strength >= quantity.Word {
		s.bound = p
	}
	if op.Strength == quantity.Sign || s.BindsAfar(row) && s.numberAfter(p) {
		return true
	}
	for range 2 {
		for s.Among(p, enclosing) {
			p++
		}
		if s.operand(p) {
			return true
		}
		n := s.Surface(p, quantity.RolePrefix)
		if n <= s.Word(p) {
			return false
		}
		if s.Operator(s.Row(p, quantity.RolePrefix)).Strength == quantity.Sign {
			return true
		}
		p += n
	}
	return false
}

// enclosing are the marks that may stand between an operator and its number.
var enclosing = []rune("()\":")

// operand reports what an operator works on at p: a number, a date, 每, or a
// place that nobody filled.
func (s *figures) operand(p int) bool {
	if s.startsNumber(p) || s.Among(p, operands) {
		return true
	}
	return s.Filler(p) > 0 || s.Surface(p, quantity.RoleDate) > 0
}

// operands begin what an operator works on besides digits and numerals.
var operands = []rune("±每")

// afar are operators that bind a number behind other words though they are
// neither signs nor negated.
var afar = map[string]bool{"控制在": true, "至少": true, "最多": true}

// BindsAfar reports operators that bind a number behind other words as well:
// 不超过预算数的3%, ≤预算35万元. 高于, 超过 and their like do not: 高于全省平均5个百分点
// states no bound.
func (s *Sentence) BindsAfar(row int) bool {
	op := s.Operator(row)
	if op.Strength == quantity.Sign {
		return op.Operator != model.Equal && op.Operator != model.About
	}
	return op.Negated || afar[op.Surface]
}

// Distance bounds the words between such an operator and its number.
const Distance = 10

// numberAfter reports a number behind at most distance Han glyphs.
func (s *figures) numberAfter(p int) bool {
	for q := p; q < p+Distance && s.Han(q); q++ {
		if s.startsNumber(q) || s.Digit(q+1) {
			return true
		}
	}
	return false
}

// behindBound reports an operator that compares in front of p: the token
// before, or, while that is still looked ahead from, the one that ends there.
func (s *figures) behindBound(p int) bool {
	if s.bound == p && p > 0 {
		return true
	}
	return s.follows(justOperator, p) && s.strength(s.last()) >= quantity.Word
}

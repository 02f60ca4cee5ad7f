package value

import (
	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/value/lex"
)

// longestTarget bounds the folded runes of a cell that [IsTarget] reads: a
// longer one is a description.
const longestTarget = 80

// IsOperator reports whether text is an operator and nothing else, as the
// column 计算符号 of a form has it: ≥, ＝, 大于等于, 不超过, 以上.
func IsOperator(text string) bool {
	t := quantity.Read(text)
	defer t.Release()
	p := 0
	for p < t.Size() {
		n := max(t.Surface(p, quantity.RolePrefix), t.Surface(p, quantity.RoleSuffix))
		if n == 0 {
			return false
		}
		p += n
	}
	return p > 0
}

// IsUnit reports whether text is a unit and nothing else, whether the table of
// units has it or a number before it makes it one: 万元, 人次/年, 盏.
func IsUnit(text string) bool {
	v := Parse("1"+text, Hint{})
	return v.Kind == model.Quantity && v.Number == "1" && v.Unit != "" && len(v.Rest) == 0
}

// IsTarget reports whether the text of a cell reads as a target by itself: it
// begins with an operator, a number or a date and is a quantity, a range or a
// deadline (≥90%, 80%-90%, 6月底前完成, ≥3次大于等于3次), or the whole of it is a
// grade (grades.tsv: 优良, 是, 有效提升) or an unfilled placeholder (≥**%).
// It needs no name and costs about as much as [Parse] of a short text.
func IsTarget(text string) bool {
	if len(text) > 4*longestTarget {
		return false
	}
	m := newStages()
	defer m.release()
	s := m.lex(text, Hint{})
	switch {
	case s.Size() > longestTarget || s.Is(s.Size()-1, '值'): // 指标值 is the head of a column, filler or not
		return false
	case s.Grade():
		return true
	case !targetKinds.Has(s.At(0).Kind):
		return false
	}
	switch m.judge(m.assemble(s), false).Kind {
	case model.Quantity, model.Range, model.Deadline:
		return true
	case model.Empty:
		return s.HasToken(lex.FillerToken) || len(s.Tokens) > 1 // ≥ %
	}
	return false
}

// targetKinds are the tokens that begin a target.
var targetKinds = lex.KindsOf(lex.OperatorToken, lex.QuantityToken, lex.DateToken, lex.FillerToken, lex.PlusMinus, lex.PerToken)

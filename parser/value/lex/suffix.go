package lex

import "jxmb/model/quantity"

// complete reads the operator behind a quantity and refuses a time that some
// other day is counted from (15日前): no number of ours.
func (s *measures) complete(q *Magnitude) bool {
	s.inclusion(q)
	if !s.suffixAt(q, q.End) && s.Is(q.End, '(') {
		s.suffixBehindNote(q)
	}
	s.inclusion(q)
	s.perBehind(q)
	dated := q.Unit.IsTime() || s.HourOfDay(q)
	if q.Suffix > 0 || !dated || !s.countsFrom(q) {
		return true
	}
	q.End++
	return false
}

// perBehind reads what a quantity is counted against behind its operator, where
// nothing else follows: 3次以上/年, 100元以内每人.
func (s *measures) perBehind(q *Magnitude) {
	if q.Suffix == 0 || !q.HasUnit || !s.In(q.End, "/每") {
		return
	}
	u := q.Unit
	u.End = q.End
	u, _ = s.Denominators(u)
	if u.End == s.Size() || s.In(u.End, ",;()、。\n") {
		q.Unit, q.End = u, u.End
	}
}

// suffixBehindNote reads an operator behind a short bracket: 85分（良）以上,
// 60分（不含60分）以上.
func (s *measures) suffixBehindNote(q *Magnitude) {
	said, noted := s.bracketed(q.End, q)
	p := s.closing(q.End)
	if s.suffixAt(q, p) && p == noted {
		q.Bound = said
	}
}

// countings are words that some other day is counted by: 15日前, 3天之后.
var countings = quantity.WordList("前", "后", "之前", "之后", "以前", "以后")

// countsFrom reports 前, 后, 底 behind a time, which date it from elsewhere.
func (s *measures) countsFrom(q *Magnitude) bool {
	ends := q.Unit.Name != "年" && s.In(q.End, "底末初")
	parts := q.Unit.Name == "月" && s.In(q.End, "上中下") // 6月中
	return ends || parts || s.Past(q.End, countings) > q.End
}

// suffixAt takes the operator at p as that of the quantity.
func (s *measures) suffixAt(q *Magnitude, p int) bool {
	n := s.Surface(p, quantity.RoleSuffix)
	if n == 0 || s.Word(p) > n {
		return false
	}
	row := s.Row(p, quantity.RoleSuffix)
	if !s.suffixFits(q, p, s.Operator(row)) {
		return false
	}
	q.Suffix, q.End = row, p+n
	return true
}

// suffixFits holds operators to what they need: 大 a 比 in front, 内 something
// measured, 之间 a second number, 不到 no number that it stands in front of.
func (s *measures) suffixFits(q *Magnitude, p int, op *quantity.OperatorRow) bool {
	switch n := len([]rune(op.Surface)); {
	case s.Surface(p, quantity.RolePrefix) == n && s.operand(p+n): // 一，不到7件
		return false
	case op.Operator == "between":
		return s.last().Kind == JointToken
	case op.Strength == quantity.BehindThan:
		return s.compared()
	case op.Strength == quantity.OfTime: // 3日内办结, 控制在5%内, 5升内, 20万元内完成
		return q.Unit.IsTime() || q.Unit.Dimension != "count" && (!s.Han(p+n) || s.Surface(p+n, quantity.RoleVerb) > 0)
	}
	return true
}

// compared reports 比 in front of the number being read: 比三十大.
func (s *measures) compared() bool {
	t := s.last()
	return t.Kind == OperatorToken && s.Operator(t.Row).Surface == "比"
}

// HourOfDay reports 9时 and 9点, which are hours of the day as well as a number of
// them; 9小时 is not.
func (s *Sentence) HourOfDay(q *Magnitude) bool {
	return (q.Unit.Name == "点" || q.Unit.Name == "小时") && s.In(q.End-1, "时点") && !s.Is(q.End-2, '小')
}

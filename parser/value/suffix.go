package value

import "jxmb/model/quantity"

// complete reads the operator behind a quantity and refuses a time that some
// other day is counted from (15日前): no number of ours.
func (s *measures) complete(q *magnitude) bool {
	s.inclusion(q)
	if !s.suffixAt(q, q.end) && s.Is(q.end, '(') {
		s.suffixBehindNote(q)
	}
	s.inclusion(q)
	s.perBehind(q)
	dated := q.unit.IsTime() || s.hourOfDay(q)
	if q.suffix > 0 || !dated || !s.countsFrom(q) {
		return true
	}
	q.end++
	return false
}

// perBehind reads what a quantity is counted against behind its operator, where
// nothing else follows: 3次以上/年, 100元以内每人.
func (s *measures) perBehind(q *magnitude) {
	if q.suffix == 0 || !q.hasUnit || !s.In(q.end, "/每") {
		return
	}
	u := q.unit
	u.End = q.end
	u, _ = s.Denominators(u)
	if u.End == s.Size() || s.In(u.End, ",;()、。\n") {
		q.unit, q.end = u, u.End
	}
}

// suffixBehindNote reads an operator behind a short bracket: 85分（良）以上,
// 60分（不含60分）以上.
func (s *measures) suffixBehindNote(q *magnitude) {
	said, noted := s.bracketed(q.end, q)
	p := s.closing(q.end)
	if s.suffixAt(q, p) && p == noted {
		q.bound = said
	}
}

// countings are words that some other day is counted by: 15日前, 3天之后.
var countings = quantity.WordList("前", "后", "之前", "之后", "以前", "以后")

// countsFrom reports 前, 后, 底 behind a time, which date it from elsewhere.
func (s *measures) countsFrom(q *magnitude) bool {
	ends := q.unit.Name != "年" && s.In(q.end, "底末初")
	parts := q.unit.Name == "月" && s.In(q.end, "上中下") // 6月中
	return ends || parts || s.Past(q.end, countings) > q.end
}

// suffixAt takes the operator at p as that of the quantity.
func (s *measures) suffixAt(q *magnitude, p int) bool {
	n := s.Surface(p, quantity.RoleSuffix)
	if n == 0 || s.Word(p) > n {
		return false
	}
	row := s.Row(p, quantity.RoleSuffix)
	if !s.suffixFits(q, p, s.Operator(row)) {
		return false
	}
	q.suffix, q.end = row, p+n
	return true
}

// suffixFits holds operators to what they need: 大 a 比 in front, 内 something
// measured, 之间 a second number, 不到 no number that it stands in front of.
func (s *measures) suffixFits(q *magnitude, p int, op *quantity.OperatorRow) bool {
	switch n := len([]rune(op.Surface)); {
	case s.Surface(p, quantity.RolePrefix) == n && s.operand(p+n): // 一，不到7件
		return false
	case op.Operator == "between":
		return s.last().kind == jointToken
	case op.Strength == quantity.BehindThan:
		return s.compared()
	case op.Strength == quantity.OfTime: // 3日内办结, 控制在5%内, 5升内
		return q.unit.IsTime() || q.unit.Dimension != "count" && !s.Han(p+1)
	}
	return true
}

// compared reports 比 in front of the number being read: 比三十大.
func (s *measures) compared() bool {
	t := s.last()
	return t.kind == operatorToken && s.Operator(t.row).Surface == "比"
}

// hourOfDay reports 9时 and 9点, which are hours of the day as well as a number of
// them; 9小时 is not.
func (s *sentence) hourOfDay(q *magnitude) bool {
	return (q.unit.Name == "点" || q.unit.Name == "小时") && s.In(q.end-1, "时点") && !s.Is(q.end-2, '小')
}

package value

import "jxmb/model"

// amidWords reports a number in front of words that only speak of it: 年收入4600元
// 以下贫困现象, 三个增长, 110接警, 考核结束后 behind it.
func (s *verdict) amidWords(e *expression, led bool) bool {
	if s.slogan(e) || s.after(s.at(e.last)) {
		return true
	}
	switch {
	case s.verbAt(e.end):
		return false
	case led && s.suffixed(e):
		return !e.unit.IsTime()
	}
	return e.states() && !e.hasUnit && e.number != "0" && e.first == 0 && !s.nameFollows(e.end)
}

// states reports a number without an operator.
func (e *expression) states() bool { return e.operator == model.NoOperator && e.kind == aNumber }

// slogan reports 三个到位: up to nine 个 at the start of words.
func (s *verdict) slogan(e *expression) bool {
	return e.states() && e.han && e.first == 0 && e.unit.Name == "个" && e.number.Cmp("10") < 0
}

// after reports a 后 in words that go on behind it: 考核结束后及时.
func (s *verdict) after(words token) bool {
	for p := words.from; p < words.end-1; p++ {
		if s.Is(p, '后') && s.Word(p) < 2 {
			return true
		}
	}
	return false
}

// nameFollows reports the name of the indicator at p.
func (s *sentence) nameFollows(p int) bool { return s.hint.Name != "" && s.nameAt(p) }

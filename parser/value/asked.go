package value

import (
	"strings"

	"jxmb/model/quantity"
)

// asksForTime reports a name whose value is a date: 项目完成时间.
func (s *sentence) asksForTime() bool {
	for _, word := range timeWords {
		if strings.Contains(s.hint.Name, word) {
			return true
		}
	}
	return false
}

// asksForCompletion reports a name whose value is the day on which something is
// done, and no length of time: 完成时间, not 响应时间.
func (s *sentence) asksForCompletion() bool {
	for _, word := range [...]string{"完成", "完工", "竣工", "交付", "截止"} {
		if strings.Contains(s.hint.Name, word) {
			return s.asksForTime()
		}
	}
	return false
}

// daysAlone reports two numbers without a unit under a name that asks for a day:
// 12-31 may be one.
func (s *verdict) daysAlone(e *expression) bool {
	return e.kind == aRange && !e.hasUnit && s.asksForCompletion()
}

// timeWords name a date.
var timeWords = []string{"时间", "时限", "期限", "日期", "时点"}

var times = quantity.WordList(timeWords...)

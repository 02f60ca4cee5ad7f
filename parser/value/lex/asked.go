package lex

import (
	"slices"
	"strings"

	"jxmb/model/quantity"
)

// asksForTime reports a name whose value is a date: 项目完成时间.
func (s *Sentence) asksForTime() bool {
	return Mentions(s.Hint.Name, timeWords)
}

// Mentions reports a name that holds one of words.
func Mentions(name string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(name, word) })
}

// AsksForCompletion reports a name whose value is the day on which something is
// done, and no length of time: 完成时间, not 响应时间.
func (s *Sentence) AsksForCompletion() bool {
	return Mentions(s.Hint.Name, completionWords) && s.asksForTime()
}

// completionWords name what is done by a day.
var completionWords = Listed("completion")

// AsksForDay reports a name under which a bare month is the one by which something
// is done, and no number of months: 完成时间, 完成及时性, not 工期.
func (s *Sentence) AsksForDay() bool {
	return s.AsksForCompletion() || Mentions(s.Hint.Name, completionWords) && Mentions(s.Hint.Name, timelyWords)
}

// timelyWords ask whether something is done by its day.
var timelyWords = Listed("timely")

// timeWords name a date.
var timeWords = Listed("time")

// Times are the words that ask for a date.
var Times = quantity.WordList(timeWords...)

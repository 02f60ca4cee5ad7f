package value

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jxmb/parser/value/lex"
)

// phrase is what words beside a number make of it, so that it is no target: they hold,
// begin with or end in one of words, and the number has the traits that this needs and
// lacks the others.
type phrase struct {
	beside       func(*doubts, *expression) lex.Token
	match        func(text, word string) bool
	needs, lacks traits
	words        []string
}

// attribute are the traits of a time that may only say of what kind something is.
const attribute = followed | timed | unbound | lone

var phrases = []phrase{
	// points that a rule of scoring takes: 每次扣1分, 低于80%不得分
	{beside: (*doubts).before, match: strings.HasSuffix, needs: worded, words: []string{"扣", "扣除"}},
	{beside: (*doubts).behind, match: strings.HasPrefix, needs: followed, words: lex.Listed("deduction")},
	// the condition of a rule: 3人以下不开班, 低于60分的学员补考
	{beside: (*doubts).behind, match: strings.HasPrefix, needs: followed | suffixed, lacks: done, words: lex.Listed("sanction")},
	{beside: (*doubts).behind, match: attributive, needs: followed, lacks: shared | unbound, words: lex.Listed("consequence")},
	// a share of what was in another year, which the cell does not say: 不低于上年的95%
	{beside: (*doubts).before, match: strings.HasSuffix, needs: worded, words: lex.Listed("earlier year")},
	// so many of each, and not how many there are: 上、下半年各1次
	{beside: (*doubts).before, match: strings.HasSuffix, needs: worded, lacks: shared, words: lex.Listed("of each")},
	// a move both ways, which no operator bounds: 上下浮动5%
	{beside: (*doubts).lead, match: strings.Contains, needs: led | unbound | lone, words: lex.Listed("both ways")},
	// the number of what no unit is, and of every other month: 每基地5万元, 隔月1次
	{beside: (*doubts).lead, match: strings.Contains, needs: led, lacks: shared | named, words: lex.Listed("every other")},
	// a bound that no operator is: 限90人
	{beside: (*doubts).lead, match: whole, needs: led | unbound, words: lex.Listed("limit")},
	// an operator that lost its end: 不低95%
	{beside: (*doubts).before, match: strings.HasSuffix, needs: worded, words: lex.Listed("half a bound")},
	// of what kind something is: 15分钟生活圈, 九年义务教育, 10万吨级码头
	{beside: (*doubts).behind, match: strings.Contains, needs: attribute, lacks: done, words: lex.Listed("circle")},
	{beside: (*doubts).behind, match: strings.HasSuffix, needs: attribute, lacks: done, words: lex.Listed("service")},
	// 内 of a longer word: 2年内部流转
	{beside: (*doubts).behind, match: strings.HasPrefix, needs: attribute, lacks: done, words: []string{"内"}},
	// a bound that no operator is: 100人内, 45个晴天内, 100人为限
	{beside: (*doubts).behind, match: shortly, needs: followed | unbound, words: []string{"内"}},
	{beside: (*doubts).behind, match: strings.HasPrefix, needs: followed, words: lex.Listed("limit behind")},
	{beside: (*doubts).behind, match: strings.HasPrefix, needs: followed, lacks: unitless | done, words: []string{"级"}},
}

// whole matches a word that is all of the text.
func whole(text, word string) bool { return text == word }

// attributive matches a word behind what a number says something of: 的设备不更新.
func attributive(text, word string) bool {
	return strings.HasPrefix(text, "的") && strings.Contains(text, word)
}

// shortly matches a word that ends a text of three characters or less.
func shortly(text, word string) bool {
	return strings.HasSuffix(text, word) && utf8.RuneCountInString(text) <= 3
}

// phrased reports that words beside the number make something else of it.
func (s *doubts) phrased(e *expression, has traits) bool {
	for i := range phrases {
		if p := &phrases[i]; has.fit(p.needs, p.lacks) && s.speaks(p, e) {
			return true
		}
	}
	return false
}

// speaks reports one of the words of p where it looks for them.
func (s *doubts) speaks(p *phrase, e *expression) bool {
	words := p.beside(s, e)
	text := s.Folded(words.From, words.End)
	return slices.ContainsFunc(p.words, func(word string) bool { return p.match(text, word) })
}

// before are the words right in front of the number, and behind its operator.
func (s *doubts) before(e *expression) lex.Token { return s.WordsAt(e.last - 2) }

// behind are the words behind the number.
func (s *doubts) behind(e *expression) lex.Token { return s.WordsAt(e.last) }

// lead are the words in front of the number and its operator, without a 每 that the unit
// tells: 每半月2次.
func (s *doubts) lead(e *expression) lex.Token {
	words := s.WordsAt(e.first - 1)
	if e.unit.Compound && s.Is(words.End-1, '每') {
		words.End--
	}
	return words
}

package value

import (
	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/value/lex"
)

// isWords reports numerals that only sound like a quantity in running text:
// 形成一个机制, 三 without a unit.
func (s *assembly) isWords(e *expression) bool {
	if e.kind == aDate || e.operator != model.NoOperator {
		return false
	}
	before, after := s.At(e.first-1), s.At(e.last)
	switch {
	case e.unit.Name == "日/月", s.dates(e, before, after): // 每月25日
		return true
	case s.article(e):
		return after.Kind == lex.TextToken // 一批设备, 二期工程
	case e.hasUnit:
		return false
	case e.han:
		return besideWords(before, after)
	}
	return s.refers(e.first - 1)
}

// besideWords reports words, or a comma (一、二级医院), beside a bare numeral.
func besideWords(before, after lex.Token) bool {
	return wordKinds.Has(before.Kind) || wordKinds.Has(after.Kind)
}

var wordKinds = lex.KindsOf(lex.TextToken, lex.CommaToken)

// article reports 一 and 二 that count one thing of a word: 一批设备.
func (s *assembly) article(e *expression) bool {
	if e.unit.Dimension != "count" || e.unit.Compound {
		return false
	}
	return e.han && e.number == "1" || e.number == "2" && s.Is(e.from, '二')
}

// dates reports a year that only dates the words around it: in the brackets of a
// document number (财预〔2021〕101号), or in front of words. The name of the
// indicator behind it makes it a figure.
func (s *assembly) dates(e *expression, before, after lex.Token) bool {
	if e.hasUnit {
		return false
	}
	if _, end := s.Year(e.from); end != e.end {
		return false
	}
	if before.Kind == lex.OpenToken && after.Kind == lex.CloseToken {
		return true
	}
	return e.first == 0 && after.Kind == lex.TextToken && !s.NameAt(e.end)
}

// references are words that a bare number behind them only names.
var references = quantity.WordList(lex.Listed("reference")...)

// refers reports words at token i that a bare number only names: 附件3.
func (s *assembly) refers(i int) bool {
	if s.At(i).Kind == lex.ColonToken {
		i--
	}
	t := s.WordsAt(i)
	return t.End-t.From >= 2 && s.Past(t.End-2, references) == t.End
}

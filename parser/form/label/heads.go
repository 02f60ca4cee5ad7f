package label

import (
	"cmp"
	_ "embed" // heads.tsv
	"fmt"
	"slices"
	"strings"
	"sync"

	"jxmb/model/tsv"
)

//go:embed heads.tsv
var headTable string

// Head is what the words in the head of a column say where the whole of it is
// no label.
type Head struct {
	Field Field  // NoField where no word names one
	Says  Traits // besides
	Term  string // TermAnnual …, "" where no word names one
	Year  int    // the year it names, 0 where it names none
}

// Traits is what words in a head say besides the field.
type Traits uint16

const (
	SaysValue    Traits = 1 << iota // a value of the indicator: 目标值, 完成情况
	SaysResult                      // it ends in words for what was reached: 完成情况
	SaysPast                        // of earlier years
	SaysActual                      // what was reached
	SaysPlan                        // what is to be reached
	SaysPlace                       // of a place
	SaysSum                         // over the places
	SaysExpected                    // what is expected to be reached: 全年预计
	SaysFirst                       // what was said first, or by others, and may have been changed: 申报值, 年初指标值, 省级下达
	SaysFinal                       // what it came to: 审定值, 调整后指标值, 县级分解
)

// traitNames are the spellings in heads.tsv.
var traitNames = map[string]Traits{
	"value": SaysValue, "result": SaysValue | SaysResult, "past": SaysPast, "actual": SaysActual, "plan": SaysPlan, "expected": SaysPlan | SaysExpected, "place": SaysPlace, "sum": SaysSum,
	"first": SaysFirst, "final": SaysFinal,
}

// Say says whether the head says one of the traits.
func (h Head) Say(t Traits) bool { return h.Says&t != 0 }

// Timed says whether the head says when its values are of, or whether they were reached.
func (h Head) Timed() bool {
	return h.Say(SaysPlan|SaysActual|SaysPast) || h.Year > 0 || h.Term != ""
}

// Under is what a head says together with the one above it: its own year and
// term go before.
func (h Head) Under(above Head) Head {
	return Head{Field: h.Field, Says: h.Says | above.Says, Term: cmp.Or(h.Term, above.Term), Year: cmp.Or(h.Year, above.Year)}
}

// headWord is a line of heads.tsv.
type headWord struct {
	word  string
	where string
	field Field
	says  string // a trait where field is NoField
}

var headWords = sync.OnceValue(func() []headWord {
	words, err := parseHeads(headTable)
	if err != nil {
		panic("label: internal error: " + err.Error())
	}
	return words
})

func parseHeads(table string) ([]headWord, error) {
	var out []headWord
	err := tsv.Each("heads.tsv", table, 4, func(row []string) error {
		w := headWord{word: row[0], where: row[1], says: row[2]}
		field, known := parseField(InColumn, w.says)
		w.field = field
		if !known && !new(Head).trait(w.says) {
			return fmt.Errorf("%q is neither a field nor a trait", w.says)
		}
		if !slices.Contains(headPlaces[:], w.where) {
			return fmt.Errorf("unknown place %q", w.where)
		}
		out = append(out, w)
		return nil
	})
	return out, err
}

const (
	atEnd    = "end"
	anywhere = "any"
	whole    = "whole"
	inCell   = "cell"
	atStart  = "start"
)

// headPlaces are the places that heads.tsv may name.
var headPlaces = [...]string{atEnd, anywhere, whole, inCell, atStart}

// terms are the terms that words and data files may name.
var terms = [...]string{TermAnnual, TermLong, TermHalfYear, TermQuarter1, TermQuarter2, TermQuarter3, TermQuarter4}

// trait adds what a word says besides a field; false for an unknown one.
func (h *Head) trait(says string) bool {
	if slices.Contains(terms[:], says) {
		h.Term = says
		return true
	}
	h.Says |= traitNames[says]
	return traitNames[says] != 0
}

// ReadHead reads the head of a column by its words. Brackets behind it say
// nothing: 年初目标值（A） is 年初目标值. Of the words that it ends in, the longest
// counts; a term of less than a year goes before that of the year.
func ReadHead(text string) Head {
	var h Head
	if len(text) > MaxBytes {
		return h
	}
	s := Base(text)
	h.Year = yearNamed(s)
	longest, last := 0, headWord{}
	for _, w := range headWords() {
		switch {
		case w.where == atStart && strings.HasPrefix(s, w.word): // 是否偏离目标, whatever it ends in
			longest, last = len(s), w
		case w.where == atEnd && len(w.word) > longest && strings.HasSuffix(s, w.word):
			longest, last = len(w.word), w
		case w.where == anywhere && strings.Contains(s, w.word) || w.where == whole && s == w.word:
			h.trait(w.says)
		}
	}
	switch {
	case longest == 0:
	case last.field != NoField:
		h.Field = last.field
	default:
		h.trait(last.says)
	}
	if h.Field == NoField {
		h.Field = levelNamed(s)
	}
	return h
}

// NamesProject says whether a head names projects by its words: 单位(专项)名称.
func NamesProject(text string) bool {
	s := Normal(text)
	return strings.HasSuffix(s, "名称") && (strings.Contains(s, "项目") || strings.Contains(s, "专项") || strings.Contains(s, "资金"))
}

// LevelCell is the level that a cell of a column of levels names in short, with
// or without 指标 behind it: 产出数量, 社会效益, 产出指标-质量指标. NoField for any
// other text.
func LevelCell(text string) Field {
	if len(text) > MaxBytes {
		return NoField
	}
	s := Base(text)
	if _, second := SplitLevels(s); second != s {
		s = second
	}
	s = strings.TrimSuffix(s, "指标")
	if rest := strings.TrimPrefix(s, "产出"); rest != "" {
		s = rest
	}
	for _, w := range headWords() {
		if w.where == inCell && w.word == s {
			return w.field
		}
	}
	return NoField
}

// SplitLevels parts a text that names level 1 and level 2: 产出指标-数量指标. Any
// other is level 2 alone.
func SplitLevels(text string) (level1, level2 string) {
	first, second, both := strings.Cut(text, "指标-")
	if !both {
		first, second, both = strings.Cut(text, "指标—")
	}
	second = strings.TrimLeft(second, "-—")
	if !both || !beforeSecond(first) || LevelCell(second) != Level2 {
		return "", text
	}
	return first + "指标", second
}

// beforeSecond says whether a word, 指标 cut off behind it, names the first of two levels:
// 满意度 and 成本 do, though alone they are of the second.
func beforeSecond(word string) bool {
	return word == "满意度" || word == "成本" || LevelCell(word) == Level1
}

// NamesPlaces says whether the head of a group says that its parts are places:
// 各乡镇目标值.
func NamesPlaces(text string) bool { return listed(Normal(text), "places", strings.HasPrefix) }

// Base is a head as it is compared, without the brackets behind it.
func Base(text string) string {
	s := []byte(Normal(text))
	for {
		base, _, ok := CutNote(s)
		if !ok {
			return strings.TrimRight(string(s), ":*")
		}
		s = base
	}
}

// levelNumerals begin the heads of levels.
var levelNumerals = [...]string{"一级", "二级", "三级"}

// BareLevel is the level that a head names by its number alone, which may be a value in
// other rows: 一级. NoField for any other text.
func BareLevel(text string) Field {
	if i := slices.Index(levelNumerals[:], Normal(text)); i >= 0 {
		return Level1 + Field(i)
	}
	return NoField
}

// NamesKind says whether a head names kinds of things or what they are called: 类别, 具体内容.
func NamesKind(text string) bool { return listed(Base(text), "kind", strings.HasSuffix) }

// levelNamed is the level that a head such as 一级分类 names.
func levelNamed(s string) Field {
	for i, numeral := range levelNumerals {
		rest, ok := strings.CutPrefix(s, numeral)
		if !ok || strings.HasPrefix(rest, "项目") { // 一级项目名称 is of projects
			continue
		}
		if listed(rest, "level", strings.HasSuffix) {
			return Level1 + Field(i)
		}
	}
	return NoField
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

package quantity

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"

	"jxmb/model"
)

// aspectRow is a word of aspects.tsv.
type aspectRow struct {
	word   string
	aspect model.Aspect
}

func (v *vocabulary) addAspects(rows [][]string) error {
	for _, row := range rows {
		a := model.Aspect(row[1])
		switch a {
		case model.Output, model.Benefit, model.Satisfaction, model.Cost:
		default:
			return fmt.Errorf("%q is no aspect", row[1])
		}
		if plain := v.folding.appendFolded(nil, row[0]); string(plain) != row[0] {
			return fmt.Errorf("dead row: %q is not in folded spelling", row[0])
		}
		v.aspects = append(v.aspects, aspectRow{row[0], a})
	}
	return nil
}

// AspectOf tells what an indicator looks at by its first and second level, ""
// where neither says. Forms before 2021 have costs under 产出指标, and some have
// satisfaction under 效益指标; there the second level says more than the first.
func AspectOf(level1, level2 string) model.Aspect {
	first, second := aspectIn(level1), aspectIn(level2)
	if first == "" || second == model.Satisfaction || second == model.Cost {
		first = cmp.Or(second, first)
	}
	return first
}

// aspectIn is the aspect of the word that ends last in a level, as the head of
// a Chinese name stands at its end; of two that end there, the longer.
func aspectIn(level string) model.Aspect {
	var buf [192]byte
	if len(level) > len(buf)/2 {
		return "" // a level has some ten characters
	}
	s := string(AppendFolded(buf[:0], level))
	var found model.Aspect
	end, length := 0, 0
	for _, row := range vocab().aspects {
		i := strings.LastIndex(s, row.word)
		if i < 0 {
			continue
		}
		if e := i + len(row.word); e > end || e == end && len(row.word) > length {
			found, end, length = row.aspect, e, len(row.word)
		}
	}
	return found
}

// Points reads the points that a level gives to all its indicators together:
// 50 of 产出指标（50分）; "" where it gives none.
func Points(level string) model.Decimal {
	if strings.IndexFunc(level, unicode.IsDigit) < 0 {
		return ""
	}
	s := Folded(level)
	for {
		open := strings.LastIndexByte(s, '(')
		if open <= 0 || !strings.HasSuffix(s, ")") {
			break
		}
		if n := points(s[open+1 : len(s)-1]); n != "" {
			return n
		}
		s = s[:open]
	}
	digits := strings.TrimRight(strings.TrimSuffix(s, "分"), "0123456789.")
	if strings.HasSuffix(s, "分") && digits != "" {
		return points(s[len(digits):])
	}
	return ""
}

// points reads "50分", "50" or "计50分".
func points(s string) model.Decimal {
	s = strings.TrimSuffix(s, "分")
	for _, word := range [...]string{"满分", "共计", "权重", "分值", "合计", "共", "计"} {
		s = strings.TrimPrefix(s, word)
	}
	n, err := model.ParseDecimal(strings.TrimPrefix(s, ":"))
	if err != nil || n.Sign() < 0 {
		return ""
	}
	return n
}

package form

import (
	"strings"
	"unicode/utf8"

	"jxmb/model/quantity"
	"jxmb/parser/form/label"
	"jxmb/parser/value"
)

// aim is a target in an item: s[:name] is the name, s[from:to] the target. name
// is 0 where there is none.
type aim struct{ name, from, to int }

// targetIn finds the target in an item. It stands in the bracket at the end,
// behind a colon, or from the first sign or number on from which all is read as
// a target; words stand behind a colon alone.
func targetIn(s string) aim {
	if a := bracketTarget(s); a.name > 0 || len(s) > maxItem {
		return a
	}
	behind := behindColon(s)
	if behind.name > 0 && value.IsTarget(s[behind.from:]) {
		return behind
	}
	if a := figureTarget(s); a.name > 0 {
		return a
	}
	return behind // 名称：持续改善
}

// bracketTarget is the target in the bracket that ends an item: 名称（≥3次）.
func bracketTarget(s string) aim {
	r, n := utf8.DecodeLastRuneInString(s)
	open := strings.LastIndexAny(s, "（(")
	if open <= 0 || r != '）' && r != ')' {
		return aim{}
	}
	_, width := utf8.DecodeRuneInString(s[open:])
	a := aim{open, open + width, len(s) - n}
	if inside := s[a.from:a.to]; namesStage(inside) || !value.IsTarget(inside) {
		return aim{}
	}
	return a
}

// stages are what Chinese numerals count that is a part of a name: 修渠（一期）.
const stages = " 期 批 标段 阶段 "

// namesStage says whether a bracket tells a stage of the work from others: 一期,
// 第二批. 3期 and ≥3期 are targets.
func namesStage(text string) bool {
	s := strings.TrimPrefix(label.Normal(text), "第")
	_, chinese, end := label.Count(s)
	return chinese && strings.Contains(stages, " "+s[end:]+" ")
}

// behindColon is what stands behind the last colon of an item.
func behindColon(s string) aim {
	colon := strings.LastIndexAny(s, ":：")
	if colon < 0 {
		return aim{}
	}
	_, width := utf8.DecodeRuneInString(s[colon:])
	a := aim{trimName(s[:colon]), colon + width, len(s)}
	if strings.TrimSpace(s[a.from:]) == "" {
		return aim{}
	}
	return a
}

// figureTarget is the target that a sign or number begins: 次数≥3次. Where it is the
// whole item, nothing is named: ≥3次.
func figureTarget(s string) aim {
	t := quantity.Read(s)
	defer t.Release()
	for p := range t.Size() {
		i := t.Offset(p)
		number := quantity.IsDigit(t.Rune(p)) && !digitBefore(s[:i])
		if (number || t.Surface(p, quantity.RolePrefix) > 0) && wholeTarget(s[i:]) {
			return aim{trimName(s[:i]), i, len(s)}
		}
	}
	return aim{}
}

// wholeTarget says whether all of a text is read as one target.
func wholeTarget(s string) bool {
	return value.IsTarget(s) && len(value.Parse(s, value.Hint{}).Rest) == 0
}

// maxItem bounds the bytes of an item in which the place of the target is
// searched for.
const maxItem = 600

func digitBefore(s string) bool {
	r := lastRune(s)
	return r >= '0' && r <= '9' || r == '.' || r == ','
}

// trimName is the length of a name without what leads to its target.
func trimName(s string) int {
	for _, word := range [...]string{"目标值", "指标值"} {
		s = strings.TrimSuffix(strings.TrimRight(s, separators), word)
	}
	return len(strings.TrimRight(s, separators))
}

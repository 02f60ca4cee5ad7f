package sheet

import (
	"strings"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/form/label"
	"jxmb/parser/value"
)

// Aim is a target in an item: s[:Name] is the name, s[From:To] the target. Name
// is 0 where there is none.
type Aim struct{ Name, From, To int }

// TargetIn finds the target in an item. It stands in the bracket at the end,
// behind a colon, or from the first sign or number on from which all is read as
// a target; words stand behind a colon alone.
func TargetIn(s string) Aim {
	if a := bracketTarget(s); a.Name > 0 || len(s) > maxItem {
		return a
	}
	behind := behindColon(s)
	if behind.Name > 0 && value.IsTarget(s[behind.From:]) {
		return behind
	}
	if a := figureTarget(s); a.Name > 0 {
		return a
	}
	return behind // 名称：持续改善
}

// bracketTarget is the target in the bracket that ends an item: 名称（≥3次）.
func bracketTarget(s string) Aim {
	r, n := utf8.DecodeLastRuneInString(s)
	open := strings.LastIndexAny(s, "（(")
	if open <= 0 || r != '）' && r != ')' {
		return Aim{}
	}
	_, width := utf8.DecodeRuneInString(s[open:])
	a := Aim{open, open + width, len(s) - n}
	if inside := s[a.From:a.To]; namesStage(inside) || !value.IsTarget(inside) {
		return Aim{}
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
func behindColon(s string) Aim {
	colon := strings.LastIndexAny(s, ":：")
	if colon < 0 {
		return Aim{}
	}
	_, width := utf8.DecodeRuneInString(s[colon:])
	a := Aim{trimName(s[:colon]), colon + width, len(s)}
	if strings.TrimSpace(s[a.From:]) == "" {
		return Aim{}
	}
	return a
}

// figureTarget is the target that a sign or number begins: 次数≥3次. Where it is the
// whole item, nothing is named: ≥3次.
func figureTarget(s string) Aim {
	t := quantity.Read(s)
	defer t.Release()
	for p := range t.Size() {
		i := t.Offset(p)
		number := quantity.IsDigit(t.Rune(p)) && !digitBefore(s[:i])
		if (number || t.Surface(p, quantity.RolePrefix) > 0) && wholeTarget(s[i:]) {
			return Aim{trimName(s[:i]), i, len(s)}
		}
	}
	return Aim{}
}

// wholeTarget says whether all of a text is read as one target.
func wholeTarget(s string) bool {
	return value.IsTarget(s) && len(value.Parse(s, value.Hint{}).Rest) == 0
}

// Rated says whether an item ends in a target in words, behind what it is said of:
// 土壤质量持续改善. One character is too little to tell.
func Rated(s string) bool {
	t := quantity.Read(s)
	defer t.Release()
	for p := t.Size() - 2; p > 0 && p >= t.Size()-longestRating; p-- {
		if t.GradeFrom(p) {
			return true
		}
	}
	return false
}

// longestRating is the most characters of a target in words.
const longestRating = 5

// maxItem bounds the bytes of an item in which the place of the target is
// searched for.
const maxItem = 600

// Separators may stand around levels and items, and between a name and its target.
const Separators = " \t　\u00A0:：；;。，,、-—–－/／·|\r"

func digitBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r >= '0' && r <= '9' || r == '.' || r == ','
}

// trimName is the length of a name without what leads to its target.
func trimName(s string) int {
	for _, word := range [...]string{"目标值", "指标值"} {
		s = strings.TrimSuffix(strings.TrimRight(s, Separators), word)
	}
	return len(strings.TrimRight(s, Separators))
}

// within says whether the cells of the names hold the targets too, for a table that
// has no column of targets: 绩效指标及目标值 over 参赛队伍≥64支. Two thirds of them do
// at least, as one without a target is reported.
func (r *roles) within() bool {
	if r.names == nil {
		return false
	}
	filled, aimed := 0, 0
	for cell := range r.cells(r.names) {
		if cell.Blank || Dotted(cell.Text) {
			continue
		}
		filled++
		if TargetIn(cell.Text).Name > 0 {
			aimed++
		}
	}
	if r.band.Within = aimed > 0 && 3*aimed >= 2*filled; r.band.Within {
		r.note(r.headOf(r.names), true, model.Say("“%s”一栏兼写名称和指标值，已拆开读取", "%s heads names together with their targets; they were taken apart", r.headText(r.names)))
	}
	return r.band.Within
}

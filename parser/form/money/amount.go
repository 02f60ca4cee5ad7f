package money

import (
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
)

// UnitIn is the money unit that a note such as "万元", "单位:万元" or, of a
// label with two brackets, "万元)(20分" names; "" for none.
func UnitIn(note string) string {
	for part := range strings.SplitSeq(note, ")(") {
		if u := quantity.MoneyUnit(part); u != "" {
			return u
		}
	}
	return ""
}

// ReadAmount reads an amount cell. The unit is the one that the cell itself
// prints, else unit; ok is false for text that is neither blank, a dash nor an
// amount.
func ReadAmount(text, unit string) (a model.Amount, ok bool) {
	a = model.Amount{Text: text, Unit: unit}
	m, ok := quantity.ReadMoney(text)
	if !ok {
		m, ok = twiceWritten(text)
	}
	if !ok || m.Number == "" {
		return a, ok
	}
	a.Number = m.Number
	if m.Unit != "" {
		a.Unit = m.Unit
	}
	a.Yuan, _ = quantity.Yuan(m.Number, a.Unit)
	return a, true
}

// twiceWritten reads an amount that is written in figures and in words: 小写：¥486,000.00元
// 大写：肆拾捌万陆仟元整. It is false where both are not the same.
func twiceWritten(text string) (out quantity.Money, ok bool) {
	if len(text) > longestTwice || !strings.Contains(text, "大写") {
		return out, false
	}
	yuan := model.Decimal("")
	for part := range strings.SplitSeq(strings.ReplaceAll(text, "小写", "大写"), "大写") {
		part = strings.Trim(strings.TrimSuffix(strings.Trim(part, aroundAmounts), "人民币"), aroundAmounts)
		if part == "" {
			continue
		}
		m, read := quantity.ReadMoney(part)
		y, known := quantity.Yuan(m.Number, m.Unit)
		if !read || !known || yuan != "" && yuan.Cmp(y) != 0 {
			return quantity.Money{}, false
		}
		if yuan == "" {
			out, yuan = m, y
		}
	}
	return out, yuan != ""
}

// longestTwice bounds the bytes of such an amount.
const longestTwice = 200

// aroundAmounts are the characters between the words for the spelling and the amount.
const aroundAmounts = ":： \n\t　,，;；()（）"

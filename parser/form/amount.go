package form

import (
	"bytes"
	"strings"

	"jxmb/model"
	"jxmb/parser/form/label"
)

// moneyUnits are the units amounts are printed in, with their power of ten in
// 元.
var moneyUnits = map[string]int{"元": 0, "百元": 2, "千元": 3, "万元": 4, "百万元": 6, "千万元": 7, "亿元": 8}

// moneyUnit reads a normalised note such as "万元", "单位:万元" or "人民币万元";
// "" where it names no money unit.
func moneyUnit(note string) string {
	if i := strings.LastIndexByte(note, ':'); i >= 0 {
		note = note[i+1:]
	}
	note = strings.TrimPrefix(note, "人民币")
	note = strings.TrimSuffix(note, "人民币")
	if note == "万" || note == "亿" {
		note += "元"
	}
	if _, ok := moneyUnits[note]; ok {
		return note
	}
	return ""
}

// readAmount reads an amount cell. The unit is the one that the cell itself
// prints, else unit; ok is false for text that is neither blank, a dash nor an
// amount.
func readAmount(text, unit string) (a model.Amount, ok bool) {
	a = model.Amount{Text: text, Unit: unit}
	var buf [label.MaxBytes]byte
	if len(text) > label.MaxBytes/2 {
		return a, false
	}
	s := label.AppendNormal(buf[:0], text)
	if noAmount(s) {
		return a, true
	}
	end := len(s)
	for end > 0 && (s[end-1] < '0' || s[end-1] > '9') && s[end-1] != '.' {
		end--
	}
	if end < len(s) {
		own := moneyUnit(string(bytes.Trim(s[end:], "()")))
		if own == "" {
			return a, false
		}
		a.Unit = own
	}
	number, err := model.ParseDecimal(string(bytes.TrimPrefix(s[:end], []byte("¥"))))
	if err != nil {
		return a, false
	}
	a.Number = number
	if power, known := moneyUnits[a.Unit]; known {
		a.Yuan = number.Shift(power)
	}
	return a, true
}

// noAmount says whether a normalised cell says that there is no amount.
func noAmount(s []byte) bool {
	for len(s) > 0 {
		switch {
		case s[0] == '-' || s[0] == '/':
			s = s[1:]
		case bytes.HasPrefix(s, []byte("—")) || bytes.HasPrefix(s, []byte("–")) || bytes.HasPrefix(s, []byte("―")):
			s = s[3:]
		default:
			return string(s) == "无"
		}
	}
	return true
}

// readNumber reads a bare number cell (分值, 得分), its unit 分 or % left out.
func readNumber(text string) (d model.Decimal, ok bool) {
	var buf [label.MaxBytes]byte
	if len(text) > 60 {
		return "", false
	}
	s := label.AppendNormal(buf[:0], text)
	if noAmount(s) {
		return "", true
	}
	s = bytes.TrimSuffix(bytes.TrimSuffix(s, []byte("分")), []byte("%"))
	d, err := model.ParseDecimal(string(s))
	return d, err == nil
}

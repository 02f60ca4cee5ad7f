package form

import (
	"strings"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// identity is a cell that names the unit: value.Text[start:end]. Label is nil
// for a unit line.
type identity struct {
	label, value *sheet.Cell
	start, end   int
}

// settleUnit takes the unit from 预算单位, else from 主管部门, else from 实施单位;
// the others are kept as extra.
func (r *filling) settleUnit() {
	p, settled := r.project, false
	for _, id := range r.units {
		if id.value == nil {
			continue
		}
		text := id.value.Text[id.start:id.end]
		if settled || label.Blank(text) {
			if !settled && p.Unit.Name == "" && len(text) == len(id.value.Text) {
				r.setOnce(&p.Unit.Name, "", "unit.name", id.label, id.value, 0, len(text))
			}
			r.extra(label.Text(id.label.Text), text, id.value)
			continue
		}
		settled = true
		key := id.label
		if key == nil {
			key = id.value // a unit line
		}
		code, name := splitUnit(withoutSeal(label.Trim(text)))
		if code != "" {
			at := id.start + strings.Index(text, code)
			r.setOnce(&p.Unit.Code, code, "unit.code", key, id.value, at, at+len(code))
		}
		if name != "" {
			at := id.start + strings.LastIndex(text, name)
			r.setOnce(&p.Unit.Name, name, "unit.name", key, id.value, at, at+len(name))
		}
	}
	if r.out.Unit == (model.Unit{}) {
		r.out.Unit = p.Unit
	}
}

// splitUnit splits the code of a unit from its name: 216001中共…, [216001]…,
// 216001-…, …[216001], …（216001）. A code is six digits or more, or three
// where a bracket or dash sets it apart: 110指挥中心 is a name.
func splitUnit(text string) (code, name string) {
	digits := leadingDigits(text)
	if digits >= 6 {
		return text[:digits], strings.TrimLeft(text[digits:], "-－—_ 　\u00A0")
	}
	if digits >= 3 {
		if r, n := utf8.DecodeRuneInString(text[digits:]); strings.ContainsRune("-－—_", r) && len(text) > digits+n {
			return text[:digits], label.Trim(text[digits+n:])
		}
		return "", text
	}
	r, open := utf8.DecodeRuneInString(text)
	if i := strings.IndexRune("[【(（［", r); i >= 0 && digits == 0 {
		if d := leadingDigits(text[open:]); d >= 3 && !yearDigits(text[open:open+d]) {
			if _, n := utf8.DecodeRuneInString(text[open+d:]); n > 0 && len(text) > open+d+n {
				return text[open : open+d], label.Trim(text[open+d+n:])
			}
		}
	}
	return codeBehind(text)
}

// codeBehind splits a code that stands behind the name, in a text that does not begin
// with three digits.
func codeBehind(text string) (code, name string) {
	end := strings.TrimRight(text, "]】)）］ ")
	i := len(end)
	for i > 0 && end[i-1] >= '0' && end[i-1] <= '9' {
		i--
	}
	if len(end)-i < 3 || yearDigits(end[i:]) {
		return "", text
	}
	mark, n := utf8.DecodeLastRuneInString(end[:i])
	if !strings.ContainsRune("[【(（［-－—_/", mark) {
		return "", text
	}
	return end[i:], label.Trim(end[:i-n])
}

func leadingDigits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// yearDigits says whether digits are a year rather than a code.
func yearDigits(s string) bool { return len(s) == 4 && s[:2] == "20" }

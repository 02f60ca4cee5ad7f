package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// Identity is a cell that names the unit: value.Text[start:end]. Label is nil
// for a unit line.
type Identity struct {
	Label, Value *sheet.Cell
	Start, End   int
}

// SettleUnit takes the unit from 预算单位, else from 主管部门, else from 实施单位;
// the others are kept as extra.
func (r *Filling) SettleUnit() {
	p, settled := r.Project, false
	for _, id := range r.Units {
		if id.Value == nil {
			continue
		}
		text := id.Value.Text[id.Start:id.End]
		if settled || label.Blank(text) {
			if !settled && p.Unit.Name == "" && len(text) == len(id.Value.Text) {
				r.SetOnce(&p.Unit.Name, "", "unit.name", id.Label, id.Value, 0, len(text))
			}
			r.Extra(label.Text(id.Label.Text), text, id.Value)
			continue
		}
		settled = true
		key := id.Label
		if key == nil {
			key = id.Value // a unit line
		}
		code, name := SplitUnit(withoutSeal(label.Trim(text)))
		if code != "" {
			at := id.Start + strings.Index(text, code)
			r.SetOnce(&p.Unit.Code, code, "unit.code", key, id.Value, at, at+len(code))
		}
		if name != "" {
			at := id.Start + strings.LastIndex(text, name)
			r.SetOnce(&p.Unit.Name, name, "unit.name", key, id.Value, at, at+len(name))
		}
	}
	if r.Out.Unit == (model.Unit{}) {
		r.Out.Unit = p.Unit
	}
}

// SplitUnit splits the code of a unit from its name: 216001中共…, [216001]…,
// 216001-…, …[216001], …（216001）. A code is six digits or more, or three
// where a bracket or dash sets it apart: 110指挥中心 is a name.
func SplitUnit(text string) (code, name string) {
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

// SetUnit takes up the cell that names a unit.
func (r *Filling) SetUnit(f label.Field, key, v *sheet.Cell, from, to int) {
	id := &r.Units[f-label.Unit]
	if id.Value != nil {
		r.Extra(label.Text(key.Text), v.Text[from:to], v)
		return
	}
	if at, number := CutFormNumber(v.Text[from:to]); number != "" {
		r.Extra("表号", number, v)
		to = from + at
	}
	*id = Identity{Label: key, Value: v, Start: from, End: to}
}

// UnitNamed says whether the tables name the unit of a line as well.
func (r *Filling) UnitNamed(f label.Field, text string) bool {
	id := &r.Units[f-label.Unit]
	return id.Value != nil && bareUnit(text) == bareUnit(id.Value.Text[id.Start:id.End])
}

// OtherUnit says whether the text has the code of another unit than the
// project's, as the department above a list has.
func (r *Filling) OtherUnit(text string) bool {
	code, _ := SplitUnit(label.Trim(text))
	return code != "" && r.Project.Unit.Code != "" && code != r.Project.Unit.Code
}

// bareUnit is the name of a unit without its code and what stands for its seal.
func bareUnit(text string) string {
	_, name := SplitUnit(label.Trim(text))
	return label.Normal(withoutSeal(name))
}

// withoutSeal is the name of a unit without the note where its seal goes:
// 某局（盖章）.
func withoutSeal(name string) string {
	for _, seal := range [...]string{"盖章", "公章", "单位盖章", "章"} {
		for _, bracket := range [...][2]string{{"（", "）"}, {"(", ")"}} {
			if base, ok := strings.CutSuffix(name, bracket[0]+seal+bracket[1]); ok {
				return label.Trim(base)
			}
		}
	}
	return name
}

// CutFormNumber splits the number of a form from what stands before it in a
// line, as on 某局　　公开14表: a blank, then a number between words that end in 表 or
// begin with it. At is len(text) where there is none.
func CutFormNumber(text string) (at int, number string) {
	if !strings.Contains(text, "表") {
		return len(text), ""
	}
	end := strings.TrimRightFunc(text, label.BlankRune)
	blank := strings.LastIndexFunc(end, label.BlankRune)
	if blank <= 0 {
		return len(text), ""
	}
	_, gap := utf8.DecodeRuneInString(end[blank:])
	number = end[blank+gap:]
	head := strings.TrimRightFunc(end[:blank], label.BlankRune)
	if head == "" || !isFormNumber(label.Normal(number)) {
		return len(text), ""
	}
	return len(head), number
}

// SettleYear takes the budget year from the form, else from the project code,
// digits 7 and 8 (a project that goes on keeps the code of its first year),
// else from the title.
func (r *Filling) SettleYear() {
	p := r.Project
	if r.Year == 0 {
		r.Year = yearBehind(p.Title)
	}
	switch {
	case r.Year != 0:
		p.FiscalYear = r.Year
	case SystemCode(p.Code):
		p.FiscalYear = 2000 + int(p.Code[6]-'0')*10 + int(p.Code[7]-'0')
	default:
		p.FiscalYear = YearIn(p.Title)
	}
}

// yearBehind is the year in the bracket that ends the title of a form:
// …绩效自评表（2023年度）; 0 where there is none.
func yearBehind(title string) int {
	_, note, ok := label.CutNote([]byte(label.Normal(title)))
	if !ok {
		return 0
	}
	return YearIn(string(note))
}

// SystemCode says whether s has the shape of a code of the integrated budget
// system: 6 digits of division, 2 of year, a letter, 12 digits or letters.
func SystemCode(s string) bool {
	if len(s) != 21 || s[8] < 'A' || s[8] > 'Z' {
		return false
	}
	for i := range len(s) {
		digit := s[i] >= '0' && s[i] <= '9'
		if !digit && (i < 8 || s[i] < 'A' || s[i] > 'Z') {
			return false
		}
	}
	return true
}

// CodeBeforeName splits "51092324T000010263357-2023年…", as some systems fill
// the 项目名称 cell.
func CodeBeforeName(text string) (code, name string, ok bool) {
	i := strings.IndexAny(text, "-－—")
	if i < 0 || !isCode(text[:i]) {
		return "", text, false
	}
	_, n := utf8.DecodeRuneInString(text[i:])
	return text[:i], label.Trim(text[i+n:]), true
}

// CodeBehindName splits 疾控实验室运行（14010025P000001234567A）, the code in a bracket
// behind the name.
func CodeBehindName(text string) (name, code string, ok bool) {
	at := strings.LastIndexAny(text, "(（")
	if at <= 0 || strings.TrimRight(text, ")）") == text {
		return text, "", false
	}
	if code = strings.Trim(text[at:], "()（）"); !isCode(code) {
		return text, "", false
	}
	return label.Trim(text[:at]), code, true
}

// isCode reports capitals and digits of the length of a project's code.
func isCode(s string) bool {
	return len(s) >= 15 && len(s) <= 32 && strings.Trim(s, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// HalfWidth is a text with its full-width digits, letters and marks in half width, as
// codes and years are compared.
func HalfWidth(text string) string {
	return strings.Map(func(r rune) rune {
		if r > '！'-1 && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, text)
}

// YearIn finds a year such as 2022年 or 2022年度 in text, or text that is a
// year; 0 where there is none.
func YearIn(text string) int {
	if strings.Contains(text, "２０") {
		text = HalfWidth(text)
	}
	for y := label.NextYear(text, 0); y.Value > 0; y = label.NextYear(text, y.End) {
		if strings.HasPrefix(strings.TrimLeftFunc(text[y.End:], label.BlankRune), "年") || y.End-y.Start == len(text) {
			return y.Value
		}
	}
	return 0
}

// isFormNumber says whether a normalised text is the number of a form: 公开14表,
// 附表2.
func isFormNumber(s string) bool {
	if !strings.ContainsFunc(s, unicode.IsDigit) || utf8.RuneCountInString(s) > 10 {
		return false
	}
	return strings.HasSuffix(s, "表") || strings.HasPrefix(strings.TrimPrefix(s, "附"), "表")
}

// UnitBlank says whether the label of a unit has a blank beside it: the merge of the
// cell that names the unit may have been lost.
func (r *Filling) UnitBlank() bool {
	return slices.ContainsFunc(r.Units[:], func(id Identity) bool { return id.Value != nil && id.Value.Blank })
}

package form

import (
	"strings"
	"unicode"
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

// setUnit takes up the cell that names a unit.
func (r *filling) setUnit(f label.Field, key, v *sheet.Cell, from, to int) {
	id := &r.units[f-label.Unit]
	if id.value != nil {
		r.extra(label.Text(key.Text), v.Text[from:to], v)
		return
	}
	if at, number := cutFormNumber(v.Text[from:to]); number != "" {
		r.extra("表号", number, v)
		to = from + at
	}
	*id = identity{label: key, value: v, start: from, end: to}
}

// unitNamed says whether the tables name the unit of a line as well.
func (r *filling) unitNamed(f label.Field, text string) bool {
	id := &r.units[f-label.Unit]
	return id.value != nil && bareUnit(text) == bareUnit(id.value.Text[id.start:id.end])
}

// otherUnit says whether the text has the code of another unit than the
// project's, as the department above a list has.
func (r *filling) otherUnit(text string) bool {
	code, _ := splitUnit(label.Trim(text))
	return code != "" && r.project.Unit.Code != "" && code != r.project.Unit.Code
}

// bareUnit is the name of a unit without its code and what stands for its seal.
func bareUnit(text string) string {
	_, name := splitUnit(label.Trim(text))
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

// cutFormNumber splits the number of a form from what stands before it in a
// line, as on 某局　　公开14表: a blank, then a number between words that end in 表 or
// begin with it. At is len(text) where there is none.
func cutFormNumber(text string) (at int, number string) {
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

// settleYear takes the budget year from the form, else from the project code,
// digits 7 and 8 (a project that goes on keeps the code of its first year),
// else from the title.
func (r *filling) settleYear() {
	p := r.project
	if r.year == 0 {
		r.year = yearBehind(p.Title)
	}
	switch {
	case r.year != 0:
		p.FiscalYear = r.year
	case systemCode(p.Code):
		p.FiscalYear = 2000 + int(p.Code[6]-'0')*10 + int(p.Code[7]-'0')
	default:
		p.FiscalYear = yearIn(p.Title)
	}
}

// yearBehind is the year in the bracket that ends the title of a form:
// …绩效自评表（2023年度）; 0 where there is none.
func yearBehind(title string) int {
	_, note, ok := label.CutNote([]byte(label.Normal(title)))
	if !ok {
		return 0
	}
	return yearIn(string(note))
}

// systemCode says whether s has the shape of a code of the integrated budget
// system: 6 digits of division, 2 of year, a letter, 12 digits or letters.
func systemCode(s string) bool {
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

// codeBeforeName splits "51092324T000010263357-2023年…", as some systems fill
// the 项目名称 cell.
func codeBeforeName(text string) (code, name string, ok bool) {
	i := strings.IndexAny(text, "-－—")
	if i < 15 || i > 32 {
		return "", text, false
	}
	for _, c := range []byte(text[:i]) {
		if (c < '0' || c > '9') && (c < 'A' || c > 'Z') {
			return "", text, false
		}
	}
	_, n := utf8.DecodeRuneInString(text[i:])
	return text[:i], label.Trim(text[i+n:]), true
}

// yearIn finds a year such as 2022年 or 2022年度 in text, or text that is a
// year; 0 where there is none.
func yearIn(text string) int {
	for y := label.NextYear(text, 0); y.Value > 0; y = label.NextYear(text, y.End) {
		if strings.HasPrefix(text[y.End:], "年") || y.End-y.Start == len(text) {
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

// unitBlank says whether the label of a unit has a blank beside it: the merge of the
// cell that names the unit may have been lost.
func (r *filling) unitBlank() bool {
	return slices.ContainsFunc(r.units[:], func(id identity) bool { return id.value != nil && id.value.Blank })
}

package form

import (
	"jxmb/parser/form/label"
	"strings"
)

// declaredUnit is the money unit that a cell of the tables or their caption
// declares: 单位：万元.
func (rec *record) declaredUnit(ls label.Set) string {
	for _, s := range rec.sheets {
		for i := range s.Cells {
			c := &s.Cells[i]
			if c.Entry != nil || c.Blank || len(c.Text) > label.MaxBytes {
				continue
			}
			if u := captionUnit(ls, c.Text); u != "" {
				return u
			}
		}
	}
	return rec.caption
}

// captionUnit is the money unit that a line such as （金额单位：万元） declares, ""
// where it declares none.
func captionUnit(ls label.Set, text string) string {
	if len(text) > label.MaxBytes || !strings.Contains(text, "位") {
		return ""
	}
	for _, p := range label.Pairs(text) {
		e, _ := ls.Lookup(trimBracket(p.Label))
		if m := e.In(label.InProject, ""); m != nil && (m.Field == label.MoneyUnit || m.Field == label.Unit) {
			if u := moneyUnit(label.Normal(trimBracket(text[p.Start:p.End]))); u != "" {
				return u
			}
		}
	}
	return ""
}

// trimBracket removes a bracket that begins before a label and ends behind its
// value, and blanks.
func trimBracket(s string) string { return strings.Trim(label.Trim(s), "()（）[]【】") }

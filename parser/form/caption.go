package form

import "strings"

// declaredUnit is the money unit that a cell of the tables or their caption
// declares: 单位：万元.
func (rec *record) declaredUnit(ls labels) string {
	for _, s := range rec.sheets {
		for i := range s.cells {
			c := &s.cells[i]
			if c.entry != nil || c.blank || len(c.Text) > maxLabel {
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
func captionUnit(ls labels, text string) string {
	if len(text) > maxLabel || !strings.Contains(text, "位") {
		return ""
	}
	for _, p := range inlinePairs(text) {
		label, _ := ls.lookup(trimBracket(p.label))
		if m := label.in(inProject, nil); m != nil && (m.field == fieldMoneyUnit || m.field == fieldUnit) {
			if u := moneyUnit(normal(trimBracket(text[p.start:p.end]))); u != "" {
				return u
			}
		}
	}
	return ""
}

// trimBracket removes a bracket that begins before a label and ends behind its
// value, and blanks.
func trimBracket(s string) string { return strings.Trim(trim(s), "()（）[]【】") }

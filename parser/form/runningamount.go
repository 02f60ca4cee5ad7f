package form

import (
	"strings"

	"jxmb/parser/block"
	"jxmb/parser/form/label"
	"jxmb/parser/form/money"
	"jxmb/parser/form/sheet"
)

// runningAmounts reads the amounts of a text, of which the first may be that of the
// label before it: 186万元（其中：财政资金160万元，其他资金26万元）. It is false and reads none
// where a part of the text is not an amount in its unit behind its label.
func (r *reading) runningAmounts(first label.Meaning, key, v, around *sheet.Cell, text string) bool {
	var found []money.Amount
	for part := range strings.FieldsFuncSeq(text, partsAmounts) {
		part = strings.TrimLeft(strings.TrimPrefix(label.Trim(part), "其中"), ":：")
		at := strings.IndexAny(part, digits)
		name, m := key, &first
		if at > 0 {
			name = r.labelIn(v, strings.TrimRight(part[:at], ":： 为"))
			m = r.partMeaning(name)
		} else if len(found) > 0 {
			return false
		}
		if at < 0 || m == nil {
			return false
		}
		a, ok := money.ReadAmount(part[at:], "")
		if !ok || a.Yuan == "" {
			return false
		}
		found = append(found, money.Amount{Label: name, Value: v, Block: around, Meaning: *m, Amount: a, Legible: true})
	}
	for _, a := range found {
		r.AddAmount(a)
	}
	return len(found) > 0
}

// partMeaning is what a label before an amount in its unit names.
func (r *reading) partMeaning(name *sheet.Cell) *label.Meaning {
	if m := r.MoneyMeaning(name); m != nil {
		return m
	}
	if m, ok := label.WordedPart(name.Text); ok && name.Entry == nil {
		return &m
	}
	return nil
}

// partsAmounts says whether a character stands between amounts in running text.
func partsAmounts(c rune) bool { return strings.ContainsRune("，（）()；;、。\n", c) }

// labelIn is a label inside the text of cell v as a cell of its own.
func (r *reading) labelIn(v *sheet.Cell, text string) *sheet.Cell {
	e, note := r.Labels.Lookup(text)
	return &sheet.Cell{Cell: &block.Cell{Text: text}, Table: v.Table, Line: v.Line, Entry: e, Note: note}
}

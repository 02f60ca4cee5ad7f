package money

import (
	"strings"

	"jxmb/model"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// RunningAmounts reads the amounts of a text, of which the first may be that of the
// label before it: 186万元（其中：财政资金160万元，其他资金26万元）. It is false and reads none
// where a part of the text is not an amount in its unit behind its label.
func (r *Ledger) RunningAmounts(first label.Meaning, key, v, around *sheet.Cell, text string) bool {
	var found []Amount
	for part := range strings.FieldsFuncSeq(text, partsAmounts) {
		part = strings.TrimLeft(strings.TrimPrefix(label.Trim(part), "其中"), ":：")
		at := strings.IndexAny(part, digits)
		name, m := key, &first
		if at > 0 {
			name = r.LabelIn(v, strings.TrimRight(part[:at], ":： 为"))
			m = r.PartMeaning(name)
		} else if len(found) > 0 {
			return false
		}
		if at < 0 || m == nil {
			return false
		}
		a, ok := ReadAmount(part[at:], "")
		if !ok || a.Yuan == "" {
			return false
		}
		found = append(found, Amount{Label: name, Value: v, Block: around, Meaning: *m, Amount: a, Legible: true})
	}
	for _, a := range found {
		r.AddAmount(a)
	}
	return len(found) > 0
}

// PartMeaning is what a label before an amount in its unit names.
func (r *Ledger) PartMeaning(name *sheet.Cell) *label.Meaning {
	if m := r.MoneyMeaning(name); m != nil {
		return m
	}
	if m, ok := label.WordedPart(name.Text); ok && name.Entry == nil {
		return &m
	}
	return nil
}

// digits are those that an amount begins with.
const digits = "0123456789０１２３４５６７８９"

// beforeNote reads an amount with a bracket behind it that says more of it: 854万元（农田建设
// 400万元，示范建设454万元）. The bracket stays in its text; one that names a unit is none.
func beforeNote(text, unit string) (a model.Amount, ok bool) {
	at := strings.IndexAny(text, "（(")
	if at <= 0 || !strings.HasSuffix(label.Trim(text), "）") && !strings.HasSuffix(label.Trim(text), ")") {
		return a, false
	}
	if note := text[at:]; strings.Contains(note, "元") && !strings.ContainsAny(note, digits) {
		return a, false
	}
	a, ok = ReadAmount(text[:at], unit)
	a.Text = text
	return a, ok && a.Number != ""
}

// partsAmounts says whether a character stands between amounts in running text.
func partsAmounts(c rune) bool { return strings.ContainsRune("，（）()；;、。\n", c) }

// LabelIn is a label inside the text of cell v as a cell of its own.
func (r *Ledger) LabelIn(v *sheet.Cell, text string) *sheet.Cell {
	e, note := r.Labels.Lookup(text)
	return v.Part(text, e, note)
}

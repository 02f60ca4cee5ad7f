package form

import (
	"cmp"
	"slices"
	"strconv"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// captionLines gives the project what the lines above its tables say and the
// tables do not, and reports where they say another.
func (r *reading) captionLines() {
	p, noMoney, noGoals := r.Project, len(r.Amounts) == 0, len(r.Goals) == 0
	for _, l := range r.rec.Lines {
		f, text := l.Field, l.Paragraph.Text
		line := &block.Cell{Text: text, Start: l.Paragraph.Start, End: l.Paragraph.End}
		v := &sheet.Cell{Cell: line, Own: line, Table: &block.Table{Area: l.Paragraph.Area}}
		key := r.LabelIn(v, l.Pair.Label)
		switch {
		case f == label.Extra:
			if value := label.Trim(text[l.Pair.Start:l.Pair.End]); !r.keeps(value) {
				r.Extra(label.Text(l.Pair.Label), value, v)
			}
		case !l.Identifies():
			if noMoney && f != label.Goals || noGoals && f == label.Goals {
				r.lineAbove(key, v, l.Pair)
			}
		case f == label.Name && sameName(p.Name, text[l.Pair.Start:l.Pair.End]):
		case f == label.Year && r.Year != 0:
			r.otherYear(key, v, text[l.Pair.Start:l.Pair.End])
		case f.NamesUnit() && r.UnitNamed(f, text[l.Pair.Start:l.Pair.End]):
		case f.NamesUnit() && (r.Units[f-label.Unit].Value != nil || r.OtherUnit(text[l.Pair.Start:l.Pair.End])):
			r.Extra(label.Text(l.Pair.Label), label.Trim(text[l.Pair.Start:l.Pair.End]), v)
		default:
			r.set(f, key, v, l.Pair.Start, l.Pair.End)
			if l.Pair.Label == "" && f == label.Name {
				r.namedByTitle(v)
			}
		}
	}
}

// keeps says whether an extra of the project says the same.
func (r *reading) keeps(text string) bool {
	return slices.ContainsFunc(r.Project.Extra, func(e model.Extra) bool { return e.Text == text })
}

// lineAbove reads the money or the goals that a line above the tables states, which a
// list of projects would have for all of them.
func (r *reading) lineAbove(key, v *sheet.Cell, at label.Pair) {
	if slices.ContainsFunc(r.rec.Sheets, (*sheet.Sheet).Lists) {
		return
	}
	text := v.Text[at.Start:at.End]
	m := key.Entry.In(label.InProject, r.form.ID)
	cost := cmp.Or(key.Entry.In(label.InMoney, r.form.ID), &label.Meaning{Field: label.Total})
	switch {
	case m.Is(label.Goals):
		r.AddGoals(v, at.Start, at.End, m.Term)
	case !r.RunningAmounts(*cost, key, v, nil, text):
		r.Extra(label.Text(at.Label), label.Trim(text), v)
	}
}

// sameName says whether a line names the project as its tables do, but for blanks,
// punctuation and a code in front.
func sameName(name, text string) bool {
	text = label.Trim(text)
	if _, behind, ok := draft.CodeBeforeName(text); ok {
		text = behind
	}
	return name != "" && label.Normal(name) == label.Normal(text)
}

// otherYear reports the year of a line that is not the one of the tables.
func (r *reading) otherYear(key, v *sheet.Cell, text string) {
	year := draft.YearIn(label.Trim(text))
	if year == r.Year {
		return
	}
	r.Extra(label.Text(key.Text), label.Trim(text), v)
	if year == 0 {
		return
	}
	r.Report(draft.RuleTwice, r.Origin(v), model.Say("“%s”已读作 %d，这里又写作 %d", "%s was read as %d and is %d here", label.Text(key.Text), r.Year, year))
	r.Args("field", "fiscal_year", "first", strconv.Itoa(r.Year), "again", strconv.Itoa(year))
}

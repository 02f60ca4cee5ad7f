package form

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/money"
	"jxmb/parser/form/sheet"
)

// maxLine bounds the runes of a paragraph above a table that is read for
// labels: 填报单位：…　单位：万元.
const maxLine = 80

// linePairs is the labels with their values in a paragraph above a table that
// name the project or its unit.
func (r *reader) linePairs(p *block.Paragraph) []labelled {
	if label.Length(p.Text) > maxLine {
		return nil
	}
	var out []labelled
	for _, pair := range pairsIn(r.labels, p.Text) {
		e, _ := r.labels.Lookup(pair.Label)
		m := e.In(label.InProject, "")
		if m == nil || m.Field > label.Year || m.Field == label.MoneyUnit || label.Blank(p.Text[pair.Start:pair.End]) {
			continue
		}
		if money.UnitIn(label.Normal(p.Text[pair.Start:pair.End])) == "" { // 单位：万元
			out = append(out, labelled{m.Field, pair, p})
		}
	}
	if out == nil && namesUnit(p.Text) {
		out = append(out, labelled{label.Unit, label.Pair{End: len(p.Text)}, p})
	}
	return out
}

// namesUnit says whether a line without labels is the name of a unit, before
// the number of the form (某局　　公开14表) or behind its own code (216001某局本级).
func namesUnit(text string) bool {
	if at, number := draft.CutFormNumber(text); number != "" && unitName(text[:at]) {
		return true
	}
	text = label.Trim(text)
	code, name := draft.SplitUnit(text)
	if len(code) < 6 || len(code) > 9 || !strings.HasPrefix(text, code) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(name)
	return unicode.Is(unicode.Han, r)
}

// labelled is a label with its value in a paragraph.
type labelled struct {
	field     label.Field
	pair      label.Pair
	paragraph *block.Paragraph
}

// captionLines gives the project what the lines above its tables say and the
// tables do not, and reports where they say another.
func (r *reading) captionLines() {
	p := r.Project
	for _, l := range r.rec.lines {
		f, text := l.field, l.paragraph.Text
		line := &block.Cell{Text: text, Start: l.paragraph.Start, End: l.paragraph.End}
		v := &sheet.Cell{Cell: line, Own: line, Table: &block.Table{Area: l.paragraph.Area}}
		key := &sheet.Cell{Cell: &block.Cell{Text: l.pair.Label}, Table: v.Table}
		switch {
		case f == label.Name && sameName(p.Name, text[l.pair.Start:l.pair.End]):
		case f == label.Year && r.Year != 0:
			r.otherYear(key, v, text[l.pair.Start:l.pair.End])
		case f.NamesUnit() && r.UnitNamed(f, text[l.pair.Start:l.pair.End]):
		case f.NamesUnit() && (r.Units[f-label.Unit].Value != nil || r.OtherUnit(text[l.pair.Start:l.pair.End])):
			r.Extra(label.Text(l.pair.Label), label.Trim(text[l.pair.Start:l.pair.End]), v)
		default:
			r.set(f, key, v, l.pair.Start, l.pair.End)
		}
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

// unitName says whether a text is the name of a unit, by how it ends.
func unitName(text string) bool {
	s := []rune(label.Normal(text))
	return len(s) >= 3 && len(s) <= 30 && strings.ContainsRune("局委办处科院校所站队会部厅署社馆园心府", s[len(s)-1])
}

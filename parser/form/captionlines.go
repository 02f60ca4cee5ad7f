package form

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jxmb/parser/block"
)

// maxLine bounds the runes of a paragraph above a table that is read for
// labels: 填报单位：…　单位：万元.
const maxLine = 80

// linePairs is the labels with their values in a paragraph above a table that
// name the project or its unit.
func (r *reader) linePairs(p *block.Paragraph) []labelled {
	if utf8.RuneCountInString(p.Text) > maxLine {
		return nil
	}
	var out []labelled
	for _, pair := range inlinePairs(p.Text) {
		e, _ := r.labels.lookup(pair.label)
		m := e.in(inProject, nil)
		if m == nil || m.field > fieldYear || m.field == fieldMoneyUnit || blank(p.Text[pair.start:pair.end]) {
			continue
		}
		if moneyUnit(normal(p.Text[pair.start:pair.end])) == "" { // 单位：万元
			out = append(out, labelled{m.field, pair, p})
		}
	}
	if code, name := splitUnit(trim(p.Text)); out == nil && len(code) >= 6 && len(code) <= 9 && strings.HasPrefix(trim(p.Text), code) {
		if r, _ := utf8.DecodeRuneInString(name); unicode.Is(unicode.Han, r) { // 216001某局本级
			out = append(out, labelled{fieldUnit, pair{end: len(p.Text)}, p})
		}
	}
	return out
}

// labelled is a label with its value in a paragraph.
type labelled struct {
	field     field
	pair      pair
	paragraph *block.Paragraph
}

// captionLines gives the project what the lines above its tables say and the
// tables do not.
func (r *reading) captionLines() {
	p := r.project
	for _, l := range r.rec.lines {
		f, text := l.field, l.paragraph.Text
		line := &block.Cell{Text: text, Start: l.paragraph.Start, End: l.paragraph.End}
		v := &cell{Cell: line, table: &block.Table{}}
		label := &cell{Cell: &block.Cell{Text: l.pair.label}, table: v.table}
		switch {
		case f == fieldName && p.Name != "", f == fieldCode && p.Code != "", f == fieldYear && r.year != 0:
		case f >= fieldUnit && f <= fieldImplementer && r.units[f-fieldUnit].value != nil:
		default:
			r.set(f, label, v, l.pair.start, l.pair.end)
		}
	}
}

// withoutSeal is the name of a unit without the note where its seal goes:
// 某局（盖章）.
func withoutSeal(name string) string {
	for _, seal := range [...]string{"盖章", "公章", "单位盖章", "章"} {
		for _, bracket := range [...][2]string{{"（", "）"}, {"(", ")"}} {
			if base, ok := strings.CutSuffix(name, bracket[0]+seal+bracket[1]); ok {
				return trim(base)
			}
		}
	}
	return name
}

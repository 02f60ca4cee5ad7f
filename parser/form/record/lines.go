package record

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jxmb/parser/block"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/money"
)

// maxLine bounds the runes of a paragraph above a table that is read for
// labels: 填报单位：…　单位：万元.
const maxLine = 80

// linePairs is the labels with their values in a paragraph above a table that
// name the project or its unit.
func (r *Gathering) linePairs(p *block.Paragraph) []labelled {
	length := label.Length(p.Text)
	if length > maxGoalLine {
		return nil
	}
	var out []labelled
	for _, pair := range PairsIn(r.words, p.Text) {
		f := r.lineField(pair.Label)
		if f == label.NoField || length > maxLine && f != label.Goals || label.Blank(p.Text[pair.Start:pair.End]) {
			continue
		}
		if money.UnitIn(label.Normal(p.Text[pair.Start:pair.End])) == "" { // 单位：万元
			out = append(out, labelled{f, pair, p})
		}
	}
	if out == nil && namesUnit(p.Text) {
		out = append(out, labelled{label.Unit, label.Pair{End: len(p.Text)}, p})
	}
	return out
}

// maxGoalLine bounds those of a paragraph that states the goals.
const maxGoalLine = 200

// inLines are the labels around the indicators that a line may begin with.
var inLines = label.These(label.Code, label.Name, label.Unit, label.Department, label.Implementer, label.UnitCode, label.Year, label.Money, label.Goals)

// lineField is what a label in a line names, NoField where it is none of those.
func (r *Gathering) lineField(text string) label.Field {
	e, _ := r.words.Lookup(label.WithoutYear(text))
	if m := e.In(label.InProject, ""); m != nil && (inLines.Has(m.Field) || m.Field == label.Extra) {
		return m.Field
	}
	if m := e.In(label.InMoney, ""); m != nil {
		return m.Field
	}
	if _, money := label.WordedAmount(text); money && e == nil {
		return label.Money
	}
	if label.Normal(text) == "项目" {
		return label.Name
	}
	return label.NoField
}

// labelled is a label with its value in a paragraph.
type labelled struct {
	Field     label.Field
	Pair      label.Pair
	Paragraph *block.Paragraph
}

// Identifies says whether the label tells which project it is, and not its money or goals.
func (l labelled) Identifies() bool { return l.Field.Between(label.Code, label.Year) }

// aside says whether the labels in a line are all of those kept as extra, as of the lines
// below a form: 填表人：…　联系电话：….
func aside(pairs []labelled) bool {
	return len(pairs) > 0 && !slices.ContainsFunc(pairs, func(l labelled) bool { return l.Field != label.Extra })
}

// namesUnit says whether a line without labels is the name of a unit, before
// the number of the form (某局　　公开14表) or behind its own code (216001某局本级).
func namesUnit(text string) bool {
	if at, number := draft.CutFormNumber(text); number != "" && UnitName(text[:at]) {
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

// UnitName says whether a text is the name of a unit, by how it ends.
func UnitName(text string) bool {
	s := []rune(label.Normal(text))
	return len(s) >= 3 && len(s) <= 30 && strings.ContainsRune("局委办处科院校所站队会部厅署社馆园心府", s[len(s)-1])
}

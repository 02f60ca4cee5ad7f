package value

import (
	"cmp"
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/value/lex"
)

// composite splits a text of several labelled values: at semicolons and line
// breaks, else at commas. Every part must state exactly one thing and name it, or
// between semicolons have a unit that no other has, or v is left alone.
func (s *verdict) composite(v *model.Value) bool {
	if len(s.expressions) < 2 && !s.HasToken(lex.ColonToken) {
		return false
	}
	for _, mark := range [...]lex.TokenKind{lex.SplitToken, lex.CommaToken} {
		if parts := s.split(mark); parts != nil {
			v.Kind, v.Parts = model.Composite, parts
			return true
		}
	}
	return false
}

// split cuts the text at marks of one kind outside brackets.
func (s *verdict) split(mark lex.TokenKind) []model.Value {
	if !s.HasToken(mark) {
		return nil
	}
	var parts []model.Value
	rest := s.expressions
	for i := 0; i <= len(s.Tokens); {
		j := s.markAfter(i, mark)
		stated := rest[:within(rest, j)]
		rest = rest[len(stated):]
		if j > i {
			if s.cutNumber(j) {
				return nil
			}
			part, ok := s.part(i, j, stated)
			if !ok {
				return nil
			}
			parts = append(parts, part)
		}
		i = j + 1
	}
	if len(parts) < 2 || !distinct(parts, mark) {
		return nil
	}
	return parts
}

// cutNumber reports that a narrow column broke the line at token i inside a number or in
// front of its unit: 9|0%, 12|月31日.
func (s *verdict) cutNumber(i int) bool {
	p := s.At(i).From
	return s.Is(p, '\n') && s.Digit(p-1) && s.In(p+1, ".%年月日0123456789")
}

// distinct reports that parts without a label measure different things: 100人；5场. A
// comma does not part such.
func distinct(parts []model.Value, mark lex.TokenKind) bool {
	bare, units := false, map[string]bool{}
	for i := range parts {
		bare = bare || parts[i].Label == ""
		if parts[i].Base != nil {
			units[parts[i].Base.Unit] = true
		}
	}
	return !bare || mark == lex.SplitToken && len(units) == len(parts)
}

// markAfter is the first token from i on that is a mark outside brackets.
func (s *verdict) markAfter(i int, mark lex.TokenKind) int {
	for i < len(s.Tokens) && (s.Tokens[i].Kind != mark || s.Tokens[i].Depth > 0) {
		i++
	}
	return i
}

// within counts the expressions that begin in front of token j.
func within(list []expression, j int) int {
	n := 0
	for n < len(list) && list[n].first < j {
		n++
	}
	return n
}

// part reads tokens [i,j) as label and value. 质量：合格 is a part without a
// number; its colon tells the label.
func (s *verdict) part(i, j int, stated []expression) (model.Value, bool) {
	from, end := s.Tokens[i].From, s.Tokens[j-1].End
	labelEnd, ok := s.labelEnd(i, j, stated)
	if !ok {
		return model.Value{}, false
	}
	if s.Is(labelEnd-1, ':') {
		labelEnd--
	}
	start := from
	if s.Tokens[i].Kind == lex.MarkToken {
		start = s.Tokens[i].End // a list number
	}
	label := cmp.Or(s.label(start, labelEnd), s.labelBehind(stated, end), strings.Trim(s.Source(from, start), itemMarks))
	if label == "" && !measured(stated) {
		return model.Value{}, false
	}
	v := s.parsePart(s.Source(from, end))
	v.Label = label
	return v, len(stated) == 0 || v.Kind != model.Qualitative
}

// measured reports one number with its unit, which tells what it is of.
func measured(stated []expression) bool {
	return len(stated) == 1 && stated[0].hasUnit
}

// labelEnd gives the glyph behind the label of tokens [i,j): what they state, or
// their last colon. A date may stand in front of a number: 3月底30%.
func (s *verdict) labelEnd(i, j int, stated []expression) (end int, ok bool) {
	switch {
	case len(stated) == 0:
		for k := i + 1; k < j-1; k++ {
			if s.Tokens[k].Kind == lex.ColonToken {
				end = s.Tokens[k].From
			}
		}
		return end, true
	case len(stated) == 1:
		return stated[0].from, true
	case len(stated) == 2 && stated[0].kind == aDate && stated[1].kind != aDate:
		return stated[1].from, true
	}
	return 0, false
}

// itemMarks stand around the number of a list item.
const itemMarks = " \t　、.．()（）"

// label is the wording between two glyphs without list numbers and marks.
func (s *verdict) label(from, end int) string {
	label := strings.Trim(s.Source(from, end), " \t　,，、。.:：()（）")
	if label == "否则" { // the other branch of a rule of scoring
		return ""
	}
	if strings.IndexFunc(label, isLetter) < 0 {
		return ""
	}
	return label
}

// labelBehind is the wording behind the one thing that a part states: 5场培训.
func (s *verdict) labelBehind(stated []expression, end int) string {
	if len(stated) != 1 {
		return ""
	}
	return s.label(stated[0].end, end)
}

// isLetter reports an ideograph or a Latin letter.
func isLetter(r rune) bool { return quantity.IsHan(r) || quantity.IsLatin(r) }

// parsePart reads one part; the hint is for the whole and does not apply.
func (s *verdict) parsePart(text string) model.Value {
	m := newStages()
	defer m.release()
	return m.judge(m.assemble(m.lex(text, Hint{})), true)
}

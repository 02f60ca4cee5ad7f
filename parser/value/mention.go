package value

import "jxmb/model"

// Mention is a quantity with a unit that running text names. Start and End
// are its byte range in the text.
type Mention struct {
	Start, End int
	Value      model.Value
}

// Mentions finds every quantity and range with a unit in running text, in
// order: 445人, 2400元/人·年 and 106.8万元 in "445人，每人每年2400元，共计106.8万元".
// Numbers without a unit, dates and list numbers are left out.
func Mentions(text string) []Mention {
	s := newScan(text)
	defer s.release()
	s.lex()
	s.assemble()
	var found []Mention
	for i := range s.expressions {
		e := &s.expressions[i]
		if e.kind == aDate || !e.hasUnit || e.bad {
			continue
		}
		r := s.reading(e)
		v := model.Value{Text: r.Text, Agreement: model.FigureOnly}
		v.Readings.Figure = &model.Reading{
			Text: r.Text, Operator: r.Operator, Number: r.Number, Upper: r.Upper, Unit: r.Unit, End: len(r.Text),
		}
		s.fill(&v, e, e.operator, model.UnitFromValue)
		found = append(found, Mention{r.Start, r.End, v})
	}
	return found
}

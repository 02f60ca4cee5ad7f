package workbook

import (
	"bytes"
	"strings"

	"github.com/xuri/excelize/v2"

	"jxmb/model"
	"jxmb/parser/ooxml"
)

// ownRule is the condition of the colours: it holds always, and says whose it is.
const ownRule = `N("jxmb")=0`

// colours of severities: of the words in comments, and of cells.
var colours = map[model.Severity]struct{ word, cell string }{
	model.Error: {"C00000", "FFC7CE"}, model.Warning: {"9C5700", "FFEB9C"}, model.Info: {"1F4E79", "DDEBF7"},
}

// colour sets the colour of a cell by a conditional format, which leaves its own
// style alone.
func (a *annotation) colour(at place, s model.Severity) error {
	style, ok := a.styles[s]
	if !ok {
		var err error
		style, err = a.file.NewConditionalStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colours[s].cell}}})
		if err != nil {
			return err
		}
		a.styles[s] = style
	}
	return a.file.SetConditionalFormat(at.sheet, at.cell, []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: ownRule, Format: &style}})
}

// removeColours takes the own conditional formats out of the sheets' parts before
// excelize has read them: taking one away through it takes its cells out of the
// ranges of all others.
func (a *annotation) removeColours() {
	depth := a.Limits.WithDefaults().Depth
	a.file.Pkg.Range(func(name, part any) bool {
		text, ok := part.([]byte)
		if ok && strings.HasPrefix(name.(string), "xl/worksheets/") && bytes.Contains(text, []byte("jxmb")) {
			a.file.Pkg.Store(name, withoutColours(name.(string), text, depth))
		}
		return true
	})
}

// withoutColours is the part of a sheet without the own rules, and without the
// elements that hold no others.
func withoutColours(name string, text []byte, depth int) []byte {
	var s ooxml.Scanner
	s.Reset(name, text, depth)
	var out []byte
	from := 0
	for s.Next() != ooxml.EOF {
		if s.Depth() != 2 || string(s.LocalName()) != "conditionalFormatting" {
			continue
		}
		start, rules, own := s.Start, 0, [][2]int(nil)
		for inner := s.Depth(); s.Within(inner); {
			if s.Depth() != inner+1 {
				continue
			}
			rule := s.Start
			s.Skip()
			if rules++; isOwn(&s, rule) {
				own = append(own, [2]int{rule, s.Pos})
			}
		}
		if len(own) > 0 && len(own) == rules {
			own = [][2]int{{start, s.Pos}}
		}
		for _, cut := range own {
			out = append(out, text[from:cut[0]]...)
			from = cut[1]
		}
	}
	if s.Err != nil {
		return text
	}
	return append(out, text[from:]...)
}

// isOwn tells whether the rule from an offset up to where the scanner stands is
// one of this program.
func isOwn(s *ooxml.Scanner, from int) bool {
	return strings.Contains(s.Unescape(s.Src[from:s.Pos]), ownRule)
}

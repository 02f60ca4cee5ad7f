package word

import (
	"strings"
	"testing"

	"jxmb/model"
)

// cell is a main part of one cell: a run in yellow, a plain one. With lit the
// cell is in the range of comment 7.
func cell(t *testing.T, lit bool) *markup {
	t.Helper()
	from, to := "", ""
	if lit {
		from, to = `<w:commentRangeStart w:id="7"/>`, `<w:commentRangeEnd w:id="7"/>`
	}
	m, err := readMarkup("word/document.xml", []byte(`<w:document xmlns:w="`+wordTransitional+`"><w:tc><w:p>`+from+
		`<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>甲</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>乙</w:t></w:r>`+to+
		`</w:p></w:tc></w:document>`))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestHighlightOfTheWriter: what a writer has highlighted keeps its colour, and
// nothing is added beside it that could be taken for his later on.
func TestHighlightOfTheWriter(t *testing.T) {
	m := cell(t, false)
	l := newLights(m, map[string]bool{"7": true})
	runs := m.textRuns(0, len(m.text))
	if l.add(place{to: anchor{offset: len(m.text)}}, runs, model.Error) {
		t.Error("the cell is lit")
	}
	e := &edits{}
	l.apply(e)
	if got := joined(e.apply(m.text)); got != string(m.text) {
		t.Errorf("changed to %s", got)
	}
}

// TestHighlightOfAnEarlierAnnotation: it changes its colour with the gravest
// finding, and goes with the last.
func TestHighlightOfAnEarlierAnnotation(t *testing.T) {
	for _, c := range []struct {
		severities []model.Severity
		want       string // colours in the order of the runs
	}{
		{nil, ""},
		{[]model.Severity{model.Info, model.Error, model.Warning}, "red red"},
		{[]model.Severity{model.Warning}, "yellow yellow"},
	} {
		m := cell(t, true)
		l := newLights(m, map[string]bool{"7": true})
		for _, s := range c.severities {
			if !l.add(place{to: anchor{offset: len(m.text)}}, m.textRuns(0, len(m.text)), s) {
				t.Error("the cell is not lit")
			}
		}
		e := &edits{}
		l.apply(e)
		got := joined(e.apply(m.text))
		var colours []string
		for part := range strings.SplitSeq(got, `highlight w:val="`) {
			if colour, _, ok := strings.Cut(part, `"/>`); ok && !strings.Contains(part, "<w:document") {
				colours = append(colours, colour)
			}
		}
		if strings.Join(colours, " ") != c.want || strings.Contains(got, "<w:rPr></w:rPr>") {
			t.Errorf("%v: %s", c.severities, got)
		}
	}
}

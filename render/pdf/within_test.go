package pdf

import (
	"fmt"
	"testing"

	"jxmb/model"
	"jxmb/render/view"
)

// TestLaidOutOnce holds that what takes many pages is not broken into lines in
// every size of type to see that it does not stay on one, and that no more of
// its texts are remembered than of a few pages.
func TestLaidOutOnce(t *testing.T) {
	const rows, text = 6000, 40
	p := model.Project{Name: "甲"}
	for i := range rows {
		p.Extra = append(p.Extra, model.Extra{Label: fmt.Sprintf("附记%05d", i), Text: fmt.Sprintf("%0*d", text-7, i)})
	}
	d := laidOut(t, &model.Document{Projects: []model.Project{p}}, view.Options{})
	// Twice, for extraRows looks whether a text is short.
	if most := 2*rows*text + 10_000; d.limits.text > most {
		t.Errorf("%d characters laid out for %d", d.limits.text, rows*text)
	}
	if len(d.broken) > maxBroken {
		t.Errorf("the lines of %d texts are kept", len(d.broken))
	}
	if len(d.pages) < 50 {
		t.Errorf("%d pages", len(d.pages))
	}
}

// TestMeasuredWithin: a table is told to be higher than allowed as soon as its
// rows are, and is measured whole where it is not.
func TestMeasuredWithin(t *testing.T) {
	d, err := newDoc(view.Options{})
	if err != nil {
		t.Fatal(err)
	}
	cols := columns(80, 20)
	list := &table{size: 9, leading: 13, head: []row{headRow(cols, "甲", "乙")}}
	for i := range 40 {
		list.rows = append(list.rows, row{{text: fmt.Sprintf("第%d行", i)}, {text: fmt.Sprintf("第%d行的文字很长很长很长很长很长很长", i)}}.over(cols))
	}
	whole := d.measured(list).total()
	if p := d.measuredWithin(list, whole); p == nil || p.total() != whole {
		t.Errorf("%v where %.1f is allowed", p, whole)
	}
	before := d.limits.text
	clear(d.broken)
	if p := d.measuredWithin(list, whole-1); p != nil {
		t.Errorf("%.1f high, more than allowed", p.total())
	}
	all := d.limits.text - before
	before = d.limits.text
	clear(d.broken)
	if p := d.measuredWithin(list, 200); p != nil || d.limits.text-before > all/2 {
		t.Errorf("looked at %d characters of %d", d.limits.text-before, all)
	}
}

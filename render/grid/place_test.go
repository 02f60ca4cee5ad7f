package grid_test

import (
	"context"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/submission"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/parser/block"
	"jxmb/render/grid"
)

func originOf(t *block.Table, c *block.Cell) model.Origin {
	return model.Origin{Table: t.Index, Row: c.Row, Column: c.Column}
}

// TestOriginsNameCells: every field and every finding of a document that stands in
// a cell names one that is shown, and a target the one that shows its text.
func TestOriginsNameCells(t *testing.T) {
	t.Parallel()
	data := fixtures.Reference()
	blocks, err := submission.Blocks(data)
	if err != nil {
		t.Fatal(err)
	}
	page, _ := grid.Of(context.Background(), blocks)
	shown := map[string]string{}
	page.Cells(func(c *grid.Cell) { shown[c.Key] = c.Text })
	d, err := submission.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range check.Run(d, check.Config{}) {
		if _, ok := shown[grid.Key(f.Origin)]; f.Origin.Column > 0 && !ok {
			t.Errorf("%s at %v: no such cell", f.Code, f.Origin)
		}
	}
	for i := range d.Projects {
		p := &d.Projects[i]
		for _, c := range p.Cells {
			if _, ok := shown[grid.Key(p.Origin.At(c))]; !ok {
				t.Errorf("%s of %s: no such cell", c.Field, p.Name)
			}
		}
		for k := range p.Indicators {
			in := &p.Indicators[k]
			if got := shown[grid.Key(in.Origin)]; got != in.Target.Text {
				t.Errorf("%s: its cell shows %q, its target is %q", in.ID, got, in.Target.Text)
			}
		}
	}
}

func TestKey(t *testing.T) {
	for o, want := range map[model.Origin]string{
		{Table: 3, Row: 2, Column: 4}: "3.2.4", {Table: 3, Row: 2}: "3.2", {Table: 3}: "3", {Bookmark: "a"}: "",
	} {
		if got := grid.Key(o); got != want {
			t.Errorf("%v: %q, want %q", o, got, want)
		}
	}
}

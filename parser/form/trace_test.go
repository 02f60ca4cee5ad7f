package form_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/layouts"
	"jxmb/fixtures/outside"
	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/form"
)

// TestTraceText holds the explanation of one layout, in both languages, to its
// golden file.
func TestTraceText(t *testing.T) {
	for _, l := range layouts.All() {
		if l.Name != "self-evaluation" && l.Name != "undeclared" {
			continue
		}
		var trace form.Trace
		if _, err := read(t, l.Data(), form.Options{Trace: &trace}); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		for _, lang := range []model.Lang{model.Chinese, model.English} {
			if err := trace.Write(&b, lang); err != nil {
				t.Fatal(err)
			}
		}
		golden(t, l.Name+".explain.txt", b.Bytes())
	}
}

// TestNothingVanishes follows every cell of every document to where it went:
// to the model, verbatim; to a label; to a finding; or, blank, nowhere.
func TestNothingVanishes(t *testing.T) {
	t.Parallel()
	docs := map[string][]byte{"reference": fixtures.Reference()}
	for _, p := range fixtures.Producers() {
		docs[p.Name] = p.Data()
	}
	for i, l := range layouts.All() {
		docs[l.Name] = l.Data()
		for k, m := range l.Mutations() {
			if !outside.Takes(i+k, 3) {
				continue
			}
			changed := l
			changed.Body = m.Body
			docs[l.Name+"/"+m.Name] = changed.Document(7).Bytes()
		}
	}
	for name, data := range docs {
		t.Run(name, func(t *testing.T) {
			blocks := blocksOf(t, data)
			var trace form.Trace
			d, err := form.Read(context.Background(), blocks, form.Options{Trace: &trace})
			if err != nil {
				t.Fatal(err)
			}
			followCells(t, blocks, &trace, d)
		})
	}
}

func followCells(t *testing.T, blocks *block.Document, trace *form.Trace, d *model.Document) {
	t.Helper()
	all := string(model.AppendJSON(nil, d, false))
	unread := map[string]bool{}
	for _, f := range d.Findings {
		if f.Code == "D007" {
			unread[f.Origin.String()] = true
		}
	}
	seen := 0
	for _, table := range trace.Tables {
		for _, c := range table.Cells {
			seen++
			place := fmt.Sprintf("%d(%d,%d)", table.Table, c.Row, c.Column)
			switch c.Rule {
			case "left":
				if !unread[place] {
					t.Errorf("%s %q was left over and is in no finding", place, c.Text)
				}
			case "label", "header":
			case "nothing":
				if strings.Trim(c.Text, "…. ") != "" && !strings.Contains(c.Text, "指标") {
					t.Errorf("%s %q was passed as not filled in", place, c.Text)
				}
			case "inline", "unit line", "title":
				// parts of the cell are read; each field has its own test
			default:
				if c.Field == "target.operator" && !strings.Contains(c.Text, "定") {
					continue // a sign: the model has its own spelling of it
				}
				for _, line := range strings.Split(c.Text, "\n") {
					if line = goalText(line); line != "" && !strings.Contains(all, line) {
						t.Errorf("%s %q (%s, %s) is nowhere in the result", place, line, c.Rule, c.Field)
					}
				}
			}
		}
	}
	cells := 0
	for _, b := range blocks.Blocks {
		if b.Table == nil {
			continue
		}
		for _, c := range b.Table.Cells {
			if strings.TrimSpace(c.Text) != "" {
				cells++
			}
		}
	}
	if seen != cells {
		t.Errorf("the trace follows %d cells of %d", seen, cells)
	}
}

// goalText is a line without a list number and outer blanks, in JSON's
// spelling.
func goalText(line string) string {
	line = strings.TrimSpace(line)
	for _, sep := range []string{".", "、", "）", "："} {
		if before, after, ok := strings.Cut(line, sep); ok && len(before) <= 7 {
			line = strings.TrimSpace(after)
		}
	}
	if i := strings.IndexByte(line, '-'); i >= 6 && strings.Trim(line[:i], "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
		line = line[i+1:] // a code before the name
	}
	if before, _, ok := strings.Cut(line, "["); ok {
		line = before // a unit with its code
	}
	return strings.NewReplacer(`"`, `\"`, `\`, `\\`).Replace(line)
}

// TestRefs holds every cell reference of the reference submission to the bytes
// it names: they hold the text of the field.
func TestRefs(t *testing.T) {
	data := fixtures.Reference()
	blocks := blocksOf(t, data)
	d, err := form.Read(context.Background(), blocks, form.Options{})
	if err != nil {
		t.Fatal(err)
	}
	tables := map[int]*block.Table{}
	for _, b := range blocks.Blocks {
		if b.Table != nil {
			tables[b.Table.Index] = b.Table
		}
	}
	check := func(ref model.CellRef, text string) {
		t.Helper()
		c := tables[ref.Table].At(ref.Row, ref.Column)
		if c == nil || c.Row != ref.Row || c.Column != ref.Column || !strings.Contains(c.Text, text) || ref.Start < c.Start || ref.End > c.End || ref.Start >= ref.End {
			t.Errorf("%+v does not refer to %q", ref, text)
		}
	}
	refs := 0
	for _, p := range d.Projects {
		texts := map[string]string{"code": p.Code, "name": p.Name, "unit.code": p.Unit.Code, "unit.name": p.Unit.Name, "purpose": p.Purpose,
			"budget.total": p.Budget.Total.Text, "budget.fiscal": p.Budget.Fiscal.Text, "budget.other": p.Budget.Other.Text}
		for i, s := range p.SpendingPlan {
			texts[fmt.Sprintf("spending_plan[%d]", i)] = s.Text
		}
		for i, g := range p.Goals {
			texts[fmt.Sprintf("goals[%d]", i)] = g
		}
		for _, ref := range p.Cells {
			text, ok := texts[ref.Field]
			if !ok {
				t.Errorf("project %d: reference to %q", p.Seq, ref.Field)
			}
			check(ref, text)
			delete(texts, ref.Field)
			refs++
		}
		for field := range texts {
			t.Errorf("project %d: nothing refers to the cell of %s", p.Seq, field)
		}
		for _, in := range p.Indicators {
			texts := map[string]string{"level1": in.Level1, "level2": in.Level2, "level3": in.Level3, "description": in.Description,
				"target": in.Target.Text, "basis": in.Basis}
			for _, ref := range in.Cells {
				check(ref, texts[ref.Field])
				delete(texts, ref.Field)
				refs++
			}
			if len(texts) > 0 {
				t.Errorf("project %d, %s: no reference for %v", p.Seq, in.Level3, texts)
			}
		}
	}
	if want := 13*12 + 118*6; refs < want {
		t.Errorf("%d references, want at least %d", refs, want)
	}
}

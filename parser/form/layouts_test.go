package form_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"jxmb/fixtures/facts"
	"jxmb/fixtures/layouts"
	"jxmb/fixtures/outside"
	"jxmb/model"
	"jxmb/parser/form"
)

var update = flag.Bool("update", false, "write the golden files anew; read the difference before keeping it")

const goldenDir = "../../fixtures/layouts/golden"

// TestLayouts holds each layout to the table of its facts and to the bytes they
// stand in, and LibreOffice's copy of it to the same data.
func TestLayouts(t *testing.T) {
	t.Parallel()
	for _, l := range layouts.All() {
		t.Run(l.Name, func(t *testing.T) {
			d, err := read(t, l.Data(), form.Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range d.Projects {
				if p.Form != l.Form {
					t.Errorf("read as %s, want %s", p.Form, l.Form)
				}
			}
			table, err := facts.Table(model.AppendJSON(nil, d, false))
			if err != nil {
				t.Fatal(err)
			}
			golden(t, l.Name+".txt", []byte(table))
			placed(t, d, l.Data())
			resaved, err := read(t, l.Resaved(), form.Options{})
			if err != nil {
				t.Fatal(err)
			}
			same(t, "LibreOffice's copy", d, resaved)
			placed(t, resaved, l.Resaved())
		})
	}
}

// TestWholeJSON holds one layout to its JSON, every key and byte offset in it.
// All others are held to the table of their facts.
func TestWholeJSON(t *testing.T) {
	for _, l := range layouts.All() {
		if l.Name != "undeclared" {
			continue
		}
		d, err := read(t, l.Data(), form.Options{})
		if err != nil {
			t.Fatal(err)
		}
		golden(t, l.Name+".json", append(model.AppendJSON(nil, d, true), '\n'))
	}
}

// placed holds every place in d to the bytes of the file it was read from.
func placed(t *testing.T, d *model.Document, data []byte) {
	t.Helper()
	wrong, count, err := facts.Misplaced(model.AppendJSON(nil, d, false), data)
	if err != nil || count == 0 {
		t.Fatal(count, err)
	}
	for _, w := range wrong {
		t.Error(w)
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join(goldenDir, name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := layouts.Differ(string(want), string(got)); d != "" {
		t.Errorf("%s %s", path, d)
	}
}

// same compares what two documents say, wherever it stands.
func same(t *testing.T, what string, want, got *model.Document) {
	t.Helper()
	if d := layouts.Differ(layouts.Said(want), layouts.Said(got)); d != "" {
		t.Errorf("%s: %s", what, d)
	}
	for i, f := range want.Findings {
		if len(got.Findings) != len(want.Findings) || got.Findings[i].Code != f.Code || got.Findings[i].Message != f.Message {
			t.Errorf("%s: findings %v, want %v", what, got.Findings, want.Findings)
			break
		}
	}
}

// TestMutations changes each layout in ways that must not change its data.
func TestMutations(t *testing.T) {
	t.Parallel()
	count := map[string]int{}
	for i, l := range layouts.All() {
		want, err := read(t, l.Data(), form.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for k, m := range l.Mutations() {
			if count[m.Name]++; !outside.Takes(i+k, 2) {
				continue
			}
			t.Run(l.Name+"/"+m.Name, func(t *testing.T) {
				changed := l
				changed.Body = m.Body
				got, err := read(t, changed.Document(uint64(100+i)).Bytes(), form.Options{})
				if err != nil {
					t.Fatal(err)
				}
				same(t, m.Name, want, got)
			})
		}
	}
	for _, name := range []string{"columns reordered", "synonyms", "blanks in labels", "header repeated", "page break", "title row",
		"blank instead of joined across", "blank instead of joined down", "again instead of joined down"} {
		if count[name] < 5 {
			t.Errorf("only %d layouts could be changed by %q", count[name], name)
		}
	}
}

// TestRowMissing leaves out the row that names the department: everything else
// must be as before.
func TestRowMissing(t *testing.T) {
	tried := 0
	for _, l := range layouts.All() {
		for _, label := range []string{"主管部门", "主管部门及代码", "部门名称", "项目属性"} {
			body := l.WithoutRow(label)
			if body == nil {
				continue
			}
			tried++
			want, _ := read(t, l.Data(), form.Options{})
			changed := l
			changed.Body = body
			got, err := read(t, changed.Document(1).Bytes(), form.Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range []*model.Document{want, got} {
				d.Unit = model.Unit{}
				for i := range d.Projects {
					d.Projects[i].Unit, d.Projects[i].Extra = model.Unit{}, nil
					if e := d.Projects[i].Evaluation; e != nil { // one form prints the total beside the department
						e.Total, e.Printed = "", nil
					}
				}
			}
			same(t, l.Name+" without "+label, want, got)
		}
	}
	if tried < 8 {
		t.Errorf("only %d rows could be left out", tried)
	}
}

package form

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/form/sheet"
)

// TestExamples reads the example of every built-in form.
func TestExamples(t *testing.T) {
	l := Default()
	if len(l.forms) < 10 {
		t.Fatalf("only %d forms", len(l.forms))
	}
	for _, f := range l.Forms() {
		t.Run(f.ID, func(t *testing.T) {
			if err := l.try(f); err != nil {
				t.Error(err)
			}
		})
	}
}

// own is a form file of a user's own, with a label that only it knows.
const own = `{
  "id": "own", "name": {"zh": "自有表样", "en": "own form"}, "source": "our office",
  "needs": ["name", "本年安排", "level3", "target"],
  "labels": [{"label": "本年安排", "scope": "money", "field": "total"}],
  "example": {
    "caption": "单位：万元",
    "tables": [["项目名称 | 甲 | 本年安排 | 12", "一级指标 | 二级指标 | 三级指标 | 指标值", "产出指标 | 数量指标 | 次数 | ≥3次"]],
    "expect": {"name": "甲", "budget.total.yuan": "120000", "indicators[0].target.unit": "次"}
  }
}`

func TestLoadForms(t *testing.T) {
	l, err := LoadForms(fstest.MapFS{"own.json": {Data: []byte(own)}, "README.md": {Data: []byte("not read")}})
	if err != nil {
		t.Fatal(err)
	}
	if l.form("own") == nil || len(l.forms) != len(Default().forms)+1 || Default().form("own") != nil {
		t.Error("the form was not added to a library of its own")
	}
	if byID := func(a, b *Form) int { return strings.Compare(a.ID, b.ID) }; !slices.IsSortedFunc(l.Forms(), byID) {
		t.Error("the forms are not listed by their ids")
	}
	for _, f := range l.forms {
		if err := l.try(f); err != nil {
			t.Errorf("beside the user's form, %s: %v", f.ID, err)
		}
	}
	// The built-in forms do not see the label.
	d, err := Read(context.Background(), exampleDocument(t, l.form("own")), Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := d.Projects[0]
	if p.Form == "own" || p.Budget.Total != nil || len(p.Extra) != 1 || p.Extra[0] != (model.Extra{Label: "本年安排", Text: "12"}) {
		t.Errorf("without the form it is read as %s: total %v, extra %v", p.Form, p.Budget.Total, p.Extra)
	}
}

func exampleDocument(t *testing.T, f *Form) *block.Document {
	t.Helper()
	doc := new(block.Document)
	for i, rows := range f.example.Tables {
		table, err := sheet.Draw(rows)
		if err != nil {
			t.Fatal(err)
		}
		table.Index = i + 1
		doc.Blocks = append(doc.Blocks, block.Block{Table: table})
	}
	return doc
}

// TestLoadFormsStrict changes the form file so that it must be refused.
func TestLoadFormsStrict(t *testing.T) {
	for _, c := range []struct{ name, from, to, want string }{
		{"unknown key", `"source"`, `"sauce"`, `the key "sauce" is unknown`},
		{"key twice", `"source": "our office"`, `"source": "a", "source": "b"`, `key "source" stands twice`},
		{"nested key twice", `"scope": "money", `, `"scope": "money", "scope": "money", `, `key "scope" stands twice`},
		{"second form", "\n}", "\n} {}", "more than one form"},
		{"bad id", `"id": "own"`, `"id": "Own Form"`, "want lower-case"},
		{"known id", `"id": "own"`, `"id": "project-annual"`, "there is such a form already"},
		{"no name", `"en": "own form"`, `"en": ""`, "name.en and source are needed"},
		{"unknown need", `"level3",`, `"level4",`, `"level4" is neither a field nor a label`},
		{"need twice", `"level3",`, `"level3", "level3",`, `"level3" stands twice`},
		{"unknown scope", `"scope": "money"`, `"scope": "cash"`, `unknown scope "cash"`},
		{"field of another scope", `"field": "total"`, `"field": "level1"`, `scope money has no field "level1"`},
		{"label not normal", `"label": "本年安排"`, `"label": "本年 安排"`, `write "本年安排"`},
		{"no example", `"tables"`, `"table"`, `the key "table" is unknown`},
		{"no tables", `[["项目名称 | 甲 | 本年安排 | 12", "一级指标 | 二级指标 | 三级指标 | 指标值", "产出指标 | 数量指标 | 次数 | ≥3次"]]`, `[]`, "the example is the form's test"},
		{"empty expectation", `{"name": "甲", "budget.total.yuan": "120000", "indicators[0].target.unit": "次"}`, `{}`, "the example is the form's test"},
		{"wrong expectation", `"120000"`, `"12"`, `budget.total.yuan is "120000", want "12"`},
		{"unknown path", `"budget.total.yuan"`, `"budget.sum"`, `there is no field "sum"`},
		{"beyond the list", `"indicators[0]`, `"indicators[7]`, "the list has 1 elements"},
		{"ragged table", `| ≥3次"`, `"`, "row 3 has 3 cells, the first row 4"},
		{"read as another form", `"needs": ["name", "本年安排", "level3", "target"]`, `"needs": ["plan"]`, "it was read as form general"},
		{"no json", own, `form`, "line 1 is not valid JSON"},
		{"value of another kind", `"needs": [`, `"needs": "name", "bars": [`, `the value of key "needs" must not be a string`},
		{"cut off", own, `{"id": "own"`, "ends too early"},
	} {
		text := strings.Replace(own, c.from, c.to, 1)
		if text == own {
			t.Fatalf("%s: nothing was changed", c.name)
		}
		_, err := LoadForms(fstest.MapFS{"own.json": {Data: []byte(text)}})
		var refused *model.Fault
		if !errors.As(err, &refused) || !strings.Contains(err.Error(), c.want) || refused.Kind != model.FaultForms || !strings.Contains(refused.What.ZH, "own.json") {
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.want)
		}
	}
	wrong := strings.NewReplacer(`"120000"`, `"12"`).Replace(own)
	_, err := LoadForms(fstest.MapFS{"own.json": {Data: []byte(wrong)}})
	var refused *model.Fault
	if want := `表样文件 own.json 不能用：example（示例）：budget.total.yuan 读出 "120000"，应为 "12"`; !errors.As(err, &refused) || refused.What.ZH != want {
		t.Errorf("in Chinese: %v, want %s", refused, want)
	}
	_, err = LoadForms(fstest.MapFS{"own.json": {Data: []byte("{\n\"id\" 甲，\n乙\n}")}})
	if want := `表样文件 own.json 不能用：第 2 行不是合法的 JSON：从“甲，”起`; !errors.As(err, &refused) || refused.What.ZH != want {
		t.Errorf("in Chinese: %v, want %s", refused, want)
	}
	if _, err := LoadForms(fstest.MapFS{}); err == nil {
		t.Error("an empty folder was accepted")
	}
}

// TestOwnForms holds that a form of the user goes before built-in ones, however
// little it needs, that two of them are told apart by what they need, and that
// the loss of one is said.
func TestOwnForms(t *testing.T) {
	form := func(id, needs string) string {
		return strings.NewReplacer(`"id": "own"`, `"id": "`+id+`"`, `"needs": ["name", "本年安排", "level3", "target"]`, `"needs": [`+needs+`]`).Replace(own)
	}
	for _, c := range []struct {
		name, form, finding string
		files               []string
	}{
		{"needs less than the built-in one", "own", "", []string{form("own", `"name"`)}},
		{"needs as much as another of the user's", "own", "D015: the form is ambiguous: own, twin all match; read as own", []string{form("own", `"name", "target"`), form("twin", `"name", "level3"`)}},
		{"needs more than another of the user's", "twin", "", []string{form("own", `"name"`), form("twin", `"name", "level3"`)}},
		{"needs what is not there", "project-annual", "D032: the form own that you loaded was not used: there is no plan, 本年安排; read as project-annual", []string{form("own", `"name", "plan", "本年安排"`)}},
	} {
		files := fstest.MapFS{}
		for i, text := range c.files {
			text = strings.Replace(text, `"labels": [{"label": "本年安排"`, `"labels": [{"label": "本年安排`+strings.Repeat("数", i)+`"`, 1)
			files[fmt.Sprintf("%d.json", i)] = &fstest.MapFile{Data: []byte(text)}
		}
		l, err := Default().with(files, true)
		if err != nil {
			t.Fatal(err)
		}
		var trace Trace
		d, err := Read(context.Background(), exampleDocument(t, l.form("project-annual")), Options{Forms: l, Lang: model.English, Trace: &trace})
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		for _, f := range d.Findings {
			if f.Code == "D015" || f.Code == "D032" {
				said += f.Code + ": " + f.Message
			}
		}
		if d.Projects[0].Form != c.form || said != c.finding || len(trace.Tables[0].Candidates) == 0 {
			t.Errorf("%s: read as %s, %q; candidates %v", c.name, d.Projects[0].Form, said, trace.Tables[0].Candidates)
		}
	}
}

// TestFormsInOneLanguage holds the reasons for which a form file is refused to
// the language of their reader.
func TestFormsInOneLanguage(t *testing.T) {
	for _, text := range []string{"form", `{"id": 5}`, `{"id": "own", "needs": "name"}`, `{"id": "own",`, `{"id": "own" "name"}`, "", `{"ID": "own", "nme": {}}`} {
		_, err := LoadForms(fstest.MapFS{"own.json": {Data: []byte(text)}})
		var refused *model.Fault
		if !errors.As(err, &refused) {
			t.Fatalf("%q: %v", text, err)
		}
		for _, word := range []string{"invalid", "character", "string", "number", "unexpected", "object"} {
			if strings.Contains(refused.What.ZH, word) {
				t.Errorf("%q: %s", text, refused.What.ZH)
			}
		}
		if strings.ContainsFunc(refused.What.EN, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			t.Errorf("%q: %s", text, refused.What.EN)
		}
	}
}

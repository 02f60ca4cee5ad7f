package render

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"jxmb/fixtures"
	"jxmb/fixtures/layouts"
	"jxmb/fixtures/outside"
	"jxmb/fixtures/schema"
	"jxmb/model"
	"jxmb/parser"
	"jxmb/render/view"
)

func compiled(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	text, ok := Schema(name)
	if !ok {
		t.Fatalf("no schema of %s", name)
	}
	return schema.Compiled(t, text)
}

// TestSchemaHoldsForFixtures validates the output for every document that the
// fixtures say can be read.
func TestSchemaHoldsForFixtures(t *testing.T) {
	s := compiled(t, "document")
	lines, values := compiled(t, "project"), compiled(t, "value")
	docs := append(fixtures.Cases(), fixtures.Producers()...)
	docs = append(docs, fixtures.Doc{Name: "reference", Path: fixtures.ReferencePath})
	files := map[string][]byte{}
	for i, f := range docs {
		if outside.Takes(i, 2) {
			files[f.Path] = f.Data()
		}
	}
	for i, l := range layouts.All() {
		if outside.Takes(i, 2) {
			files[l.Name] = l.Data()
		}
	}
	read := 0
	for name, data := range files {
		d, err := parser.Parse(context.Background(), bytes.NewReader(data), int64(len(data)), parser.Options{Name: "a.docx"})
		if err != nil {
			continue // whether it may fail is the parser's own test
		}
		read++
		for _, text := range [][]byte{model.AppendJSON(nil, d, true), model.AppendPlainJSON(nil, d, false)} {
			if err := schema.Validate(s, text); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		for line := range bytes.Lines(formatted(t, "ndjson", d, view.Options{})) {
			if err := schema.Validate(lines, line); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		for i := range d.Projects {
			for k := range d.Projects[i].Indicators {
				if err := schema.Validate(values, model.AppendJSON(nil, &d.Projects[i].Indicators[k].Target, false)); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
		}
	}
	if read == 0 {
		t.Fatal("no fixture could be read")
	}
}

func TestSchemaRefuses(t *testing.T) {
	s := compiled(t, "document")
	whole := string(model.AppendJSON(nil, &model.Document{Schema: model.Schema, Projects: []model.Project{{
		Indicators: []model.Indicator{{Weight: "10.5", Target: model.Value{Kind: model.Quantity, UnitSource: model.UnitFromNone, Agreement: model.NoAgreement}}},
	}}}, false))
	if err := schema.Validate(s, []byte(whole)); err != nil {
		t.Fatalf("the whole document: %v", err)
	}
	for name, edit := range map[string][2]string{
		"another schema version": {`"schema":"jxmb/1"`, `"schema":"jxmb/2"`},
		"a key too many":         {`"outline":null`, `"outline":null,"more":1`},
		"a key too few":          {`"outline":null,`, ``},
		"a float":                {`"weight":"10.5"`, `"weight":10.5`},
		"an exponent":            {`"weight":"10.5"`, `"weight":"1e3"`},
		"a trailing zero":        {`"weight":"10.5"`, `"weight":"10.50"`},
		"minus zero":             {`"weight":"10.5"`, `"weight":"-0"`},
		"an unknown kind":        {`"kind":"quantity"`, `"kind":"number"`},
		"an unknown operator":    {`"operator":null`, `"operator":"≥"`},
		"null for a list":        {`"findings":[]`, `"findings":null`},
	} {
		t.Run(name, func(t *testing.T) {
			edited := strings.Replace(whole, edit[0], edit[1], 1)
			if edited == whole {
				t.Fatalf("%s does not occur in %s", edit[0], whole)
			}
			if schema.Validate(s, []byte(edited)) == nil {
				t.Error("accepted")
			}
		})
	}
}

// TestSchemaOfBatchLines holds the lines that only a batch has.
func TestSchemaOfBatchLines(t *testing.T) {
	s := compiled(t, "project")
	var b bytes.Buffer
	all := allLines.Start(&b, view.Options{})
	season := &view.Season{}
	if err := all.Add(t.Context(), season.Add("a/b.docx", nil, &model.Fault{Kind: model.FaultEmpty, What: model.Say("空", "empty")})); err != nil {
		t.Fatal(err)
	}
	season.AddCross(maps.All(map[string]*model.Finding{"a/c.docx": {Code: "I006", Severity: model.Warning, Message: "m"}}))
	if err := all.Close(t.Context(), season); err != nil {
		t.Fatal(err)
	}
	for line := range bytes.Lines(b.Bytes()) {
		if err := schema.Validate(s, line); err != nil {
			t.Errorf("%s: %v", line, err)
		}
		if schema.Validate(s, bytes.Replace(line, []byte(`"type":"f`), []byte(`"type":"g`), 1)) == nil {
			t.Errorf("a line of an unknown type is accepted: %s", line)
		}
	}
}

// TestSchemaTitles holds that every property says in Chinese and English what it
// is, and what it holds; and that no line of the table of words is left over.
func TestSchemaTitles(t *testing.T) {
	left := maps.Clone(words())
	for _, name := range SchemaNames() {
		text, _ := Schema(name)
		var s struct {
			ID   string `json:"$id"`
			Defs map[string]struct {
				Properties map[string]struct {
					Title       string
					English     string `json:"x-title-en"`
					Description string
				}
				Required             []string
				AdditionalProperties any
			} `json:"$defs"`
		}
		if err := json.Unmarshal(text, &s); err != nil {
			t.Fatal(err)
		}
		if len(s.Defs) == 0 || s.ID != "urn:jxmb:schema:1:"+name {
			t.Fatalf("%d definitions, $id %s", len(s.Defs), s.ID)
		}
		for object, def := range s.Defs {
			if def.AdditionalProperties != false {
				t.Errorf("%s allows other keys", object)
			}
			for key, p := range def.Properties {
				optional := slices.Contains([]string{"sheet", "cell", "corrections", "ignored"}, key) || isPlace(key) // of workbooks or reviews alone; left out on demand
				if slices.Contains(def.Required, key) == optional {
					t.Errorf("%s.%s: required is %v", object, key, !optional)
				}
				if p.Title == "" || p.English == "" || p.Description == "" {
					t.Errorf("%s.%s lacks a title or a description: schema.tsv, and the tag of the field", object, key)
				}
				delete(left, object+"."+key)
			}
		}
	}
	for key := range left {
		t.Errorf("schema.tsv has %s, which no type has", key)
	}
}

// TestWordsAreChecked: a row that lacks a cell or stands twice is no row passed over.
func TestWordsAreChecked(t *testing.T) {
	for _, table := range []string{"A.b\tTitle\tWhat it holds.\n", "A.b\t\t\tWhat it holds.\n", "A.b\tT\t\tD\nA.b?\tT\t\tD\n"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q was read", table)
				}
			}()
			ParseWords(table)
		}()
	}
}

package render

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"jxmb/fixtures"
	"jxmb/model"
	"jxmb/parser"
)

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("jxmb.json", parsed); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("jxmb.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(s *jsonschema.Schema, doc []byte) error {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(doc))
	if err != nil {
		return err
	}
	return s.Validate(v)
}

// TestSchemaHoldsForFixtures validates the output for every document that the
// fixtures say can be read.
func TestSchemaHoldsForFixtures(t *testing.T) {
	s := compiled(t)
	docs := append(fixtures.Cases(), fixtures.Producers()...)
	docs = append(docs, fixtures.Doc{Name: "reference", Path: fixtures.ReferencePath})
	read := 0
	for _, f := range docs {
		data := f.Data()
		d, err := parser.Parse(context.Background(), bytes.NewReader(data), int64(len(data)), parser.Options{Name: f.Name + ".docx"})
		if err != nil {
			continue // whether it may fail is the parser's own test
		}
		read++
		if err := validate(s, model.AppendJSON(nil, d, true)); err != nil {
			t.Errorf("%s: %v", f.Path, err)
		}
	}
	if read == 0 {
		t.Fatal("no fixture could be read")
	}
}

func TestSchemaRefuses(t *testing.T) {
	s := compiled(t)
	whole := string(model.AppendJSON(nil, &model.Document{Schema: model.Schema, Projects: []model.Project{{
		Indicators: []model.Indicator{{Weight: "10.5", Target: model.Value{Kind: model.Quantity, UnitSource: model.UnitFromNone, Agreement: model.NoAgreement}}},
	}}}, false))
	if err := validate(s, []byte(whole)); err != nil {
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
			if validate(s, []byte(edited)) == nil {
				t.Error("accepted")
			}
		})
	}
}

// TestSchemaTitles holds that every property says in Chinese what it is.
func TestSchemaTitles(t *testing.T) {
	var s struct {
		Defs map[string]struct {
			Properties           map[string]struct{ Title string }
			Required             []string
			AdditionalProperties any
		} `json:"$defs"`
	}
	if err := json.Unmarshal(Schema(), &s); err != nil {
		t.Fatal(err)
	}
	if len(s.Defs) == 0 {
		t.Fatal("no definitions")
	}
	for name, def := range s.Defs {
		if def.AdditionalProperties != false {
			t.Errorf("%s allows other keys", name)
		}
		for key, p := range def.Properties {
			workbook := key == "sheet" || key == "cell" // of workbooks alone
			if slices.Contains(def.Required, key) == workbook {
				t.Errorf("%s.%s: required is %v", name, key, !workbook)
			}
			if p.Title == "" {
				t.Errorf("%s.%s has no title", name, key)
			}
		}
	}
}

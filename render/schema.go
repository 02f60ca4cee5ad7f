package render

import (
	"bytes"
	"cmp"
	_ "embed"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/invopop/jsonschema"

	"jxmb/model"
	"jxmb/model/tsv"
)

// decimalPattern is the canonical spelling of [model.Decimal].
const decimalPattern = `^(0|-?[1-9][0-9]*|-?(0|[1-9][0-9]*)\.[0-9]*[1-9])$`

// schemas are the outputs that have a schema here: the types that stand at their
// top, one of which an output is.
var schemas = map[string][]any{
	"document": {&model.Document{}},
	"project":  {&documentLine{}, &projectLine{}, &failureLine{}, &findingLine{}},
	"value":    {&model.Value{}},
}

// SchemaNames are the outputs that [Schema] knows, that of convert first.
func SchemaNames() []string { return []string{"document", "project", "value"} }

// Schema is the JSON Schema (draft 2020-12) of an output as [model.AppendJSON]
// writes it: of a document, of a line of NDJSON ("project") or of a value. Every
// key is there, no other key is, and what is absent is null; places are not there
// where they were left out. It is made from the Go types and their tags.
func Schema(name string) ([]byte, bool) {
	tops, ok := schemas[name]
	if !ok {
		return nil, false
	}
	return SchemaOf(name, "绩效目标表 "+model.Schema, nil, tops...), true
}

// SchemaOf is the schema, by its name, of what is one of the types. More words
// are those of types that no document holds.
func SchemaOf(name, title string, more Words, tops ...any) []byte {
	s := reflected(tops)
	s.ID, s.Title = jsonschema.ID("urn:jxmb:schema:1:"+name), title
	for object, def := range s.Definitions {
		describe(object, def, more)
	}
	b, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		panic(fmt.Sprintf("render: internal error: the schema of %s has no JSON form: %v", name, err))
	}
	b = bytes.ReplaceAll(bytes.ReplaceAll(b, []byte(`\u003c`), []byte("<")), []byte(`\u003e`), []byte(">")) // for people
	return append(b, '\n')
}

// reflected is the schema of what is one of the types, without words.
func reflected(tops []any) *jsonschema.Schema {
	var all *jsonschema.Schema
	for _, top := range tops {
		r := jsonschema.Reflector{Anonymous: true, Mapper: mapped} // ids would be import paths, which mean nothing to readers
		s := r.Reflect(top)
		if all == nil {
			all = &jsonschema.Schema{Version: s.Version, Definitions: jsonschema.Definitions{}}
		}
		all.OneOf = append(all.OneOf, &jsonschema.Schema{Ref: s.Ref})
		for name, def := range s.Definitions {
			all.Definitions[name] = def
		}
	}
	if len(all.OneOf) == 1 {
		all.Ref, all.OneOf = all.OneOf[0].Ref, nil
	}
	return all
}

// mapped are the types that are no structs in JSON.
func mapped(t reflect.Type) *jsonschema.Schema {
	switch t {
	case reflect.TypeFor[model.Decimal]():
		return &jsonschema.Schema{Type: "string", Pattern: decimalPattern}
	case reflect.TypeFor[model.Args]():
		return &jsonschema.Schema{Type: "object", AdditionalProperties: &jsonschema.Schema{Type: "string"}}
	}
	return nil
}

// describe says of the properties of an object what they hold, and which of them
// may be left out.
func describe(name string, object *jsonschema.Schema, more Words) {
	object.Required = slices.DeleteFunc(object.Required, isPlace)
	for p := object.Properties.Oldest(); p != nil; p = p.Next() {
		s := p.Value
		if len(s.OneOf) > 0 && s.Title == "" { // schema viewers look at the property itself
			s.Title, s.OneOf[0].Title = s.OneOf[0].Title, ""
		}
		w, ok := words()[name+"."+p.Key]
		if !ok {
			w = more[name+"."+p.Key]
			s.Title = cmp.Or(s.Title, w.chinese)
		}
		if w.nullable {
			value := *s
			value.Title = ""
			*s = jsonschema.Schema{Title: s.Title, OneOf: []*jsonschema.Schema{&value, {Type: "null"}}}
		}
		if more != nil && s.Pattern != "" {
			s.Pattern = "^$|" + s.Pattern // a report has empty sums
		}
		s.Description = w.description
		s.Extras = map[string]any{"x-title-en": w.title}
		switch p.Key {
		case "schema":
			if s.Const = model.Schema; !ok {
				s.Const = w.description
			}
		case "type":
			s.Const = w.description
		}
	}
}

// isPlace are the keys that --no-origin leaves out.
func isPlace(key string) bool {
	return slices.Contains([]string{"origin", "cells", "also", "start", "end"}, key)
}

//go:embed schema.tsv
var schemaTable string

// Words are what people are told of properties, by type and key.
type Words map[string]property

type property struct {
	title, description string
	chinese            string // title of properties whose tag has none
	nullable           bool
}

// words are those of documents and their lines.
var words = sync.OnceValue(func() Words { return withColumns(ParseWords(schemaTable)) })

// withColumns adds the columns of words that the table has no line for: their
// heads say what they hold.
func withColumns(words Words) Words {
	for _, c := range model.TextColumns {
		key := "Indicator." + c.Key
		if _, ok := words[key]; !ok {
			words[key] = property{title: c.Head.EN, description: c.Head.ZH + ", as written."}
		}
	}
	return words
}

// ParseWords reads a table: property, title, the Chinese title where tags have none,
// and description, set apart by tabs. A "?" behind a property says that it may be
// null.
func ParseWords(table string) Words {
	words := Words{}
	tsv.Must("schema.tsv", table, 4, func(row []string) error {
		key, nullable := strings.CutSuffix(row[0], "?")
		if _, twice := words[key]; twice || row[1] == "" {
			return fmt.Errorf("%s stands twice or has no title", key)
		}
		words[key] = property{title: row[1], chinese: row[2], description: row[3], nullable: nullable}
		return nil
	})
	return words
}

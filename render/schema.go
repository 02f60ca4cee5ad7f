package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"

	"github.com/invopop/jsonschema"

	"jxmb/model"
)

// decimalPattern is the canonical spelling of [model.Decimal].
const decimalPattern = `^(0|-?[1-9][0-9]*|-?(0|[1-9][0-9]*)\.[0-9]*[1-9])$`

// Schema is the JSON Schema (draft 2020-12) of [model.Document] as
// [model.AppendJSON] writes it: every key is there, but for those that belong to
// another kind of file, no other key is, and what is absent is null. It is made from the Go types and their tags.
func Schema() []byte {
	r := jsonschema.Reflector{
		Anonymous: true, // ids would be import paths, which mean nothing to readers
		Mapper: func(t reflect.Type) *jsonschema.Schema {
			if t == reflect.TypeFor[model.Decimal]() {
				return &jsonschema.Schema{Type: "string", Pattern: decimalPattern}
			}
			if t == reflect.TypeFor[model.Args]() {
				return &jsonschema.Schema{Type: "object", AdditionalProperties: &jsonschema.Schema{Type: "string"}}
			}
			return nil
		},
	}
	s := r.Reflect(&model.Document{})
	s.Title = "绩效目标表 " + model.Schema
	if p, ok := s.Definitions["Document"].Properties.Get("schema"); ok {
		p.Const = model.Schema
	}
	for _, def := range s.Definitions {
		hoistTitles(def)
	}
	b, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		panic(fmt.Sprintf("render: internal error: the schema of Document has no JSON form: %v", err))
	}
	b = bytes.ReplaceAll(bytes.ReplaceAll(b, []byte(`\u003c`), []byte("<")), []byte(`\u003e`), []byte(">")) // for people
	return append(b, '\n')
}

// hoistTitles moves the title of a property that may be null from the branch
// of its value to the property itself, where schema viewers look for it.
func hoistTitles(object *jsonschema.Schema) {
	for p := object.Properties.Oldest(); p != nil; p = p.Next() {
		if s := p.Value; len(s.OneOf) > 0 && s.Title == "" {
			s.Title, s.OneOf[0].Title = s.OneOf[0].Title, ""
		}
	}
}

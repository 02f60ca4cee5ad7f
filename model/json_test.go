package model

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// filled sets every field that v can reach to something that is not zero, so
// that a field the encoder forgets shows as a difference.
func filled(v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("≥90 <\"\\\n&>\t年")
		if v.Type() == reflect.TypeFor[Decimal]() {
			v.SetString("1.5")
		}
	case reflect.Int, reflect.Int64:
		v.SetInt(7)
	case reflect.Pointer:
		if depth > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			filled(v.Elem(), depth-1)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 0, 2))
		if depth > 0 {
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			filled(v.Index(0), depth-1)
			filled(v.Index(1), depth-1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			filled(v.Field(i), depth)
		}
	}
}

func TestJSONRoundTrip(t *testing.T) {
	var want Document
	filled(reflect.ValueOf(&want).Elem(), 5)
	for _, indent := range []bool{false, true} {
		text := AppendJSON(nil, &want, indent)
		var got Document
		dec := json.NewDecoder(bytes.NewReader(text))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&got); err != nil {
			t.Fatalf("indent %t: %v", indent, err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("indent %t: decoded document differs", indent)
		}
	}
}

// tagged is the JSON form of v as the tags of its type say, key by key.
func tagged(b []byte, v reflect.Value) []byte {
	if args, ok := v.Interface().(Args); ok {
		b = append(b, '{')
		for i, arg := range args {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendString(append(appendString(b, arg.Name), ':'), arg.Value)
		}
		return append(b, '}')
	}
	switch v.Kind() {
	case reflect.String:
		return appendString(b, v.String())
	case reflect.Int, reflect.Int64:
		return strconv.AppendInt(b, v.Int(), 10)
	case reflect.Pointer:
		if v.IsNil() {
			return append(b, "null"...)
		}
		return tagged(b, v.Elem())
	case reflect.Slice:
		b = append(b, '[')
		for i := range v.Len() {
			if i > 0 {
				b = append(b, ',')
			}
			b = tagged(b, v.Index(i))
		}
		return append(b, ']')
	}
	b = append(b, '{')
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name, option, _ := strings.Cut(f.Tag.Get("json"), ",")
		if option == "omitempty" && v.Field(i).IsZero() {
			continue
		}
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, `"`+name+`":`...)
		if strings.HasSuffix(f.Tag.Get("jsonschema"), ",nullable") && v.Field(i).IsZero() {
			b = append(b, "null"...)
		} else {
			b = tagged(b, v.Field(i))
		}
	}
	return append(b, '}')
}

// structs adds every struct type that a document is made of.
func structs(t reflect.Type, found map[reflect.Type]bool) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		if t == reflect.TypeFor[Args]() {
			return // an object of its own kind
		}
		structs(t.Elem(), found)
	case reflect.Struct:
		if found[t] {
			return
		}
		found[t] = true
		for i := range t.NumField() {
			structs(t.Field(i).Type, found)
		}
	}
}

// TestJSONAsTagged holds what the types of a document write of themselves
// against their tags: no field left out, none null that has a value, and the
// other way round.
func TestJSONAsTagged(t *testing.T) {
	found := map[reflect.Type]bool{}
	structs(reflect.TypeFor[Document](), found)
	for typ := range found {
		if !planFor(typ).itself {
			t.Errorf("%v does not write itself", typ)
		}
		empty, full := reflect.New(typ), reflect.New(typ)
		filled(full.Elem(), 3)
		for _, v := range []reflect.Value{empty, full} {
			if got, want := string(AppendJSON(nil, v.Interface(), false)), string(tagged(nil, v)); got != want {
				t.Errorf("%v\ngot  %s\nwant %s", typ, got, want)
			}
		}
	}
}

func TestJSONIndentIsWhitespaceOnly(t *testing.T) {
	var d Document
	filled(reflect.ValueOf(&d).Elem(), 4)
	var compact bytes.Buffer
	if err := json.Compact(&compact, AppendJSON(nil, &d, true)); err != nil {
		t.Fatal(err)
	}
	if compact.String() != string(AppendJSON(nil, &d, false)) {
		t.Error("indented and compact forms differ in more than white space")
	}
}

func TestJSONAbsent(t *testing.T) {
	got := string(AppendJSON(nil, &Document{Schema: Schema}, false))
	want := `{"schema":"jxmb/1","source":{"name":null,"path":null,"sha256":null,"bytes":0,"application":null},` +
		`"unit":{"code":null,"name":null},"fiscal_year":null,"outline":null,"projects":[],"findings":[]}`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	got = string(AppendJSON(nil, Value{Text: "≥ <%>", Kind: Empty, UnitSource: UnitFromNone, Agreement: NoAgreement}, false))
	if !strings.HasPrefix(got, `{"text":"≥ <%>","kind":"empty","operator":null,"number":null,"upper":null,"unit":null,"unit_source":"none","base":null,`) {
		t.Errorf("got %s", got)
	}
}

func TestJSONStrings(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{">= & </x>", `">= & </x>"`},
		{"a\x00b\x1f", `"a\u0000b\u001f"`},
		{"\xff其他\xe4\xbd", `"\ufffd其他\ufffd\ufffd"`},
		{"a\u2028b", `"a\u2028b"`},
		{"𬘓\u007f", "\"𬘓\u007f\""},
	} {
		if got := string(appendString(nil, c.in)); got != c.want {
			t.Errorf("appendString(%q) = %s, want %s", c.in, got, c.want)
		}
	}
}

func FuzzJSONString(f *testing.F) {
	f.Add("≥90\"\\\n\xff")
	f.Fuzz(func(t *testing.T, s string) {
		var got string
		if err := json.Unmarshal(appendString(nil, s), &got); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if want := string([]rune(s)); got != want { // each byte that is not UTF-8 is U+FFFD
			t.Fatalf("%q decodes to %q", s, got)
		}
	})
}

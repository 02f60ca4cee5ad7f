package model

import (
	"bytes"
	"encoding/json"
	"reflect"
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
	want := `{"schema":"jxmb/1","source":{"name":null,"sha256":null,"bytes":0,"application":null},` +
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

package batch

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// indecisive are the options that change nothing of what a document becomes.
var indecisive = []string{
	"Parse.Name",   // of the input, which the plan gives
	"Parse.SHA256", // of the input
	"Parse.Forms",  // the content of their files is in Fingerprint
	"Parse.Trace",
	"Jobs", "Out", "Formats", "SummaryOnly", "Force", "Prune", "Report", "Program", "Settings", "Observer", "Around", "Trial",
	"Made.Build", "Made.Fonts", // in Fingerprint
}

// TestKeyKnowsEveryOption sets one field of the options after the other: each
// makes results new, or stands in the list above.
func TestKeyKnowsEveryOption(t *testing.T) {
	plain, err := Options{}.key()
	if err != nil {
		t.Fatal(err)
	}
	met := map[string]bool{}
	leaves(reflect.TypeFor[Options](), "", nil, func(name string, index []int, typ reflect.Type) {
		met[name] = true
		o := Options{}
		field := reflect.ValueOf(&o).Elem().FieldByIndex(index)
		if !field.CanSet() {
			t.Errorf("%s cannot be set from outside, so no key can hold it", name)
			return
		}
		field.Set(nonZero(typ))
		key, err := o.key()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if forgotten := key == plain; forgotten != slices.Contains(indecisive, name) {
			t.Errorf("%s: forgotten in the key: %t", name, forgotten)
		}
	})
	for _, name := range indecisive {
		if !met[name] {
			t.Errorf("%s is no option any more", name)
		}
	}
}

// leaves visits the exported fields below typ that are no structs, by names as
// Parse.Limits.Cells; embedded structs add no name.
func leaves(typ reflect.Type, prefix string, index []int, visit func(string, []int, reflect.Type)) {
	for i := range typ.NumField() {
		f := typ.Field(i)
		at := append(slices.Clone(index), i)
		name := prefix + f.Name
		switch {
		case f.Name == "writeFile": // of tests
		case f.Anonymous:
			leaves(f.Type, prefix, at, visit)
		case f.Type.Kind() == reflect.Struct:
			leaves(f.Type, name+".", at, visit)
		default:
			visit(name, at, f.Type)
		}
	}
}

func nonZero(typ reflect.Type) reflect.Value {
	v := reflect.New(typ).Elem()
	switch typ.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(7)
	case reflect.Slice:
		return reflect.MakeSlice(typ, 1, 1)
	case reflect.Map:
		v = reflect.MakeMap(typ)
		v.SetMapIndex(nonZero(typ.Key()), nonZero(typ.Elem()))
	case reflect.Pointer:
		return reflect.New(typ.Elem())
	case reflect.Interface:
		if reflect.TypeFor[*silent]().Implements(typ) {
			v.Set(reflect.ValueOf(&silent{}))
		}
	}
	return v
}

// TestKeyIsStable: the same options give the same key, whatever the order of a map.
func TestKeyIsStable(t *testing.T) {
	keys := map[string]bool{}
	for range 20 {
		o := Options{}
		o.Check.Disabled = map[string]bool{}
		for code := range strings.FieldsSeq("V001 V002 V003 B001 B002 C004") {
			o.Check.Disabled[code] = true
		}
		key, err := o.key()
		if err != nil {
			t.Fatal(err)
		}
		keys[key] = true
	}
	if len(keys) != 1 {
		t.Errorf("%d keys", len(keys))
	}
}

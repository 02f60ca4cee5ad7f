package render

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"

	"jxmb/fixtures/sample"
	"jxmb/render/view"
)

// places are the keys that hold where something stands.
var places = []string{"origin", "cells", "also", "start", "end"}

// without takes the keys out of a JSON value wherever they are.
func without(v any, keys []string) any {
	switch v := v.(type) {
	case map[string]any:
		for _, key := range keys {
			delete(v, key)
		}
		for key := range v {
			v[key] = without(v[key], keys)
		}
	case []any:
		for i := range v {
			v[i] = without(v[i], keys)
		}
	}
	return v
}

// TestJSONOptions holds that a compact form is one line of the same, and that a
// form without places lacks these and nothing else.
func TestJSONOptions(t *testing.T) {
	d := sample.Reference()
	for _, name := range []string{"json", "ndjson"} {
		whole := formatted(t, name, d, view.Options{})
		plain := formatted(t, name, d, view.Options{NoOrigin: true})
		if name == "json" {
			compact := formatted(t, name, d, view.Options{Compact: true})
			var want bytes.Buffer
			if err := json.Compact(&want, whole); err != nil || want.String() != string(bytes.TrimSuffix(compact, []byte("\n"))) {
				t.Errorf("the compact form differs: %v", err)
			}
		}
		a, b := json.NewDecoder(bytes.NewReader(whole)), json.NewDecoder(bytes.NewReader(plain))
		for a.More() {
			var want, got any
			if a.Decode(&want) != nil || b.Decode(&got) != nil || !reflect.DeepEqual(without(want, places), got) {
				t.Fatalf("%s: the form without places lacks more, or less", name)
			}
		}
		if b.More() || len(plain) >= len(whole) {
			t.Errorf("%s: %d bytes of %d", name, len(plain), len(whole))
		}
	}
}

package parser_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"jxmb/fixtures/hostile"
	"jxmb/fixtures/outside"
	"jxmb/model"
	"jxmb/parser"
)

// TestRepeats: a text that every result would repeat a thousand times, and one
// that would be read as a target for minutes, end at the limit of the document.
func TestRepeats(t *testing.T) {
	tried := 0
	for _, in := range hostile.All() {
		if !strings.HasPrefix(in.Name, "repeat-") {
			continue
		}
		if tried++; !outside.Takes(tried, 4) {
			continue
		}
		file := in.Bytes()
		_, err := parser.Parse(t.Context(), bytes.NewReader(file), int64(len(file)), parser.Options{Name: in.Name})
		var fault *model.Fault
		if !errors.As(err, &fault) || fault.Limit != "Limits.ResultBytes" {
			t.Errorf("%s: %v", in.Name, err)
		}
	}
	if tried == 0 {
		t.Error("no such inputs")
	}
}

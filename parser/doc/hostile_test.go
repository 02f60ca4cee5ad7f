package doc

import (
	"bytes"
	"errors"
	"testing"

	"jxmb/fixtures/hostile"
	"jxmb/fixtures/outside"
	"jxmb/model"
)

// TestSharedFormatting: formatting that a few bytes refer to again and again is
// counted each time, and ends at a limit.
func TestSharedFormatting(t *testing.T) {
	for i, in := range hostile.OldWords() {
		if !outside.Takes(i, 2) {
			continue
		}
		file := in.Bytes()
		_, err := Read(t.Context(), bytes.NewReader(file), int64(len(file)), Options{})
		var fault *model.Fault
		if !errors.As(err, &fault) || fault.Kind != model.FaultLimit {
			t.Errorf("%s: %v", in.Name, err)
		}
	}
}

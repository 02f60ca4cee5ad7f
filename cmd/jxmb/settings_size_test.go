package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"jxmb/model"
)

// TestReadSmall refuses one byte too many and takes what fits; 20,000 tables, which
// would take seconds, do not.
func TestReadSmall(t *testing.T) {
	path := filepath.Join(t.TempDir(), settingsName)
	for size, fits := range map[int]bool{maxSettings: true, maxSettings + 1: false} {
		if err := os.WriteFile(path, bytes.Repeat([]byte("#"), size), 0o600); err != nil {
			t.Fatal(err)
		}
		text, err := readSmall(path)
		var f *model.Fault
		if fits && (err != nil || len(text) != size) || !fits && (!errors.As(err, &f) || f.Kind != model.FaultLimit) {
			t.Errorf("%d bytes: %d read, %v", size, len(text), err)
		}
	}
	if err := os.WriteFile(path, bytes.Repeat([]byte("[a1234]\nb=1\n"), 20_000), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := readSmall(path); err == nil {
		t.Error("20,000 tables are read")
	}
}

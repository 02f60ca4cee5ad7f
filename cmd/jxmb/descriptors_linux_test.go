package main

import (
	"os/exec"
	"path/filepath"
	"testing"

	"jxmb/fixtures"
)

// TestFewDescriptors runs a batch by more workers than the files that may be
// open would serve.
func TestFewDescriptors(t *testing.T) {
	t.Parallel()
	const limit, formats = "52", "json,ndjson,csv,parquet,xlsx"
	in, out := season(t, 9, fixtures.Brief), filepath.Join(t.TempDir(), "out")
	cmd := exec.Command("sh", "-c", `ulimit -n "$0" && exec jxmb "$@"`, limit,
		"convert", in, "-o", out, "-t", formats, "--jobs", "9", "-q")
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, said)
	}
}

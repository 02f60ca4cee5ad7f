package main

import (
	"bytes"
	"strings"
	"testing"
)

// FuzzArguments holds that no command line makes the program panic, that wrong
// usage always says something, and that exit codes are those of the contract.
func FuzzArguments(f *testing.F) {
	for _, s := range []string{
		"convert - -t json", "convert --lang en", "check - --format sarif", "normalize -- -x", "help help",
		"--lang=de version", "convert @ @- -o", "-h", "completion zsh", "schema --x=y", "normalize a\tb",
		"convert - -t , --jobs 1 --fail-on error", "annotate", "__complete convert --", "convert - --max-cells -1 --explain",
	} {
		f.Add(s, []byte("≥90满意度\n"))
	}
	f.Fuzz(func(t *testing.T, line string, stdin []byte) {
		args := strings.Split(line, " ")
		for _, a := range args {
			// Paths would let the fuzzer roam the disk, and old formats start
			// another program.
			if strings.ContainsAny(a, `/\`) || strings.Contains(a, "..") || strings.HasPrefix(a, "--leg") {
				t.Skip()
			}
		}
		t.Chdir(t.TempDir())
		var stdout, stderr bytes.Buffer
		switch code := run(args, bytes.NewReader(stdin), &stdout, &stderr); code {
		case exitDone:
		case exitFailed:
			if stdout.Len()+stderr.Len() == 0 {
				t.Errorf("%q failed without a word", args)
			}
		case exitUsage:
			if !strings.HasPrefix(stderr.String(), "jxmb: ") {
				t.Errorf("%q: wrong usage, but %q", args, stderr.String())
			}
		default:
			t.Errorf("%q: exit code %d", args, code)
		}
	})
}

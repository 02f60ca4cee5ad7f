//go:build !race

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/wml"
)

// dataLimit is how many kilobytes of memory the runs below may take, and
// greedyTables how many tables need far more.
const (
	dataLimit    = 230_000
	greedyTables = 52_000
)

// greedy is a document that takes more memory than it may have.
func greedy() []byte {
	cell := func(text string) string { return `<w:tc><w:p><w:r><w:t>` + text + `</w:t></w:r></w:p></w:tc>` }
	row := func(texts ...string) string {
		var b strings.Builder
		for _, text := range texts {
			b.WriteString(cell(text))
		}
		return `<w:tr>` + b.String() + `</w:tr>`
	}
	table := `<w:tbl>` + row("一级指标", "三级指标", "指标值") + row("产出指标", "巡查次数", "≥3次") + `</w:tbl><w:p/>`
	body := []wml.Block{wml.Raw(strings.Repeat(table, greedyTables))}
	return wml.Document{Body: body}.Bytes()
}

// TestKilledByDocument gives a batch a document that takes more memory than
// there is. The run dies of it; the next one leaves it out and says so, with the
// results of all others; with --force it is read again.
func TestKilledByDocument(t *testing.T) {
	if testing.Short() {
		t.Skip("fills memory")
	}
	in, out := season(t, 4, fixtures.Brief), filepath.Join(t.TempDir(), "out")
	if err := os.WriteFile(filepath.Join(in, "单位1", "大.docx"), greedy(), 0o666); err != nil {
		t.Fatal(err)
	}
	run := func(more ...string) (code int, said string) {
		args := append([]string{"-c", fmt.Sprintf(`ulimit -d %d; exec jxmb "$@"`, dataLimit), "sh",
			"convert", in, "-o", out, "-j", "2", "--lang", "en", "--max-result-bytes", "100000000000"}, more...)
		cmd := exec.Command("sh", args...)
		var stderr bytes.Buffer
		cmd.Stderr, cmd.Env = &stderr, append(os.Environ(), "GOGC=100") // its memory is that of an ordinary run
		return exitCodeOf(cmd.Run()), stderr.String()
	}
	if code, said := run(); code != 2 || !strings.Contains(said, "fatal error") {
		t.Fatalf("the run lives: exit code %d\n%.600s", code, said)
	}
	for _, again := range []string{"after the kill", "later"} {
		code, said := run()
		if code != exitFailed || !strings.Contains(said, "大.docx: the last run was killed while it worked on this file") || !strings.Contains(said, "--force") {
			t.Fatalf("%s: exit code %d\n%.600s", again, code, said)
		}
		if report, err := os.ReadFile(filepath.Join(out, "report.json")); err != nil || !bytes.Contains(report, []byte(`"kind":"killed"`)) {
			t.Errorf("%s: report: %v", again, err)
		}
		for i := range 4 {
			if _, err := os.Stat(filepath.Join(out, fmt.Sprintf("单位%d", i), fmt.Sprintf("%03d.json", i))); err != nil {
				t.Errorf("%s: %v", again, err)
			}
		}
	}
	if code, said := run("--force"); code != 2 {
		t.Errorf("with --force: exit code %d\n%.600s", code, said)
	}
}

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/outside"
	"jxmb/fixtures/storage"
)

// runArgs is the program on a command line.
func runArgs(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(args, strings.NewReader(""), &out, &errs)
	return code, out.String(), errs.String()
}

// TestConnectionsAreOfAddressesAlone: whatever the environment says, nothing is
// dialled before an s3:// path is given.
func TestConnectionsAreOfAddressesAlone(t *testing.T) {
	address, dialled := outside.Trap(t)
	storage.Start(t)
	t.Setenv("AWS_ENDPOINT_URL", "http://"+address)
	dir := t.TempDir()
	doc := filepath.Join(dir, "a.docx")
	if err := os.WriteFile(doc, fixtures.Brief(1, 1), 0o666); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "out")
	for _, args := range [][]string{
		{"convert", dir, "-o", out, "-q"}, {"check", doc}, {"compare", doc, doc}, {"annotate", dir, "-o", out + "-2"}, {"version"}, {"forms"},
		{"convert", dir, "-o", "s3://season/out"}, {"merge", "s3://season/part", "-o", out}, {"s3://season/a.docx"},
	} {
		runArgs(t, args...)
	}
	if n := dialled(); n != 0 {
		t.Errorf("%d connections", n)
	}
	if code, _, _ := runArgs(t, "check", "s3://season/a.docx"); code != exitFailed || dialled() == 0 {
		t.Errorf("code %d, %d connections for an address", code, dialled())
	}
}

// TestStorageCommands: what reads submissions reads them from storage, and where a
// path of the disk is needed an address is wrong usage.
func TestStorageCommands(t *testing.T) {
	s := storage.Start(t)
	s.Put("2022/a.docx", fixtures.Reference())
	s.Put("2022/b.docx", fixtures.Brief(2, 1))
	out := filepath.Join(t.TempDir(), "out")
	for _, c := range []struct {
		args string
		code int
		says string
	}{
		{"convert s3://season/2022/a.docx", exitDone, `"name": "a.docx"`},
		{"convert s3://season/2022/ -o OUT -t json", exitDone, "2 done"},
		{"convert s3://season/2022/b.docx -o OUT/b.xlsx", exitDone, ""},
		{"check s3://season/2022/a.docx", exitFailed, "s3://season/2022/a.docx: "},
		{"check s3://season/2022/a.docx --format sarif", exitFailed, `"uri":"s3://season/2022/a.docx"`},
		{"compare s3://season/2022/a.docx s3://season/2022/a.docx", exitDone, ""},
		{"annotate s3://season/2022/a.docx -o OUT/a.docx", exitDone, ""},
		{"check s3://season/2023/", exitFailed, "s3://season/2023/: there is no such object"},
		{"convert s3://season/2022/ --shard 1/2 -o s3://season/out", exitUsage, "--out cannot be an s3:// address"},
		{"convert s3://season/2022/ -o OUT --report s3://season/r.json", exitUsage, "--report cannot be"},
		{"merge s3://season/part -o OUT", exitUsage, "s3://season/part cannot be"},
		{"convert @s3://season/list -o OUT", exitUsage, "cannot be"},
	} {
		args := strings.Fields(strings.ReplaceAll(c.args, "OUT", out))
		code, stdout, stderr := runArgs(t, append(args, "--lang", "en")...)
		if code != c.code || !strings.Contains(stdout+stderr, c.says) {
			t.Errorf("%s: code %d, want %d and %q; %s", c.args, code, c.code, c.says, stderr)
		}
	}
	for _, name := range []string{"a.json", "b.json", "b.xlsx", "a.docx", "report.json"} {
		if _, err := os.Stat(filepath.Join(out, name)); err != nil {
			t.Error(err)
		}
	}
}

package main

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/simplifiedchinese"

	"jxmb/fixtures"
	"jxmb/fixtures/layouts"
	"jxmb/fixtures/outside"
	dump "jxmb/fixtures/source"
)

var update = flag.Bool("update", false, "write what the programs say into the scripts")

// TestScripts runs testdata/*.txtar. Beside the commands of testscript there are
//
//	fixture NAME FILE            a document of package fixtures: reference, brief, resubmission, borrowed, a case, a producer's copy, a bad input, layout/NAME
//	workbook PROGRAM/NAME FILE   a workbook of fixtures/workbooks, "errors" one with an error value and a hidden row
//	distinct N FOLDER            N brief variations of the reference document, 001.docx and on
//	pack [-gbk] ZIP NAME=FILE... an archive; -gbk writes the names as Windows does, in GB18030
//	gbk FILE TEXT                TEXT in GB18030, \n for a new line
//	mtime FILE...                notes when files were written
//	unchanged FILE...            they have not been written since
//	unpack ZIP NAME              a member of an archive on standard output
//	sheet FILE.xlsx NAME         the stored values of a sheet on standard output, cells joined by |
//	pages FILE.pdf               the text of its pages, each below "== 1 of 5"
//	cells FILE.xlsx SHEET        frozen panes, and of each cell: value as shown, formula, link
//	figures FOLDER FILE          report and summaries of a batch, and its messages in FILE, tell the same, which is printed
//	jxmb ARGS...                 run it in this process; exec jxmb where it shall read standard input, be signalled or have a terminal
//	exits CODE [exec] jxmb ARGS  run, and hold the exit code
//
// and the conditions [root], [everything] ([outside.Everything]) and [tool:NAME], an outside program.
func TestScripts(t *testing.T) {
	scripts, err := filepath.Abs("testdata") // a run changes the working directory
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                scripts,
		UpdateScripts:      *update,
		RequireUniqueNames: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"fixture":  cmdFixture,
			"workbook": cmdWorkbook,
			"distinct": cmdDistinct,
			"pack":     cmdPack,
			"jxmb":     cmdJxmb,
			"exits":    cmdExits,
			"gbk":      cmdGBK,
			"mtime":    cmdMtime, "unchanged": cmdUnchanged,
			"sheet": cmdSheet, "unpack": cmdUnpack,
			"pages": cmdPages, "cells": cmdCells, "figures": cmdFigures,
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" {
				return os.Geteuid() == 0, nil
			}
			if cond == "everything" {
				return outside.Everything(), nil
			}
			if name, ok := strings.CutPrefix(cond, "tool:"); ok {
				return tool(name)
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
	})
}

// tool tells whether an outside program is installed. Where all are required,
// a missing one fails the script that asks.
func tool(name string) (bool, error) {
	_, err := exec.LookPath(name)
	if err != nil && os.Getenv("JXMB_REQUIRE_TOOLS") == "1" {
		return false, err
	}
	return err == nil, nil
}

func cmdFixture(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: fixture NAME FILE")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), fixture(ts, args[0]), 0o666))
}

func fixture(ts *testscript.TestScript, name string) []byte {
	if name == "reference" {
		return fixtures.Reference()
	}
	brief := func() (string, error) { return dump.Brief(), nil }
	if revise, ok := map[string]func() (string, error){"resubmission": dump.Resubmission, "borrowed": dump.Borrowed, "brief": brief}[name]; ok {
		text, err := revise()
		ts.Check(err)
		d, err := dump.Document(text, 7)
		ts.Check(err)
		return d.Bytes()
	}
	if layout, ok := strings.CutPrefix(name, "layout/"); ok {
		return layouts.Layout{Name: layout}.Data()
	}
	for _, docs := range [][]fixtures.Doc{fixtures.Cases(), fixtures.Bad(), fixtures.Producers()} {
		for _, d := range docs {
			if d.Name == name {
				return d.Data()
			}
		}
	}
	ts.Fatalf("there is no fixture %q", name)
	return nil
}

func cmdDistinct(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: distinct N FOLDER")
	}
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	dir := ts.MkAbs(args[1])
	ts.Check(os.MkdirAll(dir, 0o777))
	for i := range n {
		ts.Check(os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d.docx", i+1)), fixtures.Brief(i, 1), 0o666))
	}
}

func cmdPack(ts *testscript.TestScript, neg bool, args []string) {
	gbk := len(args) > 0 && args[0] == "-gbk"
	if gbk {
		args = args[1:]
	}
	if neg || len(args) < 1 {
		ts.Fatalf("usage: pack [-gbk] ZIP NAME=FILE...")
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, arg := range args[1:] {
		name, file, ok := strings.Cut(arg, "=")
		if !ok {
			ts.Fatalf("pack: %q is not NAME=FILE", arg)
		}
		h := &zip.FileHeader{Name: name, Method: zip.Deflate}
		if gbk {
			encoded, err := simplifiedchinese.GB18030.NewEncoder().String(name)
			ts.Check(err)
			h.Name, h.NonUTF8 = encoded, true
		}
		w, err := z.CreateHeader(h)
		ts.Check(err)
		_, err = w.Write([]byte(ts.ReadFile(file)))
		ts.Check(err)
	}
	ts.Check(z.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), out.Bytes(), 0o666))
}

func cmdGBK(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: gbk FILE TEXT")
	}
	encoded, err := simplifiedchinese.GB18030.NewEncoder().String(strings.ReplaceAll(args[1], `\n`, "\n"))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(encoded), 0o666))
}

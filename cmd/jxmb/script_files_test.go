package main

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"jxmb/fixtures/workbooks"
)

// longAgo is what mtime sets: a file written since is newer.
var longAgo = time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)

func cmdMtime(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: mtime FILE...")
	}
	for _, name := range args {
		ts.Check(os.Chtimes(ts.MkAbs(name), longAgo, longAgo))
	}
}

func cmdUnchanged(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: unchanged FILE...")
	}
	for _, name := range args {
		info, err := os.Stat(ts.MkAbs(name))
		ts.Check(err)
		if !info.ModTime().Equal(longAgo) {
			ts.Fatalf("%s was written again", name)
		}
	}
}

func cmdSheet(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: sheet FILE.xlsx NAME")
	}
	book, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer book.Close()
	rows, err := book.GetRows(args[1], excelize.Options{RawCellValue: true})
	ts.Check(err)
	for _, row := range rows {
		fmt.Fprintln(ts.Stdout(), strings.Join(row, "|"))
	}
}

func cmdWorkbook(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: workbook PROGRAM/NAME FILE")
	}
	for _, c := range workbooks.Copies() {
		if c.Program+"/"+c.Name == args[0] || args[0] == "errors" && c.Name == "annual" {
			ts.Check(os.WriteFile(ts.MkAbs(args[1]), c.Data, 0o666))
			if args[0] == "errors" {
				ts.Check(spoil(ts.MkAbs(args[1])))
			}
			return
		}
	}
	ts.Fatalf("there is no workbook %q", args[0])
}

// spoil gives a workbook a formula without a result, a hidden row and a hidden
// sheet.
func spoil(path string) error {
	f, err := excelize.OpenFile(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sheet := f.GetSheetList()[0]
	_, err = f.NewSheet("字典")
	return errors.Join(err, f.SetCellValue(sheet, "C8", nil), f.SetCellFormula(sheet, "C8", "SUM(C9:C10)"), f.SetRowVisible(sheet, 6, false),
		f.SetCellValue("字典", "A1", "选项"), f.SetSheetVisible("字典", false), f.SetSheetName(sheet, "绩效目标表"), f.Save())
}

func cmdUnpack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: unpack ZIP NAME")
	}
	z, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer z.Close()
	f, err := z.Open(args[1])
	ts.Check(err)
	defer f.Close()
	_, err = io.Copy(ts.Stdout(), f)
	ts.Check(err)
}

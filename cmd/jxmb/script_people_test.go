package main

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// cmdPages prints the pages of a PDF of ours, each below "== number of number",
// a cell or line of text each on a line of its own. It reads the file by itself,
// so that nothing has to be installed.
func cmdPages(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: pages FILE.pdf")
	}
	file, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	pages, err := pdfPages(file)
	ts.Check(err)
	for i, page := range pages {
		fmt.Fprintf(ts.Stdout(), "== %d of %d\n%s", i+1, len(pages), page)
	}
}

var (
	pdfStream = regexp.MustCompile(`/Filter /FlateDecode /Length \d+>>\nstream\n`)
	// A stretch that reads as a text of its own, its end, and a text.
	pdfShown = regexp.MustCompile(`(?s)ActualText <([0-9a-fA-F]*)>>> BDC|EMC\n|\(((?:\\.|[^\\)])*)\) Tj`)
	// What a backslash stands before in a string (ISO 32000-1 §7.3.4.2).
	pdfEscape = regexp.MustCompile(`(?s)\\(.)`)
)

// pdfPages are the texts of the pages.
func pdfPages(file []byte) (pages []string, err error) {
	for _, at := range pdfStream.FindAllIndex(file, -1) {
		z, err := zlib.NewReader(bytes.NewReader(file[at[1]:]))
		if err != nil {
			return nil, err
		}
		content, err := io.ReadAll(z)
		if err != nil {
			return nil, err
		}
		pages = append(pages, pdfText(content))
	}
	if len(pages) == 0 || bytes.Count(file, []byte("/Type /Page\n")) != len(pages) {
		err = errors.New("the contents of the pages are not found")
	}
	return pages, err
}

func pdfText(content []byte) string {
	var b strings.Builder
	inside := false // of a stretch whose text was told
	for _, m := range pdfShown.FindAllSubmatch(content, -1) {
		switch {
		case m[1] != nil:
			raw, _ := hex.DecodeString(string(m[1]))
			b.WriteString(fromUTF16(raw[2:]) + "\n")
			inside = true
		case m[2] == nil:
			inside = false
		case !inside:
			b.WriteString(fromUTF16(pdfEscape.ReplaceAllFunc(m[2], func(e []byte) []byte {
				if e[1] == 'r' {
					return []byte{'\r'}
				}
				return e[1:]
			})) + "\n")
		}
	}
	return b.String()
}

func fromUTF16(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(b[2*i])<<8 | uint16(b[2*i+1])
	}
	return string(utf16.Decode(units))
}

// cmdCells prints the first cell of a sheet that scrolls, then each cell: its
// value as shown, its formula, its link.
func cmdCells(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: cells FILE.xlsx SHEET")
	}
	book, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer book.Close()
	sheet := args[1]
	panes, err := book.GetPanes(sheet)
	ts.Check(err)
	fmt.Fprintf(ts.Stdout(), "scrolls from %s\n", panes.TopLeftCell)
	rows, err := book.GetRows(sheet)
	ts.Check(err)
	for r, row := range rows {
		for c, shown := range row {
			at, err := excelize.CoordinatesToCellName(c+1, r+1)
			ts.Check(err)
			formula, err := book.GetCellFormula(sheet, at)
			ts.Check(err)
			_, link, err := book.GetCellHyperLink(sheet, at)
			ts.Check(err)
			fmt.Fprintf(ts.Stdout(), "%s: %s|%s|%s\n", at, strings.TrimSpace(shown), formula, link)
		}
	}
}

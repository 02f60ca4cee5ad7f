package workbook

import (
	"archive/zip"
	"context"
	"io"
	"strings"

	"jxmb/model"
	"jxmb/parser/ooxml"
)

// maxSlots bounds the rows and cells that excelize keeps in memory, 200 bytes
// each: it fills every row up to its last cell. rowsASlot is how many rows without
// an element of their own, up to the last one, weigh as much. A row that does not say
// which it is, or is the one before again, has excelize move all behind it: movesASlot
// of those take the time of a slot.
const (
	maxSlots   = 500_000
	rowsASlot  = 4
	movesASlot = 400
)

// bound refuses a workbook that excelize would take too much for, before it is
// given to it. It tells the last row of the longest sheet.
func bound(ctx context.Context, original io.ReaderAt, size int64, limits ooxml.Limits) (rows int, err error) {
	file, err := ooxml.Open(original, size, limits)
	if err != nil {
		return 0, err
	}
	limits = limits.WithDefaults()
	slots, inflated := 0, int64(0)
	err = file.Markup(func(f *zip.File) error {
		name := strings.ToLower(f.Name)
		if f.UncompressedSize64 > ooxml.SmallPart && !strings.Contains(name, "sheet") && !strings.Contains(name, "sharedstrings") {
			return ooxml.SmallFault(f.Name)
		}
		if strings.Contains(name, "sharedstrings") || !strings.HasSuffix(name, ".xml") {
			return nil
		}
		if ctx.Err() != nil {
			return model.Interrupted(ctx)
		}
		src, err := file.Inflate(f, nil, limits.PartBytes, ooxml.LimitPart)
		if err != nil {
			return err
		}
		if src, err = ooxml.Decode(f.Name, src, limits.PartBytes); err != nil {
			return err
		}
		if inflated += int64(len(src)); inflated > limits.PartBytes {
			return ooxml.LimitFault(ooxml.LimitPart, limits.PartBytes, f.Name, -1)
		}
		n, last := slotsOf(f.Name, src, limits.Depth, maxSlots-slots)
		if slots += n; slots > maxSlots {
			return tooWide(f.Name)
		}
		rows = max(rows, last)
		return nil
	})
	return rows, err
}

func tooWide(part string) *model.Fault {
	return &model.Fault{Kind: model.FaultLimit, Place: model.InPart(part, -1),
		What: model.Say("工作表的行和单元格超过 %d 的上限，无法加批注", "rows and cells of the sheets exceed the limit of %d for comments", maxSlots),
		Hint: model.Text{ZH: "删去表格之外的空行、空列后另存", EN: "delete the empty rows and columns outside the tables and save it again"}}
}

// slotsOf counts what excelize keeps of a part, 0 where it is no worksheet, and tells
// its last row. More than most are not counted on.
func slotsOf(part string, src []byte, depth, most int) (n, last int) {
	var s ooxml.Scanner
	s.Reset(part, src, depth)
	if s.Next() != ooxml.Start || string(s.LocalName()) != "worksheet" {
		return 0, 0
	}
	row, column, rows, unnumbered := 0, 0, 0, 0
	for token := s.Next(); token != ooxml.EOF && n <= most; token = s.Next() {
		switch {
		case token != ooxml.Start:
		case s.Depth() == 3 && string(s.LocalName()) == "row":
			before := row
			row, column = row+1, 0
			r, _ := s.Whole("r")
			if r > 0 {
				row = r
			}
			if r <= 0 || r == before {
				unnumbered++
			}
			last = max(last, row)
			rows++
			n++
		case s.Depth() == 4 && string(s.LocalName()) == "c":
			before := column
			column++
			if ref, ok := s.Attribute("r"); ok {
				column = max(columnOf(ref), before)
			}
			n += column - before
		}
	}
	return n + last/rowsASlot + unnumbered*rows/movesASlot, last
}

// columnOf is the number of the column that the name of a cell begins with: 28
// for AB7.
func columnOf(ref []byte) int {
	const widest = 16_384 // columns of a sheet
	n := 0
	for _, c := range ref {
		if c < 'A' || c > 'Z' || n > widest {
			break
		}
		n = 26*n + int(c-'A') + 1
	}
	return n
}

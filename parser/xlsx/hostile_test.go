package xlsx

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"jxmb/fixtures/hostile"
	"jxmb/fixtures/outside"
	"jxmb/model"
	"jxmb/parser/ooxml"
)

// eighth makes what is built stop at an eighth of the default; the program
// meets the defaults in fixtures/hostile.
var eighth = ooxml.Limits{ResultBytes: ooxml.DefaultLimits.ResultBytes / 8, Cells: ooxml.DefaultLimits.Cells / 8}

// TestHostile: what means harm ends in a result or in an error with words,
// whichever the fixture says, and soon.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a hundred large files")
	}
	for i, in := range append(hostile.Workbooks(), hostile.Sample(hostile.All())...) {
		if !outside.Takes(i, 4) {
			continue
		}
		t.Run(in.Name, func(t *testing.T) {
			file := in.Bytes()
			began := time.Now()
			d, err := Read(context.Background(), bytes.NewReader(file), int64(len(file)), Options{Limits: eighth})
			var e *model.Fault
			book := strings.HasPrefix(in.Name, "book-")
			switch {
			case err == nil && strings.HasPrefix(in.Want, "refused"):
				t.Errorf("read, but wanted: %s", in.Want)
			case book && err != nil && strings.HasPrefix(in.Want, "read"):
				t.Errorf("%v, but wanted: %s", err, in.Want)
			case err != nil && !errors.As(err, &e):
				t.Errorf("%T is no *model.Fault", err)
			case e != nil && (e.What.ZH == "" || e.What.EN == "" || e.Hint.ZH == "" || e.Hint.EN == ""):
				t.Errorf("an error without words: %+v", e)
			case (d == nil) == (err == nil):
				t.Errorf("document %v and error %v", d != nil, err)
			}
			if took := time.Since(began); took > 20*time.Second { // no measure of speed: a second at most when nothing else runs
				t.Errorf("took %v", took)
			} else if e != nil {
				t.Logf("%v: %s %s: %s", took, e.Kind, e.Place.ZH, e.What.ZH)
			} else {
				t.Logf("%v: read, %d blocks, %d notes", took, len(d.Blocks), len(d.Notes))
			}
		})
	}
}

// TestSheetLeftEarly: a sheet whose cells cannot all be laid out is not read to its
// end, where this one has a cell that no sheet has.
func TestSheetLeftEarly(t *testing.T) {
	const cells = 100
	file := markup(t, map[string]string{"xl/worksheets/one.xml": `<worksheet><sheetData><row>` +
		strings.Repeat(`<c t="b"><v>1</v></c>`, cells) + `<c r="?"/></row></sheetData></worksheet>`})
	for result, want := range map[int64]model.FaultKind{cells * costSlot: model.FaultLimit, 4 * cells * costSlot: model.FaultCorrupt} {
		_, err := Read(t.Context(), bytes.NewReader(file), int64(len(file)), Options{Limits: ooxml.Limits{ResultBytes: result}})
		if f := new(model.Fault); !errors.As(err, &f) || f.Kind != want {
			t.Errorf("%d bytes: %v", result, err)
		}
	}
}

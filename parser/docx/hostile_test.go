package docx

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"jxmb/fixtures/hostile"
	"jxmb/fixtures/outside"
	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// lenient are inputs that XML forbids by the letter and the reader takes all
// the same, with U+FFFD for what is no character and a note: one bad byte must
// not cost a submission.
var lenient = map[string]block.NoteKind{
	"nul":                 block.NoteInvalidText,
	"reference-null":      block.NoteInvalidText,
	"reference-surrogate": block.NoteInvalidText,
}

// eighth makes what is built stop at an eighth of the default; the program
// meets the defaults in fixtures/hostile.
var eighth = ooxml.Limits{
	ResultBytes: ooxml.DefaultLimits.ResultBytes / 8,
	Cells:       ooxml.DefaultLimits.Cells / 8,
}

// TestHostile: what means harm ends in a result or in an error of this
// package's own, whichever the fixture says.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a hundred large files")
	}
	for i, in := range hostile.All() {
		if !outside.Takes(i, 4) && lenient[in.Name] == "" {
			continue
		}
		t.Run(in.Name, func(t *testing.T) {
			file := in.Bytes()
			d, err := Read(context.Background(), bytes.NewReader(file), int64(len(file)), Options{Limits: eighth})
			var e *model.Fault
			switch {
			case lenient[in.Name] != "":
				if err != nil || len(d.Notes) == 0 || d.Notes[0].Kind != lenient[in.Name] {
					t.Errorf("%v, notes %v, but wanted a note %q", err, d, lenient[in.Name])
				}
			case err == nil && strings.HasPrefix(in.Want, "refused"):
				t.Errorf("read, but wanted: %s", in.Want)
			case err != nil && strings.HasPrefix(in.Want, "read"):
				t.Errorf("%v, but wanted: %s", err, in.Want)
			case err != nil && !errors.As(err, &e):
				t.Errorf("%T is no *model.Fault", err)
			case err != nil && (e.What.ZH == "" || e.What.EN == "" || e.Hint.ZH == "" || e.Hint.EN == ""):
				t.Errorf("an error without words: %+v", e)
			case (d == nil) == (err == nil):
				t.Errorf("document %v and error %v", d != nil, err)
			}
			if e != nil {
				t.Logf("%s %s: %s", e.Kind, e.Place.ZH, e.What.ZH)
			}
		})
	}
}

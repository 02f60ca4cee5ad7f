package model

import (
	"encoding/json"
	"testing"
)

// TestWorkbookPlace names cells of workbooks as formulas do, in JSON too, and
// leaves the keys out elsewhere.
func TestWorkbookPlace(t *testing.T) {
	cell := Origin{Sheet: "绩效目标表", Table: 1, Row: 3, Column: 2}.At(CellRef{Sheet: "绩效目标表", Cell: "C12", Table: 1, Row: 4, Column: 3})
	for want, o := range map[string]Origin{
		"绩效目标表!C12":     cell,
		"'1-2 表'!A1:C9": {Sheet: "1-2 表", Cell: "A1:C9", Table: 2},
		"'王''s'!A1":     {Sheet: "王's", Cell: "A1"},
		"字典_1":          {Sheet: "字典_1"},
	} {
		for _, l := range []Lang{Chinese, English} {
			if got := o.Place(l); got != want {
				t.Errorf("%+v: %q, want %q", o, got, want)
			}
		}
		if got := o.String(); got != want {
			t.Errorf("%+v: %q, want %q", o, got, want)
		}
	}
	for _, o := range []Origin{cell, {Part: "word/document.xml", Table: 1}} {
		var keys map[string]any
		if err := json.Unmarshal(AppendJSON(nil, &o, true), &keys); err != nil {
			t.Fatal(err)
		}
		if sheet, has := keys["sheet"]; has != (o.Sheet != "") || has && sheet != o.Sheet {
			t.Errorf("%+v: sheet is %v in JSON", o, sheet)
		}
		if name, has := keys["cell"]; has != (o.Cell != "") || has && name != o.Cell {
			t.Errorf("%+v: cell is %v in JSON", o, name)
		}
	}
}

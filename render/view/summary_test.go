package view

import (
	"strings"
	"testing"

	"jxmb/model"
)

// TestSummaryUnitsSorted holds the order of the units: unnamed ones last.
func TestSummaryUnitsSorted(t *testing.T) {
	units := UnitTallies{}
	for _, u := range []model.Unit{{}, {Code: "2", Name: "甲"}, {Name: "乙"}, {Code: "1", Name: "丙"}} {
		units.Of(u).AddDocument(&model.Document{})
	}
	var got []string
	for _, u := range units.Sorted() {
		got = append(got, u.Unit.Code+u.Unit.Name)
	}
	if want := "乙|1丙|2甲|"; strings.Join(got, "|") != want {
		t.Errorf("%v, want %s", got, want)
	}
}

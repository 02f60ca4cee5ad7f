package ooxml

import "testing"

// TestNames: every element is found by its name, and nothing else is.
func TestNames(tt *testing.T) {
	for el, name := range elementNames {
		if name != "" && named([]byte(name)) != Element(el) {
			tt.Errorf("%q is element %d, want %d", name, named([]byte(name)), el)
		}
	}
	for _, name := range []string{"", "x", "TBL", "tbl ", "tblx", "AlternateContent", "日"} {
		if el := named([]byte(name)); el != ElOther {
			tt.Errorf("%q is element %d", name, el)
		}
	}
}

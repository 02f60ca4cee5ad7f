package quantity_test

import (
	"testing"

	"jxmb/model/quantity"
)

// TestCalculates stands at the ends of the blocks of signs that make another
// number of the one beside them.
func TestCalculates(t *testing.T) {
	for _, c := range []struct {
		r              rune
		behind, before bool
	}{
		{'√', true, true}, {'∑', true, true}, {'|', true, true}, {'^', true, true}, {'π', true, true},
		{'△', true, false}, {'⌈', true, false}, {'⌉', false, true}, {'⁵', false, true}, {'₂', false, true},
		{'\u02ff', false, false}, {'\u0300', false, true}, {'\u0305', false, true}, {'\u036f', false, true}, {'\u0370', false, false},
		{'\u20cf', false, false}, {'\u20d0', false, true}, {'\u20df', false, true}, {'\u20e0', false, false},
		{'»', false, false}, {'¼', false, true}, {'½', false, true}, {'¾', false, true}, {'¿', false, false},
		{'⅏', false, false}, {'⅐', false, true}, {'⅟', false, true}, {'Ⅰ', false, false}, {'↉', false, true},
		{'±', false, false}, {'≥', false, false}, {'□', false, false}, {'▷', false, false}, {'◿', false, false}, {'元', false, false}, {'a', false, false},
	} {
		if behind, before := quantity.CalculatesBehind(c.r), quantity.CalculatesBefore(c.r); behind != c.behind || before != c.before {
			t.Errorf("%q: %v behind it and %v in front of it, want %v and %v", c.r, behind, before, c.behind, c.before)
		}
	}
}

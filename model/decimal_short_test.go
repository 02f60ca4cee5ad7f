package model

import "testing"

// TestAddAtTheEdge adds where the digits only just fit into 64 bits, and where
// they do not.
func TestAddAtTheEdge(t *testing.T) {
	for _, c := range []struct{ d, e, want Decimal }{
		{"99999999999999999", "99999999999999999", "199999999999999998"},
		{"999999999999999999", "999999999999999999", "1999999999999999998"},
		{"9223372036854775807", "1", "9223372036854775808"},
		{"-9999999999999999", "-9999999999999999", "-19999999999999998"},
		{"9999999999999999", "0.5", "9999999999999999.5"},
		{"99999999999999", "0.01", "99999999999999.01"},
		{"9.5", "0.00000000000000001", "9.50000000000000001"},
		{"-0.5", "0.5", "0"},
		{"1.25", "-0.25", "1"},
		{"", "", "0"},
		{"", "-0.5", "-0.5"},
	} {
		if got := c.d.Add(c.e); got != c.want {
			t.Errorf("%q + %q = %q, want %q", c.d, c.e, got, c.want)
		}
		if got := c.e.Add(c.d); got != c.want {
			t.Errorf("%q + %q = %q, want %q", c.e, c.d, got, c.want)
		}
	}
}

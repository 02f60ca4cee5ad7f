package model

import (
	"fmt"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func TestParseDecimal(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"0", "0"},
		{"90", "90"},
		{"55.00", "55"},
		{"007", "7"},
		{"0.50", "0.5"},
		{"00.05", "0.05"},
		{"-3", "-3"},
		{"-0.0", "0"},
		{"+8", "8"},
		{"1,200.50", "1200.5"},
		{"12,345,678", "12345678"},
		{"123456789012345678901234567890.10", "123456789012345678901234567890.1"},
	} {
		got, err := ParseDecimal(c.in)
		if err != nil || string(got) != c.want {
			t.Errorf("ParseDecimal(%q) = %q, %v; want %q", c.in, got, err, c.want)
		}
	}
	for _, in := range []string{"", "-", ".", ".5", "5.", "1e3", "1,2", "12,34", ",123", "1,2345", "1,234.5,6", "１", "3 4", "--1", "0x1"} {
		if got, err := ParseDecimal(in); err == nil {
			t.Errorf("ParseDecimal(%q) = %q, want an error", in, got)
		}
	}
}

func TestDecimalShift(t *testing.T) {
	for _, c := range []struct {
		d    Decimal
		n    int
		want Decimal
	}{
		{"2", 4, "20000"},
		{"0.2", 4, "2000"},
		{"55.25", 1, "552.5"},
		{"-3.5", 4, "-35000"},
		{"20000", -4, "2"},
		{"5", -4, "0.0005"},
		{"-1", -1, "-0.1"},
		{"0", 8, "0"},
		{"", 4, ""},
		{"0.00001", 2, "0.001"},
	} {
		if got := c.d.Shift(c.n); got != c.want {
			t.Errorf("%q.Shift(%d) = %q, want %q", c.d, c.n, got, c.want)
		}
	}
}

func TestDecimalGrouped(t *testing.T) {
	for _, c := range []struct {
		d      Decimal
		places int
		want   string
	}{
		{"1234.5", 2, "1,234.50"},
		{"823.4", 2, "823.40"},
		{"-1000000", 0, "-1,000,000"},
		{"999", 0, "999"},
		{"0", 2, "0.00"},
		{"0.125", 2, "0.125"},
	} {
		if got := c.d.Grouped(c.places); got != c.want {
			t.Errorf("%q.Grouped(%d) = %q, want %q", c.d, c.places, got, c.want)
		}
	}
}

func TestDecimalQuo(t *testing.T) {
	for _, c := range []struct {
		d, e, want Decimal
		ok         bool
	}{
		{"3", "5", "0.6", true},
		{"1", "3", "", false},
		{"1", "0", "", false},
		{"-1", "8", "-0.125", true},
		{"0.6", "0.2", "3", true},
	} {
		if got, ok := c.d.Quo(c.e); got != c.want || ok != c.ok {
			t.Errorf("%q.Quo(%q) = %q, %t; want %q, %t", c.d, c.e, got, ok, c.want, c.ok)
		}
	}
}

// TestDecimalArithmetic holds the arithmetic against rationals.
func TestDecimalArithmetic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, e := drawDecimal(t, "d"), drawDecimal(t, "e")
		x, y := rat(t, d), rat(t, e)
		same := func(op string, got Decimal, want *big.Rat) {
			if rat(t, got).Cmp(want) != 0 {
				t.Fatalf("%s %s %s = %s", d, op, e, got)
			}
			if c, err := ParseDecimal(string(got)); err != nil || c != got {
				t.Fatalf("%s %s %s = %q is not canonical", d, op, e, got)
			}
		}
		same("+", d.Add(e), new(big.Rat).Add(x, y))
		same("-", d.Sub(e), new(big.Rat).Sub(x, y))
		same("*", d.Mul(e), new(big.Rat).Mul(x, y))
		if d.Cmp(e) != x.Cmp(y) {
			t.Fatalf("%s.Cmp(%s) = %d", d, e, d.Cmp(e))
		}
		if (d == e) != (x.Cmp(y) == 0) {
			t.Fatalf("%q and %q: equal as strings %t", d, e, d == e)
		}
		n := rapid.IntRange(-20, 20).Draw(t, "n")
		if got := d.Shift(n).Shift(-n); got != d {
			t.Fatalf("%s shifted by %d and back is %s", d, n, got)
		}
		if q, ok := d.Quo(e); ok && q.Mul(e) != d {
			t.Fatalf("%s ÷ %s = %s, which times %s is %s", d, e, q, e, q.Mul(e))
		}
	})
}

func drawDecimal(t *rapid.T, name string) Decimal {
	s := fmt.Sprintf("%d.%0*d", rapid.Int64Range(-1e15, 1e15).Draw(t, name),
		rapid.IntRange(1, 6).Draw(t, name+" places"), rapid.IntRange(0, 9).Draw(t, name+" fraction"))
	d, err := ParseDecimal(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func rat(t *rapid.T, d Decimal) *big.Rat {
	r, ok := new(big.Rat).SetString(string(d))
	if !ok {
		t.Fatalf("%q is no number", d)
	}
	return r
}

func FuzzParseDecimal(f *testing.F) {
	for _, s := range []string{"0", "55.00", "1,200.50", "-0", "1e3", "..", "，"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDecimal(s)
		if err != nil {
			if d != "" {
				t.Fatalf("%q: a number beside the error: %q", s, d)
			}
			return
		}
		if again, err := ParseDecimal(string(d)); err != nil || again != d {
			t.Fatalf("%q → %q → %q, %v", s, d, again, err)
		}
	})
}

package model

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// Decimal is an exact decimal number in canonical spelling: an optional "-",
// digits without leading zeros, and, where there is a fraction, "." and digits
// without trailing zeros. "-0" does not occur. The empty Decimal means that
// there is no number. Two Decimals are equal as numbers exactly when they are
// equal as strings.
//
// A Decimal is its own JSON form (a string), so no digit is ever lost to a
// float on the way to another system.
type Decimal string

// ParseDecimal reads ASCII digits with an optional sign, fraction and
// thousands separators in their proper places ("1,200.50"). It fails on
// exponents and on anything else.
func ParseDecimal(s string) (Decimal, error) {
	d, ok := canonical(s)
	if !ok {
		return "", fmt.Errorf("model: %.40q is not a decimal number", s)
	}
	return d, nil
}

// canonical avoids allocation where s is canonical already or differs from its
// canonical spelling by a prefix or suffix only: those are slices of s.
func canonical(s string) (Decimal, bool) {
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg, s = s[0] == '-', s[1:]
	}
	whole, frac, hasPoint := strings.Cut(s, ".")
	if strings.Contains(whole, ",") {
		var ok bool
		if whole, ok = ungroup(whole); !ok {
			return "", false
		}
		s = whole
		if hasPoint {
			s += "." + frac
		}
	}
	if whole == "" || !digits(whole) || hasPoint && (frac == "" || !digits(frac)) {
		return "", false
	}
	if hasPoint {
		s = strings.TrimRight(s, "0")
		s = strings.TrimSuffix(s, ".")
	}
	for len(s) > 1 && s[0] == '0' && s[1] != '.' {
		s = s[1:]
	}
	if neg && s != "0" {
		s = "-" + s
	}
	return Decimal(s), true
}

// ungroup removes thousands separators, which must stand every three digits.
func ungroup(s string) (string, bool) {
	groups := strings.Split(s, ",")
	for i, g := range groups {
		if i == 0 && (len(g) == 0 || len(g) > 3) || i > 0 && len(g) != 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// Shift is d × 10ⁿ, exact for any n.
func (d Decimal) Shift(n int) Decimal {
	if d == "" || d == "0" || n == 0 {
		return d
	}
	s, sign := string(d), ""
	if s[0] == '-' {
		s, sign = s[1:], "-"
	}
	whole, frac, _ := strings.Cut(s, ".")
	if n > 0 {
		if pad := n - len(frac); pad > 0 {
			frac += strings.Repeat("0", pad)
		}
		whole, frac = whole+frac[:n], frac[n:]
	} else {
		if pad := -n - len(whole) + 1; pad > 0 {
			whole = strings.Repeat("0", pad) + whole
		}
		cut := len(whole) + n
		whole, frac = whole[:cut], whole[cut:]+frac
	}
	c, _ := canonical(whole + "." + frac + "0")
	return Decimal(sign) + c
}

// Sign is -1, 0 or 1; 0 for an absent number too.
func (d Decimal) Sign() int {
	switch {
	case d == "" || d == "0":
		return 0
	case d[0] == '-':
		return -1
	}
	return 1
}

// Neg is -d.
func (d Decimal) Neg() Decimal {
	switch {
	case d == "" || d == "0":
		return d
	case d[0] == '-':
		return d[1:]
	}
	return "-" + d
}

// Add is d + e; absent counts as zero.
func (d Decimal) Add(e Decimal) Decimal {
	if sum, ok := d.addShort(e); ok {
		return sum
	}
	x, y, scale := d.align(e)
	return fromInt(x.Add(x, y), scale)
}

// Sub is d − e; absent counts as zero.
func (d Decimal) Sub(e Decimal) Decimal { return d.Add(e.Neg()) }

// Mul is d × e, exact; absent counts as zero.
func (d Decimal) Mul(e Decimal) Decimal {
	x, sx := d.unscaled()
	y, sy := e.unscaled()
	return fromInt(x.Mul(x, y), sx+sy)
}

// Cmp is -1, 0 or 1 as d is less than, equal to or greater than e; absent
// counts as zero.
func (d Decimal) Cmp(e Decimal) int {
	if sd, se := d.Sign(), e.Sign(); sd != se || sd == 0 {
		return cmp.Compare(sd, se)
	} else if sd < 0 {
		return e.Neg().Cmp(d.Neg())
	}
	// Canonical spelling: of two positive numbers the one with more digits in
	// front of the point is greater, and among equals the order is that of text.
	dw, df, _ := strings.Cut(string(d), ".")
	ew, ef, _ := strings.Cut(string(e), ".")
	return cmp.Or(cmp.Compare(len(dw), len(ew)), cmp.Compare(dw, ew), cmp.Compare(df, ef))
}

// Quo is d ÷ e where the quotient has a finite decimal expansion; ok is false
// otherwise (1 ÷ 3) and when e is zero.
func (d Decimal) Quo(e Decimal) (q Decimal, ok bool) {
	x, y, _ := d.align(e)
	if y.Sign() == 0 {
		return "", false
	}
	r := new(big.Rat).SetFrac(x, y)
	n, exact := r.FloatPrec()
	if !exact {
		return "", false
	}
	return mustParse(r.FloatString(n)), true
}

// Rat is the number as a rational, 0 when absent.
func (d Decimal) Rat() *big.Rat {
	x, scale := d.unscaled()
	return new(big.Rat).SetFrac(x, pow10(scale))
}

// unscaled gives d as integer × 10^-scale.
func (d Decimal) unscaled() (*big.Int, int) {
	if d == "" {
		return new(big.Int), 0
	}
	whole, frac, _ := strings.Cut(string(d), ".")
	if n, err := strconv.ParseInt(whole+frac, 10, 64); err == nil {
		return big.NewInt(n), len(frac)
	}
	x, ok := new(big.Int).SetString(whole+frac, 10)
	if !ok {
		panic(fmt.Sprintf("model: internal error: Decimal %.40q is not canonical", string(d)))
	}
	return x, len(frac)
}

func (d Decimal) align(e Decimal) (x, y *big.Int, scale int) {
	x, sx := d.unscaled()
	y, sy := e.unscaled()
	if sx < sy {
		x.Mul(x, pow10(sy-sx))
	} else if sy < sx {
		y.Mul(y, pow10(sx-sy))
	}
	return x, y, max(sx, sy)
}

func pow10(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

func fromInt(x *big.Int, scale int) Decimal {
	return mustParse(x.String()).Shift(-scale)
}

func mustParse(s string) Decimal {
	d, err := ParseDecimal(s)
	if err != nil {
		panic("model: internal error: " + err.Error())
	}
	return d
}

// Grouped is the number with a comma every three digits and at least
// places digits after the point: Grouped(2) of 1234.5 is "1,234.50".
func (d Decimal) Grouped(places int) string {
	s, sign := string(d), ""
	if d.Sign() < 0 {
		s, sign = s[1:], "-"
	}
	whole, frac, _ := strings.Cut(s, ".")
	if pad := places - len(frac); pad > 0 {
		frac += strings.Repeat("0", pad)
	}
	var b strings.Builder
	b.WriteString(sign)
	for i, c := range []byte(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(c)
	}
	if frac != "" {
		b.WriteString("." + frac)
	}
	return b.String()
}

// UnmarshalJSON takes null and texts that are a Decimal in canonical spelling.
func (d *Decimal) UnmarshalJSON(b []byte) error {
	var text *string
	if err := json.Unmarshal(b, &text); err != nil || text == nil {
		return err
	}
	n, ok := canonical(*text)
	if ok = *text == "" || ok && string(n) == *text; !ok {
		return fmt.Errorf("model: %.40q is not a decimal number in canonical spelling", *text)
	}
	*d = Decimal(*text)
	return nil
}

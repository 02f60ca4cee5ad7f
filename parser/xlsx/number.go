package xlsx

import (
	"math"
	"strconv"
	"strings"
)

// significant is how many digits of a number Excel keeps.
const significant = 15

// number is a decimal number: 0.digits × 10^point, without zeros at either end;
// no digits is zero.
type number struct {
	negative bool
	digits   string
	point    int
}

// parseNumber reads the number that a cell holds. Programs write the shortest
// spelling of a binary number, 0.28499999999999998 for 0.285: what counts is its
// first 15 digits. A whole number of more digits is kept as it stands, and is not
// exact: a code that was typed as a number has lost its end.
func parseNumber(s string) (n number, exact, ok bool) {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return n, false, false
	}
	n.negative = v < 0
	if plain := strings.TrimLeft(s, "+-0"); len(plain) > significant && len(plain) < 400 && isDigits(plain) {
		n.digits, n.point = strings.TrimRight(plain, "0"), len(plain)
	} else {
		mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(math.Abs(v), 'e', significant-1, 64), "e")
		n.digits = strings.TrimRight(strings.Replace(mantissa, ".", "", 1), "0")
		n.point, _ = strconv.Atoi(exponent)
		n.point++
	}
	if n.digits == "" {
		n = number{}
	}
	return n, n.point <= significant, true
}

func isDigits(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

// shifted is n times a power of ten.
func (n number) shifted(places int) number {
	if n.digits != "" {
		n.point += places
	}
	return n
}

// rounded is n with so many places behind the point, half away from zero as
// Excel does.
func (n number) rounded(places int) number {
	keep := n.point + places
	switch {
	case keep >= len(n.digits):
		return n
	case keep < 0:
		return number{}
	}
	up := n.digits[keep] >= '5'
	digits := []byte(n.digits[:keep])
	if up {
		i := keep - 1
		for ; i >= 0 && digits[i] == '9'; i-- {
			digits[i] = '0'
		}
		if i >= 0 {
			digits[i]++
		} else {
			digits = append([]byte{'1'}, digits...)
			n.point++
		}
	}
	n.digits = strings.TrimRight(string(digits), "0")
	if n.digits == "" {
		return number{}
	}
	return n
}

// parts are the digits before the point, without leading zeros, and those behind.
func (n number) parts() (before, behind string) {
	switch {
	case n.digits == "":
		return "", ""
	case n.point <= 0:
		return "", strings.Repeat("0", -n.point) + n.digits
	case n.point >= len(n.digits):
		return n.digits + strings.Repeat("0", n.point-len(n.digits)), ""
	}
	return n.digits[:n.point], n.digits[n.point:]
}

// String is the number in plain digits, as the format General shows those of
// forms.
func (n number) String() string {
	before, behind := n.parts()
	if before == "" {
		before = "0"
	}
	if behind != "" {
		before += "." + behind
	}
	if n.negative {
		return "-" + before
	}
	return before
}

// float is n for comparisons with the condition of a section.
func (n number) float() float64 {
	v, _ := strconv.ParseFloat(n.String(), 64)
	return v
}

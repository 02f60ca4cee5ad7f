package model

import "strconv"

// shortDigits is how many digits each of two numbers may have, brought to one
// scale, for their sum to fit into 64 bits.
const shortDigits = 17

// short gives d as integer × 10^-scale where it has few digits, as amounts do.
func (d Decimal) short() (n int64, scale int, ok bool) {
	if len(d) > shortDigits {
		return 0, 0, false
	}
	point := len(d)
	for i := range len(d) {
		switch c := d[i]; {
		case c >= '0' && c <= '9':
			n = n*10 + int64(c-'0')
		case c == '.':
			point = i + 1
		}
	}
	if d != "" && d[0] == '-' {
		n = -n
	}
	return n, len(d) - point, true
}

// addShort is d + e where both have few digits.
func (d Decimal) addShort(e Decimal) (sum Decimal, ok bool) {
	x, sx, okX := d.short()
	y, sy, okY := e.short()
	scale := max(sx, sy)
	if !okX || !okY || len(d)+scale-sx > shortDigits || len(e)+scale-sy > shortDigits {
		return "", false
	}
	for ; sx < scale; sx++ {
		x *= 10
	}
	for ; sy < scale; sy++ {
		y *= 10
	}
	return Decimal(strconv.FormatInt(x+y, 10)).Shift(-scale), true
}

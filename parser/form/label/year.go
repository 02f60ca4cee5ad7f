package label

import "strings"

// NamedYear is a year of this century in a text, and where it stands.
type NamedYear struct{ Value, Start, End int }

// NextYear is the first year at or behind from whose digits belong to no longer
// number in front; its Value is 0 where there is none.
func NextYear(s string, from int) NamedYear {
	for at := from; ; at++ {
		i := strings.Index(s[at:], "20")
		if i < 0 || at+i+len("2000") > len(s) {
			return NamedYear{}
		}
		at += i
		tens, ones := s[at+2], s[at+3]
		within := at > 0 && isDigit(s[at-1])
		if !within && isDigit(tens) && isDigit(ones) {
			return NamedYear{2000 + int(tens-'0')*10 + int(ones-'0'), at, at + len("2000")}
		}
	}
}

// yearNamed is the year in a head: 2021年实际, 预期2022年实现值, 2023年度. It ends
// the head, or 年 stands behind it.
func yearNamed(s string) int {
	for y := NextYear(s, 0); y.Value > 0; y = NextYear(s, y.End) {
		if rest := s[y.End:]; rest == "" || strings.HasPrefix(rest, "年") {
			return y.Value
		}
	}
	return 0
}

// WithoutYear is a label without the year before it: 2025年预算安排.
func WithoutYear(s string) string {
	if !strings.HasPrefix(s, "20") {
		return s
	}
	if y := NextYear(s, 0); y.Value > 0 && y.Start == 0 {
		if rest, ok := strings.CutPrefix(s[y.End:], "年"); ok {
			return strings.TrimPrefix(rest, "度")
		}
	}
	return s
}

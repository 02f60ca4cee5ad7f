package label

import (
	"strconv"
	"strings"
)

// CutMonths cuts the months that a column is of from the front of its head,
// normalised: "1-7月执行数" gives "执行数" and 7, "上半年执行数" 6. Month is 0 where the
// head names none, or not the year's from January on; "截至8月底执行数" is of these too.
func CutMonths(head string) (rest string, month int) {
	for _, half := range [...]struct {
		word  string
		month int
	}{{"上半年", 6}, {"前三季度", 9}, {"一季度", 3}, {"第一季度", 3}} {
		if rest, found := strings.CutPrefix(head, half.word); found {
			return rest, half.month
		}
	}
	span, rest, found := strings.Cut(head, "月")
	if !found {
		return head, 0
	}
	for _, to := range [...]string{"-", "~", "至", "—", "–", "到"} {
		if n, ok := strings.CutPrefix(span, "1"+to); ok {
			if month := monthOf(n); month > 1 {
				return strings.TrimPrefix(rest, "份"), month
			}
		}
	}
	for _, until := range [...]string{"截至", "截止", "截止到"} {
		if n, ok := strings.CutPrefix(span, until); ok && monthOf(n) > 0 {
			return cutEnd(rest), monthOf(n)
		}
	}
	return head, 0
}

// monthOf is the month that a number names, 0 where it is none.
func monthOf(n string) int {
	month, err := strconv.Atoi(n)
	if err != nil || month < 1 || month > 12 {
		return 0
	}
	return month
}

// cutEnd cuts the words for the end of a month: 底, 末.
func cutEnd(s string) string {
	for _, end := range [...]string{"底", "末", "份"} {
		if rest, ok := strings.CutPrefix(s, end); ok {
			return rest
		}
	}
	return s
}

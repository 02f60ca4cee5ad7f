package label

import (
	"strconv"
	"strings"
)

// CutMonths cuts the months that a column is of from the front of its head,
// normalised: "1-7月执行数" gives "执行数" and 7, "上半年执行数" 6. Month is 0 where the
// head names none, or not the year's from January on.
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
			if month, err := strconv.Atoi(n); err == nil && month > 1 && month <= 12 {
				return strings.TrimPrefix(rest, "份"), month
			}
		}
	}
	return head, 0
}

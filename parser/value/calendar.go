package value

import "fmt"

// span is a date or a period of the calendar. Year 0 means that the text
// names none.
type span struct {
	fromYear, fromMonth, fromDay int
	year, month, day             int  // last day
	marked                       bool // 底, 前, 内: only the last day counts
	kind                         spanKind
	loose                        bool // 2023.07: a decimal number just as well
	sep                          rune // between the parts of a date in digits: 2023.07, 0 for words
	from, end                    int  // glyphs
}

type spanKind uint8

const (
	oneDay spanKind = iota
	oneMonth
	longer // quarter, half, year, period
	oneYear
)

// dates are the first and last day in ISO 8601, or RFC 6350 truncated form
// where no year is known. from is empty for a point in time.
func (d *span) dates() (from, to string) {
	to = isoDate(d.year, d.month, d.day)
	if d.kind != oneDay && !d.marked {
		from = isoDate(d.fromYear, d.fromMonth, d.fromDay)
	}
	return from, to
}

func isoDate(year, month, day int) string {
	if year == 0 {
		return fmt.Sprintf("--%02d-%02d", month, day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

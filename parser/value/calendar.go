package value

import (
	"fmt"

	"jxmb/model/quantity"
)

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

// dayOf is a day; end is the glyph behind it.
func dayOf(year, month, day, end int) span {
	return span{
		fromYear: year, fromMonth: month, fromDay: day,
		year: year, month: month, day: day,
		kind: oneDay,
		end:  end,
	}
}

// monthOf is all of a month.
func monthOf(year, month, end int) span {
	d := monthsOf(year, month, month, end)
	d.kind = oneMonth
	return d
}

// monthsOf is a period from the first day of a month to the last day of another.
func monthsOf(year, first, last, end int) span {
	return span{
		fromYear: year, fromMonth: first, fromDay: 1,
		year: year, month: last, day: quantity.LastDay(year, last),
		kind: longer,
		end:  end,
	}
}

// yearsOf is a period of whole years.
func yearsOf(first, last, end int) span {
	d := monthsOf(first, 1, 12, end)
	d.year = last
	if first == last {
		d.kind = oneYear
	}
	return d
}

// until joins two dates; the second takes the year of the first.
func (d span) until(to span) span {
	if to.year == 0 {
		to = to.inYear(d.fromYear)
	}
	d.year, d.month, d.day, d.marked = to.year, to.month, to.day, to.marked
	d.kind, d.end, d.loose = longer, to.end, false
	return d
}

// inYear puts a date that names no year into one.
func (d span) inYear(year int) span {
	if d.kind != oneDay && d.day == quantity.LastDay(0, d.month) {
		d.day = quantity.LastDay(year, d.month)
	}
	d.fromYear, d.year = year, year
	return d
}

// runsOn reports a period whose last day is one of its year, and does not come
// before its first, as it does in 11月-2月.
func (d *span) runsOn() bool {
	first, last := (d.fromYear*12+d.fromMonth)*31+d.fromDay, (d.year*12+d.month)*31+d.day
	if d.month == 2 && d.day > quantity.LastDay(d.year, 2) { // the day was read without its year
		return false
	}
	return last >= first
}

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

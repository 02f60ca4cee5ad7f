package lex

import (
	"cmp"
	"fmt"

	"jxmb/model/quantity"
)

// Span is a date or a period of the calendar. Year 0 means that the text
// names none.
type Span struct {
	fromYear, fromMonth, fromDay int
	year, Month, day             int  // last day
	Marked                       bool // 底, 前, 内: only the last day counts
	Kind                         spanKind
	loose                        bool // 2023.07: a decimal number just as well
	sep                          rune // between the parts of a date in digits: 2023.07, 0 for words
	From, End                    int  // glyphs
}

type spanKind uint8

const (
	OneDay spanKind = iota
	OneMonth
	longer // quarter, half, year, period
	OneYear
)

// dayOf is a day; end is the glyph behind it.
func dayOf(year, month, day, end int) Span {
	return Span{
		fromYear: year, fromMonth: month, fromDay: day,
		year: year, Month: month, day: day,
		Kind: OneDay,
		End:  end,
	}
}

// monthOf is all of a month.
func monthOf(year, month, end int) Span {
	d := monthsOf(year, month, month, end)
	d.Kind = OneMonth
	return d
}

// monthsOf is a period from the first day of a month to the last day of another.
func monthsOf(year, first, last, end int) Span {
	return Span{
		fromYear: year, fromMonth: first, fromDay: 1,
		year: year, Month: last, day: quantity.LastDay(year, last),
		Kind: longer,
		End:  end,
	}
}

// yearsOf is a period of whole years.
func yearsOf(first, last, end int) Span {
	d := monthsOf(first, 1, 12, end)
	d.year = last
	if first == last {
		d.Kind = OneYear
	}
	return d
}

// until joins two dates; the second takes the year of the first.
func (d Span) until(to Span) Span {
	if to.year == 0 {
		to = to.inYear(d.fromYear)
	}
	d.year, d.Month, d.day, d.Marked = to.year, to.Month, to.day, to.Marked
	d.Kind, d.End, d.loose = longer, to.End, false
	return d
}

// inYear puts a date that names no year into one.
func (d Span) inYear(year int) Span {
	if d.Kind != OneDay && d.day == quantity.LastDay(0, d.Month) {
		d.day = quantity.LastDay(year, d.Month)
	}
	d.fromYear, d.year = year, year
	return d
}

// runsOn reports a period whose last day is one of its year, and does not come
// before its first, as it does in 11月-2月.
func (d *Span) runsOn() bool {
	if d.Month == 2 && d.day > quantity.LastDay(d.year, 2) { // the day was read without its year
		return false
	}
	return cmp.Or(cmp.Compare(d.year, d.fromYear), cmp.Compare(d.Month, d.fromMonth), cmp.Compare(d.day, d.fromDay)) >= 0
}

// Dates are the first and last day in ISO 8601, or RFC 6350 truncated form
// where no year is known. from is empty for a point in time.
func (d *Span) Dates() (from, to string) {
	to = isoDate(d.year, d.Month, d.day)
	if d.Kind != OneDay && !d.Marked {
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

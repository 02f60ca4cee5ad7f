package xlsx

import (
	"strconv"
	"strings"
	"time"

	"github.com/xuri/nfp"
)

// lastDay is the serial number of 9999-12-31, behind which Excel shows no date.
const lastDay = 2_958_465

// timeOf is the moment that a serial number counts to: days from the end of 1899,
// which the day 29 February 1900, that never was, is one of (§18.17.4.1), or
// from the beginning of 1904.
func timeOf(serial float64, from1904 bool) (at time.Time, ok bool) {
	if serial < 0 || serial > lastDay+1 {
		return at, false
	}
	days := int(serial)
	seconds := int((serial-float64(days))*86400 + 0.5)
	first := time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)
	switch {
	case from1904:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days >= 61:
		first = first.AddDate(0, 0, -1)
	case days == 60 || days == 0 && seconds == 0:
		return at, false
	}
	return first.AddDate(0, 0, days).Add(time.Duration(seconds) * time.Second), true
}

// date is the number as a date and time.
func (s *section) date(n number, from1904 bool) (string, bool) {
	at, ok := timeOf(n.float(), from1904)
	if !ok {
		return "", false
	}
	var out strings.Builder
	half := s.halves()
	for i := range s.tokens {
		t := &s.tokens[i]
		switch t.TType {
		case nfp.TokenTypeDateTimes:
			text, ok := s.dateToken(i, at, half)
			if !ok {
				return "", false
			}
			out.WriteString(text)
		case nfp.TokenTypeLiteral, nfp.TokenTypeDecimalPoint:
			out.WriteString(t.TValue)
		case nfp.TokenTypeZeroPlaceHolder, nfp.TokenTypeHashPlaceHolder, nfp.TokenTypeDigitalPlaceHolder:
			return "", false // parts of seconds
		}
	}
	return out.String(), true
}

// halves tells whether hours count to twelve.
func (s *section) halves() bool {
	for i := range s.tokens {
		if s.tokens[i].TType == nfp.TokenTypeDateTimes && strings.Contains(s.tokens[i].TValue, "/") {
			return true
		}
	}
	return false
}

// The days of the week, as aaaa says them.
var weekdays = [...]string{"日", "一", "二", "三", "四", "五", "六"}

// dateToken is the part of a date that token i stands for.
func (s *section) dateToken(i int, at time.Time, half bool) (string, bool) {
	token := strings.ToLower(s.tokens[i].TValue)
	hour := at.Hour()
	if half {
		hour = (hour+11)%12 + 1
	}
	switch token {
	case "yyyy", "yyy", "e":
		return s.year(at.Year()), true
	case "yy", "y":
		return pad(at.Year()%100, 2), true
	case "m", "mm":
		if s.isMinute(i) {
			return s.count(at.Minute(), len(token)), true
		}
		return s.count(int(at.Month()), len(token)), true
	case "d", "dd":
		return s.count(at.Day(), len(token)), true
	case "h", "hh":
		return s.count(hour, len(token)), true
	case "s", "ss":
		return s.count(at.Second(), len(token)), true
	case "am/pm":
		return at.Format("PM"), true
	case "上午/下午":
		if at.Hour() < 12 {
			return "上午", true
		}
		return "下午", true
	}
	return dateName(token, at)
}

// dateName is a month or a day of the week by its name.
func dateName(token string, at time.Time) (string, bool) {
	switch token {
	case "mmm":
		return at.Format("Jan"), true
	case "mmmm":
		return at.Format("January"), true
	case "mmmmm":
		return at.Format("Jan")[:1], true
	case "ddd":
		return at.Format("Mon"), true
	case "dddd":
		return at.Format("Monday"), true
	case "aaa":
		return "周" + weekdays[at.Weekday()], true
	case "aaaa":
		return "星期" + weekdays[at.Weekday()], true
	}
	return "", false
}

// isMinute tells an m behind hours or before seconds.
func (s *section) isMinute(i int) bool {
	for k := i - 1; k >= 0; k-- {
		if t := &s.tokens[k]; t.TType == nfp.TokenTypeDateTimes {
			if t.TValue[0]|0x20 == 'h' {
				return true
			}
			break
		}
	}
	for k := i + 1; k < len(s.tokens); k++ {
		if t := &s.tokens[k]; t.TType == nfp.TokenTypeDateTimes {
			return t.TValue[0]|0x20 == 's'
		}
	}
	return false
}

func pad(n, width int) string {
	digits := strconv.Itoa(n)
	return strings.Repeat("0", max(0, width-len(digits))) + digits
}

// The numerals of DBNum1.
var numerals = []rune("〇一二三四五六七八九")

// year is a year digit by digit.
func (s *section) year(n int) string {
	if s.numerals == "" {
		return pad(n, 4)
	}
	return strings.Map(func(r rune) rune { return numerals[r-'0'] }, pad(n, 4))
}

// count is a number below a hundred, in words under DBNum1: 三十一.
func (s *section) count(n, width int) string {
	if s.numerals == "" {
		return pad(n, width)
	}
	if n < 10 {
		return string(numerals[n])
	}
	out := "十"
	if n >= 20 {
		out = string(numerals[n/10]) + out
	}
	if n%10 > 0 {
		out += string(numerals[n%10])
	}
	return out
}

package xlsx

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"golang.org/x/text/width"

	"jxmb/model"
	"jxmb/render/view"
)

// Limits of the file format: ECMA-376 does not set them, Excel does
// ("Excel specifications and limits").
const (
	maxRows   = 1_048_576
	maxText   = 32_767 // UTF-16 units in a cell
	maxDigits = 15     // significant digits of a number

	// textRoom leaves place for the note after a text that was cut.
	textRoom = maxText - 167
)

// form says how a cell is written and looks.
type form uint8

const (
	formBlank   form = iota
	formText         // wrapped text
	formLabel        // short text, centred
	formNumber       // number with the decimals it has
	formMoney        // number with at least two decimals
	formShare        // 0.983 shown as 98.3%
	formPercent      // the same with the decimals it has
	formDate         // day
)

// cell is a cell before it has a place. Numbers and dates that a
// spreadsheet cannot hold exactly are text, and note says why.
type cell struct {
	form   form
	text   string
	number model.Decimal
	day    float64     // serial number of a date
	note   *model.Text // nil without
	to     location    // where the cell leads
}

func textCell(s string) cell {
	return textForm(formText, s)
}

// labelCell is for codes and other short words.
func labelCell(s string) cell { return textForm(formLabel, s) }

func textForm(form form, s string) cell {
	if s == "" {
		return cell{form: formBlank}
	}
	return cell{form: form, text: view.Printable(s)}
}

func countCell(n int) cell { return cell{form: formNumber, number: view.Integer(n)} }

func yearCell(year int) cell {
	if year == 0 {
		return cell{}
	}
	return labelCell(strconv.Itoa(year))
}

func numberCell(d model.Decimal) cell { return decimalCell(formNumber, d) }
func moneyCell(d model.Decimal) cell  { return decimalCell(formMoney, d) }

// percentCell shows d hundredths as a percentage.
func percentCell(d model.Decimal) cell {
	c := numberCell(d)
	if c.form == formNumber {
		c.form, c.number = formPercent, d.Shift(-2)
	}
	return c
}

func decimalCell(form form, d model.Decimal) cell {
	switch {
	case d == "":
		return cell{}
	case significantDigits(d) > maxDigits:
		return cell{form: formLabel, text: d.Grouped(0), note: &model.Text{
			ZH: "此数超过 15 位有效数字，表格软件的数值存不下，故以文本保存，数字无误。",
			EN: "More than 15 significant digits: stored as text, because a spreadsheet number cannot hold them all.",
		}}
	}
	return cell{form: form, number: d}
}

func significantDigits(d model.Decimal) int {
	s := strings.TrimPrefix(string(d), "-")
	if !strings.Contains(s, ".") {
		return len(strings.TrimRight(s, "0"))
	}
	return len(strings.TrimLeft(strings.Replace(s, ".", "", 1), "0"))
}

// amountCell is a sum in 万元; where its unit is not known, the text as it
// stands, so that nobody adds it up.
func amountCell(a *model.Amount) cell {
	switch {
	case a == nil:
		return cell{}
	case a.Yuan != "":
		return moneyCell(view.InWan(a))
	}
	c := labelCell(strings.TrimSpace(a.Text))
	if a.Number != "" {
		c.note = &model.Text{
			ZH: "原表没有写明金额单位，保留原文，不换算。",
			EN: "The form states no unit for this sum; kept as it stands.",
		}
	}
	return c
}

// dateCell is a day of the calendar; "--12-31" has no year and stays text.
func dateCell(l model.Lang, date string) cell {
	if date == "" {
		return cell{}
	}
	day, err := time.Parse(time.DateOnly, date)
	// Before March 1900 the serial numbers of Excel are off by one day.
	if err != nil || day.Before(time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC)) {
		return labelCell(view.Date(l, date))
	}
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	return cell{form: formDate, day: float64(day.Sub(epoch) / (24 * time.Hour))}
}

// looksLikeFormula tells texts that a spreadsheet would read as a formula or
// command if they were typed into a cell.
func looksLikeFormula(s string) bool {
	return s != "" && strings.IndexByte("=+-@\t", s[0]) >= 0
}

// cutText splits s before the unit'th UTF-16 unit.
func cutText(s string, units int) (head, tail string) {
	if len(s) <= units {
		return s, ""
	}
	n := 0
	for i, r := range s {
		n++
		if r >= 0x10000 {
			n++
		}
		if n > units {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

// columns is how wide a line of s is, in digits: 2 for a Chinese character and
// for signs that Chinese fonts draw that wide. What is drawn as one, an accent
// with its letter or a family of joined figures, is as wide as its first part.
func columns(line string) int {
	if !strings.ContainsFunc(line, joins) {
		return apart(line)
	}
	n := 0
	for state := -1; line != ""; {
		var cluster string
		cluster, line, _, state = uniseg.FirstGraphemeClusterInString(line, state)
		_, first := utf8.DecodeRuneInString(cluster)
		n += apart(cluster[:first])
	}
	return n
}

// joins tells runes that may be drawn together with others.
func joins(r rune) bool {
	if r < 0x300 || r >= 0x3400 && r <= 0x9FFF {
		return false
	}
	return r >= 0x1F000 || unicode.In(r, unicode.M, unicode.Cf)
}

// apart is how wide the runes of s are, each drawn by itself.
func apart(line string) int {
	n := 0
	for _, r := range line {
		n++
		if r < 0x80 {
			continue
		}
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
			n++
		}
	}
	return n
}

// widest is the width of the widest line of s, as far as limit.
func widest(s string, limit int) int {
	n := 0
	for line := range strings.SplitSeq(s, "\n") {
		if len(line) > 3*limit { // a line of Chinese that long is wider than limit
			return limit
		}
		n = max(n, columns(line))
	}
	return min(n, limit)
}

// wrappedLines estimates how many lines s takes in a column of the given width.
func wrappedLines(s string, width int) int { return linesIn(s, width, width) }

// linesIn is the same for a column in which a line that is not wrapped may be as
// wide as whole, and one that is wrapped as wide as part.
func linesIn(s string, whole, part int) int {
	n := 0
	for line := range strings.SplitSeq(s, "\n") {
		n++
		if wide := columns(line); wide > whole {
			n += (wide - 1) / part
		}
	}
	return n
}

// shown is the cell as its reader sees it, to fit the column to it.
func (c cell) shown() string {
	switch c.form {
	case formNumber:
		return c.number.Grouped(0)
	case formMoney:
		return c.number.Grouped(2)
	case formPercent:
		return c.number.Shift(2).Grouped(0) + "%"
	case formShare:
		return "100.0%"
	case formDate:
		return "2020-12-31"
	}
	return c.text
}

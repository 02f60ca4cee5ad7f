package view

import "jxmb/model"

// Column is a column of a list, as every format with columns shows it. Formats
// draw their columns from lists such as [IndicatorColumns]: a field that gets
// its line there is in all of them.
type Column[R any] struct {
	Key      string // as in JSON, "target.number"; for formats without headings
	Head     model.Text
	Sheet    int     // the widest it gets in a workbook, in digits; 0 = not there
	Paper    float64 // its share of a page's width, in points; 0 = not there
	Optional bool    // left out where no row fills it
	Aside    bool    // for calculating and looking things up, not for reading
	Cell     func(model.Lang, R) Cell
}

// Cell is what a row has in a column; the zero value is an empty one.
type Cell struct {
	Form Form
	Text string // as Form says
}

// Form says what the text of a cell is.
type Form uint8

// The forms of cells.
const (
	Words   Form = iota // text of any length
	Label               // a code or a short word
	Number              // a [model.Decimal]
	Percent             // a [model.Decimal] in hundredths: "90" is 90%
	Day                 // "2020-12-31", "--12-31" where the year is not known
)

// Shown is the cell for people.
func (c Cell) Shown(l model.Lang) string {
	switch {
	case c.Text == "":
		return ""
	case c.Form == Percent:
		return c.Text + "%"
	case c.Form == Day:
		return Date(l, c.Text)
	}
	return c.Text
}

func words(s string) Cell         { return Cell{Words, s} }
func label(s string) Cell         { return Cell{Label, s} }
func number(d model.Decimal) Cell { return Cell{Number, string(d)} }
func day(date string) Cell        { return Cell{Day, date} }

// measured is a number, a percentage where that is its unit.
func measured(d model.Decimal, unit string) Cell {
	if unit == "%" && d != "" {
		return Cell{Percent, string(d)}
	}
	return number(d)
}

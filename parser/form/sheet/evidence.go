package sheet

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/parser/form/label"
	"jxmb/parser/value"
)

// sampleRows bounds the rows that are looked at to learn what a column holds.
const sampleRows = 60

// fewRows are enough to see that a column does not hold what its label says.
const fewRows = 5

// holding is what the filled cells of a column are: counts.
type holding struct {
	rows      int // that begin an indicator
	filled    int
	signs     int // ≥, 大于等于
	qualities int // 定性, 定量
	targets   int // read as targets by themselves
	numbers   int // nothing but a number
	sum       model.Decimal
	most      model.Decimal // the greatest number
	levels    [2]int        // level 1 and level 2 words
}

// mostly says whether n of the filled cells are more than half of them; of none
// nothing is.
func (h holding) mostly(n int) bool { return 2*n > h.filled }

// holds looks at the rows of the band that begin an indicator: those whose cell
// in the column of names, where there is one, is filled and not the same cell.
func (r *roles) holds(col *Column) holding { return r.sample(col, sampleRows) }

// sample does so for at most so many rows.
func (r *roles) sample(col *Column, most int) holding {
	if r.names != nil && r.names != col {
		if h := r.sampleBeside(col, most, r.names); h.rows > 0 {
			return h
		}
	}
	return r.sampleBeside(col, most, nil)
}

func (r *roles) sampleBeside(col *Column, most int, names *Column) holding {
	h := holding{sum: "0"}
	for c := range r.cells(col) {
		if names != nil && !r.named(c.Line, names, c) {
			continue
		}
		if h.rows == most {
			break
		}
		h.rows++
		if !c.Blank && !Dotted(c.Text) {
			h.add(c, r.form)
		}
	}
	return h
}

// cells are those of a column below its head that begin in it and keep to it.
func (r *roles) cells(c *Column) iter.Seq[*Cell] {
	return func(yield func(*Cell) bool) {
		for row := r.band.From; row <= r.band.To; row++ {
			if cell := r.sheet.begins(row, c.First); cell != nil && c.covers(cell) && !yield(cell) {
				return
			}
		}
	}
}

// named says whether the row has a name in the column of names, in another cell
// than c.
func (r *roles) named(row int, names *Column, c *Cell) bool {
	name := r.sheet.At(row, names.First)
	return name.Filled() && name != c
}

func (h *holding) add(c *Cell, form string) {
	h.filled++
	if m := c.In(label.InLevel, form); m != nil {
		h.levels[m.Field-label.Level1]++
		return
	}
	text := label.Trim(c.Text)
	short := utf8.RuneCountInString(text) <= 6
	switch {
	case text == "定性", text == "定量":
		h.qualities++
	case short && value.IsOperator(text):
		h.signs++
	case !strings.HasPrefix(text, "指标") && value.IsTarget(text): // 指标1： is a place of the template
		h.targets++
		if d, ok := decimal(text); ok {
			h.numbers++
			h.sum = h.sum.Add(d)
			h.most = greater(h.most, d)
		}
	}
}

// decimal reads a text that is nothing but a number, or a number of marks; its digits
// may be full-width ones.
func decimal(text string) (model.Decimal, bool) {
	d, err := model.ParseDecimal(strings.TrimSuffix(text, "分"))
	if err != nil && text[0] >= utf8.RuneSelf {
		d, err = model.ParseDecimal(strings.TrimSuffix(label.Normal(text), "分"))
	}
	return d, err == nil
}

// greater is the greater of two numbers; the first may be absent.
func greater(a, b model.Decimal) model.Decimal {
	if a == "" || a.Cmp(b) < 0 {
		return b
	}
	return a
}

// weights says whether the cells can be the shares of a full mark: numbers
// alone, three or more, that add up to a tenth of 100 or to 90 or 100.
func (h holding) weights() bool {
	if h.filled < 3 || h.numbers != h.filled {
		return false
	}
	return slices.Contains(fullMarks[:], h.sum)
}

// fullMarks are sums of the weights of a table.
var fullMarks = [...]model.Decimal{"10", "50", "60", "80", "90", "100"}

// Dotted says whether a text holds nothing but dots and blanks.
func Dotted(text string) bool { return strings.IndexFunc(text, beyondDots) < 0 }

func beyondDots(r rune) bool {
	switch r {
	case '…', '.', ' ', '\n', '　', '\u00A0':
		return false
	}
	return true
}

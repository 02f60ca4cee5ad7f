package sheet

import (
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

// mostly says whether n of the filled cells are more than half of them.
func (h holding) mostly(n int) bool { return 2*n > h.filled }

// holds looks at the rows of the band that begin an indicator: those whose cell
// in the column of names, where there is one, is filled and not the same cell.
func (r *roles) holds(col *Column) holding { return r.sample(col, sampleRows) }

// sample does so for at most so many rows.
func (r *roles) sample(col *Column, most int) holding {
	h := r.sampleBeside(col, most, r.names)
	if h.rows == 0 && r.names != nil {
		h = r.sampleBeside(col, most, nil)
	}
	return h
}

func (r *roles) sampleBeside(col *Column, most int, names *Column) holding {
	h := holding{sum: "0"}
	for row := r.band.From; row <= r.band.To && h.rows < most; row++ {
		c := r.sheet.At(row, col.First)
		if c == nil || c.Line != row || c.Column < col.First || c.Column+c.ColSpan-1 > col.Last {
			continue
		}
		if names != nil && names != col {
			if name := r.sheet.At(row, names.First); name == nil || name.Blank || name == c {
				continue
			}
		}
		h.rows++
		if !c.Blank && !Dotted(c.Text) {
			h.add(c, r.form)
		}
	}
	return h
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
	case text == "定性" || text == "定量":
		h.qualities++
	case short && value.IsOperator(text):
		h.signs++
	case !strings.HasPrefix(text, "指标") && value.IsTarget(text): // 指标1： is a place of the template
		h.targets++
		if d, err := model.ParseDecimal(strings.TrimSuffix(text, "分")); err == nil {
			h.numbers++
			h.sum = h.sum.Add(d)
			if h.most == "" || h.most.Cmp(d) < 0 {
				h.most = d
			}
		}
	}
}

// weights says whether the cells can be the shares of a full mark: numbers
// alone, three or more, that add up to a tenth of 100 or to 90 or 100.
func (h holding) weights() bool {
	if h.filled < 3 || h.numbers != h.filled {
		return false
	}
	switch h.sum {
	case "10", "50", "60", "80", "90", "100":
		return true
	}
	return false
}

// Dotted says whether a text holds nothing but dots and blanks.
func Dotted(text string) bool {
	for _, r := range text {
		switch r {
		case '…', '.', ' ', '\n', '　', '\u00A0':
		default:
			return false
		}
	}
	return true
}

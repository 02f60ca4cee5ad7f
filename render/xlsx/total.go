package xlsx

import (
	"strconv"

	"jxmb/model"
)

// totals puts below the rows of a sheet what its columns add up to, as far as
// the filter shows them. The row is none that the filter hides or sorts.
func (t *table[R]) totals(s *sheet) {
	if !t.summed() || s.row == 1 {
		return
	}
	b, row := t.book, s.row+1
	s.rows.begin(row, rowHeight(1))
	for i, c := range t.columns {
		out, formula := cell{}, ""
		switch {
		case c.sum:
			form := formNumber
			if c.money {
				form = formMoney
			}
			out = decimalCell(form, s.sums[i].all())
			if out.form == formNumber || out.form == formMoney {
				formula = "SUBTOTAL(109," + t.letters[i] + "2:" + t.letters[i] + strconv.Itoa(s.row) + ")"
			}
			if n := s.sums[i].left; n > 0 {
				note := model.Say("有 %d 行不是可以相加的数值，未计入", "%d rows hold no number that could be added", n)
				out.note = &note
			}
		case i == 0:
			out = labelCell(b.lang.Say("合计", "Total"))
		}
		if out.note != nil {
			b.note(s.name, t.letters[i]+strconv.Itoa(row), *out.note)
		}
		look := lookOf(out)
		look.role = roleFact
		if formula != "" {
			s.rows.formula(t.letters[i], row, b.style(look), formula, out)
		} else {
			s.rows.cell(t.letters[i], row, b.style(look), out)
		}
	}
	b.fail(s.rows.end())
	s.total = true
}

func (t *table[R]) summed() bool {
	for _, c := range t.columns {
		if c.sum {
			return true
		}
	}
	return false
}

// columnSum is what a column of a sheet adds up to, and how many of its cells
// hold something else than a number.
type columnSum struct {
	total model.Decimal
	whole int64 // of the numbers without decimals, which nearly all are
	any   bool
	left  int
}

// all is what the numbers add up to, absent where there are none.
func (s *columnSum) all() model.Decimal {
	if !s.any {
		return ""
	}
	return s.total.Add(model.Decimal(strconv.FormatInt(s.whole, 10)))
}

func (s *columnSum) add(c *cell) {
	switch c.form {
	case formBlank:
	case formNumber, formMoney: // at most 15 digits
		s.any = true
		if n, err := strconv.ParseInt(string(c.number), 10, 64); err == nil {
			s.whole += n
			return
		}
		s.total = s.total.Add(c.number)
	default:
		s.left++
	}
}

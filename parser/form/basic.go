package form

import (
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/money"
	"jxmb/parser/form/sheet"
)

// scan reads the cells that begin in the rows from..to and were not read yet,
// in reading order.
func (r *reading) scan(from, to int) {
	for row := from; row <= to; row++ {
		line := r.Sheet.Line(row)
		for i := range line {
			if c := &line[i]; c.Use == sheet.Unused {
				r.cell(c)
			}
		}
	}
}

func (r *reading) cell(c *sheet.Cell) {
	if c.Blank {
		c.Take(sheet.UseNothing, "", nil)
		return
	}
	m := c.Entry.In(label.InProject, r.form.ID)
	if m == nil {
		r.amountOrText(c)
		return
	}
	if r.Section != nil && r.Sheet.Wide(c) {
		r.Section = nil
	}
	switch m.Field {
	case label.Money, label.MoneyPurpose:
		r.moneyBlock(c, m)
	case label.Plan:
		r.planBlock(c)
	case label.Goals:
		r.goalBlock(c, m)
	case label.List:
		r.listBlock(c)
	case label.Indicators, label.Section:
		if m.Field == label.Section || !r.indicatorCell(c, nil, nil) {
			c.Take(sheet.UseLabel, m.Field.String(), nil)
		}
	default:
		r.scalar(c, m)
	}
}

// amountOrText reads a cell that is no label of the project itself: a label of
// money, a level, or text.
func (r *reading) amountOrText(c *sheet.Cell) {
	switch m := c.Entry.In(label.InMoney, r.form.ID); {
	case m == nil && (r.wordedAmount(c) || r.ColumnLabel(c) || r.levelCell(c)):
	case m == nil:
		r.unlabelled(c)
	case r.HeadsAmounts(c), c.RowSpan > 1 && r.labelsMoney(c):
		r.moneyBlock(c, &label.Meaning{Field: label.Money, Term: m.Term})
	default:
		r.AmountLabel(c, m, money.Place{})
	}
}

// scalar reads a label with one value.
func (r *reading) scalar(c *sheet.Cell, m *label.Meaning) {
	if m.Field.Aside() && r.besidePairs(c) {
		c.Take(sheet.UseLabel, label.Section.String(), nil)
		return
	}
	v, by := r.Value(c)
	c.Take(sheet.UseLabel, m.Field.String(), nil)
	if v == nil {
		if m.Field.Aside() || m.Field == label.Sum {
			r.Extra(label.Text(c.Text), "", c)
		}
		return
	}
	v.Take(by, m.Field.String(), c)
	r.set(m.Field, c, v, 0, len(v.Text))
}

// besidePairs says whether a label over several rows has labels of its own beside it, each
// with its value: 项目立项情况 beside 立项的依据 | …, 申报的可行性 | ….
func (r *reading) besidePairs(c *sheet.Cell) bool {
	if c.RowSpan == 1 {
		return false
	}
	for row := c.Line; row <= c.LastRow(); row++ {
		key := r.Sheet.At(row, c.LastColumn()+1)
		if !key.BeginsIn(row) || key.LastRow() >= c.LastRow() && row == c.Line || !r.Sheet.Right(key).Unread() {
			return false
		}
	}
	return true
}

// set gives the project the field that stands in v.Text[from:to]; label is the
// cell that names it.
func (r *reading) set(f label.Field, key, v *sheet.Cell, from, to int) {
	p, text := r.Project, label.Trim(v.Text[from:to])
	switch f {
	case label.Code:
		r.SetOnce(&p.Code, draft.HalfWidth(text), "code", key, v, from, to)
	case label.Name:
		if code, name, ok := draft.CodeBeforeName(text); ok {
			r.SetOnce(&p.Code, code, "code", key, v, from, to)
			text = name
		}
		if name, code, ok := draft.CodeBehindName(text); ok {
			r.SetOnce(&p.Code, code, "code", key, v, from, to)
			text = name
		}
		r.SetOnce(&p.Name, text, "name", key, v, from, to)
	case label.Unit, label.Department, label.Implementer:
		r.SetUnit(f, key, v, from, to)
	case label.UnitCode:
		r.SetOnce(&p.Unit.Code, text, "unit.code", key, v, from, to)
	case label.MoneyUnit:
		if u := money.UnitIn(label.Normal(text)); u != "" {
			r.Unit = u
		} else {
			r.Extra(label.Text(key.Text), text, v)
		}
	case label.Year:
		if r.Year = draft.YearIn(text); r.Year == 0 && text != "" {
			r.Extra(label.Text(key.Text), text, v)
		}
	case label.Purpose:
		r.Purpose(v, from, to)
	default:
		r.Aside(f, label.Text(key.Text), v, from, to)
	}
}

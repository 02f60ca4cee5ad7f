package form

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// scan reads the cells that begin in the rows from..to and were not read yet,
// in reading order.
func (r *reading) scan(from, to int) {
	for row := from; row <= to; row++ {
		line := r.sheet.Line(row)
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
	switch money := c.Entry.In(label.InMoney, r.form.ID); {
	case money == nil && (r.wordedAmount(c) || r.levelCell(c)):
	case money == nil:
		r.unlabelled(c)
	case r.headsAmounts(c):
		r.moneyBlock(c, &label.Meaning{Field: label.Money, Term: money.Term})
	default:
		r.amountLabel(c, money, amountPlace{})
	}
}

// isLabel says whether the cell is a label of the rows around the indicators.
func (r *neighbours) isLabel(c *sheet.Cell) bool {
	return c.Entry != nil && c.Entry.Around(r.form.ID) // most cells have none
}

// scalar reads a label with one value.
func (r *reading) scalar(c *sheet.Cell, m *label.Meaning) {
	v, by := r.value(c)
	c.Take(sheet.UseLabel, m.Field.String(), nil)
	if v == nil {
		if m.Field.Aside() || m.Field == label.Sum {
			r.extra(label.Text(c.Text), "", c)
		}
		return
	}
	v.Take(by, m.Field.String(), c)
	r.set(m.Field, c, v, 0, len(v.Text))
}

// set gives the project the field that stands in v.Text[from:to]; label is the
// cell that names it.
func (r *reading) set(f label.Field, key, v *sheet.Cell, from, to int) {
	p, text := r.project, label.Trim(v.Text[from:to])
	switch f {
	case label.Code:
		r.setOnce(&p.Code, text, "code", key, v, from, to)
	case label.Name:
		if code, name, ok := codeBeforeName(text); ok {
			r.setOnce(&p.Code, code, "code", key, v, from, to)
			text = name
		}
		r.setOnce(&p.Name, text, "name", key, v, from, to)
	case label.Unit, label.Department, label.Implementer:
		r.setUnit(f, key, v, from, to)
	case label.UnitCode:
		r.setOnce(&p.Unit.Code, text, "unit.code", key, v, from, to)
	case label.MoneyUnit:
		if u := moneyUnit(label.Normal(text)); u != "" {
			r.unit = u
		} else {
			r.extra(label.Text(key.Text), text, v)
		}
	case label.Year:
		if r.year = yearIn(text); r.year == 0 && text != "" {
			r.extra(label.Text(key.Text), text, v)
		}
	case label.Purpose:
		r.purpose(v)
	default:
		r.aside(f, label.Text(key.Text), v, from, to)
	}
}

// setUnit takes up the cell that names a unit.
func (r *filling) setUnit(f label.Field, key, v *sheet.Cell, from, to int) {
	id := &r.units[f-label.Unit]
	if id.value != nil {
		r.extra(label.Text(key.Text), v.Text[from:to], v)
		return
	}
	if at, number := cutFormNumber(v.Text[from:to]); number != "" {
		r.extra("表号", number, v)
		to = from + at
	}
	*id = identity{label: key, value: v, start: from, end: to}
}

// setOnce sets a field. A cell left empty is referred to as well, since the
// form asks for it, until another one gives the field. A second cell of the
// same label that says something else is kept as extra and reported.
func (r *filling) setOnce(to *string, text, field string, key, v *sheet.Cell, from, end int) {
	switch {
	case *to == "":
		r.project.Cells = slices.DeleteFunc(r.project.Cells, func(c model.CellRef) bool { return c.Field == field })
		*to = text
		r.ref(field, v, from, end)
	case *to != text && text != "":
		r.extra(label.Text(key.Text), text, v)
		r.report(ruleTwice, r.origin(v), model.Say("“%s”已读作“%s”，这里又写作“%s”", "%s was read as %q and is %q here",
			label.Text(key.Text), *to, text))
		r.args("field", field, "first", *to, "again", text)
		last := &r.out.Findings[len(r.out.Findings)-1]
		last.Also = append(last.Also, r.project.Field(field))
	}
}

// purpose adds a cell to 资金用途.
func (r *filling) purpose(v *sheet.Cell) {
	if r.project.Purpose != "" {
		r.project.Purpose += "\n"
	}
	r.project.Purpose += v.Text
	r.refCell("purpose", v)
}

// yearIn finds a year such as 2022年 or 2022年度 in text, or text that is a
// year; 0 where there is none.
func yearIn(text string) int {
	for y := label.NextYear(text, 0); y.Value > 0; y = label.NextYear(text, y.End) {
		if strings.HasPrefix(text[y.End:], "年") || y.End-y.Start == len(text) {
			return y.Value
		}
	}
	return 0
}

// yearBehind is the year in the bracket that ends the title of a form:
// …绩效自评表（2023年度）; 0 where there is none.
func yearBehind(title string) int {
	_, note, ok := label.CutNote([]byte(label.Normal(title)))
	if !ok {
		return 0
	}
	return yearIn(string(note))
}

// settleYear takes the budget year from the form, else from the project code,
// digits 7 and 8 (a project that goes on keeps the code of its first year),
// else from the title.
func (r *filling) settleYear() {
	p := r.project
	if r.year == 0 {
		r.year = yearBehind(p.Title)
	}
	switch {
	case r.year != 0:
		p.FiscalYear = r.year
	case systemCode(p.Code):
		p.FiscalYear = 2000 + int(p.Code[6]-'0')*10 + int(p.Code[7]-'0')
	default:
		p.FiscalYear = yearIn(p.Title)
	}
}

// systemCode says whether s has the shape of a code of the integrated budget
// system: 6 digits of division, 2 of year, a letter, 12 digits or letters.
func systemCode(s string) bool {
	if len(s) != 21 || s[8] < 'A' || s[8] > 'Z' {
		return false
	}
	for i := range len(s) {
		digit := s[i] >= '0' && s[i] <= '9'
		if !digit && (i < 8 || s[i] < 'A' || s[i] > 'Z') {
			return false
		}
	}
	return true
}

// codeBeforeName splits "51092324T000010263357-2023年…", as some systems fill
// the 项目名称 cell.
func codeBeforeName(text string) (code, name string, ok bool) {
	i := strings.IndexAny(text, "-－—")
	if i < 15 || i > 32 {
		return "", text, false
	}
	for _, c := range []byte(text[:i]) {
		if (c < '0' || c > '9') && (c < 'A' || c > 'Z') {
			return "", text, false
		}
	}
	_, n := utf8.DecodeRuneInString(text[i:])
	return text[:i], label.Trim(text[i+n:]), true
}

// indexed is the path of an element of a list: "extra[3]".
func indexed(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

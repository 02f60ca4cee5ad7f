package form

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"jxmb/model"
)

// scan reads the cells that begin in the rows from..to and were not read yet,
// in reading order.
func (r *reading) scan(from, to int) {
	for row := from; row <= to; row++ {
		line := r.sheet.line(row)
		for i := range line {
			if c := &line[i]; c.use == unused {
				r.cell(c)
			}
		}
	}
}

func (r *reading) cell(c *cell) {
	if c.blank {
		c.take(useNothing, "", nil)
		return
	}
	m := c.entry.in(inProject, r.form)
	if m == nil {
		money := c.entry.in(inMoney, r.form)
		switch {
		case money == nil:
			r.unlabelled(c)
		case r.headsAmounts(c):
			r.moneyBlock(c, &meaning{field: fieldMoney, term: money.term})
		default:
			r.amountLabel(c, money, amountPlace{})
		}
		return
	}
	switch m.field {
	case fieldMoney, fieldMoneyPurpose:
		r.moneyBlock(c, m)
	case fieldPlan:
		r.planBlock(c)
	case fieldGoals:
		r.goalBlock(c, m)
	case fieldList:
		r.listBlock(c)
	case fieldIndicators, fieldSection:
		c.take(useLabel, m.field.String(), nil)
	default:
		r.scalar(c, m)
	}
}

// isLabel says whether the cell is a label of the rows around the indicators.
func (r *reading) isLabel(c *cell) bool {
	return c.entry != nil && (c.entry.in(inProject, r.form) != nil || c.entry.in(inMoney, r.form) != nil)
}

// scalar reads a label with one value.
func (r *reading) scalar(c *cell, m *meaning) {
	v, by := r.value(c)
	c.take(useLabel, m.field.String(), nil)
	if v == nil {
		if m.field == fieldExtra || m.field == fieldSum {
			r.extra(labelText(c.Text), "", c)
		}
		return
	}
	v.take(by, m.field.String(), c)
	r.set(m.field, c, v, 0, len(v.Text))
}

// set gives the project the field that stands in v.Text[from:to]; label is the
// cell that names it.
func (r *reading) set(f field, label, v *cell, from, to int) {
	p, text := r.project, trim(v.Text[from:to])
	switch f {
	case fieldCode:
		r.setOnce(&p.Code, text, "code", label, v, from, to)
	case fieldName:
		if code, name, ok := codeBeforeName(text); ok {
			r.setOnce(&p.Code, code, "code", label, v, from, to)
			text = name
		}
		r.setOnce(&p.Name, text, "name", label, v, from, to)
	case fieldUnit, fieldDepartment, fieldImplementer:
		id := &r.units[f-fieldUnit]
		if id.value != nil {
			r.extra(labelText(label.Text), v.Text[from:to], v)
			return
		}
		*id = identity{label: label, value: v, start: from, end: to}
	case fieldUnitCode:
		r.setOnce(&p.Unit.Code, text, "unit.code", label, v, from, to)
	case fieldMoneyUnit:
		if u := moneyUnit(normal(text)); u != "" {
			r.unit = u
		} else {
			r.extra(labelText(label.Text), text, v)
		}
	case fieldYear:
		if r.year = yearIn(text); r.year == 0 && text != "" {
			r.extra(labelText(label.Text), text, v)
		}
	case fieldPurpose:
		r.purpose(v)
	default:
		r.extra(labelText(label.Text), v.Text[from:to], v)
	}
}

// setOnce sets a field. A cell left empty is referred to as well, since the
// form asks for it, until another one gives the field. A second cell of the
// same label that says something else is kept as extra and reported.
func (r *reading) setOnce(to *string, text, field string, label, v *cell, from, end int) {
	switch {
	case *to == "":
		r.project.Cells = slices.DeleteFunc(r.project.Cells, func(c model.CellRef) bool { return c.Field == field })
		*to = text
		r.ref(field, v, from, end)
	case *to != text && text != "":
		r.extra(labelText(label.Text), text, v)
		r.report(ruleTwice, r.origin(v), model.Say("“%s”已读作“%s”，这里又写作“%s”", "%s was read as %q and is %q here",
			labelText(label.Text), *to, text))
		last := &r.out.Findings[len(r.out.Findings)-1]
		last.Also = append(last.Also, r.project.Field(field))
	}
}

// purpose adds a cell to 资金用途.
func (r *reading) purpose(v *cell) {
	if r.project.Purpose != "" {
		r.project.Purpose += "\n"
	}
	r.project.Purpose += v.Text
	r.refCell("purpose", v)
}

// labelText is a label as it is shown: without line breaks, outer blanks and
// the colon behind it.
func labelText(text string) string {
	if strings.ContainsAny(text, "\n\r\t") {
		text = strings.NewReplacer("\n", "", "\r", "", "\t", "").Replace(text)
	}
	text = trim(text)
	text = strings.TrimSuffix(strings.TrimSuffix(text, ":"), "：")
	return trim(text)
}

// yearIn finds a year such as 2022年 or 2022年度 in text, or text that is a
// year; 0 where there is none.
func yearIn(text string) int {
	for i := 0; i+4 <= len(text); i++ {
		if text[i] != '2' || text[i+1] != '0' || i > 0 && text[i-1] >= '0' && text[i-1] <= '9' {
			continue
		}
		year, err := strconv.Atoi(text[i : i+4])
		if rest := text[i+4:]; err == nil && (strings.HasPrefix(rest, "年") || i == 0 && rest == "") {
			return year
		}
	}
	return 0
}

// yearBehind is the year in the bracket that ends the title of a form:
// …绩效自评表（2023年度）; 0 where there is none.
func yearBehind(title string) int {
	_, note, ok := cutNote([]byte(normal(title)))
	if !ok {
		return 0
	}
	return yearIn(string(note))
}

// settleYear takes the budget year from the form, else from the project code,
// digits 7 and 8 (a project that goes on keeps the code of its first year),
// else from the title.
func (r *reading) settleYear() {
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
	return text[:i], trim(text[i+n:]), true
}

// indexed is the path of an element of a list: "extra[3]".
func indexed(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

package form

import (
	"slices"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/money"
	"jxmb/parser/form/record"
	"jxmb/parser/form/sheet"
)

// unlabelled reads a cell that no label claims: label and value in one cell,
// the unit line, the title, or a label the form does not know with its value
// beside it. What is none of these stays unread and is reported.
func (r *reading) unlabelled(c *sheet.Cell) {
	switch {
	case c == r.Sheet.Title && !r.Sheet.Named():
		r.nameByTitle(c)
	case r.inline(c), r.inlineAmount(c, nil), r.title(c), r.unitLine(c):
	case r.headsList(c):
		r.listBlock(c)
	case r.valueBelow(c), r.pairs(c):
	case r.Sheet.Right(c) != nil && c.RowSpan > 1 && utf8.RuneCountInString(c.Text) <= 12:
		c.Take(sheet.UseLabel, "section", nil) // a caption beside several rows of labels
	}
}

// inline reads a cell that holds labels and their values: 单位：万元. It leaves
// alone text that merely contains a colon: a known label must stand first, or
// the cell be alone in its row and short.
func (r *reading) inline(c *sheet.Cell) bool { return r.inlineIn(c, nil) }

// inlineIn reads such a cell in the rows of a money block, nil outside any.
func (r *reading) inlineIn(c, block *sheet.Cell) bool {
	if !c.Marks.Has(label.HasColon) {
		return false
	}
	pairs := record.PairsIn(r.Labels, c.Text)
	if len(pairs) == 0 {
		return false
	}
	if first, _ := r.Labels.Lookup(pairs[0].Label); !first.Around(r.form.ID) && !r.unknownPair(c, pairs[0]) {
		return false
	}
	c.Take(sheet.UseInline, "", nil)
	if before := c.Text[:pairs[0].From]; !label.Blank(before) {
		r.leftOverText(c, before)
	}
	for _, p := range pairs {
		e, note := r.Labels.Lookup(p.Label)
		r.setInline(c, block, e, note, p)
	}
	return true
}

// unknownPair says whether a cell that begins with an unknown label holds its value as
// well: it is alone in its row, stands among cells that do, or the label is worded as
// one of money, with an amount.
func (r *reading) unknownPair(c *sheet.Cell, p label.Pair) bool {
	if _, money := label.WordedAmount(p.Label); money && isAmount(c.Text[p.Start:p.End]) {
		return true
	}
	if utf8.RuneCountInString(label.Trim(p.Label)) > 12 {
		return false
	}
	if r.Sheet.Wide(c) {
		return true
	}
	if r.splitAmount(c, nil) > 0 { // 其中：财政拨款 600万元
		return false
	}
	others := 0
	for other := range r.Sheet.Words(c.Line) {
		if other == c {
			continue
		}
		if at := label.Leading(other.Text); at == "" || utf8.RuneCountInString(label.Trim(at)) > 12 {
			return false
		}
		others++
	}
	return others > 0 && !label.Blank(c.Text[p.Start:p.End])
}

func (r *reading) setInline(c, block *sheet.Cell, e *label.Entry, note string, p label.Pair) {
	part := *c.Cell
	part.Text = p.Label
	key := &sheet.Cell{Cell: &part, Own: c.Own, Table: c.Table, Line: c.Line, Entry: e, Note: note}
	text := c.Text[p.Start:p.End]
	m := e.In(label.InProject, r.form.ID)
	if cost := r.MoneyMeaning(key); m == nil && cost != nil {
		a, ok := money.ReadAmount(text, r.UnitFor(key, block))
		if !ok && r.RunningAmounts(*cost, key, c, block, text) {
			return
		}
		r.AddAmount(money.Amount{Label: key, Value: c, Block: block, Meaning: *cost, Amount: a, Legible: ok})
		return
	}
	switch {
	case m == nil:
		r.Extra(label.Text(p.Label), label.Trim(text), c)
	case m.Field == label.Unit && money.UnitIn(label.Normal(text)) != "":
		c.Field = label.MoneyUnit.String()
	case m.Field == label.Goals:
		r.AddGoals(c, p.Start, p.End, m.Term)
	case m.Field >= label.Money:
		r.Extra(label.Text(p.Label), label.Trim(text), c)
	default:
		c.Field = m.Field.String()
		r.set(m.Field, key, c, p.Start, p.End)
	}
}

// unitLine reads a cell that prints code and name of the unit without a
// label: 216001中共遵化市委政法委本级, in the first rows of the form.
func (r *reading) unitLine(c *sheet.Cell) bool {
	if r.Units[0].Value != nil || c.Line > 3 {
		return false
	}
	if code, name := draft.SplitUnit(label.Trim(c.Text)); code == "" || name == "" {
		return false
	}
	c.Take(sheet.UseUnitLine, label.Unit.String(), nil)
	r.Units[0] = draft.Identity{Value: c, Start: 0, End: len(c.Text)}
	return true
}

// title reads a cell as wide as the table that holds the title of the form or
// the year it is for.
func (r *reading) title(c *sheet.Cell) bool {
	if !r.Sheet.Wide(c) || utf8.RuneCountInString(c.Text) > 60 {
		return false
	}
	year := draft.YearIn(c.Text)
	switch {
	case r.IsTitle(c.Text):
		if r.Project.Title == "" {
			r.Project.Title = label.Trim(c.Text)
		}
		if r.Year == 0 {
			r.Year = year
		}
	case year != 0 && utf8.RuneCountInString(label.Trim(c.Text)) <= 12:
		r.Year = year
	default:
		return false
	}
	c.Take(sheet.UseTitle, "title", nil)
	return true
}

// nameByTitle takes the name of the project from the numbered title of its rows.
func (r *reading) nameByTitle(c *sheet.Cell) {
	c.Take(sheet.UseTitle, label.Name.String(), nil)
	_, from := label.NumberedName(c.Text)
	r.set(label.Name, c, c, from, len(c.Text))
	r.namedByTitle(c)
}

// namedByTitle tells that the numbered title in v was read as the name of the project.
func (r *reading) namedByTitle(v *sheet.Cell) {
	r.Report(draft.RuleAbsent, r.Origin(v), model.Say("没有项目名称一栏，标题“%s”按项目名称读取", "there is no field for the project's name; the title %q was read as it", label.Trim(v.Text)))
	r.Args("text", label.Trim(v.Text))
}

// pairs reads a run of cells without known labels: label, value, label, value;
// where their number is odd, the first is the label of all the others. All are
// kept as extra.
func (r *reading) pairs(c *sheet.Cell) bool {
	if r.Sheet.Wide(c) {
		return false
	}
	run := []*sheet.Cell{c}
	for n := r.Sheet.Right(c); n.Unread() && n.Line == c.Line && !r.saysItsLabel(n); n = r.Sheet.Right(n) {
		run = append(run, n)
	}
	if len(run) < 2 {
		return false
	}
	run = withoutBlanks(run)
	r.anotherProject(run)
	step := 2
	if len(run)%2 == 1 {
		step = 1
	}
	for i := 1; i < len(run); i += step {
		head, v := run[0], run[i]
		if step == 2 {
			head = run[i-1]
		}
		head.Take(sheet.UseLabel, "extra", nil)
		if v.Blank && record.UnitName(head.Text) && r.UnitBlank() {
			r.leftOver(head)
		}
		v.Take(sheet.UsePair, "extra", head)
		r.Extra(label.Text(head.Text), v.Text, v)
	}
	return len(run) > 1
}

// valueBelow reads an unknown head in a row of heads, with its value below it.
func (r *reading) valueBelow(c *sheet.Cell) bool {
	if !r.HeadRow(c) {
		return false
	}
	v := r.Sheet.Below(c)
	c.Take(sheet.UseLabel, "extra", nil)
	v.Take(sheet.UseBelow, "extra", c)
	r.Extra(label.Text(c.Text), v.Text, v)
	return true
}

// saysItsLabel says whether a cell is a label, or holds one before its value, so that
// it is not the value of an unknown label beside it.
func (r *reading) saysItsLabel(c *sheet.Cell) bool {
	if c.Inside != nil {
		return c.Inside.Around(r.form.ID)
	}
	return r.IsLabel(c) || r.labelsAmount(c) || r.splitAmount(c, nil) > 0
}

// labelsAmount says whether a cell is worded as a sum of money, with an amount beside
// it.
func (r *reading) labelsAmount(c *sheet.Cell) bool {
	return c.Entry == nil && r.BesideAmount(c) && r.MoneyMeaning(c) != nil
}

// anotherProject reports a row below one that was read as what heads of columns name:
// it tells of another project, and its cells are kept as extra alone.
func (r *reading) anotherProject(run []*sheet.Cell) {
	for _, c := range run {
		above := r.Sheet.At(c.Line-1, c.Column)
		if above.Filled() && above.Use == sheet.UseBelow && above.Field == label.Name.String() && !c.Blank {
			r.Report(draft.RuleNoTable, r.Origin(c), model.Say("“%s”下面不止一个项目，这一行“%s”没有读作项目", "more than one project stands below %s; the row of %q was not read as one",
				label.Text(above.Label.Text), draft.Excerpt(c.Text)))
			r.Args("text", c.Text)
			return
		}
	}
}

// withoutBlanks leaves of a run the cells that pair up: those that are not
// blank or, where blanks stand only in the places of values, those of values
// too, as something was left unfilled.
func withoutBlanks(run []*sheet.Cell) []*sheet.Cell {
	for len(run) > 2 && run[len(run)-1].Blank && run[len(run)-2].Blank {
		run = run[:len(run)-1] // a lost merge behind the last value
	}
	places := len(run)%2 == 0
	for i := 0; i < len(run); i += 2 {
		places = places && !run[i].Blank
	}
	if places {
		return run
	}
	return slices.DeleteFunc(run, func(c *sheet.Cell) bool { return c.Blank })
}

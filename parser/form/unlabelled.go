package form

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// unlabelled reads a cell that no label claims: label and value in one cell,
// the unit line, the title, or a label the form does not know with its value
// beside it. What is none of these stays unread and is reported.
func (r *reading) unlabelled(c *cell) {
	switch {
	case r.inline(c), r.title(c), r.unitLine(c), r.pairs(c):
	case r.sheet.right(c) != nil && c.RowSpan > 1 && utf8.RuneCountInString(c.Text) <= 12:
		c.take(useLabel, "section", nil) // a caption beside several rows of labels
	}
}

// pair is a label and its value inside one text: text[start:end] is the value.
type pair struct {
	label      string
	start, end int
}

// inlinePairs finds "label：value" in a text; several pairs are set apart by a
// line break, a tab or two blanks.
func inlinePairs(text string) []pair {
	if len(text) > 600 || strings.IndexByte(text, ':') < 0 && !strings.Contains(text, "：") {
		return nil
	}
	var out []pair
	for start := 0; start < len(text); {
		end := start + chunkEnd(text[start:])
		chunk := text[start:end]
		colon := strings.IndexAny(chunk, ":：")
		if colon > 0 {
			_, width := utf8.DecodeRuneInString(chunk[colon:])
			out = append(out, pair{label: chunk[:colon], start: start + colon + width, end: end})
		} else if len(out) > 0 && !blank(chunk) {
			out[len(out)-1].end = end
		}
		_, width := utf8.DecodeRuneInString(text[end:])
		start = end + max(width, 1)
	}
	return out
}

// chunkEnd is where the first chunk of s ends.
func chunkEnd(s string) int {
	blanks, last := 0, 0
	for i, r := range s {
		switch {
		case r == '\n' || r == '\t':
			return i
		case r == ' ' || r == '\u00A0' || r == '　':
			if blanks == 0 {
				last = i
			}
			if blanks++; blanks >= 2 || r == '　' {
				if strings.ContainsAny(s[i:], ":：") {
					return last
				}
			}
		default:
			blanks = 0
		}
	}
	return len(s)
}

// inline reads a cell that holds labels and their values: 单位：万元. It leaves
// alone text that merely contains a colon: a known label must stand first, or
// the cell be alone in its row and short.
func (r *reading) inline(c *cell) bool {
	pairs := inlinePairs(c.Text)
	if len(pairs) == 0 {
		return false
	}
	first, _ := r.labels.lookup(pairs[0].label)
	known := first.in(inProject, r.form) != nil || first.in(inMoney, r.form) != nil
	if !known && (!r.sheet.wide(c) || utf8.RuneCountInString(trim(pairs[0].label)) > 12) {
		return false
	}
	c.take(useInline, "", nil)
	for _, p := range pairs {
		e, note := r.labels.lookup(p.label)
		r.setInline(c, e, note, p)
	}
	return true
}

func (r *reading) setInline(c *cell, e *entry, note string, p pair) {
	part := *c.Cell
	part.Text = p.label
	label := &cell{Cell: &part, table: c.table, row: c.row, entry: e, note: note}
	text := c.Text[p.start:p.end]
	m := e.in(inProject, r.form)
	if money := e.in(inMoney, r.form); m == nil && money != nil {
		a, ok := readAmount(text, r.unitFor(label))
		r.addAmount(amountCell{label: label, value: c, meaning: *money, amount: a, ok: ok})
		return
	}
	switch {
	case m == nil:
		r.extra(labelText(p.label), trim(text), c)
	case m.field == fieldUnit && moneyUnit(normal(text)) != "":
		c.field = fieldMoneyUnit.String()
	case m.field == fieldGoals:
		r.addGoals(c, p.start, p.end, m.term)
	case m.field >= fieldMoney:
		r.extra(labelText(p.label), trim(text), c)
	default:
		c.field = m.field.String()
		r.set(m.field, label, c, p.start, p.end)
	}
}

// unitLine reads a cell that prints code and name of the unit without a
// label: 216001中共遵化市委政法委本级, in the first rows of the form.
func (r *reading) unitLine(c *cell) bool {
	if r.units[0].value != nil || c.row > 3 {
		return false
	}
	if code, name := splitUnit(trim(c.Text)); code == "" || name == "" {
		return false
	}
	c.take(useUnitLine, fieldUnit.String(), nil)
	r.units[0] = identity{value: c, start: 0, end: len(c.Text)}
	return true
}

// title reads a cell as wide as the table that holds the title of the form or
// the year it is for.
func (r *reading) title(c *cell) bool {
	if !r.sheet.wide(c) || utf8.RuneCountInString(c.Text) > 60 {
		return false
	}
	year := yearIn(c.Text)
	switch {
	case r.isTitle(c.Text):
		if r.project.Title == "" {
			r.project.Title = trim(c.Text)
		}
		if r.year == 0 {
			r.year = year
		}
	case year != 0 && utf8.RuneCountInString(trim(c.Text)) <= 12:
		r.year = year
	default:
		return false
	}
	c.take(useTitle, "title", nil)
	return true
}

// pairs reads a run of cells without known labels: label, value, label, value;
// where their number is odd, the first is the label of all the others. All are
// kept as extra.
func (r *reading) pairs(c *cell) bool {
	if r.sheet.wide(c) {
		return false
	}
	run := []*cell{c}
	for n := r.sheet.right(c); n != nil && n.use == unused && n.row == c.row && !r.isLabel(n); n = r.sheet.right(n) {
		run = append(run, n)
	}
	if len(run) < 2 {
		return false
	}
	for _, x := range run {
		if x.blank {
			x.take(useNothing, "", nil)
		}
	}
	run = withoutBlanks(run)
	step := 2
	if len(run)%2 == 1 {
		step = 1
	}
	for i := 1; i < len(run); i += step {
		label, v := run[0], run[i]
		if step == 2 {
			label = run[i-1]
		}
		label.take(useLabel, "extra", nil)
		v.take(usePair, "extra", label)
		r.extra(labelText(label.Text), v.Text, v)
	}
	return len(run) > 1
}

// withoutBlanks leaves of a run the cells that pair up: those that are not
// blank or, where blanks stand only in the places of values, those of values
// too, as something was left unfilled.
func withoutBlanks(run []*cell) []*cell {
	for len(run) > 2 && run[len(run)-1].blank && run[len(run)-2].blank {
		run = run[:len(run)-1] // a lost merge behind the last value
	}
	places := len(run)%2 == 0
	for i := 0; i < len(run); i += 2 {
		places = places && !run[i].blank
	}
	if places {
		return run
	}
	return slices.DeleteFunc(run, func(c *cell) bool { return c.blank })
}

package form

import (
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
	"jxmb/parser/value"
)

// indicatorCell reads the cell beside or below a label of indicators that
// holds indicators in lines; level1 and level2 are the levels that the label
// and the cells around it name.
func (r *reading) indicatorCell(k *sheet.Cell, level1, level2 *sheet.Cell) bool {
	c := r.WrittenCell(k)
	if c == nil {
		return false
	}
	list, left := writtenIndicators(r.Labels, c.Text, textOf(level1)+textOf(level2))
	if len(list) == 0 {
		return false
	}
	k.Take(sheet.UseLabel, label.Indicators.String(), nil)
	c.Take(sheet.UseBlock, label.Indicators.String(), k)
	r.writtenList(c, list, left, level1, level2)
	return true
}

// writtenList reads the indicators that stand in a cell, and reports what is left of it.
func (r *reading) writtenList(c *sheet.Cell, list []written, left []span, level1, level2 *sheet.Cell) {
	for i := range list {
		r.writtenIndicator(c, &list[i], level1, level2)
	}
	for _, s := range left {
		r.leftOverText(c, s.in(c.Text))
	}
}

// levelCell reads a level outside any indicator table with the indicators that
// the cell beside it holds: 产出指标 | 1.… 2.….
func (r *reading) levelCell(c *sheet.Cell) bool {
	m := c.In(label.InLevel, r.form.ID)
	switch {
	case m == nil:
		return false
	case m.Field == label.Level2:
		return r.indicatorCell(c, r.LevelLeft(c), c)
	}
	right := r.Sheet.Right(c)
	if r.IsLevel(right) && r.WrittenCell(right) != nil {
		c.Take(sheet.UseLabel, label.Indicators.String(), nil)
		return true
	}
	return r.indicatorCell(c, c, nil)
}

// writtenBeside says whether a level, or the second one beside it, stands
// beside a cell that holds indicators in lines.
func (r *reading) writtenBeside(level *sheet.Cell) bool {
	if right := r.Sheet.Right(level); r.IsLevel(right) {
		level = right
	}
	c := r.WrittenCell(level)
	if c == nil {
		return false
	}
	list, _ := writtenIndicators(r.Labels, c.Text, level.Text)
	return len(list) > 0
}

func (r *reading) writtenIndicator(c *sheet.Cell, w *written, level1, level2 *sheet.Cell) {
	in := model.Indicator{Level1: w.level1.in(c.Text), Level2: w.level2.in(c.Text), Level3: w.name.in(c.Text)}
	if in.Level1 == "" && level1 != nil {
		in.Level1 = level1.Text
		in.Cells = append(in.Cells, draft.WholeCell("level1", level1))
	}
	if in.Level2 == "" && level2 != nil {
		in.Level2 = level2.Text
		in.Cells = append(in.Cells, draft.WholeCell("level2", level2))
	}
	in.Aspect, in.Points = quantity.AspectOf(in.Level1, in.Level2), quantity.Points(in.Level1)
	if !r.AffordsTarget(w.target.in(c.Text)) { // the reading ends with this cell
		return
	}
	in.Target = value.Parse(w.target.in(c.Text), value.Hint{Name: in.Level3, Level2: in.Level2})
	place(&in.Target, c, w.target.start)
	at := w.target
	if at.empty() {
		at = w.name
	}
	in.Origin = r.Project.Origin.At(draft.CellRef("", c, at.start, at.end))
	for _, f := range [...]struct {
		field string
		span  span
	}{{"level1", w.level1}, {"level2", w.level2}, {"level3", w.name}, {"target", at}} {
		if !f.span.empty() {
			in.Cells = append(in.Cells, draft.CellRef(f.field, c, f.span.start, f.span.end))
		}
	}
	r.Spend(draft.CostIndicator)
	r.SpendAgain(r.Project.Name, in.Level1, in.Level2)
	r.Project.Indicators = append(r.Project.Indicators, in)
}

// notSplit reports the cells of the record that hold several indicators and
// were read as one text: an error where no label claims them, as in the second
// row of a list that was read by the labels above its first.
func (r *reading) notSplit() {
	for _, s := range r.rec.Sheets {
		for i := range s.Cells {
			c := &s.Cells[i]
			if !c.Marks.Has(label.HasBreak) || c.Use == sheet.UseBlock && c.Field == label.Indicators.String() || !holdsSeveral(r.Labels, c.Text) {
				continue
			}
			rule := draft.RuleNotSplit
			if c.Use == sheet.UsePair || c.Use == sheet.Unused {
				rule = draft.RuleUnread
			} else if r.Joined[c] {
				continue
			}
			r.Report(rule, r.Origin(c), model.Say("这一格写有多个指标，没有拆开：“%s”",
				"the cell holds several indicators and was not taken apart: %q", draft.Excerpt(c.Text)))
		}
	}
}

// holdsSeveral says whether lines of a text name levels, or indicators by
// number, twice at least.
func holdsSeveral(ls label.Set, text string) bool {
	if strings.Count(text, "指标") < 2 {
		return false
	}
	w := &writing{labels: ls, text: text}
	return w.several()
}

package form

import (
	"unicode/utf8"

	"jxmb/model"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
	"jxmb/parser/value"
)

// shortestGoal is how many characters a text has at least that may be the goals of a
// project.
const shortestGoal = 8

// goalsUnheaded reports the column of a list without goals that may hold them: one left
// of the names of the indicators, under a head that is not known, with text in the
// first row. Its texts are kept with the indicators beside them.
func (l *listing) goalsUnheaded(row int) {
	if l.headsGoals() {
		return
	}
	for i := range l.band.Columns {
		col := &l.band.Columns[i]
		if col.Is(label.Level1) || col.Is(label.Level2) || col.Is(label.Level3) {
			return
		}
		if col.Head == nil || col.Head.Entry != nil || col.Field != label.Remark || !mayBeGoal(l.cellIn(row, col)) {
			continue
		}
		l.Report(draft.RuleAbsent, l.Origin(col.Head), model.Say("没有绩效目标一栏；“%s”不认识，这一栏的文字没有用作绩效目标", "there is no column of goals; %s is not known, and its texts were not read as goals",
			label.Text(col.Head.Text)))
		l.Args("label", col.Head.Text)
	}
}

func (l *listing) headsGoals() bool {
	for i := range l.band.Columns {
		if l.band.Columns[i].Field == label.Goals {
			return true
		}
	}
	return false
}

func mayBeGoal(c *sheet.Cell) bool {
	return c.Filled() && utf8.RuneCountInString(c.Text) >= shortestGoal && !value.IsTarget(c.Text)
}

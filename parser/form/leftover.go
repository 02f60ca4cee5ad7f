package form

import (
	"strings"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/money"
	"jxmb/parser/form/record"
	"jxmb/parser/form/sheet"
)

// leftovers sees to it that no text of the record is lost: a cell that nothing
// read is reported; a word that was taken for a label, is none that is known,
// and names nothing in the result is kept as an extra without text, by the first
// project of the record.
func (r *reading) leftovers(first int) {
	var named map[string]bool
	for _, s := range r.rec.Sheets {
		for i := range s.Cells {
			c := &s.Cells[i]
			if r.Full != nil {
				return
			}
			r.noteJoinedLabels(c)
			if c.Inner != nil && c.Blank { // its text is in the table alone
				r.innerLeft(c)
			}
			switch {
			case c.Blank:
			case c.Use == sheet.Unused:
				r.leftOver(c)
			case c.Entry != nil || c.Use != sheet.UseLabel && c.Use != sheet.UseHeader || saysNumber(c):
			default:
				if named == nil {
					named = r.named(first)
				}
				r.wordless(c, named, &r.Out.Projects[first])
			}
		}
	}
}

// saysNumber says whether a label only numbers the goal beside it, or names a month.
func saysNumber(c *sheet.Cell) bool {
	return monthOf(c) > 0 || c.Field == label.Goals.String() && numbersGoal(c.Text)
}

// leftOver reports a cell that is in no field.
func (r *reading) leftOver(c *sheet.Cell) { r.leftOverText(c, c.Text) }

// leftOverText reports a text in a cell, of which other text is in a field.
func (r *reading) leftOverText(c *sheet.Cell, text string) {
	r.Report(draft.RuleLeftover, r.Origin(c), model.Say("“%s”旁边没有标签，没有归入任何栏目",
		"%q stands without a label and was put in no field", strings.Join(strings.Fields(text), " ")))
	r.Args("text", text)
}

// heads are words over the labels of rows that say nothing.
const heads = " 项目 内容 名称 类别 来源 序号 指标 栏次 "

// ofColumnNumbers are the characters that count columns: 3, A, 4=5+6.
const ofColumnNumbers = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ=+-×*/÷（）()"

// numbersColumn says whether the cell of a header counts columns.
func numbersColumn(text string) bool { return len(text) <= 12 && record.MadeOf(text, ofColumnNumbers) }

// wordless keeps a cell that was read as a label and is no known one.
func (r *reading) wordless(c *sheet.Cell, named map[string]bool, p *model.Project) {
	text := label.Text(c.Text)
	switch _, amount := money.ReadAmount(c.Text, ""); {
	case named[text] || strings.Contains(heads, " "+label.Normal(text)+" ") || c.Use == sheet.UseHeader && numbersColumn(text):
	case amount || utf8.RuneCountInString(text) > maxWord:
		r.leftOver(c)
	default:
		named[text] = true
		p.Cells = append(p.Cells, draft.WholeCell(draft.Indexed("extra", len(p.Extra)), c))
		p.Extra = append(p.Extra, model.Extra{Label: text})
	}
}

// maxWord is the longest text, in characters, that is kept as a label.
const maxWord = 40

// named is the labels, and parts of labels, that the projects of the record
// hold.
func (r *reading) named(first int) map[string]bool {
	out := map[string]bool{}
	add := func(extras []model.Extra) {
		for _, e := range extras {
			out[e.Label] = true
			for part := range strings.SplitSeq(e.Label, "/") {
				out[part] = true
			}
		}
	}
	lines := func(b *model.Budget) {
		for _, l := range b.Lines {
			out[l.Label], out[l.Column] = true, true
		}
	}
	for i := range r.Out.Projects[first:] {
		p := &r.Out.Projects[first+i]
		add(p.Extra)
		lines(&p.Budget)
		if p.LongTerm != nil {
			lines(&p.LongTerm.Budget)
		}
		for k := range p.Indicators {
			add(p.Indicators[k].Extra)
			out[p.Indicators[k].Region] = true
			for _, g := range p.Indicators[k].Grades {
				out[g.Label] = true
			}
			for _, h := range p.Indicators[k].History {
				out[h.Label] = true
			}
		}
	}
	return out
}

package workbook

import (
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"jxmb/model"
	"jxmb/render/view"
)

// annotator is the author of the comments written here, by which a later
// annotation and the reader know them.
const annotator = "jxmb"

// removeOwn takes away the comments and colours of an earlier annotation, and
// finds the comments of people.
func (a *annotation) removeOwn() error {
	a.removeColours()
	for _, sheet := range a.file.GetSheetList() {
		comments, err := a.file.GetComments(sheet)
		if err != nil {
			return err
		}
		for _, c := range comments {
			if c.Author != annotator {
				a.taken[place{sheet, c.Cell}] = true
				continue
			}
			if err := a.file.DeleteComment(sheet, c.Cell); err != nil {
				return err
			}
		}
	}
	return nil
}

func gravest(findings []*model.Finding) model.Severity {
	s := findings[0].Severity
	for _, f := range findings[1:] {
		if f.Severity.Rank() > s.Rank() {
			s = f.Severity
		}
	}
	return s
}

// comment adds a comment whose box is large enough for what it says.
func (a *annotation) comment(at place, text []excelize.RichTextRun) error {
	const lineRunes, lineHeight, width, most = 24, 16, 320, 600
	lines := 1
	for _, run := range text {
		for line := range strings.SplitSeq(run.Text, "\n") {
			lines += 1 + utf8.RuneCountInString(line)/lineRunes
		}
	}
	err := a.file.AddComment(at.sheet, excelize.Comment{
		Author: annotator, Cell: at.cell, Paragraph: text, Width: width, Height: uint(min(most, lines*lineHeight)),
	})
	a.put[at] = a.put[at] || err == nil
	return err
}

// findings is what the comment of a cell says: code and severity in its colour,
// message and hint.
func (a *annotation) findings(list []*model.Finding) (text []excelize.RichTextRun) {
	for i, f := range list {
		gap := ""
		if i > 0 {
			gap = "\n"
		}
		text = append(text, a.head(gap+f.Code+" "+view.SeverityLabel(a.Lang, f.Severity)+a.Lang.Say("　", " "), f.Severity))
		body := f.Message
		if f.Hint != "" {
			body += "\n" + a.Lang.Say("建议：", "Hint: ") + f.Hint
		}
		text = append(text, plain(body))
	}
	return text
}

func (a *annotation) head(text string, s model.Severity) excelize.RichTextRun {
	return excelize.RichTextRun{Text: text, Font: &excelize.Font{Bold: true, Size: 9, Color: colours[s].word}}
}

func plain(text string) excelize.RichTextRun {
	return excelize.RichTextRun{Text: text, Font: &excelize.Font{Size: 9, Color: "000000"}}
}

// firstOf is the first cell of a range.
func firstOf(cells string) string {
	first, _, _ := strings.Cut(cells, ":")
	return first
}

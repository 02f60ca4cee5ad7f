package workbook

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"jxmb/model"
	"jxmb/render/view"
)

// maxListed bounds the findings that the summary names one by one.
const maxListed = 30

// summary is what the comment at the top says: how many findings there are, what
// to do, and those that stand at no cell.
func (a *annotation) summary(d *model.Document) []excelize.RichTextRun {
	l := a.Lang
	text := []excelize.RichTextRun{
		a.head(l.Say("审核小结　", "Summary of the review "), model.Info),
		plain(view.FindingCounts(l, d.Findings) + l.Say("。", ". ") + view.WhatToDo(l, d.Findings, l.Say("错误标红，必须改正；警告标黄，请核对后改正或说明。改完删去批注，再报送。",
			"Errors are red and have to be corrected; warnings are yellow: check them, then correct or explain. Delete the comments when done, and send the file again."))),
	}
	return append(text, a.unmarked()...)
}

// unmarked are the findings without a comment of their own: those that are grave
// enough for one by name, the others counted by rule.
func (a *annotation) unmarked() (text []excelize.RichTextRun) {
	l := a.Lang
	listed := 0
	var codes []string
	counted := map[string]int{}
	for _, f := range a.rest {
		if f.Severity.Rank() >= a.Least.Rank() && listed < maxListed {
			listed++
			text = append(text, a.head("\n"+f.Code+" "+view.SeverityLabel(l, f.Severity)+l.Say("　", " "), f.Severity),
				plain(f.Message+" ("+f.Origin.Place(l)+")"))
			continue
		}
		if counted[f.Code]++; counted[f.Code] == 1 {
			codes = append(codes, f.Code)
		}
	}
	if len(codes) == 0 {
		return text
	}
	slices.SortStableFunc(codes, func(x, y string) int { return counted[y] - counted[x] })
	for i, code := range codes {
		codes[i] = l.Say("%s %d 处", "%s: %d", strings.TrimSpace(code+" "+a.Titles[code].In(l)), counted[code])
	}
	return append(text, plain("\n"+l.Say("以下问题没有逐条批注：", "Without a comment of their own: ")+strings.Join(codes, l.Say("；", "; "))))
}

// maxColumns is how far the summary looks for a cell that bears no comment.
const maxColumns = 200

// sumUp puts the summary at the first cell of the first visible sheet that bears
// no comment.
func (a *annotation) sumUp(d *model.Document) error {
	for _, sheet := range a.file.GetSheetList() {
		visible, err := a.file.GetSheetVisible(sheet)
		if err != nil || !visible {
			continue
		}
		if _, err := a.file.GetSheetDimension(sheet); err != nil {
			continue // a sheet of a chart
		}
		for column := 1; column <= maxColumns; column++ {
			name, err := excelize.CoordinatesToCellName(column, 1)
			if at := (place{sheet, name}); err == nil && !a.taken[at] && !a.put[at] {
				return a.comment(at, a.summary(d))
			}
		}
	}
	return nil
}

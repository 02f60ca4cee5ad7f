package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"jxmb/model"
)

// batchFigures are what the four places tell of a batch, in this order: files
// not read, projects, indicators, budget in 万元, repetitions, their budget,
// errors, warnings, infos.
type batchFigures []string

// figure takes thousands separators out of a number, and .00.
func figure(s string) string { return strings.TrimSuffix(strings.ReplaceAll(s, ",", ""), ".00") }

// cmdFigures holds report.json, summary.xlsx and summary.pdf of a folder and
// the messages of the run, in FILE, against each other, and the lists of the
// workbook against their sums.
func cmdFigures(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: figures FOLDER FILE")
	}
	dir := ts.MkAbs(args[0])
	want := reportFigures(ts, filepath.Join(dir, "report.json"))
	for place, got := range map[string]batchFigures{
		"the messages": messageFigures(ts, ts.ReadFile(args[1])),
		"summary.pdf":  summaryFigures(ts, filepath.Join(dir, "summary.pdf")),
		"summary.xlsx": workbookFigures(ts, filepath.Join(dir, "summary.xlsx")),
	} {
		if !slices.Equal(got, want) {
			ts.Fatalf("%s: %v, report.json: %v", place, got, want)
		}
	}
	fmt.Fprintln(ts.Stdout(), strings.Join(want, " "))
}

func reportFigures(ts *testscript.TestScript, path string) batchFigures {
	var report struct {
		Totals struct {
			Failed, Projects, Indicators int
			Budget                       model.Decimal `json:"budget_yuan"`
			Again                        int           `json:"repeated_projects"`
			AgainYuan                    model.Decimal `json:"repeated_yuan"`
			Findings                     struct{ Error, Warning, Info int }
		}
	}
	text, err := os.ReadFile(path)
	ts.Check(err)
	ts.Check(json.Unmarshal(text, &report))
	t := report.Totals
	return batchFigures{
		strconv.Itoa(t.Failed), strconv.Itoa(t.Projects), strconv.Itoa(t.Indicators), figure(t.Budget.Shift(-4).Grouped(2)),
		strconv.Itoa(t.Again), figure(t.AgainYuan.Shift(-4).Grouped(2)),
		strconv.Itoa(t.Findings.Error), strconv.Itoa(t.Findings.Warning), strconv.Itoa(t.Findings.Info),
	}
}

func messageFigures(ts *testscript.TestScript, text string) batchFigures {
	return captured(ts, text, `失败 (\d+)；共 (\d+) 个项目、(\d+) 条指标`, `预算总额：([\d,.]+) 万元`,
		`又出现 (\d+) 次，合计 ([\d,.]+) 万元`, `审核问题：错误 (\d+)、警告 (\d+)、提示 (\d+)`)
}

func summaryFigures(ts *testscript.TestScript, path string) batchFigures {
	file, err := os.ReadFile(path)
	ts.Check(err)
	pages, err := pdfPages(file)
	ts.Check(err)
	return captured(ts, pages[0], `其中(\d+)个未能读取`, `项目\n(\d+)\n`, `绩效指标\n(\d+)\n`, `预算总额（万元）\n([\d,.]+)\n`,
		`又出现(\d+)次，合计([\d,.]+)万元`, `错误 (\d+)　警告 (\d+)　提示 (\d+)`)
}

// captured are the groups of patterns, each of which text must match.
func captured(ts *testscript.TestScript, text string, patterns ...string) (found batchFigures) {
	for _, p := range patterns {
		m := regexp.MustCompile(p).FindStringSubmatch(text)
		if m == nil {
			ts.Fatalf("%s is not in\n%s", p, text)
		}
		for _, group := range m[1:] {
			found = append(found, figure(group))
		}
	}
	return found
}

// workbookFigures are those of the sheet 汇总. The lists hold as many rows as it
// counts.
func workbookFigures(ts *testscript.TestScript, path string) batchFigures {
	book, err := excelize.OpenFile(path)
	ts.Check(err)
	defer book.Close()
	rows := func(sheet string) [][]string {
		rows, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
		ts.Check(err)
		return rows
	}
	told := map[string]string{}
	for _, row := range rows("汇总") {
		if len(row) > 1 {
			told[row[0]] = row[1]
		}
	}
	found := batchFigures{}
	for _, name := range []string{"其中：未能读取", "项目数", "绩效指标数", "预算总额（万元）", "重复报送（未计入）", "重复的预算（万元）", "错误", "警告", "提示"} {
		found = append(found, figure(told[name]))
	}
	count := func(figures ...string) (n int) {
		for _, f := range figures {
			k, err := strconv.Atoi(f)
			ts.Check(err)
			n += k
		}
		return n
	}
	for sheet, want := range map[string]int{
		"项目": count(found[1]) + 2, "指标": count(found[2]) + 1, "问题": count(found[6:]...) + 1, "重复项目": count(found[4]) + 2, // with heading and sum
	} {
		if got := len(rows(sheet)); got != want {
			ts.Fatalf("the sheet %s has %d rows, want %d", sheet, got, want)
		}
	}
	for _, sheet := range []string{"单位", "文件"} {
		list, sums := rows(sheet), batchFigures{}
		for _, head := range []string{"项目数", "指标数", "预算总额（万元）", "错误", "警告", "提示"} {
			sums = append(sums, figure(list[len(list)-1][slices.Index(list[0], head)]))
		}
		if want := slices.Concat(found[1:4], found[6:]); !slices.Equal(sums, want) {
			ts.Fatalf("the sheet %s adds up to %v, want %v", sheet, sums, want)
		}
	}
	return found
}

package record

import (
	"math"
	"strings"
	"testing"

	"jxmb/parser/block"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// TestAwaits: the first row of a table that stands apart from the one above goes
// on with it where it looks like a row of the form.
func TestAwaits(t *testing.T) {
	t.Parallel()
	for row, want := range map[string]bool{
		"1 | 质量指标 | 成果验收 | 符合规范":  true, // a level behind a number
		"张某 | 李某 | 王某 | 赵某":       false,
		"张某 | 3次 | 王某 | 赵某":       true,
		"3次 | 李某 | 王某 | 赵某":       false, // the first cell is no target
		"张某 | 30 | 王某 | 赵某":       true,  // its unit may stand in a column of its own
		"张某 | ≥30 | 王某 | 赵某":      true,
		"张某 | 李某 | 逐步改善 | 赵某":     false,
		"张某 | < | < | <":          true,
		"张某 | < | < | 赵某":         true,
		"张某 | 赵某":                 false, // a row of a table of two columns is nothing of its own
		"填表说明：甲 | 李某 | 王某 | 赵某":   true,
		" | 李某 | 王某 | 赵某":         true,
		"年度资金总额 | 李某 | 王某 | 赵某":   true,
		"张某 | 财政拨款 | 年度资金总额 | 赵某": false, // labels, behind the indicators
	} {
		s := sheetOf(t, row)
		g := &group{banded: true}
		if got := g.awaits(nil, s); got != want {
			t.Errorf("%s: %v", row, got)
		}
	}
	bare := &group{}
	if !bare.awaits(nil, sheetOf(t, "张某 | 财政拨款 | 年度资金总额 | 赵某")) || bare.awaits(nil, sheetOf(t, "张某 | 李某 | 年度资金总额 | 赵某")) {
		t.Error("above the indicators half of a row may be labels")
	}
}

// TestCommonLines asks a table to have the more lines in common with the one
// above the less it looks like a part of it.
func TestCommonLines(t *testing.T) {
	t.Parallel()
	const header = "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 修渠 | 3处"
	for _, c := range []struct {
		name  string
		lead  lead
		table string
		want  int
	}{
		{"nothing between", lead{}, header, 0},
		{"a page number between, a header on top", lead{loose: true}, header, math.MaxInt},
		{"a heading between, a header on top", lead{heading: &Heading{}}, header, math.MaxInt},
		{"a page number between, a header farther down", lead{loose: true}, "资金用途 | 修渠 | < | <\n" + header, 1},
		{"a page number between, no header", lead{loose: true}, "资金用途 | 修渠 | < | <", 1},
	} {
		if got := c.lead.commonLines(sheetOf(t, c.table)); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

// sheetOf is a drawn table with its labels marked.
func sheetOf(t *testing.T, table string) *sheet.Sheet {
	t.Helper()
	drawing, err := sheet.Draw(strings.Split(table, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	ls, err := label.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	s := sheet.New(drawing, ls, new(block.Slab[sheet.Cell]))
	s.FindBands("")
	return s
}

// TestSameList: a list goes on where the next page begins with the header that
// the last page ended under.
func TestSameList(t *testing.T) {
	t.Parallel()
	const (
		wide   = "项目名称 | 预算数 | 一级指标 | 三级指标 | 指标值\n甲 | 7 | 产出指标 | 修渠 | 3处"
		narrow = "项目名称 | 一级指标 | 二级指标 | 三级指标 | 指标值\n乙 | 产出指标 | 数量指标 | 修路 | 2公里"
	)
	for _, c := range []struct {
		name  string
		above []string
		next  string
		want  bool
	}{
		{"the same header", []string{wide}, wide, true},
		{"another header", []string{wide}, narrow, false},
		{"the header of the last part of the page", []string{wide + "\n" + narrow}, narrow, true},
		{"the header of the first part of the page", []string{wide + "\n" + narrow}, wide, false},
		{"a page with two parts, the first of which goes on", []string{wide}, wide + "\n" + narrow, true},
		{"of the pages the last", []string{wide, narrow}, narrow, true},
		{"no list", []string{wide}, "一级指标 | 二级指标 | 三级指标 | 指标值 | 备注\n产出指标 | 数量指标 | 修路 | 2公里 | ", false},
	} {
		cl := &collector{current: &Record{}}
		for _, above := range c.above {
			cl.current.Sheets = append(cl.current.Sheets, sheetOf(t, above))
		}
		if got := cl.sameList(sheetOf(t, c.next)); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

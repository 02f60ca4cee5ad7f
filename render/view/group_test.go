package view

import (
	"strings"
	"testing"

	"jxmb/model"
)

// TestGroups holds that findings of one kind in a project share a line with all
// that they quote and all their places, and that no others do.
func TestGroups(t *testing.T) {
	at := func(table, row int) model.Origin { return model.Origin{Table: table, Row: row, Column: 4} }
	d := &model.Document{
		Projects: []model.Project{{Origin: at(1, 1), Title: "1.河道"}, {Origin: at(3, 1), Title: "2.林地"}},
		Findings: []model.Finding{
			{Code: "C004", Severity: model.Info, Message: "只是重复名称“长度”", Hint: "写明口径", Subject: "1.河道/长度", Origin: at(1, 5)},
			{Code: "C004", Severity: model.Info, Message: "只是重复名称“宽度”", Hint: "写明口径", Subject: "1.河道/宽度", Origin: at(1, 3)},
			{Code: "C004", Severity: model.Info, Message: "只是重复名称“面积”", Hint: "写明口径", Subject: "2.林地/面积", Origin: at(3, 3)},
			{Code: "V005", Severity: model.Error, Message: "没有填写指标值", Subject: "1.河道/长度", Origin: at(1, 5)},
			{Code: "V005", Severity: model.Error, Message: "没有填写指标值", Subject: "1.河道/宽度", Origin: at(1, 3), Also: []model.Origin{at(3, 9)}},
			{Code: "V008", Severity: model.Info, Message: "“有所”用了“一定”，无从判断", Subject: "1.河道/长度", Origin: at(1, 5)},
			{Code: "V008", Severity: model.Info, Message: "“进一步”用了“较好”，无从判断", Subject: "1.河道/长度", Origin: at(1, 7)},
			{Code: "D004", Severity: model.Warning, Message: "接受了修订", Origin: model.Origin{}},
		},
	}
	var got []string
	for _, g := range Groups(d) {
		got = append(got, g.Findings[0].Code+" "+g.Subject()+" "+g.Message(model.Chinese)+" "+strings.ReplaceAll(g.Places(model.Chinese), "\n", "；"))
	}
	want := []string{
		"V005 1.河道 没有填写指标值（同类共2处） 表1 第3、5行第4列；表3 第9行第4列",
		"D004  接受了修订 正文",
		"C004 1.河道 只是重复名称“长度”、“宽度”（共2处） 表1 第3、5行第4列",
		"C004 2.林地/面积 只是重复名称“面积” 表3 第3行第4列",
		"V008 1.河道/长度 “有所”用了“一定”，无从判断 表1 第5行第4列",
		"V008 1.河道/长度 “进一步”用了“较好”，无从判断 表1 第7行第4列",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestGroupsOfWorkbook names cells, the sheet once for those of a column.
func TestGroupsOfWorkbook(t *testing.T) {
	at := func(row int, cell string) model.Origin {
		return model.Origin{Table: 1, Row: row, Column: 4, Sheet: "表一", Cell: cell}
	}
	g := Group{Findings: []*model.Finding{{Origin: at(5, "E9")}, {Origin: at(3, "E7")}, {Origin: model.Origin{Table: 1, Row: 6, Column: 5, Sheet: "表一", Cell: "F10"}}}}
	if got, want := g.Places(model.Chinese), "表一!E7、E9\n表一!F10"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := g.Places(model.English), "表一!E7, E9\n表一!F10"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

package sheet

import (
	"strings"
	"testing"

	"jxmb/parser/block"
	"jxmb/parser/form/label"
)

// sketched is a table whose rows are lines and whose cells are parted by "|"; "<"
// goes on to the right, "^" down, and "-" is a slot without a cell.
func sketched(t *testing.T, table string) *Sheet {
	t.Helper()
	ls, err := label.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(table, "\n")
	b := &block.Table{Rows: len(lines), Cols: strings.Count(lines[0], "|") + 1}
	for row, line := range lines {
		for col, text := range strings.Split(line, "|") {
			text = strings.ReplaceAll(strings.TrimSpace(text), `\n`, "\n")
			here := int32(len(b.Cells))
			switch text {
			case "-":
				b.Slots = append(b.Slots, -1)
				continue
			case "<":
				here = b.Slots[len(b.Slots)-1]
			case "^":
				here = b.Slots[(row-1)*b.Cols+col]
			default:
				b.Cells = append(b.Cells, block.Cell{Row: row + 1, Column: col + 1, RowSpan: 1, ColSpan: 1, Text: text})
			}
			c := &b.Cells[here]
			c.RowSpan, c.ColSpan = max(c.RowSpan, row+2-c.Row), max(c.ColSpan, col+2-c.Column)
			b.Slots = append(b.Slots, here)
		}
	}
	s := New(b, ls, new(block.Slab[Cell]))
	s.FindBands("")
	return s
}

// TestKind tells forms and parts of forms from tables that look a little like one.
func TestKind(t *testing.T) {
	t.Parallel()
	const indicators = "\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 修渠 | 3处"
	for _, c := range []struct {
		name, table string
		want        kind
	}{
		{"a project with its goals", "项目名称 | 甲\n绩效目标 | 办好", wholeForm},
		{"a project alone", "项目名称 | 甲\n联系人 | 某甲", NotForm},
		{"a project with its indicators", "项目名称 | 甲 | < | <" + indicators, wholeForm},
		{"indicators alone", strings.TrimSpace(indicators), PartOfForm},
		{"a unit with goals and indicators", "部门名称 | 某局 | < | <\n绩效目标 | 办好 | < | <" + indicators, wholeForm},
		{"a unit with indicators", "部门名称 | 某局 | < | <" + indicators, PartOfForm},
		{"goals at the head of the table", "绩效目标 | 办好\n联系人 | 某甲", PartOfForm},
		{"goals below something else", "第一部分 | 概况\n绩效目标 | 办好", NotForm},
		{"two blocks below something else", "第一部分 | 概况\n绩效目标 | 办好\n资金支出计划 | 3月底", PartOfForm},
		{"two blocks, of which one begins its row", "第一部分 | 概况\n绩效目标 | 资金支出计划\n办好 | 3月底", NotForm},
		{"a name without its value", "某局 | 项目名称：\n绩效目标 | 办好", NotForm},
		{"a name and its value in a cell", "某局 | 项目名称：甲\n绩效目标 | 办好", wholeForm},
		{"a list of projects", "项目名称 | 一级指标 | 三级指标 | 指标值\n甲 | 产出指标 | 修渠 | 3处", wholeForm},
		{"amounts by project", "项目名称 | 预算数\n甲 | 30", NotForm},
		{"a column of names", "序号 | 项目名称\n绩效目标 | 项目编码", NotForm},
	} {
		if got := sketched(t, c.table).Kind(); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

// TestSideBySide parts a sheet with a form on each side, gaps in its grid and all.
func TestSideBySide(t *testing.T) {
	t.Parallel()
	const table = "项目绩效目标表 | < | < | < | < | <\n项目名称 | 甲 | < | 项目名称 | 乙 | <\n一级指标 | 三级指标 | 指标值 | 一级指标 | 三级指标 | 指标值\n产出指标 | 修渠 | 3处 | - | - | -\n效益指标 | 受益户 | 30户 | 产出指标 | 修路 | 2公里"
	both := sketched(t, table).SideBySide()
	if len(both) != 2 {
		t.Fatalf("%d forms", len(both))
	}
	for i, want := range []string{"项目绩效目标表 项目名称 甲 一级指标 三级指标 指标值 产出指标 修渠 3处 效益指标 受益户 30户", "项目绩效目标表 项目名称 乙 一级指标 三级指标 指标值 产出指标 修路 2公里"} {
		s := both[i]
		var got []string
		for k := range s.Cells {
			got = append(got, s.Cells[k].Text)
		}
		if text := strings.Join(got, " "); text != want || s.Cols != 3 {
			t.Errorf("%d columns: %s", s.Cols, text)
		}
	}
	if c := both[1].At(4, 1); c != nil {
		t.Errorf("%q stands in a slot without a cell", c.Text)
	}
	if c := both[1].At(5, 3); c == nil || c.Text != "2公里" {
		t.Error("the last cell is not at its place")
	}
	for name, other := range map[string]string{"one project on both sides": strings.Replace(table, "乙", "甲", 1), "a cell over both sides": table + "\n合计 | < | < | < | < | <"} {
		if n := len(sketched(t, other).SideBySide()); n != 1 && name == "one project on both sides" || n != 2 && name != "one project on both sides" {
			t.Errorf("%s: %d forms", name, n)
		}
	}
	if n := len(sketched(t, strings.Replace(table, "三级指标 | 指标值 | 一级指标", "三级指标 | 指标值 | 序号", 1)+"\n甲 | 乙 | 说明 | < | 丙 | 丁").SideBySide()); n != 1 {
		t.Errorf("a cell that crosses: %d forms", n)
	}
}

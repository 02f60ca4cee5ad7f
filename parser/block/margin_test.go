package block

import "testing"

// TestNoteMargins: lines that say what something is are noted, running titles and
// what the body repeats are not.
func TestNoteMargins(t *testing.T) {
	for line, want := range map[string]bool{"金额单位：元": true, "部门预算绩效目标": false, "打印日期：": false, "：": false, "Unit: 元": true} {
		if got := Tells(line); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
	d := &Document{Blocks: []Block{{Paragraph: &Paragraph{Text: "单位：万元"}}, {Table: &Table{Cells: []Cell{{Text: "填报单位： 甲局"}}}}}}
	shown := func(b []byte) string { return string(b) }
	var m Margins
	for _, line := range []string{"单位： 万元", "填报单位：甲局", "部门预算绩效目标", "单位： 万元"} {
		if first := len(d.Margins) < 3; d.AddMargin(&m, line, false) != first {
			t.Errorf("%s: new where %d stand", line, len(d.Margins))
		}
	}
	d.NoteMargins(m, shown)
	if len(d.Notes) != 0 {
		t.Errorf("noted %v", d.Notes)
	}
	for _, line := range []string{"单位：万元", "金额单位：元", "甲局"} {
		d.AddMargin(&m, line, line == "甲局")
	}
	d.NoteMargins(m, shown)
	if len(d.Notes) != 1 || d.Notes[0].Kind != NoteMargin || d.Notes[0].Text != "金额单位：元 / 甲局" {
		t.Errorf("noted %v", d.Notes)
	}
}

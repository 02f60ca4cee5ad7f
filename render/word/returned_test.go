package word_test

import (
	"bytes"
	"context"
	"testing"

	"jxmb/model"
	"jxmb/parser/docx"
	"jxmb/render/word"
)

// TestReturn reads back the list of findings: a row for each that is grave
// enough, with its place, the others counted below.
func TestReturn(t *testing.T) {
	d := &model.Document{Source: model.Source{Name: "报送.doc"}, Findings: []model.Finding{
		{Code: "V001", Severity: model.Error, Message: "数字与文字<不一致>", Hint: "改成同一个数", Subject: "1.项目/指标", Origin: model.Origin{Table: 2, Row: 3, Column: 4}},
		{Code: "V008", Severity: model.Info, Message: "用词含糊"},
		{Code: "B001", Severity: model.Warning, Message: "合计不符", Origin: model.Origin{Sheet: "表一", Cell: "C5"}},
	}}
	var out, again bytes.Buffer
	for _, w := range []*bytes.Buffer{&out, &again} {
		if _, err := word.Return(context.Background(), w, d, word.Options{Least: model.Warning, Titles: map[string]model.Text{"V008": {ZH: "用词含糊"}}}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Error("two runs differ")
	}
	blocks, err := docx.Read(context.Background(), bytes.NewReader(out.Bytes()), int64(out.Len()), docx.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(blocks.Blocks); n != 4 {
		t.Fatalf("%d blocks", n)
	}
	for i, want := range map[int]string{0: "审核问题：报送.doc", 1: "错误 1 处，警告 1 处，提示 1 处。错误必须改正；警告请核对后改正或说明。请在原文件上修改后重新报送。", 3: "以下问题没有逐条列出：V008 用词含糊 1 处"} {
		if p := blocks.Blocks[i].Paragraph; p == nil || p.Text != want {
			t.Errorf("block %d: %+v, want %s", i, p, want)
		}
	}
	table := blocks.Blocks[2].Table
	for row, want := range [][]string{
		{"序号", "级别、代码", "位置", "问题", "建议"},
		{"1", "错误 V001", "1.项目/指标\n表2 第3行第4列", "数字与文字<不一致>", "改成同一个数"},
		{"2", "警告 B001", "表一!C5", "合计不符", ""},
	} {
		for column, text := range want {
			if c := table.At(row+1, column+1); c == nil || c.Text != text {
				t.Errorf("row %d, column %d: %+v, want %q", row+1, column+1, c, text)
			}
		}
	}
	if table.Head != 1 {
		t.Errorf("%d rows of header", table.Head)
	}
}

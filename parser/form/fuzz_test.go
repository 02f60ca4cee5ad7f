package form

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/sheet"
)

// words are what fuzzed cells hold: every label, and values of each kind.
func words() []string {
	out := []string{"", " ", "甲项目", "55.00", "12万元", "≥90%", "3月底", "30%", "1.办好。\n2.办完。", "209001某局", "单位：万元", "产出指标", "≥", "次", "……",
		"一段不短的说明文字，里面有：冒号。", "（2022年度）", "13028122P00399910001C"}
	return append(out, Default().labels.Labels()...)
}

// marked makes some values their own in the document, so that they can be
// found again: "%d" is the number of the cell.
var marked = []string{"值%d", "%d.25", "≥%d次", "单位：值%d", "2160%d某局", "备注：值%d", "1.值%d。\n2.完。"}

// mark is a marked word.
func mark(b byte, number int) string {
	return fmt.Sprintf(marked[int(b)%len(marked)], 10000+number)
}

// fuzzTable lays out a grid from bytes: columns, then for each slot a word,
// or a merge with the slot above or to the left.
func fuzzTable(data []byte, index int, vocabulary []string) (*block.Table, []byte) {
	if len(data) < 3 {
		return nil, nil
	}
	t := &block.Table{Index: index, Cols: int(data[0])%9 + 1, Rows: int(data[1])%9 + 1}
	data = data[2:]
	for row := range t.Rows {
		for col := range t.Cols {
			if len(data) < 2 {
				data = []byte{0, 0}
			}
			word, merge := vocabulary[(int(data[0])<<3|int(data[1])>>5)%len(vocabulary)], data[1]&31
			if merge >= 16 {
				word = mark(data[0], index*1000+len(t.Cells))
			}
			data = data[2:]
			slot := int32(len(t.Cells))
			switch {
			case merge == 1 && col > 0:
				slot = t.Slots[len(t.Slots)-1]
			case merge == 2 && row > 0:
				slot = t.Slots[(row-1)*t.Cols+col]
			case merge == 3:
				slot = -1
			}
			if slot >= 0 && int(slot) < len(t.Cells) {
				if c := &t.Cells[slot]; c.Row+c.RowSpan <= row+1 || c.Column+c.ColSpan <= col+1 {
					c.RowSpan, c.ColSpan = max(c.RowSpan, row+2-c.Row), max(c.ColSpan, col+2-c.Column)
				}
			} else if slot >= 0 {
				t.Cells = append(t.Cells, block.Cell{Row: row + 1, Column: col + 1, RowSpan: 1, ColSpan: 1, Text: word})
			}
			t.Slots = append(t.Slots, slot)
		}
	}
	return t, data
}

// FuzzRead reads random tables of labels and values: it never panics, each cell
// of a table that was read has a use or a finding, each marked text of one is in
// the result, and reading again gives the same.
func FuzzRead(f *testing.F) {
	vocabulary := words()
	f.Add([]byte{6, 5, 40, 0, 2, 0, 41, 0, 3, 0})
	f.Add([]byte("\x06\x04\x10\x00\x11\x00\x12\x00\x13\x00\x14\x00\x15\x00\x16\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc := new(block.Document)
		for index := 1; len(data) > 2 && index < 6; index++ {
			var table *block.Table
			if table, data = fuzzTable(data, index, vocabulary); table != nil {
				doc.Blocks = append(doc.Blocks, block.Block{Table: table})
			}
		}
		var trace Trace
		d, err := Read(context.Background(), doc, Options{Trace: &trace})
		if err != nil {
			return
		}
		left, all := 0, string(model.AppendJSON(nil, d, false))
		for _, table := range trace.Tables {
			for _, c := range table.Cells {
				if number := numberIn(c.Text); number != "" && !strings.Contains(all, number) {
					t.Errorf("%d(%d,%d) %q was read (%s, %s) and is not in the result", table.Table, c.Row, c.Column, c.Text, c.Rule, c.Field)
				}
				if c.Rule == ruleNames[sheet.Unused].word {
					left++
				}
			}
		}
		for _, finding := range d.Findings {
			if finding.Code == draft.Rules[draft.RuleLeftover].Code {
				left--
			}
		}
		if left > 0 {
			t.Errorf("%d more cells were left over than reported", left)
		}
		if again, _ := Read(context.Background(), doc, Options{}); len(again.Findings) != len(d.Findings) || len(again.Projects) != len(d.Projects) {
			t.Error("reading again gives something else")
		}
	})
}

// numberIn is the number of a marked word, "" for any other.
func numberIn(text string) string {
	for i := 0; i+5 <= len(text); i++ {
		if n, err := strconv.Atoi(text[i : i+5]); err == nil && n >= 11000 && n < 17000 {
			return text[i : i+5]
		}
	}
	return ""
}

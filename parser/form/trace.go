package form

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// Trace is how a document was recognised, table by table in document order.
type Trace struct {
	Tables []TableTrace
}

// TableTrace tells of one table. Form is "" for a table that was left alone.
type TableTrace struct {
	Table      int         // 1-based, as in [model.Origin]
	Form       string      // identifier of the form it was read as
	FormName   model.Text  //
	By         []string    // needs of the form that the table and its companions met
	Candidates []string    // forms that matched, the chosen one included
	Cells      []CellTrace // cells that are not blank, in reading order
	Why        model.Text  // why the table was left alone
	Notes      []NoteTrace // what was decided by shape and content
	area       *block.Area // where it stands in a workbook
}

// NoteTrace tells of a decision that labels alone did not make.
type NoteTrace struct {
	Row, Column int
	What        model.Text
}

// CellTrace tells what became of one cell. Rule is a word such as "right";
// Field and Label are "" where they do not apply.
type CellTrace struct {
	Row, Column int // 1-based grid slot in the table
	Text        string
	Rule        string
	Field       string
	Label       string
}

// ruleNames name the uses of cells: the word of the trace, and its wording.
var ruleNames = [...]struct {
	word string
	text model.Text
}{
	sheet.Unused:      {"left", model.Text{ZH: "未归入", EN: "left over"}},
	sheet.UseLabel:    {"label", model.Text{ZH: "标签", EN: "label"}},
	sheet.UseRight:    {"right", model.Text{ZH: "标签右侧", EN: "right of its label"}},
	sheet.UseBelow:    {"below", model.Text{ZH: "标签下方", EN: "below its label"}},
	sheet.UseBlock:    {"block", model.Text{ZH: "所在栏目", EN: "inside its block"}},
	sheet.UseInline:   {"inline", model.Text{ZH: "格内标签", EN: "label in the cell"}},
	sheet.UseUnitLine: {"unit line", model.Text{ZH: "单位行", EN: "unit line"}},
	sheet.UseTitle:    {"title", model.Text{ZH: "标题", EN: "title"}},
	sheet.UseHeader:   {"header", model.Text{ZH: "表头", EN: "header"}},
	sheet.UseColumn:   {"column", model.Text{ZH: "所在列", EN: "column of the header"}},
	sheet.UseCrossing: {"crossing", model.Text{ZH: "行列交叉", EN: "crossing of row and column"}},
	sheet.UsePair:     {"pair", model.Text{ZH: "未知标签旁", EN: "beside an unknown label"}},
	sheet.UseUnread:   {"unread", model.Text{ZH: "指标未读", EN: "indicator not read"}},
	sheet.UseNothing:  {"nothing", model.Text{ZH: "未填", EN: "not filled in"}},
}

// traceCandidate notes a form that matches the record.
func (r *reader) traceCandidate(rec *matched, f *Form) {
	if r.opts.Trace != nil {
		rec.candidates = append(rec.candidates, f.ID)
	}
}

// trace records what became of the cells of a record.
func (r *reader) trace(rec *matched) {
	if r.opts.Trace == nil {
		return
	}
	var by []string
	for _, n := range rec.form.needs {
		by = append(by, n.text)
	}
	for _, s := range rec.Sheets {
		for i := range s.Cells {
			c := &s.Cells[i]
			if c.Blank {
				continue
			}
			t := r.opts.Trace.table(c.Table)
			t.Form, t.FormName, t.By, t.Candidates = rec.form.ID, rec.form.Name, by, rec.candidates
			cell := CellTrace{Row: c.Own.Row, Column: c.Own.Column, Text: c.Text, Rule: ruleNames[c.Use].word, Field: c.Field}
			if c.Label != nil {
				cell.Label = label.Text(c.Label.Text)
			}
			t.Cells = append(t.Cells, cell)
		}
		r.traceBands(s)
	}
}

// traceBands records what the columns of indicator tables were told by.
func (r *reader) traceBands(s *sheet.Sheet) {
	for i := range s.Bands {
		b := &s.Bands[i]
		notes := b.Notes
		if at := s.At(max(b.Top, 1), 1); b.Unread.ZH != "" && at != nil {
			notes = append(notes, sheet.Note{At: at, What: b.Unread})
		}
		for _, n := range notes {
			if n.At == nil {
				continue
			}
			t := r.opts.Trace.table(n.At.Table)
			t.Notes = append(t.Notes, NoteTrace{Row: n.At.Own.Row, Column: n.At.Own.Column, What: n.What})
		}
	}
}

// traceLeft records a table that is no form.
func (r *reader) traceLeft(s *sheet.Sheet) {
	if r.opts.Trace == nil {
		return
	}
	t := r.opts.Trace.table(s.First)
	t.Why = model.Say("没有指标表头，也没有项目名称或编码与绩效栏目同在", "no header of an indicator table, and no project name or code beside a block of a performance form")
}

// table is the trace of a table, made where missing.
func (t *Trace) table(of *block.Table) *TableTrace {
	i, found := slices.BinarySearchFunc(t.Tables, of.Index, func(t TableTrace, index int) int { return t.Table - index })
	if !found {
		t.Tables = slices.Insert(t.Tables, i, TableTrace{Table: of.Index, area: of.Area})
	}
	return &t.Tables[i]
}

// Write writes the trace as text, a line a cell.
func (t *Trace) Write(w io.Writer, lang model.Lang) error {
	b := bufio.NewWriter(w)
	for i := range t.Tables {
		t.Tables[i].write(b, lang)
	}
	return b.Flush()
}

func (t *TableTrace) write(w io.Writer, lang model.Lang) {
	name := lang.Say("表%d", "table %d", t.Table)
	if t.area != nil {
		name += " " + t.place(0, 0, lang)
	}
	if t.Form == "" {
		fmt.Fprint(w, lang.Say("%s：不是绩效目标表（%s）\n", "%s: no form (%s)\n", name, t.Why.In(lang)))
		return
	}
	fmt.Fprint(w, lang.Say("%s：%s（%s）", "%s: %s (%s)", name, t.FormName.In(lang), t.Form))
	if len(t.By) > 0 {
		fmt.Fprint(w, lang.Say("，依据：%s", ", by: %s", label.Words(t.By, lang)))
	}
	if len(t.Candidates) > 1 {
		fmt.Fprint(w, lang.Say("；同时符合：%s", "; matching: %s", strings.Join(t.Candidates, " ")))
	}
	fmt.Fprintln(w)
	for _, c := range t.Cells {
		line := fmt.Sprintf("  %s\t%s\t%s", t.place(c.Row, c.Column, lang), draft.Excerpt(label.Text(c.Text)), wording(c.Rule).In(lang))
		if c.Field != "" {
			line += "\t" + label.Word(c.Field, lang)
		}
		if c.Label != "" {
			line += "\t← " + c.Label
		}
		fmt.Fprintln(w, line)
	}
	for _, n := range t.Notes {
		fmt.Fprintln(w, lang.Say("  %s：%s", "  %s: %s", t.place(n.Row, n.Column, lang), n.What.In(lang)))
	}
	t.summary(w, lang)
}

// place is a cell of the table, or the whole of it for row 0.
func (t *TableTrace) place(row, column int, lang model.Lang) string {
	if t.area == nil {
		return lang.Say("第%d行第%d列", "row %d column %d", row, column)
	}
	sheet, cell := t.area.Place(row, column)
	return model.Origin{Sheet: sheet, Cell: cell}.Place(lang)
}

// summary counts what became of the cells.
func (t *TableTrace) summary(w io.Writer, lang model.Lang) {
	labels, left := 0, 0
	for _, c := range t.Cells {
		switch c.Rule {
		case ruleNames[sheet.UseLabel].word, ruleNames[sheet.UseHeader].word:
			labels++
		case ruleNames[sheet.Unused].word:
			left++
		}
	}
	fmt.Fprint(w, lang.Say("  共 %d 格有文字：标签和表头 %d，内容 %d，未归入 %d\n", "  %d cells with text: labels and headers %d, content %d, left over %d\n",
		len(t.Cells), labels, len(t.Cells)-labels-left, left))
}

func wording(rule string) model.Text {
	for _, n := range ruleNames {
		if n.word == rule {
			return n.text
		}
	}
	return model.Text{ZH: rule, EN: rule}
}

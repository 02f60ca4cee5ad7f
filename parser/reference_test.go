package parser_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/source"
	"jxmb/model"
	"jxmb/parser"
)

func parse(t testing.TB, name string, data []byte) *model.Document {
	t.Helper()
	d, err := parser.Parse(context.Background(), bytes.NewReader(data), int64(len(data)), parser.Options{Name: name})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return d
}

// TestReferenceFacts holds the parsed document against the text dump, cell by
// cell: what the dump says must be in the model, verbatim.
func TestReferenceFacts(t *testing.T) {
	d := parse(t, "遵化市委政法委.docx", fixtures.Reference())
	if got, want := d.Unit, (model.Unit{Code: "216001", Name: "中共遵化市委政法委本级"}); got != want {
		t.Errorf("unit %v, want %v", got, want)
	}
	if d.FiscalYear != 2022 {
		t.Errorf("fiscal year %d", d.FiscalYear)
	}
	basics, indicators, titles := dumpTables()
	if len(d.Projects) != 13 || len(basics) != 13 || len(indicators) != 13 {
		t.Fatalf("%d projects from %d and %d tables", len(d.Projects), len(basics), len(indicators))
	}
	var total model.Decimal
	steps, rows := 0, 0
	for i := range d.Projects {
		p := &d.Projects[i]
		if p.Seq != i+1 || p.Title != titles[i].text || p.Bookmark != titles[i].bookmark {
			t.Errorf("project %d: seq %d, title %q, bookmark %q", i+1, p.Seq, p.Title, p.Bookmark)
		}
		checkBasic(t, p, basics[i])
		checkIndicators(t, p, indicators[i])
		total = total.Add(p.Budget.Total.Number)
		steps += len(p.SpendingPlan)
		rows += len(p.Indicators)
	}
	if total != "823.4" || steps != 52 || rows != 118 {
		t.Errorf("total %s 万元, %d plan steps, %d indicators; want 823.4, 52, 118", total, steps, rows)
	}
}

type title struct{ text, bookmark string }

// dumpTables sorts the tables of the dump: basic information, indicators, and
// the headings before them.
func dumpTables() (basics, indicators [][][]string, titles []title) {
	for _, item := range source.Parse(source.Zunhua) {
		switch {
		case len(item.Rows) > 0 && item.Rows[0][0] == "一级指标":
			indicators = append(indicators, item.Rows)
		case len(item.Rows) > 0:
			basics = append(basics, item.Rows)
		case strings.Contains(item.Line, "_Toc_4_4_"):
			_, rest, _ := strings.Cut(item.Line, "[bookmark: ")
			name, text, _ := strings.Cut(rest, "]")
			titles = append(titles, title{text: text, bookmark: name})
		}
	}
	return basics, indicators, titles
}

func checkBasic(t *testing.T, p *model.Project, rows [][]string) {
	t.Helper()
	amounts := rows[2]
	for _, c := range []struct{ what, got, want string }{
		{"unit", p.Unit.Code + p.Unit.Name, rows[0][0]},
		{"code", p.Code, rows[1][1]},
		{"name", p.Name, rows[1][3]},
		{"total", p.Budget.Total.Text, amounts[2]},
		{"fiscal", p.Budget.Fiscal.Text, amounts[4]},
		{"other", p.Budget.Other.Text, amounts[6]},
		{"purpose", p.Purpose, rows[3][1]},
		{"yuan", string(p.Budget.Total.Yuan), string(p.Budget.Total.Number.Shift(4))},
		{"amount unit", p.Budget.Total.Unit, "万元"},
	} {
		if c.got != c.want {
			t.Errorf("project %d: %s is %q, want %q", p.Seq, c.what, c.got, c.want)
		}
	}
	if p.Budget.Other.Number != "" || p.Budget.Other.Yuan != "" {
		t.Errorf("project %d: a blank 其他资金 became the number %q", p.Seq, p.Budget.Other.Number)
	}
	for i, s := range p.SpendingPlan {
		if s.Label != rows[4][i+1] || s.Text != rows[5][i+1] || string(s.Percent)+"%" != s.Text {
			t.Errorf("project %d: plan step %d is %+v", p.Seq, i+1, s)
		}
	}
	for i, line := range strings.Split(rows[6][1], "\n") {
		_, want, _ := strings.Cut(line, ".")
		if i >= len(p.Goals) || strings.TrimSpace(p.Goals[i]) != strings.TrimSpace(want) {
			t.Errorf("project %d: goal %d of %q is not %q", p.Seq, i+1, p.Goals, want)
		}
	}
}

func checkIndicators(t *testing.T, p *model.Project, rows [][]string) {
	t.Helper()
	rows = rows[1:]
	if len(p.Indicators) != len(rows) {
		t.Fatalf("project %d: %d indicators, want %d", p.Seq, len(p.Indicators), len(rows))
	}
	level1 := ""
	for i, in := range p.Indicators {
		want := rows[i]
		if want[0] != "" {
			level1 = want[0]
		}
		got := []string{in.Level1, in.Level2, in.Level3, in.Description, in.Target.Text, in.Basis}
		for j, w := range append([]string{level1}, want[1:]...) {
			if got[j] != w {
				t.Errorf("project %d indicator %d: cell %d is %q, want %q", p.Seq, i+1, j+1, got[j], w)
			}
		}
		if o := in.Origin; o.Row != i+2 || o.Column != 5 || o.Table != 2*p.Seq || o.Bookmark != p.Bookmark {
			t.Errorf("project %d indicator %d: origin %+v", p.Seq, i+1, o)
		}
	}
}

func TestReferenceOutline(t *testing.T) {
	o := parse(t, "遵化市委政法委.docx", fixtures.Reference()).Outline
	if o == nil {
		t.Fatal("no outline")
	}
	var all strings.Builder
	all.WriteString(o.Overall)
	for _, it := range o.Items {
		all.WriteString(it.Title + it.Goal + it.Indicators)
	}
	for _, m := range o.Measures {
		all.WriteString(m.Title + m.Text)
	}
	if len(o.Items) != 4 || len(o.Measures) != 11 {
		t.Errorf("%d items and %d measures, want 4 and 11", len(o.Items), len(o.Measures))
	}
	if it := o.Items[0]; it.Title != "加强法治建设" || it.Goal != "法治建设工作进入唐山市优秀行列。" {
		t.Errorf("item 1 is %+v", it)
	}
	for _, item := range source.Parse(source.Zunhua) {
		if item.Rows != nil {
			break
		}
		line := item.Line
		if _, after, ok := strings.Cut(line, "]"); ok {
			line = after
		}
		if len(line) < 120 {
			continue // headings and item titles
		}
		_, line, _ = strings.Cut(strings.TrimPrefix(line, "（"), "）")
		if _, after, ok := strings.Cut(line, "绩效指标："); ok {
			line = after
		}
		if squeeze(line) != "" && !strings.Contains(squeeze(all.String()), squeeze(line)) {
			t.Errorf("the outline lacks %.60q…", line)
		}
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

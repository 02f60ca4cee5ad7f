package review_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"jxmb/model"
	"jxmb/model/check"
	"jxmb/model/review"
	"jxmb/parser"
)

// submission is the sample of the rules with a target over 100 percent, read and
// reviewed as a file is.
func submission(target string, r *review.File) *model.Document {
	d := check.Sample()
	in := &d.Projects[0].Indicators[3]
	in.Target = parser.Reread(target, &in.Target, in)
	model.Identify(d)
	r.Apply(d, parser.Reread)
	d.Findings = check.Run(d, check.Config{})
	r.Filter(d)
	return d
}

func codes(d *model.Document) string {
	var list []string
	for _, f := range d.Findings {
		list = append(list, f.Code)
	}
	return strings.Join(list, " ")
}

// TestIgnoredDiesWithItsCell: an ignored finding stays away while the cell says
// the same, also in another row, and comes back when it says something else.
func TestIgnoredDiesWithItsCell(t *testing.T) {
	r := &review.File{}
	d := submission("≥150%", r)
	if codes(d) != "V004" {
		t.Fatalf("findings %q", codes(d))
	}
	key := review.Keys(d)[0]
	if key.Field != "target" || key.Indicator == "" || len(key.Hash) != 32 {
		t.Fatalf("key %+v", key)
	}
	r.Ignore(review.Ignored{Key: key, Who: "审核人", Why: "口径如此"})
	if d = submission("≥150%", r); codes(d) != "" || len(d.Ignored) != 1 || d.Ignored[0].Why != "口径如此" || d.Ignored[0].Finding.Code != "V004" {
		t.Errorf("findings %q, ignored %+v", codes(d), d.Ignored)
	}
	moved := check.Sample()
	moved.Projects[0].Indicators[3].Target = d.Projects[0].Indicators[3].Target
	moved.Projects[0].Indicators = moved.Projects[0].Indicators[1:]
	model.Identify(moved)
	moved.Findings = check.Run(moved, check.Config{})
	if r.Filter(moved); len(moved.Ignored) != 1 {
		t.Errorf("a row above is gone: findings %q", codes(moved))
	}
	if d = submission("≥160%", r); codes(d) != "V004" || len(d.Ignored) != 0 {
		t.Errorf("another cell: findings %q", codes(d))
	}
	r.Notice(key)
	if d = submission("≥150%", r); codes(d) != "V004" {
		t.Errorf("taken back: findings %q", codes(d))
	}
}

// TestCorrections: what a correction says is read by the language of its field,
// every other field is refused and said so, and nothing is taken where the file
// says something else by now.
func TestCorrections(t *testing.T) {
	id := submission("≥95%", &review.File{}).Projects[0].Indicators[3].ID
	for _, c := range []struct {
		review.Correction
		status model.CorrectionStatus
		got    func(p *model.Project) string
		want   string
	}{
		{review.Correction{Indicator: id, Field: "target", Before: "≥95%", After: "不低于百分之九十八"}, model.Applied,
			func(p *model.Project) string {
				v := p.Indicators[3].Target
				return v.Text + string(v.Operator) + string(v.Number) + v.Unit
			}, "不低于百分之九十八>=98%"},
		{review.Correction{Indicator: id, Field: "target", Before: "≥94%", After: "≥98%"}, model.Stale,
			func(p *model.Project) string { return string(p.Indicators[3].Target.Number) }, "95"},
		{review.Correction{Indicator: id, Field: "level3", Before: "安全隐患整改率", After: "隐患整改率"}, model.Unread,
			func(p *model.Project) string { return p.Indicators[3].Level3 }, "安全隐患整改率"},
		{review.Correction{Field: "budget.total", Before: "12.00", After: "15万元"}, model.Applied,
			func(p *model.Project) string { return string(p.Budget.Total.Yuan) }, "150000"},
		{review.Correction{Field: "budget.total", Before: "12.00", After: "很多"}, model.Unread,
			func(p *model.Project) string { return string(p.Budget.Total.Number) }, "12"},
		{review.Correction{Field: "spending_plan[1]", Before: "60%", After: "65%"}, model.Applied,
			func(p *model.Project) string { return string(p.SpendingPlan[1].Percent) }, "65"},
		{review.Correction{Field: "goals[0]", Before: "开展铁路护路宣传，消除线路安全隐患。", After: "开展护路宣传。"}, model.Applied,
			func(p *model.Project) string { return p.Goals[0] }, "开展护路宣传。"},
		{review.Correction{Field: "goals[1]", Before: "", After: "开展护路宣传。"}, model.Unread, func(*model.Project) string { return "" }, ""},
	} {
		c.Project, c.Who, c.When, c.Why = check.Sample().Projects[0].Code, "审核人", "2022-01-05T09:30:00+08:00", "与附件一致"
		r := &review.File{}
		r.Correct(review.Correction{Project: c.Project, Indicator: c.Indicator, Field: c.Field, After: "以前的更正"})
		r.Correct(c.Correction)
		d := submission("≥95%", r)
		p := &d.Projects[0]
		list := p.Corrections
		if c.Indicator != "" {
			list = p.Indicators[3].Corrections
		}
		if len(list) != 1 || list[0].Status != c.status || list[0].Before != c.Before || list[0].Who != "审核人" {
			t.Fatalf("%+v: corrections %+v", c.Correction, list)
		}
		if got := c.got(p); got != c.want {
			t.Errorf("%+v: %q, want %q", c.Correction, got, c.want)
		}
		code := map[model.CorrectionStatus]string{model.Applied: "R001", model.Stale: "R002", model.Unread: "R002"}[c.status]
		if !strings.Contains(codes(d), code) {
			t.Errorf("%+v: findings %q, want %s among them", c.Correction, codes(d), code)
		}
		r.Undo(c.Project, c.Indicator, c.Field)
		if d := submission("≥95%", r); codes(d) != "" {
			t.Errorf("undone: findings %q", codes(d))
		}
	}
}

// TestFile: a review is read as it was written, and what is none is refused.
func TestFile(t *testing.T) {
	r := &review.File{}
	r.Ignore(review.Ignored{Key: review.Key{Code: "V004", Project: "<p>"}, Why: "口径如此"})
	r.Correct(review.Correction{Project: "p", Field: "name", After: "新名"})
	var first, second bytes.Buffer
	if err := r.Write(&first); err != nil {
		t.Fatal(err)
	}
	again, err := review.Read(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if err := again.Write(&second); err != nil || first.String() != second.String() {
		t.Errorf("%v\n%s\n%s", err, first.String(), second.String())
	}
	for _, text := range []string{"", "[]", `{"schema":"jxmb/1"}`, `{"schema":"jxmb-review/1","other":1}`, "\x00"} {
		if _, err := review.Read(strings.NewReader(text)); err == nil {
			t.Errorf("%q is taken as a review", text)
		}
	}
}

// TestBounds: what no reviewer writes is refused, and never written; errors are in
// words.
func TestBounds(t *testing.T) {
	one := review.Correction{Project: "1", Field: "name", After: strings.Repeat("河", 20_000)}
	for _, c := range []struct {
		name string
		file review.File
		want string
	}{
		{"one text", review.File{Corrected: []review.Correction{{}, {After: strings.Repeat("9", 1<<16+1)}}}, "第 2 条更正的 after 超过 65536 字节"},
		{"all texts", review.File{Corrected: slices.Repeat([]review.Correction{one}, 70)}, "各条更正的 after 合计超过 4 MiB"},
		{"corrections", review.File{Corrected: make([]review.Correction, 20_001)}, "忽略的问题超过 50000 个，或更正超过 20000 条"},
		{"findings", review.File{Ignored: make([]review.Ignored, 50_001)}, "忽略的问题超过 50000 个，或更正超过 20000 条"},
	} {
		var refused *model.Fault
		if err := c.file.Write(io.Discard); !errors.As(err, &refused) || refused.What.ZH != c.want {
			t.Errorf("%s: written: %v", c.name, err)
		}
		text, err := json.Marshal(struct {
			Schema string `json:"schema"`
			*review.File
		}{review.Schema, &c.file})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := review.Read(bytes.NewReader(text)); !errors.As(err, &refused) || refused.What.ZH != c.want {
			t.Errorf("%s: read: %v", c.name, err)
		}
	}
	for text, want := range map[string]string{
		"":                                  "不是审核记录（文件是空的，或没有写完）",
		"[]":                                "不是审核记录（第 1 行：不应是列表）",
		"{\"a\":1}":                         `不是审核记录（不认得 "a" 这个键）`,
		"{\n\"ignored\":甲":                  "不是审核记录（第 2 行不是合法的 JSON：从“甲”起）",
		"{\"schema\":\"jxmb-review/2\"}":    "不是审核记录（schema 不是 jxmb-review/1）",
		strings.Repeat(" ", 32<<20+1) + "{": "审核记录超过 32 MiB",
	} {
		var refused *model.Fault
		if _, err := review.Read(strings.NewReader(text)); !errors.As(err, &refused) || refused.What.ZH != want {
			t.Errorf("%.40q: %v, want %s", text, err, want)
		}
	}
}

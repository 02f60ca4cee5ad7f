package form

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"jxmb/model"
	"jxmb/parser/block"
)

// TestExamples reads the example of every built-in form.
func TestExamples(t *testing.T) {
	l := Default()
	if len(l.forms) < 10 {
		t.Fatalf("only %d forms", len(l.forms))
	}
	for _, f := range l.Forms() {
		t.Run(f.ID, func(t *testing.T) {
			if err := l.try(f); err != nil {
				t.Error(err)
			}
		})
	}
}

// own is a form file of a user's own, with a label that only it knows.
const own = `{
  "id": "own", "name": {"zh": "自有表样", "en": "own form"}, "source": "our office",
  "needs": ["name", "本年安排", "level3", "target"],
  "labels": [{"label": "本年安排", "scope": "money", "field": "total"}],
  "example": {
    "caption": "单位：万元",
    "tables": [["项目名称 | 甲 | 本年安排 | 12", "一级指标 | 二级指标 | 三级指标 | 指标值", "产出指标 | 数量指标 | 次数 | ≥3次"]],
    "expect": {"name": "甲", "budget.total.yuan": "120000", "indicators[0].target.unit": "次"}
  }
}`

func TestLoadForms(t *testing.T) {
	l, err := LoadForms(fstest.MapFS{"own.json": {Data: []byte(own)}, "README.md": {Data: []byte("not read")}})
	if err != nil {
		t.Fatal(err)
	}
	if l.form("own") == nil || len(l.forms) != len(Default().forms)+1 || Default().form("own") != nil {
		t.Error("the form was not added to a library of its own")
	}
	for _, f := range l.forms {
		if err := l.try(f); err != nil {
			t.Errorf("beside the user's form, %s: %v", f.ID, err)
		}
	}
	// The built-in forms do not see the label.
	d, err := Read(exampleDocument(t, l.form("own")), Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := d.Projects[0]
	if p.Form == "own" || p.Budget.Total != nil || len(p.Extra) != 1 || p.Extra[0] != (model.Extra{Label: "本年安排", Text: "12"}) {
		t.Errorf("without the form it is read as %s: total %v, extra %v", p.Form, p.Budget.Total, p.Extra)
	}
}

func exampleDocument(t *testing.T, f *Form) *block.Document {
	t.Helper()
	doc := new(block.Document)
	for i, rows := range f.example.Tables {
		table, err := drawn(rows)
		if err != nil {
			t.Fatal(err)
		}
		table.Index = i + 1
		doc.Blocks = append(doc.Blocks, block.Block{Table: table})
	}
	return doc
}

// TestLoadFormsStrict changes the form file so that it must be refused.
func TestLoadFormsStrict(t *testing.T) {
	for _, c := range []struct{ name, from, to, want string }{
		{"unknown key", `"source"`, `"sauce"`, `there is no key "sauce"`},
		{"key twice", `"source": "our office"`, `"source": "a", "source": "b"`, `key "source" stands twice`},
		{"nested key twice", `"scope": "money", `, `"scope": "money", "scope": "money", `, `key "scope" stands twice`},
		{"second form", "\n}", "\n} {}", "more than one form"},
		{"bad id", `"id": "own"`, `"id": "Own Form"`, "want lower-case"},
		{"known id", `"id": "own"`, `"id": "project-annual"`, "there is such a form already"},
		{"no name", `"en": "own form"`, `"en": ""`, "name.en and source are needed"},
		{"unknown need", `"level3",`, `"level4",`, `"level4" is neither a field nor a label`},
		{"need twice", `"level3",`, `"level3", "level3",`, `"level3" stands twice`},
		{"unknown scope", `"scope": "money"`, `"scope": "cash"`, `unknown scope "cash"`},
		{"field of another scope", `"field": "total"`, `"field": "level1"`, `scope money has no field "level1"`},
		{"label not normal", `"label": "本年安排"`, `"label": "本年 安排"`, `write "本年安排"`},
		{"no example", `"tables"`, `"table"`, `there is no key "table"`},
		{"empty expectation", `{"name": "甲", "budget.total.yuan": "120000", "indicators[0].target.unit": "次"}`, `{}`, "the example is the form's test"},
		{"wrong expectation", `"120000"`, `"12"`, `budget.total.yuan is "120000", want "12"`},
		{"unknown path", `"budget.total.yuan"`, `"budget.sum"`, `there is no field "sum"`},
		{"beyond the list", `"indicators[0]`, `"indicators[7]`, "the list has 1 elements"},
		{"ragged table", `| ≥3次"`, `"`, "row 3 has 3 cells, the first row 4"},
		{"read as another form", `"needs": ["name", "本年安排", "level3", "target"]`, `"needs": ["plan"]`, "it was read as form general"},
		{"as good as another form", own, strings.NewReplacer(`"name", "本年安排", "level3", "target"`, `"name", "goals", "level1", "target"`,
			`本年安排 | 12"`, `本年安排 | 12", "绩效目标 | 办好 | < | <"`).Replace(own), "the form is ambiguous: own, project-annual"},
		{"no json", own, `form`, "line 1 is not valid JSON"},
		{"value of another kind", `"needs": [`, `"needs": "name", "bars": [`, `the value of key "needs" must not be a string`},
		{"cut off", own, `{"id": "own"`, "ends too early"},
	} {
		text := strings.Replace(own, c.from, c.to, 1)
		if text == own {
			t.Fatalf("%s: nothing was changed", c.name)
		}
		_, err := LoadForms(fstest.MapFS{"own.json": {Data: []byte(text)}})
		var refused *model.Fault
		if !errors.As(err, &refused) || !strings.Contains(err.Error(), c.want) || refused.Kind != model.FaultForms || !strings.Contains(refused.What.ZH, "own.json") {
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.want)
		}
	}
	wrong := strings.NewReplacer(`"120000"`, `"12"`).Replace(own)
	_, err := LoadForms(fstest.MapFS{"own.json": {Data: []byte(wrong)}})
	var refused *model.Fault
	if want := `表样文件 own.json 不能用：example（示例）：budget.total.yuan 读出 "120000"，应为 "12"`; !errors.As(err, &refused) || refused.What.ZH != want {
		t.Errorf("in Chinese: %v, want %s", refused, want)
	}
	if _, err := LoadForms(fstest.MapFS{}); err == nil {
		t.Error("an empty folder was accepted")
	}
}

// TestAmbiguity loads a form that needs as much as a built-in one.
func TestAmbiguity(t *testing.T) {
	twin := strings.NewReplacer(`"needs": ["name", "本年安排", "level3", "target"]`, `"needs": ["name", "goals", "level1", "target"]`).Replace(own)
	l, err := Default().with(fstest.MapFS{"own.json": {Data: []byte(twin)}})
	if err != nil {
		t.Fatal(err)
	}
	var trace Trace
	d, err := Read(exampleDocument(t, l.form("project-annual")), Options{Forms: l, Lang: model.English, Trace: &trace})
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, f := range d.Findings {
		if f.Code == "D015" && strings.Contains(f.Message, "own, project-annual") {
			found = true
		}
	}
	if !found || d.Projects[0].Form != "own" || len(trace.Tables[0].Candidates) != 2 {
		t.Errorf("form %s, findings %v, candidates %v", d.Projects[0].Form, d.Findings, trace.Tables[0].Candidates)
	}
}

func TestParseLabelsStrict(t *testing.T) {
	for _, c := range []struct{ table, want string }{
		{"项目名称\tproject\tname\t-", "4 columns"},
		{"项目名称\tproject\tname\t-\t", "no source"},
		{"项目名称\tproject\tname\tsoon\tH1", `unknown term "soon"`},
		{"项 目\tproject\tname\t-\tH1", "not in the form labels are compared in"},
		{"甲乙\tproject\tname\t-\tH1\n甲乙\tproject\tcode\t-\tH1", "labels.tsv:2: label \"甲乙\" has two meanings in scope project"},
		{"\tproject\tname\t-\tH1", "empty or longer"},
	} {
		if _, err := parseLabels(c.table); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want one with %q", c.table, err, c.want)
		}
	}
}

// TestLabelSources holds every source key of labels.tsv to the list in its head.
func TestLabelSources(t *testing.T) {
	known := map[string]bool{}
	for line := range strings.Lines(labelTable) {
		if strings.HasPrefix(line, "# ") {
			known[strings.Fields(line)[1]] = true
			continue
		}
		if strings.HasPrefix(line, "#") {
			continue
		}
		cols := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if !known[cols[4]] {
			t.Errorf("%s: source %q is not explained", cols[0], cols[4])
		}
	}
}

func TestLookup(t *testing.T) {
	ls := Default().labels
	for _, c := range []struct{ text, label, note string }{
		{"项目名称", "项目名称", ""},
		{" 项 目　名\u00a0称\n：", "项目名称", ""},
		{"其中：财政    资金", "财政资金", ""},
		{"（一）财政拨款小计", "财政拨款小计", ""},
		{"(1)财政拨款", "财政拨款", ""},
		{"资金支出计划（%）", "资金支出计划", "%"},
		{"项目资金（单位：万元）", "项目资金", "单位:万元"},
		{"年度资金总额：（万元）", "年度资金总额", "万元"},
		{"*指标值", "指标值", ""},
		{"评(扣)分标准", "评(扣)分标准", ""},
		{"指标值(包含数字及文字描述)", "指标值", "包含数字及文字描述"},
		{"专项（项目）名称", "专项(项目)名称", ""},
		{"绩\n效\n指\n标", "绩效指标", ""},
		{"项目名称为何", "", ""},
		{"项", "", ""},
		{"", "", ""},
		{"（）", "", ""},
		{strings.Repeat("项目名称", 40), "", ""},
	} {
		e, note := ls.lookup(c.text)
		label := ""
		if e != nil {
			label = e.label
		}
		if label != c.label || note != c.note {
			t.Errorf("%q: %q with %q, want %q with %q", c.text, label, note, c.label, c.note)
		}
	}
}

func TestLookupAllocates(t *testing.T) {
	ls := Default().labels
	if n := testing.AllocsPerRun(100, func() {
		ls.lookup("其中：财政    资金")
		ls.lookup("≥90稿件自采自编率大于等于百分之九十")
		ls.lookup("涉稳舆情炒作率（%）")
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

package compare_test

import (
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jxmb/fixtures/source"
	"jxmb/fixtures/submission"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/model/compare"
)

// read builds the Word file of a dump and reads it as convert does.
func read(t testing.TB, file, dump string) compare.Submission {
	t.Helper()
	word, err := source.Document(dump, 3)
	if err != nil {
		t.Fatal(err)
	}
	data := word.Bytes()
	d, err := submission.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	d.Findings = check.Run(d, check.Config{})
	return compare.Keep(file, d)
}

func revised(t testing.TB, edits ...source.Edit) string {
	t.Helper()
	dump, err := source.Revise(source.Zunhua, edits...)
	if err != nil {
		t.Fatal(err)
	}
	return dump
}

func edit(after, old, new string) source.Edit { return source.Edit{After: after, Old: old, New: new} }

// told is a comparison in lines: what a test reads of it.
func told(c *compare.Comparison) []string {
	var lines []string
	change := func(where string, list []compare.Change) {
		for _, ch := range list {
			lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s %s%s %s: %.12q → %.12q %s %s%s", where, ch.Field, ch.Label, ch.State, ch.Old, ch.New, ch.Effect, ch.Difference, ch.Unit)))
		}
	}
	for i := range c.Projects {
		p := &c.Projects[i]
		at := p.New
		if at == nil {
			at = p.Old
		}
		if p.State != compare.Same && p.State != compare.Changed {
			lines = append(lines, string(p.State)+" "+at.Name)
		}
		change(at.Name, p.Changes)
		for k := range p.Indicators {
			in := &p.Indicators[k]
			is := in.New
			if is == nil {
				is = in.Old
			}
			if in.State != compare.Changed {
				lines = append(lines, fmt.Sprintf("%s/%s %s", at.Name, is.Level3, in.State))
			}
			change(at.Name+"/"+is.Level3, in.Changes)
		}
	}
	return lines
}

func between(t testing.TB, old, new string, years bool) *compare.Comparison {
	t.Helper()
	return compare.Tell(compare.Match([]compare.Submission{read(t, "a.docx", old)}, []compare.Submission{read(t, "b.docx", new)}, years), nil)
}

// TestEdits makes one edit of the reference submission after the other, through the
// whole parser, and wants that edit alone to be told.
func TestEdits(t *testing.T) {
	t.Parallel()
	const first = "安保维稳及社会管理综合治理专项经费"
	for _, c := range []struct {
		name  string
		years bool
		edits []source.Edit
		want  []string
	}{
		{name: "nothing"},
		{name: "blanks and line breaks", edits: []source.Edit{edit("]1.", "≥3宣传活动开展次数大于等于3次", "≥3 宣传活动开展次数\n大于等于３次")}},
		{name: "a target lowered", edits: []source.Edit{edit("]1.", "≥3宣传活动开展次数大于等于3次", "≥2宣传活动开展次数大于等于2次")},
			want: []string{first + `/宣传、活动开展次数 target changed: "≥3宣传活动开展次数大于" → "≥2宣传活动开展次数大于" lowered -1次`}},
		{name: "a ceiling lowered asks for more", edits: []source.Edit{edit("]1.", "≤20涉稳舆情炒作率小于等于百分之二十", "≤15涉稳舆情炒作率小于等于百分之十五")},
			want: []string{first + `/涉稳舆情炒作率（%） target changed: "≤20涉稳舆情炒作率小于" → "≤15涉稳舆情炒作率小于" raised -5%`}},
		{name: "another spelling of a target", edits: []source.Edit{edit("]9.", "≤9预算控制数小于等于9万元", "预算控制数不超过90000元")}, want: []string{
			`政法委招商资金/项目预算控制数 target.unit changed: "万元" → "元"`}},
		{name: "a unit changed", edits: []source.Edit{edit("]1.", "≥3宣传活动开展次数大于等于3次", "≥3宣传活动开展次数大于等于3场")}, want: []string{
			first + `/宣传、活动开展次数 target changed: "≥3宣传活动开展次数大于" → "≥3宣传活动开展次数大于"`, first + `/宣传、活动开展次数 target.unit changed: "次" → "场"`}},
		{name: "a budget", edits: []source.Edit{edit("]1.", "\t55.00\n", "\t57.50\n")}, want: []string{
			first + ` budget.total changed: "55.00万元" → "57.50万元"  25000元`}},
		{name: "the plan", edits: []source.Edit{edit("]1.", "\t60%\n", "\t50%\n")}, want: []string{
			first + ` spending_plan6月底 changed: "60%" → "50%"  -10%`}},
		{name: "the purpose", edits: []source.Edit{edit("]1.", "驻京值班、", "")}, want: []string{
			first + ` purpose changed: "主要用于安保维稳、综合治" → "主要用于安保维稳、综合治"`}},
		{name: "a goal more", edits: []source.Edit{edit("]1.", "预防和化解风险隐患。", "预防和化解风险隐患。\n6.开展反邪教宣传教育。")}, want: []string{
			first + ` goals added: "" → "开展反邪教宣传教育。"`}},
		{name: "a goal reworded", edits: []source.Edit{edit("]1.", "做好应急处理工作", "做好各项应急处置工作")}, want: []string{
			first + ` goals changed: "加强情报信息收集研判，抓" → "加强情报信息收集研判，抓"`}},
		{name: "a project under another code and name", edits: []source.Edit{
			edit("]9.", "\t13028122P00352610001R\n", "\t13028122P00399910001C\n"), edit("", "]9.政法委招商资金", "]9.招商引资工作经费"), edit("", "\t政法委招商资金\n", "\t招商引资工作经费\n")}, want: []string{
			`招商引资工作经费 code changed: "13028122P003" → "13028122P003"`, `招商引资工作经费 name changed: "政法委招商资金" → "招商引资工作经费"`}},
		{name: "an indicator under another name", edits: []source.Edit{edit("]1.", "\t稿件自采自编率\n\t稿件自采自编率\n", "\t自采自编稿件比率\n\t自采自编稿件比率\n")}, want: []string{
			first + `/自采自编稿件比率 level3 changed: "稿件自采自编率" → "自采自编稿件比率"`, first + `/自采自编稿件比率 description changed: "稿件自采自编率" → "自采自编稿件比率"`}},
		{name: "an indicator in place of another", edits: []source.Edit{edit("]1.", "\t稿件自采自编率\n\t稿件自采自编率\n\t≥90稿件自采自编率大于等于百分之九十\n", "\t巡防队员培训合格率\n\t合格队员占参训队员的比率\n\t≥95\n")}, want: []string{
			first + "/巡防队员培训合格率 added", first + "/稿件自采自编率 dropped"}},
		{name: "years, between years", years: true, edits: []source.Edit{edit("", "\t12月底前完成", "\t12月25日前完成")}, want: []string{"target"}},
	} {
		got := told(between(t, source.Zunhua, revised(t, c.edits...), c.years))
		if c.years { // which indicator it is stands in the dump
			if len(got) != 1 || !strings.Contains(got[0], "target changed") || !strings.HasSuffix(got[0], "raised") {
				t.Errorf("%s: %q", c.name, got)
			}
			continue
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// TestNextYear takes the reference submission for that of the year before: with the
// years in its texts and codes moved on nothing but the codes is another thing, and
// they do not count.
func TestNextYear(t *testing.T) {
	t.Parallel()
	next := strings.NewReplacer("13028122P", "13028123P", "2022", "2023").Replace(source.Zunhua)
	if got := told(between(t, source.Zunhua, next, true)); len(got) != 0 {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
	c := between(t, source.Zunhua, next, true)
	for i := range c.Projects {
		if p := &c.Projects[i]; p.Match != compare.ByName {
			t.Errorf("%s is told by %s", p.New.Name, p.Match)
		}
	}
}

// TestFindingsAddUp: every finding of the old side is settled or remains, every one
// of the new remains or is new.
func TestFindingsAddUp(t *testing.T) {
	t.Parallel()
	dump, err := source.Resubmission()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []*compare.Comparison{between(t, source.Zunhua, dump, false), between(t, dump, source.Zunhua, false)} {
		if c.Settled+c.Remained != c.Old.Findings || c.Remained+c.Appeared != c.New.Findings || c.Remained == 0 || c.Settled == 0 {
			t.Errorf("%d settled, %d remain, %d new of %d and %d", c.Settled, c.Remained, c.Appeared, c.Old.Findings, c.New.Findings)
		}
		n := c.Counts
		if n.Added+n.Changed+n.Same != c.New.Projects || n.Dropped+n.Changed+n.Same != c.Old.Projects {
			t.Errorf("%+v", n)
		}
	}
}

// seasons are two states of n projects: each keeps its code, or goes by another code
// and name, or another code alone, by turns.
func seasons(n int) (old, new []compare.Submission) {
	for side, list := range []*[]compare.Submission{&old, &new} {
		for i := range n {
			name := fmt.Sprintf("%c%c%c%c专项经费", '一'+i*7%20000, '一'+i*11%20000, '一'+i*13%20000, '一'+i*17%20000)
			code := strconv.Itoa(100000 + i)
			if side == 1 && i%4 == 1 {
				code, name = "", name+"（调整）"
			}
			p := model.Project{ID: code, Seq: i, Code: code, Name: name, Unit: model.Unit{Code: strconv.Itoa(i % 500)}}
			for k := range 9 {
				target := strconv.Itoa(80 + k + side*(i%2))
				p.Indicators = append(p.Indicators, model.Indicator{
					ID: strconv.Itoa(k), Level1: "产出指标", Level2: "数量指标", Level3: fmt.Sprintf("%c%c任务完成率", '一'+(i+k)*19%20000, '一'+(i+k)*23%20000),
					Target: model.Value{Text: "≥" + target + "%", Kind: model.Quantity, Operator: model.GreaterEqual, Number: model.Decimal(target), Unit: "%"},
				})
			}
			*list = append(*list, compare.Submission{File: strconv.Itoa(i), Projects: []model.Project{p}})
		}
	}
	return old, new
}

// TestSeasons: the right ones are put together, those without a code too.
func TestSeasons(t *testing.T) {
	old, new := seasons(2000)
	m := compare.Match(old, new, false)
	if len(m.Pairs) != 2000 {
		t.Fatalf("%d pairs", len(m.Pairs))
	}
	for _, p := range m.Pairs {
		if p.Old == nil || p.New == nil || p.Old.Seq != p.New.Seq {
			t.Fatalf("%+v", p)
		}
	}
}

// TestLinear: four times the projects ask for some four times the memory, and so
// cannot take the time of all pairs.
func TestLinear(t *testing.T) {
	asked := func(n int) uint64 {
		old, new := seasons(n)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		compare.Tell(compare.Match(old, new, false), nil)
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	if once, fourfold := asked(500), asked(2000); fourfold > 5*once {
		t.Errorf("%d bytes for 500 projects, %d for 2000", once, fourfold)
	}
}

// BenchmarkSeasons compares two seasons; ns/project is the same for all sizes.
func BenchmarkSeasons(b *testing.B) {
	for _, n := range []int{5000, 10000, 20000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				old, new := seasons(n)
				b.StartTimer()
				compare.Tell(compare.Match(old, new, false), nil)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/project")
		})
	}
}

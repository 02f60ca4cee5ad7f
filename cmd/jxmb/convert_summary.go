package main

import (
	"os"
	"path/filepath"
	"strings"

	"jxmb/cmd/internal/batch"
	"jxmb/cmd/internal/batch/source"
	"jxmb/model"
)

// summary tells at the end of a batch what became of it: the same figures as
// its summaries and its report.
func (c *conversion) summary(t batch.Totals, reasons []reason) {
	if t.Interrupted {
		c.note(c.say("已中断：还有 %d 个文件没有开始；再次运行即可继续", "interrupted: %d files were not begun; run again to go on"), t.NotStarted)
	} else if t.NotStarted > 0 {
		c.note(c.say("还有 %d 个文件没有处理", "%d files were not done"), t.NotStarted)
	}
	c.note(c.say("完成 %d，跳过 %d，失败 %d；共 %d 个项目、%d 条指标", "%d done, %d skipped, %d failed; %d projects, %d indicators"),
		t.Done, t.Skipped, t.Failed, t.Projects, t.Indicators)
	for _, r := range reasons {
		c.note(c.say("  失败 %d：%s", "  %d failed: %s"), r.n, r.what.In(c.lang))
	}
	c.money(t.Figures)
	c.note(c.say("审核问题：%s", "findings: %s"), c.counted(t.Findings))
	c.ignored(c.plan)
	c.old(t.Old)
	c.whereabouts()
}

// money tells the budgets, and the projects that were met more than once.
func (c *conversion) money(f batch.Figures) {
	if f.Budget != "" {
		c.note(c.say("预算总额：%s 万元", "budget: %s (10,000 yuan)"), inWan(f.Budget))
	}
	if f.Repeated == 0 {
		return
	}
	c.note(c.say("重复报送：%d 个项目又出现 %d 次，合计 %s 万元，只计第一次", "repeated: %d projects stand in further places, %d times in all, with %s (10,000 yuan); only the first of each counts"),
		len(f.Repeats), f.Repeated, inWan(f.RepeatYuan))
	for _, r := range f.Repeats[:min(len(f.Repeats), maxNamed)] {
		const few = 5
		files := strings.Join(r.Files[:min(len(r.Files), few)], c.say("、", ", "))
		if len(r.Files) > few {
			files += c.say(" 等 %d 处", " and others, %d in all", len(r.Files))
		}
		c.note("  %s: %s", strings.TrimSpace(r.Code+" "+r.Name), files)
	}
	c.more(len(f.Repeats))
}

// inWan shows an amount in 元 in 万元.
func inWan(yuan model.Decimal) string {
	if yuan == "" {
		return "—"
	}
	return yuan.Shift(-4).Grouped(2)
}

// maxNamed is how many lines of a list are told; the report has all.
const maxNamed = 20

// more tells that a list of n lines was cut.
func (a *app) more(n int) {
	if n > maxNamed {
		a.note(a.say("  另有 %d 个", "  and %d more"), n-maxNamed)
	}
}

// ignored names what lay beside the submissions.
func (a *app) ignored(p *source.Plan) {
	i := p.Ignored
	if i == (source.Ignored{}) {
		return
	}
	var counts []string
	for _, c := range []struct {
		n    int
		what model.Text
	}{
		{i.Lock, model.Say("临时文件 %d", "%d lock files", i.Lock)},
		{i.Hidden, model.Say("隐藏文件 %d", "%d hidden", i.Hidden)},
		{i.Other, model.Say("其他文件 %d", "%d others", i.Other)},
		{i.Repeated, model.Say("重复 %d", "%d repeated", i.Repeated)},
	} {
		if c.n > 0 {
			counts = append(counts, c.what.In(a.lang))
		}
	}
	a.note(a.say("未作为输入：%s", "not taken as input: %s"), strings.Join(counts, a.say("，", ", ")))
	for _, o := range p.Others[:min(len(p.Others), maxNamed)] {
		a.note("  %s: %s", o.File, o.Why.In(a.lang))
	}
	a.more(len(p.Others))
}

// old names the results of earlier runs that this one would not have made.
func (c *conversion) old(results []batch.OldResult) {
	if len(results) == 0 {
		return
	}
	if c.prune {
		c.note(c.say("旧结果 %d 个：", "old results: %d"), len(results))
	} else {
		c.note(c.say("旧结果 %d 个（输入已不在或已改变，或这次没有要这种汇总；--prune 删去）：", "old results: %d (of inputs that are gone or changed, or summaries not asked for; --prune removes them)"), len(results))
	}
	for _, o := range results[:min(len(results), maxNamed)] {
		state := ""
		switch {
		case o.Removed:
			state = c.say("：已删去", ": removed")
		case o.Changed:
			state = c.say("：后来有人改过，不删", ": was changed since, and is kept")
		}
		c.note("  %s%s", o.Name, state)
	}
	c.more(len(results))
}

// whereabouts tells where results and report are, if they are there.
func (c *conversion) whereabouts() {
	there := func(path string) bool {
		_, err := os.Stat(path)
		return err == nil
	}
	switch {
	case c.report != "" && there(c.report):
		c.note(c.say("报告：%s", "report: %s"), c.report)
	case c.report == "" && there(filepath.Join(c.out, "report.json")):
		c.note(c.say("结果和 report.json 在 %s", "results and report.json are in %s"), c.out)
	}
}

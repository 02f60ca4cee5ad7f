package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"jxmb/cmd/internal/batch"
	"jxmb/model"
)

// progress shows how a batch goes: a bar on a terminal, a line a file
// elsewhere, failures only with --quiet.
type progress struct {
	*app
	bar     *progressbar.ProgressBar // nil off terminals
	lines   bool
	failed  int
	reasons []reason
}

// reason counts the inputs that failed for one reason, in the order of first
// occurrence.
type reason struct {
	what model.Text
	n    int
}

func (c *conversion) newProgress() *progress {
	p := &progress{app: c.app}
	if c.quiet {
		return p
	}
	if !isTerminal(c.stderr) {
		p.lines = true
		return p
	}
	p.bar = progressbar.NewOptions(-1,
		progressbar.OptionSetWriter(c.stderr),
		progressbar.OptionShowCount(),
		progressbar.OptionShowIts(),
		progressbar.OptionSetItsString(c.say("个", "files")),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionSetWidth(barWidth(c.stderr)),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
	)
	return p
}

// barWidth leaves room for counts, rate and time beside the bar.
func barWidth(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if columns, _, err := term.GetSize(int(f.Fd())); err == nil {
			return min(max(columns-60, 10), 40)
		}
	}
	return 30
}

func (p *progress) Start(inputs int) {
	if p.bar != nil {
		p.bar.ChangeMax(inputs)
		p.describe()
	}
}

func (p *progress) describe() { p.bar.Describe(p.say("失败 %d", "failed %d", p.failed)) }

func (p *progress) Done(in *batch.Input, o batch.Outcome) {
	if p.bar != nil && (o.Fault != nil || in.Note != (model.Text{})) {
		_ = p.bar.Clear()
	}
	if note := in.Note.In(p.lang); note != "" && (p.bar != nil || p.lines) {
		p.note("%s: %s", in.Path, note)
	}
	if o.Fault != nil {
		p.failed++
		p.count(o.Fault.What)
		p.tell(in.Path, o.Fault)
	} else if p.lines {
		p.line(in, o)
	}
	if p.bar != nil {
		p.describe()
		_ = p.bar.Add(1)
	}
}

func (p *progress) line(in *batch.Input, o batch.Outcome) {
	what := p.say("完成", "done")
	if o.Status == batch.StatusSkipped {
		what = p.say("跳过（没有变化）", "skipped (unchanged)")
	}
	fmt.Fprintf(p.stderr, "%s: %s: %s\n", in.Path, what,
		p.say("%d 个项目，%d 条指标，%d 个问题", "%d projects, %d indicators, %d findings",
			o.Projects, o.Indicators, o.Findings.Error+o.Findings.Warning+o.Findings.Info))
}

func (p *progress) count(what model.Text) {
	for i := range p.reasons {
		if p.reasons[i].what == what {
			p.reasons[i].n++
			return
		}
	}
	p.reasons = append(p.reasons, reason{what, 1})
}

func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Finish()
		_ = p.bar.Clear()
	}
}

// note prints a line that is no failure.
func (a *app) note(format string, args ...any) {
	fmt.Fprintf(a.stderr, "jxmb: "+format+"\n", args...)
}

// summary tells at the end of a batch what became of it.
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
	c.note(c.say("审核问题：错误 %d，警告 %d，提示 %d", "findings: %d errors, %d warnings, %d notes"),
		t.Findings.Error, t.Findings.Warning, t.Findings.Info)
	if i := t.Ignored; i != (batch.Ignored{}) {
		c.note(c.say("未作为输入：临时文件 %d，隐藏文件 %d，其他文件 %d，重复 %d", "not taken as input: %d lock files, %d hidden, %d others, %d repeated"),
			i.Lock, i.Hidden, i.Other, i.Repeated)
	}
	if c.report != "" {
		c.note(c.say("报告：%s", "report: %s"), c.report)
	} else {
		c.note(c.say("结果和 report.json 在 %s", "results and report.json are in %s"), c.out)
	}
}

package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"jxmb/cmd/internal/batch"
	"jxmb/cmd/internal/batch/source"
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

func (p *progress) Done(in *source.Input, o batch.Outcome) {
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

func (p *progress) line(in *source.Input, o batch.Outcome) {
	what := p.say("完成", "done")
	if o.Status == batch.StatusSkipped {
		what = p.say("跳过（没有变化）", "skipped (unchanged)")
	}
	_ = line(p.stderr, fmt.Sprintf("%s: %s: %s", in.Path, what,
		p.say("%d 个项目，%d 条指标，%d 个问题", "%d projects, %d indicators, %d findings",
			o.Projects, o.Indicators, o.Findings.Error+o.Findings.Warning+o.Findings.Info)))
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
	_ = line(a.stderr, fmt.Sprintf("jxmb: "+format, args...)) // nobody is left to tell
}

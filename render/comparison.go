package render

import (
	"bufio"
	"context"
	"io"
	"strings"

	"jxmb/model"
	"jxmb/model/compare"
	"jxmb/render/view"
	"jxmb/render/xlsx"
)

// ComparisonFormat is a format of comparisons.
type ComparisonFormat struct {
	Name  string
	Ext   string
	Text  bool // may be shown on a terminal
	Write func(ctx context.Context, w io.Writer, c *compare.Comparison, o Options) error
}

// ComparisonFormats are the formats of comparisons, the first where none is named.
func ComparisonFormats() []ComparisonFormat {
	return []ComparisonFormat{
		{Name: "text", Ext: ".txt", Text: true, Write: writeComparison},
		{Name: "json", Ext: ".json", Text: true, Write: comparisonJSON},
		{Name: "xlsx", Ext: ".xlsx", Write: xlsx.WriteComparison},
	}
}

func comparisonJSON(_ context.Context, w io.Writer, c *compare.Comparison, _ Options) error {
	_, err := w.Write(append(model.AppendJSON(nil, c, true), '\n'))
	return err
}

// told is a comparison as text: a line of figures, then the projects that changed,
// each with what did.
type told struct {
	*bufio.Writer
	lang model.Lang
	c    *compare.Comparison
}

func writeComparison(ctx context.Context, w io.Writer, c *compare.Comparison, o Options) error {
	t := &told{bufio.NewWriter(w), o.Lang, c}
	t.figures()
	for i := range c.Projects {
		if err := ctx.Err(); err != nil {
			return err
		}
		t.project(&c.Projects[i])
	}
	if len(c.Findings) > 0 {
		t.line("\n%s", t.lang.Say("不属于任何项目的问题", "Findings of no project"))
		t.findings(c.Findings)
	}
	return t.Flush()
}

// line writes a line; what it quotes of a form stays on it.
func (t *told) line(format string, args ...any) {
	_, _ = t.WriteString(model.Chinese.Say(format, "", args...) + "\n") // Flush gives the error
}

func (t *told) figures() {
	c, n := t.c, t.c.Counts
	t.line("%s", t.lang.Say("旧：%d 个文件，%d 个项目，%d 个指标；新：%d 个文件，%d 个项目，%d 个指标", "old: %d files, %d projects, %d indicators; new: %d files, %d projects, %d indicators",
		c.Old.Documents, c.Old.Projects, c.Old.Indicators, c.New.Documents, c.New.Projects, c.New.Indicators))
	t.line("%s", t.lang.Say("项目：新增 %d、取消 %d、改动 %d、未改 %d", "projects: %d added, %d dropped, %d changed, %d the same", n.Added, n.Dropped, n.Changed, n.Same))
	t.line("%s", t.lang.Say("问题：新出现 %d、仍在 %d、已解决 %d", "findings: %d new, %d remaining, %d settled", c.Appeared, c.Remained, c.Settled))
}

// project tells of a project that is not the same, or whose findings are not.
func (t *told) project(p *compare.ProjectChange) {
	moved := false
	for i := range p.Findings {
		moved = moved || p.Findings[i].Fate != compare.Remained
	}
	if p.State == compare.Same && !moved {
		return
	}
	t.line("\n%s %s", view.StateLabel(t.lang, p.State), t.heading(p))
	for i := range p.Changes {
		t.line("  %s", t.change(&p.Changes[i]))
	}
	for i := range p.Indicators {
		t.indicator(&p.Indicators[i])
	}
	if n := len(p.Findings); p.State == compare.Dropped && n > 0 {
		t.line("  %s", t.lang.Say("随项目取消的问题 %d 个", "findings that went with it: %d", n))
		return
	}
	t.findings(p.Findings)
}

// heading is "2.见义勇为资金 13028122P… [旧.docx → 新.docx，按相似 82% 对应]".
func (t *told) heading(p *compare.ProjectChange) string {
	at := p.New
	if at == nil {
		at = p.Old
	}
	name := strings.TrimSpace(oneLine(at.Name) + " " + oneLine(at.Code))
	file := at.File
	if p.Old != nil && p.New != nil && p.Old.File != p.New.File {
		file = p.Old.File + " → " + p.New.File
	}
	if p.Match == compare.ByLikeness {
		file += t.lang.Say("，按%s对应", ", told by %s", view.WayLabel(t.lang, p))
	}
	return name + " [" + file + "]"
}

// change is "预算数：75.00万元 → 80.00万元（+5.00万元）".
func (t *told) change(c *compare.Change) string {
	var more []string
	for _, s := range [...]string{view.EffectLabel(t.lang, c.Effect), view.Difference(c)} {
		if s != "" {
			more = append(more, s)
		}
	}
	note := ""
	if len(more) > 0 {
		note = t.lang.Say("（%s）", " (%s)", strings.Join(more, t.lang.Say("，", ", ")))
	}
	colon := t.lang.Say("：", ": ")
	field := view.FieldLabel(t.lang, c)
	switch c.State {
	case compare.Added:
		return view.StateLabel(t.lang, c.State) + " " + field + colon + oneLine(c.New)
	case compare.Dropped:
		return view.StateLabel(t.lang, c.State) + " " + field + colon + oneLine(c.Old)
	}
	return field + colon + oneLine(c.Old) + " → " + oneLine(c.New) + note
}

func (t *told) indicator(i *compare.IndicatorChange) {
	colon := t.lang.Say("：", ": ")
	kind := t.lang.Say("指标", "indicator")
	switch i.State {
	case compare.Added:
		t.line("  %s%s %s%s%s (%s)", view.StateLabel(t.lang, i.State), gap(t.lang)+kind, view.IndicatorPath(i.New), colon, oneLine(i.New.Target), i.New.Origin.Place(t.lang))
		return
	case compare.Dropped:
		t.line("  %s%s %s%s%s", view.StateLabel(t.lang, i.State), gap(t.lang)+kind, view.IndicatorPath(i.Old), colon, oneLine(i.Old.Target))
		return
	}
	t.line("  %s %s (%s)", kind, oneLine(view.IndicatorPath(i.New)), i.New.Origin.Place(t.lang))
	for k := range i.Changes {
		t.line("    %s", t.change(&i.Changes[k]))
	}
}

// gap is what parts words.
func gap(l model.Lang) string { return l.Say("", " ") }

// findings tells those that are new and settled, and counts those that remain.
func (t *told) findings(list []compare.FindingChange) {
	remained := 0
	for i := range list {
		f := &list[i]
		if f.Fate == compare.Remained {
			remained++
			continue
		}
		t.line("  %s %s %s %s: %s (%s)", view.FateLabel(t.lang, f.Fate), view.SeverityLabel(t.lang, f.Finding.Severity), f.Finding.Code,
			oneLine(f.Finding.Subject), oneLine(f.Finding.Message), f.Finding.Origin.Place(t.lang))
	}
	if remained > 0 {
		t.line("  %s", t.lang.Say("仍在的问题 %d 个", "findings that remain: %d", remained))
	}
}

var lineBreaks = strings.NewReplacer("\r\n", "⏎", "\n", "⏎", "\r", "⏎", "\u2028", "⏎", "\u2029", "⏎")

// oneLine shows line breaks of quoted cells as a sign.
func oneLine(s string) string { return lineBreaks.Replace(s) }

package web

import (
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/render/view"
)

// chart is a bar chart of counts. Widths are of 100.
type chart struct {
	Title string
	Bars  []bar
}

type bar struct {
	Label string
	Count int
	Width int
	Class string
	Y     int // of the bar in the drawing
}

// Height is that of the drawing.
func (c chart) Height() int { return len(c.Bars) * barStep }

const (
	barStep = 26
	maxBars = 8
)

// chartsOf sums up the documents of a batch.
func chartsOf(l model.Lang, files []fileRow) []chart {
	rules, kinds, units := map[string]int{}, map[string]int{}, map[string]int{}
	severities := []bar{}
	for _, f := range files {
		for code, n := range f.byRule {
			rules[code] += n
		}
		for kind, n := range f.byKind {
			kinds[kind] += n
		}
		if f.Unit() != "" {
			units[f.Unit()] += f.Findings.Of(model.Error) + f.Findings.Of(model.Warning)
		}
	}
	for _, s := range view.Severities {
		n := 0
		for _, f := range files {
			n += f.Findings.Of(s)
		}
		severities = append(severities, bar{Label: view.SeverityLabel(l, s), Count: n, Class: string(s)})
	}
	list := []chart{
		scaled(l.Say("问题级别", "Findings by severity"), severities),
		scaled(l.Say("最多的问题", "Findings by rule"), barsOf(rules, func(code string) string { return facetLabel(l, "rule", code) })),
		scaled(l.Say("指标值类型", "Kinds of target"), barsOf(kinds, func(k string) string { return view.KindLabel(l, model.Kind(k)) })),
		scaled(l.Say("错误和警告最多的单位", "Errors and warnings by unit"), barsOf(units, func(u string) string { return u })),
	}
	return slices.DeleteFunc(list, func(c chart) bool { return len(c.Bars) == 0 })
}

// barsOf are the greatest counts.
func barsOf(counts map[string]int, label func(string) string) []bar {
	var bars []bar
	for value, n := range counts {
		if n > 0 {
			bars = append(bars, bar{Label: label(value), Count: n})
		}
	}
	slices.SortFunc(bars, func(a, b bar) int {
		if a.Count != b.Count {
			return b.Count - a.Count
		}
		return strings.Compare(a.Label, b.Label)
	})
	return bars[:min(len(bars), maxBars)]
}

func scaled(title string, bars []bar) chart {
	most := 1
	for _, b := range bars {
		most = max(most, b.Count)
	}
	for i := range bars {
		bars[i].Width, bars[i].Y = bars[i].Count*100/most, i*barStep
	}
	return chart{Title: title, Bars: bars}
}

package main

import (
	"cmp"
	"slices"

	"jxmb/cmd/internal/batch"
	"jxmb/cmd/internal/batch/source"
	"jxmb/model"
	"jxmb/render"
	"jxmb/render/view"
)

// Sums are what summary.json tells, of a part of the inputs: the sums of two parts
// are those of both, in any order.
type Sums struct {
	Inputs  int                  `json:"inputs"`
	Failed  int                  `json:"failed"`
	Ignored source.Ignored       `json:"ignored"`
	Tally   view.Tally           `json:"tally"`
	Units   map[string]bool      `json:"units"` // code and name
	Rules   map[string]RuleTally `json:"rules"` // code and severity
	Repeats []Repeat             `json:"repeats"`
	Again   int                  `json:"again"`
	Yuan    model.Decimal        `json:"yuan"`
}

// RuleTally counts the findings of a rule at one severity.
type RuleTally struct {
	Code     string         `json:"code"`
	Severity model.Severity `json:"severity"`
	Findings int            `json:"findings"`
	Files    int            `json:"files"`
}

// Repeat is a project that was met again, with its place in the order in which
// projects were.
type Repeat struct {
	Order int `json:"order"`
	Index int `json:"index"`
	view.Repeat
}

// addDocument counts a document and its findings; its projects are counted when
// they have met those that are the same.
func (s *Sums) addDocument(d *model.Document) {
	alone := *d
	alone.Projects = nil
	var season render.Season
	season.Add(d.Source.Path, &alone, nil)
	s.addSeason(&season)
}

// addSeason adds what a season of a file counted.
func (s *Sums) addSeason(season *render.Season) {
	of := Sums{Tally: season.Total, Units: map[string]bool{}, Rules: map[string]RuleTally{}}
	for unit, tally := range season.Units {
		if tally.Documents > 0 {
			of.Units[unit.Code+"\n"+unit.Name] = true
		}
	}
	for _, r := range season.Rules {
		of.Rules[r.Code+" "+string(r.Severity)] = RuleTally{r.Code, r.Severity, r.Findings, r.Files}
	}
	*s = mergeSums(*s, of)
}

// mergeSums adds b to a, which it may change.
func mergeSums(a, b Sums) Sums {
	a.Inputs += b.Inputs
	a.Failed += b.Failed
	a.Ignored.Lock += b.Ignored.Lock
	a.Ignored.Hidden += b.Ignored.Hidden
	a.Ignored.Other += b.Ignored.Other
	a.Ignored.Repeated += b.Ignored.Repeated
	a.Tally.Merge(&b.Tally)
	a.Again += b.Again
	if b.Yuan != "" {
		a.Yuan = a.Yuan.Add(b.Yuan)
	}
	a.Repeats = append(a.Repeats, b.Repeats...)
	if a.Units == nil {
		a.Units, a.Rules = map[string]bool{}, map[string]RuleTally{}
	}
	for unit := range b.Units {
		a.Units[unit] = true
	}
	for key, r := range b.Rules {
		sum := a.Rules[key]
		a.Rules[key] = RuleTally{r.Code, r.Severity, sum.Findings + r.Findings, sum.Files + r.Files}
	}
	return a
}

// totals are the sums as the report of jxmb convert has them.
func (s *Sums) totals() batch.Totals {
	season := render.Season{Total: s.Tally, Units: view.UnitTallies{}, Again: s.Again, Yuan: s.Yuan}
	for unit := range s.Units {
		season.Units.Of(model.Unit{Name: unit})
	}
	for _, r := range s.Rules {
		season.Rules = append(season.Rules, view.RuleTally{Code: r.Code, Severity: r.Severity, Findings: r.Findings, Files: r.Files})
	}
	slices.SortFunc(s.Repeats, func(a, b Repeat) int { return cmp.Or(a.Order-b.Order, a.Index-b.Index) })
	for i := range s.Repeats {
		season.Repeats = append(season.Repeats, &s.Repeats[i].Repeat)
	}
	return batch.Totals{
		Inputs: s.Inputs, Done: s.Inputs - s.Failed, Failed: s.Failed,
		Ignored: s.Ignored, Figures: batch.FiguresOf(&season),
	}
}

package compare

import (
	"cmp"
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
)

// Matched are the projects of two sides, put together.
type Matched struct {
	Years bool // the sides are years, not states of one
	Pairs []Pair

	old, new []Submission
}

// Pair is a project in both states, or in one where the other is nil.
type Pair struct {
	Old, New   *model.Project
	Files      [2]string // that they stand in
	By         Way
	Likeness   int // in percent, where it told
	Indicators []IndicatorPair
}

// IndicatorPair is an indicator in both states, or in one.
type IndicatorPair struct {
	Old, New *model.Indicator
	Likeness int // in percent, where it told
}

// Way says what told that two projects are one.
type Way string

// The ways, the surest first.
const (
	ByCode     Way = "code"
	ByName     Way = "name"     // within a unit
	ByLikeness Way = "likeness" // of name and indicators
)

// What likeness is enough, of projects and of indicators of one project.
// Observed on renamed rows of the reference submission and on rows that have
// nothing to do with each other; between the two there is nothing near.
const (
	leastProject   = 0.5
	leastIndicator = 0.5
)

// standing is a project with its submission.
type standing struct {
	submission int
	project    *model.Project
}

func standings(list []Submission) []standing {
	var all []standing
	for i := range list {
		for k := range list[i].Projects {
			all = append(all, standing{i, &list[i].Projects[k]})
		}
	}
	return all
}

// Match puts the projects of two sides together: the pairs of new ones in their
// order, then the old ones that are gone in theirs.
func Match(old, new []Submission, years bool) *Matched {
	m := &Matched{Years: years, old: old, new: new}
	was, is := standings(old), standings(new)
	paired := pair(projectTraits(was), projectTraits(is), leastProject)
	kept := make([]bool, len(was))
	for i, s := range is {
		p := Pair{New: s.project}
		p.Files[1] = new[s.submission].File
		if o := paired.old[i]; o >= 0 {
			kept[o] = true
			p.Old, p.Files[0] = was[o].project, old[was[o].submission].File
			p.By, p.Likeness = wayOf(paired.by[i]), percent(paired.by[i], paired.score[i])
			p.Indicators = matchIndicators(p.Old, p.New)
		}
		m.Pairs = append(m.Pairs, p)
	}
	for i, s := range was {
		if !kept[i] {
			m.Pairs = append(m.Pairs, Pair{Old: s.project, Files: [2]string{old[s.submission].File, ""}})
		}
	}
	return m
}

func percent(by int, score float64) int {
	if by >= 0 {
		return 0
	}
	return int(score * 100)
}

// The keys of projects, by their indices in traits.
const codeKeys = 2

func wayOf(key int) Way {
	switch {
	case key < 0:
		return ByLikeness
	case key < codeKeys:
		return ByCode
	}
	return ByName
}

func projectTraits(list []standing) []traits {
	all := make([]traits, len(list))
	for i, s := range list {
		p := s.project
		code, name := quantity.Signs(p.Code), quantity.Signs(cmp.Or(p.Name, p.Title))
		unit := cmp.Or(quantity.Signs(p.Unit.Code), quantity.Signs(p.Unit.Name))
		t := &all[i]
		t.group = unit
		t.keys = []string{joined(code, name), code, joined(quantity.Signs(p.Unit.Code), name), joined(quantity.Signs(p.Unit.Name), name), joined(unit, undated(name))}
		t.texts = func() (name, body []quantity.Pair) {
			var held []string
			for k := range p.Indicators {
				held = append(held, p.Indicators[k].Level3+p.Indicators[k].Target.Text)
			}
			return pairsOf(undated(cmp.Or(p.Name, p.Title))), pairsOf(held...)
		}
	}
	return all
}

// joined is a key of several parts, "" where one is missing.
func joined(parts ...string) string {
	for _, p := range parts {
		if p == "" {
			return ""
		}
	}
	return strings.Join(parts, "\x00")
}

func matchIndicators(old, new *model.Project) []IndicatorPair {
	paired := pair(indicatorTraits(old.Indicators), indicatorTraits(new.Indicators), leastIndicator)
	kept := make([]bool, len(old.Indicators))
	var pairs []IndicatorPair
	for i := range new.Indicators {
		p := IndicatorPair{New: &new.Indicators[i]}
		if o := paired.old[i]; o >= 0 {
			kept[o] = true
			p.Old, p.Likeness = &old.Indicators[o], percent(paired.by[i], paired.score[i])
		}
		pairs = append(pairs, p)
	}
	for i := range old.Indicators {
		if !kept[i] {
			pairs = append(pairs, IndicatorPair{Old: &old.Indicators[i]})
		}
	}
	return pairs
}

// indicatorTraits has whole rows first, so that of several with one name those
// that did not change find each other.
func indicatorTraits(list []model.Indicator) []traits {
	all := make([]traits, len(list))
	for n := range list {
		i := &list[n]
		name := quantity.Signs(cmp.Or(i.Level3, i.Level2))
		side := strings.Join([]string{quantity.Signs(i.Region), i.Term}, "\x00")
		path := joined(cmp.Or(quantity.Signs(i.Level1), "-"), cmp.Or(quantity.Signs(i.Level2), "-"), name)
		if path != "" {
			path += "\x00" + side
		}
		target, description := quantity.Signs(i.Target.Text), quantity.Signs(i.Description)
		t := &all[n]
		t.group = string(i.Aspect)
		t.keys = []string{joined(path, description, target), joined(path, target), joined(path, description), path, joined(name, side)}
		t.texts = func() (name, body []quantity.Pair) {
			return pairsOf(i.Level3), pairsOf(i.Description, wording(i.Target.Text))
		}
	}
	return all
}

// wording is a target without figures, which change.
func wording(target string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, target)
}

package word

import (
	"maps"

	"jxmb/model"
)

// MaxFindings is how many findings stand in the result one by one. Nobody goes
// through more, and Word takes minutes to open a file with them.
const MaxFindings = 10_000

// told is how many findings of each severity stand in a result one by one.
type told map[model.Severity]int

// toldOf takes those as grave as least and, where they are too many, the gravest
// of them.
func toldOf(findings []model.Finding, least model.Severity) told {
	t := told{}
	for i := range findings {
		if s := findings[i].Severity; s.Rank() >= least.Rank() {
			t[s]++
		}
	}
	left := MaxFindings
	for _, s := range [...]model.Severity{model.Error, model.Warning, model.Info} {
		t[s] = min(t[s], left)
		left -= t[s]
	}
	return t
}

// oneByOne tells of findings, asked about in their order by their severities,
// which are among them: the first ones.
func (t told) oneByOne() func(model.Severity) bool {
	room := maps.Clone(t)
	return func(s model.Severity) bool {
		room[s]--
		return room[s] >= 0
	}
}

package word

import "jxmb/model"

// MaxFindings is how many findings stand in the result one by one. Nobody goes
// through more, and Word takes minutes to open a file with them.
const MaxFindings = 10_000

// oneByOne tells of findings, asked about in their order by their severities, which
// are told one by one: those as grave as least and, where they are too many, the
// gravest of them.
func oneByOne(findings []model.Finding, least model.Severity) func(model.Severity) bool {
	room := map[model.Severity]int{}
	for i := range findings {
		if s := findings[i].Severity; s.Rank() >= least.Rank() {
			room[s]++
		}
	}
	left := MaxFindings
	for _, s := range [...]model.Severity{model.Error, model.Warning, model.Info} {
		room[s] = min(room[s], left)
		left -= room[s]
	}
	return func(s model.Severity) bool {
		room[s]--
		return room[s] >= 0
	}
}

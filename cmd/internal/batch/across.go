package batch

import (
	"context"
	"errors"
	"slices"

	"jxmb/cmd/internal/batch/source"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/model/check/across"
	"jxmb/model/review"
)

// Across looks across documents for what only several of them show, and sets aside
// what a review says.
type Across struct {
	facts   *across.Batch
	config  check.Config
	review  *review.File
	decided map[string]*model.Document // by file: the projects that the review has a word about
}

// NewAcross begins to look across documents by the rules and the review of r.
func (r Reader) NewAcross() *Across {
	return &Across{facts: across.NewBatch(r.Check), config: r.Check, review: r.Review, decided: map[string]*model.Document{}}
}

// Add takes the next document. It is not safe for concurrent use.
func (a *Across) Add(file string, d *model.Document) {
	a.addFacts(file, d, across.FactsOf(file, d, a.config))
}

// addFacts is [Across.Add] with what [across.FactsOf] gave, which takes the most of
// the time and may be asked beside other documents.
func (a *Across) addFacts(file string, d *model.Document, facts []across.Fact) {
	a.facts.AddFacts(facts)
	if a.review == nil || len(a.review.Ignored) == 0 {
		return
	}
	of := model.Document{}
	for i := range d.Projects {
		if a.decides(d.Projects[i].ID) {
			of.Projects = append(of.Projects, d.Projects[i])
		}
	}
	if of.Projects != nil {
		a.decided[file] = &of
	}
}

// decides tells whether the review has a word about what other documents say of a
// project.
func (a *Across) decides(project string) bool {
	return slices.ContainsFunc(a.review.Ignored, func(i review.Ignored) bool {
		return i.Project == project && across.IsAcross(i.Code)
	})
}

// Findings gives what the documents show together, and what of it was set aside, by
// file and place.
func (a *Across) Findings() (found []check.FileFinding, ignored []FileIgnored, err error) {
	all, err := a.facts.Findings()
	if err != nil {
		return nil, nil, err
	}
	for _, f := range all {
		d := a.decided[f.File]
		if d == nil {
			found = append(found, f)
			continue
		}
		d.Findings, d.Ignored = []model.Finding{f.Finding}, nil
		a.review.Filter(d)
		for _, i := range d.Ignored {
			ignored = append(ignored, FileIgnored{f.File, i.Finding, i.Who, i.When, i.Why})
		}
		if len(d.Ignored) == 0 {
			found = append(found, f)
		}
	}
	return found, ignored, nil
}

// Close gives up what looking across has set aside on the disk.
func (a *Across) Close() { a.facts.Close() }

// Across reads every input of the plan for what only several documents together
// show: the findings by the names of the inputs where they are told. The plan
// can be read once more afterwards.
func (r Reader) Across(ctx context.Context, p *source.Plan) (map[string][]model.Finding, error) {
	if len(p.Inputs) < 2 {
		return nil, nil
	}
	across := r.NewAcross()
	defer across.Close()
	err := r.Each(ctx, p, func(res Result) error {
		if res.Doc != nil {
			across.Add(res.Input.Name, res.Doc)
		}
		return nil
	})
	by := map[string][]model.Finding{}
	found, _, failed := across.Findings()
	for _, f := range found {
		by[f.File] = append(by[f.File], f.Finding)
	}
	return by, errors.Join(err, failed)
}

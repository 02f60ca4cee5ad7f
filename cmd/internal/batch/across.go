package batch

import (
	"context"
	"errors"
	"iter"
	"sync"

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
	review  map[string]*review.File       // by project: what it says about what other documents say of it
	decided map[projectOf]*model.Document // such projects, each alone
}

// projectOf is a project of a file, by its ID.
type projectOf struct{ file, project string }

// NewAcross begins to look across documents by the rules and the review of r.
func (r Reader) NewAcross() *Across {
	a := &Across{facts: across.NewBatch(r.Check), config: r.Check, review: map[string]*review.File{}, decided: map[projectOf]*model.Document{}}
	if r.Review == nil {
		return a
	}
	for _, i := range r.Review.Ignored {
		if !across.IsAcross(i.Code) {
			continue
		}
		if a.review[i.Project] == nil {
			a.review[i.Project] = &review.File{}
		}
		a.review[i.Project].Ignored = append(a.review[i.Project].Ignored, i)
	}
	return a
}

// Add takes the next document. It is not safe for concurrent use.
func (a *Across) Add(file string, d *model.Document) {
	a.addFacts(file, d, across.FactsOf(file, d, a.config))
}

// addFacts is [Across.Add] with what [across.FactsOf] gave, which takes the most of
// the time and may be asked beside other documents.
func (a *Across) addFacts(file string, d *model.Document, facts []across.Fact) {
	a.facts.AddFacts(facts)
	for i := range d.Projects {
		p := d.Projects[i]
		if a.review[p.ID] == nil {
			continue
		}
		at := projectOf{file, p.ID}
		if a.decided[at] == nil {
			a.decided[at] = &model.Document{}
		}
		a.decided[at].Projects = append(a.decided[at].Projects, p)
	}
}

// Between is what documents show together, by file and place. A finding is put into
// words whenever it is asked for, by one goroutine at a time: those of a season that
// was sent in twice would fill the memory.
type Between struct {
	*across.Findings
	across *Across
	mu     sync.Mutex // of [Between.Of]
}

// Findings looks through the documents.
func (a *Across) Findings() (*Between, error) {
	found, err := a.facts.Findings()
	return &Between{Findings: found, across: a}, err
}

// Left are the findings that nobody set aside, with their files.
func (b *Between) Left() iter.Seq2[string, *model.Finding] {
	return func(yield func(string, *model.Finding) bool) {
		for f := range b.All() {
			if b.across.ignored(&f) == nil && !yield(f.File, &f.Finding) {
				return
			}
		}
	}
}

// Of are those of them that are told at a file. Many may ask at a time.
func (b *Between) Of(file string) (left []model.Finding) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for f := range b.Findings.Of(file) {
		if b.across.ignored(&f) == nil {
			left = append(left, f.Finding)
		}
	}
	return left
}

// Close gives up what looking across has set aside on the disk.
func (b *Between) Close() { b.across.Close() }

// Ignored are those that a review set aside.
func (b *Between) Ignored() iter.Seq[*FileIgnored] {
	return func(yield func(*FileIgnored) bool) {
		if len(b.across.decided) == 0 {
			return
		}
		for f := range b.All() {
			if i := b.across.ignored(&f); i != nil && !yield(&FileIgnored{f.File, i.Finding, i.Who, i.When, i.Why}) {
				return
			}
		}
	}
}

// ignored is f as the review set it aside, nil where it did not.
func (a *Across) ignored(f *check.FileFinding) *model.Ignored {
	d, said := a.decided[projectOf{f.File, f.Project}], a.review[f.Project]
	if d == nil || said == nil {
		return nil
	}
	d.Findings, d.Ignored = []model.Finding{f.Finding}, nil
	said.Filter(d)
	if len(d.Ignored) == 0 {
		return nil
	}
	return &d.Ignored[0]
}

// Close gives up what looking across has set aside on the disk.
func (a *Across) Close() { a.facts.Close() }

// Across reads every input of the plan for what only several documents together
// show, until it is closed. The plan can be read once more afterwards.
func (r Reader) Across(ctx context.Context, p *source.Plan) (*Between, error) {
	across := r.NewAcross()
	if len(p.Inputs) < 2 {
		return across.Findings()
	}
	err := r.Each(ctx, p, func(res Result) error {
		if res.Doc != nil {
			across.Add(res.Input.Name, res.Doc)
		}
		return nil
	})
	found, failed := across.Findings()
	return found, errors.Join(err, failed)
}

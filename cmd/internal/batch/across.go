package batch

import (
	"context"

	"jxmb/model"
	"jxmb/model/check"
)

// Across reads every input of the plan for what only several documents together
// show: the findings by the names of the inputs where they are told. The plan
// can be read once more afterwards.
func (r Reader) Across(ctx context.Context, p *Plan) (map[string][]model.Finding, error) {
	if len(p.Inputs) < 2 {
		return nil, nil
	}
	season := check.NewBatch(r.Check)
	err := r.Each(ctx, p, func(res Result) error {
		if res.Doc != nil {
			season.Add(res.Input.Name, res.Doc)
		}
		return nil
	})
	found := map[string][]model.Finding{}
	for _, f := range season.Findings() {
		found[f.File] = append(found[f.File], f.Finding)
	}
	return found, err
}

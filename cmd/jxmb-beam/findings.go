package main

import (
	"cmp"
	"context"
	"slices"

	"jxmb/model"
	"jxmb/model/check/across"
	"jxmb/render"
	"jxmb/render/flat"
)

// findingsFn writes and counts the findings between documents, those of a file
// together.
type findingsFn struct {
	Options Options

	bundle *bundle
	sums   Sums
}

// StartBundle begins the parts of a bundle.
func (f *findingsFn) StartBundle(_ context.Context, _ func(Part), _ func(Sums)) {
	f.bundle, f.sums = f.Options.newBundle(), Sums{}
}

// ProcessElement takes the findings of a file.
func (f *findingsFn) ProcessElement(ctx context.Context, file string, told func(*across.Told) bool, _ func(Part), _ func(Sums)) error {
	var list []across.Told
	for t := (across.Told{}); told(&t); t = (across.Told{}) {
		if f.Options.shows(t.Severity) {
			list = append(list, t)
		}
	}
	if len(list) == 0 {
		return nil
	}
	slices.SortFunc(list, func(a, b across.Told) int {
		return cmp.Or(cmp.Compare(a.Origin.Start, b.Origin.Start), cmp.Compare(a.Code, b.Code), a.Compare(&b), cmp.Compare(a.Message, b.Message))
	})
	var season render.Season
	season.AddCross(func(yield func(string, *model.Finding) bool) {
		for i := range list {
			if !yield(file, &list[i].Finding) {
				return
			}
		}
	})
	f.sums.addSeason(&season)
	return f.write(ctx, &season)
}

func (f *findingsFn) write(ctx context.Context, season *render.Season) error {
	w, err := f.bundle.lines("findings")
	if err != nil {
		return err
	}
	if err := allLines(w, f.Options.render()).Close(ctx, season); err != nil {
		return err
	}
	var rows [][]string
	for row := range flat.Between(season) {
		rows = append(rows, slices.Clone(flat.Findings.Cells(nil, row)))
	}
	return f.bundle.rows(&flat.Findings, rows)
}

// FinishBundle lets the parts be known.
func (f *findingsFn) FinishBundle(_ context.Context, parts func(Part), counted func(Sums)) error {
	counted(f.sums)
	return f.bundle.finish(parts)
}

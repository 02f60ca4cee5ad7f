package view

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"jxmb/model"
)

// Summary collects the documents of a batch into one file. Add takes them one
// after another, as the season has counted them, from one goroutine at a time.
// Nothing reaches the writer before Close, which must be called once, after an
// error of Add too; it takes the figures from the season, which is complete
// then.
type Summary interface {
	Add(ctx context.Context, e Entry) error
	Close(ctx context.Context, s *Season) error
}

// UnitTally counts the documents of one unit.
type UnitTally struct {
	Unit model.Unit
	Tally
}

// UnitTallies are the units of a batch.
type UnitTallies map[model.Unit]*UnitTally

// Of is where the documents of u are counted. It keeps copies of the names, so
// that they do not hold the document in memory.
func (m UnitTallies) Of(u model.Unit) *UnitTally {
	t, known := m[u]
	if !known {
		t = &UnitTally{Unit: model.Unit{Code: strings.Clone(u.Code), Name: strings.Clone(u.Name)}}
		m[t.Unit] = t
	}
	return t
}

// Sorted lists the units by code and name, documents that name none last.
func (m UnitTallies) Sorted() []*UnitTally {
	units := make([]*UnitTally, 0, len(m))
	for _, u := range m {
		units = append(units, u)
	}
	slices.SortFunc(units, func(a, b *UnitTally) int {
		if a.Unit == (model.Unit{}) || b.Unit == (model.Unit{}) {
			return cmp.Compare(b.Unit.Code+b.Unit.Name, a.Unit.Code+a.Unit.Name)
		}
		return cmp.Or(cmp.Compare(a.Unit.Code, b.Unit.Code), cmp.Compare(a.Unit.Name, b.Unit.Name))
	})
	return units
}

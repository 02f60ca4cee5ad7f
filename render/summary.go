package render

import (
	"cmp"
	"slices"
	"strings"

	"jxmb/model"
)

// Summary collects the documents of a batch into one file. Add takes them one
// after another, in the order of the results, from one goroutine at a time;
// file names a document for readers, and a nil document stands for a file that
// could not be read: it is counted and listed as such. Nothing reaches the
// writer before Close, which must be called once, after an error of Add too.
type Summary interface {
	Add(file string, d *model.Document) error
	Close() error
}

// unitTally counts the documents of one unit.
type unitTally struct {
	unit model.Unit
	tally
}

// unitTallies are the units of a batch.
type unitTallies map[model.Unit]*unitTally

// of is where the documents of u are counted. It keeps copies of the names, so
// that they do not hold the document in memory.
func (m unitTallies) of(u model.Unit) *unitTally {
	t, known := m[u]
	if !known {
		t = &unitTally{unit: model.Unit{Code: strings.Clone(u.Code), Name: strings.Clone(u.Name)}}
		m[t.unit] = t
	}
	return t
}

// sorted lists the units by code and name, documents that name none last.
func (m unitTallies) sorted() []*unitTally {
	units := make([]*unitTally, 0, len(m))
	for _, u := range m {
		units = append(units, u)
	}
	slices.SortFunc(units, func(a, b *unitTally) int {
		if a.unit == (model.Unit{}) || b.unit == (model.Unit{}) {
			return cmp.Compare(b.unit.Code+b.unit.Name, a.unit.Code+a.unit.Name)
		}
		return cmp.Or(cmp.Compare(a.unit.Code, b.unit.Code), cmp.Compare(a.unit.Name, b.unit.Name))
	})
	return units
}

package pdf

import (
	"math"

	"jxmb/model"
)

// height is that of a project and the gap above it, false where it is more than
// most, which is told without laying all of it out.
func (d *doc) height(p *model.Project, refs refs, size, most float64) (float64, bool) {
	const others = projectGap + 62 + tableGap // 62 is the head
	if float64(len(p.Indicators))*rowHeight(size*lineHeight) > most {
		return 0, false
	}
	basics, indicators := d.sized(d.formOf(p, refs), size, most-others)
	if indicators == nil {
		return 0, false
	}
	height := others + basics.total() + indicators.total()
	return height, height <= most
}

// projectTables are the two tables of a project in the first of the sizes that
// keeps them on this page, or in the last. What is much too high in the first is
// tried in the last alone.
func (d *doc) projectTables(p *model.Project, refs refs, sizes ...float64) (basics, indicators *tablePainter) {
	const hopeless = 1.5 // times the room: more than smaller type saves
	f := d.formOf(p, refs)
	for len(sizes) > 1 {
		basics, indicators = d.sized(f, sizes[0], hopeless*d.room())
		switch {
		case indicators == nil:
			sizes = sizes[len(sizes)-1:]
			continue
		case basics.total()+tableGap+indicators.total() <= d.room()-d.below:
			return basics, indicators
		}
		sizes = sizes[1:]
	}
	return d.sized(f, sizes[0], math.Inf(1))
}

// form is what stands in the two tables of a project.
type form struct {
	of         *model.Project
	basics     []row
	indicators table // its size of type is still to be set
}

// formOf is the form of a project, which is asked for several times on end.
func (d *doc) formOf(p *model.Project, refs refs) *form {
	if d.form.of != p {
		d.form = form{p, d.basics(p), d.indicatorTable(p, refs)}
	}
	return &d.form
}

// lineHeight is that of lines in the tables of a project to the size of its type.
const lineHeight = 1.42

// sized are the tables of a project measured in a size of type, nil where they
// are higher than most.
func (d *doc) sized(f *form, size, most float64) (basics, indicators *tablePainter) {
	basics = d.measuredWithin(&table{size: size, leading: size * lineHeight, rows: f.basics}, most)
	if basics == nil {
		return nil, nil
	}
	list := f.indicators
	list.size, list.leading = size, size*lineHeight
	return basics, d.measuredWithin(&list, most-basics.total())
}

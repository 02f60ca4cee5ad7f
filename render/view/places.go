package view

import "jxmb/model"

// Places maps tables (part and number) and bookmarks to indices of projects.
type Places struct {
	tables    map[tableKey]int
	bookmarks map[string]int
}

type tableKey struct {
	part  string
	table int
}

// ProjectPlaces are where the projects of a document stand.
func ProjectPlaces(d *model.Document) Places {
	s := Places{tables: map[tableKey]int{}, bookmarks: map[string]int{}}
	for i := range d.Projects {
		p := &d.Projects[i]
		if p.Bookmark != "" {
			s.bookmarks[p.Bookmark] = i
		}
		s.claim(p.Origin.Part, p.Origin.Table, i)
		for _, c := range p.Cells {
			s.claim(p.Origin.Part, c.Table, i)
		}
		for k := range p.Indicators {
			s.claim(p.Indicators[k].Origin.Part, p.Indicators[k].Origin.Table, i)
		}
	}
	return s
}

// claim gives a table to the first project that names it.
func (s Places) claim(part string, table, project int) {
	key := tableKey{part, table}
	if _, taken := s.tables[key]; !taken && table > 0 {
		s.tables[key] = project
	}
}

// Owner is the project that a place belongs to, by its index.
func (s Places) Owner(o model.Origin) (int, bool) {
	if p, ok := s.tables[tableKey{o.Part, o.Table}]; ok {
		return p, true
	}
	p, ok := s.bookmarks[o.Bookmark]
	return p, ok
}

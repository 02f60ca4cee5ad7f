package model

// Places maps tables (part and number) and bookmarks to indices of projects.
type Places struct {
	tables    map[tableKey]int
	bookmarks map[string]int
}

type tableKey struct {
	part  string
	table int
}

// PlacesOf are where the projects of a document stand.
func PlacesOf(d *Document) Places {
	s := Places{tables: map[tableKey]int{}, bookmarks: map[string]int{}}
	for i := range d.Projects {
		p := &d.Projects[i]
		if p.Bookmark != "" {
			s.bookmarks[p.Bookmark] = i
		}
		s.claim(p.Origin.Part, p.Origin.Table, i)
		claimed := p.Origin.Table // last: most cells stand in the table of the one before
		for k := range p.Cells {
			if table := p.Cells[k].Table; table != claimed {
				s.claim(p.Origin.Part, table, i)
				claimed = table
			}
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
func (s Places) Owner(o Origin) (int, bool) {
	if p, ok := s.tables[tableKey{o.Part, o.Table}]; ok {
		return p, true
	}
	p, ok := s.bookmarks[o.Bookmark]
	return p, ok
}

// attribute names project and indicator of the findings that name none, by
// their places: what reading reports of a table knows neither.
func attribute(d *Document) {
	cells := cellOwners{}
	for i := range d.Findings {
		cells[tableKey{d.Findings[i].Origin.Part, d.Findings[i].Origin.Table}] = map[gridCell]*Indicator{}
	}
	if len(cells) == 0 {
		return
	}
	owners := PlacesOf(d)
	for k := range d.Projects {
		for n := range d.Projects[k].Indicators {
			cells.claim(&d.Projects[k].Indicators[n])
		}
	}
	for i := range d.Findings {
		f := &d.Findings[i]
		if k, ok := owners.Owner(f.Origin); ok && f.Project == "" {
			f.Project, f.Indicator = d.Projects[k].ID, cells.owner(f.Origin)
		}
	}
}

// gridCell is a cell of a table, a whole row where Column is 0.
type gridCell struct{ row, column int }

// cellOwners tell for the tables that are asked for which indicator a cell
// belongs to; nil where it belongs to several.
type cellOwners map[tableKey]map[gridCell]*Indicator

func (c cellOwners) claim(i *Indicator) {
	own := func(table int, at gridCell) {
		cells := c[tableKey{i.Origin.Part, table}]
		if cells == nil || at.row == 0 {
			return
		}
		if other, taken := cells[at]; taken && other != i {
			cells[at] = nil
			return
		}
		cells[at] = i
	}
	for _, r := range i.Cells {
		own(r.Table, gridCell{r.Row, r.Column})
	}
	own(i.Origin.Table, gridCell{i.Origin.Row, i.Origin.Column})
	own(i.Origin.Table, gridCell{i.Origin.Row, 0})
}

// owner names the indicator of a cell, or else of its row.
func (c cellOwners) owner(o Origin) string {
	cells := c[tableKey{o.Part, o.Table}]
	i, known := cells[gridCell{o.Row, o.Column}]
	if !known {
		i = cells[gridCell{o.Row, 0}]
	}
	if i == nil {
		return ""
	}
	return i.ID
}

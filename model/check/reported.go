package check

import (
	"slices"

	"jxmb/model"
)

// reported is what reading told of a document that rules ask about for each of
// its projects, gathered in one walk over its findings.
type reported struct {
	unread   []int           // tables with indicators that were not read, ascending
	tables   []int           // of the projects, ascending
	unitless map[string]bool // names whose amounts have no unit; "" for those of all
}

// reading is what reading reported.
func (r *review) reading() *reported {
	if r.reported != nil {
		return r.reported
	}
	r.reported = &reported{unitless: map[string]bool{}}
	for i := range r.doc.Findings {
		switch f := &r.doc.Findings[i]; f.Code {
		case "D002", "D028":
			r.reported.unread = append(r.reported.unread, f.Origin.Table)
		case "D014":
			r.reported.unitless[f.Subject] = true
		}
	}
	slices.Sort(r.reported.unread)
	for i := range r.doc.Projects {
		r.reported.tables = append(r.reported.tables, r.doc.Projects[i].Origin.Table)
	}
	slices.Sort(r.reported.tables)
	return r.reported
}

// unread says whether reading reported indicators in the tables of the project
// that it did not read, so that none of them can be called missing. The tables
// of a project end where those of the next begin.
func (r *review) unread(p *model.Project) bool {
	told := r.reading()
	at, _ := slices.BinarySearch(told.unread, p.Origin.Table)
	if at == len(told.unread) {
		return false
	}
	next, _ := slices.BinarySearch(told.tables, p.Origin.Table+1)
	return next == len(told.tables) || told.unread[at] < told.tables[next]
}

// unitReported says whether reading reported that the project's amounts have
// no unit.
func (r *review) unitReported(p *model.Project) bool {
	names := r.reading().unitless
	return names[""] || names[p.Title] || names[p.Name]
}

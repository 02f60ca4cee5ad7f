package check

import (
	"testing"

	"jxmb/model"
)

// TestUnread: a project lacks no indicator where reading passed over some in one of
// its tables, which end where those of the next project begin.
func TestUnread(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name     string
		projects []int // first table of each, the one that is asked about first
		code     string
		table    int // of the finding
		want     bool
	}{
		{"no column of targets, in its only table", []int{1}, "D028", 1, true},
		{"a table that was not read", []int{1}, "D002", 3, true},
		{"a finding about something else", []int{1}, "D001", 1, false},
		{"a table before", []int{2, 1}, "D002", 1, false},
		{"its second table", []int{1, 3}, "D002", 2, true},
		{"the first table of the next project", []int{1, 3}, "D002", 3, false},
		{"a table of the next but one", []int{1, 5, 3}, "D002", 4, false},
		{"the nearest project is named last", []int{1, 3, 5}, "D028", 4, false},
		{"a list: all projects are in one table", []int{1, 1, 1}, "D028", 1, true},
		{"between others", []int{3, 1, 5}, "D028", 4, true},
	} {
		d := &model.Document{Findings: []model.Finding{{Code: c.code, Origin: model.Origin{Table: c.table}}, {Code: "D002"}}} // of no table
		for _, table := range c.projects {
			d.Projects = append(d.Projects, model.Project{Origin: model.Origin{Table: table}})
		}
		r := review{doc: d}
		if got := r.unread(&d.Projects[0]); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

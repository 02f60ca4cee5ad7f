package check

import (
	"testing"

	"jxmb/model"
)

// TestReported: the findings of reading belong to the projects whose tables they
// stand in, and are walked once for all projects: what comes later is not seen.
func TestReported(t *testing.T) {
	at := func(table int) model.Origin { return model.Origin{Table: table} }
	d := &model.Document{
		Projects: []model.Project{
			{Name: "甲", Origin: at(3)}, {Name: "乙", Origin: at(5)}, {Title: "丙", Origin: at(5)}, {Name: "丁", Origin: at(9)}, {Name: "戊", Origin: at(1)},
		},
		Findings: []model.Finding{
			{Code: "D028", Origin: at(6)}, {Code: "D002", Origin: at(2)}, {Code: "D001", Origin: at(4)}, {Code: "D014", Subject: "丙"}, {Code: "V003", Subject: "甲"},
		},
	}
	r := &review{doc: d}
	for round := range 2 {
		for i, want := range []struct{ unread, unitless bool }{{}, {unread: true}, {true, true}, {}, {unread: true}} {
			p := &d.Projects[i]
			if r.unread(p) != want.unread || r.unitReported(p) != want.unitless {
				t.Errorf("round %d, %s%s: %v, %v", round, p.Name, p.Title, r.unread(p), r.unitReported(p))
			}
		}
		d.Findings = nil
	}
	d.Findings = []model.Finding{{Code: "D014"}, {Code: "D028", Origin: at(20)}}
	r = &review{doc: d}
	if !r.unitReported(&d.Projects[0]) || !r.unread(&d.Projects[3]) || r.unread(&d.Projects[1]) {
		t.Error("a finding without a subject is about all, one behind the last table about the last project")
	}
}

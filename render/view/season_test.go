package view

import (
	"fmt"
	"maps"
	"runtime"
	"slices"
	"testing"

	"jxmb/fixtures"
	"jxmb/model"
)

func project(code, name, yuan string) model.Project {
	return model.Project{Code: code, Name: name, Unit: model.Unit{Code: "301"}, FiscalYear: 2022,
		Budget: model.Budget{Total: &model.Amount{Text: yuan, Yuan: model.Decimal(yuan)}}, Indicators: make([]model.Indicator, 2)}
}

// TestSeasonCountsOnce: a project counts where it is met first, be it met again
// in another file or in the same one.
func TestSeasonCountsOnce(t *testing.T) {
	var s Season
	other := project("", "路灯", "5")
	other.FiscalYear = 2023
	for i, projects := range [][]model.Project{
		{project("A1", "道路", "100"), project("", "路灯", "5"), project("", "", "7")},
		{project(" a1 ", "道路改名", "120"), project("A1", "道路", "100"), other},
		{project("", "路灯", "5"), project("", "", "7")},
	} {
		d := &model.Document{Projects: projects, Findings: []model.Finding{{Code: "V001", Severity: model.Error}}}
		s.Add(fmt.Sprint(i), d, nil)
	}
	s.Add("坏", nil, nil)
	s.AddCross(maps.All(map[string]*model.Finding{"1": {Code: "I006", Severity: model.Warning}}))
	if s.Total.Projects != 5 || s.Total.Total != "124" || s.Total.Indicators != 10 || s.Again != 3 || s.Yuan != "225" {
		t.Errorf("projects %d with %s, indicators %d; again %d with %s", s.Total.Projects, s.Total.Total, s.Total.Indicators, s.Again, s.Yuan)
	}
	if s.Total.Findings != [3]int{3, 1, 0} || s.Files[1].Findings != [3]int{1, 1, 0} || s.Unread != 1 || s.Files[3].Fault == nil {
		t.Errorf("findings %v, those of the second file %v; %d not read", s.Total.Findings, s.Files[1].Findings, s.Unread)
	}
	if len(s.Repeats) != 2 || !slices.Equal(s.Repeats[0].Files, []string{"0", "1", "1"}) || !slices.Equal(s.Repeats[1].Files, []string{"0", "2"}) {
		t.Errorf("repeats %+v", s.Repeats)
	}
	var sum model.Decimal
	findings := 0
	for _, f := range s.Files {
		if f.Total != "" {
			sum = sum.Add(f.Total)
		}
		findings += f.Findings[0] + f.Findings[1] + f.Findings[2]
	}
	if sum != s.Total.Total || findings != 4 {
		t.Errorf("the files hold %s and %d findings", sum, findings)
	}
}

// TestSeasonWithoutNames: projects of unnamed units are the same only where the
// whole file is.
func TestSeasonWithoutNames(t *testing.T) {
	var s Season
	for _, sha := range []string{"a", "b", "a"} {
		p := project("", "办公经费", "3")
		p.Unit = model.Unit{}
		s.Add(sha, &model.Document{Source: model.Source{SHA256: sha}, Projects: []model.Project{p}}, nil)
	}
	if s.Total.Projects != 2 || s.Total.Total != "6" || s.Again != 1 {
		t.Errorf("%d projects with %s, %d again", s.Total.Projects, s.Total.Total, s.Again)
	}
}

func TestSeasonWorstFirst(t *testing.T) {
	var s Season
	for file, codes := range []string{"V008 V008 V008 V001", "V002 V002 V008", "V003 V003 V003"} {
		d := &model.Document{Unit: model.Unit{Code: fmt.Sprint(file)}}
		for i := 0; i < len(codes); i += 5 {
			severity := map[string]model.Severity{"V001": model.Error, "V002": model.Warning, "V003": model.Warning, "V008": model.Info}[codes[i:i+4]]
			d.Findings = append(d.Findings, model.Finding{Code: codes[i : i+4], Severity: severity})
		}
		s.Add(fmt.Sprint(file), d, nil)
	}
	s.Add("none", &model.Document{Unit: model.Unit{Code: "9"}}, nil)
	var rules, units []string
	for _, r := range s.WorstRules() {
		rules = append(rules, fmt.Sprint(r.Code, r.Findings, r.Files))
	}
	for _, u := range s.WorstUnits() {
		units = append(units, u.Unit.Code)
	}
	if want := []string{"V0011 1", "V0033 1", "V0022 1", "V0084 2"}; !slices.Equal(rules, want) {
		t.Errorf("rules %q, want %q", rules, want)
	}
	if want := []string{"0", "2", "1"}; !slices.Equal(units, want) {
		t.Errorf("units %q, want %q", units, want)
	}
}

// TestSeasonMemory: a season keeps names and counts, not documents.
func TestSeasonMemory(t *testing.T) {
	before := fixtures.Heap()
	var s Season
	const n = 20_000
	for i := range n {
		d := &model.Document{Unit: model.Unit{Code: fmt.Sprint(i % 50)}, Projects: []model.Project{project(fmt.Sprintf("P%020d", i), "道路", "100")}}
		d.Projects[0].Purpose = string(make([]byte, 10_000))
		s.Add(fmt.Sprintf("%d.docx", i), d, nil)
	}
	if grown := fixtures.Heap() - before; grown > n*1024 {
		t.Errorf("%d files take %d bytes", n, grown)
	}
	runtime.KeepAlive(&s)
}

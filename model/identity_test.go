package model

import (
	"slices"
	"strings"
	"testing"
)

func twoProjects() *Document {
	return &Document{FiscalYear: 2024, Unit: Unit{Code: "301001"}, Projects: []Project{
		{Code: "13028124P00399910001C", Name: "护路经费", Indicators: []Indicator{
			{Level1: "产出指标", Level2: "数量指标", Level3: "宣传次数"},
			{Level1: "产出\n指标", Level2: "数量 指标", Level3: "巡护 人/次"},
			{Level1: "产出指标", Level2: "数量指标", Level3: "宣传次数"},
			{Level1: "产出指标", Level2: "数量指标", Level3: "宣传次数", Term: "long"},
			{Level1: "产出指标", Level2: "数量指标", Level3: "宣传次数", Region: "东区", Term: "annual"},
		}},
		{Name: "宣传经费"}, {Name: "宣传经费"}, {Title: "3.表"},
	}}
}

func ids(d *Document) (projects, indicators []string) {
	for _, p := range d.Projects {
		projects = append(projects, p.ID)
		for _, i := range p.Indicators {
			indicators = append(indicators, i.ID)
		}
	}
	return projects, indicators
}

func TestIdentify(t *testing.T) {
	d := twoProjects()
	Identify(d)
	projects, indicators := ids(d)
	if want := []string{"13028124P00399910001C", "301001/宣传经费", "301001/宣传经费#2", "301001/3.表"}; !slices.Equal(projects, want) {
		t.Errorf("projects %q", projects)
	}
	want := []string{
		"产出指标/数量指标/宣传次数", "产出指标/数量指标/巡护人／次", "产出指标/数量指标/宣传次数#2",
		"产出指标/数量指标/宣传次数@long", "产出指标/数量指标/宣传次数@东区",
	}
	if !slices.Equal(indicators, want) {
		t.Errorf("indicators %q", indicators)
	}
}

// TestIdentifyHolds inserts an indicator and a project before the others.
func TestIdentifyHolds(t *testing.T) {
	before, after := twoProjects(), twoProjects()
	p := &after.Projects[0]
	p.Indicators = slices.Insert(p.Indicators, 0, Indicator{Level1: "成本指标", Level3: "总额"})
	after.Projects = slices.Insert(after.Projects, 0, Project{Code: "X"})
	Identify(before)
	Identify(after)
	projects, indicators := ids(before)
	newProjects, newIndicators := ids(after)
	if !slices.Equal(newProjects[1:], projects) || !slices.Equal(newIndicators[1:], indicators) {
		t.Errorf("%q, %q", newProjects, newIndicators)
	}
}

// TestIdentifyApart gives names that look counted, and long ones that differ at
// their end only: all are apart, and none is longer than databases take.
func TestIdentifyApart(t *testing.T) {
	long := strings.Repeat("长", 200)
	d := &Document{Projects: []Project{{Code: "A#2"}, {Code: "A"}, {Code: "A"}, {Code: "A"}, {}, {}, {Name: long + "一"}, {Name: long + "二"}}}
	Identify(d)
	seen := map[string]bool{}
	for _, p := range d.Projects {
		if seen[p.ID] || p.ID == "" || len(p.ID) > longestName+len("#999999") {
			t.Errorf("%q", p.ID)
		}
		seen[p.ID] = true
	}
}

func TestResolve(t *testing.T) {
	for _, c := range []struct {
		year             int
		date, text, want string
	}{
		{2024, "--12-31", "12月底", "2024-12-31"},
		{2024, "--02-28", "2月底", "2024-02-29"},
		{2023, "--02-28", "2月底", "2023-02-28"},
		{2024, "--02-28", "2月28日", "2024-02-28"},
		{2023, "--02-29", "2月29日", ""},
		{2024, "2022-12-31", "2022年底", ""},
		{2024, "", "年内", ""},
		{0, "--12-31", "12月底", ""},
	} {
		due := Value{Deadline: &DeadlineDate{Text: c.text, Date: c.date}}
		part := Value{Parts: []Value{{Deadline: &DeadlineDate{Text: c.text, Date: c.date}}}}
		d := &Document{FiscalYear: c.year, Projects: []Project{{Indicators: []Indicator{{Target: due, Actual: &part}}}}}
		Identify(d)
		if due.Deadline.Resolved != c.want || part.Parts[0].Deadline.Resolved != c.want {
			t.Errorf("%s in %d: %q", c.text, c.year, due.Deadline.Resolved)
		}
	}
	own := Value{Deadline: &DeadlineDate{Text: "12月底", Date: "--12-31"}}
	long := Value{Deadline: &DeadlineDate{Text: "12月底", Date: "--12-31"}}
	past := Value{Deadline: &DeadlineDate{Text: "12月底", Date: "--12-31"}}
	Identify(&Document{FiscalYear: 2024, Projects: []Project{{FiscalYear: 2025, Indicators: []Indicator{
		{Target: own, History: []History{{Year: 2021, Value: past}}}, {Target: long, Term: "long"},
	}}}})
	if own.Deadline.Resolved != "2025-12-31" || past.Deadline.Resolved != "2021-12-31" || long.Deadline.Resolved != "" {
		t.Errorf("%q, %q, %q", own.Deadline.Resolved, past.Deadline.Resolved, long.Deadline.Resolved)
	}
}

// TestAttribute names what findings of reading are about by their places.
func TestAttribute(t *testing.T) {
	cell := func(field string, row, column int) CellRef {
		return CellRef{Field: field, Table: 2, Row: row, Column: column}
	}
	at := func(row, column int) Origin { return Origin{Part: "p", Table: 2, Row: row, Column: column} }
	d := &Document{Projects: []Project{{Code: "A", Origin: Origin{Part: "p", Table: 1}, Bookmark: "b", Indicators: []Indicator{
		{Level3: "甲", Origin: at(2, 3), Cells: []CellRef{cell("level1", 2, 1), cell("level3", 2, 2)}},
		{Level3: "乙", Origin: at(3, 3), Cells: []CellRef{cell("level1", 2, 1), cell("level3", 3, 2)}},
	}}}}
	for _, o := range []Origin{at(2, 2), at(3, 2), at(2, 1), at(3, 9), at(9, 9), {Part: "p", Table: 1, Row: 2}, {Bookmark: "b"}, {Part: "p", Table: 7}} {
		d.Findings = append(d.Findings, Finding{Origin: o})
	}
	Identify(d)
	var got []string
	for _, f := range d.Findings {
		got = append(got, f.Project+" "+f.Indicator)
	}
	want := []string{"A //甲", "A //乙", "A ", "A //乙", "A ", "A ", "A ", " "}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"jxmb/cmd/internal/batch"
	"jxmb/model"
	"jxmb/render/view"
)

// batchView is what the page of a batch shows.
type batchView struct {
	Status
	Rows     []fileRow // those that the facets leave
	Facets   []facet
	Filtered bool
	Charts   []chart
	Across   []acrossRow
	Unread   []string // files that are no submissions
	Ended    bool
	Reviewed bool
}

// fileRow is a document in the list.
type fileRow struct {
	File
	facts
}

// facet is a property by which the list is narrowed.
type facet struct {
	Name   string
	Title  string
	Values []facetValue
}

type facetValue struct {
	Value  string
	Label  string
	Count  int
	Link   string // the list with it chosen, or no longer
	Chosen bool
}

// batchPage shows how a batch stands: its files, and of what they hold what is
// asked for.
func (s *Server) batchPage(w http.ResponseWriter, r *http.Request, b *Batch) {
	status := b.Status()
	l := s.pageLang(r)
	v := batchView{Status: status, Ended: status.State.ended()}
	known := b.facts()
	var all []fileRow
	for _, f := range status.Files {
		all = append(all, fileRow{f, known[f.Index]})
	}
	if v.Ended {
		v.Across = b.acrossRows()
		countAtRows(all, v.Across)
	}
	query := r.URL.Query()
	v.Facets = facetsOf(l, all, query)
	v.Rows = slices.DeleteFunc(slices.Clone(all), func(f fileRow) bool { return !f.matches(query, "") })
	v.Filtered = len(v.Rows) != len(all)
	slices.SortStableFunc(v.Outputs, forPeopleFirst)
	if v.Ended {
		if status.Counts.Done > 0 {
			v.Charts = chartsOf(l, all)
		}
		v.Unread = b.unread()
		v.Reviewed = b.reviewed()
	}
	s.show(w, r, http.StatusOK, "batch.html", v)
}

// forPeopleFirst puts the summaries before what other programs read.
func forPeopleFirst(a, b string) int {
	rank := func(name string) int {
		if strings.HasPrefix(name, "summary.") {
			return 0
		}
		return 1
	}
	return rank(a) - rank(b)
}

// facetNames are the properties, in the order in which they are shown.
var facetNames = []struct {
	name  string
	title model.Text
	of    func(fileRow) []string
}{
	{"state", model.Text{ZH: "状态", EN: "State"}, func(f fileRow) []string { return []string{string(f.State)} }},
	{"unit", model.Text{ZH: "单位", EN: "Unit"}, func(f fileRow) []string { return f.units }},
	{"severity", model.Text{ZH: "级别", EN: "Severity"}, fileRow.severities},
	{"rule", model.Text{ZH: "规则", EN: "Rule"}, func(f fileRow) []string { return f.rules }},
	{"kind", model.Text{ZH: "指标值类型", EN: "Kind of value"}, func(f fileRow) []string { return f.kinds }},
}

func (f fileRow) severities() []string {
	var list []string
	for _, s := range view.Severities {
		if f.Findings.Of(s) > 0 {
			list = append(list, string(s))
		}
	}
	return list
}

// matches tells whether a file has all that is asked for, besides one facet.
func (f fileRow) matches(query url.Values, besides string) bool {
	for _, n := range facetNames {
		want := query.Get(n.name)
		if want != "" && n.name != besides && !slices.Contains(n.of(f), want) {
			return false
		}
	}
	return true
}

// facetsOf counts what choosing each value would leave.
func facetsOf(l model.Lang, all []fileRow, query url.Values) []facet {
	var list []facet
	for _, n := range facetNames {
		counts := map[string]int{}
		for _, f := range all {
			if f.matches(query, n.name) {
				for _, value := range n.of(f) {
					counts[value]++
				}
			}
		}
		fc := facet{Name: n.name, Title: n.title.In(l)}
		for value, count := range counts {
			fc.Values = append(fc.Values, newFacetValue(l, n.name, value, count, query))
		}
		slices.SortFunc(fc.Values, func(a, b facetValue) int {
			if a.Count != b.Count {
				return b.Count - a.Count
			}
			return strings.Compare(a.Value, b.Value)
		})
		if len(fc.Values) > 0 {
			list = append(list, fc)
		}
	}
	return list
}

func newFacetValue(l model.Lang, name, value string, count int, query url.Values) facetValue {
	next := url.Values{}
	for _, n := range facetNames {
		if query.Get(n.name) != "" && n.name != name {
			next.Set(n.name, query.Get(n.name))
		}
	}
	chosen := query.Get(name) == value
	if !chosen {
		next.Set(name, value)
	}
	return facetValue{Value: value, Label: facetLabel(l, name, value), Count: count, Chosen: chosen, Link: "?" + next.Encode()}
}

// ruleTitles are the titles of rules by their codes.
var ruleTitles = sync.OnceValue(batch.RuleTitles)

func facetLabel(l model.Lang, name, value string) string {
	switch name {
	case "state":
		return stateLabels[State(value)].In(l)
	case "severity":
		return view.SeverityLabel(l, model.Severity(value))
	case "kind":
		return view.KindLabel(l, model.Kind(value))
	case "rule":
		if title, ok := ruleTitles()[value]; ok {
			return value + " " + title.In(l)
		}
	}
	return value
}

// unread are the names of uploaded files that were not taken for submissions.
func (b *Batch) unread() []string {
	report, err := b.Report()
	if err != nil {
		return nil
	}
	return report.Ignored
}

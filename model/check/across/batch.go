// Package across has the rules that look at several documents: codes, units and sets of
// indicators that meet again. They see facts of projects, dealt out by keys, so that
// one machine may hold a season's or many may share them.
package across

import (
	"strings"

	"jxmb/model"
	"jxmb/model/check"
	"jxmb/model/quantity"
)

// Fact is what rules that look at several documents know of a project.
type Fact struct {
	file, code       string
	topic            check.Topic
	unit             model.Unit
	budget           string // as printed, with its unit
	yuan             model.Decimal
	codeAt, budgetAt model.Origin
	unitAt, at       model.Origin
	seq              int
	set              indicatorSet
}

// acrossRule looks at facts that have a key in common. Those of one key are all
// that it sees at a time, so that a batch may be looked through by one machine or
// dealt out by keys to many.
type acrossRule struct {
	keys  func(*Fact) []string // as many as most, or none
	most  int
	group func(check.Config, group) []tale
	once  bool // a fact that is told of under several keys is told of once
}

// acrossRules are the rules that look at several documents.
var acrossRules = []acrossRule{
	{keys: keyOf(func(f *Fact) string { return f.code }), most: 1, group: copies},
	{keys: keyOf(func(f *Fact) string { return f.unit.Code }), most: 1, group: unitNames},
	{keys: (*Fact).bands, most: bands, group: copiedSets, once: true},
}

// group is the facts of a key, at least two, in the order of files and of the
// projects in them. They are fetched one by one: a key that all projects of a season
// have in common is no reason to hold them all.
type group struct {
	size int
	fact func(i int) *Fact
	kin  func(i int) kin // of the fact, without fetching it
}

// keyOf is the one key of a fact, none where it is "".
func keyOf(key func(*Fact) string) func(*Fact) []string {
	return func(f *Fact) []string {
		if k := key(f); k != "" {
			return []string{k}
		}
		return nil
	}
}

// FactsOf are the facts of d, read from file; they hold on to none of its memory.
func FactsOf(file string, d *model.Document, cfg check.Config) []Fact {
	facts := make([]Fact, 0, len(d.Projects))
	for i := range d.Projects {
		p := &d.Projects[i]
		f := Fact{
			file: file, code: strings.Clone(strings.TrimSpace(p.Code)), topic: kept(check.ProjectTopic(p)), seq: p.Seq,
			unit:   model.Unit{Code: strings.Clone(strings.TrimSpace(p.Unit.Code)), Name: strings.Clone(strings.TrimSpace(p.Unit.Name))},
			codeAt: p.Field("code"), budgetAt: p.Field("budget.total"), unitAt: p.Field("unit.code"), at: p.Origin,
		}
		if t := p.Budget.Total; t != nil {
			f.budget, f.yuan = strings.Clone(t.Text)+t.Unit, t.Yuan
		}
		if !cfg.Off("C009") {
			f.set = setOf(p)
		}
		facts = append(facts, f)
	}
	return facts
}

// copies is I006 and B008: a code seen in an earlier file.
func copies(cfg check.Config, g group) []tale {
	var out []tale
	earlier := g.fact(0)
	for i := 1; i < g.size; i++ {
		f := g.fact(i)
		if earlier.file == f.file {
			continue // I005 has it
		}
		out = g.tell(cfg, out, again, f, i, 0)
		if f.yuan != earlier.yuan && f.yuan != "" && earlier.yuan != "" {
			out = g.tell(cfg, out, otherBudget, f, i, 0)
		}
	}
	return out
}

// unitNames is I007: a unit code that goes with another name than at first.
func unitNames(cfg check.Config, g group) []tale {
	var out []tale
	var earlier *Fact
	first := 0
	told := map[[2]string]bool{} // file, name: once each
	for i := range g.size {
		f := g.fact(i)
		if f.unit.Name == "" {
			continue
		}
		if earlier == nil {
			earlier, first = f, i
		}
		key := [2]string{f.file, f.unit.Name}
		if quantity.Signs(earlier.unit.Name) == quantity.Signs(f.unit.Name) || told[key] {
			continue
		}
		told[key] = true
		out = g.tell(cfg, out, otherUnitName, f, i, first)
	}
	return out
}

// kept is t with names of its own.
func kept(t check.Topic) check.Topic {
	t.Name, t.Project, t.Indicator = strings.Clone(t.Name), strings.Clone(t.Project), strings.Clone(t.Indicator)
	return t
}

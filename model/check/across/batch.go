// Package across has the rules that look at several documents: codes, units and sets of
// indicators that meet again. They see facts of projects, dealt out by keys, so that
// one machine may hold a season's or many may share them.
package across

import (
	"slices"
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

// acrossCodes are what [acrossRules] find.
var acrossCodes = []string{"B008", "C009", "I006", "I007"}

// IsAcross tells the codes of findings that take several documents.
func IsAcross(code string) bool { return slices.Contains(acrossCodes, code) }

// acrossRule looks at facts that have a key in common. Those of one key are all
// that it sees at a time, so that a batch may be looked through by one machine or
// dealt out by keys to many.
type acrossRule struct {
	keys  func(*Fact) []string // as many as most, or none
	most  int
	group func(check.Config, group) []check.FileFinding
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
func copies(cfg check.Config, g group) []check.FileFinding {
	var out []check.FileFinding
	earlier := g.fact(0)
	for i := 1; i < g.size; i++ {
		f := g.fact(i)
		if earlier.file == f.file {
			continue // I005 has it
		}
		out = found(cfg, out, f.file, "I006", f.topic.With("code", f.code, "other_file", earlier.file, "other_project", earlier.topic.Project), f.codeAt,
			cfg.Lang.Say("项目编码 %s 也出现在 %s（%s）", "the code %s also stands in %s (%s)", f.code, earlier.file, earlier.topic.Name),
			cfg.Lang.Say("留最终稿，移走重复的文件", "keep the final version and remove the other file"))
		if f.yuan != earlier.yuan && f.yuan != "" && earlier.yuan != "" {
			out = found(cfg, out, f.file, "B008", f.topic.With("total", string(f.yuan), "other_total", string(earlier.yuan), "other_file", earlier.file), f.budgetAt,
				cfg.Lang.Say("项目 %s 的预算数是 %s，%s 里是 %s", "the budget of %s is %s here and, in %s, %s", f.code, f.budget, earlier.file, earlier.budget),
				cfg.Lang.Say("核对哪一份是批复数", "find out which one was approved"))
		}
	}
	return out
}

// unitNames is I007: a unit code that goes with another name than at first.
func unitNames(cfg check.Config, g group) []check.FileFinding {
	var out []check.FileFinding
	var earlier *Fact
	told := map[[2]string]bool{} // file, name: once each
	for i := range g.size {
		f := g.fact(i)
		if f.unit.Name == "" {
			continue
		}
		if earlier == nil {
			earlier = f
		}
		key := [2]string{f.file, f.unit.Name}
		if quantity.Signs(earlier.unit.Name) == quantity.Signs(f.unit.Name) || told[key] {
			continue
		}
		told[key] = true
		out = found(cfg, out, f.file, "I007", f.topic.With("unit", f.unit.Code, "name", f.unit.Name, "other_name", earlier.unit.Name, "other_file", earlier.file), f.unitAt,
			cfg.Lang.Say("单位编码 %s 在这里是“%s”，在 %s 里是“%s”", "the unit %s is %q here and, in %[3]s, %[4]q", f.unit.Code, f.unit.Name, earlier.file, earlier.unit.Name),
			cfg.Lang.Say("一个单位编码只对应一个名称", "one unit code goes with one name"))
	}
	return out
}

// found adds a finding of a rule that looks at several documents.
func found(c check.Config, out []check.FileFinding, file, code string, about check.Topic, at model.Origin, message, hint string) []check.FileFinding {
	rule, ok := check.Lookup(code)
	if !ok || !IsAcross(code) {
		panic("check: internal error: no rule " + code)
	}
	if c.Disabled[code] {
		return out
	}
	return append(out, check.FileFinding{File: file, Finding: c.Finding(rule, about, at, message, hint, nil)})
}

// kept is t with names of its own.
func kept(t check.Topic) check.Topic {
	t.Name, t.Project, t.Indicator = strings.Clone(t.Name), strings.Clone(t.Project), strings.Clone(t.Indicator)
	return t
}

package check

import (
	"cmp"
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
)

// Batch looks across the submissions of one run. It keeps a few words of each
// project, not the documents. The findings depend on what was added, not on
// the order it was added in.
type Batch struct {
	cfg   Config
	facts []Fact
}

// Fact is what rules that look at several documents know of a project.
type Fact struct {
	file, code       string
	topic            topic
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

// FileFinding is a finding in one of the files of a batch.
type FileFinding struct {
	File string
	model.Finding
}

// acrossRule looks at facts that have a key in common. Those of one key, in the
// order of [sortFacts], are all that it sees at a time, so that a batch may be
// looked through by one machine or dealt out by keys to many.
type acrossRule struct {
	keys  func(*Fact) []string
	group func(Config, []Fact) []FileFinding
	once  bool // a fact that is told of under several keys is told of once
}

// acrossRules are the rules that look at several documents.
var acrossRules = []acrossRule{
	{keys: keyOf(func(f *Fact) string { return f.code }), group: copies},
	{keys: keyOf(func(f *Fact) string { return f.unit.Code }), group: unitNames},
	{keys: (*Fact).bands, group: copiedSets, once: true},
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

// NewBatch starts a batch.
func NewBatch(cfg Config) *Batch { return &Batch{cfg: cfg} }

// Add takes the facts of d, read from file. It is not safe for concurrent use.
func (b *Batch) Add(file string, d *model.Document) { b.AddFacts(FactsOf(file, d, b.cfg)) }

// AddFacts takes what [FactsOf] gave, which may be asked beside other work.
func (b *Batch) AddFacts(facts []Fact) { b.facts = append(b.facts, facts...) }

// FactsOf are the facts of d, read from file; they hold on to none of its memory.
func FactsOf(file string, d *model.Document, cfg Config) []Fact {
	facts := make([]Fact, 0, len(d.Projects))
	for i := range d.Projects {
		p := &d.Projects[i]
		f := Fact{
			file: file, code: strings.Clone(strings.TrimSpace(p.Code)), topic: kept(projectSubject(p)), seq: p.Seq,
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

// sortFacts puts facts in the order of files and of the projects in them.
func sortFacts(facts []Fact) {
	slices.SortStableFunc(facts, func(x, y Fact) int {
		return cmp.Or(cmp.Compare(x.file, y.file), cmp.Compare(x.seq, y.seq), cmp.Compare(x.codeAt.Start, y.codeAt.Start))
	})
}

// Findings gives what only several documents together show, by file and place.
func (b *Batch) Findings() []FileFinding {
	facts := slices.Clone(b.facts)
	sortFacts(facts)
	var out []FileFinding
	for _, rule := range acrossRules {
		out = append(out, rule.all(b.cfg, facts)...)
	}
	slices.SortStableFunc(out, func(x, y FileFinding) int {
		return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Origin.Start, y.Origin.Start), cmp.Compare(x.Code, y.Code))
	})
	return out
}

// all deals the facts out by their keys and gives the findings in the order of the
// facts that each key is met first at.
func (rule acrossRule) all(cfg Config, facts []Fact) []FileFinding {
	groups := map[string][]int32{}
	var keys []string
	for i := range facts {
		for _, k := range rule.keys(&facts[i]) {
			if groups[k] == nil {
				keys = append(keys, k)
			}
			groups[k] = append(groups[k], int32(i))
		}
	}
	var out []FileFinding
	told := map[[2]string]bool{} // file and project
	var of []Fact
	for _, k := range keys {
		if len(groups[k]) < 2 {
			continue
		}
		of = of[:0]
		for _, i := range groups[k] {
			of = append(of, facts[i])
		}
		for _, f := range rule.group(cfg, of) {
			key := [2]string{f.File, f.Project}
			if !rule.once || !told[key] {
				out, told[key] = append(out, f), true
			}
		}
	}
	return out
}

// copies is I006 and B008: a code seen in an earlier file.
func copies(cfg Config, facts []Fact) []FileFinding {
	var out []FileFinding
	earlier := facts[0]
	for _, f := range facts[1:] {
		if earlier.file == f.file {
			continue // I005 has it
		}
		out = cfg.across(out, f.file, "I006", f.topic.with("code", f.code, "other_file", earlier.file, "other_project", earlier.topic.project), f.codeAt,
			cfg.Lang.Say("项目编码 %s 也出现在 %s（%s）", "the code %s also stands in %s (%s)", f.code, earlier.file, earlier.topic.name),
			cfg.Lang.Say("留最终稿，移走重复的文件", "keep the final version and remove the other file"))
		if f.yuan != earlier.yuan && f.yuan != "" && earlier.yuan != "" {
			out = cfg.across(out, f.file, "B008", f.topic.with("total", string(f.yuan), "other_total", string(earlier.yuan), "other_file", earlier.file), f.budgetAt,
				cfg.Lang.Say("项目 %s 的预算数是 %s，%s 里是 %s", "the budget of %s is %s here and, in %s, %s", f.code, f.budget, earlier.file, earlier.budget),
				cfg.Lang.Say("核对哪一份是批复数", "find out which one was approved"))
		}
	}
	return out
}

// unitNames is I007: a unit code that goes with another name than at first.
func unitNames(cfg Config, facts []Fact) []FileFinding {
	var out []FileFinding
	facts = slices.DeleteFunc(facts, func(f Fact) bool { return f.unit.Name == "" })
	told := map[[2]string]bool{} // file, name: once each
	for _, f := range facts {
		earlier := facts[0]
		key := [2]string{f.file, f.unit.Name}
		if quantity.Signs(earlier.unit.Name) == quantity.Signs(f.unit.Name) || told[key] {
			continue
		}
		told[key] = true
		out = cfg.across(out, f.file, "I007", f.topic.with("unit", f.unit.Code, "name", f.unit.Name, "other_name", earlier.unit.Name, "other_file", earlier.file), f.unitAt,
			cfg.Lang.Say("单位编码 %s 在这里是“%s”，在 %s 里是“%s”", "the unit %s is %q here and, in %[3]s, %[4]q", f.unit.Code, f.unit.Name, earlier.file, earlier.unit.Name),
			cfg.Lang.Say("一个单位编码只对应一个名称", "one unit code goes with one name"))
	}
	return out
}

// across adds a finding of a rule that looks at several documents.
func (c Config) across(out []FileFinding, file, code string, about topic, at model.Origin, message, hint string) []FileFinding {
	rule, ok := Lookup(code)
	if !ok || !IsAcross(code) {
		panic("check: internal error: no rule " + code)
	}
	if c.Disabled[code] {
		return out
	}
	return append(out, FileFinding{file, c.finding(rule, about, at, message, hint, nil)})
}

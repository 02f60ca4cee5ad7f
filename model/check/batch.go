package check

import (
	"cmp"
	"slices"
	"strings"

	"jxmb/model"
)

// Batch looks across the submissions of one run. It keeps a few words of each
// project, not the documents. The findings depend on what was added, not on
// the order it was added in.
type Batch struct {
	cfg   Config
	facts []fact
}

// fact is what a batch remembers of a project.
type fact struct {
	file, code       string
	topic            topic
	unit             model.Unit
	budget           string // as printed, with its unit
	yuan             model.Decimal
	codeAt, budgetAt model.Origin
	unitAt           model.Origin
	seq              int
}

// FileFinding is a finding in one of the files of a batch.
type FileFinding struct {
	File string
	model.Finding
}

// NewBatch starts a batch.
func NewBatch(cfg Config) *Batch { return &Batch{cfg: cfg} }

// Add takes the facts of d, read from file. It is not safe for concurrent use.
func (b *Batch) Add(file string, d *model.Document) {
	for i := range d.Projects {
		p := &d.Projects[i]
		f := fact{
			file: file, code: strings.Clone(strings.TrimSpace(p.Code)), topic: projectSubject(p), seq: p.Seq,
			unit:   model.Unit{Code: strings.Clone(strings.TrimSpace(p.Unit.Code)), Name: strings.Clone(strings.TrimSpace(p.Unit.Name))},
			codeAt: p.Field("code"), budgetAt: p.Field("budget.total"), unitAt: p.Field("unit.code"),
		}
		if t := p.Budget.Total; t != nil {
			f.budget, f.yuan = strings.Clone(t.Text)+t.Unit, t.Yuan
		}
		b.facts = append(b.facts, f)
	}
}

// Findings gives what only several documents together show, by file and place.
func (b *Batch) Findings() []FileFinding {
	facts := slices.Clone(b.facts)
	slices.SortStableFunc(facts, func(x, y fact) int {
		return cmp.Or(cmp.Compare(x.file, y.file), cmp.Compare(x.seq, y.seq), cmp.Compare(x.codeAt.Start, y.codeAt.Start))
	})
	var out []FileFinding
	out = append(out, b.copies(facts)...)
	out = append(out, b.unitNames(facts)...)
	slices.SortStableFunc(out, func(x, y FileFinding) int {
		return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Origin.Start, y.Origin.Start), cmp.Compare(x.Code, y.Code))
	})
	return out
}

// copies is I006 and B008: a code seen in an earlier file.
func (b *Batch) copies(facts []fact) []FileFinding {
	var out []FileFinding
	first := map[string]fact{}
	for _, f := range facts {
		if f.code == "" {
			continue
		}
		earlier, again := first[f.code]
		if !again {
			first[f.code] = f
			continue
		}
		if earlier.file == f.file {
			continue // I005 has it
		}
		out = b.add(out, f.file, "I006", f.topic.with("code", f.code, "other_file", earlier.file, "other_project", earlier.topic.project), f.codeAt,
			b.cfg.Lang.Say("项目编码 %s 也出现在 %s（%s）", "the code %s also stands in %s (%s)", f.code, earlier.file, earlier.topic.name),
			b.cfg.Lang.Say("留最终稿，移走重复的文件", "keep the final version and remove the other file"))
		if f.yuan != earlier.yuan && f.yuan != "" && earlier.yuan != "" {
			out = b.add(out, f.file, "B008", f.topic.with("total", string(f.yuan), "other_total", string(earlier.yuan), "other_file", earlier.file), f.budgetAt,
				b.cfg.Lang.Say("项目 %s 的预算数是 %s，%s 里是 %s", "the budget of %s is %s here and, in %s, %s", f.code, f.budget, earlier.file, earlier.budget),
				b.cfg.Lang.Say("核对哪一份是批复数", "find out which one was approved"))
		}
	}
	return out
}

// unitNames is I007: a unit code that goes with another name than at first.
func (b *Batch) unitNames(facts []fact) []FileFinding {
	var out []FileFinding
	first := map[string]fact{}
	told := map[[3]string]bool{} // file, unit code, name: once each
	for _, f := range facts {
		if f.unit.Code == "" || f.unit.Name == "" {
			continue
		}
		earlier, again := first[f.unit.Code]
		if !again {
			first[f.unit.Code] = f
			continue
		}
		key := [3]string{f.file, f.unit.Code, f.unit.Name}
		if signs(earlier.unit.Name) == signs(f.unit.Name) || told[key] {
			continue
		}
		told[key] = true
		out = b.add(out, f.file, "I007", f.topic.with("unit", f.unit.Code, "name", f.unit.Name, "other_name", earlier.unit.Name, "other_file", earlier.file), f.unitAt,
			b.cfg.Lang.Say("单位编码 %s 在这里是“%s”，在 %s 里是“%s”", "the unit %s is %q here and, in %[3]s, %[4]q", f.unit.Code, f.unit.Name, earlier.file, earlier.unit.Name),
			b.cfg.Lang.Say("一个单位编码只对应一个名称", "one unit code goes with one name"))
	}
	return out
}

func (b *Batch) add(out []FileFinding, file, code string, about topic, at model.Origin, message, hint string) []FileFinding {
	rule, ok := Lookup(code)
	if !ok {
		panic("check: internal error: no rule " + code)
	}
	if b.cfg.Disabled[code] {
		return out
	}
	return append(out, FileFinding{file, b.cfg.finding(rule, about, at, message, hint, nil)})
}

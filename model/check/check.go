// Package check reviews a document as a budget reviewer would.
//
// A rule is one function, named in the catalogue of its family:
//
//	V values        what an indicator's target says
//	B budget        amounts, spending plan, amounts in running text
//	C completeness  what a submission must hold
//	I identity      codes, names, fiscal years
//	S scoring       weights, scores and actual values of a self-evaluation
//	E import        what the importer of a budget-management system refuses
//
// Findings of the D family come from reading the file; [Run] passes them on.
// A rule never guesses: where the form does not give what a rule compares, the
// rule is silent.
package check

import (
	"sync"

	"jxmb/model"
	"jxmb/model/quantity"
)

// Run gives the findings of every enabled rule on d, together with those that
// reading d produced, sorted by place. Findings of rules that d already holds
// are not repeated, so running twice gives the same list.
func Run(d *model.Document, cfg Config) []model.Finding {
	r := &review{doc: d, cfg: cfg, out: make([]model.Finding, 0, len(d.Findings)+usualFindings)}
	for _, f := range d.Findings {
		if _, ours := Lookup(f.Code); !ours && !cfg.Disabled[f.Code] {
			f.Severity = cfg.severity(f.Code, f.Severity)
			r.out = append(r.out, f)
		}
	}
	for i := range Rules {
		r.rule = &Rules[i]
		if r.rule.check != nil && !cfg.skips(r.rule) {
			r.rule.check(r)
		}
	}
	model.SortFindings(r.out)
	return r.out
}

// usualFindings is how many findings room is made for at first.
const usualFindings = 32

// Lookup finds a rule by its code.
func Lookup(code string) (*Rule, bool) {
	rule, ok := byCode()[code]
	return rule, ok
}

var byCode = sync.OnceValue(func() map[string]*Rule {
	rules := make(map[string]*Rule, len(Rules))
	for i := range Rules {
		rules[Rules[i].Code] = &Rules[i]
	}
	return rules
})

// review is one run over one document; rule is the rule that is running.
type review struct {
	doc  *model.Document
	cfg  Config
	rule *Rule
	out  []model.Finding

	levels   map[string]model.Aspect  // what each level says that was asked about
	wanted   map[quantity.Pair]uint64 // the goals that hold a pair; see unmeasuredGoals
	reported *reported                // nil until a rule asks
}

// level is what a first or second level alone says that an indicator looks at. A
// document names some ten of them again and again.
func (r *review) level(s string) model.Aspect {
	a, known := r.levels[s]
	if !known {
		if r.levels == nil {
			r.levels = map[string]model.Aspect{}
		}
		a = quantity.AspectOf(s, "")
		r.levels[s] = a
	}
	return a
}

// say formats the wording of the reader's language.
func (r *review) say(zh, en string, args ...any) string { return r.cfg.Lang.Say(zh, en, args...) }

// add records a finding of the running rule.
func (r *review) add(about Topic, at model.Origin, message, hint string, also ...model.Origin) {
	r.out = append(r.out, r.cfg.Finding(r.rule, about, at, message, hint, also))
}

func (c Config) Finding(rule *Rule, about Topic, at model.Origin, message, hint string, also []model.Origin) model.Finding {
	return model.Finding{
		Code:      rule.Code,
		Severity:  c.severity(rule.Code, rule.Severity),
		Message:   message,
		Hint:      hint,
		Subject:   about.Name,
		Origin:    at,
		Also:      also,
		Project:   about.Project,
		Indicator: about.Indicator,
		Args:      about.args,
	}
}

// indicators calls f with every indicator of the document.
func (r *review) indicators(f func(p *model.Project, i *model.Indicator)) {
	for k := range r.doc.Projects {
		p := &r.doc.Projects[k]
		for n := range p.Indicators {
			f(p, &p.Indicators[n])
		}
	}
}

// projects calls f with every project of the document.
func (r *review) projects(f func(p *model.Project)) {
	for k := range r.doc.Projects {
		f(&r.doc.Projects[k])
	}
}

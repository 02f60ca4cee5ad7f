package web

import (
	"maps"
	"slices"

	"jxmb/model"
)

// facts are what the list of a batch tells of a document besides its counts.
type facts struct {
	units  []string
	rules  []string       // codes of its findings, each once
	kinds  []string       // of its targets, each once
	byRule map[string]int // how many findings
	byKind map[string]int // how many targets
}

// Unit is the unit that the document is of.
func (f facts) Unit() string {
	if len(f.units) == 0 {
		return ""
	}
	return f.units[0]
}

// with is f and a finding more; f is shared by all who ask.
func (f facts) with(code string) facts {
	byRule := map[string]int{}
	maps.Copy(byRule, f.byRule)
	f.byRule = byRule
	if f.byRule[code]++; f.byRule[code] == 1 {
		f.rules = append(slices.Clone(f.rules), code)
	}
	return f
}

// facts are those of the documents that are done, by index. Each document is
// read once for them.
func (b *Batch) facts() map[int]facts {
	b.factsLock.Lock()
	defer b.factsLock.Unlock()
	if b.known == nil {
		b.known = map[int]facts{}
	}
	known := map[int]facts{}
	for _, f := range b.Status().Files {
		if f.State != StateDone {
			delete(b.known, f.Index)
			continue
		}
		if _, ok := b.known[f.Index]; !ok {
			if d, err := b.Document(f.Index); err == nil {
				b.known[f.Index] = factsOf(d)
			}
		}
		known[f.Index] = b.known[f.Index]
	}
	return known
}

// forget is called before the documents are read again.
func (b *Batch) forget() {
	b.factsLock.Lock()
	defer b.factsLock.Unlock()
	b.known = nil
}

func factsOf(d *model.Document) facts {
	f := facts{byRule: map[string]int{}, byKind: map[string]int{}}
	add := func(list *[]string, value string) {
		if value != "" && !slices.Contains(*list, value) {
			*list = append(*list, value)
		}
	}
	add(&f.units, d.Unit.Name)
	for i := range d.Projects {
		add(&f.units, d.Projects[i].Unit.Name)
		for k := range d.Projects[i].Indicators {
			kind := string(d.Projects[i].Indicators[k].Target.Kind)
			f.byKind[kind]++
			add(&f.kinds, kind)
		}
	}
	for i := range d.Findings {
		f.byRule[d.Findings[i].Code]++
		add(&f.rules, d.Findings[i].Code)
	}
	return f
}

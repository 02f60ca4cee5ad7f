package across

import (
	"cmp"
	"slices"
	"strconv"

	"jxmb/model/check"
)

// What [Batch] does in one memory can be dealt out to many machines, which then
// tell the same findings:
//
//	FactsOf ─▶ Keys (where facts meet) ─▶ Config.Meet, a key at a time ─▶ of those with the same Told.Once the first
//
// The machines pass facts on by [Fact.MarshalBinary].

// Key is where facts meet: a rule that looks at several documents, and what they
// have in common for it.
type Key struct {
	Rule   int    `json:"rule"`
	Common string `json:"common"`
}

// Keys are where f meets others, each once. Facts that are alone with a key have
// nothing to tell.
func (f *Fact) Keys() []Key {
	var keys []Key
	for i, rule := range acrossRules {
		for _, k := range rule.keys(f) {
			keys = append(keys, Key{i, k})
		}
	}
	return keys
}

// ID tells the projects of a batch apart.
func (f *Fact) ID() string { return f.file + "\x00" + strconv.Itoa(f.seq) }

// Told is a finding of facts that met. Of those with the same Once, unless it is
// "", the first by [Told.Compare] alone counts.
type Told struct {
	check.FileFinding
	Once  string `json:"once"`
	File0 string `json:"file0"` // of the first fact that met, with its place in the order of the batch
	Seq   int    `json:"seq"`
	Start int    `json:"start"`
	Key   int    `json:"key"` // number among the keys of that fact
	Index int    `json:"index"`
}

// Compare is the order in which one machine would have told t and u.
func (t *Told) Compare(u *Told) int {
	return cmp.Or(
		cmp.Compare(t.File0, u.File0), cmp.Compare(t.Seq, u.Seq), cmp.Compare(t.Start, u.Start),
		cmp.Compare(t.Key, u.Key), cmp.Compare(t.Index, u.Index))
}

// Meet gives what the rule of k tells of the facts that have it, all of them, in
// any order, which it sorts.
func Meet(c check.Config, k Key, facts []Fact) []Told {
	if len(facts) < 2 {
		return nil
	}
	slices.SortStableFunc(facts, func(x, y Fact) int { return x.position().compare(y.position()) })
	rule, first := acrossRules[k.Rule], &facts[0]
	g := group{len(facts), func(i int) *Fact { return &facts[i] }, func(i int) kin { return facts[i].kin() }}
	var told []Told
	for i, t := range rule.group(c, g) {
		one := Told{FileFinding: t.inWords(c, g.fact(int(t.of)), g.fact(int(t.other))), File0: first.file, Seq: first.seq, Start: first.codeAt.Start, Index: i}
		if rule.once {
			one.Once = strconv.Itoa(k.Rule) + "\x00" + one.File + "\x00" + one.Project
			one.Key = first.number(k)
		}
		told = append(told, one)
	}
	return told
}

// position is where a project stands in a batch.
type position struct {
	file       string
	seq, start int
}

func (f *Fact) position() position { return position{f.file, f.seq, f.codeAt.Start} }

// compare is the order of files and of the projects in them.
func (p position) compare(q position) int {
	return cmp.Or(cmp.Compare(p.file, q.file), cmp.Compare(p.seq, q.seq), cmp.Compare(p.start, q.start))
}

// number is where k stands among the keys of f for its rule.
func (f *Fact) number(k Key) int {
	return slices.Index(acrossRules[k.Rule].keys(f), k.Common)
}

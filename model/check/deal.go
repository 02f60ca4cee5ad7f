package check

import (
	"cmp"
	"encoding/binary"
	"encoding/json"
	"strconv"

	"jxmb/model"
)

// What [Batch] does in one memory can be dealt out to many machines, which then
// tell the same findings:
//
//	FactsOf ─▶ Keys (where facts meet) ─▶ Config.Meet, a key at a time ─▶ of those with the same Told.Once the first
//
// The machines pass facts on as JSON.

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
	FileFinding
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
func (c Config) Meet(k Key, facts []Fact) []Told {
	if len(facts) < 2 {
		return nil
	}
	sortFacts(facts)
	rule, first := acrossRules[k.Rule], facts[0]
	var told []Told
	for i, f := range rule.group(c, facts) {
		t := Told{FileFinding: f, File0: first.file, Seq: first.seq, Start: first.codeAt.Start, Index: i}
		if rule.once {
			t.Once = strconv.Itoa(k.Rule) + "\x00" + f.File + "\x00" + f.Project
			t.Key = first.number(k)
		}
		told = append(told, t)
	}
	return told
}

// number is where k stands among the keys of f for its rule.
func (f *Fact) number(k Key) int {
	for i, common := range acrossRules[k.Rule].keys(f) {
		if common == k.Common {
			return i
		}
	}
	return -1
}

// factJSON is a Fact as machines pass it on.
type factJSON struct {
	File       string        `json:"file"`
	Seq        int           `json:"seq"`
	Code       string        `json:"code"`
	Name       string        `json:"name"`
	Project    string        `json:"project"`
	Unit       model.Unit    `json:"unit"`
	Budget     string        `json:"budget"`
	Yuan       model.Decimal `json:"yuan"`
	CodeAt     model.Origin  `json:"code_at"`
	BudgetAt   model.Origin  `json:"budget_at"`
	UnitAt     model.Origin  `json:"unit_at"`
	At         model.Origin  `json:"at"`
	Indicators int           `json:"indicators"`
	SetName    string        `json:"set_name"`
	Shingles   []byte        `json:"shingles"`  // little-endian, four bytes each
	Signature  []byte        `json:"signature"` // the same
}

// MarshalJSON writes all of a fact, for [Fact.UnmarshalJSON].
func (f Fact) MarshalJSON() ([]byte, error) {
	w := factJSON{
		File: f.file, Seq: f.seq, Code: f.code, Name: f.topic.name, Project: f.topic.project,
		Unit: f.unit, Budget: f.budget, Yuan: f.yuan,
		CodeAt: f.codeAt, BudgetAt: f.budgetAt, UnitAt: f.unitAt, At: f.at,
		Indicators: f.set.indicators, SetName: f.set.name, Shingles: littleEndian(f.set.shingles),
	}
	if len(f.set.shingles) > 0 { // else nothing was signed, or nothing there was
		w.Signature = littleEndian(f.set.signature[:])
	}
	return json.Marshal(w)
}

// UnmarshalJSON reads what [Fact.MarshalJSON] wrote.
func (f *Fact) UnmarshalJSON(b []byte) error {
	var w factJSON
	if err := json.Unmarshal(b, &w); err != nil {
		return err
	}
	*f = Fact{
		file: w.File, seq: w.Seq, code: w.Code, topic: topic{name: w.Name, project: w.Project},
		unit: w.Unit, budget: w.Budget, yuan: w.Yuan,
		codeAt: w.CodeAt, budgetAt: w.BudgetAt, unitAt: w.UnitAt, at: w.At,
		set: indicatorSet{indicators: w.Indicators, name: w.SetName, shingles: fromLittleEndian(w.Shingles)},
	}
	copy(f.set.signature[:], fromLittleEndian(w.Signature))
	return nil
}

func littleEndian(words []uint32) []byte {
	var b []byte
	for _, w := range words {
		b = binary.LittleEndian.AppendUint32(b, w)
	}
	return b
}

func fromLittleEndian(b []byte) []uint32 {
	var words []uint32
	for ; len(b) >= 4; b = b[4:] {
		words = append(words, binary.LittleEndian.Uint32(b))
	}
	return words
}

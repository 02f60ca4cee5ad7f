// Package library is a bureau's 共性指标库: the indicators that its units are to
// choose from, read from a table, and which of them a name is nearest to.
package library

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"jxmb/model/quantity"
)

// Library is a list of indicators that are to be used.
type Library struct {
	Name    string  // as the user calls it
	SHA256  string  // of the table
	Entries []Entry `json:"-"` // SHA256 stands for them

	index index
}

// Entry is an indicator of the library. Level1 and Level2 may be "".
type Entry struct {
	Level1, Level2, Level3 string
}

// Path is "产出指标/数量指标/培训人次", without the levels that the table lacks.
func (e *Entry) Path() string {
	parts := slices.DeleteFunc([]string{e.Level1, e.Level2, e.Level3}, func(s string) bool { return s == "" })
	return strings.Join(parts, "/")
}

// index finds entries by the pairs of neighbouring characters of their names.
type index struct {
	named map[string]int32          // by the whole name
	pairs map[quantity.Pair][]int32 // entries that hold it
	sizes []int32                   // pairs of each entry
}

// commonPair is how many entries a pair may be in and still tell which: 率 in front
// of a bracket is in thousands.
const commonPair = 1000

// maxHolders is how many entries a name is laid beside: those that share the pairs
// which fewest hold.
const maxHolders = 20_000

// tallies are counts of pairs by entry, all zero.
var tallies = sync.Pool{New: func() any { return new([]int32) }}

func (l *Library) build() {
	l.index = index{named: map[string]int32{}, pairs: map[quantity.Pair][]int32{}, sizes: make([]int32, len(l.Entries))}
	for i := range l.Entries {
		name := plain(l.Entries[i].Level3)
		if _, taken := l.index.named[name]; !taken {
			l.index.named[name] = int32(i)
		}
		pairs := quantity.Pairs(name)
		l.index.sizes[i] = int32(len(pairs))
		for _, p := range pairs {
			l.index.pairs[p] = append(l.index.pairs[p], int32(i))
		}
	}
}

// Holds tells whether an indicator of that name is in the library, whatever its
// brackets, blanks and punctuation: 培训人次（人次） is 培训人次.
func (l *Library) Holds(name string) bool {
	_, whole := l.index.named[plain(name)]
	_, without := l.index.named[plain(unbracketed(name))]
	return whole || without
}

// Nearest is the entry most like a name, with the likeness in percent (Dice over
// pairs of characters); nil where none is like it at all. Of equal ones it is the
// first of the table.
func (l *Library) Nearest(name string) (*Entry, int) {
	wanted := quantity.Pairs(plain(name))
	tally := tallies.Get().(*[]int32)
	defer tallies.Put(tally)
	if len(*tally) < len(l.Entries) {
		*tally = make([]int32, len(l.Entries))
	}
	shared := *tally // pairs shared with each entry; zero for all
	best, most := int32(-1), int64(0)
	for _, i := range l.sharing(wanted, shared) {
		n := shared[i]
		shared[i] = 0
		likeness := 200 * int64(n) / int64(len(wanted)+int(l.index.sizes[i]))
		if likeness > most || likeness == most && (best < 0 || i < best) {
			best, most = i, likeness
		}
	}
	if best < 0 {
		return nil, 0
	}
	return &l.Entries[best], int(most)
}

// sharing counts for each entry how many of the pairs it holds, and returns the
// entries that hold any.
func (l *Library) sharing(pairs []quantity.Pair, shared []int32) []int32 {
	all := 0
	for _, p := range pairs {
		all += len(l.index.pairs[p])
	}
	if all > maxHolders {
		pairs = slices.Clone(pairs)
		slices.SortStableFunc(pairs, func(a, b quantity.Pair) int { return cmp.Compare(len(l.index.pairs[a]), len(l.index.pairs[b])) })
	}
	var entries []int32
	all = 0
	for _, p := range pairs {
		holders := l.index.pairs[p]
		if len(holders) > commonPair {
			continue
		}
		if all += len(holders); all > maxHolders {
			break
		}
		for _, i := range holders {
			if shared[i] == 0 {
				entries = append(entries, i)
			}
			shared[i]++
		}
	}
	return entries
}

// plain is a name by its letters and digits, in one spelling.
func plain(name string) string { return strings.ToLower(quantity.Signs(name)) }

// unbracketed is a name without the remark at its end: （人次）, （≥**%）.
func unbracketed(name string) string {
	name = strings.TrimSpace(name)
	if !strings.HasSuffix(name, "）") && !strings.HasSuffix(name, ")") {
		return name
	}
	if i := strings.LastIndexAny(name, "（("); i > 0 {
		return name[:i]
	}
	return name
}

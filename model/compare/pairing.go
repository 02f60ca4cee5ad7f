package compare

import (
	"cmp"
	"slices"

	"jxmb/model/quantity"
)

// traits are what an item is known by.
type traits struct {
	keys  []string                            // exact names, the surest first; "" for one that it lacks
	group string                              // likeness looks among items of the same group first
	texts func() (name, body []quantity.Pair) // asked only of items that no key tells

	name, body []quantity.Pair
}

// pairing says of each new item which old one it was.
type pairing struct {
	old   []int     // index of the old item, -1 for none
	by    []int     // index of the key that told, -1 for likeness
	score []float64 // likeness, 1 where a key told
}

// Bounds of what likeness looks at: a shingle that more than commonShingle items
// have tells nothing of which it is, and of the others the bestCandidates that
// share most are looked at.
const (
	commonShingle  = 48
	bestCandidates = 8
)

// pair finds the old item of each new one, each at most once: by the first key,
// then by the next, then by a likeness of at least least.
func pair(old, new []traits, least float64) pairing {
	p := pairing{old: make([]int, len(new)), by: make([]int, len(new)), score: make([]float64, len(new))}
	for i := range p.old {
		p.old[i] = -1
	}
	taken := make([]bool, len(old))
	keys := 0
	for i := range new {
		keys = max(keys, len(new[i].keys))
	}
	for k := range keys {
		p.byKey(k, old, new, taken)
	}
	p.read(old, new, taken)
	p.byLikeness(old, new, taken, least, true)
	p.byLikeness(old, new, taken, least, false)
	return p
}

// read makes the shingles of the items that are left.
func (p *pairing) read(old, new []traits, taken []bool) {
	if !slices.Contains(taken, false) || !slices.Contains(p.old, -1) {
		return
	}
	for i := range old {
		if !taken[i] {
			old[i].name, old[i].body = old[i].texts()
		}
	}
	for i := range new {
		if p.old[i] < 0 {
			new[i].name, new[i].body = new[i].texts()
		}
	}
}

func (p *pairing) take(new, old, by int, score float64, taken []bool) {
	p.old[new], p.by[new], p.score[new], taken[old] = old, by, score, true
}

// byKey pairs the items of the same key, in their order where several have it.
func (p *pairing) byKey(k int, old, new []traits, taken []bool) {
	free := map[string][]int{}
	for i := range old {
		if !taken[i] && k < len(old[i].keys) && old[i].keys[k] != "" {
			free[old[i].keys[k]] = append(free[old[i].keys[k]], i)
		}
	}
	for i := range new {
		if p.old[i] >= 0 || k >= len(new[i].keys) {
			continue
		}
		if queue := free[new[i].keys[k]]; len(queue) > 0 && new[i].keys[k] != "" {
			p.take(i, queue[0], k, 1, taken)
			free[new[i].keys[k]] = queue[1:]
		}
	}
}

// grouped is a shingle, of the items of a group or of all.
type grouped struct {
	group string
	s     quantity.Pair
}

// candidate is a pair that may be one item.
type candidate struct {
	old, new int
	score    float64
}

func (p *pairing) byLikeness(old, new []traits, taken []bool, least float64, within bool) {
	group := func(t *traits) string {
		if within {
			return t.group
		}
		return ""
	}
	index := map[grouped][]int32{}
	for i := range old {
		if taken[i] || within && old[i].group == "" {
			continue
		}
		for _, s := range [...][]quantity.Pair{old[i].name, old[i].body} {
			for _, s := range s {
				key := grouped{group(&old[i]), s}
				if list := index[key]; len(list) <= commonShingle {
					index[key] = append(list, int32(i))
				}
			}
		}
	}
	if len(index) == 0 {
		return
	}
	votes := make([]int32, len(old))
	var found []candidate
	for i := range new {
		if p.old[i] < 0 {
			found = append(found, candidates(i, old, &new[i], group(&new[i]), index, votes, least)...)
		}
	}
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.new, b.new), cmp.Compare(a.old, b.old))
	})
	for _, c := range found {
		if p.old[c.new] < 0 && !taken[c.old] {
			p.take(c.new, c.old, -1, c.score, taken)
		}
	}
}

// candidates are the old items most like a new one. Votes, all zero, counts the
// rare shingles that each shares with it, and is all zero again afterwards.
func candidates(i int, old []traits, t *traits, group string, index map[grouped][]int32, votes []int32, least float64) []candidate {
	var met []int32
	for _, list := range [...][]quantity.Pair{t.name, t.body} {
		for _, s := range list {
			holders := index[grouped{group, s}]
			if len(holders) > commonShingle {
				continue
			}
			for _, o := range holders {
				if votes[o] == 0 {
					met = append(met, o)
				}
				votes[o]++
			}
		}
	}
	slices.SortFunc(met, func(a, b int32) int { return cmp.Or(cmp.Compare(votes[b], votes[a]), cmp.Compare(a, b)) })
	var found []candidate
	for _, o := range met[:min(len(met), bestCandidates)] {
		if score := alike(&old[o], t); score >= least {
			found = append(found, candidate{int(o), i, score})
		}
	}
	for _, o := range met {
		votes[o] = 0
	}
	return found
}

// alike weighs names and what they stand for the same; where either has nothing
// else, names alone tell.
func alike(a, b *traits) float64 {
	name := likeness(a.name, b.name)
	if len(a.body) == 0 || len(b.body) == 0 {
		return name
	}
	return (name + likeness(a.body, b.body)) / 2
}

package quantity

// Role is what a surface of the vocabulary is looked up as. One walk of the
// trie serves all roles; a surface may have several (超 is an operator, and
// the beginning of the plain word 超市).
type Role uint8

const (
	RoleUnit     Role = iota // units.tsv
	RolePrefix               // operators.tsv, place prefix
	RoleSuffix               // operators.tsv, place suffix
	RoleWord                 // words.tsv: looks like a token and is none
	RoleDate                 // dates.tsv
	RoleFiller               // fillers.tsv
	RoleVerb                 // verbs.tsv: what is done by a date, or to a share
	RoleCurrency             // currencies.tsv: what stands in front of a sum
	roles
)

// Roles are a set of roles.
type Roles uint16

func (r Roles) Has(role Role) bool { return r>>role&1 != 0 }

// Leading is the set of roles of all surfaces that begin with a rune.
func Leading(r rune) Roles {
	t := &vocab().trie
	if uint32(r) >= 1<<16 || t.first[r] == 0 {
		return 0
	}
	return t.below(t.first[r])
}

// below is the set of roles of the surfaces that end at a node or behind it.
func (t *trie) below(at uint16) Roles {
	var all Roles
	for role, row := range t.nodes[at].row {
		if row != 0 {
			all |= 1 << role
		}
	}
	for _, e := range t.nodes[at].next {
		all |= t.below(e.node)
	}
	return all
}

// trie finds the longest surface at a place. The first rune is an array
// index, since most runes of running text begin no surface at all; deeper
// levels are short lists.
type trie struct {
	first [1 << 16]uint16 // rune → node, 0 = none
	nodes []node          // nodes[0] is unused
}

type node struct {
	row  [roles]int16 // 1-based row in the table of the role, 0 = none
	next []edge
	ends bool // a surface ends here: some row is set
}

type edge struct {
	r    rune
	node uint16
}

// add enters a surface and reports false where the role has it already.
func (t *trie) add(surface []rune, as Role, row int) bool {
	at := t.first[surface[0]]
	if at == 0 {
		at = t.grow()
		t.first[surface[0]] = at
	}
	for _, r := range surface[1:] {
		next := t.step(at, r)
		if next == 0 {
			next = t.grow()
			t.nodes[at].next = append(t.nodes[at].next, edge{r, next})
		}
		at = next
	}
	if t.nodes[at].row[as] != 0 {
		return false
	}
	t.nodes[at].row[as], t.nodes[at].ends = int16(row+1), true
	return true
}

func (t *trie) grow() uint16 {
	if len(t.nodes) == 0 {
		t.nodes = append(t.nodes, node{})
	}
	t.nodes = append(t.nodes, node{})
	return uint16(len(t.nodes) - 1)
}

func (t *trie) step(at uint16, r rune) uint16 {
	for _, e := range t.nodes[at].next {
		if e.r == r {
			return e.node
		}
	}
	return 0
}

// exact is the row of the surface that g spells as a whole, 0 for none.
func (t *trie) exact(g []glyph, as Role) int16 {
	at := t.first[g[0].r]
	for _, next := range g[1:] {
		if at != 0 {
			at = t.step(at, next.r)
		}
	}
	if at == 0 {
		return 0
	}
	return t.nodes[at].row[as]
}

// match holds the longest surface of each role at one place.
type match struct {
	row [roles]int16
	len [roles]int16
}

// take keeps the rows of a node n runes long, those of words where letters do
// not go on behind it.
func (m *match) take(at *node, n int, lettersGoOn bool) {
	for as, row := range at.row {
		if row != 0 && !(Role(as) == RoleWord && lettersGoOn) {
			m.row[as], m.len[as] = row, int16(n)
		}
	}
}

// begins reports a surface that a token begins with.
func (m *match) begins() bool {
	return m.row[RolePrefix]|m.row[RoleWord]|m.row[RoleDate]|m.row[RoleFiller]|m.row[RoleCurrency] != 0
}

// splitsLatin reports a place inside a run of letters: 3G is no word of 3GB.
func splitsLatin(g []glyph, p int) bool {
	return p < len(g) && IsLatin(g[p-1].r) && IsLatin(g[p].r)
}

// at walks from g[p] once and keeps the longest surface of every role.
func (t *trie) at(g []glyph, p int, m *match) bool {
	*m = match{}
	if uint(p) >= uint(len(g)) || g[p].r >= 1<<16 {
		return false
	}
	node := t.first[g[p].r]
	if node == 0 {
		return false
	}
	for n := 1; ; n++ {
		if t.nodes[node].ends {
			m.take(&t.nodes[node], n, splitsLatin(g, p+n))
		}
		if p+n >= len(g) {
			return true
		}
		if node = t.step(node, g[p+n].r); node == 0 {
			return true
		}
	}
}

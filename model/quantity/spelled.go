package quantity

import "strings"

// SpelledUnit finds the unit that a name states: （%）, (≥**万元), ≥**人, or a
// % or /万人次 at its end. Two different units state none.
func SpelledUnit(name string) (u Unit, found, clash bool) {
	if name == "" {
		return Unit{}, false, false
	}
	t := Read(name)
	defer t.Release()
	for p := 0; p < len(t.glyphs); p++ {
		next, end, ok := t.spelledAt(p)
		if !ok || end > len(t.glyphs) {
			continue
		}
		if found && next.Name != u.Name {
			return Unit{}, false, true
		}
		u, found, p = next, true, end-1 // （万头（只））
	}
	return u, found, false
}

// spelledAt reads a unit that the glyph at p introduces.
func (t *Text) spelledAt(p int) (Unit, int, bool) {
	bracket, q := t.Is(p, '('), p+1
	switch {
	case bracket:
		for t.Row(q, RolePrefix) > 0 {
			q += t.Surface(q, RolePrefix)
		}
		q += t.Filler(q)
	case t.Is(p, '*'):
		q = p + t.Filler(p)
	case t.Is(p, '%'):
		q = p
	case t.Is(p, '/'):
		u, ok := t.slashed(p)
		return u, u.End, ok
	default:
		return Unit{}, 0, false
	}
	if bracket && t.Is(q, '1') && t.Is(q+1, '/') { // （1/10万）
		q++
	}
	if u, ok := t.Population(q); ok && bracket && t.Is(u.End, ')') {
		return u, u.End, true
	}
	if t.Surface(q, RoleUnit) == 0 && !t.Multiplier(q) {
		return Unit{}, 0, false
	}
	u, ok := t.BareUnit(q, 0)
	if !ok || u.Base == "" || bracket && !t.Is(u.End, ')') {
		return Unit{}, 0, false
	}
	return u, u.End, true
}

// slashed reads the unit that a slash at p parts from the name before it, up to the end
// of both: 客运量/万人次, and not 服务（人/次）.
func (t *Text) slashed(p int) (Unit, bool) {
	u, ok := t.BareUnit(p+1, 0)
	if !ok || u.End != len(t.glyphs) || p < 2 {
		return Unit{}, false
	}
	if u.Base == "" || u.IsTime() { // 检查次数/年
		return Unit{}, false
	}
	for q := max(0, p-longestCounter); q < p; q++ {
		if by, ok := t.BareUnit(q, 0); ok && by.End == u.End {
			return Unit{}, false // a rate
		}
	}
	return u, true
}

// longestCounter is how many glyphs in front of a slash may be what is counted in a rate.
const longestCounter = 4

// ends reports a name that ends like the row: with all of it, or, where it has
// a star, with what stands behind the star, the rest somewhere in front: 万人*率.
func (r *nameRow) ends(name string) bool {
	within, end, starred := strings.Cut(r.ending, "*")
	if !starred {
		return strings.HasSuffix(name, r.ending)
	}
	return strings.HasSuffix(name, end) && strings.Contains(name, within)
}

// NameUnit is the unit that the end of a name implies, by the longest row of
// names.tsv.
func NameUnit(name string) (Unit, bool) {
	best := nameRow{}
	v := vocab()
	for i, row := range v.names {
		if len(row.ending) > len(best.ending) && v.names[i].ends(name) {
			best = row
		}
	}
	if best.unit == "" {
		return Unit{}, false
	}
	t := Read(best.unit)
	defer t.Release()
	return t.BareUnit(0, 0)
}

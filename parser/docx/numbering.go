package docx

import "strings"

// levels is how many levels a list has (ISO/IEC 29500-1 §17.9.6).
const levels = 9

// maxLevelText bounds w:lvlText: Word shows a few characters; a long one
// repeated at every paragraph would swell the document.
const maxLevelText = 64

// numbering is the numbering part (§17.9) with the counters of its lists.
type numbering struct {
	abstracts map[int]*abstractList
	lists     map[int]*list
	styles    map[string]int // w:styleLink → w:abstractNumId
}

// abstractList is a w:abstractNum. Lists that share one share its counters.
type abstractList struct {
	levels   [levels]level
	styled   string // w:numStyleLink: the levels are those of another
	counters [levels]int
	started  [levels]bool
}

// list is a w:num: an abstract list with overrides.
type list struct {
	abstract int
	levels   [levels]*level // w:lvlOverride/w:lvl
	start    [levels]int    // w:startOverride, -1 where absent or used up
}

// level is a w:lvl.
type level struct {
	format  string // w:numFmt
	text    string // w:lvlText
	start   int
	restart int // w:lvlRestart, -1 where absent
	legal   bool
	defined bool
	style   string // w:pStyle tied to the level
}

// listNumber advances a list and gives the number of the paragraph.
func (r *reader) listNumber(ref listRef) string {
	if r.side == nil {
		return ""
	}
	if r.side.numbering == nil {
		r.loadNumbering()
	}
	return r.side.numbering.next(ref)
}

// tied is the level of a list that is tied to a paragraph style (§17.9.23).
func (r *reader) tied(num int, styleID string) int {
	if r.side == nil {
		return 0
	}
	if r.side.numbering == nil {
		r.loadNumbering()
	}
	n := r.side.numbering
	if l := n.lists[num]; l != nil {
		if a := n.abstract(l.abstract); a != nil {
			for i := range a.levels {
				if a.levels[i].style == styleID {
					return i
				}
			}
		}
	}
	return 0
}

func (n *numbering) next(ref listRef) string {
	l := n.lists[ref.num]
	if l == nil {
		return ""
	}
	a := n.abstract(l.abstract)
	if a == nil {
		return ""
	}
	lvl := l.level(a, ref.level)
	if !lvl.defined {
		return ""
	}
	switch override := l.start[ref.level]; {
	case override >= 0:
		a.counters[ref.level], l.start[ref.level] = override, -1
	case a.started[ref.level]:
		a.counters[ref.level]++
	default:
		a.counters[ref.level] = lvl.start
	}
	a.started[ref.level] = true
	// Levels above it that were passed over count as shown: the next paragraph of
	// theirs is the second.
	for above := range ref.level {
		if !a.started[above] {
			a.started[above], a.counters[above] = true, l.level(a, above).start
		}
	}
	for deeper := ref.level + 1; deeper < levels; deeper++ {
		// §17.9.10: 0 never restarts; k restarts after level k only.
		if restart := l.level(a, deeper).restart; restart < 0 || ref.level < restart {
			a.started[deeper] = false
		}
	}
	return l.show(a, lvl)
}

// abstract follows w:numStyleLink to the list that defines the levels.
func (n *numbering) abstract(id int) *abstractList {
	for range maxBased {
		a := n.abstracts[id]
		if a == nil || a.styled == "" {
			return a
		}
		next, ok := n.styles[a.styled]
		if !ok || next == id {
			return a
		}
		id = next
	}
	return nil
}

func (l *list) level(a *abstractList, i int) *level {
	if l.levels[i] != nil {
		return l.levels[i]
	}
	return &a.levels[i]
}

// show expands w:lvlText (§17.9.11): %k stands for the number of level k.
func (l *list) show(a *abstractList, lvl *level) string {
	if lvl.format == "bullet" { // a bullet is no number, and no text
		return ""
	}
	var b strings.Builder
	for i := 0; i < len(lvl.text); i++ {
		c := lvl.text[i]
		if c != '%' || i+1 == len(lvl.text) || lvl.text[i+1] < '1' || lvl.text[i+1] > '9' {
			b.WriteByte(c)
			continue
		}
		i++
		k := int(lvl.text[i] - '1')
		other := l.level(a, k)
		count := a.counters[k]
		if !a.started[k] {
			count = other.start
		}
		format := other.format
		if lvl.legal && format != "none" {
			format = "decimal"
		}
		b.WriteString(numeral(format, count))
	}
	return b.String()
}

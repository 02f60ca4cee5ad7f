package msword

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Levels is how many levels a list has (ISO/IEC 29500-1 §17.9.6).
const Levels = 9

// maxLinks bounds the chain of w:numStyleLink, which may be made to run in circles.
const maxLinks = 32

// MaxLevelText bounds w:lvlText: Word shows a few characters; a long one
// repeated at every paragraph would swell the document.
const MaxLevelText = 64

// Numbering is the numbering part (§17.9) with the counters of its lists.
type Numbering struct {
	Abstracts map[int]*AbstractList
	Lists     map[int]*List
	Styles    map[string]int // w:styleLink → w:abstractNumId
}

// AbstractList is a w:abstractNum. Lists that share one share its counters.
type AbstractList struct {
	Levels   [Levels]Level
	Styled   string // w:numStyleLink: the levels are those of another
	counters [Levels]int
	started  [Levels]bool
}

// List is a w:num: an abstract list with overrides.
type List struct {
	Abstract int
	Levels   [Levels]*Level // w:lvlOverride/w:lvl
	Start    [Levels]int    // w:startOverride, -1 where absent or used up
}

// Level is a w:lvl.
type Level struct {
	Format  string // w:numFmt
	Text    string // w:lvlText
	Start   int
	Restart int // w:lvlRestart, -1 where absent
	Legal   bool
	Defined bool
	Style   string // w:pStyle tied to the level
	Vanish  Toggle // of the number, not of the paragraph's text
	Strike  Toggle
	Close   bool // nothing stands between the number and the text (w:suff, §17.9.28)
}

// NewNumbering is a numbering without lists.
func NewNumbering() *Numbering {
	return &Numbering{Abstracts: map[int]*AbstractList{}, Lists: map[int]*List{}, Styles: map[string]int{}}
}

// Apart tells whether what stands between a number and the text behind it has to
// be written, lest the two read as one number: 1. and 95%.
func Apart(number, text []byte) bool {
	if !bytes.ContainsFunc(number, unicode.IsDigit) || bytes.HasSuffix(number, []byte("）")) {
		return false
	}
	c, _ := utf8.DecodeRune(text)
	return c == '.' || c == '．' || unicode.IsDigit(c)
}

// Next advances a list and gives the number of a paragraph of its level, ""
// where there is no such list.
func (n *Numbering) Next(num, at int) string {
	l := n.Lists[num]
	if l == nil {
		return ""
	}
	a := n.Abstract(l.Abstract)
	if a == nil {
		return ""
	}
	lvl := l.level(a, at)
	if !lvl.Defined {
		return ""
	}
	switch override := l.Start[at]; {
	case override >= 0:
		a.counters[at], l.Start[at] = override, -1
	case a.started[at]:
		a.counters[at]++
	default:
		a.counters[at] = lvl.Start
	}
	a.started[at] = true
	// Levels above it that were passed over count as shown: the next paragraph of
	// theirs is the second.
	for above := range at {
		if !a.started[above] {
			a.started[above], a.counters[above] = true, l.level(a, above).Start
		}
	}
	for deeper := at + 1; deeper < Levels; deeper++ {
		// §17.9.10: 0 never restarts; k restarts after level k only.
		if restart := l.level(a, deeper).Restart; restart < 0 || at < restart {
			a.started[deeper] = false
		}
	}
	return l.show(a, lvl)
}

// Look is a level of a list, one that says nothing where there is no such list.
func (n *Numbering) Look(num, at int) *Level {
	if l := n.Lists[num]; l != nil {
		if a := n.Abstract(l.Abstract); a != nil {
			return l.level(a, at)
		}
	}
	return &Level{}
}

// Abstract follows w:numStyleLink to the list that defines the levels.
func (n *Numbering) Abstract(id int) *AbstractList {
	for range maxLinks {
		a := n.Abstracts[id]
		if a == nil || a.Styled == "" {
			return a
		}
		next, ok := n.Styles[a.Styled]
		if !ok || next == id {
			return a
		}
		id = next
	}
	return nil
}

func (l *List) level(a *AbstractList, i int) *Level {
	if l.Levels[i] != nil {
		return l.Levels[i]
	}
	return &a.Levels[i]
}

// show expands w:lvlText (§17.9.11): %k stands for the number of level k.
func (l *List) show(a *AbstractList, lvl *Level) string {
	if lvl.Format == "bullet" {
		return bullet(lvl.Text)
	}
	var b strings.Builder
	for i := 0; i < len(lvl.Text); i++ {
		c := lvl.Text[i]
		if c != '%' || i+1 == len(lvl.Text) || lvl.Text[i+1] < '1' || lvl.Text[i+1] > '9' {
			b.WriteByte(c)
			continue
		}
		i++
		k := int(lvl.Text[i] - '1')
		other := l.level(a, k)
		count := a.counters[k]
		if !a.started[k] {
			count = other.Start
		}
		format := other.Format
		if lvl.Legal && format != "none" {
			format = "decimal"
		}
		if digits := Pattern(format); digits > 0 {
			fmt.Fprintf(&b, "%0*d", digits, count)
		} else {
			b.WriteString(Numeral(format, count))
		}
	}
	return b.String()
}

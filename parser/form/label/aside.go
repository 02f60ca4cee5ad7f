package label

import (
	_ "embed" // asides.tsv
	"sync"
)

//go:embed asides.tsv
var asideTable string

// asides are the words of asides.tsv, and how the labels made of them end.
type asides struct {
	words map[string]role
	tails map[string]bool // the last two characters
	ends  [1 << 12]bool   // by the last twelve bits of the last character, as most texts end in none of them
}

var asideLabels = sync.OnceValue(func() *asides {
	a := &asides{words: mustWords("asides.tsv", asideTable), tails: map[string]bool{}}
	for word, is := range a.words {
		if is&rolePlain == 0 {
			a.tails[word[len(word)-twoHan:]] = true
			a.ends[lastBits(word)] = true
		}
	}
	return a
})

const twoHan = 2 * len("字")

// lastBits are the last twelve bits of the character of three bytes that a text ends in.
func lastBits[T string | []byte](s T) int {
	return int(s[len(s)-2]&0x3F)<<6 | int(s[len(s)-1]&0x3F)
}

// mayBeAside tells most texts from such labels by their length and last character.
func mayBeAside[T string | []byte](a *asides, s T) bool {
	return len(s) >= twoHan && len(s) <= longestAside && a.ends[lastBits(s)]
}

// asideOf is the entry of a label whose value bears on no field, by the words that it
// is made of: 项目负责人及联系电话, 项目实施地点. Nil for any other text.
func (ls Set) asideOf(s string) *Entry {
	a := ls.asides
	if !mayBeAside(a, s) || !a.tails[s[len(s)-twoHan:]] {
		return nil
	}
	said, last, whole := roles(a.words, s)
	if !whole || last&(roleNoun|roleWhole) == 0 || said == roleNoun && a.words[s] != 0 {
		return nil
	}
	return ls.entries["负责人"]
}

// longestAside bounds the bytes of such a label.
const longestAside = 14 * len("字")

package quantity

// Words is a short list of words in folded spelling.
type Words [][]rune

// WordList makes a list of words.
func WordList(words ...string) Words {
	list := make(Words, len(words))
	for i, word := range words {
		list[i] = []rune(word)
	}
	return list
}

// Past gives the place behind the first of words that stands at p, p itself where
// none does.
func (t *folded) Past(p int, words Words) int {
	for _, word := range words {
		if t.spells(p, word) {
			return p + len(word)
		}
	}
	return p
}

// spells reports a word at p.
func (t *folded) spells(p int, word []rune) bool {
	for i, r := range word {
		if t.Rune(p+i) != r {
			return false
		}
	}
	return true
}

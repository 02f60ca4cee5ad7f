package quantity

// idleness says whether a rune of text begins a token.
type idleness uint8

const (
	mayBegin idleness = iota
	leads             // only where a surface of the vocabulary goes on behind it
	idle              // never
)

// findIdle marks the Han runes that only ever continue a run of text, the
// bulk of every text.
func (v *vocabulary) findIdle() {
	for r := rune(0x3400); r <= 0x9FFF; r++ {
		switch {
		case v.numeralAt(r).Kind != NoNumeral:
		case v.trie.first[r] == 0:
			v.idle[r] = idle
		default:
			v.idle[r] = leads
		}
	}
	for _, r := range "每至到和与第前数几上指正" {
		v.idle[r] = mayBegin
	}
}

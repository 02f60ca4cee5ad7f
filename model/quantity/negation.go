package quantity

import "jxmb/model"

// tails finds the words that end in front of a place, by their last rune.
type tails struct {
	words map[rune][][]rune
	ends  [1 << 10]uint64 // a bit for each rune that ends a word: most end none
}

func newTails() *tails { return &tails{words: map[rune][][]rune{}} }

func (t *tails) add(word string) {
	runes := []rune(word)
	last := runes[len(runes)-1]
	t.words[last] = append(t.words[last], runes)
	t.ends[uint16(last)>>6] |= 1 << (last & 63)
}

// before counts the glyphs of the longest of the words that ends in front of p,
// 0 where none does.
func (t *tails) before(text *folded, p int) int {
	last := text.Rune(p - 1)
	if t.ends[uint16(last)>>6]>>(last&63)&1 == 0 {
		return 0
	}
	best := 0
	for _, word := range t.words[last] {
		if n := len(word); n > best && p >= n && text.spells(p-n, word) {
			best = n
		}
	}
	return best
}

// BoundEnding is the row of the bound in words that ends glyphs [from,end), where they
// are few enough for a noun in front of it: 项目以上. It is empty where none does.
func (t *folded) BoundEnding(from, end int) (op OperatorRow) {
	const longest = 10
	n := t.v.bounds.before(t, end)
	if n > 1 && n < end-from && end-from <= longest {
		op = *t.Operator(t.Row(end-n, RoleSuffix))
	}
	return op
}

// Denied reports a negation that ends in front of p, with up to three adverbs and
// auxiliary verbs between: 不 of 不等于, 不得随意 of 不得随意超过, 不 of 不该再少于. It denies
// what no row of the vocabulary puts together.
func (t *Text) Denied(p int) bool {
	for n := 0; n < 4 && t.Han(p-1); n++ {
		if t.negationEnds(p) {
			return true
		}
		between := t.v.adverbs.before(&t.folded, p)
		if between == 0 {
			return false
		}
		p -= between
	}
	return false
}

// negationEnds reports a negation that ends in front of p and is no part of a
// longer word, as 别 is of 类别 and 没 of 淹没.
func (t *Text) negationEnds(p int) bool {
	n := t.v.negations.before(&t.folded, p)
	return n > 0 && !(p > n && t.Word(p-n-1) == n+1)
}

// addNegations enters every negation in front of every operator that bounds a
// number from outside: 不超过 and 没有突破 are ≤, 不得低于 and 未低于 are ≥.
func (v *vocabulary) addNegations(rows [][]string) error {
	v.negations, v.adverbs = newTails(), newTails()
	bounding := v.operators
	for _, row := range rows {
		if row[1] == "adverb" {
			v.adverbs.add(row[0])
			continue
		}
		v.negations.add(row[0])
		if row[1] == "denial" {
			continue
		}
		for i := range bounding {
			if err := v.negate(row[0], &bounding[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// negated is what the negation of an operator says.
var negated = map[model.Operator]model.Operator{model.Greater: model.LessEqual, model.Less: model.GreaterEqual}

// negate enters the negation of one operator.
func (v *vocabulary) negate(negation string, op *OperatorRow) error {
	inverse, bounds := negated[op.Operator]
	if !bounds || op.Strength != Word || op.Negated {
		return nil
	}
	row := OperatorRow{Surface: negation + op.Surface, Operator: inverse, Strength: Word, Negated: true}
	v.operators = append(v.operators, row)
	return v.enter(row.Surface, RolePrefix, len(v.operators)-1)
}

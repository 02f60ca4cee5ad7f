package value

import (
	"testing"

	"jxmb/fixtures/wordlist"
	"jxmb/model/quantity"
)

func TestLists(t *testing.T) {
	t.Parallel()
	wordlist.Check(t, "lex/words.tsv", quantity.Folded, ".", "lex")
}

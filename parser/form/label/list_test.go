package label_test

import (
	"testing"

	"jxmb/fixtures/wordlist"
	"jxmb/parser/form/label"
)

func TestLists(t *testing.T) {
	t.Parallel()
	wordlist.Check(t, "words.tsv", label.Normal, ".", "..", "../record")
}

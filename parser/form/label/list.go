package label

import (
	_ "embed" // words.tsv
	"strings"
	"sync"

	"jxmb/model/tsv"
)

//go:embed words.tsv
var wordTable string

var lists = sync.OnceValue(func() tsv.Lists { return tsv.MustLists("words.tsv", wordTable) })

// Listed is the words of a list of words.tsv, in the order of the table.
func Listed(list string) []string { return lists().Of(list) }

// begins, ends and holds ask for one of some words in a text.
func begins(s string, words []string) bool { return some(s, words, strings.HasPrefix) }
func ends(s string, words []string) bool   { return some(s, words, strings.HasSuffix) }
func holds(s string, words []string) bool  { return some(s, words, strings.Contains) }

func some(s string, words []string, is func(s, word string) bool) bool {
	for _, word := range words {
		if is(s, word) {
			return true
		}
	}
	return false
}

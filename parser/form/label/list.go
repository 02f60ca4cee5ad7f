package label

import (
	_ "embed" // words.tsv
	"slices"
	"sync"

	"jxmb/model/tsv"
)

//go:embed words.tsv
var wordTable string

var lists = sync.OnceValue(func() tsv.Lists { return tsv.MustLists("words.tsv", wordTable) })

// Listed is the words of a list of words.tsv, in the order of the table.
func Listed(list string) []string { return lists().Of(list) }

// listed asks whether a text stands so to a word of a list: [strings.HasPrefix],
// [strings.HasSuffix] or [strings.Contains].
func listed(s, list string, stands func(s, word string) bool) bool {
	return slices.ContainsFunc(lists().Of(list), func(word string) bool { return stands(s, word) })
}

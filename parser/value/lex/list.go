package lex

import (
	_ "embed" // words.tsv
	"fmt"
	"slices"
	"sync"

	"jxmb/model/tsv"
)

//go:embed words.tsv
var wordTable string

var lists = sync.OnceValue(func() map[string][]string {
	lists, err := parseLists(wordTable)
	if err != nil {
		panic("lex: internal error: " + err.Error())
	}
	return lists
})

func parseLists(table string) (map[string][]string, error) {
	lists := map[string][]string{}
	err := tsv.Each("words.tsv", table, 3, func(row []string) error {
		list, word := row[0], row[1]
		if word == "" || slices.Contains(lists[list], word) {
			return fmt.Errorf("%q is empty or doubled in the list %q", word, list)
		}
		lists[list] = append(lists[list], word)
		return nil
	})
	return lists, err
}

// Listed is the words of a list of words.tsv, in the order of the table.
func Listed(list string) []string {
	words := lists()[list]
	if len(words) == 0 {
		panic(fmt.Sprintf("lex: internal error: words.tsv has no list %q", list))
	}
	return words
}

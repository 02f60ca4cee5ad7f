package tsv

import (
	"fmt"
	"slices"
)

// Lists are words in lists by what they do: a table of the list's name, the word and
// its source.
type Lists map[string][]string

// ReadLists refuses a word that a list has twice.
func ReadLists(name, table string) (Lists, error) {
	lists := Lists{}
	err := Each(name, table, 3, func(row []string) error {
		list, word := row[0], row[1]
		if word == "" || slices.Contains(lists[list], word) {
			return fmt.Errorf("%q is empty or doubled in the list %q", word, list)
		}
		lists[list] = append(lists[list], word)
		return nil
	})
	return lists, err
}

// MustLists are those of a table that only a wrong program can hold a fault in.
func MustLists(name, table string) Lists {
	lists, err := ReadLists(name, table)
	if err != nil {
		panic("internal error: " + err.Error())
	}
	return lists
}

// Of is the words of a list, in the order of the table.
func (l Lists) Of(list string) []string {
	words := l[list]
	if len(words) == 0 {
		panic(fmt.Sprintf("internal error: no list %q", list))
	}
	return words
}

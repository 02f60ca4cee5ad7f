package lex

import (
	_ "embed" // words.tsv
	"sync"

	"jxmb/model/tsv"
)

//go:embed words.tsv
var wordTable string

var lists = sync.OnceValue(func() tsv.Lists { return tsv.MustLists("words.tsv", wordTable) })

// Listed is the words of a list of words.tsv, in the order of the table.
func Listed(list string) []string { return lists().Of(list) }

// Package draft is what is written down of a submission while it is read: its
// projects with the places of their fields, their results and goals, and the findings.
package draft

import (
	"jxmb/model"
	"jxmb/parser/block"
)

// Document is a document while it is written down from the blocks of a submission, with
// the findings of reading.
type Document struct {
	Doc    *block.Document
	lang   model.Lang
	Out    *model.Document
	afford func(bytes int) error // asked for the memory of what is found; nil: there is enough
	Full   error                 // of afford: nothing more is read
}

// New is the draft of a document with nothing in it; afford may be nil.
func New(blocks *block.Document, lang model.Lang, afford func(bytes int) error) *Document {
	return &Document{Doc: blocks, lang: lang, Out: &model.Document{Schema: model.Schema}, afford: afford}
}

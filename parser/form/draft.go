package form

import (
	"jxmb/model"
	"jxmb/parser/block"
)

// draft is a document while it is written down from the blocks of a submission, with
// the findings of reading.
type draft struct {
	doc    *block.Document
	lang   model.Lang
	out    *model.Document
	afford func(bytes int) error // asked for the memory of what is found; nil: there is enough
	full   error                 // of afford: nothing more is read
}

func newDraft(blocks *block.Document, lang model.Lang, afford func(bytes int) error) *draft {
	return &draft{doc: blocks, lang: lang, out: &model.Document{Schema: model.Schema}, afford: afford}
}

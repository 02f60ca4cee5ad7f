package pdf

import (
	"unicode/utf8"

	"jxmb/model"
)

// maxPages is how many pages a document gets unless Options.Pages says another
// number: more than a thousand projects take.
const maxPages = 2000

// A page of a form has some 600 characters, one of nothing but prose five times as
// many; each is laid out once for each size of type that is tried. Up to mostText
// there is room for them, beyond it for what long documents are: 2,000 pages of
// prose took five seconds.
const (
	pageText     = 1500
	longPageText = 500
	mostText     = 1_000_000
)

// limits bound what a document takes while it is laid out, before anything is
// painted.
type limits struct {
	pages int // at most
	text  int // characters laid out so far
	fault *model.Fault
}

// allow counts the characters of a text that is to be broken into lines; false
// when there are too many.
func (l *limits) allow(text string) bool {
	l.text += utf8.RuneCountInString(text)
	if most := max(l.pages*longPageText, min(l.pages*pageText, mostText)); l.text > most && l.fault == nil {
		l.fault = tooLong(model.Say("文字超过 %d 字，PDF 最多 %d 页（%s）", "more than %d characters of text, for a PDF of at most %d pages (%s)", most, l.pages, PagesLimit))
	}
	return l.fault == nil
}

// full tells that no page may be added to n.
func (l *limits) full(n int) bool {
	if n >= l.pages && l.fault == nil {
		l.fault = tooLong(model.Say("PDF 超过 %d 页的上限（%s）", "the PDF exceeds the limit of %d pages (%s)", l.pages, PagesLimit))
	}
	return l.fault != nil
}

// PagesLimit is how faults name the limit of pages.
const PagesLimit = "Options.Pages"

func tooLong(what model.Text) *model.Fault {
	return &model.Fault{
		Kind: model.FaultLimit, Limit: PagesLimit, What: what,
		Hint: model.Say("核对文件；确实要印这么多时放宽上限", "check the file; raise the limit if so much is to be printed"),
	}
}

package doc

import (
	"context"
	"io"

	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// Options of [Read].
type Options struct {
	Limits ooxml.Limits // those that name parts and entries of archives count for streams
}

// Read reads the compound file of size bytes at r. Its errors are
// [*model.Fault], one of them that ctx has ended, one what a compound file is
// that holds no Word document. It may be called from any number of goroutines.
//
// Byte ranges of the result are offsets into the WordDocument stream; a
// paragraph or cell whose pieces do not ascend there ends with its first.
func Read(ctx context.Context, r io.ReaderAt, size int64, opts Options) (*block.Document, error) {
	limits := opts.Limits.WithDefaults()
	c, err := openContainer(r, size, limits)
	if err != nil {
		return nil, err
	}
	rd := &reader{ctx: ctx, container: c, limits: limits, doc: &block.Document{Part: mainStream}}
	if err := rd.open(); err != nil {
		return nil, err
	}
	rd.body()
	rd.margins()
	rd.finishBookmarks()
	if rd.err != nil {
		return nil, rd.err
	}
	rd.doc.Application, rd.doc.Bytes = c.application(), rd.spent
	return rd.doc, nil
}

// open reads the structures that all text needs.
func (r *reader) open() (err error) {
	if r.stream, err = r.container.stream(mainStream); err != nil {
		return err
	}
	if r.fib, err = readFIB(r.stream); err != nil {
		return err
	}
	if r.table, err = r.container.stream(r.fib.table); err != nil {
		return err
	}
	if r.pieces, err = readPieces(r.structure(pairClx), r.stream); err != nil {
		return err
	}
	r.characters.list = readSpans(r.structure(pairCharacters), r.stream, characterPage)
	r.paragraphs.list = readSpans(r.structure(pairParagraphs), r.stream, paragraphPage)
	r.fonts = readFonts(r.structure(pairFonts))
	r.styles = stylesheet{list: readStyles(r.structure(pairStyles)), r: r}
	r.readBookmarks()
	return r.err
}

func (r *reader) structure(pair int) []byte { return r.fib.structure(r.table, pair) }

// body reads the main story.
func (r *reader) body() {
	from, to := r.fib.story(storyMain)
	r.flow = &flow{}
	r.story(from, to)
}

// story reads paragraphs of a range of the text into the flow.
func (r *reader) story(from, to uint32) {
	for from < to && !r.stopped() {
		m, ok := r.mark(from, to)
		if !ok {
			break
		}
		r.paragraph(from, m)
		from = m.to
	}
	r.closeTables(r.flow.base)
}

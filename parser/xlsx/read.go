package xlsx

import (
	"context"
	"io"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// Options of [Read].
type Options struct {
	Limits ooxml.Limits // PartBytes bounds all sheets and strings together, Cells one table
}

// Read reads the workbook of size bytes at r. Byte ranges count through the
// parts of its sheets, one behind the other; sheet and cell are what places go
// by. Its errors are [*model.Fault], one of them that ctx has ended.
func Read(ctx context.Context, r io.ReaderAt, size int64, opts Options) (*block.Document, error) {
	limits := opts.Limits.WithDefaults()
	file, err := ooxml.Open(r, size, limits)
	if err != nil {
		return nil, err
	}
	links, err := file.Links()
	if err != nil {
		return nil, err
	}
	main := links.Main
	if main == ooxml.UsualMain && file.IsWorkbook() {
		main = usualMain // the package lost its relationships
	}
	switch f, err := file.Member(main); {
	case err != nil:
		return nil, err
	case f == nil:
		return nil, file.What(main)
	case isBinary(main):
		return nil, ooxml.FileFault(model.FaultNotDocx, model.Text{ZH: "这是二进制的 Excel 工作簿（.xlsb）", EN: "this is a binary Excel workbook (.xlsb)"}, ooxml.SaveAsXlsx)
	}
	b := newBudget(limits)
	book, err := openWorkbook(file, main, b)
	if err != nil {
		return nil, err
	}
	rd := &reader{ctx: ctx, book: book, doc: &block.Document{Part: main, Application: file.Application(links.App)}}
	if rd.doc.Application == annotator {
		return nil, ooxml.FileFault(model.FaultForeign, model.Text{ZH: "这是 jxmb 写出的结果，不是报送文件", EN: "this is a result that jxmb wrote, no submission"},
			model.Text{ZH: "请给出单位报送的原文件", EN: "name the file that was submitted"})
	}
	rd.format = newFormats(book)
	if err := rd.sheets(); err != nil {
		return nil, err
	}
	rd.doc.NoteMargins(rd.margins, ooxml.Shown)
	rd.doc.Bytes = limits.ResultBytes - b.result
	return rd.doc, nil
}

// usualMain is where nearly every producer puts the main part.
const usualMain = "xl/workbook.xml"

// reader builds the document, a sheet at a time.
type reader struct {
	ctx    context.Context
	book   *workbook
	doc    *block.Document
	format *formats
	base   int // offset of the sheet's part among all of them
	tables int

	margins block.Margins
}

// sheets reads all of them in the order of the workbook.
func (r *reader) sheets() error {
	for i := range r.book.sheets {
		if r.ctx.Err() != nil {
			return model.Interrupted(r.ctx)
		}
		if err := r.sheet(&r.book.sheets[i]); err != nil {
			return err
		}
	}
	return nil
}

// sheet reads one. A hidden one is read as far as to say what it holds.
func (r *reader) sheet(entry *sheetEntry) error {
	src, err := r.book.large(entry.part)
	if src == nil || err != nil {
		return err
	}
	w := &worksheet{reader: r, entry: entry}
	if err := w.scan(src); err != nil {
		return err
	}
	if entry.hidden {
		w.noteHiddenSheet()
	} else if err := w.show(); err != nil {
		return err
	}
	r.base += len(src)
	return nil
}

// show lays out what was scanned.
func (w *worksheet) show() error {
	w.settle()
	links := w.links()
	w.readComments(links)
	w.readDrawings(links)
	if err := w.lay(); err != nil {
		return err
	}
	w.placeNotes()
	return w.spend(0) // notes may have taken all
}

// links are the parts that the sheet refers to; one without any has none.
func (w *worksheet) links() []ooxml.Relationship {
	links, err := w.book.file.Relationships(w.entry.part)
	if err != nil {
		return nil // the cells needed none
	}
	return links
}

// note adds a note at a place of the sheet. Too many end the reading when the
// budget is asked for next.
func (r *reader) note(n block.Note, sheet string) {
	r.book.budget.result -= costNote
	n.Count = max(n.Count, 1)
	n.Text, n.Sheet = ooxml.Shown([]byte(n.Text)), sheet
	r.doc.Notes = append(r.doc.Notes, n)
}

// Package text reads tables that were copied out of a document as text. Two
// notations are met, and the lines themselves tell which:
//
//   - rows: what copying a table from Excel, Word or a web page gives. A line
//     is a row, its cells are set apart by tabs; a cell with a line break
//     stands in double quotes as Excel copies it, or goes on in the next line
//     as Word copies it. See rows.go.
//   - a dump: a line led by a tab is a cell, an empty line ends a row, one
//     more the table. See dump.go.
//
// In both, other lines are paragraphs, and "[bookmark: NAME]" stands where a
// bookmark starts. Neither says which cells are merged: a cell that goes on
// below or beside stands as a blank one or, where it goes on beside, not at all.
package text

import (
	"context"
	"strings"

	"jxmb/model"
	"jxmb/parser/block"
)

// The limits of a text, each named in the error that exceeding it gives. The
// largest submission seen has 42 kB, 5,000 cells and 700 lines.
const (
	MaxBytes     = 32 << 20 // of the file
	maxSlots     = 300_000  // grid slots of one table, as for Word
	maxCells     = 500_000  // grid slots of all tables
	maxLines     = 500_000  // cells, and lines that hold something
	maxCellBytes = 4 << 20  // of one cell, as for Word
)

// costLine is what a cell or a line takes in memory beside its text.
const costLine = 184

// Read reads a text in UTF-8, UTF-16 or GB 18030. Byte ranges are offsets into
// it as UTF-8, its byte order mark included; the part is name. Its errors are
// [*model.Fault].
func Read(ctx context.Context, name string, data []byte) (*block.Document, error) {
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	r := &reader{ctx: ctx, doc: &block.Document{Part: name}, text: text}
	if r.isDump() {
		err = r.dump()
	} else {
		err = r.pasted()
	}
	if err != nil {
		return nil, err
	}
	r.doc.Bytes = int64(len(text) + r.counted*costLine + r.slots*4)
	return r.doc, nil
}

// reader gathers the blocks of a text.
type reader struct {
	ctx     context.Context
	doc     *block.Document
	text    string
	rows    []row // finished rows of the table being read
	slots   int   // of all tables
	tables  int
	counted int // cells and lines read
}

// row is the cells of a row from left to right.
type row []cell

// start is where a row begins in the text.
func (r row) start() int { return r[0].start }

// linesAtOnce is how often the context is asked.
const linesAtOnce = 256

// count counts a line or cell that begins at start, so that a text of nothing
// but tabs or short lines is refused before it fills the memory.
func (r *reader) count(start int) error {
	r.counted++
	switch {
	case r.counted > maxLines:
		return r.tooMuch(start, model.Say("文本超过 %d 格或行的上限", "the text has more than the limit of %d cells or lines", maxLines))
	case r.counted%linesAtOnce == 0 && r.ctx.Err() != nil:
		return model.Interrupted(r.ctx)
	}
	return nil
}

// tooMuch is the fault of a limit that the text exceeds from offset at on.
func (r *reader) tooMuch(at int, what model.Text) error {
	return &model.Fault{Kind: model.FaultUnreadable, Place: model.OnLine(strings.Count(r.text[:at], "\n") + 1), What: what,
		Hint: model.Text{ZH: "检查是否缺少表示表格结束的空行，或拆分后再读取", EN: "check for missing empty lines, which end tables, or split the text"}}
}

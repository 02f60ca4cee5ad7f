package doc

import (
	"context"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/msword"
	"jxmb/parser/ooxml"
)

// reader builds a Document from the streams of a file.
type reader struct {
	ctx       context.Context
	container *container
	limits    ooxml.Limits
	doc       *block.Document
	err       error

	stream []byte // WordDocument
	table  []byte // the table stream
	fib    *fib
	pieces []piece
	piece  int // that was read last

	characters spans
	paragraphs spans
	styles     stylesheet
	fonts      fontTable
	far        int // Prls of the Data stream being applied
	dataRead   bool
	dataBytes  []byte
	lists      *msword.Numbering
	shapes     *shapes
	asides     []asides
	bookmarks  bookmarks

	flow    *flow
	spent   int64
	tables  int
	fields  fields
	latest  map[block.NoteKind]latestNote
	look    lookMemo
	shared  int // bytes of Prls read that others may share
	scratch []byte
	boxes   []box // text boxes put off to the end of their paragraph
}

// Costs of the parts of a Document in memory, in bytes, rounded up.
const (
	costCell      = 240
	costParagraph = 112
	costRun       = 24
	costTable     = 192
	costRow       = 96
	costNote      = 112
	costBookmark  = 192
	costSlot      = 4
)

// spend counts n bytes of the result against the limit.
func (r *reader) spend(n int) {
	if r.spent += int64(n); r.spent > r.limits.ResultBytes {
		r.fail(ooxml.LimitFault(ooxml.LimitResult, r.limits.ResultBytes, mainStream, -1))
	}
}

// maxShared bounds the bytes of Prls that many paragraphs and runs may share,
// counted each time they are read: a few bytes of a file refer to 64 KiB of them.
// Sound documents stay below one MiB.
const maxShared = 48 << 20

// share counts Prls that others may share too; false when there are too many.
func (r *reader) share(prls []byte) bool {
	if r.shared += len(prls); r.shared > maxShared {
		r.fail(ooxml.LimitFault(ooxml.LimitPrls, maxShared, mainStream, -1))
	}
	return r.err == nil
}

// fail ends the reading; the first error stays.
func (r *reader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
}

// stopped ends the reading where the context has ended.
func (r *reader) stopped() bool {
	if r.err == nil && r.ctx.Err() != nil {
		r.err = model.Interrupted(r.ctx)
	}
	return r.err != nil
}

// data is the Data stream, read when something first refers to it; nil where
// there is none or it cannot be read.
func (r *reader) data() []byte {
	if !r.dataRead {
		r.dataRead = true
		b, err := r.container.stream(dataStream)
		if err != nil {
			r.fail(err)
		}
		r.dataBytes = b
	}
	return r.dataBytes
}

// place is the open table with its row and cell, nil outside tables.
func (r *reader) place() *openTable {
	for f := r.flow; f != nil; f = f.outer {
		if n := len(f.open); n > 0 {
			return f.open[n-1]
		}
	}
	return nil
}

// latestNote is the latest note of a kind and where it stands.
type latestNote struct {
	index int
	at    notePlace
}

type notePlace struct {
	block     int
	table     *openTable
	row, cell int
}

// note records a decision; decisions of one kind in one block or cell are
// counted together, under the first text that shows something.
func (r *reader) note(kind block.NoteKind, text string, start, end int) {
	at := notePlace{block: len(r.doc.Blocks), table: r.place()}
	if at.table != nil {
		at.row, at.cell = len(at.table.rows), len(at.table.cells)
	}
	shown := ooxml.Shown([]byte(text[:min(len(text), 1024)]))
	if last, ok := r.latest[kind]; ok && last.at == at {
		n := &r.doc.Notes[last.index]
		n.Count++
		n.End = max(n.End, end)
		if n.Text == "" {
			n.Text = shown
		}
		return
	}
	r.spend(costNote)
	index := len(r.doc.Notes)
	if r.latest == nil {
		r.latest = map[block.NoteKind]latestNote{}
	}
	r.latest[kind] = latestNote{index, at}
	n := block.Note{Kind: kind, Text: shown, Count: 1, Start: start, End: max(start, end)}
	if at.table != nil {
		n.Table, n.Row, n.Column = at.table.index, at.row+1, at.cell+1
		at.table.notes = append(at.table.notes, index)
	}
	r.doc.Notes = append(r.doc.Notes, n)
}

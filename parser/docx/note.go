package docx

import (
	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// notePlace is where the latest note of a kind stands.
type notePlace struct{ index, block int }

// note records a decision; decisions of one kind in one block or cell are
// counted together, under the first text that shows something.
func (r *reader) note(kind block.NoteKind, text []byte, start, end int) {
	last, ok := r.lastNote[kind]
	if ok && last.block == len(r.doc.Blocks) {
		n := &r.doc.Notes[last.index]
		if n.Table == r.table && n.Row == r.row && n.Column == r.column {
			n.Count++
			n.End = max(n.End, end)
			if n.Text == "" {
				n.Text = ooxml.Shown(text)
			}
			return
		}
	}
	r.spend(costNote)
	if r.lastNote == nil {
		r.lastNote = map[block.NoteKind]notePlace{}
	}
	r.lastNote[kind] = notePlace{len(r.doc.Notes), len(r.doc.Blocks)}
	r.doc.Notes = append(r.doc.Notes, block.Note{
		Kind: kind, Text: ooxml.Shown(text), Count: 1, Start: start, End: end,
		Table: r.table, Row: r.row, Column: r.column,
	})
}

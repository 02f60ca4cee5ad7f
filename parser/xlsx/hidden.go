package xlsx

import (
	"cmp"
	"slices"
	"strings"

	"jxmb/parser/block"
)

// in tells whether one of the intervals holds n.
func in(list []interval, n int32) bool { return firstShown(list, n, n) == 0 }

// firstShown is the first of from..to that no interval holds, 0 where there is
// none. No two intervals meet.
func firstShown(list []interval, from, to int32) int32 {
	i, _ := slices.BinarySearchFunc(list, from, func(v interval, n int32) int { return cmp.Compare(v.to, n) })
	if i < len(list) && list[i].from <= from {
		from = list[i].to + 1
	}
	if from > to {
		return 0
	}
	return from
}

// dropHidden leaves out the cells of hidden rows and columns, which are noted. A
// merged cell is shown where a part of it is.
func (w *worksheet) dropHidden() {
	if len(w.rows)+len(w.columns) == 0 {
		return
	}
	kept := w.cells[:0]
	var dropped hiddenText
	moved := false
	for _, c := range w.cells {
		row, column := in(w.rows, c.row), in(w.columns, c.column)
		if !row && !column {
			kept = append(kept, c)
			continue
		}
		if m, ok := w.mergeAt(c.row, c.column); ok {
			toRow, toColumn := firstShown(w.rows, m.top, m.bottom), firstShown(w.columns, m.left, m.right)
			if toRow > 0 && toColumn > 0 {
				c.row, c.column, moved = toRow, toColumn, true
				kept = append(kept, c)
				continue
			}
		}
		dropped.add(w, c, row)
	}
	dropped.end(w)
	w.cells = kept
	if moved {
		w.sortCells()
	}
	w.boxes = slices.DeleteFunc(w.boxes, func(s span) bool { return in(w.rows, s.row) })
}

// mergeAt is the merged range that begins at a cell.
func (w *worksheet) mergeAt(row, column int32) (rect, bool) {
	i, ok := slices.BinarySearchFunc(w.merges, rect{top: row, left: column}, byCorner)
	if !ok {
		return rect{}, false
	}
	return w.merges[i], true
}

// hiddenText gathers what hidden rows that follow each other hold, or one hidden
// cell of a row that is shown.
type hiddenText struct {
	first cell
	last  int32
	texts []string
	count int
	byRow bool
}

// maxTexts bounds the texts that a note names.
const maxTexts = 20

func (h *hiddenText) add(w *worksheet, c cell, byRow bool) {
	next := h.last
	if byRow {
		next++ // hidden rows that follow each other are one note
	}
	if byRow != h.byRow || c.row > next {
		h.end(w)
	}
	if h.count == 0 {
		h.first, h.byRow = c, byRow
	}
	h.last = c.row
	if h.count++; len(h.texts) < maxTexts {
		h.texts = append(h.texts, c.text)
	}
}

func (h *hiddenText) end(w *worksheet) {
	if h.count > 0 {
		w.noteCell(block.Note{Kind: block.NoteHidden, Text: strings.Join(h.texts, " "), Count: h.count}, h.first)
	}
	*h = hiddenText{}
}

// noteHiddenSheet says that a hidden sheet holds something, and what.
func (w *worksheet) noteHiddenSheet() {
	if len(w.cells) == 0 {
		return
	}
	var texts []string
	for i := range w.cells[:min(len(w.cells), maxTexts)] {
		texts = append(texts, w.cells[i].text)
	}
	w.note(block.Note{
		Kind: block.NoteHidden, Count: len(w.cells), Text: w.entry.name + ": " + strings.Join(texts, " "),
		Start: w.base, End: w.base,
	}, w.entry.name)
}

package xlsx

import (
	"cmp"
	"slices"
	"strings"

	"jxmb/parser/block"
)

// settle puts rows, cells and merges in order: some producers write none.
func (w *worksheet) settle() {
	w.sortCells()
	slices.SortFunc(w.boxes, func(a, b span) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.from, b.from)) })
	slices.SortFunc(w.rows, func(a, b interval) int { return cmp.Compare(a.from, b.from) })
	slices.SortStableFunc(w.merges, byCorner)
	w.rows, w.columns = united(w.rows), united(w.columns)
	w.oneEach()
	w.dropHidden()
}

func (w *worksheet) sortCells() {
	byPlace := func(a, b cell) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.column, b.column)) }
	if !slices.IsSortedFunc(w.cells, byPlace) {
		slices.SortStableFunc(w.cells, byPlace)
	}
}

// byCorner orders merged ranges by their first cells.
func byCorner(a, b rect) int { return cmp.Or(cmp.Compare(a.top, b.top), cmp.Compare(a.left, b.left)) }

// oneEach leaves one cell at each place, with the text of all; that of a second
// one is noted.
func (w *worksheet) oneEach() {
	kept := w.cells[:0]
	for i, end := 0, 0; i < len(w.cells); i = end {
		c := w.cells[i]
		texts := []string(nil)
		for end = i + 1; end < len(w.cells) && w.cells[end].row == c.row && w.cells[end].column == c.column; end++ {
			w.noteCell(block.Note{Kind: block.NoteMergeText, Text: w.cells[end].text}, w.cells[end])
			if texts == nil {
				texts = append(texts, c.text)
			}
			texts = append(texts, w.cells[end].text)
		}
		if texts != nil {
			c.text = strings.Join(texts, "\n")
		}
		kept = append(kept, c)
	}
	w.cells = kept
}

// united joins intervals that meet; they are in order.
func united(list []interval) []interval {
	out := list[:0]
	for _, v := range list {
		if n := len(out); n > 0 && v.from <= out[n-1].to+1 {
			out[n-1].to = max(out[n-1].to, v.to)
			continue
		}
		out = append(out, v)
	}
	return out
}

package xlsx

import (
	"cmp"
	"slices"
	"strings"
)

// gap is blank columns between two that hold something.
type gap struct{ left, right int32 }

// columnPieces cuts a region at blank columns where a table stands on either
// side: with lines around their cells on both sides and none between or, where
// no lines are drawn, with the same labels in the same rows.
func (w *worksheet) columnPieces(r region) []region {
	gaps := w.gaps(r)
	if len(gaps) == 0 {
		return []region{r}
	}
	columns := make([][]cell, len(gaps)+1)
	for i := range r.cells {
		k, _ := slices.BinarySearchFunc(gaps, r.cells[i].column, func(g gap, column int32) int { return cmp.Compare(g.right, column+1) })
		columns[k] = append(columns[k], r.cells[i])
	}
	pieces := []region{newRegion(columns[0])}
	for _, cells := range columns[1:] {
		left, right := &pieces[len(pieces)-1], newRegion(cells)
		if twoTables(*left, right) {
			pieces = append(pieces, right)
			continue
		}
		return []region{r} // a table with a column that was left blank
	}
	return pieces
}

// twoTables tells whether two regions side by side are tables of their own.
func twoTables(left, right region) bool {
	if !stand(left) || !stand(right) {
		return false
	}
	return drawn(left) && drawn(right) || alike(left, right)
}

// gaps are the blank columns of a region that no merged cell reaches over and
// no lines go through.
func (w *worksheet) gaps(r region) (gaps []gap) {
	used := make([]int32, 0, len(r.cells))
	for i := range r.cells {
		used = append(used, r.cells[i].column)
	}
	slices.Sort(used)
	used = slices.Compact(used)
	if int(r.right-r.left)+1-len(used) == 0 {
		return nil
	}
	merges := w.mergesIn(r)
	slices.SortFunc(merges, func(a, b rect) int { return cmp.Compare(a.left, b.left) })
	boxes := slices.Clone(w.boxesIn(r.top, r.bottom))
	slices.SortFunc(boxes, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	reach, merge, box := int32(0), 0, 0
	for i := 1; i < len(used); i++ {
		left, right := used[i-1], used[i]
		for ; merge < len(merges) && merges[merge].left <= left; merge++ {
			reach = max(reach, merges[merge].right)
		}
		for ; box < len(boxes) && boxes[box].from < right; box++ {
			if boxes[box].to > left {
				reach = max(reach, boxes[box].to+1) // lines in the gap
			}
		}
		if right > left+1+hiddenBetween(w.columns, left+1, right-1) && reach < right {
			gaps = append(gaps, gap{left, right})
		}
	}
	return gaps
}

// stand tells whether a region may be a table: it has two columns and rows.
func stand(r region) bool { return r.right > r.left && r.bottom > r.top }

// drawn tells whether most cells of a region have lines around them.
func drawn(r region) bool {
	n := 0
	for i := range r.cells {
		if r.cells[i].boxed {
			n++
		}
	}
	return 2*n > len(r.cells)
}

// alike tells whether two regions say the same in the same rows three times:
// the labels of two forms of one kind.
func alike(a, b region) bool {
	same := 0
	for i, k := 0, 0; i < len(a.cells) && k < len(b.cells); {
		row := min(a.cells[i].row, b.cells[k].row)
		said := map[string]bool{}
		for ; i < len(a.cells) && a.cells[i].row == row; i++ {
			said[a.cells[i].text] = true
		}
		again := false
		for ; k < len(b.cells) && b.cells[k].row == row; k++ {
			again = again || said[b.cells[k].text] && strings.ContainsFunc(b.cells[k].text, isWord)
		}
		if again {
			same++
		}
	}
	return same >= 3
}

func isWord(r rune) bool { return r > 0x2e80 || r|0x20 >= 'a' && r|0x20 <= 'z' }

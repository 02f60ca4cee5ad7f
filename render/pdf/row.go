package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// columns are the widths of a table's columns. Columns given as 0 share what
// the others leave of the page's width; without any, all are scaled to it.
func columns(widths ...float64) []float64 {
	sum, open := 0.0, 0
	for _, w := range widths {
		sum += w
		if w == 0 {
			open++
		}
	}
	for i, w := range widths {
		switch {
		case open == 0:
			widths[i] = w * bodyWidth / sum
		case w == 0:
			widths[i] = (bodyWidth - sum) / float64(open)
		}
	}
	return widths
}

// fitted are the widths of a table's columns of which those given as 0 get what
// the widest of their cells takes, the modest first, and their part of what is
// left then. None gets less than half of an equal part.
func (d *doc) fitted(widths []float64, size float64, rows []row) []float64 {
	left, open := float64(bodyWidth), []int{}
	for i, w := range widths {
		left -= w
		if w == 0 {
			open = append(open, i)
		}
	}
	least := left / float64(2*max(1, len(open)))
	for _, i := range open {
		for _, r := range rows {
			for line := range strings.SplitSeq(r[i].text, "\n") {
				widths[i] = max(widths[i], least, d.fonts.width(r[i].style, size, line)+2*padX+0.5)
			}
		}
	}
	slices.SortStableFunc(open, func(a, b int) int { return cmp.Compare(widths[a], widths[b]) })
	for n, i := range open {
		widths[i] = min(widths[i], left/float64(len(open)-n))
		left -= widths[i]
	}
	for _, i := range open {
		widths[i] += left / float64(len(open))
	}
	return widths
}

// over places the cells side by side in the columns.
func (r row) over(cols []float64) row { return r.from(0, cols) }

// from places the cells side by side in columns of which the first is at x.
func (r row) from(x float64, cols []float64) row {
	for i := range r {
		r[i].x, r[i].w = x, cols[i]
		x += cols[i]
	}
	return r
}

func (r row) fill(c color) {
	for i := range r {
		r[i].fill = c
	}
}

// headRow is a row of column headings.
func headRow(cols []float64, names ...string) row {
	row := make(row, len(names))
	for i, name := range names {
		row[i] = labelCell(name)
	}
	return row.over(cols)
}

// labelCell is a cell that names others.
func labelCell(text string) cell {
	return cell{text: text, style: bold, align: 'C', fill: shade, color: blue, whole: true}
}

// at places a cell, which ends at the right edge at the latest.
func (c cell) at(x, w float64) cell {
	c.x, c.w = x, math.Min(w, bodyWidth-x)
	return c
}

// spread places cells of equal width between x and the right edge.
func spread(x float64, cells ...cell) row {
	w := (bodyWidth - x) / float64(len(cells))
	for i := range cells {
		cells[i] = cells[i].at(x+float64(i)*w, w)
	}
	return cells
}

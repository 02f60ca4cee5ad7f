package render

import "math"

// pdfColumns are the widths of a table's columns. Columns given as 0 share what
// the others leave of the page's width; without any, all are scaled to it.
func pdfColumns(widths ...float64) []float64 {
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
			widths[i] = w * pdfWidth / sum
		case w == 0:
			widths[i] = (pdfWidth - sum) / float64(open)
		}
	}
	return widths
}

// over places the cells side by side in the columns.
func (r pdfRow) over(cols []float64) pdfRow {
	x := 0.0
	for i := range r {
		r[i].x, r[i].w = x, cols[i]
		x += cols[i]
	}
	return r
}

func (r pdfRow) fill(c pdfColor) {
	for i := range r {
		r[i].fill = c
	}
}

// pdfHeadRow is a row of column headings.
func pdfHeadRow(cols []float64, names ...string) pdfRow {
	row := make(pdfRow, len(names))
	for i, name := range names {
		row[i] = pdfLabel(name)
	}
	return row.over(cols)
}

// pdfLabel is a cell that names others.
func pdfLabel(text string) pdfCell {
	return pdfCell{text: text, style: pdfBold, align: 'C', fill: pdfShade, color: pdfBlue, whole: true}
}

// at places a cell, which ends at the right edge at the latest.
func (c pdfCell) at(x, w float64) pdfCell {
	c.x, c.w = x, math.Min(w, pdfWidth-x)
	return c
}

// pdfSpread places cells of equal width between x and the right edge.
func pdfSpread(x float64, cells ...pdfCell) pdfRow {
	w := (pdfWidth - x) / float64(len(cells))
	for i := range cells {
		cells[i] = cells[i].at(x+float64(i)*w, w)
	}
	return cells
}

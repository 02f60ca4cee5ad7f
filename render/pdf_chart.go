package render

import "jxmb/model"

// pdfBarItem is a bar of a chart.
type pdfBarItem struct {
	label string
	value model.Decimal // not negative
}

// bars draws a horizontal bar chart on one page; bars come largest first.
// Lengths are the only place where a sum becomes a float.
func (d *pdfDoc) bars(title string, bars []pdfBarItem) {
	const tall, low, label, gap, heading = 15.5, 12.0, 170.0, 6.0, 35.0
	if len(bars) == 0 {
		return
	}
	n := float64(len(bars))
	d.need(heading + low*n)
	row := min(tall, (d.room()-heading)/n)
	thick := row - 6
	d.heading(title)
	widest := 0.0
	for _, b := range bars {
		widest = max(widest, d.fonts.width(pdfText, 8.5, b.value.Grouped(2)))
	}
	length := pdfWidth - label - widest - 2*gap
	largest, _ := bars[0].value.Rat().Float64()
	top := d.y
	for _, b := range bars {
		name := d.clip(pdfText, 8.5, label, b.label)
		d.text(pdfText, 8.5, row, pdfMargin+label-d.fonts.width(pdfText, 8.5, name), d.y, pdfBlack, name)
		value, _ := b.value.Rat().Float64()
		w := 0.0
		if largest > 0 {
			w = max(length*value/largest, 0.6)
		}
		x := pdfMargin + label + gap
		d.draw(pdfOp{kind: pdfDrawFill, x: x, y: d.y + (row-thick)/2, w: w, h: thick, color: pdfBar})
		d.text(pdfText, 8.5, row, x+w+4, d.y, pdfBlack, b.value.Grouped(2))
		d.y += row
	}
	d.draw(pdfOp{kind: pdfDrawLine, x: pdfMargin + label + gap, y: top, h: d.y - top, size: 0.6, color: pdfRule})
}

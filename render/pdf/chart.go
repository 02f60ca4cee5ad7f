package pdf

import "jxmb/model"

// barItem is a bar of a chart.
type barItem struct {
	label string
	value model.Decimal // not negative
}

// bars draws a horizontal bar chart on one page; bars come largest first.
// Lengths are the only place where a sum becomes a float.
func (d *doc) bars(title string, bars []barItem) {
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
		widest = max(widest, d.fonts.width(regular, 8.5, b.value.Grouped(2)))
	}
	length := bodyWidth - label - widest - 2*gap
	largest, _ := bars[0].value.Rat().Float64()
	top := d.y
	for _, b := range bars {
		name := d.clip(regular, 8.5, label, b.label)
		d.text(regular, 8.5, row, sideMargin+label-d.fonts.width(regular, 8.5, name), d.y, black, name)
		value, _ := b.value.Rat().Float64()
		w := 0.0
		if largest > 0 {
			w = max(length*value/largest, 0.6)
		}
		x := sideMargin + label + gap
		d.draw(op{kind: drawFill, x: x, y: d.y + (row-thick)/2, w: w, h: thick, color: bar})
		d.text(regular, 8.5, row, x+w+4, d.y, black, b.value.Grouped(2))
		d.y += row
	}
	d.draw(op{kind: drawLine, x: sideMargin + label + gap, y: top, h: d.y - top, size: 0.6, color: rule})
}

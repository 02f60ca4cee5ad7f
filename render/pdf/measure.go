package pdf

import "math"

// box is a cell with its lines; band is a measured row.
type box struct {
	*cell
	size   float64
	lines  []textLine
	notes  []textLine
	parted bool // the other lines are on another page
}

type band struct {
	boxes []box
	h     float64
	keep  float64 // height to have room for: more than h where the next band belongs to it
}

// measure breaks the lines of rows and settles their heights; false as soon as
// they are higher than most together.
func (p *tablePainter) measure(rows []row, most float64) ([]band, bool) {
	if float64(len(rows))*rowHeight(p.leading) > most {
		return nil, false
	}
	bands, sum := make([]band, len(rows)), 0.0
	for i, row := range rows {
		b := &bands[i]
		b.h = rowHeight(p.leading)
		b.boxes = make([]box, len(row))
		for j := range row {
			if p.hopeless(&row[j], most-sum) {
				return nil, false
			}
			b.boxes[j] = p.box(&row[j])
			if row[j].down <= 1 {
				b.h = math.Max(b.h, p.height(&b.boxes[j]))
			}
		}
		if sum += b.h; sum > most {
			return nil, false
		}
	}
	for i := range bands {
		for j := range bands[i].boxes {
			if box := &bands[i].boxes[j]; box.down > 1 {
				p.cover(bands[i:min(i+box.down, len(bands))], p.height(box))
			}
		}
	}
	return bands, true
}

// hopeless tells the cell whose text is higher than most by far, however its
// lines are broken, without breaking them. Short texts are not asked about.
func (p *tablePainter) hopeless(c *cell, most float64) bool {
	const long, spared = 2000, 0.5 // bytes; the share that smaller type, blanks and rows below may save
	if len(c.text) < long || c.down > 1 || math.IsInf(most, 1) {
		return false
	}
	lines := p.fonts.width(c.style, p.size, c.text) / (c.w - 2*padX)
	return spared*lines*p.leading > most
}

// cover makes room in the bands for a cell of the given height over all of
// them. Two bands stay together. More may be parted by a page break, so each is
// made tall enough for a short cell by itself.
func (p *tablePainter) cover(bands []band, height float64) {
	sum := 0.0
	for i := range bands {
		if len(bands) > 2 && height <= 3*p.leading+2*padY {
			bands[i].h = math.Max(bands[i].h, height)
		}
		sum += bands[i].h
	}
	if sum < height {
		bands[len(bands)-1].h += height - sum
		sum = height
	}
	if len(bands) == 2 {
		bands[0].keep = sum
	}
}

func (p *tablePainter) box(c *cell) box {
	b := box{cell: c, size: p.size}
	w := c.w - 2*padX
	switch {
	case c.fit:
		line := p.fonts.visible(c.style, c.text)
		b.size = p.doc.fit(c.style, p.size, 0.55*p.size, w, line)
	case c.whole:
		for piece := range pieces(p.fonts.visible(c.style, c.text)) {
			b.size = min(b.size, p.doc.fit(c.style, p.size, 0.7*p.size, w, piece))
		}
	}
	b.lines = p.lines(c.style, b.size, w+0.02, c.text)
	for _, n := range c.notes {
		for _, l := range p.lines(regular, p.size*noteScale, w, n.text) {
			l.color = n.color
			b.notes = append(b.notes, l)
		}
	}
	return b
}

func (p *tablePainter) height(b *box) float64 {
	return float64(len(b.lines))*p.leading + float64(len(b.notes))*p.leading*noteScale + 2*padY
}

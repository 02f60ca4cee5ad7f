package pdf

import "math"

func (p *tablePainter) put() {
	if len(p.bands) > 0 {
		p.need(math.Min(p.start(), bodyHeight))
	}
	last := p.lastPage()
	p.paintHead()
	for i, b := range p.bands {
		if i == last {
			p.breakPage()
		}
		p.place(b)
	}
}

// fewest is the least number of rows that stand alone at the end of a page or
// of the table.
const fewest = 3

// start is the height of the beginning of the table that keeps together.
func (p *tablePainter) start() float64 {
	sum := p.headH
	for i := range min(fewest, len(p.bands)) {
		sum += p.bands[i].h
	}
	if sum > bodyHeight && len(p.bands) > 0 {
		return p.headH + p.bands[0].h
	}
	return sum
}

// lastPage is the row that begins the last page where fewer than fewest rows
// would be left for it, so that these get company; -1 where none are.
func (p *tablePainter) lastPage() int {
	const none = -1
	whole := bodyHeight - p.headH
	begins, room, before := 0, p.room()-p.headH, 0
	for i, b := range p.bands {
		if b.h > whole {
			return none // goes on over pages of its own
		}
		if math.Max(b.h, b.keep) > room {
			before, begins, room = begins, i, whole
		}
		room -= b.h
	}
	at := len(p.bands) - fewest
	if begins == 0 || begins <= at || at <= before {
		return none
	}
	return at
}

// place paints a band where there is room, in parts only when no page could
// hold it whole.
func (p *tablePainter) place(b band) {
	if p.moves(b) {
		p.breakPage()
	}
	for b.h > p.room()+0.01 {
		var first band
		first, b = p.split(b)
		p.paint(first, false)
		p.breakPage()
	}
	p.paint(b, true)
}

// moves tells whether a band goes to the next page: one that would fit there
// and does not here, or, taller than a page, one of which too little would
// stand here.
func (p *tablePainter) moves(b band) bool {
	const worthStarting = 4 // lines
	whole, room := bodyHeight-p.headH, p.room()
	switch {
	case b.keep > room && b.keep <= whole:
		return true
	case b.h <= room:
		return false
	}
	return b.h <= whole || room < worthStarting*p.leading+2*padY
}

func (p *tablePainter) breakPage() {
	for _, o := range p.open {
		p.paintOpen(o)
	}
	p.newPage()
	p.paintHead()
	for i := range p.open {
		p.open[i].top = p.y
	}
}

// split cuts a band at the lines that fit on this page.
func (p *tablePainter) split(b band) (first, rest band) {
	n := max(1, int((p.room()-2*padY)/p.leading))
	first.h, rest.h = p.room(), p.leading+2*padY
	for _, box := range b.boxes {
		if box.down > 1 {
			first.boxes = append(first.boxes, box)
			continue
		}
		box.parted = true
		head, tail := box, box
		cut := min(n, len(box.lines))
		head.lines, tail.lines = box.lines[:cut], box.lines[cut:]
		cut = min(n-cut, len(box.notes))
		head.notes, tail.notes = box.notes[:cut], box.notes[cut:]
		first.boxes, rest.boxes = append(first.boxes, head), append(rest.boxes, tail)
		rest.h = math.Max(rest.h, p.height(&tail))
	}
	return first, rest
}

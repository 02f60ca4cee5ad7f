package pdf

import "math"

// cell is a cell of a table, placed by its offset from the table's left edge.
type cell struct {
	x, w  float64
	down  int // rows covered; 0 and 1 mean one
	text  string
	style style
	align byte // 'L' (and 0), 'C', 'R'
	fill  color
	color color
	fit   bool // one line, in smaller type where it must: numbers
	whole bool // no word torn, in smaller type where it must: headings
	notes []note
	link  int // 1 + number of the mark that the cell leads to; 0 = none
	page  int // 1 + number of the mark whose page number the cell shows; 0 = none
}

// note is a smaller coloured paragraph under the text of a cell.
type note struct {
	text  string
	color color
}

type row []cell

// table is laid out row by row. The head is repeated on every page; a row
// moves to the next page whole unless it is taller than a page; a cell that
// covers rows on several pages is repeated on each.
type table struct {
	size, leading float64
	head, rows    []row
}

const padX, padY = 3.5, 2.6

// noteScale is the size of notes to that of the text.
const noteScale = 0.86

// open is a cell covering rows of which some are still to come on this page.
type open struct {
	box
	top  float64
	left int // rows
}

// tablePainter is the state of one table being put on pages.
type tablePainter struct {
	*doc
	*table
	heads []band
	bands []band
	headH float64
	open  []open
}

// table puts t at the current place.
func (d *doc) table(t *table) { d.measured(t).put() }

// measured is t with its lines broken and its heights known.
func (d *doc) measured(t *table) *tablePainter { return d.measuredWithin(t, math.Inf(1)) }

// measuredWithin is the same, but nil where the table turns out higher than most;
// no more of it is looked at then.
func (d *doc) measuredWithin(t *table, most float64) *tablePainter {
	p := &tablePainter{doc: d, table: t}
	var ok bool
	if p.heads, ok = p.measure(t.head, most); !ok {
		return nil
	}
	for _, h := range p.heads {
		p.headH += h.h
	}
	if p.bands, ok = p.measure(t.rows, most-p.headH); !ok {
		return nil
	}
	return p
}

// rowHeight is the least height of a row of lines of the given leading.
func rowHeight(leading float64) float64 { return leading + 2*padY }

// total is the height of the whole table on one page.
func (p *tablePainter) total() float64 {
	sum := p.headH
	for _, b := range p.bands {
		sum += b.h
	}
	return sum
}

func (p *tablePainter) paintHead() {
	for _, h := range p.heads {
		p.paint(h, false) // not one of the rows that an open cell covers
	}
}

// paint puts a band on the page; final is false when more of it follows.
func (p *tablePainter) paint(b band, final bool) {
	for _, box := range b.boxes {
		if box.down > 1 {
			p.open = append(p.open, open{box, p.y, box.down})
		} else if box.fill != 0 {
			p.draw(op{kind: drawFill, x: sideMargin + box.x, y: p.y, w: box.w, h: b.h, color: box.fill})
		}
	}
	for i := range b.boxes {
		if b.boxes[i].down <= 1 {
			p.paintBox(&b.boxes[i], p.y, b.h)
		}
	}
	p.y += b.h
	if !final {
		return
	}
	still := p.open[:0]
	for _, o := range p.open {
		if o.left--; o.left > 0 {
			still = append(still, o)
		} else {
			p.paintOpen(o)
		}
	}
	p.open = still
}

// paintOpen paints the part of a covering cell that is on this page.
func (p *tablePainter) paintOpen(o open) {
	h := p.y - o.top
	if h <= 0 {
		return
	}
	if fits := int((h - padY) / p.leading); len(o.lines) > fits {
		o.lines, o.parted = o.lines[:max(1, fits)], true
	}
	if o.fill != 0 {
		p.draw(op{kind: drawFill, x: sideMargin + o.x, y: o.top, w: o.w, h: h, color: o.fill})
	}
	p.paintBox(&o.box, o.top, h)
}

// paintBox draws the frame and the lines of a cell, centred in its height.
func (p *tablePainter) paintBox(b *box, y, h float64) {
	left := sideMargin + b.x
	p.draw(op{kind: drawFrame, x: left, y: y, w: b.w, h: h, size: 0.5, color: rule})
	if b.link > 0 {
		p.draw(op{kind: drawLink, x: left, y: y, w: b.w, h: h, mark: b.link - 1})
	}
	at := y + (h-p.height(b))/2 + padY
	if b.page > 0 {
		p.draw(op{kind: drawPageNumber, size: b.size, x: left + b.w/2, y: baseline(at, b.size, p.leading), color: b.color, mark: b.page - 1})
	}
	// A text that goes on over several lines is found and copied as one.
	span := len(b.lines) > 1 && !b.parted
	if span {
		p.draw(op{kind: drawSpan, text: p.fonts.visible(b.style, b.text)})
	}
	for _, l := range b.lines {
		p.line(b, l, b.style, b.size, p.leading, at, b.color)
		at += p.leading
	}
	if span {
		p.draw(op{kind: drawSpanEnd})
	}
	for _, l := range b.notes {
		p.line(b, l, regular, b.size*noteScale, p.leading*noteScale, at, l.color)
		at += p.leading * noteScale
	}
}

// line writes one line of a cell. A line that another of its paragraph follows
// is spread to the right edge, as Chinese is set, when the gaps stay small.
func (p *tablePainter) line(b *box, l textLine, style style, size, leading, y float64, color color) {
	if l.text == "" {
		return
	}
	w := b.w - 2*padX
	op := op{kind: drawText, style: style, size: size, x: sideMargin + b.x + padX, y: baseline(y, size, leading), color: color, text: l.text}
	switch slack := w - l.width; {
	case b.align == 'C':
		op.x += slack / 2
	case b.align == 'R':
		op.x += slack
	default:
		op.spread = l.spread(size, w)
	}
	p.draw(op)
}

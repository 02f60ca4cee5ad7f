package pdf

import (
	"cmp"
	"math"
	"strconv"

	"jxmb/model"
	"jxmb/render/view"
)

// Lengths are points (1/72 inch) from the upper left corner of an A4 page.
const (
	pageWidth    = 595.28
	pageHeight   = 841.89
	sideMargin   = 42.5 // left and right: 15 mm
	topMargin    = 62.0
	bottomMargin = 54.0
	bodyWidth    = pageWidth - 2*sideMargin
	bodyHeight   = pageHeight - topMargin - bottomMargin
)

// color is 0xRRGGBB.
type color uint32

const (
	black color = 0x1A1A1A
	grey  color = 0x5F6B7A
	rule  color = 0x8A96A3
	shade color = 0xE9EEF4
	pale  color = 0xF5F7FA
	blue  color = 0x1F4E79
	bar   color = 0x4F81B3
	white color = 0xFFFFFF
)

// severityColors tell findings apart, in print too: dark, medium, pale.
var severityColors = map[model.Severity]color{
	model.Error: 0xA61B1B, model.Warning: 0x9A5B00, model.Info: 0x4A6078,
}

// doc collects what the pages show; pdf_paint.go puts it on paper once
// the number of pages and the characters of each font are known.
type doc struct {
	lang    model.Lang
	sign    bool // ends with room for signatures
	fonts   *fonts
	broken  map[lineKey][]textLine
	limits  limits
	pages   [][]op
	y       float64 // where the next thing goes on the last page
	marks   []mark
	shared  int     // number of the page that small projects share; 0 = none yet
	single  bool    // the one project stands on the first page
	below   float64 // height that it leaves for what follows
	form    form    // of the project being laid out
	title   string
	running [2]string // left and right of the header
	source  string    // left of the footer
	year    int
}

// mark is an entry of the PDF outline and a target of links.
type mark struct {
	title string
	page  int // 1-based
	y     float64
}

type opKind uint8

const (
	drawText opKind = iota
	drawFill        // rectangle
	drawFrame
	drawLine       // from x, y to x+w, y+h
	drawLink       // rectangle that leads to mark
	drawPageNumber // of mark, centred on x
	drawSpan       // what follows, up to drawSpanEnd, reads as text
	drawSpanEnd
)

// op is one thing on a page. y is the baseline of a text and the upper edge
// of anything else; spread is added between the characters of a text.
type op struct {
	kind       opKind
	style      style
	x, y, w, h float64
	size       float64
	spread     float64
	color      color
	text       string
	mark       int
}

func newDoc(o view.Options) (*doc, error) {
	fonts, err := newFonts(o)
	if err != nil {
		return nil, err
	}
	return &doc{
		lang: o.Lang, sign: o.Sign, fonts: fonts, broken: map[lineKey][]textLine{},
		limits: limits{pages: cmp.Or(o.Pages, maxPages)},
	}, nil
}

// newPage begins a page. Where no more are allowed the last one is begun again:
// nothing of it will be painted.
func (d *doc) newPage() {
	const headAndFoot = 8 // that finishPages adds
	last := len(d.pages) - 1
	switch {
	case last < 0:
		d.pages = append(d.pages, make([]op, 0, 256))
	case d.limits.full(len(d.pages)):
		d.pages[last] = d.pages[last][:0]
	default: // the page is kept in a place of its size
		full := d.pages[last]
		d.pages[last] = append(make([]op, 0, len(full)+headAndFoot), full...)
		d.pages = append(d.pages, full[:0])
	}
	d.y = topMargin
}

// room is the height left on the page.
func (d *doc) room() float64 { return pageHeight - bottomMargin - d.y }

// need starts a new page unless there is room for height.
func (d *doc) need(height float64) {
	if d.room() < height {
		d.newPage()
	}
}

// mark makes the current place a target and an outline entry; its number is
// the one that links name.
func (d *doc) mark(title string) {
	d.marks = append(d.marks, d.here(title))
}

// here is a mark at the current place.
func (d *doc) here(title string) mark { return mark{title, len(d.pages), d.y} }

// reserve makes n marks for what comes later and may be linked before: [doc.here]
// fills them in. The result is the number of the first.
func (d *doc) reserve(n int) int {
	first := len(d.marks)
	d.marks = append(d.marks, make([]mark, n)...)
	return first
}

func (d *doc) draw(op op) {
	page := &d.pages[len(d.pages)-1]
	*page = append(*page, op)
}

// text writes one line with its upper edge at y in a line of the given leading.
func (d *doc) text(style style, size, leading, x, y float64, color color, line string) {
	if line != "" {
		d.draw(op{kind: drawText, style: style, size: size, x: x, y: baseline(y, size, leading), color: color, text: line})
	}
}

// baseline is the baseline of a line whose upper edge is y: Chinese
// characters reach from 0.12 em below the baseline to 0.88 em above it.
func baseline(y, size, leading float64) float64 { return y + (leading-size)/2 + 0.88*size }

// fit is the largest size up to size, but not below least, at which line is no
// wider than width.
func (d *doc) fit(style style, size, least, width float64, line string) float64 {
	if w := d.fonts.width(style, size, line); w > width {
		size = math.Max(least, size*width/w)
	}
	return size
}

// centred writes text in the middle between x and x+w, on as many lines as it
// takes, and moves on.
func (d *doc) centred(style style, size, leading, x, w float64, color color, text string) {
	for _, l := range d.lines(style, size, w, text) {
		d.need(leading)
		d.text(style, size, leading, x+(w-l.width)/2, d.y, color, l.text)
		d.y += leading
	}
}

// heading begins a part of a page, with room for at least something after it.
func (d *doc) heading(text string) {
	d.need(90)
	d.y += 14
	d.draw(op{kind: drawFill, x: sideMargin, y: d.y + 2, w: 3, h: 12, color: blue})
	d.text(bold, 11, 16, sideMargin+9, d.y, blue, d.fonts.visible(bold, text))
	d.y += 21
}

// clip is text shortened to width with "…".
func (d *doc) clip(style style, size, width float64, text string) string {
	text = d.fonts.visible(style, text)
	lines := d.lines(style, size, width, text)
	if len(lines) == 1 {
		return lines[0].text
	}
	runes := []rune(lines[0].text)
	for len(runes) > 0 && d.fonts.width(style, size, string(runes)+"…") > width {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

// finishPages adds header and footer once the number of pages is known.
func (d *doc) finishPages() {
	const size, leading = 8, 12
	half := bodyWidth / 2
	left := d.clip(regular, size, half-6, d.running[0])
	right := d.clip(regular, size, half-6, d.running[1])
	source := d.clip(regular, size, bodyWidth/3, d.source)
	pages := d.pages
	for i := range pages {
		d.pages = pages[:i+1]
		d.text(regular, size, leading, sideMargin, 36, grey, left)
		d.text(regular, size, leading, sideMargin+bodyWidth-d.fonts.width(regular, size, right), 36, grey, right)
		d.draw(op{kind: drawLine, x: sideMargin, y: 51, w: bodyWidth, size: 0.5, color: rule})
		d.draw(op{kind: drawLine, x: sideMargin, y: pageHeight - 43, w: bodyWidth, size: 0.5, color: rule})
		foot := pageHeight - 40.0
		d.text(regular, size, leading, sideMargin, foot, grey, source)
		n, m := strconv.Itoa(i+1), strconv.Itoa(len(pages))
		number := d.lang.Say("第 "+n+" 页　共 "+m+" 页", "page "+n+" of "+m)
		d.text(regular, size, leading, sideMargin+(bodyWidth-d.fonts.width(regular, size, number))/2, foot, grey, number)
	}
	d.pages = pages
}

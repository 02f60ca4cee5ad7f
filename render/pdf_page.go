package render

import (
	"math"
	"strconv"

	"jxmb/model"
)

// Lengths are points (1/72 inch) from the upper left corner of an A4 page.
const (
	pdfPageWidth  = 595.28
	pdfPageHeight = 841.89
	pdfMargin     = 42.5 // left and right: 15 mm
	pdfTop        = 62.0
	pdfBottom     = 54.0
	pdfWidth      = pdfPageWidth - 2*pdfMargin
	pdfBody       = pdfPageHeight - pdfTop - pdfBottom
)

// pdfColor is 0xRRGGBB.
type pdfColor uint32

const (
	pdfBlack pdfColor = 0x1A1A1A
	pdfGrey  pdfColor = 0x5F6B7A
	pdfRule  pdfColor = 0x8A96A3
	pdfShade pdfColor = 0xE9EEF4
	pdfPale  pdfColor = 0xF5F7FA
	pdfBlue  pdfColor = 0x1F4E79
	pdfBar   pdfColor = 0x4F81B3
	pdfWhite pdfColor = 0xFFFFFF
)

// pdfSeverityColors tell findings apart, in print too: dark, medium, pale.
var pdfSeverityColors = map[model.Severity]pdfColor{
	model.Error: 0xA61B1B, model.Warning: 0x9A5B00, model.Info: 0x4A6078,
}

// pdfDoc collects what the pages show; pdf_paint.go puts it on paper once
// the number of pages and the characters of each font are known.
type pdfDoc struct {
	lang    model.Lang
	fonts   *pdfFonts
	broken  map[pdfLineKey][]pdfLine
	pages   [][]pdfOp
	y       float64 // where the next thing goes on the last page
	marks   []pdfMark
	title   string
	running [2]string // left and right of the header
	source  string    // left of the footer
	year    int
}

// pdfMark is an entry of the PDF outline and a target of links.
type pdfMark struct {
	title string
	page  int // 1-based
	y     float64
}

type pdfOpKind uint8

const (
	pdfDrawText pdfOpKind = iota
	pdfDrawFill           // rectangle
	pdfDrawFrame
	pdfDrawLine       // from x, y to x+w, y+h
	pdfDrawLink       // rectangle that leads to mark
	pdfDrawPageNumber // of mark, centred on x
	pdfDrawSpan       // what follows, up to pdfDrawSpanEnd, reads as text
	pdfDrawSpanEnd
)

// pdfOp is one thing on a page. y is the baseline of a text and the upper edge
// of anything else; spread is added between the characters of a text.
type pdfOp struct {
	kind       pdfOpKind
	style      pdfStyle
	x, y, w, h float64
	size       float64
	spread     float64
	color      pdfColor
	text       string
	mark       int
}

func newPDFDoc(o Options) (*pdfDoc, error) {
	fonts, err := newPDFFonts(o)
	if err != nil {
		return nil, err
	}
	return &pdfDoc{lang: o.Lang, fonts: fonts, broken: map[pdfLineKey][]pdfLine{}}, nil
}

func (d *pdfDoc) newPage() {
	d.pages = append(d.pages, make([]pdfOp, 0, 256))
	d.y = pdfTop
}

// room is the height left on the page.
func (d *pdfDoc) room() float64 { return pdfPageHeight - pdfBottom - d.y }

// need starts a new page unless there is room for height.
func (d *pdfDoc) need(height float64) {
	if d.room() < height {
		d.newPage()
	}
}

// mark makes the current place a target and an outline entry; its number is
// the one that links name.
func (d *pdfDoc) mark(title string) {
	d.marks = append(d.marks, pdfMark{title, len(d.pages), d.y})
}

func (d *pdfDoc) draw(op pdfOp) {
	page := &d.pages[len(d.pages)-1]
	*page = append(*page, op)
}

// text writes one line with its upper edge at y in a line of the given leading.
func (d *pdfDoc) text(style pdfStyle, size, leading, x, y float64, color pdfColor, line string) {
	if line != "" {
		d.draw(pdfOp{kind: pdfDrawText, style: style, size: size, x: x, y: pdfBaseline(y, size, leading), color: color, text: line})
	}
}

// pdfBaseline is the baseline of a line whose upper edge is y: Chinese
// characters reach from 0.12 em below the baseline to 0.88 em above it.
func pdfBaseline(y, size, leading float64) float64 { return y + (leading-size)/2 + 0.88*size }

// fit is the largest size up to size, but not below least, at which line is no
// wider than width.
func (d *pdfDoc) fit(style pdfStyle, size, least, width float64, line string) float64 {
	if w := d.fonts.width(style, size, line); w > width {
		size = math.Max(least, size*width/w)
	}
	return size
}

// centred writes text in the middle between x and x+w, on as many lines as it
// takes, and moves on.
func (d *pdfDoc) centred(style pdfStyle, size, leading, x, w float64, color pdfColor, text string) {
	for _, l := range d.lines(style, size, w, text) {
		d.need(leading)
		d.text(style, size, leading, x+(w-l.width)/2, d.y, color, l.text)
		d.y += leading
	}
}

// heading begins a part of a page, with room for at least something after it.
func (d *pdfDoc) heading(text string) {
	d.need(90)
	d.y += 14
	d.draw(pdfOp{kind: pdfDrawFill, x: pdfMargin, y: d.y + 2, w: 3, h: 12, color: pdfBlue})
	d.text(pdfBold, 11, 16, pdfMargin+9, d.y, pdfBlue, d.fonts.visible(pdfBold, text))
	d.y += 21
}

// clip is text shortened to width with "…".
func (d *pdfDoc) clip(style pdfStyle, size, width float64, text string) string {
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
func (d *pdfDoc) finishPages() {
	const size, leading = 8, 12
	half := pdfWidth / 2
	left := d.clip(pdfText, size, half-6, d.running[0])
	right := d.clip(pdfText, size, half-6, d.running[1])
	source := d.clip(pdfText, size, pdfWidth/3, d.source)
	pages := d.pages
	for i := range pages {
		d.pages = pages[:i+1]
		d.text(pdfText, size, leading, pdfMargin, 36, pdfGrey, left)
		d.text(pdfText, size, leading, pdfMargin+pdfWidth-d.fonts.width(pdfText, size, right), 36, pdfGrey, right)
		d.draw(pdfOp{kind: pdfDrawLine, x: pdfMargin, y: 51, w: pdfWidth, size: 0.5, color: pdfRule})
		d.draw(pdfOp{kind: pdfDrawLine, x: pdfMargin, y: pdfPageHeight - 43, w: pdfWidth, size: 0.5, color: pdfRule})
		foot := pdfPageHeight - 40.0
		d.text(pdfText, size, leading, pdfMargin, foot, pdfGrey, source)
		n, m := strconv.Itoa(i+1), strconv.Itoa(len(pages))
		number := d.lang.Say("第 "+n+" 页　共 "+m+" 页", "page "+n+" of "+m)
		d.text(pdfText, size, leading, pdfMargin+(pdfWidth-d.fonts.width(pdfText, size, number))/2, foot, pdfGrey, number)
	}
	d.pages = pages
}

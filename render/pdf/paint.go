package pdf

import (
	"encoding/hex"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/jung-kurt/gofpdf"
)

// family is the name that gofpdf knows the i-th face of a document by.
func family(i int) string { return "pdf" + strconv.Itoa(i) }

// paint hands the pages to gofpdf. The fonts come last in the making, cut to
// the characters in use: gofpdf takes tens of milliseconds to read a whole
// Chinese font, and one or two to read such a cut.
func (d *doc) paint(w io.Writer) error {
	f := gofpdf.New("P", "pt", "A4", "")
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	f.SetCompression(false) // finishFile does it, with less memory
	day := time.Date(d.year, time.January, 1, 0, 0, 0, 0, time.UTC)
	if d.year == 0 {
		day = time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	f.SetCreationDate(day) // the same input gives the same bytes: no clock
	f.SetModificationDate(day)
	f.SetProducer("jxmb", true)
	f.SetCreator("jxmb", true)
	f.SetTitle(surrogates(d.title), true)
	f.SetAuthor(surrogates(d.running[0]), true)

	painter := &painter{doc: d, f: f, ink: noColor, pen: noColor}
	painter.use()
	for i, face := range d.fonts.faces {
		if cut := face.subset(); cut != nil {
			f.AddUTF8FontFromBytes(family(i), "", cut)
		}
	}
	painter.links = make([]int, len(d.marks))
	for i, m := range d.marks {
		painter.links[i] = f.AddLink()
		f.SetLink(painter.links[i], m.y, m.page)
	}
	for n := range d.pages {
		f.AddPage()
		painter.page(n)
		d.pages[n] = nil // gofpdf holds it now
	}
	return f.Output(w)
}

// painter keeps what gofpdf was told last, so that it is told changes only.
type painter struct {
	*doc
	f     *gofpdf.Fpdf
	links []int // gofpdf's numbers of the marks
	face  int
	size  float64
	ink   color // of fills and texts
	pen   color // of lines
	thick float64
	line  []byte // kept for the next one
}

// noColor is none that anything has.
const noColor color = 1 << 24

// use puts page numbers in their places and tells the fonts what to hold.
func (p *painter) use() {
	for _, page := range p.pages {
		for i := range page {
			if op := &page[i]; op.kind == drawPageNumber {
				op.text = strconv.Itoa(p.marks[op.mark].page)
				op.x -= p.fonts.width(op.style, op.size, op.text) / 2
				op.kind = drawText
			}
			if op := &page[i]; op.kind == drawText {
				p.fonts.use(op.style, op.text)
			}
		}
	}
}

func (p *painter) page(n int) {
	p.face, p.size = -1, 0
	for i, m := range p.marks {
		if m.page == n+1 {
			p.font(int(regular), 10) // titles are UTF-16 while such a font is current
			p.f.Bookmark(surrogates(p.marks[i].title), 0, m.y-6)
		}
	}
	for i := range p.pages[n] {
		p.op(&p.pages[n][i])
	}
}

func (p *painter) op(op *op) {
	switch op.kind {
	case drawText:
		p.inked(op.color)
		p.text(op)
	case drawFill:
		p.inked(op.color)
		p.path(op.x, op.y, op.w, -op.h, " re f")
	case drawFrame:
		p.ruled(op.color, op.size)
		p.path(op.x, op.y, op.w, -op.h, " re S")
	case drawLine:
		p.ruled(op.color, op.size)
		p.f.Line(op.x, op.y, op.x+op.w, op.y+op.h)
	case drawSpan: // ISO 32000-1 §14.9.4
		p.f.RawWriteStr("/Span <</ActualText <" + utf16Hex(op.text) + ">>> BDC")
	case drawSpanEnd:
		p.f.RawWriteStr("EMC")
	case drawLink:
		p.f.Link(op.x, op.y, op.w, op.h, p.links[op.mark])
	}
}

// path writes four numbers and their operator as [gofpdf.Fpdf.Rect] does, which
// formats them in three times the time: every cell has a frame.
func (p *painter) path(x, y, w, h float64, operator string) {
	_, height := p.f.GetPageSize()
	b := p.line[:0]
	for _, v := range [...]float64{x, height - y, w, h} {
		b = append(strconv.AppendFloat(b, v, 'f', 2, 64), ' ')
	}
	p.line = append(b[:len(b)-1], operator...)
	p.f.RawWriteStr(string(p.line))
}

// inked sets the colour of fills and texts, which are one in PDF; gofpdf wraps
// every text whose colour is not that of the fills.
func (p *painter) inked(c color) {
	if c != p.ink {
		p.f.SetFillColor(int(c>>16), int(c>>8&0xFF), int(c&0xFF))
		p.f.SetTextColor(int(c>>16), int(c>>8&0xFF), int(c&0xFF))
		p.ink = c
	}
}

// ruled sets the colour and thickness of lines.
func (p *painter) ruled(c color, thick float64) {
	if c != p.pen {
		p.f.SetDrawColor(int(c>>16), int(c>>8&0xFF), int(c&0xFF))
		p.pen = c
	}
	if thick != p.thick {
		p.f.SetLineWidth(thick)
		p.thick = thick
	}
}

func (p *painter) text(op *op) {
	if op.spread != 0 {
		p.f.RawWriteStr(strconv.FormatFloat(op.spread, 'f', 3, 64) + " Tc")
	}
	x := op.x
	for _, run := range p.fonts.runs(op.style, op.size, op.text) {
		p.font(run.face, op.size)
		p.f.Text(x, op.y, run.text)
		x += run.width + float64(run.runes)*op.spread
	}
	if op.spread != 0 {
		p.f.RawWriteStr("0 Tc")
	}
}

func (p *painter) font(face int, size float64) {
	if face != p.face || size != p.size {
		p.f.SetFont(family(face), "", size)
		p.face, p.size = face, size
	}
}

// utf16Hex is s in UTF-16 with a byte order mark, as hexadecimal digits.
func utf16Hex(s string) string {
	b := []byte{0xFE, 0xFF}
	for _, unit := range utf16.Encode([]rune(s)) {
		b = append(b, byte(unit>>8), byte(unit))
	}
	return hex.EncodeToString(b)
}

// surrogates spells characters above U+FFFF as two surrogates of three bytes
// each (CESU-8, Unicode Technical Report #26): gofpdf turns strings into UTF-16
// three bytes at most at a time.
func surrogates(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r > 0xFFFF }) {
		return strings.ToValidUTF8(s, "\uFFFD")
	}
	b := make([]byte, 0, len(s)+8)
	for _, r := range s {
		if r <= 0xFFFF {
			b = append(b, string(r)...)
			continue
		}
		for _, u := range [2]rune{0xD800 + (r-0x10000)>>10, 0xDC00 + (r-0x10000)&0x3FF} {
			b = append(b, byte(0xE0|u>>12), byte(0x80|u>>6&0x3F), byte(0x80|u&0x3F))
		}
	}
	return string(b)
}

package docx

import (
	"strings"

	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// object is what a w:drawing (§17.3.3.9), w:pict (§17.3.3.21) or w:object
// (§17.3.3.19) shows that is no text.
type object struct {
	shows bool   // a picture, a chart, an embedded object; a shape alone is none
	name  string // its description, else its kind or name
	best  int    // how well the name tells what it is
}

// names that tell more stand above those that tell less.
const (
	nameOfPart = iota + 1
	nameOfProgram
	nameInWords
)

func (o *object) named(name string, rank int) {
	if name = strings.TrimSpace(name); name != "" && rank > o.best {
		o.name, o.best = name, rank
	}
}

// read takes up an element of DrawingML or VML.
func (o *object) read(s *ooxml.Scanner) {
	attribute := func(name string) string {
		v, _ := s.AnyAttribute(name)
		return s.Unescape(v)
	}
	switch string(s.LocalName()) {
	case "docPr":
		o.named(attribute("name"), nameOfPart)
		o.named(attribute("descr"), nameInWords)
	case "graphicData": // shapes say what they hold themselves: text boxes, pictures
		uri := attribute("uri")
		o.shows = o.shows || !strings.Contains(uri, "/wordprocessing") || strings.HasSuffix(uri, "/wordprocessingInk")
	case "blip", "imagedata", "contentPart":
		o.shows = true
	case "shape", "rect", "group":
		o.named(attribute("alt"), nameInWords)
	case "control": // §17.3.3.3
		o.shows = true
		o.named(attribute("name"), nameOfPart)
	case "OLEObject":
		o.shows = true
		o.named(attribute("ProgID"), nameOfProgram)
	case "objectEmbed", "objectLink": // §17.3.3.20, §17.3.3.21
		o.named(attribute("progId"), nameOfProgram)
	case "textpath": // the words of a WordArt
		o.shows = true
		o.named(attribute("string"), nameInWords)
	}
}

// object reads the drawing whose start tag was met last: text boxes as text,
// all else it shows is noted.
func (r *reader) object() {
	start := r.Start
	o := object{shows: r.El == ooxml.ElObject}
	r.drawings++
	for depth := r.Depth(); r.Within(depth); {
		switch r.El {
		case ooxml.ElTxbxContent:
			r.textBox()
		case ooxml.ElT, ooxml.ElMathT:
			r.characters((*reader).text)
		case ooxml.ElOther:
			o.read(&r.Scanner)
		default:
			r.anywhere()
		}
	}
	r.drawings--
	if o.shows && !r.hidden {
		r.fieldShown()
		r.note(block.NoteObject, []byte(o.name), start, r.Pos)
	}
}

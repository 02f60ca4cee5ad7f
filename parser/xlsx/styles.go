package xlsx

import (
	"strconv"

	"jxmb/parser/ooxml"
)

// style is what a cell format (§18.8.45) says that matters to its text or to
// where tables end.
type style struct {
	format int  // number format, see formats
	look   look // of the whole cell
	boxed  bool // lines on one side at least and above or below, as cells of a table have
}

// styles are the cell formats by their numbers, and the codes of the number
// formats that the workbook declares (§18.8.30).
type styles struct {
	cells []style
	codes map[int]string
}

// of is a cell format; one out of range is the default.
func (t *styles) of(i int) style {
	if i >= 0 && i < len(t.cells) {
		return t.cells[i]
	}
	return style{}
}

// readStyles reads the part of styles; src is nil where there is none.
func readStyles(part string, src []byte, limits ooxml.Limits) (*styles, error) {
	t := &styles{codes: map[int]string{}}
	if src == nil {
		return t, nil
	}
	var s ooxml.Scanner
	s.Reset(part, src, limits.Depth)
	var fonts []look
	var boxes []bool
	for s.Next() != ooxml.EOF {
		if s.Depth() != 2 {
			continue
		}
		switch string(s.LocalName()) {
		case "numFmts":
			t.readCodes(&s)
		case "fonts":
			fonts = readFonts(&s)
		case "borders":
			boxes = readBorders(&s)
		case "cellXfs":
			t.readCells(&s, fonts, boxes)
		}
		if len(fonts) > maxStyles || len(boxes) > maxStyles || len(t.cells) > maxStyles || len(t.codes) > maxStyles {
			return nil, tooMany(part, maxStyles, "单元格样式", "cell formats")
		}
	}
	if s.Err != nil {
		return nil, s.Err
	}
	return t, nil
}

func (t *styles) readCodes(s *ooxml.Scanner) {
	for depth := s.Depth(); s.Within(depth) && len(t.codes) <= maxStyles; {
		id, ok := s.Whole("numFmtId")
		code, has := s.Attribute("formatCode")
		if ok && has {
			t.codes[id] = s.Unescape(code)
		}
	}
}

func readFonts(s *ooxml.Scanner) (fonts []look) {
	for depth := s.Depth(); s.Within(depth) && len(fonts) <= maxStyles; {
		switch name := string(s.LocalName()); {
		case name == "font":
			fonts = append(fonts, look{})
		case len(fonts) > 0:
			fonts[len(fonts)-1].read(s, name)
		}
	}
	return fonts
}

func readBorders(s *ooxml.Scanner) (boxes []bool) {
	for depth := s.Depth(); s.Within(depth) && len(boxes) <= maxStyles; {
		if string(s.LocalName()) != "border" {
			continue
		}
		var beside, above bool
		for inner := s.Depth(); s.Within(inner); {
			line, has := s.Attribute("style")
			if !has || string(line) == "none" {
				continue
			}
			switch string(s.LocalName()) {
			case "left", "right", "start", "end":
				beside = true
			case "top", "bottom":
				above = true
			}
		}
		boxes = append(boxes, beside && above)
	}
	return boxes
}

func (t *styles) readCells(s *ooxml.Scanner, fonts []look, boxes []bool) {
	for depth := s.Depth(); s.Within(depth) && len(t.cells) <= maxStyles; {
		if string(s.LocalName()) != "xf" {
			continue
		}
		var c style
		c.format, _ = s.Whole("numFmtId")
		if font, ok := s.Whole("fontId"); ok && font >= 0 && font < len(fonts) {
			c.look = fonts[font]
		}
		if border, ok := s.Whole("borderId"); ok && border >= 0 && border < len(boxes) {
			c.boxed = boxes[border]
		}
		t.cells = append(t.cells, c)
	}
}

// whole reads a whole number of at most seven digits, as rows and columns are;
// 0 where it is none.
func whole(digits []byte) int {
	if len(digits) > 7 {
		return 0
	}
	n, err := strconv.Atoi(string(digits))
	if err != nil || n < 0 {
		return 0
	}
	return n
}

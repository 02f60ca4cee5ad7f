package html

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// property is a CSS property that says what text means or whether it is seen.
type property int8

const (
	display property = iota
	visibility
	decoration
	align
	family
	size
	opacity
	ink
	ground
	raise
	wordHide // Word's own
	properties
)

var propertyNames = map[string]property{
	"display": display, "visibility": visibility, "text-decoration": decoration, "text-decoration-line": decoration,
	"vertical-align": align, "font-family": family, "font-size": size, "opacity": opacity, "color": ink,
	"background": ground, "background-color": ground, "mso-text-raise": raise, "mso-hide": wordHide,
}

// style is what is declared of an element: values in lower case, "" for none.
type style [properties]struct {
	value     string
	important bool
}

// declare adds a declaration: a later one wins, but not over an important one
// (CSS Cascade 4 §6.1).
func (s *style) declare(p property, value string, important bool) {
	if important || !s[p].important {
		s[p].value, s[p].important = value, important
	}
}

// add adds the declarations of a style that is nearer to the element.
func (s *style) add(near *style) {
	for p := range near {
		if near[p].value != "" {
			s.declare(property(p), near[p].value, near[p].important)
		}
	}
}

// read adds the declarations of a style attribute.
func (s *style) read(text string) {
	p := css.NewParser(parse.NewInputString(text), true)
	for {
		switch kind, _, name := p.Next(); kind {
		case css.ErrorGrammar:
			return
		case css.DeclarationGrammar:
			s.declaration(name, p.Values())
		}
	}
}

func (s *style) declaration(name []byte, values []css.Token) {
	p, known := propertyNames[string(bytes.ToLower(name))]
	if !known {
		return
	}
	var value strings.Builder
	for _, v := range values {
		value.Write(bytes.ToLower(v.Data))
	}
	said, important := strings.CutSuffix(value.String(), "!important")
	s.declare(p, strings.TrimSpace(said), important)
}

// hides tells whether the element is not shown, with all that is in it.
func (s *style) hides() bool {
	return s[display].value == "none" || s[wordHide].value == "all" || isZero(s[opacity].value)
}

// raised is how far the text is moved by hand, as Word writes superscripts that are
// made of a position and a small font.
func (s *style) raised() effect {
	const moved, small = 2, 9 // pt
	by, up := points(s[raise].value)
	tall, said := points(s[size].value)
	switch {
	case !up || !said || tall > small:
		return 0
	case by >= moved:
		return super
	case by <= -moved:
		return lowered
	}
	return 0
}

// sights are what an element says of whether its text can be seen.
func (s *style) sights() (of [sights]said) {
	switch s[visibility].value {
	case "hidden", "collapse":
		of[visible] = no
	case "visible":
		of[visible] = yes
	}
	if v := s[size].value; v != "" {
		of[sized] = unless(isZero(v))
	}
	if v := s[ink].value; v != "" {
		of[inked] = unless(v == "transparent" || isWhite(v))
	}
	if v := s[ground].value; v != "" && v != "transparent" && v != "none" {
		of[grounded] = unless(isWhite(v))
	}
	return of
}

func unless(not bool) said {
	if not {
		return no
	}
	return yes
}

// points reads a length in points.
func points(v string) (float64, bool) {
	digits, is := strings.CutSuffix(v, "pt")
	if !is { // most elements say nothing, and errors cost
		return 0, false
	}
	n, err := strconv.ParseFloat(digits, 64)
	return n, err == nil
}

// isZero tells whether a number or a length is nothing.
func isZero(v string) bool {
	if v == "" {
		return false
	}
	digits := strings.TrimRight(v, "abcdefghijklmnopqrstuvwxyz%")
	n, err := strconv.ParseFloat(digits, 64)
	return err == nil && n == 0
}

// isWhite tells whether a colour is the white of a page (CSS Color 4 §5, §6.1).
func isWhite(v string) bool {
	switch strings.ReplaceAll(v, " ", "") {
	case "white", "#fff", "#ffffff", "rgb(255,255,255)", "window":
		return true
	}
	return false
}

package html

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// element is a start tag: its name, the attributes that matter, and its style.
type element struct {
	tag               atom.Atom
	style             style
	value, kind, rel  string
	label             string
	colspan, rowspan  string
	face              string
	checked, selected bool
	hidden, several   bool
	open              bool
}

// element reads the current start tag. What attributes say of colours comes before
// the rules of the page, its own style after them (HTML Living Standard §15.1).
func (r *reader) element(name []byte, more bool) *element {
	e := &element{tag: atom.Lookup(name)}
	var classes, id, own string
	for more {
		var key, value []byte
		key, value, more = r.tokens.TagAttr()
		switch string(key) {
		case "style":
			own = string(value)
		case "class":
			classes = string(value)
		case "id":
			id = string(value)
		default:
			e.attribute(string(key), string(value))
		}
	}
	r.sheet.apply(&e.style, string(name), classes, id)
	if own != "" {
		var s style
		s.read(own)
		e.style.add(&s)
	}
	return e
}

func (e *element) attribute(key, value string) {
	if e.flag(key) {
		return
	}
	switch key {
	case "face":
		e.face = value
	case "value":
		e.value = value
	case "type":
		e.kind = strings.ToLower(value)
	case "rel":
		e.rel = strings.ToLower(value)
	case "label":
		e.label = value
	case "colspan":
		e.colspan = value
	case "rowspan":
		e.rowspan = value
	case "color":
		e.style.declare(ink, strings.ToLower(value), false)
	case "bgcolor", "background":
		e.style.declare(ground, strings.ToLower(value), false)
	}
}

// flag takes note of an attribute that says something by being there.
func (e *element) flag(key string) bool {
	switch key {
	case "checked":
		e.checked = true
	case "selected":
		e.selected = true
	case "hidden":
		e.hidden = true
	case "multiple":
		e.several = true
	case "open":
		e.open = true
	default:
		return false
	}
	return true
}

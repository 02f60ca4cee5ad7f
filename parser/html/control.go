package html

import (
	"cmp"
	"strings"

	"golang.org/x/net/html/atom"
)

// input shows what a form control holds (HTML Living Standard §4.10.5): the
// value of a field, the mark of a box.
func (r *reader) input(e *element) {
	switch e.kind {
	case "hidden", "button", "submit", "reset", "image", "file", "password":
	case "checkbox", "radio":
		if e.checked {
			r.show("☑")
		} else {
			r.show("□")
		}
	default:
		r.show(e.value)
	}
}

// openControl begins a control of a form.
func (r *reader) openControl(e *element) {
	switch {
	case e.tag == atom.Input:
		r.input(e)
	case e.tag == atom.Select:
		r.choice = &choice{several: e.several}
	case r.choice != nil:
		r.choice.option(e.label, e.selected)
	}
}

// closeControl ends an option or a select, which shows what is chosen.
func (r *reader) closeControl(tag atom.Atom) {
	c := r.choice
	switch {
	case c == nil:
	case tag == atom.Select:
		r.choice = nil
		r.show(c.shown())
	default:
		c.end()
	}
}

// choice is an open select element.
type choice struct {
	options  []string
	selected []int
	several  bool
	text     strings.Builder // of the open option
	label    string          // of the open option, shown in place of its text (§4.10.10)
	open     bool
}

// option begins an option; the one before it ends.
func (c *choice) option(label string, selected bool) {
	c.end()
	c.open, c.label = true, label
	if selected {
		c.selected = append(c.selected, len(c.options))
	}
}

func (c *choice) end() {
	if c.open {
		c.options = append(c.options, strings.Join(strings.Fields(cmp.Or(c.label, c.text.String())), " "))
		c.text.Reset()
		c.open = false
	}
}

// shown is what a closed select shows: the option selected last, else the first;
// all that are selected where several may be (§4.10.7).
func (c *choice) shown() string {
	c.end()
	switch {
	case c.several:
		var all []string
		for _, i := range c.selected {
			all = append(all, c.options[i])
		}
		return strings.Join(all, "、")
	case len(c.selected) > 0:
		return c.options[c.selected[len(c.selected)-1]]
	case len(c.options) > 0:
		return c.options[0]
	}
	return ""
}

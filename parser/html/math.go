package html

import "jxmb/parser/block"

// formula is the elements of MathML that are open (MathML Core §3), outermost first.
type formula []operand

// operand is one of them, with the elements in it so far.
type operand struct {
	name   string
	inside int
	effect effect
}

// maxFormula bounds the elements that are open at a time.
const maxFormula = 32

// openMath takes note of an element of a formula that begins: 1/2 and 10⁴ would read
// as 12 and 104 without what their elements show.
func (r *reader) openMath(name string, selfClosing bool) {
	n := len(r.math)
	if n == 0 && name != "math" || n == maxFormula || r.skip != 0 {
		return
	}
	o := operand{name: name}
	if n > 0 {
		parent := &r.math[n-1]
		parent.inside++
		o.effect = parent.place()
		if parent.name == "mfrac" && parent.inside == 2 {
			r.show("/")
		}
	}
	switch name {
	case "msqrt", "mroot":
		r.show("√")
	}
	if !selfClosing {
		r.math = append(r.math, o)
	}
}

// place is how the last element in o is shown.
func (o *operand) place() effect {
	switch {
	case o.inside == 2 && (o.name == "msup" || o.name == "mroot"), o.inside == 3 && o.name == "msubsup":
		return super
	case o.inside == 2 && (o.name == "msub" || o.name == "msubsup"):
		return lowered
	}
	return 0
}

// closeMath takes note of one that ends, with all that is open in it.
func (r *reader) closeMath(name string) {
	for n := len(r.math) - 1; n >= 0; n-- {
		if r.math[n].name == name {
			r.math = r.math[:n]
			return
		}
	}
}

// shown is text as the formula shows it.
func (f formula) shown(s string) string {
	for i := range f {
		switch f[i].effect {
		case super:
			s = block.Superscript(s)
		case lowered:
			s = block.Subscript(s)
		}
	}
	return s
}

package docx

import (
	"strings"

	"jxmb/parser/block"
	"jxmb/parser/msword"
	"jxmb/parser/ooxml"
)

// mathParts are the children of an element of Office Math: their text by name,
// and the values of its properties.
type mathParts struct {
	text  map[string][]string
	props map[string]string
}

func (p *mathParts) first(name string) string {
	if list := p.text[name]; len(list) > 0 {
		return list[0]
	}
	return ""
}

// prop is a property, the default where it is not given.
func (p *mathParts) prop(name, missing string) string {
	if v, ok := p.props[name]; ok {
		return v
	}
	return missing
}

// math reads an m:oMath (§22.1.2.77) as text on one line that reads back:
// fractions as 1/2, roots as √2, scripts as superscripts and subscripts.
func (r *reader) math() {
	start, first := r.run, r.first
	r.run, r.first = r.Start, -1
	text := r.mathText(r.Depth())
	r.put([]byte(text))
	r.closeRun(r.run)
	r.run, r.first = start, first
}

// mathText is the text of the rest of the element at depth.
func (r *reader) mathText(depth int) string {
	var b strings.Builder
	for r.Within(depth) {
		b.WriteString(r.mathElement())
	}
	return b.String()
}

// mathElement is the text of the element whose start tag was met last.
func (r *reader) mathElement() string {
	name := string(r.LocalName())
	switch {
	case name == "t":
		from := r.Pos
		r.Skip()
		out, _ := r.Unescaped(nil, from, max(from, r.Start))
		return string(msword.AppendShown(nil, out, 0, r.noteGlyph))
	case name == "r":
		return r.mathRun()
	case name == "del", name == "moveFrom":
		r.dropped(block.NoteTracked)
		return ""
	case strings.HasSuffix(name, "Pr"):
		r.Skip()
		return ""
	}
	shape, ok := mathShapes[name]
	if !ok {
		return r.mathText(r.Depth())
	}
	parts := r.mathChildren(r.Depth())
	text := shape(&parts)
	switch {
	case name == "phant" && !enabled(parts.prop("show", "1")):
		return r.unshown(block.NoteHidden, text)
	case name == "borderBox" && parts.struck():
		return r.unshown(block.NoteStruck, text)
	}
	return text
}

// mathRun is the text of an m:r (§22.1.2.87), whose w:rPr may strike or hide it
// as it does that of a w:r.
func (r *reader) mathRun() string {
	var b strings.Builder
	shown := r.base
	for depth := r.Depth(); r.Within(depth); {
		if r.El != ooxml.ElRPr {
			b.WriteString(r.mathElement())
			continue
		}
		props := ooxml.Remembered(&r.Scanner, &r.runMemo, readRunProps)
		if len(props.style) > 0 {
			shown = r.style(props.style).look.upon(shown, r.side.defaultLook())
		}
		shown = props.look.over(shown)
	}
	switch {
	case shown.unseen(r.paper):
		return r.unshown(block.NoteHidden, b.String())
	case shown.struck():
		return r.unshown(block.NoteStruck, b.String())
	}
	return b.String()
}

// unshown notes text of an equation that is not shown, or struck out, and is
// none of its text.
func (r *reader) unshown(kind block.NoteKind, text string) string {
	if text != "" {
		r.note(kind, []byte(text), r.run, r.Pos)
	}
	return ""
}

// struck tells whether lines of an m:borderBox cross out what is in it
// (§22.1.2.11).
func (p *mathParts) struck() bool {
	for _, line := range [...]string{"strikeH", "strikeV", "strikeBLTR", "strikeTLBR"} {
		if enabled(p.prop(line, "0")) {
			return true
		}
	}
	return false
}

// enabled tells what a value of ST_OnOff says (§22.9.2.7).
func enabled(value string) bool { return value == "1" || value == "on" || value == "true" }

// isOn is the same of an attribute.
func isOn(value []byte) bool { return enabled(string(value)) }

// mathChildren reads the children of the element at depth.
func (r *reader) mathChildren(depth int) mathParts {
	p := mathParts{map[string][]string{}, map[string]string{}}
	for r.Within(depth) {
		name := string(r.LocalName())
		if strings.HasSuffix(name, "Pr") {
			r.mathProps(p.props)
			continue
		}
		p.text[name] = append(p.text[name], r.mathText(r.Depth()))
	}
	return p
}

func (r *reader) mathProps(props map[string]string) {
	for depth := r.Depth(); r.Within(depth); {
		if r.El == ooxml.ElRPr {
			r.Skip()
			continue
		}
		value, ok := r.AnyAttribute("val")
		if !ok {
			value = []byte("1")
		}
		props[string(r.LocalName())] = r.Unescape(value)
	}
}

// mathShapes are the elements of Office Math that arrange their children
// (§22.1.2); all others show them one behind the other.
var mathShapes = map[string]func(*mathParts) string{
	"f": func(p *mathParts) string {
		if p.prop("type", "bar") == "noBar" { // one above the other, as of binomials
			return p.first("num") + "¦" + p.first("den")
		}
		return msword.Operand(p.first("num")) + "/" + msword.Operand(p.first("den"))
	},
	"rad": func(p *mathParts) string {
		if enabled(p.prop("degHide", "0")) {
			return msword.Root("", p.first("e"))
		}
		return msword.Root(p.first("deg"), p.first("e"))
	},
	"sSup":    func(p *mathParts) string { return p.first("e") + above(p.first("sup")) },
	"sSub":    func(p *mathParts) string { return p.first("e") + below(p.first("sub")) },
	"sSubSup": func(p *mathParts) string { return p.first("e") + below(p.first("sub")) + above(p.first("sup")) },
	"sPre":    func(p *mathParts) string { return below(p.first("sub")) + above(p.first("sup")) + p.first("e") },
	"d": func(p *mathParts) string {
		return p.prop("begChr", "(") + strings.Join(p.text["e"], p.prop("sepChr", "|")) + p.prop("endChr", ")")
	},
	"nary": func(p *mathParts) string {
		return p.prop("chr", "∫") + below(p.first("sub")) + above(p.first("sup")) + p.first("e")
	},
	"acc":       func(p *mathParts) string { return p.first("e") + p.prop("chr", "\u0302") },
	"bar":       func(p *mathParts) string { return p.first("e") + line(p.prop("pos", "bot")) },
	"phant":     func(p *mathParts) string { return p.first("e") },
	"borderBox": func(p *mathParts) string { return p.first("e") },
	"limLow":    func(p *mathParts) string { return p.first("e") + below(p.first("lim")) },
	"limUpp":    func(p *mathParts) string { return p.first("e") + above(p.first("lim")) },
	"eqArr":     func(p *mathParts) string { return strings.Join(p.text["e"], "\n") },
	"mr":        func(p *mathParts) string { return strings.Join(p.text["e"], " ") + "\n" },
}

// line is the line of an m:bar (§22.1.2.7), as a combining character.
func line(pos string) string {
	if pos == "top" {
		return "\u0305"
	}
	return "\u0332"
}

// above writes text as superscript, and as a power in brackets where Unicode
// has not all of it.
func above(s string) string { return scripted(s, block.Superscript(s), "^") }

func below(s string) string { return scripted(s, block.Subscript(s), "_") }

func scripted(s, script, sign string) string {
	if s == "" {
		return ""
	}
	for _, c := range script {
		if strings.ContainsRune(s, c) {
			return sign + "(" + s + ")"
		}
	}
	return script
}

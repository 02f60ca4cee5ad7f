package msword

import (
	"strconv"
	"strings"

	"jxmb/parser/block"
)

// equation is what an EQ field shows (§17.16.5.17), on one line: fractions as
// 1/2, roots as √2, text above and below the line as superscripts and
// subscripts, characters in a circle or a box as Unicode has them. Word makes
// such fields of its phonetic guides and enclosed characters.
func equation(rest string) string {
	e := eq{src: withoutFormats(rest)}
	var b strings.Builder
	for e.pos < len(e.src) {
		b.WriteString(e.list(0).joined(""))
		if e.pos < len(e.src) { // a bracket or comma of nobody
			b.WriteByte(e.src[e.pos])
			e.pos++
		}
	}
	return strings.TrimSpace(b.String())
}

// withoutFormats takes off the general switches that a phonetic guide begins
// with: \* jc2 \* "Font:宋体" \* hps10.
func withoutFormats(s string) string {
	for {
		after, ok := strings.CutPrefix(strings.TrimSpace(s), `\*`)
		if !ok {
			return s
		}
		_, s = cutWord(strings.TrimSpace(after))
	}
}

// eq is an equation that is being read.
type eq struct {
	src string
	pos int
}

// maxNesting bounds switches in switches.
const maxNesting = 16

// eqPart is an argument: its text, and whether it stands above the line.
type eqPart struct {
	text   string
	raised bool
}

type eqParts []eqPart

func (p eqParts) at(i int) string {
	if i < len(p) {
		return p[i].text
	}
	return ""
}

func (p eqParts) joined(by string) string {
	all := make([]string, len(p))
	for i := range p {
		all[i] = p[i].text
	}
	return strings.Join(all, by)
}

// list reads arguments up to the closing bracket or the end; outside brackets it
// is one.
func (e *eq) list(depth int) eqParts {
	var list eqParts
	var b strings.Builder
	raised := false
	end := func() {
		list = append(list, eqPart{strings.TrimSpace(b.String()), raised})
		b.Reset()
		raised = false
	}
	for ; e.pos < len(e.src); e.pos++ {
		c := e.src[e.pos]
		switch {
		case c == '\\' && depth < maxNesting:
			text, up := e.element(depth)
			b.WriteString(text)
			raised = raised || up
			e.pos-- // the loop steps over what comes next
			continue
		case c == ')', (c == ',' || c == ';') && depth == 0:
			end()
			return list
		case c == ',', c == ';':
			end()
			continue
		}
		b.WriteByte(c)
	}
	end()
	return list
}

// element reads a switch with its options and arguments, or an escaped
// character, at a backslash.
func (e *eq) element(depth int) (text string, raised bool) {
	e.pos++
	if e.pos == len(e.src) {
		return "", false
	}
	name := e.src[e.pos] | 0x20
	if name < 'a' || name > 'z' {
		e.pos++
		return e.src[e.pos-1 : e.pos], false
	}
	e.pos++
	options := e.options()
	if e.pos == len(e.src) || e.src[e.pos] != '(' {
		return "", false
	}
	e.pos++
	args := e.list(depth + 1)
	if e.pos < len(e.src) {
		e.pos++ // the closing bracket
	}
	return show(name, options, args), name == 's' && !strings.Contains(options, `\do`)
}

// options reads what stands between a switch and its arguments: \ac, \up 9,
// \bc\{.
func (e *eq) options() string {
	from := e.pos
	for e.pos < len(e.src) && e.src[e.pos] != '(' {
		if e.src[e.pos] == '\\' && e.pos+1 < len(e.src) {
			e.pos++
		}
		e.pos++
	}
	e.pos = min(e.pos, len(e.src))
	return strings.ToLower(e.src[from:e.pos])
}

// show is a switch on one line.
func show(name byte, options string, args eqParts) string {
	switch name {
	case 'f':
		return Operand(args.at(0)) + "/" + Operand(args.at(1))
	case 'r':
		if len(args) > 1 {
			return Root(args.at(0), args.at(1))
		}
		return Root("", args.at(0))
	case 's':
		return shifted(options, args)
	case 'o':
		return overstruck(args)
	case 'b':
		return bracketed(options, args.joined(","))
	case 'i':
		return integral(options) + args.joined(" ")
	case 'd':
		return ""
	case 'l':
		return args.joined(",")
	case 'x': // a box, of which the lower side alone may be drawn
		if sign := Underlined(args.joined(" ")); sign != "" && options == `\bo` {
			return sign
		}
	}
	return args.joined(" ") // \a array, \x box
}

// Operand puts what is more than one number or word into brackets.
func Operand(s string) string {
	if strings.ContainsAny(s, "+-−×*/÷ =") {
		return "(" + s + ")"
	}
	return s
}

// Root is √ with its degree.
func Root(degree, of string) string {
	sign := "√"
	switch degree {
	case "", "2":
	case "3":
		sign = "∛"
	case "4":
		sign = "∜"
	default:
		sign = block.Superscript(degree) + sign
	}
	return sign + Operand(of)
}

// shifted is \s: text moved up or down; of two arguments the first is above.
func shifted(options string, args eqParts) string {
	if len(args) > 1 {
		return block.Superscript(args.at(0)) + block.Subscript(args.at(1))
	}
	if strings.Contains(options, `\do`) {
		return block.Subscript(args.at(0))
	}
	return block.Superscript(args.at(0))
}

func bracketed(options, s string) string {
	open, shut := "(", ")"
	if _, after, ok := strings.Cut(options, `\bc\`); ok && after != "" {
		open = after[:1]
		shut = map[string]string{"(": ")", "[": "]", "{": "}", "<": ">"}[open]
		if shut == "" {
			shut = open
		}
	}
	return open + s + shut
}

func integral(options string) string {
	switch {
	case strings.Contains(options, `\su`):
		return "∑"
	case strings.Contains(options, `\pr`):
		return "∏"
	}
	return "∫"
}

// overstruck is \o: characters printed over each other. A phonetic guide is its
// base text, a number in a circle and a mark in a box are characters of their
// own.
func overstruck(args eqParts) string {
	var shown eqParts
	for _, p := range args {
		if !p.raised && p.text != "" {
			shown = append(shown, p)
		}
	}
	if len(shown) != 2 {
		return shown.joined("")
	}
	for i := range shown {
		if s, ok := enclosed(shown[i].text, shown[1-i].text); ok {
			return s
		}
		if s := lined(shown[i].text, shown[1-i].text); s != "" {
			return s
		}
	}
	return shown.joined("")
}

// lined is a sign with a line through it or below it, as those make ≥ who do not find
// it on the keyboard; empty for anything else.
func lined(sign, line string) string {
	switch line {
	case "-", "－", "—", "–", "_", "＿", "=", "＝":
		return Underlined(sign)
	case "/", "／", "\\":
		if sign == "=" || sign == "＝" {
			return "≠"
		}
	}
	return ""
}

// Underlined is the sign that > and < are with a line below them, empty for any
// other text.
func Underlined(sign string) string {
	switch strings.TrimSpace(sign) {
	case ">", "＞", "〉", "﹥":
		return "≥"
	case "<", "＜", "〈", "﹤":
		return "≤"
	}
	return ""
}

// enclosed is a character in a shape.
func enclosed(shape, inner string) (string, bool) {
	switch shape {
	case "□", "☐", "▢":
		switch inner {
		case "√", "✓", "✔", "∨":
			return "☑", true
		case "×", "✗", "✘", "x", "X":
			return "☒", true
		}
		return inner, true
	case "○", "〇", "◯":
		if n, err := strconv.Atoi(inner); err == nil && n >= 1 && n <= 20 {
			return string(rune('①' + n - 1)), true
		}
		return inner, true
	case "△", "◇":
		return inner, true
	}
	return "", false
}

package pdf

import (
	"errors"
	"io/fs"
	"slices"

	"jxmb/model"
	"jxmb/render/font"
	"jxmb/render/view"
)

// style selects one of the two built-in fonts.
type style uint8

const (
	regular style = iota // serif, for what the submission says
	bold                 // sans bold, for headings and labels
)

// fonts draws on the built-in fonts first, then on what Options.Font names,
// character by character. It belongs to one document.
type fonts struct {
	faces  []*face               // the first two are indexed by style
	user   *face                 // of Options.Font; nil without
	system func(rune) *font.Font // the same where it is view.InstalledFonts; nil otherwise
	chosen map[rune]*face        // of characters that the built-in fonts lack; nil = none has it
	lost   map[rune]int          // characters that no font has, with their number
}

// face is a font as one document uses it: text is written in 16-bit codes,
// which are code points of the Basic Multilingual Plane; other characters take
// a code of the Private Use Area.
type face struct {
	font   *font.Font
	used   [1 << 10]uint64 // a bit for each code
	codes  map[rune]rune   // characters above U+FFFF
	drawAs map[rune]rune   // code → character whose outline stands for it
}

// The Private Use Area, ISO/IEC 10646. Fonts that keep symbols of their own
// there are not asked for them: nobody could tell what they mean.
const privateFirst, privateLast = 0xE000, 0xF8FF

// lookAlikes are signs that Noto lacks and close ones it has. The text of
// the PDF keeps the original.
var lookAlikes = map[rune]rune{
	'⩾': '≥', '⩽': '≤', '☑': '√', '☒': '×', '\u2011': '-', '﹣': '-', '➕': '＋', '⁃': '-', '◦': '○', '▪': '■', '‣': '•',
}

func newFonts(o view.Options) (*fonts, error) {
	p := &fonts{
		chosen: map[rune]*face{},
		lost:   map[rune]int{},
	}
	p.add(font.Text())
	p.add(font.Heading())
	switch o.Font {
	case "":
	case view.InstalledFonts:
		p.system = func(r rune) *font.Font { return font.System().Find(r) }
	default:
		f, err := font.OpenShared(o.Font)
		if err != nil {
			return nil, &fontError{fontAdvice(o.Lang, o.Font, err), err}
		}
		p.user = p.add(f)
	}
	return p, nil
}

// fontError tells why Options.Font cannot be used, in the reader's language.
type fontError struct {
	text string
	err  error
}

func (e *fontError) Error() string { return e.text }
func (e *fontError) Unwrap() error { return e.err }

func fontAdvice(l model.Lang, path string, err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return l.Say("找不到字体文件 %s，请检查 --font 的路径", "font file %s not found; check the path given to --font", path)
	case errors.Is(err, font.ErrOutlines):
		return l.Say("字体 %s 用的是PostScript（CFF）轮廓，PDF输出只能嵌入TrueType字体，请换 .ttf 或 .ttc 文件",
			"font %s has PostScript (CFF) outlines; the PDF output embeds TrueType only, give --font a .ttf or .ttc file", path)
	case errors.Is(err, font.ErrRestricted):
		return l.Say("字体 %s 的许可标志禁止嵌入或裁剪，请换一个字体", "font %s forbids embedding or subsetting; give --font another one", path)
	case errors.Is(err, font.ErrDamaged):
		return l.Say("%s 不是TrueType字体，或已损坏，请换一个文件", "%s is not a TrueType font, or is damaged; give --font another file", path)
	case errors.Is(err, font.ErrSize):
		return l.Say("字体 %s 超过 64 MiB，请换一个字体", "font %s has more than 64 MiB; give --font another one", path)
	}
	return l.Say("字体 %[1]s 无法读取，请换一个文件", "font %[1]s cannot be read: %[2]v", path, err)
}

func (p *fonts) add(f *font.Font) *face {
	face := &face{font: f}
	p.faces = append(p.faces, face)
	return face
}

// face is the font that draws r in the given style, nil if there is none.
func (p *fonts) face(style style, r rune) *face {
	if f := p.faces[style]; f.font.Has(r) {
		return f
	}
	f, known := p.chosen[r]
	if !known {
		f = p.fallback(r)
		p.chosen[r] = f
	}
	return f
}

func (p *fonts) fallback(r rune) *face {
	if r >= privateFirst && r <= privateLast {
		return nil
	}
	candidates := p.faces[:2:2]
	if p.user != nil {
		candidates = append(candidates, p.user)
	}
	for _, f := range candidates {
		if f.font.Has(r) && f.codeFor(r) {
			return f
		}
	}
	if alike, ok := lookAlikes[r]; ok {
		return p.faces[regular].drawing(r, alike)
	}
	if p.system != nil {
		return p.installed(r)
	}
	return nil
}

// installed is a font of the machine that has r, nil if there is none.
func (p *fonts) installed(r rune) *face {
	installed := p.system(r)
	if installed == nil {
		return nil
	}
	i := slices.IndexFunc(p.faces, func(f *face) bool { return f.font == installed })
	if i < 0 {
		i = len(p.faces)
		p.add(installed)
	}
	if f := p.faces[i]; f.codeFor(r) {
		return f
	}
	return nil
}

// codeFor makes sure that r has a code; false when the private area is full.
func (f *face) codeFor(r rune) bool {
	if r <= 0xFFFF || f.codes[r] != 0 {
		return true
	}
	next := rune(privateFirst + len(f.codes))
	if next > privateLast {
		return false
	}
	if f.codes == nil {
		f.codes = map[rune]rune{}
	}
	f.codes[r] = next
	return true
}

func (f *face) drawing(r, alike rune) *face {
	if f.drawAs == nil {
		f.drawAs = map[rune]rune{}
	}
	f.drawAs[r] = alike
	return f
}

// shape is the character whose outline is drawn for r.
func (f *face) shape(r rune) rune {
	if a, ok := f.drawAs[r]; ok {
		return a
	}
	return r
}

package docx

import (
	"jxmb/parser/msword"
	"jxmb/parser/ooxml"
)

// look is what formatting does to the text of a run.
type look struct {
	vanish msword.Toggle // w:vanish (§17.3.2.41)
	strike msword.Toggle // w:strike (§17.3.2.37)
	double msword.Toggle // w:dstrike (§17.3.2.9)
	script script        // w:vertAlign (§17.3.2.42)
	fonts  bool          // w:rFonts names one
	symbol msword.FontID // the symbol font it names (§17.3.2.26)
	lined  bool          // w:u (§17.3.2.40)
	size   int16         // w:sz (§17.3.2.38) in half-points, 0 where unset
	ink    colour        // w:color (§17.3.2.6), bare where nothing is drawn
	ground colour        // w:shd, w:highlight (§17.3.2.32, §17.3.2.15)
}

// read takes up one of the properties of a run.
func (l *look) read(s *ooxml.Scanner) {
	switch s.El {
	case ooxml.ElVanish:
		l.vanish = msword.Toggled(s.Flag())
	case ooxml.ElStrike:
		l.strike = msword.Toggled(s.Flag())
	case ooxml.ElDstrike:
		l.double = msword.Toggled(s.Flag())
	case ooxml.ElVertAlign:
		l.script = readScript(s)
	case ooxml.ElRFonts:
		l.readFonts(s)
	case ooxml.ElSz:
		n, _ := s.Number()
		l.size = int16(min(max(n, 0), maxSize))
	case ooxml.ElColor:
		l.ink = hexColour(s.Val())
	case ooxml.ElShd:
		l.ground = readShading(s)
	case ooxml.ElHighlight:
		l.ground = readHighlight(s)
	case ooxml.ElOther:
		l.readRare(s)
	}
}

// readRare takes up a line below the text and what makes it vanish in other ways: a width of next to
// nothing (w:w, §17.3.2.43), a fill of nothing ([MS-DOCX] §2.6.1.20 textFill).
func (l *look) readRare(s *ooxml.Scanner) {
	const narrow = 5 // percent
	switch string(s.LocalName()) {
	case "u":
		l.lined = string(s.Val()) != "none"
	case "w":
		if n, ok := s.Number(); ok && n > 0 && n <= narrow {
			l.ink = bare
		}
	case "textFill":
		for depth := s.Depth(); s.Within(depth); {
			if string(s.LocalName()) == "noFill" {
				l.ink = bare
			}
		}
	}
}

// maxSize is the largest w:sz of Word, 1638 pt.
const maxSize = 3276

// over is l where it says something, else what is under it.
func (l look) over(under look) look {
	l.vanish, l.strike, l.double = l.vanish.Over(under.vanish), l.strike.Over(under.strike), l.double.Over(under.double)
	if l.script == scriptUnset {
		l.script = under.script
	}
	if !l.fonts {
		l.fonts, l.symbol = under.fonts, under.symbol
	}
	if l.size == 0 {
		l.size = under.size
	}
	l.lined = l.lined || under.lined
	return l.colouredOver(under)
}

func (l look) colouredOver(under look) look {
	if l.ink == unsaid {
		l.ink = under.ink
	}
	if l.ground == unsaid {
		l.ground = under.ground
	}
	return l
}

// mixed is the look of a run over that of its paragraph, which is mostly that of the run
// before over the same.
type mixed struct{ run, base, sum look }

// over is run over base.
func (m *mixed) over(run, base *look) look {
	if m.run != *run || m.base != *base {
		*m = mixed{*run, *base, run.over(*base)}
	}
	return m.sum
}

// upon puts a style upon the styles under it. What may be switched on at each
// level shows where an odd number of them does so, and always where the
// document's defaults do (§17.7.3); all else is that of the uppermost.
func (l look) upon(under, defaults look) look {
	sum := l.over(under)
	sum.vanish = switched(l.vanish, under.vanish, defaults.vanish)
	sum.strike = switched(l.strike, under.strike, defaults.strike)
	return sum
}

func switched(a, b, always msword.Toggle) msword.Toggle {
	if always == msword.On {
		return msword.On
	}
	return a.Upon(b)
}

// plain tells whether text stands for itself.
func (l *look) plain() bool { return l.script <= scriptNone && l.symbol <= 0 && !l.lined }

// struck tells whether a line is drawn through the text.
func (l *look) struck() bool { return l.strike == msword.On || l.double == msword.On }

// faint tells whether text on paper of a colour shows nothing though it is not
// hidden: of the colour of its ground, or too small to be more than a dot.
func (l *look) faint(paper colour) bool {
	const dot = 4 // 2 pt
	if l.size > 0 && l.size <= dot || l.ink == bare {
		return true
	}
	if l.ground != unsaid {
		paper = l.ground
	}
	return l.ink.like(paper)
}

// unseen tells whether text is hidden or faint.
func (l *look) unseen(paper colour) bool { return l.vanish == msword.On || l.faint(paper) }

// script is an ST_VerticalAlignRun (§22.9.2.17).
type script int8

const (
	scriptUnset script = iota
	scriptNone
	scriptSuper
	scriptSub
)

func readScript(s *ooxml.Scanner) script {
	switch string(s.Val()) {
	case "superscript":
		return scriptSuper
	case "subscript":
		return scriptSub
	}
	return scriptNone
}

// byHand is the script that w:position (§17.3.2.24) and w:sz make without w:vertAlign.
var byHand = map[msword.Shift]script{msword.Raised: scriptSuper, msword.Lowered: scriptSub}

// readFonts reads a w:rFonts. A symbol font counts wherever it is named: none
// of its characters is East Asian or complex script.
func (l *look) readFonts(s *ooxml.Scanner) {
	for _, kind := range [...]string{"ascii", "hAnsi", "cs", "eastAsia"} {
		name, ok := s.Attribute(kind)
		l.fonts = l.fonts || ok
		switch font := msword.FontOf(string(name)); {
		case font > 0:
			l.symbol = font
			return
		case kind == "ascii":
			l.symbol = font
		}
	}
}

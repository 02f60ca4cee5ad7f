package docx

import (
	"jxmb/parser/msword"
	"jxmb/parser/ooxml"
)

// runProps is what is read of a w:rPr (ISO/IEC 29500-1 §17.3.2).
type runProps struct {
	look
	style   []byte // w:rStyle
	removed bool   // w:del or w:moveFrom: the mark of a paragraph is gone
	added   bool   // w:ins or w:moveTo: it is new
}

// toggle is an on/off property that may be unset.
type toggle int8

const (
	unset toggle = iota
	off
	on
)

func toggled(set bool) toggle {
	if set {
		return on
	}
	return off
}

// look is what formatting does to the text of a run.
type look struct {
	vanish toggle        // w:vanish (§17.3.2.41)
	strike toggle        // w:strike, w:dstrike (§17.3.2.37, §17.3.2.9)
	script script        // w:vertAlign (§17.3.2.42)
	fonts  bool          // w:rFonts names one
	symbol msword.FontID // the symbol font it names (§17.3.2.26)
}

// script is an ST_VerticalAlignRun (§22.9.2.17).
type script int8

const (
	scriptUnset script = iota
	scriptNone
	scriptSuper
	scriptSub
)

// over is l where it says something, else what is under it.
func (l look) over(under look) look {
	if l.vanish == unset {
		l.vanish = under.vanish
	}
	if l.strike == unset {
		l.strike = under.strike
	}
	if l.script == scriptUnset {
		l.script = under.script
	}
	if !l.fonts {
		l.fonts, l.symbol = under.fonts, under.symbol
	}
	return l
}

// plain tells whether text stands for itself.
func (l *look) plain() bool { return l.script <= scriptNone && l.symbol == 0 }

func readScript(s *ooxml.Scanner) script {
	switch string(s.Val()) {
	case "superscript":
		return scriptSuper
	case "subscript":
		return scriptSub
	}
	return scriptNone
}

// readFonts reads a w:rFonts. A symbol font counts wherever it is named: none
// of its characters is East Asian or complex script.
func (l *look) readFonts(s *ooxml.Scanner) {
	for _, kind := range [...]string{"ascii", "hAnsi", "cs", "eastAsia"} {
		name, ok := s.Attribute(kind)
		l.fonts = l.fonts || ok
		if font := msword.SymbolFont(string(name)); font != 0 {
			l.symbol = font
			return
		}
	}
}

func readRunProps(s *ooxml.Scanner) (p runProps) {
	var hand byHand
	for depth := s.Depth(); s.Within(depth); {
		switch s.El {
		case ooxml.ElVanish:
			p.vanish = toggled(s.Flag())
		case ooxml.ElStrike, ooxml.ElDstrike:
			if set := toggled(s.Flag()); p.strike != on {
				p.strike = set
			}
		case ooxml.ElVertAlign:
			p.script = readScript(s)
		case ooxml.ElPosition, ooxml.ElSz:
			hand.read(s)
		case ooxml.ElRFonts:
			p.readFonts(s)
		case ooxml.ElRStyle:
			p.style = s.Val()
		case ooxml.ElDel, ooxml.ElMoveFrom:
			p.removed = true
		case ooxml.ElIns, ooxml.ElMoveTo:
			p.added = true
		case ooxml.ElRPrChange, ooxml.ElFallback:
			s.Skip()
		}
	}
	p.script = hand.or(p.script)
	return p
}

// byHand is a script made of w:position (§17.3.2.24) and w:sz (§17.3.2.38), as
// text is raised without w:vertAlign, in half-points.
type byHand struct{ raised, size int }

func (h *byHand) read(s *ooxml.Scanner) {
	n, _ := s.Number()
	if s.El == ooxml.ElSz {
		h.size = n
	} else {
		h.raised = n
	}
}

// or is what w:vertAlign says, else the script of text that is moved by 2 pt or
// more and no larger than 9 pt, where forms are set in 10 pt and more.
func (h byHand) or(said script) script {
	const moved, small = 4, 18
	switch {
	case said != scriptUnset || h.size == 0 || h.size > small:
		return said
	case h.raised >= moved:
		return scriptSuper
	case h.raised <= -moved:
		return scriptSub
	}
	return said
}

// paraProps is what is read of a w:pPr (§17.3.1).
type paraProps struct {
	style   []byte // w:pStyle
	list    listRef
	removed bool // the paragraph's mark is deleted: it runs on into the next
	tracked bool // the mark is deleted or inserted
}

// listRef is a w:numPr (§17.3.1.19).
type listRef struct {
	num      int // w:numId; 0 takes a list off
	level    int // w:ilvl, 0 to 8
	numSet   bool
	levelSet bool
}

func readParaProps(s *ooxml.Scanner) (p paraProps) {
	for depth := s.Depth(); s.Within(depth); {
		switch s.El {
		case ooxml.ElPStyle:
			p.style = s.Val()
		case ooxml.ElNumPr:
			p.list = readListRef(s)
		case ooxml.ElRPr:
			mark := readRunProps(s)
			p.removed, p.tracked = mark.removed, mark.removed || mark.added
		case ooxml.ElPPrChange, ooxml.ElSectPr:
			s.Skip()
		}
	}
	return p
}

func readListRef(s *ooxml.Scanner) (l listRef) {
	for depth := s.Depth(); s.Within(depth); {
		switch s.El {
		case ooxml.ElNumID:
			l.num, l.numSet = s.Number()
		case ooxml.ElIlvl:
			l.level, l.levelSet = s.Number()
			l.level = min(max(l.level, 0), msword.Levels-1)
		}
	}
	return l
}

// rowProps is what is read of a w:trPr (§17.4.81).
type rowProps struct {
	before, after int // w:gridBefore, w:gridAfter
	header        bool
	deleted       bool
	inserted      bool
}

func readRowProps(s *ooxml.Scanner) (p rowProps) {
	for depth := s.Depth(); s.Within(depth); {
		switch s.El {
		case ooxml.ElGridBefore:
			p.before, _ = s.Number()
		case ooxml.ElGridAfter:
			p.after, _ = s.Number()
		case ooxml.ElTblHeader:
			p.header = s.Flag()
		case ooxml.ElDel:
			p.deleted = true
		case ooxml.ElIns:
			p.inserted = true
		case ooxml.ElTrPrChange:
			s.Skip()
		}
	}
	return p
}

// merge is an ST_Merge (§17.18.57).
type merge int8

const (
	mergeNone merge = iota
	mergeRestart
	mergeContinue
)

// cellProps is what is read of a w:tcPr (§17.4.69).
type cellProps struct {
	span    int // w:gridSpan as it stands, 1 where absent
	vMerge  merge
	hMerge  merge
	tracked bool
	deleted bool // w:cellDel
}

func readCellProps(s *ooxml.Scanner) cellProps {
	p := cellProps{span: 1}
	for depth := s.Depth(); s.Within(depth); {
		switch s.El {
		case ooxml.ElGridSpan:
			if n, ok := s.Number(); ok {
				p.span = n
			}
		case ooxml.ElVMerge:
			p.vMerge = readMerge(s)
		case ooxml.ElHMerge:
			p.hMerge = readMerge(s)
		case ooxml.ElCellIns:
			p.tracked = true
		case ooxml.ElCellDel:
			p.deleted = true
		case ooxml.ElCellMerge:
			p.tracked = true
			p.vMerge = readRevisedMerge(s, p.vMerge)
		case ooxml.ElTcPrChange:
			s.Skip()
		}
	}
	return p
}

// readMerge: a merge element without w:val continues (§17.4.84).
func readMerge(s *ooxml.Scanner) merge {
	if string(s.Val()) == "restart" {
		return mergeRestart
	}
	return mergeContinue
}

// readRevisedMerge reads a w:cellMerge, a vertical merge changed under revision
// (§17.13.5.3); old is the merge that stands without it.
func readRevisedMerge(s *ooxml.Scanner, old merge) merge {
	switch v, _ := s.Attribute("vMerge"); string(v) {
	case "cont":
		return mergeContinue
	case "rest":
		return mergeRestart
	}
	return old
}

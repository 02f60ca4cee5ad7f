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
	joins   bool   // w:specVanish
}

func readRunProps(s *ooxml.Scanner) (p runProps) {
	raised := 0
	for depth := s.Depth(); s.Within(depth); {
		switch s.El {
		case ooxml.ElPosition:
			raised, _ = s.Number()
		case ooxml.ElRStyle:
			p.style = s.Val()
		case ooxml.ElDel, ooxml.ElMoveFrom:
			p.removed = true
		case ooxml.ElIns, ooxml.ElMoveTo:
			p.added = true
		case ooxml.ElSpecVanish:
			p.joins = s.Flag()
		case ooxml.ElRPrChange, ooxml.ElFallback:
			s.Skip()
		default:
			p.look.read(s)
		}
	}
	if p.script == scriptUnset {
		p.script = byHand[msword.ShiftOf(raised, int(p.size))]
	}
	return p
}

// paraProps is what is read of a w:pPr (§17.3.1).
type paraProps struct {
	style   []byte // w:pStyle
	list    listRef
	ground  colour // w:shd
	mark    look   // of the paragraph's mark, and with it of its number (§17.9.24)
	joins   bool   // the mark only separates styles (w:specVanish, §17.3.2.36)
	removed bool   // the paragraph's mark is deleted: it runs on into the next
	tracked bool   // the mark is deleted or inserted
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
			p.mark, p.joins = mark.look, mark.joins
			p.removed, p.tracked = mark.removed, mark.removed || mark.added
		case ooxml.ElShd:
			p.ground = readShading(s)
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
	flat          bool // too low to show a line of text
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
		case ooxml.ElTrHeight:
			p.flat = readFlat(s)
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

// readFlat tells whether a w:trHeight (§17.4.80) leaves less than 2 pt, exactly
// and not at least.
func readFlat(s *ooxml.Scanner) bool {
	const lowest = 40
	height, ok := s.Number()
	rule, _ := s.Attribute("hRule")
	return ok && height > 0 && height < lowest && string(rule) == "exact"
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
	ground  colour // w:shd
	tracked bool
	deleted bool // w:cellDel
	width   int32
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
		case ooxml.ElShd:
			p.ground = readShading(s)
		case ooxml.ElOther:
			if string(s.LocalName()) == "tcW" {
				p.width = readWidth(s)
			}
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

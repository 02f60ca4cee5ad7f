package docx

// runProps is what is read of a w:rPr (ISO/IEC 29500-1 §17.3.2).
type runProps struct {
	vanish  toggle
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

func readRunProps(s *scanner) (p runProps) {
	for depth := len(s.stack); s.within(depth); {
		switch s.el {
		case elVanish:
			p.vanish = toggled(s.flag())
		case elRStyle:
			p.style = s.val()
		case elDel, elMoveFrom:
			p.removed = true
		case elIns, elMoveTo:
			p.added = true
		case elRPrChange:
			s.skip()
		}
	}
	return p
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

func readParaProps(s *scanner) (p paraProps) {
	for depth := len(s.stack); s.within(depth); {
		switch s.el {
		case elPStyle:
			p.style = s.val()
		case elNumPr:
			p.list = readListRef(s)
		case elRPr:
			mark := readRunProps(s)
			p.removed, p.tracked = mark.removed, mark.removed || mark.added
		case elPPrChange, elSectPr:
			s.skip()
		}
	}
	return p
}

func readListRef(s *scanner) (l listRef) {
	for depth := len(s.stack); s.within(depth); {
		switch s.el {
		case elNumID:
			l.num, l.numSet = s.number()
		case elIlvl:
			l.level, l.levelSet = s.number()
			l.level = min(max(l.level, 0), levels-1)
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

func readRowProps(s *scanner) (p rowProps) {
	for depth := len(s.stack); s.within(depth); {
		switch s.el {
		case elGridBefore:
			p.before, _ = s.number()
		case elGridAfter:
			p.after, _ = s.number()
		case elTblHeader:
			p.header = s.flag()
		case elDel:
			p.deleted = true
		case elIns:
			p.inserted = true
		case elTrPrChange:
			s.skip()
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

func readCellProps(s *scanner) cellProps {
	p := cellProps{span: 1}
	for depth := len(s.stack); s.within(depth); {
		switch s.el {
		case elGridSpan:
			if n, ok := s.number(); ok {
				p.span = n
			}
		case elVMerge:
			p.vMerge = readMerge(s)
		case elHMerge:
			p.hMerge = readMerge(s)
		case elCellIns:
			p.tracked = true
		case elCellDel:
			p.deleted = true
		case elCellMerge:
			p.tracked = true
			p.vMerge = readRevisedMerge(s, p.vMerge)
		case elTcPrChange:
			s.skip()
		}
	}
	return p
}

// readMerge: a merge element without w:val continues (§17.4.84).
func readMerge(s *scanner) merge {
	if string(s.val()) == "restart" {
		return mergeRestart
	}
	return mergeContinue
}

// readRevisedMerge reads a w:cellMerge, a vertical merge changed under revision
// (§17.13.5.3); old is the merge that stands without it.
func readRevisedMerge(s *scanner, old merge) merge {
	switch v, _ := s.attribute("vMerge"); string(v) {
	case "cont":
		return mergeContinue
	case "rest":
		return mergeRestart
	}
	return old
}

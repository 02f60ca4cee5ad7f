package doc

import "encoding/binary"

// sprm names a property that a Prl changes ([MS-DOC] §2.2.5.1).
type sprm uint16

// Character properties (§2.6.1).
const (
	sprmCFRMarkDel   sprm = 0x0800
	sprmCFRMarkIns   sprm = 0x0801
	sprmCPicLocation sprm = 0x6a03
	sprmCFData       sprm = 0x0806
	sprmCSymbol      sprm = 0x6a09
	sprmCIstd        sprm = 0x4a30
	sprmCPlain       sprm = 0x2a33
	sprmCFStrike     sprm = 0x0837
	sprmCFVanish     sprm = 0x083c
	sprmCKul         sprm = 0x2a3e
	sprmCHpsPos      sprm = 0x4845
	sprmCIss         sprm = 0x2a48
	sprmCRgFtc0      sprm = 0x4a4f
	sprmCRgFtc1      sprm = 0x4a50
	sprmCRgFtc2      sprm = 0x4a51
	sprmCFDStrike    sprm = 0x2a53
	sprmCFSpec       sprm = 0x0855
	sprmCHps         sprm = 0x4a43
)

// Paragraph properties (§2.6.2).
const (
	sprmPIstd        sprm = 0x4600
	sprmPIlvl        sprm = 0x260a
	sprmPIlfo        sprm = 0x460b
	sprmPChgTabs     sprm = 0xc615
	sprmPFInTable    sprm = 0x2416
	sprmPFTtp        sprm = 0x2417
	sprmPFInnerCell  sprm = 0x244b
	sprmPFInnerTtp   sprm = 0x244c
	sprmPItap        sprm = 0x6649
	sprmPDtap        sprm = 0x664a
	sprmPHugePapx    sprm = 0x6646
	sprmPHugePapxOld sprm = 0x6645
	sprmPTableProps  sprm = 0x646b
)

// Table properties (§2.6.3).
const (
	sprmTDxaLeft      sprm = 0x9601
	sprmTDxaGapHalf   sprm = 0x9602
	sprmTTableHeader  sprm = 0x3404
	sprmTDefTable10   sprm = 0xd606
	sprmTDefTable     sprm = 0xd608
	sprmTFBidi        sprm = 0x560b
	sprmTPc           sprm = 0x360d
	sprmTDxaAbs       sprm = 0x940e
	sprmTDyaAbs       sprm = 0x940f
	sprmTInsert       sprm = 0x7621
	sprmTDelete       sprm = 0x5622
	sprmTDxaCol       sprm = 0x7623
	sprmTMerge        sprm = 0x5624
	sprmTSplit        sprm = 0x5625
	sprmTVertMerge    sprm = 0xd62b
	sprmTFBidi90      sprm = 0x5664
	sprmTIpgp         sprm = 0x7465
	sprmTIstd         sprm = 0x563a
	sprmTDefTableSize      = 2 // bytes of the size of its operand
)

// prls goes over an array of Prls (§2.2.5.2).
type prls struct {
	rest    []byte
	code    sprm
	operand []byte
}

// operandSizes is the bytes of an operand by spra, the upper three bits of a
// sprm; -1 where the operand says it itself.
var operandSizes = [8]int{1, 1, 2, 4, 2, 2, -1, 3}

// next steps to the next Prl. An operand that reaches beyond the array ends it.
func (p *prls) next() bool {
	if len(p.rest) < 2 {
		return false
	}
	p.code = sprm(binary.LittleEndian.Uint16(p.rest))
	b := p.rest[2:]
	size, before := operandSizes[p.code>>13], 0
	if size < 0 {
		size, before = p.variable(b)
	}
	if size < 0 || before+size > len(b) {
		p.rest = nil
		return false
	}
	p.operand, p.rest = b[before:before+size], b[before+size:]
	return true
}

// variable is the size of an operand that says it itself, and of what says it.
func (p *prls) variable(b []byte) (size, before int) {
	switch {
	case p.code == sprmTDefTable || p.code == sprmTDefTable10:
		if len(b) < sprmTDefTableSize {
			return -1, 0
		}
		return int(binary.LittleEndian.Uint16(b)) - 1, sprmTDefTableSize // "incremented by 1" (§2.9.321)
	case len(b) == 0:
		return -1, 0
	case p.code == sprmPChgTabs && b[0] == 0xff:
		return tabsSize(b[1:]), 1
	}
	return int(b[0]), 1
}

// tabsSize is the size of a PChgTabsOperand (§2.9.184) that is too long for its
// own count: tabs deleted, five bytes each less one, then tabs added.
func tabsSize(b []byte) int {
	if len(b) == 0 {
		return -1
	}
	deleted := 1 + 4*int(b[0])
	if deleted >= len(b) {
		return -1
	}
	return deleted + 1 + 3*int(b[deleted])
}

func (p *prls) byte() byte { return p.operand[0] }

func (p *prls) short() uint16 { return binary.LittleEndian.Uint16(p.operand) }

func (p *prls) long() uint32 { return binary.LittleEndian.Uint32(p.operand) }

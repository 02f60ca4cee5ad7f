package doc

import "encoding/binary"

// piece is a stretch of text that stands together in the WordDocument stream
// (Pcd, [MS-DOC] §2.9.177).
type piece struct {
	from, to uint32 // character positions
	at       uint32 // offset of the first character in the stream
	width    uint32 // bytes of a character: 2, or 1 where it is compressed (§2.9.73)
	extra    []byte // Prls that apply to the whole piece (§2.9.215)
}

// offset is where the character at a position of the piece stands.
func (p *piece) offset(cp uint32) uint32 { return p.at + (cp-p.from)*p.width }

const (
	clxPrc  = 1 // a Prc (§2.9.209) stands in the Clx (§2.9.38)
	clxPcdt = 2 // the Pcdt (§2.9.178)
)

const bytesOfAPcd = 8

// readPieces reads the piece table. All text lies in the WordDocument stream
// and no two pieces share characters, so that there are no more characters than
// bytes in it.
func readPieces(clx []byte, stream []byte) ([]piece, error) {
	var extras [][]byte
	for len(clx) > 0 && clx[0] == clxPrc {
		if len(clx) < 3 {
			return nil, damaged(mainStream, -1)
		}
		size := int(binary.LittleEndian.Uint16(clx[1:]))
		if clx = clx[3:]; size > len(clx) {
			return nil, damaged(mainStream, -1)
		}
		extras, clx = append(extras, clx[:size]), clx[size:]
	}
	if len(clx) < 5 || clx[0] != clxPcdt {
		return nil, damaged(mainStream, -1)
	}
	size := binary.LittleEndian.Uint32(clx[1:])
	if clx = clx[5:]; uint64(size) > uint64(len(clx)) {
		return nil, damaged(mainStream, -1)
	}
	table := readPLC(clx[:size], bytesOfAPcd)
	pieces := make([]piece, 0, table.n)
	total := uint64(0)
	for i := range table.n {
		p := readPiece(table.element(i), extras)
		p.from, p.to = table.from(i), table.to(i)
		total += uint64(p.to - p.from)
		end := uint64(p.at) + uint64(p.to-p.from)*uint64(p.width)
		if end > uint64(len(stream)) || total > uint64(len(stream)) {
			return nil, damaged(mainStream, int64(p.at))
		}
		if p.from < p.to {
			pieces = append(pieces, p)
		}
	}
	return pieces, nil
}

const (
	fcMask       = 1<<30 - 1 // fc of FcCompressed (§2.9.73)
	fcCompressed = 1 << 30
)

func readPiece(pcd []byte, extras [][]byte) piece {
	fc := binary.LittleEndian.Uint32(pcd[2:])
	p := piece{at: fc & fcMask, width: 2}
	if fc&fcCompressed != 0 {
		p.at, p.width = p.at/2, 1
	}
	prm := binary.LittleEndian.Uint16(pcd[6:])
	if prm&1 != 0 { // Prm1 (§2.9.217): an index of a Prc
		if i := int(prm >> 1); i < len(extras) {
			p.extra = extras[i]
		}
		return p
	}
	if code, ok := shortSprms[prm>>1&0x7f]; ok { // Prm0 (§2.9.216): one Prl of one byte
		p.extra = []byte{byte(code), byte(code >> 8), byte(prm >> 8)}
	}
	return p
}

// shortSprms are the isprm of Prm0 (§2.9.216) that matter here.
var shortSprms = map[uint16]sprm{
	0x0c: sprmPIlvl, 0x18: sprmPFInTable, 0x19: sprmPFTtp,
	0x41: sprmCFRMarkDel, 0x42: sprmCFRMarkIns, 0x57: sprmCFStrike, 0x5c: sprmCFVanish, 0x68: sprmCIss, 0x73: sprmCFDStrike,
}

// compressed is the characters of compressed text that are not of the same
// number in Unicode (§2.9.73).
var compressed = [0x20]uint16{
	0x02: 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152,
	0x11: 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153,
	0x1f: 0x0178,
}

// unit is the UTF-16 code unit at an offset of the stream.
func (p *piece) unit(stream []byte, at uint32) uint16 {
	if p.width == 2 {
		return binary.LittleEndian.Uint16(stream[at:])
	}
	c := uint16(stream[at])
	if c >= 0x80 && c < 0xa0 && compressed[c-0x80] != 0 {
		return compressed[c-0x80]
	}
	return c
}

package doc

import "encoding/binary"

// rowProperties is what is read of a row's formatting ([MS-DOC] §2.6.3).
type rowProperties struct {
	edges  []int32 // of the cells, one more than these, twips
	cells  []cellProperties
	header bool
	set    rowKind
}

// rowKind is what rows of one table have in common (§2.4.3): rows that differ in
// it and follow each other are of two tables.
type rowKind struct {
	style, group   uint32
	leftward       bool
	position, x, y uint32
}

// cellProperties is what is read of a TC80 (§2.9.314).
type cellProperties struct {
	horizontal byte // horzMerge of TCGRF (§2.9.317)
	vertical   byte // vertMerge
}

// Values of vertMerge (VerticalMergeFlag, §2.9.343).
const (
	mergeContinues = 1
	mergeRestarts  = 3
)

// Values of horzMerge as sprmTMerge leaves them. The specification has 1 for a
// cell that is merged into the one before it and 2 or 3 for the first; earlier
// documentation has it the other way round, and so has LibreOffice. Whichever
// the first of a set has marks the first.
const (
	joins      = 1
	joinsFirst = 2
)

const (
	tc80Size = 20
	maxCells = 63 // of a row (§2.9.321)
)

// readRow applies the Prls of a row's mark.
func readRow(all [][]byte) rowProperties {
	var row rowProperties
	gap := int32(0)
	for _, b := range all {
		p := prls{rest: b}
		for p.next() {
			if p.code>>10&7 != 5 {
				continue
			}
			switch p.code {
			case sprmTDefTable:
				row.define(p.operand)
			case sprmTTableHeader:
				row.header = p.byte() != 0
			case sprmTDxaGapHalf:
				gap = int32(int16(p.short()))
			case sprmTDxaLeft:
				row.move(int32(int16(p.short())) - gap)
			case sprmTVertMerge:
				row.mergeVertically(p.operand)
			default:
				if !row.set.apply(&p) {
					row.change(&p)
				}
			}
		}
	}
	return row
}

func (k *rowKind) apply(p *prls) bool {
	switch p.code {
	case sprmTIstd:
		k.style = uint32(p.short())
	case sprmTIpgp:
		k.group = p.long()
	case sprmTFBidi, sprmTFBidi90:
		k.leftward = p.short() != 0
	case sprmTPc:
		k.position = uint32(p.byte())
	case sprmTDxaAbs:
		k.x = uint32(p.short())
	case sprmTDyaAbs:
		k.y = uint32(p.short())
	default:
		return false
	}
	return true
}

// define reads a TDefTableOperand (§2.9.321) behind its size.
func (row *rowProperties) define(b []byte) {
	if len(b) == 0 {
		return
	}
	n := int(b[0])
	if b = b[1:]; n > maxCells || len(b) < 2*(n+1) {
		return
	}
	row.edges, row.cells = make([]int32, n+1), make([]cellProperties, n)
	for i := range row.edges {
		row.edges[i] = int32(int16(binary.LittleEndian.Uint16(b[2*i:])))
	}
	for i := 1; i <= n; i++ { // "MUST be in non-decreasing order"
		row.edges[i] = max(row.edges[i], row.edges[i-1])
	}
	b = b[2*(n+1):]
	for i := 0; i < n && len(b) >= tc80Size; i++ {
		flags := binary.LittleEndian.Uint16(b)
		row.cells[i] = cellProperties{horizontal: byte(flags & 3), vertical: byte(flags >> 5 & 3)}
		b = b[tc80Size:]
	}
}

// move puts the left edge of the row somewhere else (sprmTDxaLeft).
func (row *rowProperties) move(to int32) {
	if len(row.edges) == 0 {
		return
	}
	by := to - row.edges[0]
	for i := range row.edges {
		row.edges[i] += by
	}
}

// mergeVertically applies a VertMergeOperand (§2.9.342).
func (row *rowProperties) mergeVertically(b []byte) {
	if len(b) >= 2 && int(b[0]) < len(row.cells) {
		row.cells[b[0]].vertical = b[1] & 3
	}
}

// change applies what alters cells from itcFirst up to itcLim (ItcFirstLim,
// §2.9.128).
func (row *rowProperties) change(p *prls) {
	if len(p.operand) < 2 {
		return
	}
	first, lim := int(p.operand[0]), min(int(p.operand[1]), len(row.cells))
	switch p.code {
	case sprmTInsert:
		row.insert(first, int(p.operand[1]), int32(binary.LittleEndian.Uint16(p.operand[2:])))
	case sprmTDelete:
		row.remove(first, lim)
	case sprmTDxaCol:
		row.resize(first, lim, int32(binary.LittleEndian.Uint16(p.operand[2:])))
	case sprmTMerge:
		for i := first; i < lim; i++ {
			row.cells[i].horizontal = joins
			if i == first {
				row.cells[i].horizontal = joinsFirst
			}
		}
	case sprmTSplit:
		for i := first; i < lim; i++ {
			row.cells[i].horizontal = 0
		}
	}
}

// insert adds cells of one width at an index (TInsertOperand, §2.9.324); one
// beyond the last cell adds those between as well.
func (row *rowProperties) insert(at, count int, width int32) {
	if len(row.edges) == 0 {
		row.edges = []int32{0}
	}
	if more := at - len(row.cells); more > 0 {
		at, count = len(row.cells), count+more
	}
	if count = min(count, maxCells-len(row.cells)); count <= 0 {
		return
	}
	edges := append([]int32(nil), row.edges[:at+1]...)
	for range count {
		edges = append(edges, edges[len(edges)-1]+width)
	}
	for _, e := range row.edges[at+1:] {
		edges = append(edges, e+int32(count)*width)
	}
	cells := append([]cellProperties(nil), row.cells[:at]...)
	cells = append(cells, make([]cellProperties, count)...)
	row.edges, row.cells = edges, append(cells, row.cells[at:]...)
}

// remove takes cells out; those behind move up.
func (row *rowProperties) remove(first, lim int) {
	if first >= lim {
		return
	}
	by := row.edges[lim] - row.edges[first]
	edges := append([]int32(nil), row.edges[:first+1]...)
	for _, e := range row.edges[lim+1:] {
		edges = append(edges, e-by)
	}
	row.edges = edges
	row.cells = append(append([]cellProperties(nil), row.cells[:first]...), row.cells[lim:]...)
}

// resize gives cells another width (TDxaColOperand, §2.9.322).
func (row *rowProperties) resize(first, lim int, width int32) {
	if first >= lim {
		return
	}
	by := int32(0)
	edges := append([]int32(nil), row.edges...)
	for i := first + 1; i < len(edges); i++ {
		if i <= lim {
			by += width - (row.edges[i] - row.edges[i-1])
		}
		edges[i] = row.edges[i] + by
	}
	row.edges = edges
}

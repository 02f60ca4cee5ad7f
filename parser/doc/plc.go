package doc

import "encoding/binary"

// plc is a PLC ([MS-DOC] §2.2.2): n+1 ascending character positions or file
// offsets, then n data elements of one size.
type plc struct {
	at   []byte
	data []byte
	size int
	n    int
}

// readPLC reads a structure as a PLC of elements of size bytes; its length says
// how many there are. Positions that do not ascend end it.
func readPLC(b []byte, size int) plc {
	if len(b) < 4 {
		return plc{}
	}
	p := plc{size: size, n: (len(b) - 4) / (4 + size)}
	p.at, p.data = b[:4*(p.n+1)], b[4*(p.n+1):]
	for i := range p.n {
		if p.from(i) > p.to(i) {
			p.n = i
			break
		}
	}
	return p
}

func (p *plc) from(i int) uint32 { return binary.LittleEndian.Uint32(p.at[4*i:]) }

func (p *plc) to(i int) uint32 { return p.from(i + 1) }

func (p *plc) element(i int) []byte { return p.data[i*p.size : (i+1)*p.size] }

// find is the element whose range begins at a position, -1 where there is none.
func (p *plc) find(at uint32) int {
	low, high := 0, p.n
	for low < high {
		if mid := (low + high) / 2; p.from(mid) < at {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < p.n && p.from(low) == at {
		return low
	}
	return -1
}

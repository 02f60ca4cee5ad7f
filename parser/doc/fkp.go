package doc

import (
	"cmp"
	"encoding/binary"
	"slices"
	"sort"
)

// span is a stretch of the WordDocument stream with its formatting: a run of
// characters, or a paragraph.
type span struct {
	from, to uint32 // offsets in the stream
	prls     []byte
	style    uint16 // istd of a paragraph
}

// Formatted disk pages stand at multiples of their size, their count in the last
// byte ([MS-DOC] §2.9.33 ChpxFkp, §2.9.181 PapxFkp).
const (
	pageSize    = 512
	pageNumbers = 1<<22 - 1 // pn of PnFkpChpx and PnFkpPapx
	bxSize      = 13        // BxPap: an offset in words, twelve bytes of layout
)

// readSpans reads the pages that a bin table points to (PlcBteChpx §2.8.5,
// PlcBtePapx §2.8.6). Pages beyond the stream are passed over; no table of a
// sound file has more pages than the stream.
func readSpans(table, stream []byte, page func(list []span, b []byte) []span) []span {
	bins := readPLC(table, 4)
	var list []span
	for i := range min(bins.n, len(stream)/pageSize) {
		at := uint64(binary.LittleEndian.Uint32(bins.element(i))&pageNumbers) * pageSize
		if at+pageSize <= uint64(len(stream)) {
			list = page(list, stream[at:at+pageSize:at+pageSize])
		}
	}
	if !slices.IsSortedFunc(list, bySpan) {
		slices.SortStableFunc(list, bySpan)
	}
	for i := 1; i < len(list); i++ { // a damaged end must not hide what follows
		list[i-1].to = min(list[i-1].to, list[i].from)
	}
	return list
}

func bySpan(a, b span) int { return cmp.Compare(a.from, b.from) }

// characterPage reads a ChpxFkp: a byte for each run says where in the page its
// Chpx stands, in words.
func characterPage(list []span, b []byte) []span {
	n := int(b[pageSize-1])
	if 4*(n+1)+n > pageSize-1 {
		return list
	}
	for i := range n {
		s := pageSpan(b, i)
		if at := 2 * int(b[4*(n+1)+i]); at > 0 && at < pageSize-1 {
			if size := int(b[at]); at+1+size <= pageSize {
				s.prls = b[at+1 : at+1+size]
			}
		}
		list = append(list, s)
	}
	return list
}

// paragraphPage reads a PapxFkp. A PapxInFkp (§2.9.180) begins with half its
// size rounded up, or with zero and then half its size.
func paragraphPage(list []span, b []byte) []span {
	n := int(b[pageSize-1])
	if 4*(n+1)+bxSize*n > pageSize-1 {
		return list
	}
	for i := range n {
		s := pageSpan(b, i)
		if at := 2 * int(b[4*(n+1)+bxSize*i]); at > 0 && at < pageSize-2 {
			size := 2*int(b[at]) - 1
			if size < 0 {
				at++
				size = 2 * int(b[at])
			}
			if size >= 2 && at+1+size <= pageSize {
				s.style = binary.LittleEndian.Uint16(b[at+1:])
				s.prls = b[at+3 : at+1+size]
			}
		}
		list = append(list, s)
	}
	return list
}

func pageSpan(b []byte, i int) span {
	return span{from: binary.LittleEndian.Uint32(b[4*i:]), to: binary.LittleEndian.Uint32(b[4*i+4:])}
}

// spans finds the span of an offset; offsets asked for mostly ascend.
type spans struct {
	list []span
	last int
}

// find is the span that holds an offset; where none does, one without
// formatting up to the next.
func (s *spans) find(at uint32) span {
	if i := s.last; i < len(s.list) && s.list[i].from <= at {
		for step := 0; step < 4 && i < len(s.list); step++ {
			if at < s.list[i].to {
				break
			}
			i++
		}
		if i < len(s.list) && s.list[i].from <= at && at < s.list[i].to {
			s.last = i
			return s.list[i]
		}
	}
	i := sort.Search(len(s.list), func(i int) bool { return s.list[i].from > at })
	if i > 0 && at < s.list[i-1].to {
		s.last = i - 1
		return s.list[i-1]
	}
	none := span{from: at, to: ^uint32(0)}
	if i < len(s.list) {
		none.to = s.list[i].from
	}
	return none
}

package word

import (
	"cmp"
	"slices"
)

// elements is a list of elements in the order of their start tags, 32 bytes each
// and nothing for the collector to look at: a large part has a million.
type elements struct {
	list       []packed
	names      []string // of all elements, each once; the first is ""
	number     map[string]uint32
	attributes []attributes // of those in attributed; the first is of all others
}

// packed is an [element]: its parent by its number and 1, names and attributes by
// theirs. A part has less than 4 GiB.
type packed struct {
	name, attributes, parent, start, open, close, end uint32
}

func newElements(room int) elements {
	return elements{
		list:       make([]packed, 0, room),
		names:      []string{""},
		number:     map[string]uint32{"": 0},
		attributes: []attributes{{}},
	}
}

func (l *elements) size() int { return len(l.list) }

func (l *elements) at(i int) element {
	p := &l.list[i]
	return element{
		name: l.names[p.name], parent: int(p.parent) - 1,
		start: int(p.start), open: int(p.open), close: int(p.close), end: int(p.end),
		attributes: &l.attributes[p.attributes],
	}
}

// named is the number of a name.
func (l *elements) named(name []byte) uint32 {
	number, known := l.number[string(name)]
	if !known {
		number = uint32(len(l.names))
		l.names = append(l.names, string(name))
		l.number[l.names[number]] = number
	}
	return number
}

// add takes the next element, whose name is numbered.
func (l *elements) add(e element) {
	with := uint32(0)
	if e.attributes != &noAttributes {
		with = uint32(len(l.attributes))
		l.attributes = append(l.attributes, *e.attributes)
	}
	l.list = append(l.list, packed{l.number[e.name], with, uint32(e.parent + 1), uint32(e.start), uint32(e.open), uint32(e.close), uint32(e.end)})
}

// end sets the end tag of an element that is still open.
func (l *elements) end(i, start, end int) {
	if p := &l.list[i]; p.end == 0 {
		p.close, p.end = uint32(start), uint32(end)
	}
}

// from is the first element that starts at offset or behind it, and whether it
// starts right there.
func (l *elements) from(offset int) (i int, there bool) {
	return slices.BinarySearchFunc(l.list, offset, func(p packed, o int) int { return cmp.Compare(int(p.start), o) })
}

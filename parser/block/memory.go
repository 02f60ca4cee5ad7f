package block

import "sync"

// Memory is what a document is laid out in.
type Memory struct {
	Paragraphs Slab[Paragraph]
	Cells      Slab[Cell]
	Runs       Slab[Run]
	Slots      Slab[int32]
}

var memories = sync.Pool{New: func() any { return new(Memory) }}

// NewDocument is a document of the part with memory for what it will hold. It
// may be given back by [Document.Free].
func NewDocument(part string) (*Document, *Memory) {
	m := memories.Get().(*Memory)
	return &Document{Part: part, memory: m}, m
}

// Free gives the memory of a document back, for the next one to be laid out in.
// Nothing of it may be used afterwards but its texts. It does nothing to
// documents of readers that keep no memory.
func (d *Document) Free() {
	m := d.memory
	if m == nil {
		return
	}
	*d = Document{}
	m.Paragraphs.Reset()
	m.Cells.Reset()
	m.Runs.Reset()
	m.Slots.Reset()
	memories.Put(m)
}

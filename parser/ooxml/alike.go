package ooxml

import (
	"archive/zip"
	"bytes"
	"io"
	"sync"
)

// A season's submissions come from few templates and few programs: their styles
// and relationships are the same bytes over and over. So small parts are kept
// with their compressed bytes, and where those come again nothing is inflated.
const (
	alikeParts = 8        // that are kept at a time
	alikeBytes = 64 << 10 // of a part, at most
)

// alike are the small parts inflated last.
type alike struct {
	parts  [alikeParts]alikePart
	next   int    // to be replaced
	packed []byte // of the part in question
}

// alikePart is an inflated part with the compressed bytes that it came from.
type alikePart struct {
	packed, src []byte
	crc         uint32
}

var alikes = sync.Pool{New: func() any { return new(alike) }}

// inflateAlike is [Package.Inflate] for a small part, which may be that of a
// package read before: nobody may write to it.
func (c *Package) inflateAlike(f *zip.File) ([]byte, error) {
	if f.CompressedSize64 > alikeBytes || f.UncompressedSize64 > alikeBytes || f.Method != zip.Deflate {
		return c.Inflate(f, nil, SmallPart, limitSmallPart)
	}
	if err := c.refused(f, SmallPart, limitSmallPart); err != nil {
		return nil, err
	}
	a := alikes.Get().(*alike)
	defer alikes.Put(a)
	if err := a.read(c.r, f); err != nil {
		return nil, corrupt(f.Name, err)
	}
	if src := a.find(f); src != nil {
		return src, nil
	}
	src, err := c.Inflate(f, nil, SmallPart, limitSmallPart)
	if err == nil {
		a.parts[a.next] = alikePart{bytes.Clone(a.packed), src, f.CRC32}
		a.next = (a.next + 1) % alikeParts
	}
	return src, err
}

// read takes the compressed bytes of a member.
func (a *alike) read(r io.ReaderAt, f *zip.File) error {
	from, err := f.DataOffset()
	if err != nil {
		return err
	}
	a.packed = append(a.packed[:0], make([]byte, f.CompressedSize64)...)
	_, err = io.ReadFull(io.NewSectionReader(r, from, int64(f.CompressedSize64)), a.packed)
	return err
}

// find is the part that came from the bytes read and says the same of itself as
// f does, nil where none does: whatever would be wrong with it was then.
func (a *alike) find(f *zip.File) []byte {
	for i := range a.parts {
		p := &a.parts[i]
		if p.crc == f.CRC32 && uint64(len(p.src)) == f.UncompressedSize64 && bytes.Equal(p.packed, a.packed) {
			return p.src
		}
	}
	return nil
}

package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"sync"

	"github.com/klauspost/compress/flate"
)

// archive collects the parts of a workbook from excelize, as its
// ZipWriter, puts the rows into the sheets, and writes the archive in the
// order of the parts' names, the content types first as OPC consumers like it.
// The archive is written by flush, so that nothing is written when building
// the workbook fails.
type archive struct {
	parts []*part
	rows  map[string]*rows // by name of the sheet's part
}

// part is one member of the archive, plain as excelize writes it.
type part struct {
	name string
	bytes.Buffer
}

const contentTypes = "[Content_Types].xml"

// deflaters are kept for reuse: one takes some 700 KB.
var deflaters = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, flate.DefaultCompression)
	if err != nil {
		panic("render: internal error: " + err.Error())
	}
	return w
}}

// Create starts the next part.
func (p *archive) Create(name string) (io.Writer, error) {
	part := &part{name: name}
	p.parts = append(p.parts, part)
	return part, nil
}

// AddFS belongs to excelize's interface; workbooks have no use for it.
func (p *archive) AddFS(fs.FS) error { return fs.ErrInvalid }

// Close belongs to excelize's interface.
func (p *archive) Close() error { return nil }

// flush writes the archive. The members carry no time.
func (p *archive) flush(w io.Writer) error {
	slices.SortFunc(p.parts, func(a, b *part) int {
		switch {
		case a.name == b.name:
			return 0
		case a.name == contentTypes || b.name != contentTypes && a.name < b.name:
			return -1
		}
		return 1
	})
	zw := zip.NewWriter(w)
	deflater := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(deflater)
	for _, part := range p.parts {
		m, err := p.member(part, deflater)
		if err == nil {
			err = m.write(zw, part.name)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", part.name, err)
		}
	}
	return zw.Close()
}

// member is a member ready to be written: deflated pieces and their sum.
type member struct {
	plain  sum
	packed int64
	pieces []io.WriterTo
}

// member deflates a part. Where it is a sheet, its rows go between what
// excelize wrote before and after them: deflated data may be joined at bytes
// where a piece was flushed (RFC 1951 §3.2.4, an empty stored block).
func (p *archive) member(part *part, deflater *flate.Writer) (*member, error) {
	m := new(member)
	rows, ok := p.rows[part.name]
	if !ok {
		return m, m.deflate(deflater, true, part.Bytes())
	}
	head, tail, ok := bytes.Cut(part.Bytes(), []byte("<sheetData></sheetData>"))
	if !ok {
		return nil, errors.New("internal error: no place for the rows")
	}
	// AutoFilter of excelize says that rows are filtered out; none are.
	head = bytes.Replace(head, []byte(` filterMode="true"`), nil, 1)
	if err := m.deflate(deflater, false, head, []byte("<sheetData>")); err != nil {
		return nil, err
	}
	m.plain = m.plain.follow(rows.plain)
	m.packed += rows.packed.size
	m.pieces = append(m.pieces, &rows.packed)
	return m, m.deflate(deflater, true, []byte("</sheetData>"), tail)
}

// deflate adds a piece; last ends the data.
func (m *member) deflate(deflater *flate.Writer, last bool, plain ...[]byte) error {
	packed := new(bytes.Buffer)
	deflater.Reset(packed)
	for _, b := range plain {
		m.plain.add(b)
		if _, err := deflater.Write(b); err != nil {
			return err
		}
	}
	end := deflater.Flush
	if last {
		end = deflater.Close
	}
	if err := end(); err != nil {
		return err
	}
	m.packed += int64(packed.Len())
	m.pieces = append(m.pieces, packed)
	return nil
}

func (m *member) write(zw *zip.Writer, name string) error {
	w, err := zw.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Deflate, CRC32: m.plain.crc,
		CompressedSize64: uint64(m.packed), UncompressedSize64: m.plain.size,
	})
	if err != nil {
		return err
	}
	for _, piece := range m.pieces {
		if _, err := piece.WriteTo(w); err != nil {
			return err
		}
	}
	return nil
}

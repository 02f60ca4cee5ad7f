package doc

import (
	"errors"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"

	"jxmb/model"
	"jxmb/parser/ooxml"
)

// Streams of a document ([MS-DOC] §2.1).
const (
	mainStream = "WordDocument"
	dataStream = "Data"
)

// container is an open compound file.
type container struct {
	file   *mscfb.Reader
	meter  *ooxml.Meter
	size   int64
	limits ooxml.Limits
}

func openContainer(r io.ReaderAt, size int64, limits ooxml.Limits) (*container, error) {
	file, meter, err := ooxml.OpenCompound(r)
	c := &container{file: file, meter: meter, size: size, limits: limits}
	if err != nil || c.entry(mainStream) == nil {
		return nil, ooxml.IdentifyCompound(r)
	}
	return c, nil
}

// entry is a stream of the root storage: an embedded document has streams of
// the same names in a storage of its own. Names are compared without case
// ([MS-CFB] §2.6.4).
func (c *container) entry(name string) *mscfb.File {
	for _, f := range c.file.File {
		if strings.EqualFold(f.Name, name) && len(f.Path) == 0 && f.Size > 0 {
			return f
		}
	}
	return nil
}

// stream reads a stream; nil where there is none. Its declared size is held
// against the limit, and against the file that must hold it, before memory is
// taken.
func (c *container) stream(name string) ([]byte, error) {
	f := c.entry(name)
	if f == nil {
		return nil, nil
	}
	if f.Size > c.limits.PartBytes {
		return nil, ooxml.LimitFault(ooxml.LimitPart, c.limits.PartBytes, name, -1)
	}
	if f.Size > c.size {
		return nil, damaged(name, -1)
	}
	c.meter.Refill(f.Size)
	b := make([]byte, f.Size)
	if _, err := io.ReadFull(f, b); err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		fault := damaged(name, -1)
		fault.Err = err
		return nil, fault
	}
	return b, nil
}

// damaged says that a stream does not hold what it must, at offset. The kind is
// that of old files which LibreOffice may open: it mends some.
func damaged(stream string, offset int64) *model.Fault {
	return &model.Fault{
		Kind: model.FaultLegacy, Place: model.InPart(stream, offset), Hint: ooxml.Convert,
		What: model.Text{ZH: "Word 文档（.doc）的结构已损坏", EN: "the structure of the Word document (.doc) is damaged"},
	}
}

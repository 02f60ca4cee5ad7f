// Package content is what a file, a pipe or a stream holds, open for reading at any
// place: one version of it, within limits, whoever writes to it meanwhile.
package content

import (
	"bytes"
	"context"
	"io"
	"os"

	"jxmb/model"
	"jxmb/parser"
	"jxmb/parser/ooxml"
)

// Content is the bytes of an input, open for reading at any place.
type Content struct {
	io.ReaderAt
	Size    int64
	Close   func() error
	changed func() error // since it was opened; nil for what cannot change
	Sum     string       // its SHA-256, see [Content.Digest]; "" before that was asked for
}

// Digest is the SHA-256 of the content, which is summed once.
func (c *Content) Digest() (sum string, err error) {
	if c.Sum == "" {
		c.Sum, err = parser.Digest(c, c.Size)
	}
	return c.Sum, err
}

// spoolMemory is how much of a stream is kept in memory; more goes to a
// temporary file. Submissions are a hundred kilobytes, rarely some megabytes.
const spoolMemory = 8 << 20

// What comes through a pipe and begins as no file of Word or Excel may have a part of
// the limit alone, or so many bytes where that is less: texts and pages are refused
// from 32 MiB on, and what is none of them may have no end.
const (
	otherPart = 8
	otherMost = 64 << 20
)

// Stream is [Spool] for a pipe, of which nobody knows how long it is.
func Stream(r io.Reader, limit int64) (*Content, error) {
	head := make([]byte, len(ooxml.CompoundMagic))
	n, err := io.ReadFull(r, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, err
	}
	if !ooxml.IsOffice(head[:n]) {
		limit = min(limit, max(limit/otherPart, otherMost))
	}
	return Spool(io.MultiReader(bytes.NewReader(head[:n]), r), 0, limit)
}

// Spool reads r to its end so that it can be read at any place. More than limit
// bytes are refused; sizeHint, where known, saves copying.
func Spool(r io.Reader, sizeHint, limit int64) (*Content, error) {
	var buf bytes.Buffer
	buf.Grow(int(min(max(sizeHint, 0), spoolMemory)) + bytes.MinRead)
	n, err := io.Copy(&buf, io.LimitReader(r, spoolMemory))
	if err != nil {
		return nil, err
	}
	if n < spoolMemory {
		if n > limit {
			return nil, tooLarge(limit)
		}
		return &Content{ReaderAt: bytes.NewReader(buf.Bytes()), Size: n, Close: func() error { return nil }}, nil
	}
	return spoolFile(io.MultiReader(&buf, r), limit)
}

func spoolFile(r io.Reader, limit int64) (_ *Content, err error) {
	f, err := os.CreateTemp("", "jxmb-*")
	if err != nil {
		return nil, err
	}
	// Unlinked at once where the system allows it, so that even a killed run
	// leaves nothing behind; elsewhere it goes when it is closed.
	_ = os.Remove(f.Name())
	discard := func() error {
		err := f.Close()
		_ = os.Remove(f.Name())
		return err
	}
	n, err := io.Copy(f, io.LimitReader(r, limit+1))
	if err == nil && n > limit {
		err = tooLarge(limit)
	}
	if err != nil {
		_ = discard()
		return nil, err
	}
	return &Content{ReaderAt: f, Size: n, Close: discard}, nil
}

func tooLarge(limit int64) *model.Fault {
	return &model.Fault{
		Kind: "limit",
		What: model.Say("内容超过 %d 字节", "holds more than %d bytes", limit),
		Hint: model.Say("确认文件无误后可用 --max-member-bytes 放宽", "if the file is sound, raise it with --max-member-bytes"),
	}
}

// OpenFile opens a file of the disk; a pipe is read to its end. What else has a
// name is refused, see [Open].
func OpenFile(ctx context.Context, path string, limit int64) (*Content, error) {
	r, err := Open(ctx, path)
	if err != nil {
		return nil, err
	}
	if f, ok := r.(*os.File); ok {
		c, err := snapshot(f)
		if err != nil {
			_ = f.Close()
		}
		return c, err
	}
	defer r.Close()
	return Stream(r, limit)
}

package batch

import (
	"bytes"
	"context"
	"io"
	"os"

	"jxmb/model"
	"jxmb/parser"
)

// content is the bytes of an input, open for reading at any place.
type content struct {
	io.ReaderAt
	size    int64
	close   func() error
	changed func() error // since it was opened; nil for what cannot change
	sha256  string       // see [content.digest]; "" before that was asked for
}

// digest is the SHA-256 of the content, which is summed once.
func (c *content) digest() (sum string, err error) {
	if c.sha256 == "" {
		c.sha256, err = parser.Digest(c, c.size)
	}
	return c.sha256, err
}

// spoolMemory is how much of a stream is kept in memory; more goes to a
// temporary file. Submissions are a hundred kilobytes, rarely some megabytes.
const spoolMemory = 8 << 20

// spool reads r to its end so that it can be read at any place. More than limit
// bytes are refused; sizeHint, where known, saves copying.
func spool(r io.Reader, sizeHint, limit int64) (*content, error) {
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
		return &content{ReaderAt: bytes.NewReader(buf.Bytes()), size: n, close: func() error { return nil }}, nil
	}
	return spoolFile(io.MultiReader(&buf, r), limit)
}

func spoolFile(r io.Reader, limit int64) (_ *content, err error) {
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
	return &content{ReaderAt: f, size: n, close: discard}, nil
}

func tooLarge(limit int64) *Fault {
	return &Fault{
		Kind: "limit",
		What: model.Say("解压后超过 %d 字节", "holds more than %d bytes once unpacked", limit),
		Hint: model.Say("确认文件无误后可用 --max-member-bytes 放宽", "if the file is sound, raise it with --max-member-bytes"),
	}
}

// openFile opens a file of the disk; a pipe is read to its end. What else has a
// name is refused, see [Open].
func openFile(ctx context.Context, path string, limit int64) (*content, error) {
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
	return spool(r, 0, limit)
}

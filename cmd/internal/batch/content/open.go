package content

import (
	"context"
	"io"
	"io/fs"
	"os"
	"syscall"

	"jxmb/model"
)

// Open opens a file or pipe for reading. A folder, a device or a socket is
// refused: a device need have no end. Opening a pipe waits for its other side,
// reading it for what comes; neither outlasts ctx.
func Open(ctx context.Context, path string) (io.ReadCloser, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if err := readable(info); err != nil {
		return nil, err
	}
	if info.Mode().IsRegular() {
		return os.Open(path)
	}
	type opened struct {
		f   *os.File
		err error
	}
	done := make(chan opened, 1)
	go func() {
		f, err := os.Open(path)
		done <- opened{f, err}
	}()
	select {
	case o := <-done:
		if o.err != nil {
			return nil, o.err
		}
		return newPipe(ctx, o.f), nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// readable refuses what has no content of its own.
func readable(info fs.FileInfo) error {
	what := model.Text{}
	switch mode := info.Mode(); {
	case mode.IsDir():
		return syscall.EISDIR
	case mode&fs.ModeSocket != 0:
		what = model.Say("是套接字而不是文件", "is a socket, not a file")
	case mode&fs.ModeDevice != 0 && !isNull(info):
		what = model.Say("是设备而不是文件", "is a device, not a file")
	case mode&fs.ModeIrregular != 0:
		what = model.Say("不是普通文件", "is no regular file")
	default:
		return nil
	}
	return &model.Fault{Kind: "device", What: what, Hint: model.Say("请核对路径", "check the path")}
}

// isNull knows the device that is an empty file.
func isNull(info fs.FileInfo) bool {
	null, err := os.Stat(os.DevNull)
	return err == nil && os.SameFile(info, null)
}

// pipe is the reading end of a pipe, which the end of ctx closes.
type pipe struct {
	*os.File
	ctx  context.Context
	stop func() bool
}

func newPipe(ctx context.Context, f *os.File) *pipe {
	return &pipe{File: f, ctx: ctx, stop: context.AfterFunc(ctx, func() { _ = f.Close() })}
}

func (p *pipe) Read(b []byte) (int, error) {
	n, err := p.File.Read(b)
	if err != nil && p.ctx.Err() != nil {
		err = p.ctx.Err()
	}
	return n, err
}

func (p *pipe) Close() error {
	p.stop()
	return p.File.Close()
}

// ReadUpTo reads a file or pipe, but no further than one byte beyond most, so
// that a longer one is told from a whole one.
func ReadUpTo(path string, most int64) ([]byte, error) {
	f, err := Open(context.Background(), path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most+1))
}

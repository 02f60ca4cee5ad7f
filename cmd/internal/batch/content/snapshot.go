package content

import (
	"bytes"
	"io"
	"os"
	"sync"
	"time"

	"jxmb/model"
)

// File systems date a change by the tick of the kernel, 1 to 10 ms long, so two
// changes within a tick look like one. A file that was changed just now is
// given that long to show whether it is still being written.
const (
	tick  = 20 * time.Millisecond
	ticks = 10
)

// settled is what f is once it has stood still for a tick.
func settled(f *os.File) (os.FileInfo, error) {
	for range ticks {
		info, err := f.Stat()
		if err != nil {
			return nil, err
		}
		age := time.Since(info.ModTime())
		if age >= tick || age < 0 { // a clock that runs ahead tells nothing
			return info, nil
		}
		time.Sleep(tick - age)
	}
	return nil, errChanging()
}

// snapshot is the file, which holds one version of its content: changed tells
// afterwards whether what was read is all of the same.
func snapshot(f *os.File) (*Content, error) {
	before, err := settled(f)
	if err != nil {
		return nil, err
	}
	changed := func() error {
		after, err := f.Stat()
		if err == nil && (after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime())) {
			err = errChanging()
		}
		return err
	}
	c := &Content{ReaderAt: f, Size: before.Size(), Close: f.Close, changed: changed}
	if c.Size <= smallFile {
		err = c.hold(f)
	}
	return c, err
}

// hold reads all of f into memory.
func (c *Content) hold(f *os.File) error {
	whole := wholes.Get().(*bytes.Buffer)
	whole.Reset()
	whole.Grow(int(c.Size) + bytes.MinRead)
	c.Close = func() error {
		wholes.Put(whole)
		return f.Close()
	}
	_, err := whole.ReadFrom(io.LimitReader(f, c.Size))
	c.ReaderAt = bytes.NewReader(whole.Bytes())
	return err
}

// smallFile is the size up to which a file is read whole, which takes two calls of
// the system where reading it by parts, twice, takes fifty. Submissions have a hundred
// kilobytes.
const smallFile = 1 << 20

// wholes are the buffers of such files, which take up those that follow.
var wholes = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Unchanged is the error of content that changed while it was being read.
func (c *Content) Unchanged() error {
	if c.changed == nil {
		return nil
	}
	return c.changed()
}

func errChanging() error {
	return &model.Fault{
		Kind: "changed",
		What: model.Say("文件正在被改写，读到的不是同一份内容", "the file was changed while being read"),
		Hint: model.Say("等它保存、复制或下载完再运行", "run again once it has been saved, copied or fetched"),
	}
}

// Package folder is the folder that results appear in, whole or not at all. Nothing
// is written outside it, nor over an input.
package folder

import (
	"bufio"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
	"sync/atomic"

	"github.com/gofrs/flock"

	"jxmb/cmd/internal/batch/content"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
	"jxmb/parser"
)

// StateDir holds what a run leaves for the next one, and files not yet whole.
const StateDir = ".jxmb"

// Folder is an output folder. Files appear in it whole or not at all, and
// nothing is ever written outside it: it stands on [os.Root], which also stops
// symbolic links inside it from leading out.
type Folder struct {
	Root      *os.Root
	real      string          // real path, to compare with inputs
	taken     map[string]bool // real paths of inputs, never overwritten
	part      string          // format of the names of files not yet whole, with their serial number
	serial    atomic.Int64
	unlock    func()
	WriteFile func(*os.File, []byte) (int, error) // (*os.File).Write but in tests of full disks

	mu      sync.Mutex
	holding bool
	held    []heldFile
}

// Open makes dir where it is missing. It keeps no state in it; files not
// yet whole are hidden ones beside those that are. Real paths that are taken are
// never written.
func Open(dir string, taken map[string]bool) (*Folder, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, InOutput(dir, err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, InOutput(dir, err)
	}
	return &Folder{
		Root:      root,
		real:      content.RealPath(dir),
		taken:     taken,
		part:      fmt.Sprintf(".jxmb-%d-%%d.part", os.Getpid()),
		unlock:    func() {},
		WriteFile: (*os.File).Write,
	}, nil
}

// OpenRun is [Open] for a batch: it also locks dir against other runs
// and removes what a killed run left unfinished.
func OpenRun(dir string, taken map[string]bool) (*Folder, error) {
	f, err := Open(dir, taken)
	if err != nil {
		return nil, err
	}
	f.part = StateDir + "/%d.part"
	if err := f.prepare(); err != nil {
		_ = f.Close()
		return nil, InOutput(dir, err)
	}
	return f, nil
}

func (f *Folder) prepare() error {
	if err := f.Root.MkdirAll(StateDir, 0o777); err != nil {
		return err
	}
	if err := f.lock(); err != nil {
		return err
	}
	return f.sweep()
}

// lock keeps other runs out until the folder is closed or the process ends,
// however it ends.
func (f *Folder) lock() error {
	const name = StateDir + "/lock"
	file, err := f.Root.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o666) // by the root: a link here could lead outside
	if err != nil {
		return err
	}
	_ = file.Close()
	lock := flock.New(filepath.Join(f.real, filepath.FromSlash(name)))
	locked, err := lock.TryLock()
	if err != nil {
		return err
	}
	if !locked {
		return &model.Fault{
			Kind: "busy",
			What: model.Say("另一个 jxmb 正在写这个输出文件夹", "another jxmb is writing into this output folder"),
			Hint: model.Say("等它结束，或用 -o 换一个文件夹", "wait for it, or name another folder with -o"),
		}
	}
	f.unlock = func() { _ = lock.Unlock() }
	return nil
}

// sweep removes files that a killed run was writing.
func (f *Folder) sweep() error {
	left, err := fs.Glob(f.Root.FS(), StateDir+"/*.part")
	if err != nil {
		return err
	}
	for _, name := range left {
		if err := f.Root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// Close gives the folder back to other runs.
func (f *Folder) Close() error {
	f.unlock()
	return f.Root.Close()
}

// Aside is a file being written out of sight until it is whole.
type Aside struct {
	folder *Folder
	Name   string // where it is to appear
	part   string // where it is until then
	file   *os.File
	buf    *bufio.Writer
	sum    uint32 // CRC-32 of what was written
	size   int64
	ahead  ahead
}

// Create begins the file that will appear as name, a path with slashes.
func (f *Folder) Create(name string) (*Aside, error) {
	if f.IsTaken(name) {
		return nil, &model.Fault{
			Kind: "overwrite",
			What: model.Say("结果 %s 会覆盖输入文件", "the result %s would overwrite an input", name),
			Hint: model.Say("请用 -o 换一个文件夹", "name another folder with -o"),
		}
	}
	a := &Aside{folder: f, Name: name, part: fmt.Sprintf(f.part, f.serial.Add(1))}
	file, err := f.Root.OpenFile(a.part, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return nil, InOutput(name, err)
	}
	a.file, a.buf = file, writers.Get().(*bufio.Writer)
	a.buf.Reset(asideFile{a})
	return a, nil
}

// IsTaken tells whether an input stands where name would appear.
func (f *Folder) IsTaken(name string) bool {
	return f.taken[filepath.Join(f.real, filepath.FromSlash(name))]
}

// writers are the buffers of files, which take up those that follow.
var writers = sync.Pool{New: func() any { return bufio.NewWriterSize(nil, 64<<10) }}

// release gives the buffer of a file to the next one.
func (a *Aside) release() {
	a.buf.Reset(nil)
	writers.Put(a.buf)
	a.buf = nil
}

// asideFile is the unbuffered side of an Aside.
type asideFile struct{ *Aside }

func (a asideFile) Write(p []byte) (int, error) {
	n, err := a.folder.WriteFile(a.file, p)
	a.sum = crc32.Update(a.sum, crc32.IEEETable, p[:n])
	a.size += int64(n)
	a.ahead.goOn(a.file, a.size)
	return n, err
}

func (a *Aside) Write(p []byte) (int, error) { return a.buf.Write(p) }

// Write lets the file that content gives appear as name.
func (f *Folder) Write(name string, content func(io.Writer) error) (Output, error) {
	a, err := f.Create(name)
	if err != nil {
		return Output{}, err
	}
	defer a.Discard()
	if err := content(a); err != nil {
		return Output{}, InOutput(name, err)
	}
	return a.Commit()
}

// Commit makes the file durable and lets it appear under its name.
func (a *Aside) Commit() (Output, error) {
	err := a.buf.Flush()
	if ahead := a.ahead.wait(); err == nil {
		err = ahead
	}
	if err == nil {
		err = a.file.Sync()
	}
	if closed := a.file.Close(); err == nil {
		err = closed
	}
	a.file = nil
	a.release()
	if err == nil {
		err = a.folder.place(a.part, a.Name)
	}
	if err != nil {
		_ = a.folder.Root.Remove(a.part)
		return Output{}, InOutput(a.Name, err)
	}
	return Output{Name: a.Name, CRC32: fmt.Sprintf("%08x", a.sum), Bytes: a.size}, nil
}

// Discard drops the file. After Commit it does nothing.
func (a *Aside) Discard() {
	if a.file == nil {
		return
	}
	_ = a.ahead.wait()
	_ = a.file.Close()
	_ = a.folder.Root.Remove(a.part)
	a.file = nil
	a.release()
}

func (f *Folder) appear(part, name string) error {
	if dir := path.Dir(name); dir != "." {
		if err := f.Root.MkdirAll(dir, 0o777); err != nil {
			return err
		}
	}
	return f.Root.Rename(part, name)
}

// Output is a file that a run has written. Its sum is to tell a change by people or
// a disk, not a forgery; it is lower-case hexadecimal.
type Output struct {
	Name   string `json:"name"`
	CRC32  string `json:"crc32,omitempty"`
	SHA256 string `json:"sha256,omitempty"` // instead, in manifests of earlier versions
	Bytes  int64  `json:"bytes"`
}

// Intact tells whether the file is still what it was when it was written.
func (f *Folder) Intact(o Output) bool {
	file, err := OpenRegular(f.Root, o.Name)
	if err != nil {
		return false
	}
	defer file.Close()
	if info, err := file.Stat(); err != nil || info.Size() != o.Bytes {
		return false
	}
	if o.CRC32 == "" {
		sum, err := parser.Digest(file, o.Bytes)
		return err == nil && sum == o.SHA256
	}
	sum := crc32.NewIEEE()
	_, err = io.Copy(sum, file)
	return err == nil && fmt.Sprintf("%08x", sum.Sum32()) == o.CRC32
}

// InOutput says which result an error met.
func InOutput(name string, err error) error {
	f := *fault.Explain(err)
	if f.Place == (model.Text{}) {
		f.Place = model.Say("结果 %s", "result %s", name)
	}
	f.Err = err
	return &f
}

package batch

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
	"sync/atomic"

	"github.com/gofrs/flock"

	"jxmb/model"
	"jxmb/parser"
)

// stateDir holds what a run leaves for the next one, and files not yet whole.
const stateDir = ".jxmb"

// Folder is an output folder. Files appear in it whole or not at all, and
// nothing is ever written outside it: it stands on [os.Root], which also stops
// symbolic links inside it from leading out.
type Folder struct {
	root   *os.Root
	real   string          // real path, to compare with inputs
	taken  map[string]bool // real paths of inputs, never overwritten
	part   string          // format of the names of files not yet whole, with their serial number
	serial atomic.Int64
	unlock func()
	write  func(*os.File, []byte) (int, error) // (*os.File).Write but in tests of full disks

	mu      sync.Mutex
	holding bool
	held    []heldFile
}

// OpenFolder makes dir where it is missing. It keeps no state in it; files not
// yet whole are hidden ones beside those that are.
func OpenFolder(dir string, inputs *Plan) (*Folder, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, inOutput(dir, err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, inOutput(dir, err)
	}
	return &Folder{
		root:   root,
		real:   realPath(dir),
		taken:  inputs.files,
		part:   fmt.Sprintf(".jxmb-%d-%%d.part", os.Getpid()),
		unlock: func() {},
		write:  (*os.File).Write,
	}, nil
}

// openRunFolder is OpenFolder for a batch: it also locks dir against other runs
// and removes what a killed run left unfinished.
func openRunFolder(dir string, inputs *Plan) (*Folder, error) {
	f, err := OpenFolder(dir, inputs)
	if err != nil {
		return nil, err
	}
	f.part = stateDir + "/%d.part"
	if err := f.prepare(); err != nil {
		_ = f.Close()
		return nil, inOutput(dir, err)
	}
	return f, nil
}

func (f *Folder) prepare() error {
	if err := f.root.MkdirAll(stateDir, 0o777); err != nil {
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
	const name = stateDir + "/lock"
	file, err := f.root.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o666) // by the root: a link here could lead outside
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
		return &Fault{
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
	left, err := fs.Glob(f.root.FS(), stateDir+"/*.part")
	if err != nil {
		return err
	}
	for _, name := range left {
		if err := f.root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// Close gives the folder back to other runs.
func (f *Folder) Close() error {
	f.unlock()
	return f.root.Close()
}

// Aside is a file being written out of sight until it is whole.
type Aside struct {
	folder *Folder
	name   string // where it is to appear
	part   string // where it is until then
	file   *os.File
	buf    *bufio.Writer
	sum    hash.Hash
	size   int64
}

// Create begins the file that will appear as name, a path with slashes.
func (f *Folder) Create(name string) (*Aside, error) {
	if f.taken[filepath.Join(f.real, filepath.FromSlash(name))] {
		return nil, &Fault{
			Kind: "overwrite",
			What: model.Say("结果 %s 会覆盖输入文件", "the result %s would overwrite an input", name),
			Hint: model.Say("请用 -o 换一个文件夹", "name another folder with -o"),
		}
	}
	a := &Aside{folder: f, name: name, part: fmt.Sprintf(f.part, f.serial.Add(1)), sum: sha256.New()}
	file, err := f.root.OpenFile(a.part, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return nil, inOutput(name, err)
	}
	a.file, a.buf = file, writers.Get().(*bufio.Writer)
	a.buf.Reset(asideFile{a})
	return a, nil
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
	n, err := a.folder.write(a.file, p)
	a.sum.Write(p[:n])
	a.size += int64(n)
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
		return Output{}, inOutput(name, err)
	}
	return a.Commit()
}

// Commit makes the file durable and lets it appear under its name.
func (a *Aside) Commit() (Output, error) {
	err := a.buf.Flush()
	if err == nil {
		err = a.file.Sync()
	}
	if closed := a.file.Close(); err == nil {
		err = closed
	}
	a.file = nil
	a.release()
	if err == nil {
		err = a.folder.place(a.part, a.name)
	}
	if err != nil {
		_ = a.folder.root.Remove(a.part)
		return Output{}, inOutput(a.name, err)
	}
	return Output{Name: a.name, SHA256: hex.EncodeToString(a.sum.Sum(nil)), Bytes: a.size}, nil
}

// Discard drops the file. After Commit it does nothing.
func (a *Aside) Discard() {
	if a.file == nil {
		return
	}
	_ = a.file.Close()
	_ = a.folder.root.Remove(a.part)
	a.file = nil
	a.release()
}

func (f *Folder) appear(part, name string) error {
	if dir := path.Dir(name); dir != "." {
		if err := f.root.MkdirAll(dir, 0o777); err != nil {
			return err
		}
	}
	return f.root.Rename(part, name)
}

// Output is a file that a run has written. SHA256 is lower-case hexadecimal.
type Output struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
	Bytes  int64  `json:"bytes"`
}

// intact tells whether the file is still what it was when it was written.
func (f *Folder) intact(o Output) bool {
	file, err := f.root.Open(o.Name)
	if err != nil {
		return false
	}
	defer file.Close()
	if info, err := file.Stat(); err != nil || info.Size() != o.Bytes {
		return false
	}
	sum, err := parser.Digest(file, o.Bytes)
	return err == nil && sum == o.SHA256
}

// inOutput says which result an error met.
func inOutput(name string, err error) error {
	f := *Explain(err)
	if f.Place == (model.Text{}) {
		f.Place = model.Say("结果 %s", "result %s", name)
	}
	f.Err = err
	return &f
}

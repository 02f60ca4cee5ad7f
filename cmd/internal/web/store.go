package web

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gofrs/flock"

	"jxmb/model"
)

// Store is the data folder:
//
//	lock         held while a server runs
//	batches/ID/  see [Batch]
//	tmp/         uploads and answers that are not yet whole; empty after a start
type Store struct {
	dir     string
	root    *os.Root
	lock    *flock.Flock
	limits  Limits
	keep    time.Duration
	closing atomic.Bool

	mu      sync.Mutex
	batches map[string]*Batch
	used    atomic.Int64 // bytes of the folder, as far as they are known
}

const (
	batchesDir = "batches"
	tmpDir     = "tmp"
)

// newID is 128 random bits.
func newID() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}

var idForm = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[0-9a-f]{32}$`)
})

// openStore makes or opens the folder, removes what a killed server left
// unfinished, and finds the batches.
func openStore(c Config) (*Store, error) {
	if err := os.MkdirAll(c.Data, 0o700); err != nil {
		return nil, err
	}
	dir, err := filepath.Abs(c.Data)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	st := &Store{dir: dir, root: root, limits: c.Limits, keep: c.Keep, batches: map[string]*Batch{}}
	if err := st.prepare(); err != nil {
		_ = st.close()
		return nil, err
	}
	return st, nil
}

func (st *Store) prepare() error {
	st.lock = flock.New(filepath.Join(st.dir, "lock"), flock.SetPermissions(0o600))
	locked, err := st.lock.TryLock()
	if err != nil {
		return err
	}
	if !locked {
		return &model.Fault{
			Kind: "busy",
			What: model.Say("另一个 jxmb serve 正在使用数据文件夹", "another jxmb serve uses the data folder"),
			Hint: model.Say("等它结束，或用 --data 换一个文件夹", "wait for it, or name another folder with --data"),
		}
	}
	if err := st.root.RemoveAll(tmpDir); err != nil {
		return err
	}
	for _, name := range []string{tmpDir, batchesDir} {
		if err := st.root.MkdirAll(name, 0o700); err != nil {
			return err
		}
	}
	entries, err := fs.ReadDir(st.root.FS(), batchesDir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if b := st.load(e.Name()); b != nil {
			st.batches[b.ID] = b
		}
	}
	st.expire(time.Now())
	st.used.Store(st.size("."))
	return nil
}

func (st *Store) close() error {
	err := st.root.Close()
	if st.lock != nil {
		err = errors.Join(err, st.lock.Unlock())
	}
	return err
}

// size is how many bytes the files below name hold.
func (st *Store) size(name string) (n int64) {
	_ = fs.WalkDir(st.root.FS(), name, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return nil // what goes away meanwhile takes no room
		}
		if info, err := e.Info(); err == nil {
			n += info.Size()
		}
		return nil
	})
	return n
}

// List is all batches, the newest first.
func (st *Store) List() []*Batch {
	st.mu.Lock()
	defer st.mu.Unlock()
	var list []*Batch
	for _, b := range st.batches {
		list = append(list, b)
	}
	slices.SortFunc(list, func(a, b *Batch) int {
		if c := b.record.Created.Compare(a.record.Created); c != 0 {
			return c
		}
		return strings.Compare(a.ID, b.ID)
	})
	return list
}

// Get is the batch of an id, nil where there is none.
func (st *Store) Get(id string) *Batch {
	st.mu.Lock()
	defer st.mu.Unlock()
	return st.batches[id]
}

// Delete removes a batch, which must not be running.
func (st *Store) Delete(b *Batch) error {
	st.mu.Lock()
	_, there := st.batches[b.ID]
	delete(st.batches, b.ID)
	st.mu.Unlock()
	if !there {
		return errGone
	}
	gone := path.Join(tmpDir, newID()) // out of sight at once, whatever removing meets
	size := st.size(b.dir())
	if err := st.root.Rename(b.dir(), gone); err != nil {
		return err
	}
	st.used.Add(-size)
	return st.root.RemoveAll(gone)
}

// expire deletes batches that are older than is wanted.
func (st *Store) expire(now time.Time) {
	if st.keep <= 0 {
		return
	}
	for _, b := range st.List() {
		if state := b.Status().State; state != StateWaiting && state != StateRunning && now.Sub(b.record.Created) > st.keep {
			_ = st.Delete(b) // the next sweep tries again
		}
	}
}

// tmp makes a folder for one request or worker, which its end removes.
func (st *Store) tmp() (name string, remove func(), err error) {
	name = path.Join(tmpDir, newID())
	if err := st.root.Mkdir(name, 0o700); err != nil {
		return "", nil, err
	}
	return name, func() { _ = st.root.RemoveAll(name) }, nil
}

// path is where name stands on the machine.
func (st *Store) path(name string) string { return filepath.Join(st.dir, filepath.FromSlash(name)) }

var errQuota = errors.New("the data folder is full")

// take counts n more bytes, or refuses them.
func (st *Store) take(n int64) error {
	if st.used.Add(n) > st.limits.Quota {
		st.used.Add(-n)
		return errQuota
	}
	return nil
}

func (st *Store) give(n int64) { st.used.Add(-n) }

// load reads a batch that an earlier server left, nil where it is none.
func (st *Store) load(id string) *Batch {
	if !idForm().MatchString(id) {
		return nil
	}
	b := newBatch(st, id)
	if err := b.readJSON(recordName, &b.record); err != nil || b.record.State == "" {
		return nil
	}
	b.remember()
	return b
}

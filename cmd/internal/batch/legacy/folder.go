package legacy

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"
)

// The folder of a conversion stands beside a file of its name that is locked as
// long as the process lives, however it ends.
const (
	legacyName = "jxmb-legacy-"
	legacyLock = ".lock"
)

// legacyFolder is a folder for one conversion.
type tempFolder struct {
	dir  string
	lock *flock.Flock
}

// newLegacyFolder makes a folder, after it has removed those of runs that were killed.
func newTempFolder() (*tempFolder, error) {
	sweepLegacy()
	for {
		f, err := os.CreateTemp("", legacyName+"*"+legacyLock)
		if err != nil {
			return nil, err
		}
		_ = f.Close()
		p := &tempFolder{dir: strings.TrimSuffix(f.Name(), legacyLock), lock: flock.New(f.Name())}
		locked, err := p.lock.TryLock()
		if err != nil {
			return nil, errors.Join(err, os.Remove(f.Name()))
		}
		if locked && isNamed(p.lock) {
			if err := os.Mkdir(p.dir, 0o700); err != nil {
				p.remove()
				return nil, err
			}
			return p, nil
		}
		_ = p.lock.Unlock() // a sweep of another process came in between
	}
}

// remove takes the folder away, and its lock last.
func (p *tempFolder) remove() {
	if os.RemoveAll(p.dir) == nil {
		_ = os.Remove(p.lock.Path())
	}
	_ = p.lock.Unlock()
}

// sweepLegacy removes the folders whose locks nobody holds. One that cannot be
// removed is another user's.
func sweepLegacy() {
	locks, err := filepath.Glob(filepath.Join(os.TempDir(), legacyName+"*"+legacyLock))
	if err != nil {
		return // the name of the temporary folder is no pattern
	}
	for _, name := range locks {
		lock := flock.New(name, flock.SetFlag(os.O_RDWR)) // not made anew where it has just gone
		if locked, err := lock.TryLock(); err != nil || !locked {
			continue
		}
		p := tempFolder{strings.TrimSuffix(name, legacyLock), lock}
		p.remove()
	}
}

// isNamed tells whether the locked file is the one that bears its name.
func isNamed(lock *flock.Flock) bool {
	named, err := os.Lstat(lock.Path())
	if errors.Is(err, fs.ErrNotExist) {
		return false
	}
	held, statErr := lock.Stat()
	return err == nil && statErr == nil && os.SameFile(named, held)
}

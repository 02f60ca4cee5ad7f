//go:build unix

package batch

import (
	"os"
	"syscall"
)

// tryLock locks f for this process until f is closed or the process ends,
// however it ends.
func tryLock(f *os.File) bool {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil
}

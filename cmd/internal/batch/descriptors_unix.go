//go:build unix

package batch

import "syscall"

// fileLimit is how many files the system lets the process have open, by its
// soft limit, which the runtime of Go raises to the hard one.
func fileLimit() uint64 {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		return unknownFiles
	}
	return uint64(limit.Cur) // signed on some systems
}

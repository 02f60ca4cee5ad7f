//go:build unix

package web

import "syscall"

// behave lets the server answer before its workers work.
func behave() {
	const politeness = 5
	_ = syscall.Setpriority(syscall.PRIO_PROCESS, 0, politeness)
}

//go:build unix && !linux

package worker

import "syscall"

// behave lets the server answer before its workers work.
func behave() { _ = syscall.Setpriority(syscall.PRIO_PROCESS, 0, politeness) }

//go:build unix && !linux

package web

import "syscall"

// politeness is how far workers stand behind the server when both want a core.
const politeness = 5

// behave lets the server answer before its workers work.
func behave() { _ = syscall.Setpriority(syscall.PRIO_PROCESS, 0, politeness) }

package web

import "syscall"

// limitData bounds what this process may write to. The address space is no
// measure of a Go program, which reserves far more of it than it uses.
func limitData(limit uint64) {
	_ = syscall.Setrlimit(syscall.RLIMIT_DATA, &syscall.Rlimit{Cur: limit + slack, Max: limit + slack})
}

// slack is what the runtime maps besides what it counts: whole arenas of 64 MiB.
const slack = 128 << 20

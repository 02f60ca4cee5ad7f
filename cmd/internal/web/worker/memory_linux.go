package worker

import (
	"bytes"
	"fmt"
	"os"
	"syscall"
)

// limitData bounds what this process may write to. The address space is no
// measure of a Go program, which reserves far more of it than it uses. One large
// block passes: the system does not count what takes the place of a reservation,
// and refuses only what comes after it.
func limitData(limit uint64) {
	_ = syscall.Setrlimit(syscall.RLIMIT_DATA, &syscall.Rlimit{Cur: limit + slack, Max: limit + slack})
}

// slack is what the runtime maps besides what it counts: whole arenas of 64 MiB.
const slack = 128 << 20

// Peak is the most memory that a process has held (VmHWM of proc(5)), 0 where it
// is not told.
func Peak(pid int) int64 {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	_, after, ok := bytes.Cut(text, []byte("VmHWM:"))
	var kib int64
	if err == nil && ok {
		_, _ = fmt.Fscan(bytes.NewReader(after), &kib)
	}
	return kib << 10
}

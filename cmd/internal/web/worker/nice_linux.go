package worker

import (
	"os"
	"strconv"
	"syscall"
)

// behave lets the server answer before its workers work. A thread has a
// priority of its own here, which those that it starts inherit: all that run
// already are set, and looked for again, since one may have started another
// meanwhile.
func behave() {
	raw, err := syscall.Getpriority(syscall.PRIO_PROCESS, 0)
	if err != nil {
		return
	}
	nice := min(20-raw+politeness, leastPriority) // getpriority(2): the system call gives 20 less it
	for range 2 {
		threads, err := os.ReadDir("/proc/self/task")
		if err != nil {
			_ = syscall.Setpriority(syscall.PRIO_PROCESS, 0, nice)
			return
		}
		for _, thread := range threads {
			if id, err := strconv.Atoi(thread.Name()); err == nil {
				_ = syscall.Setpriority(syscall.PRIO_PROCESS, id, nice)
			}
		}
	}
}

// leastPriority is the last place that there is.
const leastPriority = 19

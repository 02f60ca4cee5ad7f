// Package garbage makes the collector wait. Programs import it for its effect.
package garbage

import (
	"os"
	"runtime"
	"runtime/debug"
	"sync/atomic"
)

func init() {
	if os.Getenv("GOGC") == "" {
		spareCollector()
	}
}

// heapFloor is how much garbage may lie about before the collector works.
// Small documents seldom make as much.
const heapFloor = 16 << 20

// floor is memory that is never touched. It counts as living, and the collector
// waits until the heap has doubled.
var floor atomic.Pointer[[heapFloor]byte]

// spareCollector makes the collector wait for heapFloor of garbage. The tables that
// packages make when they begin, and floor itself, would set it to work at once,
// which takes as long as all else that short commands do. So its first turn, at the
// runtime's own floor of 4 MiB, is put off by percent, and the rest follows it.
func spareCollector() {
	debug.SetGCPercent(heapFloor / (4 << 20) * 100)
	runtime.AddCleanup(new([64]byte), func(percent int) {
		floor.Store(new([heapFloor]byte))
		debug.SetGCPercent(percent)
	}, 100)
}

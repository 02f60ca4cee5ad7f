// Package garbage makes the collector wait. Programs import it for its effect.
package garbage

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
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
	afterTurn(func() {
		floor.Store(new([heapFloor]byte))
		debug.SetGCPercent(100)
		afterTurn(watch)
	})
}

// watch gives the floor up where a turn leaves so much that it is not needed: the
// memory of large batches would grow by it. Nor does it count any more in the limit
// on memory.
func watch() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	if metrics.Read(live); live[0].Value.Uint64() > outgrown {
		floor.Store(nil)
		debug.SetMemoryLimit(debug.SetMemoryLimit(-1) - heapFloor)
		return
	}
	afterTurn(watch)
}

const outgrown = 5 * heapFloor / 2

// afterTurn calls do once the collector has finished its next turn.
func afterTurn(do func()) { runtime.AddCleanup(new([64]byte), func(do func()) { do() }, do) }

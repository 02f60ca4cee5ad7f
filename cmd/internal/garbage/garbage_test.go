package garbage

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// TestFloor: the floor stands once the collector has had a turn, and goes once the heap
// has outgrown it.
func TestFloor(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(-1))
	spareCollector()
	until(t, "the floor does not stand", func() bool { return floor.Load() != nil })
	runtime.GC()
	time.Sleep(10 * time.Millisecond)
	if floor.Load() == nil {
		t.Error("the floor is given up for a small heap")
	}
	much := make([]byte, outgrown)
	until(t, "the floor stands below a heap that has outgrown it", func() bool { return floor.Load() == nil })
	runtime.KeepAlive(much)
}

// until lets the collector work until something holds.
func until(t *testing.T, otherwise string, holds func() bool) {
	t.Helper()
	for range 200 {
		if runtime.GC(); holds() {
			return
		}
		time.Sleep(10 * time.Millisecond) // what follows a turn has a goroutine of its own
	}
	t.Fatal(otherwise)
}

//go:build !linux

package worker

// limitData does nothing: the watch of [limitMemory] alone bounds the process.
func limitData(uint64) {}

const slack = 0

// Peak is not known.
func Peak(int) int64 { return 0 }

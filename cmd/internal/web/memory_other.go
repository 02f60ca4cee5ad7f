//go:build !linux

package web

// limitData does nothing: the watch of [limitMemory] alone bounds the process.
func limitData(uint64) {}

const slack = 0

// peak is not known.
func peak(int) int64 { return 0 }

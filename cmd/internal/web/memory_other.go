//go:build !linux

package web

// limitData does nothing: the watch of [limitMemory] alone bounds the process.
func limitData(uint64) {}

//go:build race

package web

// raced: the race detector takes memory of its own, which the limits of workers
// in these tests do not leave.
const raced = true

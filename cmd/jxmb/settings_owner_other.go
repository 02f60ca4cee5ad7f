//go:build !unix

package main

// ours is true where files have no owner that a number tells.
func ours(string) bool { return true }

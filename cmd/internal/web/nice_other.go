//go:build !unix

package web

// behave does nothing.
func behave() {}

//go:build !unix

package worker

// behave does nothing.
func behave() {}

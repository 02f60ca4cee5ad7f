//go:build !unix

package legacy

import "os/exec"

// ownGroup leaves cmd as it is: the default cancellation kills the process.
func ownGroup(*exec.Cmd) {}

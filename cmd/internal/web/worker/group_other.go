//go:build !unix

package worker

import "os/exec"

func ownGroup(*exec.Cmd) {}

// killGroup ends cmd, which starts nothing.
func killGroup(cmd *exec.Cmd) { _ = cmd.Process.Kill() }

// KeepPrivate does nothing: the folders of a user are private there.
func KeepPrivate() {}

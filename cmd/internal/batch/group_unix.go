//go:build unix

package batch

import (
	"os/exec"
	"syscall"
)

// ownGroup puts cmd into a process group of its own and kills the whole group
// at the end of its time: soffice is a script around the program that works. It
// also keeps Ctrl-C from reaching it, since a file that runs is to be finished.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}

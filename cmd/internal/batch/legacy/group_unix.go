//go:build unix

package legacy

import (
	"os/exec"
	"syscall"
)

// ownGroup puts cmd into a process group of its own and kills the whole group
// at the end of its time, or when the run is stopped: soffice is a script around
// the program that works, which a signal to the script alone would leave behind.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}

//go:build unix

package fault

import (
	"fmt"
	"syscall"
)

// ofPlatform are the errors of POSIX.1-2017, XSH 2.3.
var ofPlatform = []systemError{
	diskFull.by(syscall.ENOSPC, syscall.EDQUOT),
	readOnly.by(syscall.EROFS),
	openElsewhere.by(syscall.EBUSY, syscall.ETXTBSY),
	tooManyOpen.by(syscall.EMFILE, syscall.ENFILE),
	longName.by(syscall.ENAMETOOLONG, syscall.EILSEQ),
	overSize.by(syscall.EFBIG),
	lostDevice.by(syscall.EIO, syscall.ENXIO, syscall.ENODEV, syscall.ESTALE, syscall.ETIMEDOUT, syscall.ENOTCONN, syscall.EHOSTDOWN),
	noMemory.by(syscall.ENOMEM),
	notFolder.by(syscall.ENOTDIR),
	isFolder.by(syscall.EISDIR),
	linkLoop.by(syscall.ELOOP),
	twoDisks.by(syscall.EXDEV),
	unsupported.by(syscall.ENOSYS, syscall.ENOTSUP, syscall.EINVAL),
	noneLeft.by(syscall.EAGAIN, syscall.ENOLCK),
	addressTaken.by(syscall.EADDRINUSE),
	noSuchAddress.by(syscall.EADDRNOTAVAIL),
	brokenOff.by(syscall.EPIPE, syscall.ECONNRESET, syscall.ECONNABORTED, syscall.ECONNREFUSED),
	notProgram.by(syscall.ENOEXEC),
}

// inChinese tells an error by its number: the system has English words alone.
func inChinese(code syscall.Errno) string { return fmt.Sprintf("编号 %d", int(code)) }

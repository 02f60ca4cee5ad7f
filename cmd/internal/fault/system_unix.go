//go:build unix

package fault

import "syscall"

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
}

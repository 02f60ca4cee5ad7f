package fault

import "syscall"

// ofPlatform are the errors of Windows by their numbers ([MS-ERREF] 2.2), and
// those that package os itself gives by names of POSIX.
var ofPlatform = []systemError{
	diskFull.by(syscall.Errno(39), syscall.Errno(112), syscall.ENOSPC),      // HANDLE_DISK_FULL, DISK_FULL
	readOnly.by(syscall.Errno(19)),                                          // WRITE_PROTECT
	openElsewhere.by(syscall.Errno(32), syscall.Errno(33)),                  // SHARING_VIOLATION, LOCK_VIOLATION
	tooManyOpen.by(syscall.Errno(4)),                                        // TOO_MANY_OPEN_FILES
	longName.by(syscall.Errno(111), syscall.Errno(123), syscall.Errno(206)), // BUFFER_OVERFLOW, INVALID_NAME, FILENAME_EXCED_RANGE
	overSize.by(syscall.Errno(223)),                                         // FILE_TOO_LARGE
	lostDevice.by(syscall.Errno(21), syscall.Errno(23), syscall.Errno(53), syscall.Errno(55), syscall.Errno(59), syscall.Errno(64),
		syscall.Errno(67), syscall.Errno(1117), syscall.Errno(1167)), // NOT_READY, CRC, BAD_NETPATH, DEV_NOT_EXIST, UNEXP_NET_ERR, NETNAME_DELETED, BAD_NET_NAME, IO_DEVICE, DEVICE_NOT_CONNECTED
	noMemory.by(syscall.Errno(8), syscall.Errno(14)),  // NOT_ENOUGH_MEMORY, OUTOFMEMORY
	notFolder.by(syscall.Errno(267), syscall.ENOTDIR), // DIRECTORY
	isFolder.by(syscall.EISDIR),
	linkLoop.by(syscall.Errno(1921), syscall.ELOOP),                        // CANT_RESOLVE_FILENAME
	twoDisks.by(syscall.Errno(17)),                                         // NOT_SAME_DEVICE
	unsupported.by(syscall.Errno(1), syscall.Errno(50), syscall.Errno(87)), // INVALID_FUNCTION, NOT_SUPPORTED, INVALID_PARAMETER
	noneLeft.by(syscall.Errno(1450)),                                       // NO_SYSTEM_RESOURCES
	addressTaken.by(syscall.Errno(10048)),                                  // WSAEADDRINUSE
	noSuchAddress.by(syscall.Errno(10049)),                                 // WSAEADDRNOTAVAIL
	brokenOff.by(syscall.Errno(109), syscall.Errno(232), syscall.Errno(10053), syscall.Errno(10054), syscall.Errno(10061)), // BROKEN_PIPE, NO_DATA, WSAECONNABORTED, WSAECONNRESET, WSAECONNREFUSED
	notProgram.by(syscall.Errno(193)), // BAD_EXE_FORMAT
}

// inChinese has the words of the system itself, which are in its language.
func inChinese(code syscall.Errno) string { return code.Error() }

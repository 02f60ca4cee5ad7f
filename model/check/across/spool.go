package across

import (
	"io"
	"os"
)

// spoolMemory is how much of a spool is kept in memory; the rest goes to a file.
const spoolMemory = 1 << 20

// spool is bytes that are appended and read at any place. Its file is a temporary
// one, removed as soon as the system allows, so that even a killed run leaves
// nothing behind. Where none can be had or it is full, memory has to do.
type spool struct {
	recent  []byte
	file    *os.File
	spilled int64 // bytes in the file, which recent follows
	full    bool
}

// append takes p and tells where it is.
func (s *spool) append(p []byte) int64 {
	if len(s.recent) >= spoolMemory && !s.full {
		s.full = s.spill() != nil
	}
	at := s.size()
	s.recent = append(s.recent, p...)
	return at
}

func (s *spool) size() int64 { return s.spilled + int64(len(s.recent)) }

func (s *spool) spill() (err error) {
	if s.file == nil {
		if s.file, err = os.CreateTemp("", "jxmb-*"); err != nil {
			return err
		}
		_ = os.Remove(s.file.Name())
	}
	n, err := s.file.WriteAt(s.recent, s.spilled)
	if err != nil {
		return err // what was written of it will be written again
	}
	s.spilled, s.recent = s.spilled+int64(n), s.recent[:0]
	return nil
}

// ReadAt reads what is at a place, see [io.ReaderAt].
func (s *spool) ReadAt(p []byte, at int64) (n int, err error) {
	if at < s.spilled {
		n, err = s.file.ReadAt(p[:min(int64(len(p)), s.spilled-at)], at)
		if err != nil {
			return n, err
		}
	}
	if n < len(p) {
		n += copy(p[n:], s.recent[min(max(at-s.spilled, 0), int64(len(s.recent))):])
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// close removes the file.
func (s *spool) close() {
	if s.file != nil {
		_ = s.file.Close()
		_ = os.Remove(s.file.Name()) // where an open one could not be
	}
	*s = spool{}
}

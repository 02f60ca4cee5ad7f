package ooxml

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"

	"jxmb/model"
)

// Records of APPNOTE.TXT: end of the central directory (4.3.16), its locator and
// record of ZIP64 (4.3.15, 4.3.14), header of a member in the directory (4.3.12).
const (
	endSignature, endLength       = "PK\x05\x06", 22
	locatorSignature, locatorSize = "PK\x06\x07", 20
	end64Signature, end64Length   = "PK\x06\x06", 56
	headerSignature, headerLength = "PK\x01\x02", 46
)

// directoryEnd is what the end of an archive says of its directory. None of it
// need be true.
type directoryEnd struct {
	at             int64 // where the record stands
	entries        uint64
	length, offset uint64
}

// CountMembers counts the members of a zip archive, but no further than one
// beyond most, before the archive is opened and memory taken for each. What the
// end of the archive says is checked against the directory: archive/zip reads
// on for as long as there are headers. A missing end means a truncated file,
// whose error is a [*model.Fault].
func CountMembers(r io.ReaderAt, size int64, most int) (int, error) {
	ends, err := directoryEnds(r, size)
	if err != nil {
		return 0, err
	}
	count := 0
	for _, end := range ends {
		if end.entries > uint64(most) {
			return most + 1, nil
		}
		count = max(count, int(end.entries))
	}
	for _, end := range ends {
		// The first is where the directory begins if nothing stands before the
		// archive, the second where it does if something does.
		for _, start := range [...]int64{int64(end.offset), end.at - int64(end.length)} {
			if start < 0 || start >= size || (size-start)/headerLength <= int64(most) {
				continue // too short to hold more
			}
			count = max(count, countHeaders(io.NewSectionReader(r, start, size-start), most))
		}
	}
	return count, nil
}

// directoryEnds reads the end of the archive, and that of ZIP64 where there is
// one.
func directoryEnds(r io.ReaderAt, size int64) ([]directoryEnd, error) {
	tail, at := lastRecord(r, size, shortTail)
	if at < locatorSize { // a comment stands behind it, or the archive is short
		tail, at = lastRecord(r, size, longTail)
	}
	if at < 0 {
		return nil, FileFault(model.FaultTruncated, truncatedText, sendAgain)
	}
	record := tail[at:]
	ends := []directoryEnd{{
		at:      size - int64(len(tail)-at),
		entries: uint64(binary.LittleEndian.Uint16(record[10:])),
		length:  uint64(binary.LittleEndian.Uint32(record[12:])),
		offset:  uint64(binary.LittleEndian.Uint32(record[16:])),
	}}
	if at < locatorSize || string(tail[at-locatorSize:at-locatorSize+4]) != locatorSignature {
		return ends, nil
	}
	from := binary.LittleEndian.Uint64(tail[at-locatorSize+8:])
	var record64 [end64Length]byte
	if from >= uint64(size) {
		return ends, nil
	}
	if _, err := r.ReadAt(record64[:], int64(from)); err != nil || string(record64[:4]) != end64Signature {
		return ends, nil
	}
	return append(ends, directoryEnd{
		at:      int64(from),
		entries: binary.LittleEndian.Uint64(record64[32:]),
		length:  binary.LittleEndian.Uint64(record64[40:]),
		offset:  binary.LittleEndian.Uint64(record64[48:]),
	}), nil
}

const (
	shortTail = 1 << 10            // holds the end of an archive without a comment, and its locator
	longTail  = endLength + 0xffff // of one with the longest comment
)

// lastRecord is the last most bytes of the archive, and where in them the last
// end of a directory stands; negative where there is none.
func lastRecord(r io.ReaderAt, size int64, most int64) (tail []byte, at int) {
	tail = make([]byte, min(size, most))
	if _, err := r.ReadAt(tail, size-int64(len(tail))); err != nil && err != io.EOF || len(tail) < endLength {
		return nil, -1
	}
	return tail, bytes.LastIndex(tail[:len(tail)-endLength+len(endSignature)], []byte(endSignature))
}

// countHeaders counts the headers that stand one after another, up to one
// beyond most.
func countHeaders(r io.Reader, most int) int {
	in := bufio.NewReaderSize(r, 64<<10)
	for n := 0; ; n++ {
		header, err := in.Peek(headerLength)
		if err != nil || string(header[:4]) != headerSignature || n > most {
			return n
		}
		follows := 0 // name, extra field, comment
		for _, at := range [...]int{28, 30, 32} {
			follows += int(binary.LittleEndian.Uint16(header[at:]))
		}
		if _, err := in.Discard(headerLength + follows); err != nil {
			return n
		}
	}
}

package ooxml

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"testing"
)

// archived makes an archive of stored members: spare bytes, a member that holds
// data, and one that holds as much again.
func archived(t *testing.T, spare int, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	b.Write(make([]byte, spare))
	z := zip.NewWriter(&b)
	z.SetOffset(int64(spare))
	for _, name := range []string{"one", "two", "empty/"} {
		n := uint64(len(data))
		if name == "empty/" {
			n = 0
		}
		w, err := z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Store, CompressedSize64: n, UncompressedSize64: n})
		if err == nil {
			_, err = w.Write(data[:n])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// moved lets the second member of the directory begin at offset.
func moved(archive []byte, offset int) []byte {
	archive = bytes.Clone(archive)
	first := bytes.Index(archive, []byte(headerMark))
	second := first + 4 + bytes.Index(archive[first+4:], []byte(headerMark))
	binary.LittleEndian.PutUint32(archive[second+42:], uint32(offset)) // APPNOTE.TXT 4.3.12
	return archive
}

const headerMark = "PK\x01\x02"

// TestOverlapping: members share bytes where one begins in another, however
// small both are beside the file, and nowhere else.
func TestOverlapping(t *testing.T) {
	t.Parallel()
	const spare = 10_000
	// What the first member holds is a member itself.
	quoted := append([]byte("PK\x03\x04\x14\x00\x00\x00\x00\x00"), make([]byte, 200)...)
	quoted[26] = 3 // a name of three bytes
	sound := archived(t, spare, quoted)
	inside := bytes.Index(sound, quoted)
	for name, c := range map[string]struct {
		archive []byte
		want    bool
	}{
		"sound":                {sound, false},
		"one within the other": {moved(sound, inside), true},
		"the same twice":       {moved(sound, spare), true},
		"begins nowhere":       {moved(sound, 17), false},
		"begins after the end": {moved(sound, 1<<30), false},
	} {
		z, err := zip.NewReader(bytes.NewReader(c.archive), int64(len(c.archive)))
		if err != nil {
			t.Fatal(name, err)
		}
		if got := Overlapping(z.File, int64(len(c.archive))); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestOverlappingIsRefused: a package like that is not opened.
func TestOverlappingIsRefused(t *testing.T) {
	t.Parallel()
	data := archived(t, 0, append([]byte("PK\x03\x04\x14\x00\x00\x00\x00\x00"), make([]byte, 200)...))
	data = moved(data, bytes.LastIndex(data[:200], []byte("PK\x03\x04")))
	if _, err := Open(bytes.NewReader(data), int64(len(data)), Limits{}); err == nil {
		t.Error("it was opened")
	}
}

package xlsx

import (
	"bytes"
	"errors"
	"hash/crc32"
	"os"
	"strings"
	"testing"
)

// TestSumFollows joins checksums at every kind of length.
func TestSumFollows(t *testing.T) {
	data := bytes.Repeat([]byte("绩效目标 performance "), 5000)
	for _, at := range []int{0, 1, 7, 8, 255, 4096, len(data) - 1, len(data)} {
		var head, tail, all sum
		head.add(data[:at])
		tail.add(data[at:])
		all.add(data)
		if got := head.follow(tail); got != all || all.crc != crc32.ChecksumIEEE(data) {
			t.Errorf("cut at %d: %+v, want %+v", at, got, all)
		}
	}
}

// TestSpool writes more than stays in memory.
func TestSpool(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	var s spool
	var want bytes.Buffer
	for i := range 2000 {
		piece := bytes.Repeat([]byte{byte(i)}, 5000)
		want.Write(piece)
		if _, err := s.Write(piece); err != nil {
			t.Fatal(err)
		}
	}
	if len(s.memory) >= spoolMemory || s.file == nil {
		t.Errorf("%d bytes in memory", len(s.memory))
	}
	var got bytes.Buffer
	if n, err := s.WriteTo(&got); err != nil || n != int64(want.Len()) || !bytes.Equal(got.Bytes(), want.Bytes()) {
		t.Errorf("%d bytes of %d, %v", n, want.Len(), err)
	}
	name := s.file.Name()
	if err := s.close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(name); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the temporary file is still there: %v", err)
	}
}

func TestSpoolWithoutRoom(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir()+"/missing")
	var s spool
	if _, err := s.Write(make([]byte, spoolMemory)); err == nil || !strings.Contains(err.Error(), "temporary file") {
		t.Errorf("error %v", err)
	}
}

func TestAppendXLSXText(t *testing.T) {
	for in, want := range map[string]string{
		"a<b>&c":          "a&lt;b&gt;&amp;c",
		"\"'\n\t ":        "\"'\n\t ",
		"_x0041_":         "_x005F_x0041_",
		"_x0041":          "_x0041",
		"_x005F_x000D_":   "_x005F_x005F_x000D_",
		"_xGGGG_ _x00e9_": "_xGGGG_ _x005F_x00e9_",
	} {
		if got := string(appendXLSXText(nil, in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

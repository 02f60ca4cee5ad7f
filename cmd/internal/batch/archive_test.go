package batch

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"path/filepath"
	"strings"
	"testing"

	"jxmb/cmd/internal/batch/source"
	"jxmb/fixtures"
	"jxmb/render"
)

// TestBadMembers holds that members that cannot be unpacked are told one by
// one, and that the good ones between them are converted.
func TestBadMembers(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	good := fixtures.Reference()
	b := packed(t, map[string][]byte{"a.docx": good, "b.docx": good, "c.docx": good, "d.docx": good}, "a.docx", "b.docx", "c.docx", "d.docx")
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	at, err := z.File[1].DataOffset()
	if err != nil {
		t.Fatal(err)
	}
	b[at+1000] ^= 0xFF // a broken stream
	header := func(name string) int {
		return bytes.LastIndex(b, []byte(name)) - 46 // central directory header, APPNOTE 4.3.12
	}
	b[header("c.docx")+8] |= 1  // encrypted
	b[header("d.docx")+10] = 98 // PPMd
	write(t, filepath.Join(in, "z.zip"), b)
	totals, err := Run(t.Context(), gather(t, out, in), options(out, render.JSON))
	if err != nil || totals.Done != 1 || totals.Failed != 3 {
		t.Errorf("%+v, %v", totals, err)
	}
	for i, kind := range []string{"", "corrupt", "encrypted", "foreign"} {
		if e := readReport(t, out).Inputs[i].Error; e == nil && kind != "" || e != nil && e.Kind != kind {
			t.Errorf("member %d: %+v, want %q", i, e, kind)
		}
	}
}

// faults joins what the report says of failures of a kind.
func faults(t *testing.T, out, kind string) string {
	t.Helper()
	var said []string
	for _, in := range readReport(t, out).Inputs {
		if in.Error != nil && in.Error.Kind == kind {
			said = append(said, in.Error.What+" "+in.Error.Hint)
		}
	}
	return strings.Join(said, "; ")
}

// TestArchiveBombs holds that what an archive unpacks to is bounded by what it
// really unpacks to, whatever its headers say.
func TestArchiveBombs(t *testing.T) {
	in := t.TempDir()
	zeros := make([]byte, 9<<20)
	members := map[string][]byte{"a.docx": zeros, "b.docx": zeros}
	write(t, filepath.Join(in, "bomb.zip"), packed(t, members, "a.docx", "b.docx"))
	for _, c := range []struct {
		limits source.Limits
		says   string
	}{
		{source.Limits{MemberBytes: 1 << 20}, "--max-member-bytes"},
		{source.Limits{ArchiveRatio: 1}, "--max-archive-ratio"},
	} {
		out := t.TempDir()
		p, err := source.Gather([]string{in}, source.Sources{Limits: c.limits})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Run(t.Context(), p, options(out, render.JSON)); err != nil {
			t.Fatal(err)
		}
		if met := faults(t, out, "limit"); !strings.Contains(met, c.says) {
			t.Errorf("no input met the limit of %s, but %s", c.says, met)
		}
	}
}

// TestOverlappingMembers refuses an archive whose members share their bytes
// before one of them is unpacked.
func TestOverlappingMembers(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	b := packed(t, map[string][]byte{"a.docx": bytes.Repeat([]byte("ab"), 5000)}, "a.docx")
	at := bytes.Index(b, []byte("PK\x01\x02"))
	end := bytes.Index(b, []byte("PK\x05\x06"))
	entry, tail := b[at:end], bytes.Clone(b[end:])
	const n = 100
	binary.LittleEndian.PutUint16(tail[8:], n)
	binary.LittleEndian.PutUint16(tail[10:], n)
	binary.LittleEndian.PutUint32(tail[12:], uint32(n*len(entry)))
	file := bytes.Clone(b[:at])
	for i := range n {
		e := bytes.Clone(entry)
		e[46] = byte('A' + i%26) // the name
		binary.LittleEndian.PutUint32(e[20:], uint32(at-1))
		file = append(file, e...)
	}
	write(t, filepath.Join(in, "bomb.zip"), append(file, tail...))
	p, err := source.Gather([]string{in}, source.Sources{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Run(t.Context(), p, options(out, render.JSON)); err != nil {
		t.Fatal(err)
	}
	if met := faults(t, out, "corrupt"); !strings.Contains(met, "重叠") {
		t.Errorf("the archive is not refused: %s", met)
	}
}

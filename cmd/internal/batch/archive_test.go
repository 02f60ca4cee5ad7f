package batch

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"jxmb/fixtures"
	"jxmb/render"
)

func TestMemberName(t *testing.T) {
	gbk := func(s string) string {
		b, err := simplifiedchinese.GB18030.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	unicodeField := func(plain, name string) []byte {
		b := binary.LittleEndian.AppendUint16(nil, 0x7075)
		b = binary.LittleEndian.AppendUint16(b, uint16(5+len(name)))
		b = binary.LittleEndian.AppendUint32(append(b, 1), crc32.ChecksumIEEE([]byte(plain)))
		return append(b, name...)
	}
	for _, c := range []struct {
		name   string
		file   zip.FileHeader
		want   string
		folder bool
	}{
		{"UTF-8 with its flag", zip.FileHeader{Name: "政法/目标.docx", Flags: 0x800}, "政法/目标.docx", false},
		{"UTF-8 without, as macOS", zip.FileHeader{Name: "政法/目标.docx", NonUTF8: true}, "政法/目标.docx", false},
		{"GB18030, as Windows", zip.FileHeader{Name: gbk("政法/目标.docx"), NonUTF8: true}, "政法/目标.docx", false},
		{"GB18030 that old tools take for UTF-8", zip.FileHeader{Name: gbk("联通.docx"), NonUTF8: true}, "联通.docx", false},
		{"four bytes of GB18030", zip.FileHeader{Name: gbk("㐀䶮.docx"), NonUTF8: true}, "㐀䶮.docx", false},
		{"Unicode Path field", zip.FileHeader{Name: "?.docx", NonUTF8: true, Extra: unicodeField("?.docx", "遵化.docx")}, "遵化.docx", false},
		{"field of another name", zip.FileHeader{Name: gbk("甲.docx"), NonUTF8: true, Extra: unicodeField("x", "遵化.docx")}, "甲.docx", false},
		{"cut field", zip.FileHeader{Name: gbk("甲.docx"), NonUTF8: true, Extra: []byte{0x75, 0x70, 200, 0, 1}}, "甲.docx", false},
		{"upwards", zip.FileHeader{Name: "../../etc/a.docx"}, "etc/a.docx", false},
		{"upwards inside", zip.FileHeader{Name: "a/../../../b.docx"}, "b.docx", false},
		{"absolute", zip.FileHeader{Name: "/etc/a.docx"}, "etc/a.docx", false},
		{"drive", zip.FileHeader{Name: `C:\a\b.docx`}, "a/b.docx", false},
		{"drive without a slash", zip.FileHeader{Name: `C:..\b.docx`}, "C_../b.docx", false},
		{"share", zip.FileHeader{Name: `\\host\share\b.docx`}, "host/share/b.docx", false},
		{"backslashes", zip.FileHeader{Name: `a\..\..\b.docx`}, "b.docx", false},
		{"characters some systems forbid", zip.FileHeader{Name: "a:b?*\x00\n.docx"}, "a_b____.docx", false},
		{"folder", zip.FileHeader{Name: "政法/"}, "政法", true},
		{"only upwards", zip.FileHeader{Name: "../.."}, "", false},
	} {
		got, folder := MemberName(&zip.File{FileHeader: c.file})
		if got != c.want || folder != c.folder {
			t.Errorf("%s: %q, folder %t; want %q, %t", c.name, got, folder, c.want, c.folder)
		}
	}
}

// FuzzMemberName holds that no name leads outside.
func FuzzMemberName(f *testing.F) {
	for _, s := range []string{"政法/a.docx", "../a.docx", `C:\a.docx`, "/a", "a/./../..", "\xd5\xfe\xb7\xa8/a.docx", "..\\..\x00"} {
		f.Add(s, []byte{0x75, 0x70, 6, 0, 1, 0, 0, 0, 0, 'a'})
	}
	f.Fuzz(func(t *testing.T, name string, extra []byte) {
		for _, nonUTF8 := range []bool{false, true} {
			got, _ := MemberName(&zip.File{FileHeader: zip.FileHeader{Name: name, NonUTF8: nonUTF8, Extra: extra}})
			local := got == "" || filepath.IsLocal(filepath.FromSlash(got))
			if !local || path.IsAbs(got) || strings.ContainsAny(got, "\\:\x00") || nonUTF8 && !utf8.ValidString(got) {
				t.Errorf("%q became %q", name, got)
			}
		}
	})
}

func TestStems(t *testing.T) {
	s := newStems()
	s.reserve("all")
	long := strings.Repeat("绩", 100)
	for _, c := range []struct{ rel, want string }{
		{"a.docx", "a"},
		{"a.doc", "a-2"},
		{"A.docx", "A-3"}, // Windows and macOS do not tell a from A
		{"x/a.docx", "x/a"},
		{"All.docx", "All-2"},
		{"é.docx", "é"},
		{"e\u0301.docx", "e\u0301-2"}, // nor é from e and an accent
		{"a-2.docx", "a-2-2"},
		{".docx", ".docx"},
		{"x/.docx", "x/.docx"},
		{"2022.年报.docx", "2022.年报"},
		{long + ".docx", long[:225]},
		{long + "目.docx", long[:225] + "-2"},
		{"all.ndjson/b.docx", "all.ndjson-2/b"}, // a folder where all.ndjson is to appear
		{"all.ndjson/c.docx", "all.ndjson-2/c"},
		{"ALL.xlsx/b.docx", "ALL.xlsx-2/b"},
		{"x/a.PDF/b.docx", "x/a.PDF-2/b"},
		{"all.txt/b.docx", "all.txt/b"},
		{"z.json/b.docx", "z.json/b"},
		{"z.docx", "z-2"}, // whose z.json would meet a folder
	} {
		got, note := s.claim(c.rel)
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.rel, got, c.want)
		}
		if numbered := strings.Contains(got, "-2") || strings.HasSuffix(got, "-3"); numbered != (note.ZH != "") {
			t.Errorf("%s: note %q", c.rel, note.ZH)
		}
	}
}

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
		limits Limits
		says   string
	}{
		{Limits{MemberBytes: 1 << 20}, "--max-member-bytes"},
		{Limits{ArchiveRatio: 1}, "--max-archive-ratio"},
	} {
		out := t.TempDir()
		p, err := Gather([]string{in}, Sources{Limits: c.limits})
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
	p, err := Gather([]string{in}, Sources{})
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

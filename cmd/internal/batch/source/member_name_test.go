package source

import (
	"archive/zip"
	"encoding/binary"
	"hash/crc32"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
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

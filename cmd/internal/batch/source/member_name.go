package source

import (
	"archive/zip"
	"encoding/binary"
	"hash/crc32"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// MemberName is the name of f below its archive, with slashes, in UTF-8. It
// never leads outside: "..", leading slashes and drive letters go, and
// characters that some file system forbids become "_".
func MemberName(f *zip.File) (name string, folder bool) {
	name = decodeName(f)
	folder = strings.HasSuffix(name, "/") || strings.HasSuffix(name, `\`) || f.FileInfo().IsDir()
	return cleanName(name), folder
}

// cleanName is a name that a zip archive or a bucket gives, as a path that
// leads nowhere else.
func cleanName(name string) string {
	name = strings.ReplaceAll(name, `\`, "/") // Windows packers of old
	if len(name) > 2 && name[1] == ':' && name[2] == '/' {
		name = name[2:]
	}
	return strings.Map(portable, path.Clean("/" + name)[1:])
}

// decodeName reads a name by its UTF-8 flag, else by the Info-ZIP Unicode Path
// field, else as UTF-8 where it is that (macOS sets no flag), else as GB18030,
// the encoding of Chinese Windows.
func decodeName(f *zip.File) string {
	if !f.NonUTF8 {
		return f.Name
	}
	if name, ok := unicodePath(f); ok {
		return name
	}
	if utf8.ValidString(f.Name) {
		return f.Name
	}
	name, err := simplifiedchinese.GB18030.NewDecoder().String(f.Name)
	if err != nil {
		return strings.ToValidUTF8(f.Name, "_")
	}
	return name
}

// unicodePath is the extra field 0x7075 (APPNOTE 4.6.9), valid only while its
// checksum fits the plain name.
func unicodePath(f *zip.File) (string, bool) {
	extra := f.Extra
	for len(extra) >= 4 {
		id, size := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		if extra = extra[4:]; size > len(extra) {
			return "", false
		}
		field := extra[:size]
		extra = extra[size:]
		if id != 0x7075 || size < 6 || field[0] != 1 {
			continue
		}
		name := string(field[5:])
		if binary.LittleEndian.Uint32(field[1:]) == crc32.ChecksumIEEE([]byte(f.Name)) && utf8.ValidString(name) {
			return name, true
		}
	}
	return "", false
}

func portable(r rune) rune {
	if r < 0x20 || r == 0x7F || strings.ContainsRune(`<>:"|?*`, r) {
		return '_'
	}
	return r
}

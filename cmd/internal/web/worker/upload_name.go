package worker

import (
	"errors"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// errName is a file name that is not taken.
var errName = errors.New("no file name")

// maxComponents bounds how deep folders are nested.
const maxComponents = 32

// UploadName makes of the name of an upload a path below a folder: folders are
// kept, what leads upwards or elsewhere is dropped.
func UploadName(name string, limit int) (string, error) {
	if !utf8.ValidString(name) || strings.ContainsFunc(name, func(r rune) bool {
		return unicode.IsControl(r) || r == utf8.RuneError || unicode.In(r, unicode.Bidi_Control)
	}) {
		return "", errName
	}
	name = strings.ReplaceAll(name, `\`, "/") // as Windows writes it
	name = strings.TrimPrefix(path.Clean("/"+name), "/")
	parts := strings.Split(name, "/")
	if name == "" || len(parts) > maxComponents {
		return "", errName
	}
	for _, p := range parts {
		if len(p) > limit || strings.TrimSpace(p) == "" {
			return "", errName
		}
	}
	return name, nil
}

package web

import (
	"errors"
	"fmt"
	"mime"
	"net/http"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// errName is a file name that is not taken.
var errName = errors.New("no file name")

// maxComponents bounds how deep folders are nested.
const maxComponents = 32

// uploadName makes of the name of an upload a path below a folder: folders are
// kept, what leads upwards or elsewhere is dropped.
func uploadName(name string, limit int) (string, error) {
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

// nameOf is the name that a request gives its body: ?name=, or that of
// Content-Disposition.
func nameOf(r *http.Request) string {
	if name := r.URL.Query().Get("name"); name != "" {
		return name
	}
	return dispositionName(r.Header.Get("Content-Disposition"))
}

// dispositionName is the file name of Content-Disposition with its folders,
// which mime/multipart drops.
func dispositionName(header string) string {
	_, params, err := mime.ParseMediaType(header)
	if err != nil {
		return ""
	}
	return params["filename"]
}

// disposition is a Content-Disposition that saves an answer as name: quoted for
// old programs, in UTF-8 for the others (RFC 6266).
func disposition(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`/\"`, r) || unicode.In(r, unicode.Bidi_Control) {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(name, "_"))
	plain := strings.Map(func(r rune) rune {
		if r > unicode.MaxASCII || r == '%' {
			return '_'
		}
		return r
	}, name)
	return `attachment; filename="` + plain + `"; filename*=UTF-8''` + encode(name)
}

// attrChars are the bytes that filename* takes as they are (RFC 8187).
const attrChars = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~"

// encode writes name in attrChars.
func encode(name string) string {
	var b strings.Builder
	for i := range len(name) {
		if c := name[i]; strings.IndexByte(attrChars, c) >= 0 {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

package web

import (
	"fmt"
	"mime"
	"net/http"
	"strings"
	"unicode"
)

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

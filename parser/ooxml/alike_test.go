package ooxml

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
)

// TestAlike: parts of the same bytes are read once, and one that says something
// else of itself than they did is judged for itself.
func TestAlike(t *testing.T) {
	const name = "word/styles.xml"
	packed := func(text string) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil || z.Close() != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	small := func(file []byte) (string, error) {
		c, err := Open(bytes.NewReader(file), int64(len(file)), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		src, err := c.Small(name)
		return string(src), err
	}
	one := packed("<a>" + strings.Repeat("样式", 40) + "</a>")
	lying := func(field, value int) []byte {
		file := bytes.Clone(one)
		binary.LittleEndian.PutUint32(file[bytes.Index(file, []byte(headerMark))+field:], uint32(value))
		return file
	}
	for range 2 { // what was judged once is judged again
		for _, c := range []struct {
			name string
			file []byte
			want string // "": refused
		}{
			{"one", one, "<a>" + strings.Repeat("样式", 40) + "</a>"},
			{"of the same length", packed("<a>" + strings.Repeat("式样", 40) + "</a>"), "<a>" + strings.Repeat("式样", 40) + "</a>"},
			{"another sum", lying(16, 7), ""}, // APPNOTE.TXT 4.3.12
			{"a longer one", lying(24, 300), ""},
			{"a shorter one", lying(24, 200), ""},
		} {
			got, err := small(c.file)
			if got != c.want || (err == nil) != (c.want != "") {
				t.Errorf("%s: %q, %v", c.name, got, err)
			}
		}
	}
	for i := range 3 * alikeParts {
		if text := strings.Repeat("<b/>", i+1); i > 0 {
			if got, err := small(packed(text)); got != text || err != nil {
				t.Errorf("%d: %q, %v", i, got, err)
			}
		}
	}
}

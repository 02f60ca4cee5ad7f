package pdf

import (
	"regexp"
	"strconv"
	"testing"

	"jxmb/render/view"
)

var (
	widthArray  = regexp.MustCompile(`/W \[([^/]*)\]\n/CIDToGIDMap`)
	widthPart   = regexp.MustCompile(`(\d+) \[ ([\d ]*)\]|(\d+) (\d+) (\d+)`)
	widthNumber = regexp.MustCompile(`\d+`)
)

// TestWidths compares the widths that gofpdf writes (ISO 32000-1 §9.7.4.3)
// with those that lines were measured by, for every code in use.
func TestWidths(t *testing.T) {
	for name, doc := range samples() {
		d := laidOut(t, doc, view.Options{})
		d.finishPages()
		var file rawPDF
		if err := d.paint(&file); err != nil {
			t.Fatal(err)
		}
		arrays := widthArray.FindAllSubmatch(file, -1)
		var used []*face
		for _, f := range d.fonts.faces {
			if f.subset() != nil {
				used = append(used, f)
			}
		}
		if len(arrays) != len(used) {
			t.Fatalf("%s: %d width arrays for %d fonts", name, len(arrays), len(used))
		}
		for i, f := range used {
			compareWidths(t, name, f, widths(t, string(arrays[i][1])))
		}
	}
}

type rawPDF []byte

func (r *rawPDF) Write(p []byte) (int, error) { *r = append(*r, p...); return len(p), nil }

// widths reads "first [w w w]" and "first last w".
func widths(t *testing.T, array string) map[rune]int {
	t.Helper()
	number := func(s string) int {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	widths := map[rune]int{}
	for _, part := range widthPart.FindAllStringSubmatch(array, -1) {
		if part[1] != "" {
			for i, w := range widthNumber.FindAllString(part[2], -1) {
				widths[rune(number(part[1])+i)] = number(w)
			}
			continue
		}
		for c := number(part[3]); c <= number(part[4]); c++ {
			widths[rune(c)] = number(part[5])
		}
	}
	return widths
}

func compareWidths(t *testing.T, name string, f *face, got map[rune]int) {
	t.Helper()
	runes := map[rune]rune{}
	for r, code := range f.codes {
		runes[code] = r
	}
	for i, word := range f.used {
		for bit := range 64 {
			code := rune(i<<6 | bit)
			if word&(1<<bit) == 0 {
				continue
			}
			r, private := runes[code]
			if !private {
				r = f.shape(code)
			}
			if want := f.font.Advance(r); got[code] != want {
				t.Errorf("%s: %s: %q is %d wide in the file, %d when measured", name, f.font.Name, r, got[code], want)
			}
		}
	}
}

package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/source"
)

// corpus writes n inputs such as a season brings: submissions of their own, some
// sent again, a version with other amounts by a unit of another name, indicators
// that another unit borrowed, some inputs that cannot be read, and an archive.
func corpus(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	bad := fixtures.Bad()
	packed := map[string][]byte{}
	for i := range n {
		name, data := fmt.Sprintf("单位%d/%04d.docx", i%7, i), []byte(nil)
		switch {
		case i%10 == 3:
			data = fixtures.Distinct(i-3, 1)
		case i%10 == 6:
			data = version(t, i-6)
		case i%10 == 8:
			data = borrowed(t, i)
		case i%20 == 9:
			data = bad[i/20%len(bad)].Data()
		default:
			data = fixtures.Distinct(i, 1)
		}
		if i%10 == 5 {
			packed[fmt.Sprintf("%04d.docx", i)] = data
			continue
		}
		write(t, filepath.Join(dir, name), data)
	}
	packed["坏.docx"] = []byte("no document")
	write(t, filepath.Join(dir, "压缩.zip"), archived(t, packed))
	write(t, filepath.Join(dir, "说明.pdf"), []byte("%PDF-1.4"))
	return dir
}

var budget = regexp.MustCompile(`(?m)(^\t预算数\n\t)(\d)`)

// version is the n-th variation with more money, from a unit of another name.
func version(t *testing.T, n int) []byte {
	t.Helper()
	dump := budget.ReplaceAllString(source.Variant(source.Zunhua, n, 1), "${1}1${2}")
	return document(t, strings.ReplaceAll(dump, "216001中共遵化市委政法委本级", "216001遵化市委政法委机关"), n)
}

// borrowed is a submission of another unit with the indicators of this one.
func borrowed(t *testing.T, n int) []byte {
	t.Helper()
	dump, err := source.Borrowed()
	if err != nil {
		t.Fatal(err)
	}
	return document(t, source.Variant(dump, n, 1), n)
}

func document(t *testing.T, dump string, n int) []byte {
	t.Helper()
	d, err := source.Document(dump, uint64(n))
	if err != nil {
		t.Fatal(err)
	}
	return d.Bytes()
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	err := os.MkdirAll(filepath.Dir(path), 0o777)
	if err == nil {
		err = os.WriteFile(path, data, 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func archived(t *testing.T, files map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, data := range files {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

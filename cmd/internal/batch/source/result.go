package source

import (
	"archive/zip"
	"bytes"
	"io"
	"os"

	"jxmb/parser/ooxml"
)

// isResult tells whether the file is a workbook that this program has written:
// results of an earlier run lie among the submissions where people want them.
func isResult(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	info, err := f.Stat()
	return err == nil && IsResult(f, info.Size())
}

// IsResult is the same for a workbook of size bytes, by its core properties.
func IsResult(r io.ReaderAt, size int64) bool {
	const parts = 1000 // far more than a result has
	if n, err := ooxml.CountMembers(r, size, parts); err != nil || n > parts {
		return false
	}
	z, err := zip.NewReader(r, size)
	if err != nil {
		return false
	}
	f, err := z.Open("docProps/core.xml")
	if err != nil {
		return false
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, 64<<10))
	return err == nil && bytes.Contains(text, []byte("<dc:creator>jxmb</dc:creator>"))
}

package ooxml

import (
	"archive/zip"
	"cmp"
	"slices"
)

// Overlapping tells whether members of an archive of size bytes share
// compressed bytes, as those of a zip bomb do: by header, or by a member that
// quotes the headers of others (D. Fifield, "A better zip bomb", WOOT 2019). A
// member whose data is not found takes no part: it cannot be read either.
func Overlapping(files []*zip.File, size int64) bool {
	type span struct{ from, to int64 }
	spans := make([]span, 0, len(files))
	for _, f := range files {
		if f.CompressedSize64 == 0 {
			continue
		}
		if f.CompressedSize64 > uint64(size) {
			return true // with whatever else there is
		}
		if from, err := f.DataOffset(); err == nil {
			spans = append(spans, span{from, from + int64(f.CompressedSize64)})
		}
	}
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	for i := 1; i < len(spans); i++ {
		if spans[i].from < spans[i-1].to {
			return true
		}
	}
	return false
}

package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"
)

// gofpdf leaves out what a reader of Chinese papers counts on: the document's
// language, names that mark fonts as subsets, and the true characters behind
// the codes of the Private Use Area. finishFile takes its file apart by the
// cross-reference table, amends those objects and writes the table anew
// (ISO 32000-1 §7.5).
func (d *doc) finishFile(raw []byte) ([]byte, error) {
	objects, trailer, err := objects(raw)
	if err != nil {
		return nil, err
	}
	if err := d.compressPages(objects); err != nil {
		return nil, err
	}
	d.amend(objects)

	const header = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"
	size := len(header) + len(trailer) + 128 // of the marks between the parts
	for _, o := range objects {
		size += len(o) + len("0000000000 00000 n \n")
	}
	out := bytes.NewBuffer(make([]byte, 0, size))
	out.WriteString(header)
	offsets := make([]int, len(objects))
	for i, o := range objects {
		if i > 0 {
			offsets[i] = out.Len()
			out.Write(o)
		}
	}
	sum := sha256.Sum256(out.Bytes())
	start := out.Len()
	fmt.Fprintf(out, "xref\n0 %d\n0000000000 65535 f \n", len(objects))
	for _, at := range offsets[1:] {
		fmt.Fprintf(out, "%010d 00000 n \n", at)
	}
	trailer = bytes.Replace(trailer, []byte("\n>>"), fmt.Appendf(nil, "\n/ID [<%x> <%x>]\n>>", sum[:16], sum[:16]), 1)
	fmt.Fprintf(out, "%sstartxref\n%d\n%%%%EOF\n", trailer, start)
	return out.Bytes(), nil
}

// objects splits a file into its objects, "N 0 obj" to "endobj", by number
// from 1, and its trailer.
func objects(raw []byte) (objects [][]byte, trailer []byte, err error) {
	bad := func(what string) error {
		return fmt.Errorf("pdf: internal error: gofpdf's %s is not as expected", what)
	}
	end := bytes.LastIndex(raw, []byte("startxref\n"))
	if end < 0 {
		return nil, nil, bad("file end")
	}
	number, _, _ := bytes.Cut(raw[end+len("startxref\n"):], []byte("\n"))
	xref, err := strconv.Atoi(string(number))
	if err != nil || xref > end {
		return nil, nil, bad("startxref")
	}
	table, trailer, ok := bytes.Cut(raw[xref:end], []byte("trailer\n"))
	lines := strings.Split(strings.TrimSpace(string(table)), "\n")
	if !ok || len(lines) < 3 || lines[0] != "xref" {
		return nil, nil, bad("cross-reference table")
	}
	starts := make([]int, len(lines)-2)
	for i := 1; i < len(starts); i++ {
		if starts[i], err = strconv.Atoi(strings.Fields(lines[i+2])[0]); err != nil || starts[i] > xref {
			return nil, nil, bad("cross-reference entry")
		}
	}
	order := append(slices.Clone(starts[1:]), xref)
	slices.Sort(order)
	objects = make([][]byte, len(starts))
	for i := 1; i < len(starts); i++ {
		next, _ := slices.BinarySearch(order, starts[i]+1)
		objects[i] = raw[starts[i]:order[next]]
	}
	return objects, append([]byte("trailer\n"), trailer...), nil
}

// amend changes the objects in place. gofpdf writes a font as seven objects:
// Type0, CIDFont, ToUnicode, CIDSystemInfo, descriptor, CIDToGIDMap, file.
func (d *doc) amend(objects [][]byte) {
	for i := 1; i < len(objects); i++ {
		o := objects[i]
		head := o[:min(len(o), 400)]
		switch {
		case bytes.Contains(head, []byte("/Subtype /Type0")):
			d.amendFont(objects[i:min(i+7, len(objects))], i)
			i += 6
		case bytes.Contains(head, []byte("/Type /Catalog")):
			objects[i] = d.catalog(o)
		case bytes.Contains(head, []byte("<</Type /Outlines")):
			objects[i] = bytes.Replace(o, []byte(">>"), fmt.Appendf(nil, " /Count %d>>", len(d.marks)), 1)
		case bytes.Contains(head, []byte("\n/Count 0>>\n")): // an outline entry without children has no Count
			objects[i] = bytes.Replace(o, []byte("\n/Count 0>>"), []byte(">>"), 1)
		}
	}
}

// deflaters are shared between documents: one takes more than a megabyte.
var deflaters = sync.Pool{New: func() any {
	z, err := zlib.NewWriterLevel(nil, zlib.BestSpeed)
	if err != nil {
		panic("pdf: internal error: " + err.Error())
	}
	return z
}}

// compressPages packs the contents of the pages, which gofpdf puts into objects
// 4, 6, 8 and so on.
func (d *doc) compressPages(objects [][]byte) error {
	z := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(z)
	var packed bytes.Buffer
	for n := range d.pages {
		number := 4 + 2*n
		if number >= len(objects) {
			return errors.New("pdf: internal error: gofpdf's pages are not as expected")
		}
		_, content, ok := bytes.Cut(objects[number], []byte("\nstream\n"))
		end := bytes.LastIndex(content, []byte("\nendstream"))
		if !ok || end < 0 {
			return errors.New("pdf: internal error: gofpdf's page contents are not as expected")
		}
		packed.Reset()
		z.Reset(&packed)
		z.Write(content[:end]) // into memory: it cannot fail
		if err := z.Close(); err != nil {
			return err
		}
		objects[number] = fmt.Appendf(nil, "%d 0 obj\n<</Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\nendobj\n", number, packed.Len(), packed.Bytes())
	}
	return nil
}

// catalog adds the language of the document and drops an empty name tree.
func (d *doc) catalog(o []byte) []byte {
	lang := d.lang.Say("zh-CN", "en")
	at := bytes.Index(o, []byte("/Names <<"))
	if at < 0 {
		at = bytes.LastIndex(o, []byte(">>"))
	}
	return fmt.Appendf(nil, "%s/Lang (%s)\n/ViewerPreferences <</DisplayDocTitle true>>\n>>\nendobj\n", o[:at], lang)
}

// amendFont names the font as PDF readers expect of a subset (§9.6.4) and gives
// it a character map for copying and searching. first is the number of the
// Type0 object.
func (d *doc) amendFont(objects [][]byte, first int) {
	for i, face := range d.fonts.faces {
		old := []byte("/utf8" + family(i) + "\n")
		if len(objects) < 7 || !bytes.Contains(objects[0], old) {
			continue
		}
		name := []byte("/" + subsetTag(objects[6]) + "+" + face.font.Name + "\n")
		for _, j := range [...]int{0, 1, 4} {
			objects[j] = bytes.ReplaceAll(objects[j], old, name)
		}
		cmap := face.toUnicode()
		objects[2] = fmt.Appendf(nil, "%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n", first+2, len(cmap), cmap)
		objects[3] = bytes.Replace(objects[3], []byte("/Ordering (UCS)"), []byte("/Ordering (Identity)"), 1)
	}
}

// subsetTag is six capital letters drawn from the font file.
func subsetTag(file []byte) string {
	sum := sha256.Sum256(file)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

// toUnicode maps codes to characters (§9.10.3): each code to itself, those of
// the Private Use Area to the characters they stand for. A range may not cross
// the last byte's wrap, and a block has at most 100 entries.
func (f *face) toUnicode() string {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	var entries []string
	block := func(kind string) {
		for part := range slices.Chunk(entries, 100) {
			fmt.Fprintf(&b, "%d begin%s\n%s\nend%s\n", len(part), kind, strings.Join(part, "\n"), kind)
		}
		entries = entries[:0]
	}
	for row := range 256 {
		if row<<8 >= 0xD800 && row<<8 <= privateLast || !f.uses(row) {
			continue
		}
		entries = append(entries, fmt.Sprintf("<%02X00> <%02XFF> <%02X00>", row, row, row))
	}
	block("bfrange")
	for r, code := range f.codes {
		high, low := utf16.EncodeRune(r)
		entries = append(entries, fmt.Sprintf("<%04X> <%04X%04X>", code, high, low))
	}
	slices.Sort(entries)
	block("bfchar")
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.String()
}

// uses tells whether any of the 256 codes that begin with row is in use.
func (f *face) uses(row int) bool {
	for _, word := range f.used[row<<2 : row<<2+4] {
		if word != 0 {
			return true
		}
	}
	return false
}

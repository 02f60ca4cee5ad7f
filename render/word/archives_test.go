package word

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/wml"
	"jxmb/model"
)

// parts are the members of a container, in their order.
func parts(t *testing.T, data []byte) wml.Package {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var p wml.Package
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		p = append(p, wml.Part{Name: f.Name, Data: content})
	}
	return p
}

// edited is p with old replaced by text in one part, which has to hold it.
func edited(t *testing.T, p wml.Package, name, old, text string) wml.Package {
	t.Helper()
	if !strings.Contains(string(p.Part(name)), old) {
		t.Fatalf("%s does not hold %s", name, old)
	}
	return p.With(wml.Part{Name: name, Data: []byte(strings.ReplaceAll(string(p.Part(name)), old, text))})
}

// renamed is p with parts of other names.
func renamed(p wml.Package, name func(string) string) wml.Package {
	var out wml.Package
	for _, part := range p {
		out = append(out, wml.Part{Name: name(part.Name), Data: part.Data})
	}
	return out
}

// archive zips p after edit has changed each member's header; with descriptors,
// sizes stand after the data (APPNOTE.TXT 4.3.9).
func archive(t *testing.T, p wml.Package, comment string, edit func(*zip.FileHeader)) []byte {
	t.Helper()
	var out bytes.Buffer
	zw := zip.NewWriter(&out)
	for _, part := range p {
		h := &zip.FileHeader{Name: part.Name, Method: zip.Deflate}
		edit(h)
		w, err := zw.CreateHeader(h)
		if err == nil {
			_, err = w.Write(part.Data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(zw.SetComment(comment), zw.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// wide zips p as programs do that stream: every size stands in the field of
// ZIP64 (APPNOTE.TXT 4.5.3), however small.
func wide(p wml.Package) []byte {
	var out, directory []byte
	le := binary.LittleEndian
	for _, part := range p {
		var packed bytes.Buffer
		w, _ := flate.NewWriter(&packed, flate.BestSpeed)
		w.Write(part.Data)
		w.Close()
		common := le.AppendUint16(nil, 45)
		common = le.AppendUint16(common, 0)
		common = le.AppendUint16(common, zip.Deflate)
		common = le.AppendUint32(common, 1<<21|1<<16)
		common = le.AppendUint32(common, crc32.ChecksumIEEE(part.Data))
		common = le.AppendUint64(common, 1<<64-1) // both sizes
		common = le.AppendUint16(common, uint16(len(part.Name)))
		common = le.AppendUint16(common, 20)
		extra := le.AppendUint16(nil, 1)
		extra = le.AppendUint16(extra, 16)
		extra = le.AppendUint64(extra, uint64(len(part.Data)))
		extra = le.AppendUint64(extra, uint64(packed.Len()))
		directory = append(le.AppendUint16(append(directory, "PK\x01\x02"...), 45), common...)
		directory = append(directory, make([]byte, 10)...) // comment, disk, attributes
		directory = le.AppendUint32(directory, uint32(len(out)))
		directory = append(append(directory, part.Name...), extra...)
		out = append(append(append(append(append(out, "PK\x03\x04"...), common...), part.Name...), extra...), packed.Bytes()...)
	}
	at := len(out)
	out = append(append(append(out, directory...), "PK\x05\x06"...), 0, 0, 0, 0)
	out = le.AppendUint16(out, uint16(len(p)))
	out = le.AppendUint16(out, uint16(len(p)))
	out = le.AppendUint32(out, uint32(len(directory)))
	out = le.AppendUint32(out, uint32(at))
	return append(out, 0, 0)
}

const aPerson = `<w:comments xmlns:w="` + wordNamespace + `"><w:comment w:id="3" w:author="审核人"><w:p><w:r><w:t>请核实</w:t></w:r></w:p></w:comment></w:comments>`

// related is p with a comments part of that name and a relationship to target.
func related(t *testing.T, p wml.Package, name, target string) wml.Package {
	const link = `<Relationship Id="rId900" Type="` + officeTransitional + `/comments" Target="`
	p = edited(t, p, "word/_rels/document.xml.rels", "</Relationships>", link+target+`"/></Relationships>`)
	p = edited(t, p, contentTypesPart, "</Types>", `<Override PartName="/`+name+`" ContentType="`+commentsContentType+`"/></Types>`)
	return p.With(wml.Part{Name: name, Data: []byte(aPerson)})
}

// TestAnnotateOddArchives: whatever a producer makes of the container, the
// annotated file reads as the original does, and holds no header that says more
// than the file does.
func TestAnnotateOddArchives(t *testing.T) {
	t.Parallel()
	p := parts(t, fixtures.Brief(0, 1))
	inMain := func(old, text string) []byte { // at its last place
		main := string(p.Part("word/document.xml"))
		at := strings.LastIndex(main, old)
		return p.With(wml.Part{Name: "word/document.xml", Data: []byte(main[:at] + text + main[at+len(old):])}).Bytes()
	}
	folders := append(wml.Package{{Name: "_rels/"}, {Name: "word/"}, {Name: "word/_rels/"}}, p...)
	last := append(p.Without(contentTypesPart), wml.Part{Name: contentTypesPart, Data: p.Part(contentTypesPart)})
	plain := func(*zip.FileHeader) {}
	orphan := p.With(wml.Part{Name: "word/comments.xml", Data: []byte(aPerson)})
	other := edited(t, p, "_rels/.rels", "word/document.xml", "word/report.xml")
	other = edited(t, other, contentTypesPart, "/word/document.xml", "/word/report.xml")
	other = renamed(other, strings.NewReplacer("document.xml", "report.xml").Replace)
	for _, c := range []struct {
		name string
		data []byte
	}{
		{"folder entries", folders.Stored()},
		{"data descriptors", archive(t, p, "", plain)},
		{"stored", p.Stored()},
		{"content types last", last.Bytes()},
		{"ZIP64", wide(p)},
		{"extra fields", archive(t, p, "", func(h *zip.FileHeader) { h.Extra = []byte("\xfe\xca\x04\x00jxmb") })},
		{"comment", archive(t, p, "PK 备注", plain)},
		{"backslashes", renamed(p, func(s string) string { return strings.ReplaceAll(s, "/", `\`) }).Bytes()},
		{"upper case", renamed(p, strings.ToUpper).Bytes()},
		{"absolute target", edited(t, p, "_rels/.rels", `"word/document.xml`, `"/word/document.xml`).Bytes()},
		{"document of another name", other.Bytes()},
		{"comments of another name", related(t, p, "word/notes7.xml", "notes7.xml").Bytes()},
		{"comments in another folder", related(t, p, "review/notes.xml", "/review/notes.xml").Bytes()},
		{"comments without a relationship", orphan.Bytes()},
		{"no relationships of the document", p.Without("word/_rels/document.xml.rels").Bytes()},
		{"invalid character", inMain("</w:t>", "&#1;</w:t>")},
		{"undeclared namespace", inMain("</w:t>", "</w:t><zz:note>x</zz:note>")},
		{"field without an end", inMain("<w:r>", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r>`)},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := reviewed(t, c.data)
			once := annotate(t, c.data, d)
			again := reviewed(t, once)
			if a, b := unplaced(d), unplaced(again); a != b {
				t.Errorf("reads differently:\n%s", firstDifference(a, b))
			}
			if twice := annotate(t, once, again); !bytes.Equal(once, twice) {
				t.Errorf("a second annotation gives %d bytes, the first %d", len(twice), len(once))
			}
			if bytes.Contains(c.data, []byte("审核人")) || strings.HasPrefix(c.name, "comments") {
				keepsPerson(t, once)
			}
			soundHeaders(t, once)
		})
	}
}

// keepsPerson tells whether the comment of a person is in some part.
func keepsPerson(t *testing.T, data []byte) {
	t.Helper()
	for _, part := range parts(t, data) {
		if strings.Contains(string(part.Data), "请核实") {
			return
		}
	}
	t.Error("the comment of a person is gone")
}

// soundHeaders: no name twice, and the field of ZIP64 only where a size needs
// it (APPNOTE.TXT 4.5.3: it appears only if the field of the header is full).
func soundHeaders(t *testing.T, data []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, f := range z.File {
		if name := strings.ToLower(f.Name); seen[name] {
			t.Errorf("%s stands twice", f.Name)
		} else {
			seen[name] = true
		}
		if bytes.HasPrefix(f.Extra, []byte{1, 0}) {
			t.Errorf("%s has a field of ZIP64 that nothing refers to", f.Name)
		}
	}
}

// TestAnnotateRefusesWhatReadersTellApart: two parts of one name are refused
// with a reason and advice, and nothing is written.
func TestAnnotateRefusesWhatReadersTellApart(t *testing.T) {
	p := small().Package()
	for _, name := range [...]string{"word/document.xml", "word/_rels/document.xml.rels", contentTypesPart} {
		double := append(append(wml.Package{}, p...), wml.Part{Name: name, Data: p.Part(name)})
		out, err := annotated(double.Bytes(), Options{}, finding("V001", model.Origin{}))
		var e *model.Fault
		if !errors.As(err, &e) || len(out) != 0 {
			t.Errorf("%s twice: %d bytes written, error %v", name, len(out), err)
		} else if e.What.ZH == "" || e.What.EN == "" || e.Hint.ZH == "" || e.Hint.EN == "" {
			t.Errorf("%s twice: the error lacks words: %+v", name, e)
		}
	}
}

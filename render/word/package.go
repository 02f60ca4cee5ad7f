package word

import (
	"errors"
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/nguyenthenguyen/docx"

	"jxmb/model"
	"jxmb/parser/ooxml"
)

// wordPackage is an opened submission and the parts of it that change.
type wordPackage struct {
	file     *ooxml.Package
	names    []string // of its members, as they are written
	mainName string   // "word/document.xml" mostly
	main     []byte
	changes  []ooxml.Change
}

// openWord opens the container and reads the main part, both within limits.
func openWord(original io.ReaderAt, size int64, limits ooxml.Limits) (*wordPackage, error) {
	file, err := ooxml.Open(original, size, limits)
	if err != nil {
		return nil, err
	}
	links, err := file.Links()
	if err != nil {
		return nil, err
	}
	p := &wordPackage{file: file, names: file.Names(), mainName: links.Main}
	if p.main, err = p.readMain(original, size); err != nil {
		return nil, err
	}
	if p.main == nil {
		return nil, file.What(p.mainName)
	}
	return p, nil
}

// readMain opens the document with nguyenthenguyen/docx where that package can
// do it. It knows one name of the main part, refuses documents without
// relationships, and reads that part with all headers and footers into memory,
// so that the others and the large are read from the container.
//
// The package is not asked to write: its Write compresses every member anew,
// drops times, flags and extra fields, and cannot add parts.
func (p *wordPackage) readMain(original io.ReaderAt, size int64) ([]byte, error) {
	if p.mainName == ooxml.UsualMain && p.light() {
		if opened, err := docx.ReadDocxFromMemory(original, size); err == nil {
			return []byte(opened.Editable().GetContent()), nil
		}
	}
	return p.file.Read(p.mainName)
}

// light tells whether all that nguyenthenguyen/docx reads is small and within
// the limits.
func (p *wordPackage) light() bool {
	heavy := uint64(0)
	for _, name := range p.names {
		if name != ooxml.UsualMain && !strings.Contains(name, "header") && !strings.Contains(name, "footer") {
			continue
		}
		f, err := p.file.Member(name)
		if f == nil || err != nil {
			return false
		}
		heavy += f.UncompressedSize64 // archive/zip holds members to what they declare
	}
	return heavy <= ooxml.SmallPart
}

// has tells whether there is a part of that name.
func (p *wordPackage) has(name string) bool {
	f, err := p.file.Member(name)
	return f != nil || err != nil
}

// small is the text of a part other than the main one, nil where there is none.
// It is written back with changes, so it has to be the UTF-8 it is read as.
func (p *wordPackage) small(name string) ([]byte, error) {
	text, err := p.file.Small(name)
	if text == nil || err != nil {
		return nil, err
	}
	if raw, err := p.file.Read(name); err != nil || isUTF16(raw) {
		return nil, errors.Join(err, utf16Fault(name))
	}
	return text, nil
}

// signed tells whether the package has a digital signature (ISO/IEC 29500-2
// §13): the package is related to the origin of signatures, wherever that
// stands, or has the folder that Word keeps them in.
func (p *wordPackage) signed() bool {
	if links, err := p.file.Relationships(""); err == nil && ooxml.Find(links, "origin") != "" {
		return true
	}
	return slices.ContainsFunc(p.names, func(name string) bool {
		name = strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/")
		return strings.HasPrefix(strings.ToLower(name), "_xmlsignatures/")
	})
}

// change gives a part new bytes, in pieces; a part that does not exist is added.
func (p *wordPackage) change(name string, text ...[]byte) {
	p.changes = append(p.changes, ooxml.Change{Part: name, Text: text})
}

// write is the only place that makes a container: what did not change is
// copied as it stands.
func (p *wordPackage) write(w io.Writer) error { return p.file.Write(w, p.mainName, p.changes) }

// relationshipsName is where the relationships of a part stand (ISO/IEC
// 29500-2 §9.3.3).
func relationshipsName(part string) string {
	dir, base := path.Split(part)
	return dir + "_rels/" + base + ".rels"
}

var relationshipID = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\bId\s*=\s*["']rId([0-9]{1,9})["']`)
})

// freeID is an identifier that none of the relationships in text has.
func freeID(text []byte) string {
	highest := 0
	for _, m := range relationshipID().FindAllSubmatch(text, -1) {
		n, _ := strconv.Atoi(string(m[1])) // at most nine digits
		highest = max(highest, n)
	}
	return "rId" + strconv.Itoa(highest+1)
}

func utf16Fault(part string) *model.Fault {
	return &model.Fault{
		Kind: FaultEncoding, Place: model.InPart(part, -1),
		What: model.Say("部件是 UTF-16 编码，不能批注", "the part is UTF-16, which cannot be annotated"),
		Hint: model.Say("用 Word 或 WPS 打开后另存为 .docx", "open it in Word or WPS and save it as .docx again"),
	}
}

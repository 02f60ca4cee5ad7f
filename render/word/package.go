package word

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/nguyenthenguyen/docx"

	"jxmb/model"
)

// maxPart bounds the inflated size of a part that is read whole.
const maxPart = 256 << 20

// wordPackage is an opened submission and the parts of it that change.
type wordPackage struct {
	zip      *zip.Reader
	mainName string // "word/document.xml" mostly
	main     []byte
	changed  map[string][]byte
	added    []string // names in changed that are new
}

// openWord opens the container and reads the main part, which the package's
// relationships name (ISO/IEC 29500-2 §9.3).
func openWord(original io.ReaderAt, size int64) (*wordPackage, error) {
	z, err := zip.NewReader(original, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // nothing is extracted
		return nil, brokenPackage("", err)
	}
	p := &wordPackage{zip: z, changed: map[string][]byte{}}
	links, _, err := p.relationships("")
	if err != nil {
		return nil, err
	}
	main := links.first("/officeDocument")
	if main == nil {
		return nil, brokenPackage("_rels/.rels", fmt.Errorf("no main part"))
	}
	p.mainName = resolve("", main.Target)
	p.main, err = p.readMain(original, size)
	return p, err
}

// usualMain is the only main part that nguyenthenguyen/docx looks for.
const usualMain = "word/document.xml"

// readMain opens the document with nguyenthenguyen/docx where that package can
// do it. Documents whose main part has another name or that have no
// relationships part, which the package refuses, are read from the container,
// and so are those with headers or footers beyond maxPart, since it reads them
// all into memory.
//
// The package is not asked to write: its Write compresses every member anew,
// drops times, flags and extra fields, and cannot add parts. [wordPackage.write]
// copies what did not change as it stands.
func (p *wordPackage) readMain(original io.ReaderAt, size int64) ([]byte, error) {
	heavy := uint64(0)
	for _, f := range p.zip.File {
		if f.Name == usualMain || strings.Contains(f.Name, "header") || strings.Contains(f.Name, "footer") {
			heavy += f.UncompressedSize64 // archive/zip holds members to what they declare
		}
	}
	if p.mainName == usualMain && heavy <= maxPart {
		if opened, err := docx.ReadDocxFromMemory(original, size); err == nil {
			return []byte(opened.Editable().GetContent()), nil
		}
	}
	text, ok, err := p.read(p.mainName)
	if err == nil && !ok {
		err = brokenPackage(p.mainName, fmt.Errorf("the main part is missing"))
	}
	return text, err
}

// member finds a part; names are compared without regard to case (ISO/IEC
// 29500-2 §9.1.1.3).
func (p *wordPackage) member(name string) *zip.File {
	for _, f := range p.zip.File {
		if strings.EqualFold(partName(f), name) {
			return f
		}
	}
	return nil
}

// partName is the name of a member as relationships give it; old archivers
// write backslashes.
func partName(f *zip.File) string {
	return strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
}

// read gives the text of a part; ok is false where there is none.
func (p *wordPackage) read(name string) (text []byte, ok bool, err error) {
	f := p.member(name)
	if f == nil {
		return nil, false, nil
	}
	if f.UncompressedSize64 > maxPart {
		return nil, true, brokenPackage(name, fmt.Errorf("%d bytes, more than %d", f.UncompressedSize64, maxPart))
	}
	r, err := f.Open()
	if err != nil {
		return nil, true, brokenPackage(name, err)
	}
	defer r.Close()
	if text, err = io.ReadAll(r); err != nil {
		return nil, true, brokenPackage(name, err)
	}
	return text, true, nil
}

func brokenPackage(part string, err error) error {
	return &Error{Kind: "package", Part: part, Err: err,
		What: model.Say("无法打开：%v", "cannot be opened: %v", err),
		Hint: model.Say("用 Word 或 WPS 打开后另存为 .docx", "open it in Word or WPS and save it as .docx again")}
}

// signed tells whether the package has a digital signature (ISO/IEC 29500-2
// §13).
func (p *wordPackage) signed() bool {
	for _, f := range p.zip.File {
		if strings.HasPrefix(strings.ToLower(partName(f)), "_xmlsignatures/") {
			return true
		}
	}
	return false
}

// change gives a part new bytes; a part that does not exist is added.
func (p *wordPackage) change(name string, text []byte) {
	if f := p.member(name); f != nil {
		name = f.Name
	} else {
		p.added = append(p.added, name)
	}
	p.changed[name] = text
}

// write is the only place that makes a container: members that did not change
// are copied with their headers and compressed bytes, changed ones keep their
// place and time, new ones come last and have the time of the main part.
func (p *wordPackage) write(w io.Writer) error {
	out := zip.NewWriter(w)
	if err := out.SetComment(p.zip.Comment); err != nil {
		return err
	}
	for _, f := range p.zip.File {
		text, changed := p.changed[f.Name]
		if !changed {
			if err := out.Copy(f); err != nil {
				return err
			}
			continue
		}
		if err := writeMember(out, f.Name, f, text); err != nil {
			return err
		}
	}
	for _, name := range p.added {
		if err := writeMember(out, name, p.member(p.mainName), p.changed[name]); err != nil {
			return err
		}
	}
	return out.Close()
}

// writeMember gives the member the time of another one, as the file has it:
// in the local time of MS-DOS, without a zone.
func writeMember(out *zip.Writer, name string, like *zip.File, text []byte) error {
	member, err := out.CreateHeader(&zip.FileHeader{
		Name: name, Method: zip.Deflate, ExternalAttrs: like.ExternalAttrs,
		//lint:ignore SA1019 Modified would add a time zone that the file does not have
		ModifiedDate: like.ModifiedDate, ModifiedTime: like.ModifiedTime,
	})
	if err != nil {
		return err
	}
	_, err = member.Write(text)
	return err
}

// relationships of a part, or of the package where part is "".
type relationships struct {
	List []relationship `xml:"Relationship"`
}

type relationship struct {
	ID         string `xml:"Id,attr"`
	Type       string `xml:"Type,attr"`
	Target     string `xml:"Target,attr"`
	TargetMode string `xml:"TargetMode,attr"`
}

// relationshipsName is where the relationships of a part stand (ISO/IEC
// 29500-2 §9.3.3).
func relationshipsName(part string) string {
	dir, base := path.Split(part)
	return dir + "_rels/" + base + ".rels"
}

// relationships also gives the text they were read from, nil where the part
// has none.
func (p *wordPackage) relationships(part string) (*relationships, []byte, error) {
	name := relationshipsName(part)
	text, ok, err := p.read(name)
	if err != nil || !ok {
		return &relationships{}, nil, err
	}
	links := &relationships{}
	if err := xml.NewDecoder(bytes.NewReader(text)).Decode(links); err != nil {
		return nil, nil, brokenPackage(name, err)
	}
	return links, text, nil
}

// first is the first internal relationship whose type ends with kind; the
// types of the strict and the transitional form differ in what goes before.
func (r *relationships) first(kind string) *relationship {
	for i := range r.List {
		if strings.HasSuffix(r.List[i].Type, kind) && r.List[i].TargetMode != "External" {
			return &r.List[i]
		}
	}
	return nil
}

// freeID is an identifier that no relationship has.
func (r *relationships) freeID() string {
	highest := 0
	for _, l := range r.List {
		if n, err := strconv.Atoi(strings.TrimPrefix(l.ID, "rId")); err == nil {
			highest = max(highest, n)
		}
	}
	return "rId" + strconv.Itoa(highest+1)
}

// resolve makes a relationship's target a part name.
func resolve(part, target string) string {
	if rest, ok := strings.CutPrefix(target, "/"); ok {
		return path.Clean(rest)
	}
	return path.Join(path.Dir("/"+part), target)[1:]
}

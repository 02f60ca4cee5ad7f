package ooxml

import (
	"archive/zip"
	"encoding/binary"
	"io"
	"strings"

	"github.com/klauspost/compress/flate"
)

// Change is a part with new bytes, in pieces that stand one behind the other; one
// that the package does not have is added.
type Change struct {
	Part string
	Text [][]byte
}

// Write writes the package with some parts changed. Members that did not change
// are copied with their headers and compressed bytes; changed ones keep their
// place and time; new ones come last, in the order of changes, and have the
// time of the part like.
func (c *Package) Write(w io.Writer, like string, changes []Change) error {
	out := zip.NewWriter(w)
	if err := out.SetComment(c.zip.Comment); err != nil {
		return err
	}
	changed, added, err := c.sorted(changes)
	if err != nil {
		return err
	}
	for _, f := range c.zip.File {
		if text, ok := changed[f]; ok {
			err = writeMember(out, f.Name, f, text)
		} else {
			err = copyMember(out, f)
		}
		if err != nil {
			return err
		}
	}
	model, err := c.Member(like)
	if err != nil {
		return err
	}
	for _, a := range added {
		if err := writeMember(out, a.Part, model, a.Text); err != nil {
			return err
		}
	}
	return out.Close()
}

// WriteNew writes a package of its own, its parts in the order given, without any
// time.
func WriteNew(w io.Writer, parts []Change) error {
	out := zip.NewWriter(w)
	for _, p := range parts {
		if err := writeMember(out, p.Part, nil, p.Text); err != nil {
			return err
		}
	}
	return out.Close()
}

// sorted tells changes of members and new members apart.
func (c *Package) sorted(changes []Change) (changed map[*zip.File][][]byte, added []Change, err error) {
	changed = map[*zip.File][][]byte{}
	for _, change := range changes {
		f, err := c.Member(change.Part)
		switch {
		case err != nil:
			return nil, nil, err
		case f == nil:
			added = append(added, change)
		default:
			changed[f] = change.Text
		}
	}
	return changed, added, nil
}

// copyMember copies a member as it stands. A folder, which Java and Python
// write with compressed bytes of its own, is written anew: archive/zip lets
// none have any.
func copyMember(out *zip.Writer, f *zip.File) error {
	if strings.HasSuffix(f.Name, "/") {
		_, err := out.CreateHeader(header(f.Name, zip.Store, f))
		return err
	}
	raw, err := f.OpenRaw()
	if err != nil {
		return err
	}
	h := f.FileHeader
	h.Extra = withoutZIP64(h.Extra)
	member, err := out.CreateRaw(&h)
	if err != nil {
		return err
	}
	_, err = io.Copy(member, raw)
	return err
}

// withoutZIP64 leaves out the extra field of ZIP64 (APPNOTE.TXT 4.5.3).
// archive/zip writes one of its own where a size needs it, and the sizes in the
// header otherwise, beside which the field may not stand: strict readers call
// the archive damaged.
func withoutZIP64(extra []byte) []byte {
	var kept []byte
	for rest := extra; len(rest) >= 4; {
		n := 4 + int(binary.LittleEndian.Uint16(rest[2:]))
		if n > len(rest) {
			return extra // no list of fields: as it stands
		}
		if binary.LittleEndian.Uint16(rest) != 1 {
			kept = append(kept, rest[:n]...)
		}
		rest = rest[n:]
	}
	return kept
}

// large is from how many bytes on a part is packed at the least price, as are those
// behind it: forty million took longer than all else that was done to them.
const large = 8 << 20

func writeMember(out *zip.Writer, name string, like *zip.File, text [][]byte) error {
	size := 0
	for _, piece := range text {
		size += len(piece)
	}
	if size > large {
		out.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	}
	member, err := out.CreateHeader(header(name, zip.Deflate, like))
	if err != nil {
		return err
	}
	for _, piece := range text {
		if _, err := member.Write(piece); err != nil {
			return err
		}
	}
	return nil
}

// header gives a member the time of another one, as the file has it: in the
// local time of MS-DOS, without a zone.
func header(name string, method uint16, like *zip.File) *zip.FileHeader {
	h := &zip.FileHeader{Name: name, Method: method}
	if like != nil {
		//lint:ignore SA1019 Modified would add a time zone that the file does not have
		h.ExternalAttrs, h.ModifiedDate, h.ModifiedTime = like.ExternalAttrs, like.ModifiedDate, like.ModifiedTime
	}
	return h
}

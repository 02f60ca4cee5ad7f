package model

import (
	"context"
	"errors"
)

// Fault says why something could not be read, in words for people: where inside
// the file, what is wrong, what to do. Every reader, the form and the front
// ends fail with it, so that one place words them all.
type Fault struct {
	Kind  FaultKind `json:"kind"`
	Place Text      `json:"place"` // inside the file, see [InPart] and [OnLine]; empty for the file itself
	What  Text      `json:"what"`  // what is wrong, without place
	Hint  Text      `json:"hint"`  // what to do; may be empty
	Limit string    `json:"-"`     // the limit that was exceeded, as What spells it: "Limits.Entries"; "" where it is none that can be set
	Err   error     `json:"-"`     // cause, may be nil
}

// FaultKind classifies faults; the words are stable, for programs.
type FaultKind string

// The kinds of faults that lie in what a file holds. Front ends have further
// ones of their own for files that are not there, full disks and the like.
const (
	FaultEmpty      FaultKind = "empty"      // no bytes at all
	FaultTruncated  FaultKind = "truncated"  // a zip whose end is missing
	FaultLegacy     FaultKind = "legacy"     // OLE compound file that is not read: from before Word 97, damaged, .xls
	FaultEncrypted  FaultKind = "encrypted"  // OLE with EncryptedPackage, or an encrypted zip
	FaultForeign    FaultKind = "foreign"    // RTF, HTML, PDF, an image … under a .docx name
	FaultNotDocx    FaultKind = "not_docx"   // a zip without a WordprocessingML main part
	FaultCorrupt    FaultKind = "corrupt"    // a member that does not inflate, a wrong checksum
	FaultBrokenXML  FaultKind = "broken_xml" // markup that is not well-formed; Place says where
	FaultDTD        FaultKind = "dtd"        // a document type declaration, refused
	FaultLimit      FaultKind = "limit"      // a limit was exceeded: Limit names it, where it can be set
	FaultUnreadable FaultKind = "unreadable" // a web page or a text that cannot be read
	FaultNoForm     FaultKind = "no_form"    // read, but there is no form in it
	FaultForms      FaultKind = "forms"      // a form file that cannot be used

	FaultInterrupted FaultKind = "interrupted" // a person stopped the work, or its time was over: nothing is wrong with the file
)

// Interrupted is the fault of work that was given up because ctx had ended.
func Interrupted(ctx context.Context) *Fault {
	f := &Fault{Kind: FaultInterrupted, What: Say("已中断", "interrupted"), Err: ctx.Err()}
	if errors.Is(f.Err, context.DeadlineExceeded) {
		f.What = Say("超过时限，未读完", "the time limit was over before it was read")
	}
	return f
}

// OfContent tells whether the kind lies in the file's bytes, so that the same
// bytes will always meet it again.
func (k FaultKind) OfContent() bool {
	switch k {
	case FaultEmpty, FaultTruncated, FaultLegacy, FaultEncrypted, FaultForeign, FaultNotDocx, FaultCorrupt,
		FaultBrokenXML, FaultDTD, FaultLimit, FaultUnreadable, FaultNoForm:
		return true
	}
	return false
}

// InPart is a place in a part of a container: its byte offset there, or the
// part as a whole where offset is negative.
func InPart(part string, offset int64) Text {
	if offset < 0 {
		return Text{ZH: part, EN: part}
	}
	return Say("%s 第 %d 字节", "%s byte %d", part, offset)
}

// OnLine is a place in a text, 1-based.
func OnLine(line int) Text { return Say("第 %d 行", "line %d", line) }

func (f *Fault) Error() string { return f.Line("", English) }

func (f *Fault) Unwrap() error { return f.Err }

// Abridged is the beginning of a message that repeats what a file says without end.
func Abridged(s string) string {
	const most = 500 // characters
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}

// Line is "file: place: what; hint: what to do", leaving out what is empty.
func (f *Fault) Line(file string, l Lang) string {
	s := ""
	if file != "" {
		s = file + ": "
	}
	if p := f.Place.In(l); p != "" {
		s += p + ": "
	}
	s += Abridged(f.What.In(l))
	if h := f.Hint.In(l); h != "" {
		s += l.Say("; 提示：", "; hint: ") + h
	}
	return s
}

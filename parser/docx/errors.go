package docx

import "jxmb/model"

// Kind classifies why a file could not be read.
type Kind string

// The kinds of unreadable files.
const (
	KindEmpty     Kind = "empty"      // no bytes at all
	KindTruncated Kind = "truncated"  // a zip whose end is missing
	KindLegacy    Kind = "legacy"     // OLE compound file: .doc, .wps
	KindEncrypted Kind = "encrypted"  // OLE with EncryptedPackage, or an encrypted zip
	KindForeign   Kind = "foreign"    // RTF, HTML, PDF, an image … under a .docx name
	KindNotDocx   Kind = "not_docx"   // a zip without a WordprocessingML main part
	KindCorrupt   Kind = "corrupt"    // a member that does not inflate, a wrong checksum
	KindBrokenXML Kind = "broken_xml" // markup that is not well-formed; Offset says where
	KindDTD       Kind = "dtd"        // a document type declaration, refused
	KindLimit     Kind = "limit"      // one of [Limits] was exceeded
)

// Error says what a file is or what is wrong with it, where, and what to do.
type Error struct {
	Kind   Kind
	Part   string     // part inside the container; "" for the file itself
	Offset int64      // byte offset in Part, -1 where it does not apply
	What   model.Text // what is wrong, without place
	Hint   model.Text // what to do
	Err    error      // cause, may be nil
}

func (e *Error) Error() string { return e.What.EN }

func (e *Error) Unwrap() error { return e.Err }

// Options of [Read].
type Options struct {
	Limits Limits
}

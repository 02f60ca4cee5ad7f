package doc

import (
	"encoding/binary"

	"jxmb/model"
	"jxmb/parser/ooxml"
)

// fib is what is read of the File Information Block ([MS-DOC] §2.5.1).
type fib struct {
	table string             // name of the table stream
	ccp   [storyCount]uint32 // characters of each story, in the order of the text (§2.5.4)
	pairs []byte             // FibRgFcLcb97 (§2.5.6): offset and size of each structure in the table stream
}

// The stories of a document in the order of their text (§2.3).
const (
	storyMain = iota
	storyFootnotes
	storyHeaders
	storyMacros // reserved, always empty
	storyComments
	storyEndnotes
	storyBoxes
	storyHeaderBoxes
	storyCount
)

// Indices of the pairs of FibRgFcLcb97 that are used (§2.5.6).
const (
	pairStyles       = 1
	pairFootnoteRefs = 2
	pairFootnotes    = 3
	pairCommentRefs  = 4
	pairComments     = 5
	pairHeaders      = 11
	pairCharacters   = 12
	pairParagraphs   = 13
	pairFonts        = 15
	pairBookmarks    = 21
	pairBookmarkFrom = 22
	pairBookmarkTo   = 23
	pairClx          = 33
	pairShapes       = 40
	pairEndnoteRefs  = 46
	pairEndnotes     = 47
	pairDrawings     = 50
	pairBoxes        = 56
	pairLists        = 73
	pairOverrides    = 74
)

const (
	fibBase      = 32     // bytes of FibBase (§2.5.2)
	wordMagic    = 0xa5ec // wIdent
	firstBinary  = 0x00c1 // nFib of Word 97
	flagCrypt    = 0x0100 // fEncrypted, which obfuscated files have as well
	flagTable1   = 0x0200 // fWhichTblStm
	longsBefore  = 3      // of FibRgLw97 before ccpText (§2.5.4)
	bytesOfAPair = 8
)

// readFIB reads the block that the WordDocument stream begins with.
func readFIB(b []byte) (*fib, error) {
	if len(b) < fibBase {
		return nil, damaged(mainStream, 0)
	}
	if f := refused(b); f != nil {
		return nil, f
	}
	shorts, rest, ok := counted(b[fibBase:], 2)
	if !ok || len(shorts) == 0 {
		return nil, damaged(mainStream, fibBase)
	}
	longs, rest, ok := counted(rest, 4)
	if !ok || len(longs) < 4*(longsBefore+storyCount) {
		return nil, damaged(mainStream, fibBase)
	}
	f := &fib{table: "0Table"}
	if f.pairs, _, ok = counted(rest, bytesOfAPair); !ok || len(f.pairs) <= pairClx*bytesOfAPair {
		return nil, damaged(mainStream, fibBase)
	}
	for i := range f.ccp {
		f.ccp[i] = binary.LittleEndian.Uint32(longs[4*(longsBefore+i):])
	}
	if binary.LittleEndian.Uint16(b[10:])&flagTable1 != 0 {
		f.table = "1Table"
	}
	return f, nil
}

// counted splits off an array that a 16-bit count stands before.
func counted(b []byte, size int) (array, rest []byte, ok bool) {
	if len(b) < 2 {
		return nil, nil, false
	}
	n := int(binary.LittleEndian.Uint16(b)) * size
	if b = b[2:]; len(b) < n {
		return nil, nil, false
	}
	return b[:n], b[n:], true
}

// refused says why a file that is whole cannot be read: it is older than Word
// 97, or encrypted.
func refused(b []byte) *model.Fault {
	ident, version := binary.LittleEndian.Uint16(b), binary.LittleEndian.Uint16(b[2:])
	switch {
	case ident == wordMagic && binary.LittleEndian.Uint16(b[10:])&flagCrypt != 0:
		return ooxml.FileFault(model.FaultEncrypted,
			model.Text{ZH: "文件设有打开密码（加密的 .doc），无法读取", EN: "the file is protected by a password (encrypted .doc)"}, model.Text{
				ZH: "请用密码在 Word 中打开，在“文件—信息—保护文档—用密码进行加密”中清除密码后另存",
				EN: "open it in Word with the password, clear it under File > Info > Protect Document > Encrypt with Password, and save",
			})
	case ident != wordMagic || version < firstBinary:
		return ooxml.FileFault(model.FaultLegacy,
			model.Text{ZH: "这是 Word 97 以前的文档（Word 6.0/95），不能直接读取", EN: "this is a document from before Word 97 (Word 6.0/95), which is not read as it is"}, ooxml.Convert)
	}
	return nil
}

// structure is a structure of the table stream that the block points to, nil
// where there is none or it does not lie in the stream.
func (f *fib) structure(table []byte, pair int) []byte {
	from, size := f.place(pair)
	if size == 0 || from > uint64(len(table)) || size > uint64(len(table))-from {
		return nil
	}
	return table[from : from+size]
}

// place is where a structure stands in the table stream.
func (f *fib) place(pair int) (from, size uint64) {
	at := pair * bytesOfAPair
	if at+bytesOfAPair > len(f.pairs) {
		return 0, 0
	}
	return uint64(binary.LittleEndian.Uint32(f.pairs[at:])), uint64(binary.LittleEndian.Uint32(f.pairs[at+4:]))
}

// story is the character positions of a story.
func (f *fib) story(i int) (from, to uint32) {
	for _, n := range f.ccp[:i] {
		from += n
	}
	return from, from + f.ccp[i]
}

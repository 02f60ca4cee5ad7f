package ooxml

import (
	"errors"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"

	"jxmb/model"
)

// CompoundMagic begins a compound file ([MS-CFB] §2.2).
const CompoundMagic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// compoundKinds are compound files by a stream in them, the first that is there
// counts. Names are compared without case ([MS-CFB] §2.6.4).
var compoundKinds = []struct {
	stream     string
	kind       model.FaultKind
	what, hint model.Text
}{
	{"EncryptedPackage", model.FaultEncrypted,
		model.Text{ZH: "文件设有打开密码（加密的 .docx 或 .xlsx），无法读取", EN: "the file is protected by a password (encrypted .docx or .xlsx)"}, model.Text{
			ZH: "请用密码在 Word 或 Excel 中打开，在“文件—信息—保护文档（工作簿）—用密码进行加密”中清除密码后另存",
			EN: "open it in Word or Excel with the password, clear it under File > Info > Protect Document (Workbook) > Encrypt with Password, and save",
		}},
	{"WordDocument", model.FaultLegacy, model.Text{ZH: "这是旧版二进制 Word 文档（.doc/.wps），不是 .docx", EN: "this is a binary Word document (.doc/.wps), not .docx"}, Convert},
	{"Workbook", model.FaultLegacy, binaryWorkbook, SaveAsXlsx},
	{"Book", model.FaultLegacy, binaryWorkbook, SaveAsXlsx},
	{"PowerPoint Document", model.FaultForeign, model.Text{ZH: "这是旧版演示文稿（.ppt/.dps），不是 Word 文档", EN: "this is a binary presentation (.ppt/.dps), not a Word document"}, SaveAsDocx},
	{"CONTENTS", model.FaultLegacy, works, Convert},
	{"MatOST", model.FaultLegacy, works, Convert},
}

var (
	binaryWorkbook = model.Text{ZH: "这是旧版 Excel 工作簿（.xls/.et），不是 .xlsx", EN: "this is a binary Excel workbook (.xls/.et), not .xlsx"}
	works          = model.Text{ZH: "这是 Microsoft Works 文档（.wps），不是 .docx", EN: "this is a Microsoft Works document (.wps), not .docx"}
)

// ErrBinaryWorkbook is the cause of the fault of an .xls or .et.
var ErrBinaryWorkbook = errors.New("a binary workbook")

// IdentifyCompound says what an OLE compound file ([MS-CFB]) holds, by the
// names in its directory.
func IdentifyCompound(r io.ReaderAt) *model.Fault {
	names := map[string]bool{}
	if file, _, err := OpenCompound(r); err == nil {
		for _, f := range file.File {
			names[strings.ToLower(f.Name)] = true
		}
	}
	for _, k := range compoundKinds {
		if names[strings.ToLower(k.stream)] {
			f := FileFault(k.kind, k.what, k.hint)
			if k.what == binaryWorkbook {
				f.Err = ErrBinaryWorkbook
			}
			return f
		}
	}
	return FileFault(model.FaultLegacy, model.Text{ZH: "这是旧版 Office（OLE）文件，不是 .docx；其中没有找到 Word 正文", EN: "this is a legacy Office (OLE) file, not .docx; no Word text was found in it"}, Convert)
}

// Bounds of what is read of a compound file to tell what it is: its directory
// and the tables that lead to it, and steps along the chains of sectors. An
// office file has a few dozen streams; the library keeps the path of each, so that
// nested ones cost the square of their number.
const (
	maxSectors = 640
	maxSteps   = 1 << 20
)

// IsCompound tells whether a file begins as a compound file does.
func IsCompound(r io.ReaderAt) bool {
	head := make([]byte, len(CompoundMagic))
	_, err := r.ReadAt(head, 0)
	return (err == nil || err == io.EOF) && string(head) == CompoundMagic
}

// OpenCompound reads the directory of a compound file within bounds. What is
// read from its streams afterwards is held to meter, which the caller refills.
func OpenCompound(r io.ReaderAt) (file *mscfb.Reader, meter *Meter, err error) {
	meter = &Meter{r: r, sectors: maxSectors, steps: maxSteps}
	file, err = mscfb.New(meter)
	return file, meter, err
}

// Meter ends the reading of a file whose chains are endless.
type Meter struct {
	r              io.ReaderAt
	sectors, steps int
}

// Refill lets so many bytes be read from here on, and the steps to them.
func (m *Meter) Refill(bytes int64) {
	m.sectors = int(bytes/minSector) + 1
	m.steps = 2*m.sectors + int(bytes/miniSector)
}

// Sizes of sectors ([MS-CFB] §2.2): the smallest whole ones, and those of the
// mini stream.
const (
	minSector  = 512
	miniSector = 64
)

var errBounded = errors.New("the chains of sectors are too long")

func (m *Meter) ReadAt(p []byte, at int64) (int, error) {
	left := &m.steps
	if len(p) >= minSector {
		left = &m.sectors
	}
	if *left--; *left < 0 {
		return 0, errBounded
	}
	return m.r.ReadAt(p, at)
}

package ooxml

import (
	"errors"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"

	"jxmb/model"
)

const compoundMagic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

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
	{"WordDocument", model.FaultLegacy, model.Text{ZH: "这是旧版二进制 Word 文档（.doc/.wps），不是 .docx", EN: "this is a binary Word document (.doc/.wps), not .docx"}, convert},
	{"Workbook", model.FaultLegacy, binaryWorkbook, SaveAsXlsx},
	{"Book", model.FaultLegacy, binaryWorkbook, SaveAsXlsx},
	{"PowerPoint Document", model.FaultForeign, model.Text{ZH: "这是旧版演示文稿（.ppt/.dps），不是 Word 文档", EN: "this is a binary presentation (.ppt/.dps), not a Word document"}, SaveAsDocx},
	{"CONTENTS", model.FaultLegacy, works, convert},
	{"MatOST", model.FaultLegacy, works, convert},
}

var (
	binaryWorkbook = model.Text{ZH: "这是旧版 Excel 工作簿（.xls/.et），不是 .xlsx", EN: "this is a binary Excel workbook (.xls/.et), not .xlsx"}
	works          = model.Text{ZH: "这是 Microsoft Works 文档（.wps），不是 .docx", EN: "this is a Microsoft Works document (.wps), not .docx"}
)

// ErrBinaryWorkbook is the cause of the fault of an .xls or .et.
var ErrBinaryWorkbook = errors.New("a binary workbook")

// identifyCompound says what an OLE compound file ([MS-CFB]) holds, by the
// names in its directory.
func identifyCompound(r io.ReaderAt) *model.Fault {
	names := map[string]bool{}
	if file, err := mscfb.New(&bounded{r: r, sectors: maxSectors, steps: maxSteps}); err == nil {
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
	return FileFault(model.FaultLegacy, model.Text{ZH: "这是旧版 Office（OLE）文件，不是 .docx；其中没有找到 Word 正文", EN: "this is a legacy Office (OLE) file, not .docx; no Word text was found in it"}, convert)
}

// Bounds of what is read of a compound file to tell what it is: its directory
// and the tables that lead to it, and steps along the chains of sectors. An
// office file has a few dozen streams.
const (
	maxSectors = 4096
	maxSteps   = 1 << 20
)

// bounded ends the reading of a file whose chains are endless.
type bounded struct {
	r              io.ReaderAt
	sectors, steps int
}

var errBounded = errors.New("the directory is too large")

func (b *bounded) ReadAt(p []byte, at int64) (int, error) {
	left := &b.steps
	if len(p) >= 512 {
		left = &b.sectors
	}
	if *left--; *left < 0 {
		return 0, errBounded
	}
	return b.r.ReadAt(p, at)
}

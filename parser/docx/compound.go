package docx

import (
	"encoding/binary"
	"io"
	"unicode/utf16"

	"jxmb/model"
)

const compoundMagic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// maxDirectory bounds the directory sectors looked at: 64 sectors of 4 KiB
// name 2048 streams, more than any office file has.
const maxDirectory = 64

// identifyCompound says what an OLE compound file ([MS-CFB]) holds, by the
// names in its directory.
func identifyCompound(r io.ReaderAt, size int64) *model.Fault {
	names := compoundNames(r, size)
	switch {
	case names["EncryptedPackage"]:
		return fileError(model.FaultEncrypted, model.Text{ZH: "文件设有打开密码（加密的 .docx），无法读取", EN: "the file is protected by a password (encrypted .docx)"}, model.Text{
			ZH: "请用密码在 Word 中打开，在“文件—信息—保护文档—用密码进行加密”中清除密码后另存",
			EN: "open it in Word with the password, clear it under File > Info > Protect Document > Encrypt with Password, and save",
		})
	case names["WordDocument"]:
		return fileError(model.FaultLegacy, model.Text{ZH: "这是旧版二进制 Word 文档（.doc/.wps），不是 .docx", EN: "this is a binary Word document (.doc/.wps), not .docx"}, convert)
	case names["Workbook"], names["Book"]:
		return fileError(model.FaultForeign, model.Text{ZH: "这是旧版 Excel 工作簿（.xls/.et），不是 Word 文档", EN: "this is a binary Excel workbook (.xls/.et), not a Word document"}, saveAsDocx)
	case names["PowerPoint Document"]:
		return fileError(model.FaultForeign, model.Text{ZH: "这是旧版演示文稿（.ppt/.dps），不是 Word 文档", EN: "this is a binary presentation (.ppt/.dps), not a Word document"}, saveAsDocx)
	case names["CONTENTS"], names["MatOST"]:
		return fileError(model.FaultLegacy, model.Text{ZH: "这是 Microsoft Works 文档（.wps），不是 .docx", EN: "this is a Microsoft Works document (.wps), not .docx"}, convert)
	}
	return fileError(model.FaultLegacy, model.Text{ZH: "这是旧版 Office（OLE）文件，不是 .docx；其中没有找到 Word 正文", EN: "this is a legacy Office (OLE) file, not .docx; no Word text was found in it"}, convert)
}

// compoundNames lists the streams and storages of a compound file as far as it
// can be read: the chain of directory sectors is followed through the part of
// the allocation table that the header names ([MS-CFB] §2.2, §2.3, §2.6).
func compoundNames(r io.ReaderAt, size int64) map[string]bool {
	names := map[string]bool{}
	header := make([]byte, 512)
	if _, err := r.ReadAt(header, 0); err != nil {
		return names
	}
	shift := binary.LittleEndian.Uint16(header[30:])
	if shift != 9 && shift != 12 {
		return names
	}
	sectorSize := int64(1) << shift
	sector := int64(binary.LittleEndian.Uint32(header[48:]))
	buf, entry := make([]byte, sectorSize), make([]byte, 4)
	for range maxDirectory {
		if (sector+2)*sectorSize > size {
			break
		}
		if _, err := r.ReadAt(buf, (sector+1)*sectorSize); err != nil {
			break
		}
		for at := 0; at+128 <= len(buf); at += 128 {
			if name := directoryName(buf[at:]); name != "" {
				names[name] = true
			}
		}
		perTable := sectorSize / 4
		if sector/perTable >= 109 {
			break
		}
		table := int64(binary.LittleEndian.Uint32(header[76+4*(sector/perTable):]))
		if _, err := r.ReadAt(entry, (table+1)*sectorSize+4*(sector%perTable)); err != nil {
			break
		}
		sector = int64(binary.LittleEndian.Uint32(entry))
	}
	return names
}

// directoryName is the name of a directory entry ([MS-CFB] §2.6.1).
func directoryName(entry []byte) string {
	n := int(binary.LittleEndian.Uint16(entry[64:]))
	if n < 4 || n > 64 || entry[66] == 0 {
		return ""
	}
	units := make([]uint16, n/2-1)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(entry[2*i:])
	}
	return string(utf16.Decode(units))
}

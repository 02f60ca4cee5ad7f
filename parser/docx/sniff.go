package docx

import (
	"bytes"
	"unicode/utf8"

	"jxmb/model"
)

// sniffed is how much of a file's beginning identify is given.
const sniffed = 4096

var convert = model.Text{
	ZH: "请在 Word 或 WPS 中另存为 .docx，或运行 soffice --headless --convert-to docx FILE",
	EN: "save it as .docx in Word or WPS, or run: soffice --headless --convert-to docx FILE",
}

var saveAsDocx = model.Text{
	ZH: "请找到原始 Word 文件，另存为 .docx 后再报送",
	EN: "find the original Word file and save it as .docx",
}

// signature is the beginning that tells a kind of file.
type signature struct {
	prefix string
	offset int
	kind   model.FaultKind
	what   model.Text
	hint   model.Text
}

// signatures: the file formats' own specifications, as collected by the IANA
// media type registrations and file(1).
var signatures = []signature{
	{`{\rtf`, 0, model.FaultForeign, model.Text{ZH: "这是 RTF 文档，不是 .docx", EN: "this is an RTF document, not .docx"}, convert},
	{"%PDF", 0, model.FaultForeign, model.Text{ZH: "这是 PDF 文件，不是 .docx", EN: "this is a PDF file, not .docx"}, saveAsDocx},
	{"\x89PNG\r\n", 0, model.FaultForeign, model.Text{ZH: "这是 PNG 图片，不是 .docx", EN: "this is a PNG image, not .docx"}, saveAsDocx},
	{"\xff\xd8\xff", 0, model.FaultForeign, model.Text{ZH: "这是 JPEG 图片，不是 .docx", EN: "this is a JPEG image, not .docx"}, saveAsDocx},
	{"GIF8", 0, model.FaultForeign, model.Text{ZH: "这是 GIF 图片，不是 .docx", EN: "this is a GIF image, not .docx"}, saveAsDocx},
	{"BM", 0, model.FaultForeign, model.Text{ZH: "这是 BMP 图片，不是 .docx", EN: "this is a BMP image, not .docx"}, saveAsDocx},
	{"II*\x00", 0, model.FaultForeign, model.Text{ZH: "这是 TIFF 图片，不是 .docx", EN: "this is a TIFF image, not .docx"}, saveAsDocx},
	{"MM\x00*", 0, model.FaultForeign, model.Text{ZH: "这是 TIFF 图片，不是 .docx", EN: "this is a TIFF image, not .docx"}, saveAsDocx},
	{"WEBP", 8, model.FaultForeign, model.Text{ZH: "这是 WebP 图片，不是 .docx", EN: "this is a WebP image, not .docx"}, saveAsDocx},
	{"ftyphei", 4, model.FaultForeign, model.Text{ZH: "这是 HEIC 图片，不是 .docx", EN: "this is a HEIC image, not .docx"}, saveAsDocx},
	{"Rar!", 0, model.FaultForeign, model.Text{ZH: "这是 RAR 压缩包，不是 .docx", EN: "this is a RAR archive, not .docx"}, unpack},
	{"7z\xbc\xaf'\x1c", 0, model.FaultForeign, model.Text{ZH: "这是 7z 压缩包，不是 .docx", EN: "this is a 7z archive, not .docx"}, unpack},
	{"\x1f\x8b", 0, model.FaultForeign, model.Text{ZH: "这是 gzip 压缩文件，不是 .docx", EN: "this is a gzip file, not .docx"}, unpack},
	{"MZ", 0, model.FaultForeign, model.Text{ZH: "这是 Windows 程序，不是 .docx，请勿运行", EN: "this is a Windows program, not .docx; do not run it"}, saveAsDocx},
	{"\x31\xbe\x00\x00", 0, model.FaultLegacy, model.Text{ZH: "这是很旧的 Word/Write 文档，不是 .docx", EN: "this is an old Word/Write document, not .docx"}, convert},
	{"\xdb\xa5", 0, model.FaultLegacy, model.Text{ZH: "这是 Word 2.0 文档，不是 .docx", EN: "this is a Word 2.0 document, not .docx"}, convert},
}

var unpack = model.Text{
	ZH: "请先解压，再处理其中的 .docx 文件",
	EN: "unpack it first and take the .docx files inside",
}

// zipped tells whether a file begins as a zip archive does.
func zipped(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
}

// identify says what a file is that is neither zip nor OLE, by its beginning.
func identify(head []byte, size int64) *model.Fault {
	if len(head) == 0 {
		return fileError(model.FaultEmpty, model.Text{ZH: "文件是空的（0 字节）", EN: "the file is empty (0 bytes)"}, sendAgain)
	}
	if ownerFile(head, size) {
		return fileError(model.FaultForeign, model.Text{
			ZH: "这是 Word 打开文档时留下的临时锁文件（文件名以 ~$ 开头），里面没有内容",
			EN: "this is the lock file Word leaves while a document is open (its name begins with ~$); it holds no content",
		}, model.Text{ZH: "请改用去掉 ~$ 的同名文档", EN: "take the document of the same name without ~$"})
	}
	for _, s := range signatures {
		if len(head) >= s.offset && bytes.HasPrefix(head[s.offset:], []byte(s.prefix)) {
			return fileError(s.kind, s.what, s.hint)
		}
	}
	if len(bytes.Trim(head, "\x00")) == 0 {
		return fileError(model.FaultCorrupt, model.Text{ZH: "文件内容全是零字节，多半是下载或拷贝中断造成的", EN: "the file holds nothing but zero bytes, as an interrupted copy leaves them"}, sendAgain)
	}
	return identifyText(head)
}

var sendAgain = model.Text{ZH: "请报送单位重新发送", EN: "ask for the file to be sent again"}

// ownerFile knows Word's owner file: 162 bytes, the length of the user's name
// in the first and again, as 16 bits, at 54 ([MS-OFFCRYPTO] has no word of it;
// observed).
func ownerFile(head []byte, size int64) bool {
	return size == 162 && len(head) == 162 && head[0] > 0 && head[0] <= 53 && head[54] == head[0] && head[55] == 0
}

// identifyText tells markup saved under the wrong name, plain text and bytes
// of no known kind apart.
func identifyText(head []byte) *model.Fault {
	text := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n"))
	has := func(parts ...string) bool {
		for _, p := range parts {
			if bytes.Contains(text, []byte(p)) {
				return true
			}
		}
		return false
	}
	switch {
	case has("<pkg:package", "<w:worddocument", "wordprocessingml"):
		return fileError(model.FaultForeign, model.Text{ZH: "这是单个 XML 文件形式的 Word 文档，不是 .docx", EN: "this is a Word document in a single XML file, not .docx"}, convert)
	case bytes.HasPrefix(text, []byte("mime-version:")), has("<html", "<!doctype html", "<body", "<table"):
		return fileError(model.FaultForeign, model.Text{ZH: "这是网页（HTML/MHT），不是 .docx", EN: "this is a web page (HTML/MHT), not .docx"}, convert)
	case bytes.HasPrefix(text, []byte("<?xml")), bytes.HasPrefix(text, []byte("<")):
		return fileError(model.FaultForeign, model.Text{ZH: "这是 XML 文件，不是 .docx", EN: "this is an XML file, not .docx"}, saveAsDocx)
	case !bytes.ContainsRune(head, 0) && validStart(head):
		return fileError(model.FaultForeign, model.Text{ZH: "这是纯文本文件，不是 .docx", EN: "this is a plain text file, not .docx"}, saveAsDocx)
	}
	return fileError(model.FaultForeign, model.Text{ZH: "不是 .docx，也不是能识别的其他文件", EN: "neither .docx nor any other known kind of file"}, saveAgain)
}

// validStart tells whether b is UTF-8, but for a rune cut off at its end.
func validStart(b []byte) bool {
	for cut := 0; cut < utf8.UTFMax && cut <= len(b); cut++ {
		if utf8.Valid(b[:len(b)-cut]) {
			return true
		}
	}
	return false
}

package ooxml

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/gabriel-vasile/mimetype"
	"golang.org/x/text/encoding/simplifiedchinese"

	"jxmb/model"
)

// sniffed is how much of a file's beginning identify is given.
const sniffed = 4096

// Convert is the hint for files of old Word formats.
var Convert = model.Text{
	ZH: "请在 Word 或 WPS 中另存为 .docx；装有 LibreOffice 时加 --legacy 即可直接读取，或运行 soffice --headless --convert-to docx FILE",
	EN: "save it as .docx in Word or WPS; with LibreOffice installed add --legacy to read it as it is, or run: soffice --headless --convert-to docx FILE",
}

// SaveAsDocx is the hint for files that hold no Word document at all.
var SaveAsDocx = model.Text{
	ZH: "请找到原始 Word 文件，另存为 .docx 后再报送",
	EN: "find the original Word file and save it as .docx",
}

// SaveAsXlsx is the hint for workbooks of other formats than .xlsx.
var SaveAsXlsx = model.Text{
	ZH: "请在 Excel 或 WPS 中另存为 .xlsx；装有 LibreOffice 时加 --legacy 即可直接读取",
	EN: "save it as .xlsx in Excel or WPS; with LibreOffice installed add --legacy to read it as it is",
}

var unpack = model.Text{
	ZH: "请先解压，再处理其中的 .docx 文件",
	EN: "unpack it first and take the .docx files inside",
}

var sendAgain = model.Text{ZH: "请报送单位重新发送", EN: "ask for the file to be sent again"}

// media are the kinds of files met under a .docx name, by media type.
var media = map[string]struct{ what, hint model.Text }{
	"image/png":                   {image("PNG"), SaveAsDocx},
	"image/jpeg":                  {image("JPEG"), SaveAsDocx},
	"image/gif":                   {image("GIF"), SaveAsDocx},
	"image/bmp":                   {image("BMP"), SaveAsDocx},
	"image/tiff":                  {image("TIFF"), SaveAsDocx},
	"image/webp":                  {image("WebP"), SaveAsDocx},
	"image/heic":                  {image("HEIC"), SaveAsDocx},
	"image/heif":                  {image("HEIC"), SaveAsDocx},
	"application/pdf":             {model.Text{ZH: "这是 PDF 文件，不是 .docx", EN: "this is a PDF file, not .docx"}, SaveAsDocx},
	"text/rtf":                    {model.Text{ZH: "这是 RTF 文档，不是 .docx", EN: "this is an RTF document, not .docx"}, Convert},
	"application/vnd.rar":         {model.Text{ZH: "这是 RAR 压缩包，不是 .docx", EN: "this is a RAR archive, not .docx"}, unpack},
	"application/x-7z-compressed": {model.Text{ZH: "这是 7z 压缩包，不是 .docx", EN: "this is a 7z archive, not .docx"}, unpack},
	"application/gzip":            {model.Text{ZH: "这是 gzip 压缩文件，不是 .docx", EN: "this is a gzip file, not .docx"}, unpack},
	"application/vnd.microsoft.portable-executable": {model.Text{ZH: "这是 Windows 程序，不是 .docx，请勿运行", EN: "this is a Windows program, not .docx; do not run it"}, SaveAsDocx},
}

func image(name string) model.Text {
	return model.Say("这是 %s 图片，不是 .docx", "this is a %s image, not .docx", name)
}

// oldWord are Word documents from before compound files, by their beginning
// ([MS-DOC] §2.5.2 names the later wIdent, file(1) these).
var oldWord = []struct {
	prefix string
	what   model.Text
}{
	{"\x31\xbe\x00\x00", model.Text{ZH: "这是很旧的 Word/Write 文档，不是 .docx", EN: "this is an old Word/Write document, not .docx"}},
	{"\xdb\xa5\x2d\x00", model.Text{ZH: "这是 Word 2.0 文档，不是 .docx", EN: "this is a Word 2.0 document, not .docx"}},
}

// IsOffice tells whether a file begins as one does that Word or Excel writes.
func IsOffice(head []byte) bool { return zipped(head) || bytes.HasPrefix(head, []byte(CompoundMagic)) }

// zipped tells whether a file begins as a zip archive does.
func zipped(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
}

// identify says what a file is that is neither zip nor OLE, by its beginning.
// Text is asked first: one that begins with BM or MZ is no picture and no
// program.
func identify(head []byte, size int64) *model.Fault {
	switch {
	case len(head) == 0:
		return FileFault(model.FaultEmpty, model.Text{ZH: "文件是空的（0 字节）", EN: "the file is empty (0 bytes)"}, sendAgain)
	case ownerFile(head, size):
		return FileFault(model.FaultForeign, model.Text{
			ZH: "这是 Word 打开文档时留下的临时锁文件（文件名以 ~$ 开头），里面没有内容",
			EN: "this is the lock file Word leaves while a document is open (its name begins with ~$); it holds no content",
		}, model.Text{ZH: "请改用去掉 ~$ 的同名文档", EN: "take the document of the same name without ~$"})
	case len(bytes.Trim(head, "\x00")) == 0:
		return FileFault(model.FaultCorrupt, model.Text{ZH: "文件内容全是零字节，多半是下载或拷贝中断造成的", EN: "the file holds nothing but zero bytes, as an interrupted copy leaves them"}, sendAgain)
	}
	if f := identifyMarkup(head); f != nil {
		return f
	}
	if isText(head) {
		return FileFault(model.FaultForeign, model.Text{ZH: "这是纯文本文件，不是 .docx", EN: "this is a plain text file, not .docx"}, SaveAsDocx)
	}
	return identifyBytes(head)
}

// identifyBytes knows what is no text.
func identifyBytes(head []byte) *model.Fault {
	for _, w := range oldWord {
		if bytes.HasPrefix(head, []byte(w.prefix)) {
			return FileFault(model.FaultLegacy, w.what, Convert)
		}
	}
	if f := ofMedia(head); f != nil {
		return f
	}
	return FileFault(model.FaultForeign, model.Text{ZH: "不是 .docx，也不是能识别的其他文件", EN: "neither .docx nor any other known kind of file"}, saveAgain)
}

// NotZip says what an archive is that does not read as a zip archive; nil where that
// is not known.
func NotZip(r io.ReaderAt) *model.Fault {
	head := make([]byte, sniffed)
	n, _ := r.ReadAt(head, 0)
	return ofMedia(head[:n])
}

func ofMedia(head []byte) *model.Fault {
	for kind := mimetype.Detect(head); kind != nil; kind = kind.Parent() {
		name, _, _ := strings.Cut(kind.String(), ";")
		if m, ok := media[name]; ok {
			return FileFault(model.FaultForeign, m.what, m.hint)
		}
	}
	return nil
}

// ownerFile knows Word's owner file: 162 bytes, the length of the user's name
// in the first and again, as 16 bits, at 54 ([MS-OFFCRYPTO] has no word of it;
// observed).
func ownerFile(head []byte, size int64) bool {
	return size == 162 && len(head) == 162 && head[0] > 0 && head[0] <= 53 && head[54] == head[0] && head[55] == 0
}

// identifyMarkup tells documents that are written in characters: RTF, PDF,
// web pages and XML; nil for any other file.
func identifyMarkup(head []byte) *model.Fault {
	for prefix, kind := range map[string]string{`{\rtf`: "text/rtf", "%PDF": "application/pdf"} {
		if bytes.HasPrefix(head, []byte(prefix)) {
			return FileFault(model.FaultForeign, media[kind].what, media[kind].hint)
		}
	}
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
		return FileFault(model.FaultForeign, model.Text{ZH: "这是单个 XML 文件形式的 Word 文档，不是 .docx", EN: "this is a Word document in a single XML file, not .docx"}, Convert)
	case bytes.HasPrefix(text, []byte("mime-version:")), has("<html", "<!doctype html", "<body", "<table"):
		return FileFault(model.FaultForeign, model.Text{ZH: "这是网页（HTML/MHT），不是 .docx", EN: "this is a web page (HTML/MHT), not .docx"}, Convert)
	case bytes.HasPrefix(text, []byte("<")):
		return FileFault(model.FaultForeign, model.Text{ZH: "这是 XML 文件，不是 .docx", EN: "this is an XML file, not .docx"}, SaveAsDocx)
	}
	return nil
}

// isText tells whether the beginning of a file is text: UTF-16 with its byte
// order mark, or UTF-8 or GB 18030 without any of the bytes that the MIME
// Sniffing Standard §3 calls binary data.
func isText(head []byte) bool {
	if order, mark := byteOrder(head); order != nil && mark > 0 {
		return true
	}
	for _, c := range head {
		if c < ' ' && !isSpace(c) && c != '\f' && c != 0x1b {
			return false
		}
	}
	return validStart(head) || validChinese(head)
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

// validChinese is the same for GB 18030.
func validChinese(b []byte) bool {
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(b)
	text = bytes.TrimSuffix(text, []byte("\ufffd")) // the last character is cut off
	return err == nil && !bytes.ContainsRune(text, utf8.RuneError)
}

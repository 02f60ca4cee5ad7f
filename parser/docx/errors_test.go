package docx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/outside"
	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// wantKind checks an error: its kind, what its words hold, and that there are
// words in both languages for what is wrong and what to do.
func wantKind(tt *testing.T, d *block.Document, err error, kind model.FaultKind, says string) *model.Fault {
	tt.Helper()
	var e *model.Fault
	if !errors.As(err, &e) || d != nil {
		tt.Fatalf("document %v, error %v, want kind %s", d != nil, err, kind)
	}
	if e.Kind != kind {
		tt.Errorf("kind %s (%s), want %s", e.Kind, e.What.ZH, kind)
	}
	for _, text := range []string{e.What.ZH, e.What.EN, e.Hint.ZH, e.Hint.EN} {
		if text == "" || strings.Contains(text, "%!") {
			tt.Errorf("words %q of %+v", text, e)
		}
	}
	if all := e.What.ZH + e.What.EN + e.Hint.ZH + e.Place.ZH; !strings.Contains(all, says) {
		tt.Errorf("%q does not say %q", all, says)
	}
	return e
}

// TestForeign: each kind of file under a .docx name is told by name.
func TestForeign(tt *testing.T) {
	convertHint := "soffice --headless --convert-to docx FILE"
	for _, c := range []struct {
		name  string
		bytes string
		kind  model.FaultKind
		says  string
	}{
		{"empty", "", model.FaultEmpty, "0"},
		{"zeros", strings.Repeat("\x00", 5000), model.FaultCorrupt, "零字节"},
		{"RTF", `{\rtf1\ansi}`, model.FaultForeign, "RTF"},
		{"RTF hint", `{\rtf1\ansi}`, model.FaultForeign, convertHint},
		{"PDF", "%PDF-1.4\n", model.FaultForeign, "PDF"},
		{"PNG", "\x89PNG\r\n\x1a\n", model.FaultForeign, "PNG"},
		{"JPEG", "\xff\xd8\xff\xe0", model.FaultForeign, "JPEG"},
		{"WebP", "RIFF\x00\x00\x00\x00WEBPVP8 ", model.FaultForeign, "WebP"},
		{"RAR", "Rar!\x1a\x07\x01\x00", model.FaultForeign, "RAR"},
		{"HTML", "\xef\xbb\xbf <HTML><body>表</body></HTML>", model.FaultForeign, "HTML"},
		{"HTML with a declaration", `<?xml version="1.0"?><!DOCTYPE html><html/>`, model.FaultForeign, "HTML"},
		{"MHT", "MIME-Version: 1.0\r\n", model.FaultForeign, "MHT"},
		{"flat OPC", `<?xml version="1.0"?><pkg:package/>`, model.FaultForeign, "单个 XML"},
		{"XML", `<?xml version="1.0"?><a/>`, model.FaultForeign, "XML"},
		{"text", "绩效目标表\n", model.FaultForeign, "纯文本"},
		{"text that begins as a picture does", "BMW 采购数量 3 辆\n", model.FaultForeign, "纯文本"},
		{"text that begins as a program does", "MZ 项目\n", model.FaultForeign, "纯文本"},
		{"text in GBK", "BM\xd6\xb8\xb1\xea", model.FaultForeign, "纯文本"},
		{"text in UTF-16", "\xff\xfeB\x00M\x00", model.FaultForeign, "纯文本"},
		{"BMP", "BM\x46\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00", model.FaultForeign, "BMP"},
		{"program", "MZ\x90\x00\x03\x00\x00\x00", model.FaultForeign, "请勿运行"},
		{"GIF", "GIF89a\x01\x00", model.FaultForeign, "GIF"},
		{"TIFF", "II*\x00\x08\x00", model.FaultForeign, "TIFF"},
		{"HEIC", "\x00\x00\x00\x18ftypheic", model.FaultForeign, "HEIC"},
		{"7z", "7z\xbc\xaf'\x1c", model.FaultForeign, "7z"},
		{"gzip", "\x1f\x8b\x08\x00", model.FaultForeign, "gzip"},
		{"Word 2.0", "\xdb\xa5\x2d\x00\x00\x00", model.FaultLegacy, "Word 2.0"},
		{"text cut in a rune", strings.Repeat("绩", 2000), model.FaultForeign, "纯文本"},
		{"bytes", "\x01\x02\x00\xfe", model.FaultForeign, "能识别"},
		{"lock file", "\x05clerk" + strings.Repeat(" ", 48) + "\x05\x00c\x00l\x00" + strings.Repeat(" \x00", 51), model.FaultForeign, "~$"},
		{"zip without end", "PK\x03\x04 and no more", model.FaultTruncated, "结尾缺失"},
		{"zip end with damaged directory", "PK\x03\x04" + "PK\x05\x06\x00\x00\x00\x00\x01\x00\x01\x00\x10\x00\x00\x00\xff\x00\x00\x00\x00\x00", model.FaultCorrupt, "目录"},
		{"empty zip", "PK\x05\x06" + strings.Repeat("\x00", 18), model.FaultNotDocx, "空的 ZIP"},
		{"OLE without a directory", compoundMagic, model.FaultLegacy, "OLE"},
	} {
		tt.Run(c.name, func(tt *testing.T) {
			d, err := readBytes([]byte(c.bytes), ooxml.Limits{})
			wantKind(tt, d, err, c.kind, c.says)
		})
	}
}

// compoundMagic begins a compound file ([MS-CFB] §2.2).
const compoundMagic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// compound is a compound file of one stream without content; after is what its
// directory's only sector is followed by.
func compound(stream string, after uint32) []byte {
	const endOfChain, none = 0xfffffffe, 0xffffffff
	le := binary.LittleEndian
	file := make([]byte, 1536)
	copy(file, compoundMagic)
	le.PutUint16(file[26:], 3)          // version
	le.PutUint16(file[30:], 9)          // sectors of 512 bytes
	le.PutUint32(file[44:], 1)          // allocation tables
	le.PutUint32(file[48:], 0)          // the directory is sector 0
	le.PutUint32(file[60:], endOfChain) // no mini stream
	le.PutUint32(file[68:], endOfChain) // no more allocation tables
	le.PutUint32(file[76:], 1)          // the allocation table is sector 1
	for i, e := range []struct {
		name  string
		kind  byte
		child uint32
	}{{"Root Entry", 5, 1}, {stream, 2, none}} {
		entry := file[512+128*i:]
		for k, u := range e.name {
			le.PutUint16(entry[2*k:], uint16(u))
		}
		le.PutUint16(entry[64:], uint16(2*len(e.name)+2))
		entry[66] = e.kind
		le.PutUint32(entry[68:], none)
		le.PutUint32(entry[72:], none)
		le.PutUint32(entry[76:], e.child)
		le.PutUint32(entry[116:], endOfChain)
	}
	le.PutUint32(file[1024:], after)
	return file
}

// TestCompound: what an OLE file is by the streams in it ([MS-CFB]), in any
// case.
func TestCompound(tt *testing.T) {
	const endOfChain = 0xfffffffe
	for _, c := range []struct {
		stream string
		kind   model.FaultKind
		says   string
	}{
		{"WordDocument", model.FaultLegacy, "soffice --headless --convert-to docx FILE"},
		{"EncryptedPackage", model.FaultEncrypted, "密码"},
		{"ENCRYPTEDPACKAGE", model.FaultEncrypted, "密码"},
		{"Workbook", model.FaultLegacy, "另存为 .xlsx"},
		{"Book", model.FaultLegacy, "另存为 .xlsx"},
		{"PowerPoint Document", model.FaultForeign, "演示"},
		{"CONTENTS", model.FaultLegacy, "Works"},
		{"Anything", model.FaultLegacy, "没有找到 Word 正文"},
	} {
		d, err := readBytes(compound(c.stream, endOfChain), ooxml.Limits{})
		wantKind(tt, d, err, c.kind, c.says)
	}
	d, err := readBytes(compound("WordDocument", 0), ooxml.Limits{}) // the directory's chain runs in a circle
	wantKind(tt, d, err, model.FaultLegacy, "OLE")
}

// TestContainer: packages that are damaged, hostile or of another kind.
func TestContainer(tt *testing.T) {
	rels, main := part{"_rels/.rels", relations("officeDocument", "word/document.xml")}, part{"word/document.xml", document(p(t("a")))}
	changed := func(change func(file []byte, central int)) []byte {
		file := archive(tt, rels, main)
		change(file, bytes.LastIndex(file, []byte("PK\x01\x02")))
		return file
	}
	for _, c := range []struct {
		name string
		file []byte
		kind model.FaultKind
		says string
	}{
		{"plain zip", archive(tt, part{"a.txt", "a"}), model.FaultNotDocx, "ZIP"},
		{"workbook", archive(tt, part{"_rels/.rels", relations("officeDocument", "xl/workbook.xml")}, part{"xl/workbook.xml", "<workbook/>"}), model.FaultNotDocx, "Excel"},
		{"presentation", archive(tt, part{"ppt/presentation.xml", "<a/>"}), model.FaultNotDocx, "演示"},
		{"OpenDocument", archive(tt, part{"mimetype", "application/vnd.oasis.opendocument.text"}), model.FaultNotDocx, "OpenDocument"},
		{"OFD", archive(tt, part{"OFD.xml", "<a/>"}), model.FaultNotDocx, "OFD"},
		{"no main part", archive(tt, rels, part{"word/styles.xml", "<a/>"}), model.FaultNotDocx, "word/document.xml"},
		{"two main parts", archive(tt, rels, main, main), model.FaultCorrupt, "同名"},
		{"two main parts by case", archive(tt, rels, main, part{"WORD/Document.xml", main.content}), model.FaultCorrupt, "同名"},
		{"main part of another kind", archive(tt, rels, part{"word/document.xml", "<html/>"}), model.FaultNotDocx, "<html>"},
		{"broken relationships", archive(tt, part{"_rels/.rels", "<Relationships>"}, main), model.FaultBrokenXML, "_rels/.rels"},
		{"wrong checksum", changed(func(file []byte, at int) { file[at+16] ^= 1 }), model.FaultCorrupt, "校验和"},
		{"size declared too small", changed(func(file []byte, at int) { file[at+24] -= 1 }), model.FaultCorrupt, "压缩炸弹"},
		{"size declared too large", changed(func(file []byte, at int) { file[at+24] += 1 }), model.FaultCorrupt, "无法解压"},
		{"size declared beyond Deflate", changed(func(file []byte, at int) { file[at+26] = 0x20 }), model.FaultCorrupt, "不可能"},
		{"encrypted member", changed(func(file []byte, at int) { file[at+8] |= 1 }), model.FaultEncrypted, "加密"},
		{"unknown method", changed(func(file []byte, at int) { file[at+10] = 12 }), model.FaultCorrupt, "压缩方法"},
		{"damaged data", changed(func(file []byte, at int) {
			copy(file[bytes.Index(file, []byte("word/document.xml"))+17:], "\xff\xff\xff\xff")
		}), model.FaultCorrupt, "无法解压"},
		{"DTD", archive(tt, rels, part{"word/document.xml", `<!DOCTYPE a><w:document/>`}), model.FaultDTD, "DTD"},
		{"DTD in styles", pack(tt, document(styled("a", "x")), part{"word/styles.xml", `<!DOCTYPE a><a/>`}), model.FaultDTD, "word/styles.xml"},
	} {
		tt.Run(c.name, func(tt *testing.T) {
			d, err := readBytes(c.file, ooxml.Limits{})
			wantKind(tt, d, err, c.kind, c.says)
		})
	}
	for _, c := range []struct {
		name string
		file []byte
	}{
		{"relationships lost", archive(tt, main)},
		{"backslashes", archive(tt, rels, part{`word\document.xml`, main.content})},
		{"another name", archive(tt, part{"_rels/.rels", relations("officeDocument", "/w/main%20part.xml")}, part{"w/main part.xml", main.content})},
		{"a name that climbs out is only a name", archive(tt, rels, main, part{"../../etc/passwd", "x"})},
	} {
		if d, err := readBytes(c.file, ooxml.Limits{}); err != nil || sketch(d) != "a" {
			tt.Errorf("%s: %v", c.name, err)
		}
	}
}

// failing is a reader whose disk is gone.
type failing struct{}

func (failing) ReadAt([]byte, int64) (int, error) { return 0, errors.New("input/output error") }

func TestUnreadable(tt *testing.T) {
	d, err := Read(context.Background(), failing{}, 1000, Options{})
	if e := wantKind(tt, d, err, model.FaultCorrupt, "input/output error"); e.Unwrap() == nil {
		tt.Error("the cause is lost")
	}
}

// TestStored: members may be stored instead of deflated.
func TestStored(tt *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateHeader(&zip.FileHeader{Name: "word/document.xml", Method: zip.Store})
	if err != nil {
		tt.Fatal(err)
	}
	io.WriteString(w, document(p(t("a"))))
	if err := z.Close(); err != nil {
		tt.Fatal(err)
	}
	if d, err := readBytes(b.Bytes(), ooxml.Limits{}); err != nil || sketch(d) != "a" {
		tt.Error(err)
	}
}

// TestLarge: a main part of 100 MB is let through, the body of the reference
// document over and over.
func TestLarge(tt *testing.T) {
	if testing.Short() {
		tt.Skip("short")
	}
	main := string(mainPart(tt, fixtures.Reference()))
	head, rest, _ := strings.Cut(main, "<w:body>")
	body, _, _ := strings.Cut(rest, "<w:sectPr")
	size := 20 << 20
	if outside.Everything() {
		size = 100 << 20
	}
	copies := size/len(body) + 1
	d, err := readBytes(quicklyPacked(tt, head+"<w:body>"+strings.Repeat(body, copies)+"</w:body></w:document>"), ooxml.Limits{})
	if err != nil {
		tt.Fatal(err)
	}
	if n := len(allTables(d)); n != copies*26 {
		tt.Errorf("%d tables", n)
	}
}

// quicklyPacked is a container of a main part, deflated with little effort.
func quicklyPacked(tt *testing.T, main string) []byte {
	tt.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	w, err := z.Create("word/document.xml")
	if err != nil {
		tt.Fatal(err)
	}
	io.WriteString(w, main)
	if err := z.Close(); err != nil {
		tt.Fatal(err)
	}
	return b.Bytes()
}

// TestBadCorpus: other people's broken and legacy files are refused, each by
// what it is.
func TestBadCorpus(tt *testing.T) {
	docs := filepath.Join(corpus(tt), "docx")
	kinds := map[string]model.FaultKind{
		"PHPWord__corrupted_main_document_part.docx": model.FaultBrokenXML,
		// A "~" behind the end of the main part's root.
		"PHPWord__header-footer-with-custom-macro.docx": model.FaultBrokenXML,
		"poi__ExternalEntityInText.docx":                model.FaultDTD,
		"poi__bug53475-password-is-pass.docx":           model.FaultEncrypted,
		"poi__bug53475-password-is-solrcell.docx":       model.FaultEncrypted,
		"poi__protected_agile.docx":                     model.FaultEncrypted,
		"poi__truncated62886.docx":                      model.FaultTruncated,
		"dedoc__5e90d632__ukrf.doc":                     model.FaultNotDocx, // an .odt by what it holds
		"superdoc__~$alex.docx":                         model.FaultForeign,
	}
	for _, file := range glob(tt, docs+"/broken/*", docs+"/legacy-doc/*") {
		name := filepath.Base(file)
		tt.Run(name, func(tt *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				tt.Fatal(err)
			}
			d, err := readBytes(b, ooxml.Limits{})
			want := kinds[name]
			var e *model.Fault
			switch {
			case !errors.As(err, &e):
				tt.Fatalf("error %v", err)
			case want == "" && strings.HasSuffix(name, ".doc") || strings.HasSuffix(name, ".docm"):
				want = model.FaultLegacy
			case want == "" && (e.Kind == model.FaultCorrupt || e.Kind == model.FaultTruncated):
				want = e.Kind // cut and bent by a fuzzer: either is right
			}
			wantKind(tt, d, err, want, "")
			tt.Logf("%s: %s", e.Kind, e.What.ZH)
		})
	}
}

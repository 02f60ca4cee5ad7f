package ooxml

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"net/url"
	"path"
	"strings"

	"jxmb/model"
)

// Package is the opened zip archive (ISO/IEC 29500-2). Nothing is ever
// extracted to disk, so names such as "../x" have no power here: a member is
// looked up by the name a relationship gives, and pictures and other media are
// never inflated.
type Package struct {
	r      io.ReaderAt
	size   int64
	zip    *zip.Reader
	limits Limits
}

// Open tells what the file is and opens it where it is a zip archive.
// Its errors are [*model.Fault].
func Open(r io.ReaderAt, size int64, limits Limits) (*Package, error) {
	limits = limits.WithDefaults()
	head := make([]byte, min(max(size, 0), sniffed))
	if n, err := r.ReadAt(head, 0); err != nil && err != io.EOF {
		return nil, &model.Fault{Kind: model.FaultCorrupt, Err: err,
			What: model.Say("读取文件失败：%v", "reading the file failed: %v", err),
			Hint: model.Text{ZH: "请检查磁盘、网络盘或权限", EN: "check the disk, the network drive or the permissions"}}
	} else {
		head = head[:n]
	}
	switch {
	case bytes.HasPrefix(head, []byte(CompoundMagic)):
		return nil, IdentifyCompound(r)
	case !zipped(head):
		return nil, identify(head, size)
	}
	entries, err := CountMembers(r, size, limits.Entries)
	if err != nil {
		return nil, err
	}
	if entries > limits.Entries {
		return nil, LimitFault(limitEntries, int64(limits.Entries), "", -1)
	}
	z, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, &model.Fault{Kind: model.FaultCorrupt, Err: err,
			What: model.Text{ZH: "压缩包的目录已损坏", EN: "the directory of the archive is damaged"}, Hint: saveAgain}
	}
	if Overlapping(z.File, size) {
		return nil, FileFault(model.FaultCorrupt, model.Text{
			ZH: "压缩包各条目的数据相互重叠，是压缩炸弹的做法，不予读取",
			EN: "the members of the archive overlap, as zip bombs do; it is refused",
		}, saveAgain)
	}
	return &Package{r: r, size: size, zip: z, limits: limits}, nil
}

var truncatedText = model.Text{
	ZH: "文件不完整：压缩包的结尾缺失，多半是下载或拷贝中断造成的",
	EN: "the file is incomplete: the end of the archive is missing, as an interrupted download leaves it",
}

// Member finds a part by name; names are compared as ISO/IEC 29500-2 §6.2.2.3
// does, without regard to ASCII case. Two members of one name are refused: one
// program would show the first and another the second.
func (c *Package) Member(name string) (*zip.File, error) {
	var found *zip.File
	for _, f := range c.zip.File {
		if !samePart(f.Name, name) {
			continue
		}
		if found != nil {
			return nil, PartFault(model.FaultCorrupt, name, model.Text{
				ZH: "压缩包里有两个同名部件，无法判断哪个为准",
				EN: "the archive holds two parts of this name; which one counts cannot be told",
			}, nil)
		}
		found = f
	}
	return found, nil
}

// samePart compares a member's name with a part's; archives made by old .NET
// libraries hold backslashes, and a name beyond ASCII is escaped as in a relationship
// (ISO/IEC 29500-2 §7.3.4).
func samePart(member, part string) bool {
	if strings.IndexByte(member, '%') >= 0 {
		if plain, err := url.PathUnescape(member); err == nil {
			member = plain
		}
	}
	if len(member) != len(part) && !strings.HasPrefix(member, "/") && !strings.HasPrefix(member, `\`) {
		return false
	}
	if strings.IndexByte(member, '\\') >= 0 {
		member = strings.ReplaceAll(member, `\`, "/")
	}
	return strings.EqualFold(strings.TrimPrefix(member, "/"), part)
}

// Names are the names of all members, as the archive has them.
func (c *Package) Names() []string {
	names := make([]string, len(c.zip.File))
	for i, f := range c.zip.File {
		names[i] = f.Name
	}
	return names
}

// Markup calls visit with each member that is markup by its name, until it gives
// an error.
func (c *Package) Markup(visit func(f *zip.File) error) error {
	for _, f := range c.zip.File {
		switch strings.ToLower(path.Ext(f.Name)) {
		case ".xml", ".rels", ".vml":
			if err := visit(f); err != nil {
				return err
			}
		}
	}
	return nil
}

// SmallFault is the fault of a part other than the main one that is too large.
func SmallFault(part string) *model.Fault { return LimitFault(limitSmallPart, SmallPart, part, -1) }

// Read gives the bytes of a part as they stand, nil where the package has none.
func (c *Package) Read(name string) ([]byte, error) {
	f, err := c.Member(name)
	if f == nil || err != nil {
		return nil, err
	}
	return c.Inflate(f, nil, c.limits.PartBytes, LimitPart)
}

// Small reads a part other than the main one as UTF-8, nil where the package
// has none. Nobody may write to it: packages that hold the same share it.
func (c *Package) Small(name string) ([]byte, error) {
	f, err := c.Member(name)
	if f == nil || err != nil {
		return nil, err
	}
	src, err := c.inflateAlike(f)
	if err != nil {
		return nil, err
	}
	return Decode(name, src, SmallPart)
}

// What says what a zip archive is that lacks the main part.
func (c *Package) What(main string) *model.Fault {
	if e := c.Family(); e != nil {
		return e
	}
	switch {
	case len(c.zip.File) == 0:
		return FileFault(model.FaultNotDocx, model.Text{ZH: "这是空的 ZIP 压缩包", EN: "this is an empty zip archive"}, sendAgain)
	case c.holds("[content_types].xml"), c.holds("word/"):
		return FileFault(model.FaultNotDocx, model.Say("Office 文件里没有正文部件 %.80s，Word 也无法打开", "an Office file without its main part %.80s; Word does not open it either", main), saveAgain)
	}
	return FileFault(model.FaultNotDocx, model.Text{ZH: "这是普通 ZIP 压缩包，里面没有 Word 正文", EN: "this is a zip archive without a Word document in it"}, unpack)
}

// Family knows other documents that are zip archives, by the folders in them;
// nil for any other.
func (c *Package) Family() *model.Fault {
	switch {
	case c.holds("xl/"):
		f := FileFault(model.FaultNotDocx, model.Text{ZH: "这是 Excel 工作簿（.xlsx），不是 Word 文档", EN: "this is an Excel workbook (.xlsx), not a Word document"}, SaveAsDocx)
		f.Err = ErrSibling
		return f
	case c.holds("ppt/"):
		return FileFault(model.FaultNotDocx, model.Text{ZH: "这是演示文稿（.pptx），不是 Word 文档", EN: "this is a presentation (.pptx), not a Word document"}, SaveAsDocx)
	case c.holds("ofd.xml"):
		return FileFault(model.FaultNotDocx, model.Text{ZH: "这是 OFD 版式文件，不是 Word 文档", EN: "this is an OFD document, not a Word document"}, SaveAsDocx)
	case c.holds("mimetype"), c.holds("meta-inf/manifest.xml"):
		return FileFault(model.FaultNotDocx, model.Text{ZH: "这是 OpenDocument（.odt 等）或 EPUB 文件，不是 .docx", EN: "this is an OpenDocument (.odt or the like) or EPUB file, not .docx"}, Convert)
	}
	return nil
}

// ErrSibling is the cause of faults of files that the other reader of Office
// packages is for: a workbook where a Word document was to be read, and the
// other way round.
var ErrSibling = errors.New("an Office file of the other kind")

// IsWorkbook tells whether the package is one of Excel, by the folders in it.
func (c *Package) IsWorkbook() bool { return c.holds("xl/") && !c.holds("word/") }

// holds tells whether a member's name begins so, in any case.
func (c *Package) holds(prefix string) bool {
	for _, f := range c.zip.File {
		if strings.HasPrefix(strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/")), prefix) {
			return true
		}
	}
	return false
}

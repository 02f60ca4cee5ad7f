package source

import (
	"archive/zip"
	"cmp"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"sync"

	"jxmb/cmd/internal/batch/content"
	"jxmb/cmd/internal/bucket"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
	"jxmb/parser/ooxml"
)

// place is where a container stands: as the user knows it, as reports name it,
// and where its results go.
type place struct {
	path, name, stem string
	inner            bool           // an archive inside an archive
	file             string         // the outermost archive, "" for that itself
	object           *bucket.Object // that the container itself is; nil on disks and inside
}

// archive is a .zip that is open while its members are being read. It is
// listed while planning, closed, opened again for its first member and closed
// after its last, so that a plan of a thousand archives holds only those open
// that are being worked on. After its last member all may be read once more.
type archive struct {
	open    func() (*content.Content, error)
	done    func() // gives back the archive that holds this one
	limits  Limits
	version string // as that of an [Input]

	budget *budget // shared with the archives inside it
	inside bool    // an archive, whose budget this one spends

	mu      sync.Mutex
	members int // to be read
	pending int // of them not finished
	content *content.Content
	zip     *zip.Reader
	paid    []int64 // bytes that the budget was charged with, by member
}

func (g *gatherer) archiveFile(at place) {
	g.archiveAt(at, "", func() (*content.Content, error) { return content.OpenFile(g.Context, at.path, g.Limits.MemberBytes) })
}

// archiveAt adds what an archive holds of which a storage may tell the version.
func (g *gatherer) archiveAt(at place, version string, open func() (*content.Content, error)) {
	if !g.first(at.path) {
		return
	}
	g.archive(at, &archive{
		open:    open,
		done:    func() {},
		version: version,
		limits:  g.Limits,
		budget:  &budget{ratio: g.Limits.ArchiveRatio},
	})
}

// archive adds the members of a.
func (g *gatherer) archive(at place, a *archive) {
	if err := a.ready(); err != nil {
		a.done()
		g.fail(at.path, at.name, err)
		return
	}
	if isWordPackage(a.zip) { // a .docx that someone renamed
		_ = a.shut()
		g.add(&Input{Path: at.path, Name: at.name, archive: at.file, object: at.object, Version: a.version, Open: a.open, Done: a.done}, at.name)
		return
	}
	g.plan.archives = append(g.plan.archives, a)
	found := g.plan.Found
	a.pending = 1 // the listing itself, so that a member that fails at once does not end the archive
	for i, f := range a.zip.File {
		g.member(at, a, i, f)
	}
	_ = a.shut()
	a.members = a.pending - 1
	a.finish()
	if found == g.plan.Found {
		g.fail(at.path, at.name, &model.Fault{
			Kind: "empty",
			What: model.Say("压缩包里没有 Word 或 Excel 文件", "the archive holds no Word or Excel file"),
		})
	}
}

func (g *gatherer) member(at place, a *archive, index int, f *zip.File) {
	name, folder := MemberName(f)
	if folder || g.ignoredMember(name) {
		return
	}
	inside := place{
		path: at.path + "!/" + name, name: at.name + "!/" + name,
		stem: path.Join(at.stem, strings.TrimSuffix(name, path.Ext(name))), inner: true,
		file: cmp.Or(at.file, at.path),
	}
	version := ""
	if a.version != "" {
		version = fmt.Sprintf("%s!%d", a.version, index)
	}
	open := func() (*content.Content, error) { return a.member(index) }
	done := func() { a.finish() }
	switch {
	case HasExt(name, foreignArchives...):
		g.fail(inside.path, inside.name, foreignArchive(name))
	case HasExt(name, ".zip") && at.inner:
		g.fail(inside.path, inside.name, &model.Fault{
			Kind: "limit",
			What: model.Say("压缩包套了两层以上", "archives are nested more than two deep"),
			Hint: model.Say("请先解压外层压缩包", "unpack the outer archive first"),
		})
	case HasExt(name, ".zip"):
		a.pending++
		g.archive(inside, &archive{open: open, done: done, version: version, limits: a.limits, budget: a.budget, inside: true})
	case g.takes(name):
		a.pending++
		g.add(&Input{Path: inside.path, Name: inside.name, archive: inside.file, Version: version, Open: open, Done: done}, path.Join(at.stem, name))
	default:
		g.other(inside.name)
	}
}

func (g *gatherer) ignoredMember(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if g.ignored(part) {
			return true
		}
	}
	return false
}

// ready opens the archive and reads its directory.
func (a *archive) ready() error {
	if a.zip != nil {
		return nil
	}
	c, err := a.open()
	if err != nil {
		return err
	}
	z, err := a.directory(c)
	if err == nil && ooxml.Overlapping(z.File, c.Size) {
		err = &model.Fault{
			Kind: "corrupt",
			What: model.Say("压缩包各条目的数据相互重叠，是压缩炸弹的做法，不予读取", "the members of the archive overlap, as zip bombs do; it is refused"),
			Hint: model.Say("请报送单位重新打包", "ask the sender to pack it again"),
		}
	}
	if err != nil {
		_ = c.Close()
		return ofZip(err)
	}
	if a.content, a.zip = c, z; a.paid == nil {
		a.paid = make([]int64, len(z.File))
	}
	if !a.inside {
		a.budget.grant(c.Size)
	}
	return nil
}

// directory reads the directory of the archive, unless it is too long.
func (a *archive) directory(c *content.Content) (*zip.Reader, error) {
	members, err := ooxml.CountMembers(c, c.Size, a.limits.ArchiveEntries)
	if err != nil {
		if f := ooxml.NotZip(c); f != nil {
			return nil, f
		}
		return nil, ofZip(zip.ErrFormat)
	}
	if members > a.limits.ArchiveEntries {
		return nil, &model.Fault{
			Kind: "limit",
			What: model.Say("压缩包的条目超过上限 %d 个", "the archive has more entries than the limit of %d", a.limits.ArchiveEntries),
			Hint: model.Say("可用 --max-archive-entries 放宽", "raise it with --max-archive-entries"),
		}
	}
	return zip.NewReader(c, c.Size)
}

func (a *archive) close() error {
	if a.content == nil {
		return nil
	}
	err := a.content.Close()
	a.content, a.zip = nil, nil
	return err
}

// shut closes the archive; a member that is wanted later opens it again.
func (a *archive) shut() error {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.close()
}

// finish counts a member as done and closes the archive after the last.
func (a *archive) finish() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.pending--; a.pending == 0 {
		_ = a.close()
		a.pending = a.members
		a.done()
	}
}

// member unpacks one member.
func (a *archive) member(index int) (*content.Content, error) {
	a.mu.Lock()
	if err := a.ready(); err != nil {
		a.mu.Unlock()
		return nil, err
	}
	if index >= min(len(a.zip.File), len(a.paid)) { // the file changed since it was listed
		a.mu.Unlock()
		return nil, ofZip(zip.ErrFormat)
	}
	f, paid := a.zip.File[index], &a.paid[index]
	a.mu.Unlock()

	if f.Flags&1 != 0 { // APPNOTE 4.4.4 bit 0
		return nil, &model.Fault{
			Kind: "encrypted",
			What: model.Say("压缩包加了密码", "the archive member is encrypted"),
			Hint: model.Say("请用密码解压后再转换", "unpack it with its password first"),
		}
	}
	if *paid == 0 { // else an earlier reading unpacked it, and this one may as far
		if err := a.budget.charge(0); err != nil {
			return nil, err
		}
	}
	r, err := f.Open()
	if err != nil {
		return nil, ofZip(err)
	}
	defer r.Close()
	hint := int64(min(f.UncompressedSize64, f.CompressedSize64*8))
	c, err := content.Spool(&metered{r: r, budget: a.budget, paid: paid}, hint, a.limits.MemberBytes)
	if err != nil {
		return nil, ofZip(err)
	}
	return c, nil
}

func isWordPackage(z *zip.Reader) bool {
	for _, f := range z.File {
		if f.Name == "[Content_Types].xml" {
			return true
		}
	}
	return false
}

// ofZip words the errors of archive/zip.
func ofZip(err error) error {
	f := &model.Fault{Kind: "corrupt", Err: err, Hint: model.Say("请重新下载或请报送单位重新打包", "fetch it again or ask the sender to pack it again")}
	switch {
	case errors.Is(err, zip.ErrAlgorithm):
		f.Kind = "foreign"
		f.What = model.Say("压缩包用了不支持的压缩方法", "the archive member uses an unsupported compression method")
		f.Hint = model.Say("请改用普通 zip 压缩", "pack it as a plain zip")
	case errors.Is(err, zip.ErrChecksum):
		f.What = model.Say("压缩包成员已损坏（校验和不符）", "the archive member is corrupt (checksum mismatch)")
	case errors.Is(err, zip.ErrFormat), errors.Is(err, io.ErrUnexpectedEOF):
		f.What = model.Say("压缩包已损坏或不完整", "the archive is corrupt or incomplete")
	default:
		var known *model.Fault
		if errors.As(err, &known) || fault.System(err) != nil {
			return err
		}
		f.What = model.Say("压缩包成员已损坏：%v", "the archive member is corrupt: %v", err)
	}
	return f
}

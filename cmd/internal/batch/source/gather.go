package source

import (
	"cmp"
	"context"
	"crypto/sha256"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"jxmb/cmd/internal/batch/content"
	"jxmb/cmd/internal/bucket"
	"jxmb/model"
	"jxmb/render/view"
)

// gatherer turns arguments into a plan.
type gatherer struct {
	Sources
	plan  *Plan
	stems stems
	names map[string]bool  // of inputs
	found map[string]found // in buckets, by address, until it is added
	dirs  map[string]bool  // real paths of folders read, so that links cannot loop
	top   string           // real path of the folder that is being read, an argument
	out   string           // real path of the output folder, "" where there is none
}

// Gather looks up what args name: files, folders, .zip archives, "-" for
// standard input, "@list.txt" for a list of paths. What cannot be read becomes
// an input that fails in its place. An error is one of the lists themselves, or of
// the storage that all is in.
func Gather(args []string, s Sources) (*Plan, error) {
	s.Limits = s.Limits.withDefaults()
	if s.Context == nil {
		s.Context = context.Background()
	}
	g := &gatherer{
		Sources: s,
		plan:    &Plan{Files: map[string]bool{}, Shard: s.Shard, listed: sha256.New()},
		stems:   newStems(),
		names:   map[string]bool{},
		dirs:    map[string]bool{},
		found:   map[string]found{},
	}
	if s.Out != "" {
		g.out = content.RealPath(s.Out)
	}
	paths, listed, err := g.expand(args)
	if err != nil {
		return nil, err
	}
	if g.plan.Many = listed || len(paths) != 1; !g.plan.Many {
		if g.plan.Many, err = g.isContainer(paths[0]); err != nil {
			return nil, err
		}
	}
	if g.plan.Many {
		g.stems.reserveOver()
	}
	for _, p := range paths {
		g.argument(p, len(paths) == 1)
		delete(g.found, p)
	}
	return g.plan, nil
}

// IsContainer tells folders and archives.
func IsContainer(p string) bool {
	info, err := os.Stat(p)
	return err == nil && (info.IsDir() || HasExt(p, ".zip"))
}

// argument adds what p names. The contents of the only argument stand directly
// in the output folder; those of several stand under their names.
func (g *gatherer) argument(p string, only bool) {
	if p == "-" {
		g.stream(p, p, "stdin.docx", func() (*content.Content, error) { return content.Stream(g.Stdin, g.Limits.MemberBytes) })
		return
	}
	if bucket.Is(p) {
		g.bucketArgument(g.inBucket(p), only)
		return
	}
	name := filepath.Base(content.Absolute(p))
	info, err := os.Stat(p)
	switch {
	case err != nil:
		g.fail(p, name, err)
	case info.IsDir():
		g.top = content.RealPath(p)
		if only {
			name = ""
		}
		g.folder(p, name)
	case HasExt(p, ".zip") && info.Mode().IsRegular():
		at := place{path: p, name: name}
		if !only {
			at.stem = strings.TrimSuffix(name, path.Ext(name))
		}
		g.archiveFile(at)
	case !info.Mode().IsRegular(): // a pipe, which shells hand over for <(command)
		g.stream(p, name, name, func() (*content.Content, error) { return content.OpenFile(g.Context, p, g.Limits.MemberBytes) })
	default:
		g.file(p, name)
	}
}

// stream adds what can be read only once, though an input may be opened again:
// it is kept from the first time on, until the plan is closed.
func (g *gatherer) stream(p, name, rel string, read func() (*content.Content, error)) {
	if !g.first(p) {
		return
	}
	var kept *content.Content
	open := func() (_ *content.Content, err error) {
		if kept == nil {
			if kept, err = read(); err != nil {
				return nil, err
			}
		}
		return &content.Content{ReaderAt: kept, Size: kept.Size, Close: func() error { return nil }}, nil
	}
	g.plan.streams = append(g.plan.streams, func() error {
		if kept == nil {
			return nil
		}
		return kept.Close()
	})
	g.add(&Input{Path: p, Name: name, stream: true, Open: open}, rel)
}

// folder adds what p holds; rel is its place below the output folder.
func (g *gatherer) folder(p, rel string) {
	real := content.RealPath(p)
	if g.dirs[real] {
		g.plan.Ignored.Repeated++
		return
	}
	g.dirs[real] = true
	entries, err := os.ReadDir(p) // sorted by name
	if err != nil {
		g.fail(p, cmp.Or(rel, filepath.Base(content.Absolute(p))), err)
		return
	}
	for _, e := range entries {
		g.entry(filepath.Join(p, e.Name()), path.Join(rel, e.Name()), e)
	}
}

func (g *gatherer) entry(p, rel string, e fs.DirEntry) {
	if g.ignored(e.Name()) {
		return
	}
	info, err := os.Stat(p) // follows links
	switch {
	case err != nil && g.takes(rel):
		g.fail(p, rel, err)
	case err != nil:
		g.other(rel)
	case info.IsDir() && content.RealPath(p) == g.out: // results are no input
	case info.IsDir() && !g.below(p):
		g.plan.Ignored.Other++
		g.plan.Others = append(g.plan.Others, view.Ignored{File: rel, Why: model.Say("是指向文件夹之外的链接，不跟随；要读取请直接给出其路径", "is a link that leads out of the folder, and is not followed; name its target to read it")})
	case info.IsDir():
		g.folder(p, rel)
	case !info.Mode().IsRegular():
		g.other(rel)
	case HasExt(rel, ".zip"):
		g.archiveFile(place{path: p, name: rel, stem: strings.TrimSuffix(rel, path.Ext(rel))})
	case HasExt(rel, foreignArchives...):
		g.fail(p, rel, foreignArchive(rel))
	case HasExt(rel, ".xlsx") && isResult(p):
		g.plan.Ignored.Other++
		g.plan.Others = append(g.plan.Others, view.Ignored{File: rel, Why: model.Say("是 jxmb 写出的结果", "is a result that jxmb wrote")})
	case g.takes(rel):
		g.file(p, rel)
	default:
		g.other(rel)
	}
}

// other notes a file that is no submission.
func (g *gatherer) other(name string) {
	g.plan.Ignored.Other++
	g.plan.Others = append(g.plan.Others, view.Ignored{File: name, Why: whyIgnored(strings.ToLower(path.Ext(name)))})
}

// advice is what to do about files that people send by mistake.
var advice = []struct {
	extensions []string
	what       model.Text
}{
	{[]string{".pdf", ".ofd", ".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff"}, model.Say("请报送单位发来 Word 原件", "ask the sender for the Word file")},
	{[]string{".ods", ".xlsb", ".csv"}, model.Say("请另存为 .xlsx，或发来 Word 原件", "save it as .xlsx, or ask for the Word file")},
	{[]string{".txt", ".html", ".htm"}, model.Say("要读取加 --ext", "--ext reads them")},
}

// whyIgnored says why a file of an extension is not read, and what to do.
func whyIgnored(ext string) model.Text {
	if ext == "" {
		return model.Say("不是报送文件", "is no submission")
	}
	why := model.Say("%s 文件不读取", "%s files are not read", ext)
	for _, a := range advice {
		if slices.Contains(a.extensions, ext) {
			why = model.Text{ZH: why.ZH + "；" + a.what.ZH, EN: why.EN + "; " + a.what.EN}
		}
	}
	return why
}

// below tells whether a folder lies in the argument that is being read, wherever
// links lead.
func (g *gatherer) below(p string) bool {
	rel, err := filepath.Rel(g.top, content.RealPath(p))
	return err == nil && filepath.IsLocal(rel)
}

func (g *gatherer) file(p, rel string) {
	if !g.first(p) {
		return
	}
	g.add(&Input{Path: p, Name: rel, Open: func() (*content.Content, error) {
		return content.OpenFile(g.Context, p, g.Limits.MemberBytes)
	}}, rel)
}

// first tells whether p is met for the first time, under whatever link.
func (g *gatherer) first(p string) bool {
	if p != "-" && !bucket.Is(p) {
		p = content.RealPath(p)
	}
	if g.plan.Files[p] {
		g.plan.Ignored.Repeated++
		return false
	}
	g.plan.Files[p] = true
	return true
}

// ignored counts names that no one means as a submission.
func (g *gatherer) ignored(base string) bool {
	switch {
	case strings.HasPrefix(base, "~$"):
		g.plan.Ignored.Lock++
	case strings.HasPrefix(base, "."), base == "__MACOSX":
		g.plan.Ignored.Hidden++
	default:
		return false
	}
	return true
}

// officeExtensions are taken in folders; those of old formats too, so that a
// legacy submission is reported and not passed over.
var officeExtensions = []string{".docx", ".docm", ".doc", ".wps", ".rtf", ".xlsx", ".xlsm", ".xls", ".et"}

// foreignArchives may hold submissions and cannot be opened here.
var foreignArchives = []string{".rar", ".7z", ".tar", ".gz", ".tgz"}

func (g *gatherer) takes(name string) bool {
	return HasExt(name, officeExtensions...) || HasExt(name, g.Extensions...)
}

func foreignArchive(name string) *model.Fault {
	return &model.Fault{
		Kind: "foreign",
		What: model.Say("不能打开 %s 压缩包", "cannot open a %s archive", path.Ext(name)),
		Hint: model.Say("请先解压，或改用 .zip 压缩", "unpack it first, or pack it as .zip"),
	}
}

func HasExt(name string, exts ...string) bool {
	return slices.ContainsFunc(exts, func(e string) bool { return strings.EqualFold(path.Ext(name), e) })
}

package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"jxmb/cmd/internal/batch"
	"jxmb/cmd/internal/batch/legacy"
	"jxmb/cmd/internal/batch/source"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/parser"
	"jxmb/parser/form"
	"jxmb/parser/ooxml"
)

// readingFlags are the flags of every command that reads submissions: what is
// taken as one, how it is recognised, and what it may cost.
type readingFlags struct {
	forms  string
	legacy bool
	ext    []string
	limits ooxml.Limits
	outer  source.Limits
}

func (f *readingFlags) add(a *app, flags *pflag.FlagSet) {
	flags.StringVar(&f.forms, "forms", "", a.say("自己的表样（*.json）所在的`文件夹`，与内置表样一同使用", "also read forms of your own (*.json) from `DIR`"))
	flags.BoolVar(&f.legacy, "legacy", false, a.say("用已安装的 LibreOffice 转换 .rtf、.xls、.et 和 Word 97 以前的 .doc", "convert .rtf, .xls, .et and .doc files from before Word 97 with an installed LibreOffice"))
	flags.StringSliceVar(&f.ext, "ext", nil, a.say("文件夹和压缩包中还要读取的`扩展名`，如 txt,html", "`EXTENSIONS` also read in folders and archives, such as txt,html"))
	d := ooxml.DefaultLimits
	limit := a.say("上限：", "limit: ")
	flags.IntVar(&f.limits.Entries, "max-entries", d.Entries, limit+a.say("docx 内的条目`数`", "`N` entries of a docx"))
	flags.Int64Var(&f.limits.PartBytes, "max-part-bytes", d.PartBytes, limit+a.say("正文部件解压后的`字节`数", "inflated `BYTES` of the main part"))
	flags.Int64Var(&f.limits.Ratio, "max-ratio", d.Ratio, limit+a.say("部件的压缩`比`", "inflation `RATIO` of a part"))
	flags.IntVar(&f.limits.Depth, "max-depth", d.Depth, limit+a.say("XML 嵌套`层`数", "nesting `LEVELS` of XML"))
	flags.IntVar(&f.limits.Cells, "max-cells", d.Cells, limit+a.say("一张表的单元格`数`", "`N` cells of one table"))
	flags.IntVar(&f.limits.CellBytes, "max-cell-bytes", d.CellBytes, limit+a.say("一个单元格的文字`字节`数", "`BYTES` of text of one cell"))
	flags.Int64Var(&f.limits.ResultBytes, "max-result-bytes", d.ResultBytes, limit+a.say("一个文件读出内容的`字节`数", "`BYTES` of what is read from one file"))
	o := source.DefaultLimits
	flags.IntVar(&f.outer.ArchiveEntries, "max-archive-entries", o.ArchiveEntries, limit+a.say("压缩包的条目`数`", "`N` entries of an archive"))
	flags.Int64Var(&f.outer.MemberBytes, "max-member-bytes", o.MemberBytes, limit+a.say("压缩包成员或标准输入的`字节`数", "`BYTES` of an archive member or of standard input"))
	flags.Int64Var(&f.outer.ArchiveRatio, "max-archive-ratio", o.ArchiveRatio, limit+a.say("压缩包整体的压缩`比`", "inflation `RATIO` of a whole archive"))
}

// sources says where to look; out is the output folder, if any.
func (f *readingFlags) sources(ctx context.Context, stdin io.Reader, out string) source.Sources {
	s := source.Sources{Context: ctx, Stdin: &inputStream{ctx, stdin}, Out: out, Limits: f.outer}
	for _, e := range f.ext {
		if e = strings.TrimSpace(e); e != "" {
			s.Extensions = append(s.Extensions, "."+strings.TrimPrefix(e, "."))
		}
	}
	return s
}

// reader puts together how documents are read and reviewed.
func (a *app) reader(cmd *cobra.Command, f *readingFlags) (batch.Reader, error) {
	r := batch.Reader{
		Parse: parser.Options{Lang: a.lang, Limits: f.limits},
		Check: check.Config{Lang: a.lang},
	}
	err := a.checkLimits(cmd)
	if err != nil {
		return r, err
	}
	if f.forms != "" {
		if r.Parse.Forms, err = a.loadForms(f.forms); err != nil {
			return r, err
		}
	}
	if f.legacy {
		r.Legacy, err = legacy.Find()
	}
	return r, err
}

// checkLimits refuses a limit, or a number of jobs, that would let nothing
// through.
func (a *app) checkLimits(cmd *cobra.Command) (err error) {
	cmd.Flags().Visit(func(f *pflag.Flag) {
		limits := strings.HasPrefix(f.Name, "max-") || f.Name == "jobs"
		if n, notNumber := strconv.ParseInt(f.Value.String(), 10, 64); limits && notNumber == nil && n < 1 {
			err = a.wrongUsage(cmd, model.Say("--%s 至少为 1", "--%s must be 1 or more", f.Name), model.Text{})
		}
	})
	return err
}

func (a *app) loadForms(dir string) (*form.Library, error) {
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		err = errors.New(a.say("不是文件夹", "is not a folder"))
	}
	var lib *form.Library
	if err == nil {
		lib, err = form.LoadForms(&formsFolder{FS: os.DirFS(dir)})
	}
	if err != nil {
		f := *fault.Explain(err)
		if of := (*fs.PathError)(nil); errors.As(err, &of) && of.Path != "." && of.Path != dir {
			dir = filepath.Join(dir, of.Path)
		}
		f.Place = model.Say("--forms %s", "--forms %s", dir)
		return nil, &f
	}
	return lib, nil
}

// Bounds of forms of one's own: a form takes some kilobytes, its example among
// them, and each is tried on its example before anything is read.
const (
	maxForm     = 256 << 10 // bytes of a file
	maxAllForms = 1 << 20   // of all files
	maxForms    = 500
)

// formsFolder is a folder of forms, as far as they have been opened: a file in it
// that is none has no say.
type formsFolder struct {
	fs.FS
	files int
	bytes int64
}

func (d *formsFolder) Open(name string) (fs.File, error) {
	if name == "." {
		return d.FS.Open(name)
	}
	info, err := fs.Stat(d.FS, name)
	if err != nil {
		return nil, err
	}
	d.files, d.bytes = d.files+1, d.bytes+info.Size()
	check := model.Say("核对文件夹：只放表样文件", "check the folder: it is to hold forms alone")
	switch {
	case info.IsDir():
		return nil, &model.Fault{Kind: "device", What: model.Say("%s 是文件夹而不是文件", "%s is a folder, not a file", name), Hint: check}
	case !info.Mode().IsRegular():
		return nil, &model.Fault{Kind: "device", What: model.Say("%s 不是普通文件", "%s is no regular file", name), Hint: check}
	case info.Size() > maxForm:
		return nil, &model.Fault{Kind: model.FaultLimit, What: model.Say("%s 超过 %d 字节", "%s has more than %d bytes", name, maxForm), Hint: check}
	case d.files > maxForms || d.bytes > maxAllForms:
		return nil, &model.Fault{Kind: model.FaultLimit, What: model.Say("表样文件超过 %d 个，或合计超过 %d 字节", "more than %d forms, or more than %d bytes in all", maxForms, maxAllForms), Hint: check}
	}
	return d.FS.Open(name)
}

package main

import (
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"jxmb/cmd/internal/batch"
	"jxmb/cmd/internal/batch/folder"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
	"jxmb/render"
)

// one converts a single document: to standard output, into the file that -o
// names, or, in several formats, into the folder that it names.
func (c *conversion) one(ctx context.Context) error {
	target, formats, err := c.target()
	if err != nil {
		return err
	}
	if c.summaryOnly {
		return c.wrongUsage(c.cmd,
			model.Say("--summary-only 用于多个文件", "--summary-only is for many inputs"),
			model.Say("去掉它，或给出文件夹", "leave it out, or name a folder"))
	}
	began := time.Now()
	in := c.plan.Inputs[0]
	d, err := c.reader.Read(ctx, in)
	if ctx.Err() != nil {
		return errInterrupted
	}
	shown := d
	if err == nil {
		shown = batch.ForPeople(d, c.minSeverity)
		err = c.write(ctx, d, target, formats)
	}
	if ctx.Err() != nil {
		return errInterrupted
	}
	if c.report != "" {
		if reported := c.reportOne(target, formats, shown, err, time.Since(began)); reported != nil {
			return errors.Join(err, reported)
		}
	}
	switch {
	case err == nil:
		return c.verdict(findings(shown))
	case d == nil:
		c.tell(in.Path, err)
		return errFailed
	}
	return err
}

// reportOne writes --report for a single document.
func (c *conversion) reportOne(to output, formats []render.Format, d *model.Document, err error, took time.Duration) error {
	out := batch.Outcome{Status: batch.StatusDone, Seconds: took.Seconds()}
	if err != nil {
		out.Status, out.Fault = batch.StatusFailed, fault.Explain(err)
	}
	for _, f := range formats {
		if name := cmp.Or(to.file, to.stem+f.Ext); err == nil && to.folder != "" {
			out.Outputs = append(out.Outputs, folder.Output{Name: name})
		}
	}
	return batch.ReportOne(c.plan, c.batchOptions(formats), out, d)
}

// output is where the result of one document goes: an empty folder means
// standard output.
type output struct {
	folder, stem string
	file         string // one file, its name with extension; "" for stem and the extensions of the formats
}

// target reads -o and --to together and refuses what does not fit.
func (c *conversion) target() (output, []render.Format, error) {
	in := c.plan.Inputs[0]
	name, isFile := fileTarget(c.out)
	if err := c.folderTarget(isFile); err != nil {
		return output{}, nil, err
	}
	otherwise := render.JSON.Name
	if isFile {
		otherwise = strings.TrimPrefix(filepath.Ext(name), ".")
	}
	formats, err := c.formats(otherwise)
	if err != nil {
		return output{}, nil, err
	}
	if c.settledBeside(in, formats) {
		c.beside = true
		return output{folder: c.placeBeside(in.Path), stem: c.stemBeside(in)}, formats, nil
	}
	switch {
	case c.out != "" && c.out != "-" && !isFile:
		return output{folder: c.out, stem: c.stemBeside(in)}, formats, nil
	case len(formats) > 1:
		return output{}, nil, c.wrongUsage(c.cmd,
			model.Say("几种格式不能写进一个输出", "several formats do not fit into one output"),
			model.Say("用 -o 指定一个文件夹", "name a folder with -o"))
	case isFile:
		return output{folder: filepath.Dir(c.out), file: name}, formats, nil
	case !formats[0].Text && c.out != "-":
		return output{}, nil, c.wrongUsage(c.cmd,
			model.Say("%s 不打印到标准输出", "%s is not printed to standard output", formats[0].Name),
			model.Say("用 -o 指定文件或文件夹；确实要写到管道时用 -o -", "name a file or folder with -o; -o - for a pipe"))
	case !formats[0].Text && isTerminal(c.stdout):
		return output{}, nil, c.binary(c.cmd, model.Text{ZH: formats[0].Name + " ", EN: formats[0].Name})
	}
	return output{}, formats, nil
}

// binary refuses to fill a terminal with a result that is no text.
func (a *app) binary(cmd *cobra.Command, result model.Text) error {
	return a.wrongUsage(cmd,
		model.Text{ZH: result.ZH + "是二进制文件，不能显示在终端上", EN: result.EN + " is binary and not for a terminal"},
		model.Say("用 -o 指定文件，或重定向到文件", "name a file with -o, or redirect to one"))
}

// fileTarget tells whether -o names a file: it ends in the extension of a
// format, and no folder of that name is there.
func fileTarget(out string) (string, bool) {
	name := filepath.Base(out)
	for _, n := range render.Names() {
		f, _ := render.Lookup(n)
		if strings.HasSuffix(strings.ToLower(name), f.Ext) && len(name) > len(f.Ext) {
			info, err := os.Stat(out)
			return name, err != nil || !info.IsDir()
		}
	}
	return "", false
}

// folderTarget refuses an -o that is meant as a file and cannot be one.
func (c *conversion) folderTarget(isFile bool) error {
	if isFile || c.out == "" || c.out == "-" {
		return nil
	}
	info, err := os.Stat(c.out)
	ext := strings.ToLower(filepath.Ext(c.out))
	switch {
	case err == nil && info.IsDir():
		return nil
	case err == nil, slices.Contains([]string{".docx", ".doc", ".xls", ".txt", ".html", ".md"}, ext):
		all := strings.Join(render.Names(), ", ")
		return c.wrongUsage(c.cmd,
			model.Say("-o %s 不是文件夹，也不是能输出的文件", "-o %s is neither a folder nor a file that can be written", c.out),
			model.Say("能输出的扩展名：%s", "extensions that can be written: %s", all))
	}
	return nil
}

func (c *conversion) write(ctx context.Context, d *model.Document, to output, formats []render.Format) error {
	if to.folder == "" {
		return formats[0].Write(ctx, c.stdout, c.shownIn(formats[0], d), c.renderOptions())
	}
	into, err := folder.Open(to.folder, c.plan.Files)
	if err != nil {
		return err
	}
	defer into.Close()
	var kept error
	for _, f := range formats {
		name := to.file
		if name == "" {
			name = to.stem + f.Ext
		}
		if err := c.keeps(filepath.Join(to.folder, name)); err != nil {
			c.tell(c.plan.Inputs[0].Path, err)
			kept = errFailed
			continue
		}
		if _, err := into.Write(name, func(w io.Writer) error { return f.Write(ctx, w, c.shownIn(f, d), c.renderOptions()) }); err != nil {
			return err
		}
		if !c.quiet {
			c.note(c.say("已写入 %s", "wrote %s"), filepath.Join(to.folder, name))
		}
	}
	return kept
}

// shownIn is d as a format holds it.
func (c *conversion) shownIn(f render.Format, d *model.Document) *model.Document {
	if f.People {
		return batch.ForPeople(d, c.minSeverity)
	}
	return d
}

func isTerminal(w io.Writer) bool {
	if s, ok := w.(*screen); ok {
		w = s.w
	}
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

func findings(d *model.Document) batch.Findings {
	var n batch.Findings
	for _, f := range d.Findings {
		n.Count(f.Severity)
	}
	return n
}

// verdict turns findings into the exit code that --fail-on asks for.
func (c *conversion) verdict(n batch.Findings) error {
	if !n.Reach(c.failOn) {
		return nil
	}
	c.note(c.say("审核问题达到 --fail-on %s：%s", "findings reach --fail-on %s: %s"), c.failOn, c.counted(n))
	return errFailed
}

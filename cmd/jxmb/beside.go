package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"jxmb/cmd/internal/batch/source"
	"jxmb/model"
	"jxmb/render"
)

// besideFormats are what paths without a command are converted to.
var besideFormats = []string{"json", "xlsx", "pdf"}

// allBeside converts each of the paths that args name, with its results beside
// it: those of a file bear its name, those of a folder or an archive stand in a
// folder of theirs.
func (c *conversion) allBeside(ctx context.Context, args []string) error {
	paths, err := source.Paths(ctx, args, c.stdin)
	if err != nil {
		return err
	}
	var failed error
	for _, p := range paths {
		one, flags := *c, *c.convertFlags
		flags.out = c.placeBeside(p)
		one.convertFlags = &flags
		err := one.run(ctx, []string{p})
		switch {
		case errors.Is(err, errInterrupted):
			return err
		case err != nil && !errors.Is(err, errFailed):
			c.tell(p, err)
			err = errFailed
		}
		failed = errors.Join(failed, err)
	}
	return failed
}

// settledBeside tells whether the results of a file go beside it for want of an
// -o: the settings ask for formats that standard output cannot take.
func (c *conversion) settledBeside(in *source.Input, formats []render.Format) bool {
	if c.out != "" || c.cmd.Flags().Changed("to") || len(formats) == 1 && formats[0].Text {
		return false
	}
	info, err := os.Stat(in.Path)
	return err == nil && info.Mode().IsRegular()
}

// placeBeside is the folder for the results of p.
func (c *conversion) placeBeside(p string) string {
	p = filepath.Clean(p)
	if !source.IsContainer(p) {
		return filepath.Dir(p)
	}
	if abs, err := filepath.Abs(p); err == nil && filepath.Base(p) == "." {
		p = abs
	}
	if info, err := os.Stat(p); err == nil && !info.IsDir() {
		p = strings.TrimSuffix(p, filepath.Ext(p))
	}
	return p + c.say("-结果", "-results")
}

// stemBeside is what the results of a file beside it are named: as the file, but
// for a workbook, whose name one of them would take.
func (c *conversion) stemBeside(in *source.Input) string {
	if c.beside && strings.EqualFold(filepath.Ext(in.Path), ".xlsx") {
		return in.Stem + c.say("-结果", "-results")
	}
	return in.Stem
}

// keeps refuses to write over a file beside the input that this program has not
// made: people keep the PDF of Word under the very name.
func (c *conversion) keeps(path string) error {
	if !c.beside {
		return nil
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) || err == nil && isOurs(data) {
		return nil
	}
	if err != nil {
		return err
	}
	return &model.Fault{
		Kind: "overwrite",
		What: model.Say("已有 %s，不是 jxmb 的结果，没有覆盖", "there is a %s that jxmb has not made, which is kept", filepath.Base(path)),
		Hint: model.Say("用 jxmb convert -o 指定别的位置", "name another place with jxmb convert -o"),
	}
}

// isOurs knows the results of this program by what they say of themselves.
func isOurs(data []byte) bool {
	head := data[:min(len(data), 200)]
	switch {
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return bytes.Contains(data, []byte("(jxmb)")) || bytes.Contains(data, []byte("(\xfe\xff\x00j\x00x\x00m\x00b)"))
	case bytes.HasPrefix(data, []byte("PAR1")):
		return bytes.Contains(data[max(0, len(data)-100):], []byte("jxmb"))
	case bytes.HasPrefix(data, []byte("\ufefffile,sha256,project_id,")):
		return true
	case bytes.HasPrefix(data, []byte("PK")):
		return source.IsResult(bytes.NewReader(data), int64(len(data)))
	}
	return bytes.Contains(head, []byte(`"schema"`)) && bytes.Contains(head, []byte(`"jxmb`))
}

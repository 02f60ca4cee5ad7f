package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"jxmb/cmd/internal/batch"
	"jxmb/model"
	"jxmb/render"
	"jxmb/render/font"
)

// fingerprint stands for the program and for the files whose content changes
// results, forms and fonts; what options say, [batch.Run] sees itself.
func (c *conversion) fingerprint(made batch.Made) (string, error) {
	sum := sha256.New()
	fmt.Fprintln(sum, made.Build, made.Fonts)
	if c.reading.forms != "" {
		err := filepath.WalkDir(c.reading.forms, func(p string, e fs.DirEntry, err error) error {
			if err != nil || !e.Type().IsRegular() {
				return err
			}
			return addFile(sum, p)
		})
		if err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(sum.Sum(nil)[:16]), nil
}

// madeWith stands for this program and for the fonts that --font names.
func madeWith(fontFlag string) (made batch.Made, err error) {
	if made.Build, err = build(); err != nil {
		return made, err
	}
	sum := sha256.New()
	switch fontFlag {
	case "":
		return made, nil
	case render.InstalledFonts:
		fmt.Fprintln(sum, font.System().Names())
	default:
		err = addFile(sum, fontFlag)
	}
	made.Fonts = hex.EncodeToString(sum.Sum(nil)[:16])
	return made, err
}

// build stands for the program. One without a version is told by its own bytes,
// which are many megabytes to read.
var build = sync.OnceValues(func() (string, error) {
	sum := sha256.New()
	fmt.Fprintln(sum, model.Schema, version())
	if v := version(); strings.HasPrefix(v, "(") || strings.Contains(v, "+dirty") {
		if exe, err := os.Executable(); err == nil {
			if err := addFile(sum, exe); err != nil {
				return "", err
			}
		}
	}
	return hex.EncodeToString(sum.Sum(nil)[:16]), nil
})

func addFile(w io.Writer, name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	fmt.Fprintln(w, filepath.Base(name))
	_, err = io.Copy(w, f)
	return err
}

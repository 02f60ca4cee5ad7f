package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"jxmb/cmd/internal/batch"
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

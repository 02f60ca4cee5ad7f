package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// summaryName is the file that says that all parts are there: it appears last.
const summaryName = "summary.json"

// finishFn lets the results appear.
type finishFn struct{ Options Options }

// ProcessElement takes all parts of the run. Done again it does what is left.
func (f *finishFn) ProcessElement(_ int, parts func(*Part) bool, sums Sums) error {
	byName := map[string][]string{} // file names by the pattern of what they become
	for p := (Part{}); parts(&p); p = (Part{}) {
		pattern := p.Kind + "-%05d-of-%05d" + p.Ext
		byName[pattern] = append(byName[pattern], p.File)
	}
	dir := f.Options.partsDir()
	for pattern, files := range byName {
		slices.Sort(files)
		for i, file := range files {
			name := filepath.Join(f.Options.Output, fmt.Sprintf(pattern, i, len(files)))
			if err := appear(filepath.Join(dir, file), name); err != nil {
				return err
			}
		}
	}
	if err := f.summary(sums); err != nil {
		return err
	}
	return os.RemoveAll(dir) // what is left there are parts of attempts that were given up
}

// appear renames a part, unless that was done before.
func appear(part, name string) error {
	err := os.Rename(part, name)
	if errors.Is(err, fs.ErrNotExist) {
		if _, there := os.Stat(name); there == nil {
			return nil
		}
	}
	return err
}

func (f *finishFn) summary(sums Sums) error {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(sums.totals()); err != nil {
		return err
	}
	if err := os.MkdirAll(f.Options.partsDir(), 0o777); err != nil { // no part was written, or all was done before
		return err
	}
	aside := filepath.Join(f.Options.partsDir(), summaryName)
	if err := os.WriteFile(aside, []byte(b.String()), 0o644); err != nil {
		return err
	}
	return os.Rename(aside, filepath.Join(f.Options.Output, summaryName))
}

package main

import (
	"path/filepath"
	"strings"

	"jxmb/cmd/internal/batch/content"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
	"jxmb/model/library"
)

// library reads the library that --library names; nil where none is asked for.
func (a *app) library(path string) (*library.Library, error) {
	if path == "" {
		return nil, nil
	}
	data, err := content.ReadUpTo(path, library.MaxBytes)
	var l *library.Library
	if err == nil {
		l, err = library.Read(filepath.Base(path), data)
	}
	if err != nil {
		f := *fault.Explain(err)
		f.Place = model.Text{ZH: strings.TrimSpace("--library " + path + " " + f.Place.ZH), EN: strings.TrimSpace("--library " + path + " " + f.Place.EN)}
		return nil, &f
	}
	return l, nil
}

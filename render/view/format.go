// Package view holds what the formats have in common: their options, and how a
// document, its values and its counts are put for people.
package view

import (
	"context"
	"io"

	"jxmb/model"
	"jxmb/model/profile"
)

// Options of the formats; the zero value writes Chinese with the built-in
// fonts.
type Options struct {
	Lang model.Lang
	Font string // a TrueType file for characters the built-in fonts lack, or [InstalledFonts]
	Sign bool   // leave room for signatures on paper

	Compact  bool // JSON on one line
	NoOrigin bool // JSON without places

	Pages int // a PDF has at most; 0 for 2,000

	Profile *profile.Profile // of the sheet for importers; nil for [profile.Default]
}

// InstalledFonts as [Options.Font] looks for such characters in the fonts of
// the machine. Nothing else does: output must not differ between machines.
const InstalledFonts = "system"

// Format writes a document as one file. Write gives the same bytes for the
// same document and options, and stops with the context's error when that is
// done.
type Format struct {
	Name  string // as in --to: "xlsx"
	Ext   string // with the dot: ".xlsx"
	Text  bool   // may be shown on a terminal
	Write func(ctx context.Context, w io.Writer, d *model.Document, o Options) error

	// People tells the formats that show findings to people, who may want the
	// grave ones alone; the others hold all of them.
	People bool

	Over []Over // the files over all documents of a batch; none where the format has none
}

// Over is a file over all documents of a batch. Formats that name the same file
// share it.
type Over struct {
	Name  string // with its extension: "summary.xlsx"
	Start func(w io.Writer, o Options) Summary

	// Part writes what a document adds to the file, where that can be done
	// beside other documents; [Entry.Part] then holds it.
	Part func(ctx context.Context, w io.Writer, d *model.Document, o Options) error
	Same bool // Part gives what the format of the file's extension writes of a document
}

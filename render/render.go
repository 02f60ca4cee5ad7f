// Package render writes documents: one file a format.
package render

import (
	"io"
	"maps"
	"slices"

	"jxmb/model"
)

// Options of the formats; the zero value writes Chinese with the built-in
// fonts.
type Options struct {
	Lang model.Lang
	Font string // path of a TrueType font for characters the built-in ones lack
}

// Format writes a document as one file. Write gives the same bytes for the
// same document and options.
type Format struct {
	Name  string // as in --to: "xlsx"
	Ext   string // with the dot: ".xlsx"
	Write func(w io.Writer, d *model.Document, o Options) error
}

// formats holds every format by its name.
var formats = map[string]Format{}

// register makes f known; each format calls it from its own file.
func register(f Format) Format {
	if _, twice := formats[f.Name]; twice {
		panic("render: internal error: format " + f.Name + " registered twice")
	}
	formats[f.Name] = f
	return f
}

// Lookup finds a format by its name.
func Lookup(name string) (Format, bool) {
	f, ok := formats[name]
	return f, ok
}

// Names lists the formats that [Lookup] finds, in alphabetical order.
func Names() []string { return slices.Sorted(maps.Keys(formats)) }

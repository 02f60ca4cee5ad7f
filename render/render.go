// Package render lists the formats that documents are written in: one package
// or file a format, and a line here.
package render

import (
	"slices"

	"jxmb/render/csv"
	"jxmb/render/parquet"
	"jxmb/render/pdf"
	"jxmb/render/profile"
	"jxmb/render/view"
	"jxmb/render/xlsx"
)

// What callers need of the formats' common ground.
type (
	Format  = view.Format
	Options = view.Options
	Over    = view.Over
	Summary = view.Summary
	Season  = view.Season
	Entry   = view.Entry
)

// InstalledFonts as [Options.Font] looks through the fonts of the machine.
const InstalledFonts = view.InstalledFonts

// formats is every format there is, in the order that users are told of them.
func formats() []Format {
	return []Format{JSON, NDJSON, csv.Format, parquet.Format, pdf.Format, profile.Format, xlsx.Format}
}

// Lookup finds a format by its name.
func Lookup(name string) (Format, bool) {
	list := formats()
	i := slices.IndexFunc(list, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return list[i], true
}

// Names lists the formats that [Lookup] finds, in alphabetical order.
func Names() []string {
	var names []string
	for _, f := range formats() {
		names = append(names, f.Name)
	}
	slices.Sort(names)
	return names
}

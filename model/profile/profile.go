// Package profile tells what the importers of budget-management systems take: the
// columns of their sheet, and the cells that an indicator has in them. A profile
// is a file of tab-separated values (profiles/*.tsv); the format that writes such
// sheets and the rules that say what an importer refuses share it.
package profile

import (
	"strings"

	"jxmb/model"
)

// Profile is the sheet of an importer. Its exported fields are all that it is.
type Profile struct {
	Name    string // of a built-in one, else the path of its file
	Columns []Column
}

// Column is a column of the sheet.
type Column struct {
	Heading string // as the importer expects it; a * in front means that it must be filled
	Field   string // what stands in it, see [Fields]
	Width   int    // the most that a cell takes, see [Width]
	Codes   []Code // what stands for the field's texts; none for the texts themselves
}

// Code is what an importer writes for a text.
type Code struct{ Code, Text string }

// Cell is the text of an indicator of p in the column, "" where it has none, or
// none that has a code.
func (c *Column) Cell(p *model.Project, i *model.Indicator) string {
	text := c.plain(p, i)
	if len(c.Codes) == 0 {
		return text
	}
	for _, code := range c.Codes {
		if code.Text == text {
			return code.Code
		}
	}
	return ""
}

func (c *Column) plain(p *model.Project, i *model.Indicator) string {
	if labels, ok := strings.CutPrefix(c.Field, extra); ok {
		return extraOf(i, strings.Split(labels, "|"))
	}
	return fields[c.Field].text(p, i)
}

// Required tells whether an importer refuses a row whose cell is blank: names, and
// what a * marks. Codes of indicators are not among them: systems assign them.
func (c *Column) Required() bool {
	if strings.HasPrefix(c.Field, extra) {
		return false
	}
	return fields[c.Field].name || strings.HasPrefix(c.Heading, "*")
}

// Title is the heading without its mark.
func (c *Column) Title() string { return strings.TrimPrefix(c.Heading, "*") }

// Origin is where the form prints what stands in the column.
func (c *Column) Origin(p *model.Project, i *model.Indicator) model.Origin {
	f := fields[c.Field]
	if f.ofProject {
		return p.Field(f.cell)
	}
	return i.Field(f.cell)
}

// NamesProject tells whether the rows say which project they belong to, so that
// those of several projects may share a sheet.
func (p *Profile) NamesProject() bool {
	for i := range p.Columns {
		if f := p.Columns[i].Field; f == "project.code" || f == "project.name" {
			return true
		}
	}
	return false
}

// Width is the length of a text as importers count it: a Chinese character, and
// any other outside ASCII, counts 2.
func Width(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r > 0x7F {
			n++
		}
	}
	return n
}

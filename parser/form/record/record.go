package record

import (
	"jxmb/parser/block"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// Record is the tables that make one project, or one list of projects, with
// the heading they stand under.
type Record struct {
	Heading *Heading
	caption string // money unit declared in a paragraph above the tables
	Year    int    // year named in a paragraph of its own above the tables, 0 if none
	Lines   []labelled
	Sheets  []*sheet.Sheet
}

// table joins a table to those above that it is a piece of, or begins anew.
func (c *collector) table(t *block.Table) {
	s := sheet.New(t, c.words, c.cells)
	s.FindBands("")
	if c.group == nil || !c.group.takes(c, s) {
		c.settle()
		c.group = &group{pieces: sheet.Begin(s), banded: s.HasHeader(), bare: c.bare(s)}
	}
	c.group.leads = append(c.group.leads, c.lead)
	c.group.ends = append(c.group.ends, c.group.rows()+s.Rows)
	c.lead = lead{}
}

// PlannedYear is the year of the budget as far as the lines above the tables
// and their first rows name it; 0 where they do not.
func (rec *Record) PlannedYear() int {
	if year := rec.StatedYear(); year > 0 {
		return year
	}
	s := rec.Sheets[0]
	for row := 1; row <= min(titleRows, s.Rows); row++ {
		line := s.Line(row)
		for i := range line {
			if c := &line[i]; c.Use == sheet.Unused && c.Marks.Has(label.HasNumber) && len(c.Text) <= 4*label.MaxBytes {
				if year := draft.YearIn(c.Text); year > 0 {
					return year
				}
			}
		}
	}
	return 0
}

// StatedYear is the year that a line above the tables names, else that of their
// title, which may be of the project; 0 where neither names one.
func (rec *Record) StatedYear() int {
	if rec.Year > 0 || rec.Heading == nil {
		return rec.Year
	}
	return draft.YearIn(rec.Heading.Title)
}

// titleRows are the first rows of a table in which its title and year may stand.
const titleRows = 4

// Table is the first table of the record.
func (rec *Record) Table() *block.Table { return rec.Sheets[0].First }

package form

import (
	"jxmb/parser/block"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// record is the tables that make one project, or one list of projects, with
// the heading they stand under.
type record struct {
	heading *heading
	caption string // money unit declared in a paragraph above the tables
	year    int    // year named in a paragraph of its own above the tables, 0 if none
	lines   []labelled
	sheets  []*sheet.Sheet
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

// plannedYear is the year of the budget as far as the lines above the tables
// and their first rows name it; 0 where they do not.
func (rec *record) plannedYear() int {
	if year := rec.statedYear(); year > 0 {
		return year
	}
	s := rec.sheets[0]
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

// statedYear is the year that a line above the tables names, else that of their
// title, which may be of the project; 0 where neither names one.
func (rec *record) statedYear() int {
	if rec.year > 0 || rec.heading == nil {
		return rec.year
	}
	return draft.YearIn(rec.heading.title)
}

// titleRows are the first rows of a table in which its title and year may stand.
const titleRows = 4

// Table is the first table of the record.
func (rec *record) Table() *block.Table { return rec.sheets[0].Tables[0] }

package form

import (
	"slices"

	"jxmb/model"
	"jxmb/parser/block"
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
	form    *Form

	candidates []string // forms that match, for the trace
}

// table is the first table of the record.
func (rec *record) table() *block.Table { return rec.sheets[0].Tables[0] }

// reading is the state of reading one record.
type reading struct {
	*reader
	rec     *record
	form    *Form
	sheet   *sheet.Sheet // the one being read
	unit    string       // money unit declared by the sheet or its caption
	sides   sides
	project *model.Project

	long    model.LongTerm
	hasLong bool
	units   [3]identity // as 预算单位, 主管部门, 实施单位 name it
	amounts []amountCell
	ending  map[int][]amountCell // amounts whose cell ends above a line, see [reading.addAmount]
	goals   []goalText
	year    int

	listed     bool                 // the record is a list of projects
	finished   bool                 // the project was added; a list begins the next one
	unitsAbove [3]identity          // units of the project above in a list
	stray      bool                 // rows of indicators under no header were reported
	undeclared bool                 // the missing money unit was reported
	joined     map[*sheet.Cell]bool // cells reported as merged from several

	month      int           // by whose end a monitoring form reports; 0 for the year
	bareRate   bool          // 执行率 was printed without "%"
	ratePoints model.Decimal // of 执行率, as a bracket prints them
}

// read fills projects from a record; all but a list of projects give one.
func (r *reader) read(rec *record) {
	rd := &reading{reader: r, rec: rec, form: rec.form}
	before := len(r.out.Projects)
	rd.begin()
	year := rec.plannedYear()
	for _, s := range rec.sheets {
		s.FindBands(rec.form.ID)
		s.Settle(rec.form.ID, year)
	}
	if slices.ContainsFunc(rec.sheets, severalTargets) {
		rd.sides = rec.findSides()
	}
	rd.unit = rec.declaredUnit(r.labels, r.doc.Margins)
	for _, s := range rec.sheets {
		rd.readSheet(s)
	}
	if !rd.finished && (!rd.listed || rd.told() || len(rd.project.Extra) > 0) {
		rd.finish()
	}
	if len(r.out.Projects) == before {
		rd.finish() // what the form says of its unit and year
		t := rec.table()
		rd.report(ruleNoProject, rd.project.Origin, model.Say("表%d是空的项目清单，没有一个项目", "table %d is an empty list: it names no project", t.Index))
	}
	rd.leftovers(before)
	rd.notSplit()
	r.trace(rec)
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
				if year := yearIn(c.Text); year > 0 {
					return year
				}
			}
		}
	}
	return 0
}

// statedYear is the year that the lines above the tables name, 0 where they do
// not.
func (rec *record) statedYear() int {
	if h := rec.heading; h != nil {
		if year := yearIn(h.title); year > 0 {
			return year
		}
	}
	return rec.year
}

// titleRows are the first rows of a table in which its title and year may stand.
const titleRows = 4

// readSheet reads the rows of a sheet from the top: indicator tables by their
// columns, the rows around them by their labels.
func (r *reading) readSheet(s *sheet.Sheet) {
	r.sheet = s
	next := 1
	for i := range s.Bands {
		b := &s.Bands[i]
		if r.finished { // the last project of the list before
			r.begin()
		}
		r.around(next, b.Top-1)
		r.noteColumns(b)
		if b.List() && b.Unread.ZH == "" {
			r.list(b)
			next = b.To + 1
			continue
		}
		next = r.band(b)
	}
	if !r.finished { // what stands below a list belongs to no project of it, and is reported
		r.around(next, s.Rows)
	}
}

// band reads the rows of an indicator table, also those below its header where
// that is printed again behind other rows. It returns the first row it left.
func (r *reading) band(b *sheet.Band) int {
	next := r.indicators(b)
	for {
		top, below := r.sheet.HeaderAgain(next, b.To)
		if top == 0 {
			return next
		}
		r.around(next, top-1)
		rest := *b
		rest.From = below
		next = r.indicators(&rest)
	}
}

// begin starts the next project of the record.
func (r *reading) begin() {
	r.spend(costProject)
	t := r.rec.table()
	p := &model.Project{Seq: len(r.out.Projects) + 1, Form: r.form.ID}
	if h := r.rec.heading; h != nil {
		p.Title, p.Bookmark = h.title, h.bookmark
	}
	p.Origin = r.originOf(t)
	p.Origin.Bookmark = p.Bookmark
	p.Cells = make([]model.CellRef, 0, 24)
	r.project, r.finished = p, false
	r.long, r.hasLong, r.units = model.LongTerm{}, false, [3]identity{}
	r.amounts, r.goals, r.year, r.undeclared = r.amounts[:0], r.goals[:0], r.rec.year, false
	r.ending = nil // what the project above costs, the next one may cost too
	r.month, r.bareRate, r.ratePoints = 0, false, ""
}

// finish settles what needs the whole record and adds the project.
func (r *reading) finish() {
	r.captionLines()
	r.settleUnit()
	r.settleGoals()
	r.settleAmounts()
	r.settleEvaluation()
	if r.hasLong {
		long := r.long
		r.project.LongTerm = &long
	}
	r.settleYear()
	r.missingParts()
	r.finished = true
	r.out.Projects = append(r.out.Projects, *r.project)
}

// ref records where the field of the project stands: text[from:to] of c.
func (r *reading) ref(field string, c *sheet.Cell, from, to int) {
	r.project.Cells = append(r.project.Cells, cellRef(field, c, from, to))
}

// refCell records that the field is the whole of c.
func (r *reading) refCell(field string, c *sheet.Cell) {
	c.Field = field
	r.project.Cells = append(r.project.Cells, wholeCell(field, c))
}

func cellRef(field string, c *sheet.Cell, from, to int) model.CellRef {
	ref := wholeCell(field, c)
	if from > 0 || to < len(c.Text) {
		ref.Start, ref.End = c.Range(from, to)
	}
	return ref
}

func wholeCell(field string, c *sheet.Cell) model.CellRef {
	ref := model.CellRef{Field: field, Table: c.Table.Index, Row: c.Own.Row, Column: c.Own.Column, Start: c.Start, End: c.End}
	ref.Sheet, ref.Cell = c.Table.Area.Place(c.Own.Row, c.Own.Column)
	return ref
}

// origin is the place of a cell of the record, that of the project where a
// column has no cell over it.
func (r *reading) origin(c *sheet.Cell) model.Origin {
	if c == nil {
		return r.project.Origin
	}
	return r.project.Origin.At(wholeCell("", c))
}

// extra keeps a labelled cell that no field of the model names.
func (r *reading) extra(label, text string, value *sheet.Cell) {
	r.refCell(indexed("extra", len(r.project.Extra)), value)
	r.spend(costExtra)
	r.project.Extra = append(r.project.Extra, model.Extra{Label: label, Text: text})
}

// subject names the project in findings.
func (r *reading) subject() string {
	if r.project.Title != "" {
		return r.project.Title
	}
	return r.project.Name
}

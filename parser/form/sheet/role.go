package sheet

import (
	"slices"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/parser/form/label"
)

// roles settles what the columns of a band are for whose heads do not say it.
type roles struct {
	sheet *Sheet
	band  *Band
	form  string
	year  int     // of the budget, 0 where nothing says it
	names *Column // names of indicators; nil where no column is known to hold them
}

// Settle decides, for the indicator tables that FindBands found, what the
// columns are for that labels alone do not tell: the operators by what the
// column holds, the one target among several by its head, values of other years
// and places. Where the targets can't be told from other columns, Untold of the
// band says why; where nothing can, Unread does, and its rows are not to be read. Year is that of the budget.
func (s *Sheet) Settle(form string, year int) {
	for i := range s.Bands {
		b := &s.Bands[i]
		b.Unread, b.Untold, b.Notes, b.Within = model.Text{}, model.Text{}, nil, false
		if b.Written(form) {
			continue // its heads say it all
		}
		r := &roles{sheet: s, band: b, form: form, year: year}
		r.splitHeads()
		r.levels()
		r.findNames()
		r.operators()
		r.measures()
		r.weights()
		r.targets()
	}
}

// beside gives the columns of indicators right of the names, by index. In a
// double-wide form the values of one side stand left of the names of the other.
func (r *roles) beside() []int {
	columns := r.band.Columns
	right := last(columns, (*Column).isName) + 1
	var out []int
	for i := range columns {
		if i >= right || columns[i].in(valueColumns) {
			out = append(out, i)
		}
	}
	return out
}

// valueColumns are the columns that hold the value of an indicator and its sign.
var valueColumns = label.These(label.Target, label.Operator)

// findNames finds the column that names the indicators: 三级指标 or its kin, else
// the first one right of the levels whose head nothing is known of and whose
// cells are texts and no values.
func (r *roles) findNames() {
	columns := r.band.Columns
	if r.names = r.band.column(label.Level3); r.names != nil {
		return
	}
	levels := last(columns, (*Column).isName)
	if levels < 0 && columns[0].IsCaption() {
		levels = 0
	}
	if levels < 0 {
		return
	}
	right := columns[levels+1:]
	at := first(right, (*Column).mayName)
	if at < 0 || !r.holdsNames(&right[at], right[at+1:]) {
		return
	}
	r.names = &right[at]
	r.name(r.names)
}

// name takes a column right of the levels as that of the names.
func (r *roles) name(c *Column) {
	c.Scope, c.Field = label.InColumn, label.Level3
	r.note(c.Head, false, model.Say("“%s”一列紧接指标分级，内容是名称，按三级指标读取", "the column %s stands right of the levels and holds names; it was read as level 3", r.headText(c)))
}

// mayName says whether the head of the column leaves it open that it names the
// indicators.
func (c *Column) mayName() bool {
	return c.Head != nil && (!c.Exact || c.Field == label.Description || c.Field == label.Indicators)
}

// holdsNames says whether the cells of a column are texts and no values. Where a
// label right of it heads the targets it names the indicators all the same,
// though names such as 指标1：补贴人数 read as values.
func (r *roles) holdsNames(c *Column, right []Column) bool {
	targets := holds(right, func(c *Column) bool { return c.Exact && c.Is(label.Target) })
	return r.holdsWords(c) || targets && r.holds(c).filled > 0
}

// holdsWords says whether the cells of a column are texts: no values, signs or kinds.
func (r *roles) holdsWords(c *Column) bool {
	h := r.holds(c)
	return h.filled > 0 && !h.mostly(h.targets+h.signs+h.qualities)
}

// splitHeads parts a head over several columns whose cells are filled side by
// side: a sign and a number under one 指标值.
func (r *roles) splitHeads() {
	for i := 0; i < len(r.band.Columns); i++ {
		c := &r.band.Columns[i]
		at := r.parting(c)
		if at == 0 {
			continue
		}
		rest := *c
		rest.First, c.Last, c.part, rest.part = at, at-1, true, true
		r.band.Columns = slices.Insert(r.band.Columns, i+1, rest)
	}
}

// divisible says whether the column is several slots wide and may be several
// columns: of targets, or under a head that is no label or a caption.
func (c *Column) divisible() bool {
	if c.First == c.Last || c.Scope != label.InColumn && !c.IsCaption() {
		return false
	}
	return c.Field == label.Target || c.mayBeLevel()
}

// parting is the slot at which the cells of a column fall apart, 0 where they
// do not: two filled cells with different texts in most of the rows.
func (r *roles) parting(c *Column) int {
	if !c.divisible() {
		return 0
	}
	at, rows, parted := 0, 0, 0
	for row := r.band.From; row <= r.band.To && rows < sampleRows; row++ {
		left := r.sheet.begins(row, c.First)
		if !left.Filled() || left.Column < c.First {
			continue
		}
		rows++
		right := r.sheet.begins(row, left.LastColumn()+1)
		if right.Filled() && right.Column <= c.Last && right.Text != left.Text {
			parted++
			at = right.Column
		}
	}
	if 2*parted <= rows {
		return 0
	}
	return at
}

// operators tells the columns that hold signs, whatever their heads say, and
// takes the role from one that holds none where another does.
func (r *roles) operators() {
	var plain []*Column
	found := false
	for _, i := range r.beside() {
		c := &r.band.Columns[i]
		if !r.maySign(c) {
			continue
		}
		h := r.holds(c)
		switch {
		case h.signs > 0 && h.mostly(h.signs+h.qualities):
			r.takeOperator(c)
			found = true
		case c.Field != label.Operator:
		case h.filled > 1 && h.mostly(h.targets):
			r.misfit(c)
		case h.filled > 0:
			plain = append(plain, c)
		}
	}
	if !found {
		return
	}
	for _, c := range plain {
		c.Field = label.Remark
	}
}

// maySign says whether the column may hold signs, whatever its head says.
func (r *roles) maySign(c *Column) bool {
	return c.in(signColumns) && (!c.Exact || c.Field != label.Target || r.signed(c))
}

var signColumns = label.These(label.Remark, label.Operator, label.Target, label.Measure)

// takeOperator makes the column that of the operators.
func (r *roles) takeOperator(c *Column) {
	if c.Field != label.Operator && c.Head != nil {
		r.note(c.Head, false, model.Say("“%s”一列都是符号或“定性”，按指标性质读取", "the column %s holds signs and was read as that of operators", r.headText(c)))
	}
	c.Field = label.Operator
}

// signed says whether the first cell of a column of targets is a sign alone,
// as short as one.
func (r *roles) signed(c *Column) bool {
	for row := r.band.From; row <= min(r.band.To, r.band.From+4); row++ {
		if cell := r.sheet.At(row, c.First); cell.Filled() {
			return utf8.RuneCountInString(cell.Text) <= 4 && r.holds(c).signs > 0
		}
	}
	return false
}

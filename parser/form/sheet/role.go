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
// and places. Where the targets can't be told from other columns, Unread of the
// band says why, and its rows are not to be read. Year is that of the budget.
func (s *Sheet) Settle(form string, year int) {
	for i := range s.Bands {
		b := &s.Bands[i]
		b.Unread, b.Notes = model.Text{}, nil
		r := &roles{sheet: s, band: b, form: form, year: year}
		r.levels()
		r.findNames()
		r.splitHeads()
		r.operators()
		r.targets()
	}
}

// columns gives the columns of indicators right of the names, by index.
func (r *roles) beside() []int {
	var out []int
	last := -1
	for i := range r.band.Columns {
		if r.band.Columns[i].isName() {
			last = i
		}
	}
	first := last + 1
	for i := range r.band.Columns { // in a double-wide form the values of one side stand left of the names of the other
		c := &r.band.Columns[i]
		if i >= first || c.Scope == label.InColumn && (c.Field == label.Target || c.Field == label.Operator) {
			out = append(out, i)
		}
	}
	return out
}

// levels tells the columns of levels by the words in them, where no head names
// that level.
func (r *roles) levels() {
	named := [2]bool{}
	for i := range r.band.Columns {
		if c := &r.band.Columns[i]; c.isName() && c.Field <= label.Level2 {
			named[c.Field-label.Level1] = true
		}
	}
	for i := range r.band.Columns {
		c := &r.band.Columns[i]
		if named[0] && named[1] {
			return
		}
		if c.Head == nil || c.Exact && c.Field != label.Remark || c.isName() {
			continue
		}
		h := r.holds(c)
		for level, n := range h.levels {
			if named[level] || !h.mostly(n) {
				continue
			}
			named[level] = true
			c.Scope, c.Field = label.InColumn, label.Level1+label.Field(level)
			r.note(c.Head, false, model.Say("“%s”一列的内容是一、二级指标的名称，按%s读取", "the column %s holds names of levels and was read as %s",
				r.headText(c), label.Word(c.Field.String(), model.Chinese)))
		}
	}
}

// findNames finds the column that names the indicators: 三级指标 or its kin, else
// the first one right of the levels whose head nothing is known of and whose
// cells are texts and no values.
func (r *roles) findNames() {
	last := -1
	for i := range r.band.Columns {
		switch c := &r.band.Columns[i]; {
		case c.is(label.Level3):
			r.names = c
			return
		case c.isName():
			last = i
		}
	}
	for i := last + 1; last >= 0 && i < len(r.band.Columns); i++ {
		c := &r.band.Columns[i]
		if c.Head == nil || c.Exact && c.Field != label.Description && c.Field != label.Indicators {
			continue
		}
		h := r.holds(c)
		if h.filled > 0 && (r.targetBehind(i) || !h.mostly(h.targets+h.signs+h.qualities)) {
			c.Scope, c.Field = label.InColumn, label.Level3
			r.names = c
			r.note(c.Head, false, model.Say("“%s”一列紧接指标分级，内容是名称，按三级指标读取", "the column %s stands right of the levels and holds names; it was read as level 3", r.headText(c)))
		}
		return
	}
}

// targetBehind says whether a label right of column i heads the targets: then
// the column right of the levels names the indicators, though names such as
// 指标1：补贴人数 read as values.
func (r *roles) targetBehind(i int) bool {
	return slices.ContainsFunc(r.band.Columns[i+1:], func(c Column) bool {
		return c.is(label.Target) && c.Exact
	})
}

// splitHeads parts a head over several columns whose cells are filled side by
// side: a sign and a number under one 指标值.
func (r *roles) splitHeads() {
	for i := 0; i < len(r.band.Columns); i++ {
		c := &r.band.Columns[i]
		if c.First == c.Last || c.Scope != label.InColumn || c.Field != label.Target && c.Exact || c.isName() {
			continue
		}
		at := r.parting(c)
		if at == 0 {
			continue
		}
		rest := *c
		rest.First, c.Last, c.part, rest.part = at, at-1, true, true
		r.band.Columns = append(r.band.Columns[:i+1], append([]Column{rest}, r.band.Columns[i+1:]...)...)
	}
	r.findNames() // the columns may have moved
}

// parting is the slot at which the cells of a column fall apart, 0 where they
// do not: two filled cells with different texts in most of the rows.
func (r *roles) parting(c *Column) int {
	at, rows, parted := 0, 0, 0
	for row := r.band.From; row <= r.band.To && rows < sampleRows; row++ {
		left := r.sheet.At(row, c.First)
		if left == nil || left.Line != row || left.Blank || left.Column < c.First {
			continue
		}
		rows++
		right := r.sheet.Right(left)
		if right != nil && right.Line == row && !right.Blank && right.Column <= c.Last && right.Text != left.Text {
			parted++
			at = right.Column
		}
	}
	if 2*parted > rows {
		return at
	}
	return 0
}

// operators tells the columns that hold signs, whatever their heads say, and
// takes the role from one that holds none where another does.
func (r *roles) operators() {
	var plain []*Column
	found := false
	for _, i := range r.beside() {
		c := &r.band.Columns[i]
		if c.Scope != label.InColumn || c.Field != label.Remark && c.Field != label.Operator && c.Field != label.Target && c.Field != label.Measure {
			continue
		}
		if c.Field == label.Target && c.Exact && !r.signed(c) {
			continue
		}
		h := r.holds(c)
		switch {
		case h.signs > 0 && h.mostly(h.signs+h.qualities):
			if c.Field != label.Operator && c.Head != nil {
				r.note(c.Head, false, model.Say("“%s”一列都是符号或“定性”，按指标性质读取", "the column %s holds signs and was read as that of operators", r.headText(c)))
			}
			c.Field, found = label.Operator, true
		case c.Field == label.Operator && h.filled > 1 && h.mostly(h.targets):
			r.misfit(c)
		case c.Field == label.Operator && h.filled > 0:
			plain = append(plain, c)
		}
	}
	for _, c := range plain {
		if found {
			c.Field = label.Remark
		}
	}
}

// signed says whether the first cell of a column of targets is a sign alone,
// as short as one.
func (r *roles) signed(c *Column) bool {
	for row := r.band.From; row <= r.band.To && row < r.band.From+5; row++ {
		if cell := r.sheet.At(row, c.First); cell != nil && !cell.Blank {
			return utf8.RuneCountInString(cell.Text) <= 4 && r.holds(c).signs > 0
		}
	}
	return false
}

func (r *roles) headText(c *Column) string {
	if c.Head == nil {
		return model.Chinese.Say("第%d列", "column %d", c.First)
	}
	return label.Text(c.Head.Text)
}

func (r *roles) note(at *Cell, guessed bool, what model.Text) {
	r.band.Notes = append(r.band.Notes, Note{At: at, What: what, Guessed: guessed})
}

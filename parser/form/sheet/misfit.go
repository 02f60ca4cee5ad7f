package sheet

import (
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/parser/form/label"
	"jxmb/parser/value"
)

// contradictions refuses a table whose labels can't stand over what the columns
// hold: weights that are none, where a head was moved or a cell of it lost, or
// one cell that holds the heads of the targets and of another column.
func (r *roles) contradictions() bool {
	return r.refuses(func(c *Column) bool {
		if c.Scope != label.InColumn || c.Head == nil {
			return false
		}
		return !c.Exact && r.fused(c) || marks.Has(c.Field) && r.noMarks(c)
	})
}

// refuses refuses the table for the first column that is such, and says whether
// there is one.
func (r *roles) refuses(such func(*Column) bool) bool {
	at := first(r.band.Columns, such)
	if at < 0 {
		return false
	}
	r.misfit(&r.band.Columns[at])
	return true
}

// marks are the columns of nothing but numbers.
var marks = label.These(label.Weight, label.Score)

// noMarks says whether a column of marks holds values with a sign or a unit, and no
// shares of the whole: 30% | 20% | 50%.
func (r *roles) noMarks(c *Column) bool {
	h := r.sample(c, fewRows)
	return h.filled > 1 && h.mostly(h.targets-h.numbers+h.signs) && !r.shares(c)
}

// shares says whether the cells of a column are percentages that add up to the whole,
// or to twice of it where their sum stands among them.
func (r *roles) shares(c *Column) bool {
	sum := model.Decimal("0")
	for cell := range r.cells(c) {
		if cell.Blank {
			continue
		}
		d, ok := model.ParseDecimal(strings.TrimRight(label.Trim(cell.Text), "%％"))
		if ok != nil {
			return false
		}
		sum = sum.Add(d)
	}
	return sum == "100" || sum == "200"
}

// fused says whether the lines of a head are labels of different columns and
// stand over several, or one of them is that of the targets.
func (r *roles) fused(c *Column) bool {
	if !strings.Contains(c.Head.Text, "\n") {
		return false
	}
	fields := map[label.Field]bool{}
	for line := range strings.SplitSeq(c.Head.Text, "\n") {
		e, _ := r.sheet.labels.Lookup(line)
		fields[e.Field(label.InColumn, r.form)] = true
	}
	delete(fields, label.NoField)
	return len(fields) > 1 && (fields[label.Target] || c.Head.ColSpan > 1)
}

// misplaced refuses candidates where none holds values or heads stand in their
// place, and a column that is labelled otherwise holds values: the heads of
// both changed places, or a cell of the header was merged with others.
func (r *roles) misplaced(candidates []candidate) bool {
	sunken := func(c candidate) bool { return c.Head != nil && c.Head.LastRow() >= r.band.From }
	switch {
	case r.refusesOne(candidates, sunken):
		return true
	case !slices.ContainsFunc(candidates, func(c candidate) bool { return !r.plausible(c.Column) }):
		return false
	case r.refusesOne(candidates, func(c candidate) bool { return r.holdsLevels(c.Column) }):
		return true
	}
	sound, bare, none := r.valued(candidates)
	return !sound && (r.labelledOtherwise(bare, none) || bare && r.weighed(candidates))
}

// valued says of the candidates whether one of them holds values with a sign or
// a unit, which may stand in a column of their own, whether one holds bare numbers, and whether none holds values for the
// most part.
func (r *roles) valued(candidates []candidate) (sound, bare, none bool) {
	none = true
	for _, c := range candidates {
		h := r.sample(c.Column, fewRows)
		valued := h.mostly(h.targets) && 2*h.filled >= h.rows
		sound = sound || valued && (h.numbers < h.targets || r.measured(c.Column))
		bare = bare || h.filled > 0 && h.numbers == h.filled
		none = none && !valued
	}
	return sound, bare, none
}

// measured says whether the units of bare numbers stand in a column of their own, and the
// numbers are no weights.
func (r *roles) measured(c *Column) bool {
	return r.band.has(label.Measure) && !r.wholeMarks(c)
}

// refusesOne refuses the table for the first candidate that is such, and says
// whether there is one.
func (r *roles) refusesOne(candidates []candidate, such func(candidate) bool) bool {
	at := slices.IndexFunc(candidates, such)
	if at < 0 {
		return false
	}
	r.misfit(candidates[at].Column)
	return true
}

// holdsLevels says whether the first cells of a column name levels.
func (r *roles) holdsLevels(c *Column) bool {
	h := r.sample(c, fewRows)
	return h.mostly(h.levels[0] + h.levels[1])
}

// labelledOtherwise refuses the table where a column that is labelled otherwise
// holds values. Numbers of rows, under an unknown head left of the names, are
// none.
func (r *roles) labelledOtherwise(bare, none bool) bool {
	names := r.sheet.Cols + 1
	if at := first(r.band.Columns, (*Column).isName); at >= 0 {
		names = r.band.Columns[at].First
	}
	return r.refuses(func(c *Column) bool {
		return c.Scope == label.InColumn && (c.Field != label.Remark || c.First > names) && r.holdsTargets(c, bare, none)
	})
}

// holdsTargets says whether a column that is for something else holds values:
// figures with a sign or a unit or, where the targets are no bare numbers, any.
//
// With none, no candidate holds values for the most part.
func (r *roles) holdsTargets(c *Column, bare, none bool) bool {
	least := 2
	switch f := c.Field; {
	case f.IsLevel():
		least = 1
	case f.IsText(), wordsBeside.Has(f):
	case f == label.Remark:
		bare = bare || !none && !r.holds(c).weights()
	default:
		return false
	}
	h := r.sample(c, fewRows)
	if bare {
		h.targets -= h.numbers
	}
	return h.filled >= least && h.mostly(h.targets) && !r.holdsDates(c)
}

// holdsDates says whether the first cells of a column are dates, which tell when
// something is due and leave it open what: 完成时限 beside numbers.
func (r *roles) holdsDates(c *Column) bool {
	found := false
	for cell := range r.cells(c) {
		switch {
		case cell.Blank:
			continue
		case cell.Line >= r.band.From+fewRows:
			return found
		case value.Parse(cell.Text, value.Hint{}).Kind != model.Deadline:
			return false
		}
		found = true
	}
	return found
}

// wordsBeside are the columns of the indicators that hold words.
var wordsBeside = label.These(label.Description, label.Measure, label.Operator)

// weighed refuses candidates of bare numbers that add up as weights do while
// those of the column of weights do not.
func (r *roles) weighed(candidates []candidate) bool {
	return slices.ContainsFunc(candidates, func(t candidate) bool { return r.wholeMarks(t.Column) }) &&
		r.refuses(func(c *Column) bool { return c.Is(label.Weight) && !r.wholeMarks(c) })
}

// wholeMarks says whether the numbers of a column add up to full marks, of one
// project or several.
func (r *roles) wholeMarks(c *Column) bool {
	h := r.holds(c)
	if h.filled < 3 || h.numbers < h.filled || h.most.Cmp("100") > 0 {
		return false
	}
	switch h.sum {
	case "90", "180":
		return true
	}
	return strings.HasSuffix(string(h.sum), "00")
}

// outOfOrder refuses a table whose targets stand left of all names while other
// columns of the indicators stand right of them: a head was moved.
func (r *roles) outOfOrder() bool {
	columns := r.band.Columns
	names, end := max(0, first(columns, (*Column).isName)), last(columns, (*Column).isName)
	early := first(columns[:names], func(c *Column) bool { return c.Is(label.Target) })
	if early < 0 || !holds(columns[end+1:], func(c *Column) bool { return c.Scope == label.InColumn && c.Field != label.Remark }) {
		return false
	}
	r.misfit(&columns[early])
	return true
}

// unranked refuses a table of grades in which the best one, which is the target,
// has no column.
func (r *roles) unranked() bool {
	best := func(c *Column) bool { return c.Is(label.Grade) && label.Normal(c.Head.Text) == bestGrade }
	if !r.graded() || r.band.has(label.Target) || holds(r.band.Columns, best) {
		return false
	}
	r.band.Unread = model.Say("分档标准里没有“%s”一栏，无法确定指标值", "the grades have no column %s, so that the targets are not clear", bestGrade)
	return true
}

// bestGrade is the grade that an indicator has to reach for full marks.
const bestGrade = "优"

func (r *roles) misfit(c *Column) {
	r.band.Unread = model.Say("“%s”一栏的内容与表头不符，表头与内容错位", "what the column %s holds does not fit its head; header and content are out of step", r.headText(c))
}

// plausible says, at no cost for the common table, whether the first cells of a
// column of targets begin as values do and are more than a number.
func (r *roles) plausible(c *Column) bool {
	rows, blank, values := 0, 0, 0
	for row := r.band.From; row <= r.band.To && rows < fewRows; row++ {
		cell := r.sheet.begins(row, c.First)
		if cell == nil {
			continue
		}
		rows++
		switch {
		case cell.Blank:
			blank++
		case figure(label.Trim(cell.Text)):
			values++
		}
	}
	return values > 0 && 2*blank <= rows
}

// figure says whether a text begins as values do and is more than a number.
func figure(text string) bool {
	return strings.IndexAny(text, "0123456789≥≤≧≦＞＜><=＝０１２３４５６７８９") == 0 && strings.Trim(text, "0123456789.０１２３４５６７８９．") != ""
}

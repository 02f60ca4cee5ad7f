package sheet

import (
	"jxmb/model"
	"jxmb/parser/form/label"
)

// levels tells the columns of levels by the words in them, where no head names
// that level.
func (r *roles) levels() {
	r.shiftNames()
	r.namesAhead()
	r.raisedLevels()
	r.loweredLevels()
	if !r.band.has(label.Level2) {
		r.betweenLevels()
	}
	for _, level := range [...]label.Field{label.Level1, label.Level2} {
		if !r.band.has(level) {
			r.findLevel(level)
		}
	}
}

// findLevel finds the column most cells of which name that level.
func (r *roles) findLevel(level label.Field) {
	at := first(r.band.Columns, func(c *Column) bool {
		if !c.mayBeLevel() {
			return false
		}
		return r.namesLevel(c) == level
	})
	if at < 0 {
		return
	}
	c := &r.band.Columns[at]
	c.Scope, c.Field = label.InColumn, level
	r.note(r.headOf(c), false, model.Say("“%s”一列的内容是一、二级指标的名称，按%s读取", "the column %s holds names of levels and was read as %s",
		r.headText(c), label.Word(level.String(), model.Chinese)))
}

// mayBeLevel says whether the head of the column leaves it open that it holds
// levels: a blank or unknown one, or a caption of the indicators.
func (c *Column) mayBeLevel() bool {
	return !c.isName() && (!c.Exact || c.Field == label.Remark || c.IsCaption())
}

// shiftNames reads 绩效指标 | 指标内容, or an unknown head over names, of which the first
// holds levels, as a level and the name of the indicators.
func (r *roles) shiftNames() {
	columns := r.band.Columns
	at := first(columns, func(c *Column) bool { return c.Is(label.Level3) })
	if at < 0 || at+1 >= len(columns) || !columns[at].headsIndicators(r.form) {
		return
	}
	if next := &columns[at+1]; !next.Is(label.Description) && !(next.unknown() && next.mayName() && r.holdsNames(next, columns[at+2:])) {
		return
	}
	level := r.namesLevel(&columns[at])
	if level == label.NoField || r.band.has(level) {
		return
	}
	columns[at].Field, columns[at+1].Field = level, label.Level3
}

// namesAhead finds the names under an unknown head between the levels and the targets
// where what was taken for them is a caption behind those: 二级指标 | 事项 | 指标值 | 指标内容.
func (r *roles) namesAhead() {
	columns := r.band.Columns
	caption := first(columns, func(c *Column) bool { return c.Is(label.Level3) && c.headsIndicators(r.form) })
	target := first(columns, func(c *Column) bool { return c.Is(label.Target) })
	at := last(columns[:max(target, 0)], (*Column).isName) + 1
	if caption < target || at == 0 || at == target {
		return
	}
	if c := &columns[at]; c.mayName() && r.holdsNames(c, columns[at+1:]) {
		r.name(c)
		columns[caption].Field = label.Description
	}
}

// raisedLevels reads 一级指标 | 二级指标 over second levels and the names of indicators,
// where no column is that of the names.
func (r *roles) raisedLevels() {
	level1, level2 := r.band.column(label.Level1), r.band.column(label.Level2)
	if level1 == nil || level2 == nil || r.band.has(label.Level3) {
		return
	}
	if r.namesLevel(level1) != label.Level2 || r.namesLevel(level2) != label.NoField {
		return
	}
	level2.Field = label.Level3
	r.note(level2.Head, false, model.Say("“%s”一列的内容是指标名称，按三级指标读取", "the column %s holds names of indicators and was read as level 3", r.headText(level2)))
}

// loweredLevels reads 指标维度 | 指标类型 over first and second levels, the head of the first
// unknown, as these.
func (r *roles) loweredLevels() {
	columns := r.band.Columns
	at := first(columns, func(c *Column) bool { return c.Is(label.Level1) })
	if at < 1 || r.band.has(label.Level2) || !columns[at-1].mayBeLevel() {
		return
	}
	if r.namesLevel(&columns[at-1]) != label.Level1 || r.namesLevel(&columns[at]) != label.Level2 {
		return
	}
	columns[at-1].Scope, columns[at-1].Field, columns[at].Field = label.InColumn, label.Level1, label.Level2
	r.note(r.headOf(&columns[at]), false, model.Say("“%s”一列的内容是二级指标的名称，按二级指标读取", "the column %s holds names of level 2 and was read as it", r.headText(&columns[at])))
}

// betweenLevels tells the columns right of level 1 that hold level 2 under a head that names
// level 1 or nothing known: 一级指标 | 指标类型 | 三级指标. A second column of level 1 that
// holds something else is none.
func (r *roles) betweenLevels() {
	columns := r.band.Columns
	for i := 1; i+1 < len(columns); i++ {
		c := &columns[i]
		again := c.Is(label.Level1)
		if !columns[i-1].Is(label.Level1) || !again && !c.Is(label.Remark) {
			continue
		}
		switch {
		case r.namesLevel(c) == label.Level2, columns[i+1].Is(label.Level3) && r.holdsWords(c):
			c.Field = label.Level2
			r.note(r.headOf(c), false, model.Say("“%s”一列在一级指标与三级指标之间，按二级指标读取", "the column %s stands between levels 1 and 3 and was read as level 2", r.headText(c)))
		case again:
			c.Field = label.Remark
		}
	}
}

// headsIndicators says whether the head of the column is one that may name
// indicators or their levels: 绩效指标.
func (c *Column) headsIndicators(form string) bool {
	return c.Head != nil && c.Head.Entry.Field(label.InColumn, form) == label.Indicator
}

// namesLevel is the level that most cells of the column name; NoField where they
// do not.
func (r *roles) namesLevel(c *Column) label.Field {
	var levels [2]int
	filled := 0
	for cell := range r.cells(c) {
		if cell.Blank || Dotted(cell.Text) {
			continue
		}
		if filled == sampleRows {
			break
		}
		filled++
		if level := levelOf(cell, r.form); level != label.NoField {
			levels[level-label.Level1]++
		}
	}
	switch {
	case 2*levels[0] > filled:
		return label.Level1
	case 2*levels[1] > filled, 2*(levels[0]+levels[1]) > filled:
		return label.Level2
	}
	return label.NoField
}

// levelOf is the level that a cell names, in full or in short.
func levelOf(c *Cell, form string) label.Field {
	if m := c.In(label.InLevel, form); m != nil {
		return m.Field
	}
	return label.LevelCell(c.Text)
}

package sheet

import (
	"jxmb/model"
	"jxmb/parser/form/label"
)

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

// holdsWords says whether the cells of a column are texts: no values, signs or kinds.
func (r *roles) holdsWords(c *Column) bool {
	h := r.holds(c)
	return h.filled > 0 && !h.mostly(h.targets+h.signs+h.qualities)
}

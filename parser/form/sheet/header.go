package sheet

import (
	"strings"
	"unicode/utf8"

	"jxmb/parser/form/label"
	"jxmb/parser/value"
)

// isHeader says whether row is the header of an indicator table: by its words
// or, where nothing in the table is one by these, a row of heads above a row of
// levels.
func (s *Sheet) isHeader(row int, form string) bool {
	n := s.headWords(row, form)
	switch {
	case n.header(), n.named && n.levelWords == 0 && s.wordsHeader(row, form):
		return true
	case len(s.Bands) > 0:
		return false
	}
	if n.levelWords == 0 && s.headsLevels(row, form) {
		return true
	}
	return (n.levelWords > 1 || n.named) && s.headsWritten(row, form)
}

// header says whether the words are those of a header. Two levels named in it
// make it one whatever else it holds; so do a column of indicators and one of
// their values among labels for the most part. A level before labels alone heads the
// levels below it: 产出指标 | 指标名称 | 指标值.
func (n *headWords) header() bool {
	switch {
	case n.levelWords > 0:
		return n.ofLevel && n.name && n.value && n.unknown == 0
	case n.levels() >= 2:
		return true
	}
	return n.name && n.value && n.known > n.unknown
}

// headWords is what the cells of a row say of columns.
type headWords struct {
	level          [3]bool // level 1, level 2, level 3 or the name of the indicator
	bare           [3]bool // 一级, 二级, 三级 alone, which may be data
	name, value    bool
	named          bool // a cell names indicators by its label or its last word: 考核指标
	known, unknown int  // cells that are labels, and others
	levelWords     int  // 产出指标, 数量指标: cells of data
	ofLevel        bool // one of them, of the first level, stands before all other cells
}

func (n *headWords) levels() int {
	count := 0
	for _, is := range n.level {
		if is {
			count++
		}
	}
	return count
}

func (s *Sheet) headWords(row int, form string) headWords {
	var n headWords
	for c := range s.Words(row) {
		n.add(c, form)
	}
	if n.bare == [3]bool{true, true, true} {
		n.level, n.name = n.bare, true
	}
	return n
}

// add counts one cell.
func (n *headWords) add(c *Cell, form string) {
	f := headField(c, form)
	n.named = n.named || f.IsName() || strings.HasSuffix(c.Text, "指标")
	switch {
	case f.IsName():
		n.level[min(f, label.Level3)-label.Level1], n.name = true, true
	case headsValues.Has(f):
		n.value = true
	case f != label.NoField:
	case c.Entry == nil:
		if c.Marks.Has(label.HasLevel) {
			n.addBare(label.BareLevel(c.Text))
		}
		n.unknown++
		return
	case c.Entry.In(label.InLevel, form) != nil:
		n.levelWords++
		n.ofLevel = n.known+n.unknown == 0 && c.In(label.InLevel, form).Is(label.Level1)
	}
	n.known++
}

// addBare notes a level that a cell names by its number alone.
func (n *headWords) addBare(level label.Field) {
	if level != label.NoField {
		n.bare[level-label.Level1] = true
	}
}

// wordsHeader says whether a row with the name of indicators is a header by words that are
// no labels: three of its cells at least are heads by label or by words, more than others,
// one of them of values, and none of the others says that the row is data.
func (s *Sheet) wordsHeader(row int, form string) bool {
	heads, others, value := 0, 0, false
	for c := range s.Words(row) {
		h := label.Head{Field: headField(c, form)}
		if h.Field == label.NoField {
			m := c.In(label.InProject, form)
			own := m.Is(label.Goals) || m.Is(label.Extra) // 目标任务, 完成情况, 项目内容
			if c.isMonth() {
				continue
			}
			if s.isData(c) || !own && s.labelsRow(c, form) {
				return false
			}
			h = label.ReadHead(c.Text)
		}
		value = value || headsValues.Has(h.Field) || h.Say(label.SaysValue)
		if h.Field != label.NoField || h.Say(label.SaysValue) || h.Term != "" || h.Year > 0 {
			heads++
		} else {
			others++
		}
	}
	return value && heads > max(2, others)
}

// longestMonth bounds the characters of a head that is a month: 9月底.
const longestMonth = 4

// headsValues are the columns that an indicator table must have one of.
var headsValues = label.These(label.Target, label.Grades, label.Operator)

// longestHead bounds the bytes of a head that names a level: 12 ideographs.
const longestHead = 36

// headField is the column that a cell heads, by its label or, for a level, by
// the words of it: 一级分类.
func headField(c *Cell, form string) label.Field {
	if c.Entry == nil && c.Marks.Has(label.HasLevel) && len(c.Text) <= longestHead {
		return label.ReadHead(c.Text).Field
	}
	return c.Entry.Field(label.InColumn, form)
}

// headsLevels says whether row heads columns by where it stands alone: right
// below it begins a column of levels (产出指标), and its cells from there on are
// three or more, short, and neither values nor labels of other rows; two of
// them at least are worded as heads are, or as kinds of things where values stand
// below another (类别 | 分类 | 内容 | 要求达到). The head over the levels may be blank.
func (s *Sheet) headsLevels(row int, form string) bool {
	level := s.levelIn(row+1, form)
	if level == nil {
		return false
	}
	heads, worded, kinds, values := 0, 0, 0, false
	for c := range s.across(row) { // also those that span down from the row above
		if c.Blank || c.LastColumn() < level.Column {
			continue
		}
		if c.Line < row && c.In(label.InLevel, form) != nil || !s.mayHead(c, form) {
			return false
		}
		heads++
		switch {
		case wordedAsHead(c.Text):
			worded++
		case label.NamesKind(c.Text):
			kinds++
		default:
			values = values || s.overValues(c)
		}
	}
	return heads >= 3 && (worded >= 2 || values && worded+kinds >= 2)
}

// overValues says whether the cells in the two rows below a head are values with a sign or a
// unit.
func (s *Sheet) overValues(head *Cell) bool {
	for row := head.LastRow() + 1; row <= head.LastRow()+2; row++ {
		if c := s.begins(row, head.Column); !c.Filled() || !figure(c.Text) || !value.IsTarget(c.Text) {
			return false
		}
	}
	return true
}

// mayHead says whether a cell that is no label of a column may head one all the
// same.
func (s *Sheet) mayHead(c *Cell, form string) bool {
	return utf8.RuneCountInString(c.Text) <= 16 && !value.IsTarget(c.Text) && !s.labelsRow(c, form)
}

func wordedAsHead(text string) bool {
	h := label.ReadHead(text)
	return h.Say(label.SaysValue) || h.Field != label.NoField || strings.Contains(text, "指标")
}

// levelIn is the first cell of row that names a level of indicators; nil where
// there is none, or no such row.
func (s *Sheet) levelIn(row int, form string) *Cell {
	if row > s.Rows {
		return nil
	}
	for c := range s.Words(row) {
		if c.Entry.In(label.InLevel, form) != nil {
			return c
		}
	}
	return nil
}

// labelsRow says whether c is a label of the rows around the indicators and
// heads no column of theirs.
func (s *Sheet) labelsRow(c *Cell, form string) bool {
	if c.Entry.In(label.InColumn, form) != nil || c.Entry.Field(label.InProject, form) == label.Indicators && c.Entry.In(label.InMoney, form) == nil {
		return false
	}
	return c.Entry.Around(form)
}

package form

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
	"jxmb/parser/value"
)

// noData passes a row among the indicators that holds none: the numbers of the
// columns, their units, boxes for seals, or a place of the template that was
// left as printed.
func (r *rowReader) noData(row int) bool {
	if !r.mayHoldNone(row) {
		return false
	}
	cells := r.filledCells(row)
	switch {
	case numberColumns(cells), row == r.band.From && r.unitsOnly(cells):
		r.keepUnits(cells)
		for _, c := range cells {
			c.Take(sheet.UseHeader, "", nil)
		}
	case r.sealed(cells):
		for _, c := range cells {
			title, rest, _ := strings.Cut(c.Text, "\n")
			r.Extra(label.Text(title), rest, c)
			c.Take(sheet.UseInline, "extra", nil)
		}
	case r.template(cells):
		for k := range r.halves {
			r.levels(row, k) // later rows may stand under them
		}
		for _, c := range cells {
			c.Take(sheet.UseNothing, "", nil)
		}
	default:
		return false
	}
	return true
}

// mayHoldNone says, at no cost for the common row, whether a cell begins as
// those of rows without data do.
func (r *rowReader) mayHoldNone(row int) bool {
	for c := range r.Sheet.Unread(row) {
		if c.Marks.Has(label.HasSeal) || beginsNone(c.Text) {
			return true
		}
	}
	return false
}

// beginsNone says whether a text begins as a place of the template, a unit or
// the number of a column does.
func beginsNone(text string) bool {
	for _, r := range text {
		switch {
		case label.BlankRune(r):
			continue
		case r == '指' || r == '单':
			return true
		case len(text) > maxColumnNumber:
			return false
		case r >= '0' && r <= '9', r >= 'A' && r <= 'H', r >= '①' && r <= '③':
			return true
		}
		return r == '(' || r == '（' || r == '甲' || r == '栏'
	}
	return false
}

// filledCells is the cells of the row that hold something and are not read yet.
func (r *rowReader) filledCells(row int) []*sheet.Cell {
	return slices.Collect(r.Sheet.Unread(row))
}

// numberColumns says whether the cells number columns, three or more: 1 | 2 |
// 3 | 4=2-3, 栏次 | 1 | 2 | 3, A | B | C, 甲 | 乙 | 1 | 2.
func numberColumns(cells []*sheet.Cell) bool {
	numbers := 0
	style, last := columnStyle(0), 0
	for i, c := range cells {
		if i == 0 && label.Normal(c.Text) == "栏次" {
			continue
		}
		s, n := columnNumber(c.Text)
		switch {
		case s == 0:
			return false
		case numbers > 0 && n != last+1 && !(s > style && n == 1):
			return false
		}
		style, last = s, n
		numbers++
	}
	return numbers >= 3
}

// columnStyle is how columns are numbered: 甲 goes before A, and A before 1.
type columnStyle uint8

// maxColumnNumber bounds the bytes of a cell that may number a column.
const maxColumnNumber = 24

// columnNumber reads the number of a column, the formula behind it left out:
// 5=4/3. The style is 0 where the text is none.
func columnNumber(text string) (style columnStyle, n int) {
	if len(text) > maxColumnNumber {
		return 0, 0
	}
	s, _, _ := strings.Cut(label.Normal(text), "=")
	s = strings.Trim(s, "()")
	r, size := utf8.DecodeRuneInString(s)
	stem := strings.Index("甲乙丙丁戊己庚辛壬癸", s)
	switch {
	case s == "":
	case stem >= 0 && size == len(s):
		return 1, stem/size + 1
	case size == len(s) && r >= 'A' && r <= 'Z':
		return 2, int(r-'A') + 1
	case size == len(s) && r >= '①' && r <= '⑳':
		return 3, int(r-'①') + 1
	default:
		if v, chinese, end := label.Count(s); !chinese && end == len(s) {
			return 3, v
		}
	}
	return 0, 0
}

// unitsOnly says whether the cells, right below the header, are units of the
// columns and nothing else: （万元） | （%）, 单位：次.
func (r *rowReader) unitsOnly(cells []*sheet.Cell) bool {
	return !slices.ContainsFunc(cells, func(c *sheet.Cell) bool { return unitOfColumn(c.Text) == "" })
}

// unitOfColumn is the unit that a cell below a head names, "" where it names
// none.
func unitOfColumn(text string) string {
	s := label.Normal(text)
	inner, bracketed := strings.CutPrefix(s, "(")
	inner, closed := strings.CutSuffix(inner, ")")
	unit, declared := strings.CutPrefix(inner, "单位:")
	if !(bracketed && closed || declared) || !value.IsUnit(unit) {
		return ""
	}
	return unit
}

// keepUnits notes the units that stand below the heads of columns.
func (r *rowReader) keepUnits(cells []*sheet.Cell) {
	for _, c := range cells {
		if unit := unitOfColumn(c.Text); unit != "" {
			if r.columnUnits == nil {
				r.columnUnits = map[int]string{}
			}
			r.columnUnits[c.Column] = unit
		}
	}
}

// sealed says whether the cells are boxes for seals and signatures: some of
// them say so, and none is a level or a value.
func (r *rowReader) sealed(cells []*sheet.Cell) bool {
	seal := false
	for _, c := range cells {
		if r.IsLevel(c) || r.IsLabel(c) || value.IsTarget(c.Text) {
			return false
		}
		seal = seal || sealBox(c.Text)
	}
	return seal
}

// sealBox says whether a cell is a place for a seal or a signature: the word
// stands in a bracket, before a colon or at the end of a line.
func sealBox(text string) bool {
	if !strings.ContainsAny(text, "章签") || utf8.RuneCountInString(text) > 80 {
		return false
	}
	s := label.Normal(text)
	for _, word := range label.Listed("seal") {
		if strings.Contains(s, "("+word+")") || strings.Contains(s, word+":") || strings.HasSuffix(s, word) && len(text) > len(word) {
			return true
		}
	}
	return false
}

// template says whether the row is one of the template that nothing was filled
// in: a name such as 指标2： with at most its levels beside it.
func (r *rowReader) template(cells []*sheet.Cell) bool {
	named := false
	for _, c := range cells {
		switch {
		case namePlace(c.Text):
			named = true
		case !r.saysLevel(c) && !r.inLevelColumn(c) && !dotted(c.Text):
			return false
		}
	}
	return named
}

// inLevelColumn says whether the cell stands in a column of levels.
func (r *rowReader) inLevelColumn(c *sheet.Cell) bool {
	return r.columnAt(c.Column).Field.Between(label.Level1, label.Level2)
}

// namePlace says whether a text is what a template prints where the name of an
// indicator goes: 指标1：, 指标2, 指标….
func namePlace(text string) bool {
	if len(text) > maxColumnNumber {
		return false
	}
	s, ok := strings.CutPrefix(label.Normal(text), "指标")
	if !ok {
		return false
	}
	_, chinese, end := label.Count(s)
	numbered, dots := end > 0 && !chinese, s != "" && end == 0
	return (numbered || dots) && strings.Trim(s[end:], ":.…") == ""
}

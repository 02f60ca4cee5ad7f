package model

import (
	"fmt"
	"strings"
	"unicode"
)

// Origin is a place in a submission: a cell of a table, or (Table 0) a
// paragraph. Table counts the tables of the part from 1 in document order,
// nested ones included; Row and Column are 1-based grid slots of the cell's
// upper left corner; Start and End are the byte range of the cell (or of the
// runs that matter in it) in Part, End exclusive. A part in UTF-16 is counted as
// if it were UTF-8.
//
// In a workbook Sheet and Cell name the place as spreadsheets do ("C12", or
// "A3:H30" of a table), while rows and columns that are hidden or blank count
// for nothing in Row and Column, and Start and End count through the sheets'
// parts one behind the other.
type Origin struct {
	Part     string `json:"part" jsonschema:"title=文档部件,nullable"`
	Bookmark string `json:"bookmark" jsonschema:"title=书签,nullable"`
	Table    int    `json:"table" jsonschema:"title=表序,nullable"`
	Row      int    `json:"row" jsonschema:"title=行,nullable"`
	Column   int    `json:"column" jsonschema:"title=列,nullable"`
	Start    int    `json:"start" jsonschema:"title=起始字节"`
	End      int    `json:"end" jsonschema:"title=结束字节"`
	Sheet    string `json:"sheet,omitempty" jsonschema:"title=工作表"`
	Cell     string `json:"cell,omitempty" jsonschema:"title=单元格"`
}

// CellRef says where the field named Field stands. Field is the field's JSON
// path below the object that holds the reference: "budget.total",
// "spending_plan[2]", "level3".
type CellRef struct {
	Field  string `json:"field" jsonschema:"title=字段"`
	Table  int    `json:"table" jsonschema:"title=表序"`
	Row    int    `json:"row" jsonschema:"title=行"`
	Column int    `json:"column" jsonschema:"title=列"`
	Start  int    `json:"start" jsonschema:"title=起始字节"`
	End    int    `json:"end" jsonschema:"title=结束字节"`
	Sheet  string `json:"sheet,omitempty" jsonschema:"title=工作表"`
	Cell   string `json:"cell,omitempty" jsonschema:"title=单元格"`
}

// At is the origin of the cell that r refers to, in the same part and under
// the same bookmark as o.
func (o Origin) At(r CellRef) Origin {
	o.Table, o.Row, o.Column, o.Start, o.End = r.Table, r.Row, r.Column, r.Start, r.End
	o.Sheet, o.Cell = r.Sheet, r.Cell
	return o
}

// Place names the place for readers of l: 表3 第2行第4列, 绩效目标表!C12.
func (o Origin) Place(l Lang) string {
	switch {
	case o.Sheet != "":
		return o.inWorkbook()
	case o.Table == 0 && o.Bookmark != "":
		return l.Say("书签 %s", "bookmark %s", o.Bookmark)
	case o.Table == 0:
		return l.Say("正文", "body text")
	case o.Row == 0:
		return l.Say("表%d", "table %d", o.Table)
	case o.Column == 0:
		return l.Say("表%d 第%d行", "table %d row %d", o.Table, o.Row)
	}
	return l.Say("表%d 第%d行第%d列", "table %d row %d column %d", o.Table, o.Row, o.Column)
}

// String is the compact form of the place used in one-line reports.
func (o Origin) String() string {
	if o.Sheet != "" {
		return o.inWorkbook()
	}
	if o.Table == 0 {
		return o.Bookmark
	}
	return fmt.Sprintf("%d(%d,%d)", o.Table, o.Row, o.Column)
}

// inWorkbook is the place as formulas write it, the name of the sheet in
// quotes where it is more than letters, digits and underscores.
func (o Origin) inWorkbook() string {
	sheet := o.Sheet
	plain := func(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }
	if strings.IndexFunc(sheet, func(r rune) bool { return !plain(r) }) >= 0 {
		sheet = "'" + strings.ReplaceAll(sheet, "'", "''") + "'"
	}
	if o.Cell == "" {
		return sheet
	}
	return sheet + "!" + o.Cell
}

// Field is the origin of the named field of the project; the project's own
// origin when the field has no cell of its own.
func (p *Project) Field(name string) Origin { return fieldOrigin(p.Origin, p.Cells, name) }

// Field is the origin of the named field of the indicator; the indicator's
// own origin when the field has no cell of its own.
func (i *Indicator) Field(name string) Origin { return fieldOrigin(i.Origin, i.Cells, name) }

func fieldOrigin(o Origin, cells []CellRef, name string) Origin {
	for _, c := range cells {
		if c.Field == name {
			return o.At(c)
		}
	}
	return o
}

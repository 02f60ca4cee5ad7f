package render

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"jxmb/model"
)

// Colours of the workbook: one blue for headings, pale fills that stay
// readable when printed in grey.
const (
	xlsxBlue     = "1F4E79"
	xlsxPaleBlue = "DDEBF7"
	xlsxBorder   = "BFBFBF"
	xlsxRed      = "FFC7CE"
	xlsxDarkRed  = "9C0006"
	xlsxAmber    = "FFEB9C"
	xlsxDarkGold = "7F6000"
	xlsxGrey     = "595959"
)

// xlsxLook is all that tells one cell style from another.
type xlsxLook struct {
	form   xlsxForm
	places int  // decimals, of numbers
	quoted bool // text that would be a formula when typed
	top    bool // begins at the top: the row cannot be high enough for it
	role   xlsxRole
}

// xlsxRole is the part a cell plays on its sheet.
type xlsxRole uint8

const (
	xlsxBody        xlsxRole = iota
	xlsxHeader               // column heading
	xlsxAsideHeader          // heading of a column that is not printed
	xlsxTitle                // title of the overview
	xlsxCaption              // line under the title, notes
	xlsxSection              // heading of a block of the overview
	xlsxFact                 // name of a fact, and the last row of a block
)

const (
	xlsxMaxPlaces = 8
	xlsxGap       = "_ " // keeps numbers off the line beside them
)

// lookOf is the style that suits a cell of the body.
func lookOf(c xlsxCell) xlsxLook {
	look := xlsxLook{form: c.form}
	switch c.form {
	case xlsxNumber, xlsxMoney:
		_, fraction, _ := strings.Cut(string(c.number), ".")
		look.places = min(len(fraction), xlsxMaxPlaces)
		if c.form == xlsxMoney {
			look.places = max(look.places, 2)
		}
		look.form = xlsxNumber
	case xlsxText, xlsxLabel:
		look.quoted = looksLikeFormula(c.text)
	}
	return look
}

// style gives the number of a style, made on first use.
func (b *xlsxBook) style(look xlsxLook) int {
	if id, ok := b.styles[look]; ok {
		return id
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Family: b.font(), Size: 10},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
	}
	look.form.format(s, look.places)
	look.role.format(s)
	if look.top {
		s.Alignment.Vertical = "top"
	}
	id, err := b.file.NewStyle(s)
	b.fail(err)
	if look.quoted && err == nil {
		id = b.quoted(id)
	}
	b.styles[look] = id
	return id
}

// quoted is the style id with the quote that keeps a text a text when somebody
// edits the cell: ECMA-376-1 §18.8.45, quotePrefix. excelize has no option for
// it and takes styles for equal that differ in it, hence a copy behind the
// plain one.
func (b *xlsxBook) quoted(id int) int {
	xfs := b.file.Styles.CellXfs
	xf, yes := xfs.Xf[id], true
	xf.QuotePrefix = &yes
	xfs.Xf = append(xfs.Xf, xf)
	xfs.Count = len(xfs.Xf)
	return xfs.Count - 1
}

func (f xlsxForm) format(s *excelize.Style, places int) {
	switch f {
	case xlsxText:
		s.NumFmt = 49 // "@", ECMA-376-1 §18.8.30
	case xlsxLabel:
		s.NumFmt, s.Alignment.Horizontal = 49, "center"
	case xlsxNumber:
		code := "#,##0"
		if places > 0 {
			code += "." + strings.Repeat("0", places)
		}
		code += xlsxGap
		s.CustomNumFmt, s.Alignment.Horizontal, s.Alignment.WrapText = &code, "right", false
	case xlsxShare:
		code := "0.0%" + xlsxGap
		s.CustomNumFmt, s.Alignment.Horizontal, s.Alignment.WrapText = &code, "right", false
	case xlsxDate:
		code := "yyyy-mm-dd"
		s.CustomNumFmt, s.Alignment.Horizontal, s.Alignment.WrapText = &code, "center", false
	}
}

func (r xlsxRole) format(s *excelize.Style) {
	switch r {
	case xlsxTitle:
		s.Font.Size, s.Font.Bold, s.Font.Color = 16, true, xlsxBlue
		s.Alignment.Horizontal = "center"
		return
	case xlsxCaption:
		s.Font.Size, s.Font.Color = 9, xlsxGrey
		s.Alignment.Horizontal = "center"
		return
	case xlsxSection:
		s.Font.Size, s.Font.Bold, s.Font.Color = 12, true, xlsxBlue
		s.Border = []excelize.Border{{Type: "bottom", Color: xlsxBlue, Style: 2}}
		return
	case xlsxHeader, xlsxAsideHeader:
		s.Font.Bold, s.Font.Color = true, "FFFFFF"
		s.Fill = xlsxFill(xlsxBlue)
		if r == xlsxAsideHeader {
			s.Fill = xlsxFill(xlsxGrey)
		}
		s.Alignment.Horizontal = "center"
	case xlsxFact:
		s.Font.Bold = true
		s.Fill = xlsxFill(xlsxPaleBlue)
	}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		s.Border = append(s.Border, excelize.Border{Type: side, Color: xlsxBorder, Style: 1})
	}
}

func xlsxFill(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

// font is a face that office machines with this language have.
func (b *xlsxBook) font() string { return b.lang.Say("宋体", "Calibri") }

// density is how many digits of the body's 10 point type go into a unit of
// column width, which is a digit of the 11 point default type (ECMA-376-1
// §18.3.1.13).
func (b *xlsxBook) density() float64 {
	if b.lang == model.English {
		return 1
	}
	return 1.15
}

// room is how many digits a wrapped line holds in a column of that width; a
// little is lost where a line may not end.
func (b *xlsxBook) room(width float64) int { return int(0.95*width*b.density()) - 1 }

// marker gives the number of a conditional style, made on first use.
func (b *xlsxBook) marker(fill, color string) *int {
	id, ok := b.markers[fill]
	if !ok {
		var err error
		id, err = b.file.NewConditionalStyle(&excelize.Style{
			Fill: xlsxFill(fill), Font: &excelize.Font{Color: color},
		})
		b.fail(err)
		b.markers[fill] = id
	}
	return &id
}

// severityMarks tell the colours of a finding's row.
func severityMarks(l model.Lang) []xlsxMark {
	return []xlsxMark{
		{severityLabel(l, model.Error), xlsxRed, xlsxDarkRed},
		{severityLabel(l, model.Warning), xlsxAmber, xlsxDarkGold},
	}
}

// xlsxMark colours a row whose marked column holds text.
type xlsxMark struct{ text, fill, color string }

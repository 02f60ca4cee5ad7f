package xlsx

import (
	"math"
	"strings"

	"github.com/xuri/excelize/v2"

	"jxmb/model"
	"jxmb/render/view"
)

// Colours of the workbook: one blue for headings, pale fills that stay
// readable when printed in grey.
const (
	blue      = "1F4E79"
	paleBlue  = "DDEBF7"
	border    = "BFBFBF"
	red       = "FFC7CE"
	darkRed   = "9C0006"
	green     = "C6EFCE"
	darkGreen = "006100"
	amber     = "FFEB9C"
	darkGold  = "7F6000"
	linkBlue  = "0563C1"
	grey      = "595959"
)

// look is all that tells one cell style from another.
type look struct {
	form   form
	places int  // decimals, of numbers
	quoted bool // text that would be a formula when typed
	top    bool // begins at the top: the row cannot be high enough for it
	link   bool // leads to another cell
	role   role
}

// role is the part a cell plays on its sheet.
type role uint8

const (
	roleBody        role = iota
	roleHeader           // column heading
	roleAsideHeader      // heading of a column that is not printed
	roleTitle            // title of the overview
	roleCaption          // line under the title, notes
	roleSection          // heading of a block of the overview
	roleFact             // name of a fact, and the last row of a block
)

const (
	maxPlaces = 8
	gap       = "_ " // keeps numbers off the line beside them
)

// lookOf is the style that suits a cell of the body.
func lookOf(c cell) look {
	look := look{form: c.form, link: c.to.table > 0}
	switch c.form {
	case formNumber, formMoney:
		_, fraction, _ := strings.Cut(string(c.number), ".")
		look.places = min(len(fraction), maxPlaces)
		if c.form == formMoney {
			look.places = max(look.places, 2)
		}
		look.form = formNumber
	case formPercent:
		_, fraction, _ := strings.Cut(string(c.number), ".")
		look.places = min(max(len(fraction)-2, 0), maxPlaces)
	case formText, formLabel:
		look.quoted = looksLikeFormula(c.text)
	}
	return look
}

// style gives the number of a style, made on first use.
func (b *book) style(look look) int {
	if id, ok := b.styles[look]; ok {
		return id
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Family: b.font(), Size: 10},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
	}
	look.form.format(s, look.places)
	look.role.format(s)
	if look.link {
		s.Font.Color, s.Font.Underline = linkBlue, "single"
	}
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
func (b *book) quoted(id int) int {
	xfs := b.file.Styles.CellXfs
	xf, yes := xfs.Xf[id], true
	xf.QuotePrefix = &yes
	xfs.Xf = append(xfs.Xf, xf)
	xfs.Count = len(xfs.Xf)
	return xfs.Count - 1
}

func (f form) format(s *excelize.Style, places int) {
	switch f {
	case formText:
		s.NumFmt = 49 // "@", ECMA-376-1 §18.8.30
	case formLabel:
		s.NumFmt, s.Alignment.Horizontal = 49, "center"
	case formNumber:
		code := "#,##0" + decimals(places) + gap
		s.CustomNumFmt, s.Alignment.Horizontal, s.Alignment.WrapText = &code, "right", false
	case formPercent:
		code := "0" + decimals(places) + "%" + gap
		s.CustomNumFmt, s.Alignment.Horizontal, s.Alignment.WrapText = &code, "right", false
	case formShare:
		code := "0.0%" + gap
		s.CustomNumFmt, s.Alignment.Horizontal, s.Alignment.WrapText = &code, "right", false
	case formDate:
		code := "yyyy-mm-dd"
		s.CustomNumFmt, s.Alignment.Horizontal, s.Alignment.WrapText = &code, "center", false
	}
}

// decimals is the part of a number format behind the units.
func decimals(places int) string {
	if places == 0 {
		return ""
	}
	return "." + strings.Repeat("0", places)
}

func (r role) format(s *excelize.Style) {
	switch r {
	case roleTitle:
		s.Font.Size, s.Font.Bold, s.Font.Color = 16, true, blue
		s.Alignment.Horizontal = "center"
		return
	case roleCaption:
		s.Font.Size, s.Font.Color = 9, grey
		s.Alignment.Horizontal = "center"
		return
	case roleSection:
		s.Font.Size, s.Font.Bold, s.Font.Color = 12, true, blue
		s.Border = []excelize.Border{{Type: "bottom", Color: blue, Style: 2}}
		return
	case roleHeader, roleAsideHeader:
		s.Font.Bold, s.Font.Color = true, "FFFFFF"
		s.Fill = solid(blue)
		if r == roleAsideHeader {
			s.Fill = solid(grey)
		}
		s.Alignment.Horizontal = "center"
	case roleFact:
		s.Font.Bold = true
		s.Fill = solid(paleBlue)
	}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		s.Border = append(s.Border, excelize.Border{Type: side, Color: border, Style: 1})
	}
}

func solid(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

// font is a face that office machines with this language have.
func (b *book) font() string { return b.lang.Say("宋体", "Calibri") }

// density is how many digits of the body's 10 point type go into a unit of
// column width, which is a digit of the 11 point default type (ECMA-376-1
// §18.3.1.13).
func (b *book) density() float64 {
	if b.lang == model.English {
		return 1
	}
	return 1.15
}

// room is how many digits a wrapped line holds in a column of that width; a
// little is lost where a line may not end.
func (b *book) room(width float64) int { return int(0.95*width*b.density()) - 1 }

// whole is how many digits a line may have that is not wrapped: as many as
// [table.widths] makes a column of that width for. Letters of the English face
// differ in width, so that nothing is certain there.
func (b *book) whole(width float64) int {
	if b.lang == model.English {
		return b.room(width)
	}
	return int(math.Round((width-widthOver)*b.density())) - 1
}

// marker gives the number of a conditional style, made on first use.
func (b *book) marker(fill, color string) *int {
	id, ok := b.markers[fill]
	if !ok {
		var err error
		id, err = b.file.NewConditionalStyle(&excelize.Style{
			Fill: solid(fill), Font: &excelize.Font{Color: color},
		})
		b.fail(err)
		b.markers[fill] = id
	}
	return &id
}

// severityMarks tell the colours of a finding's row.
func severityMarks(l model.Lang) []mark {
	return []mark{
		{view.SeverityLabel(l, model.Error), red, darkRed},
		{view.SeverityLabel(l, model.Warning), amber, darkGold},
	}
}

// mark colours a row whose marked column holds text.
type mark struct{ text, fill, color string }

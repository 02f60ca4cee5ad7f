package xlsx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"jxmb/model"
	"jxmb/render/view"
)

// book is a workbook being built: its styles, its sheets in order and the
// first error met. Building goes on after an error without effect; write
// reports it.
type book struct {
	file    *excelize.File
	lang    model.Lang
	styles  map[look]int
	markers map[string]int
	sheets  []finisher
	rest    *table[continuation] // texts too long for a cell
	links   []linked             // tables that cells lead to
	notes   map[string]*notes    // by sheet
	maxRows int                  // rows of a sheet
	title   string
	running string // page header
	err     error
}

// finisher is a table of the workbook, whatever its rows are.
type finisher interface {
	drain()
	finish()
	names() []string
	addRows(byPart map[string]*rows)
	close()
}

// newBook starts a workbook with the sheet of its overview.
func newBook(l model.Lang, title string) *book {
	b := &book{
		file: excelize.NewFile(), lang: l,
		styles: map[look]int{}, markers: map[string]int{}, notes: map[string]*notes{}, maxRows: maxRows,
		title: title, running: runningTitle(title),
	}
	b.fail(b.file.SetDefaultFont(b.font()))
	b.fail(b.file.SetSheetName("Sheet1", overviewName(l)))
	return b
}

// fail keeps the first error.
func (b *book) fail(err error) {
	if b.err == nil && err != nil {
		b.err = fmt.Errorf("xlsx: %w", err)
	}
}

// write finishes the tables and writes the workbook; with an error nothing is
// written.
func (b *book) write(w io.Writer) error {
	for i := 0; i < len(b.sheets); i++ { // draining one may add the last
		b.sheets[i].drain()
	}
	b.arrange()
	b.dropImageTypes()
	for _, s := range b.sheets {
		s.finish()
	}
	b.fail(b.file.SetAppProps(&excelize.AppProperties{Application: "jxmb"}))
	b.file.Pkg.Store("docProps/core.xml", coreProperties(b.title))
	p := &archive{rows: map[string]*rows{}}
	for _, s := range b.sheets {
		s.addRows(p.rows)
	}
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return p })
	if b.err == nil {
		b.fail(b.file.Write(io.Discard))
	}
	if b.err == nil {
		b.fail(p.flush(w))
	}
	return b.close()
}

// close removes the temporary files of long sheets and gives the first error.
func (b *book) close() error {
	for _, s := range b.sheets {
		s.close()
	}
	b.fail(b.file.Close())
	return b.err
}

// arrange puts the sheets in order: the further sheets of a long table were
// appended at the end of the book. Names that refer to sheets come after it,
// because excelize does not move them along.
func (b *book) arrange() {
	want := []string{overviewName(b.lang)}
	for _, s := range b.sheets {
		want = append(want, s.names()...)
	}
	if slices.Equal(want, b.file.GetSheetList()) {
		return
	}
	for i := len(want) - 2; i >= 0; i-- {
		b.fail(b.file.MoveSheet(want[i], want[i+1]))
	}
}

// dropImageTypes takes out the content types that excelize adds with a chart,
// in map order: the workbook has no images.
func (b *book) dropImageTypes() {
	types := b.file.ContentTypes
	kept := types.Defaults[:0]
	for _, d := range types.Defaults {
		if !strings.HasPrefix(d.ContentType, "image/") {
			kept = append(kept, d)
		}
	}
	types.Defaults = kept
}

// coreProperties are title and creator only: ECMA-376-2 §11.1 lets the dates
// be absent, and a workbook made twice must be the same.
func coreProperties(title string) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	b.WriteString(`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>`)
	_ = xml.EscapeText(&b, []byte(view.Printable(title))) // a bytes.Buffer does not fail
	b.WriteString(`</dc:title><dc:creator>jxmb</dc:creator></cp:coreProperties>`)
	return b.Bytes()
}

// runningTitle is the title as a page header takes it: "&" is its escape, and
// ECMA-376-1 §18.3.1.46 leaves 255 characters for all three sections.
func runningTitle(title string) string {
	head, _ := cutText(view.Printable(title), 80)
	return strings.ReplaceAll(strings.ReplaceAll(head, "\n", " "), "&", "&&")
}

// layout sets what all sheets share: A4 landscape, one page wide, page numbers.
func (b *book) layout(sheet string) {
	yes, a4, landscape, wide, high := true, 9, "landscape", 1, 0
	b.fail(b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &yes}))
	b.fail(b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{
		Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high,
	}))
	side, top, edge := 0.3, 0.6, 0.3 // inches
	b.fail(b.file.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &top, Header: &edge, Footer: &edge, Horizontally: &yes,
	}))
	b.fail(b.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{
		OddHeader: "&L" + b.running + "&R&A",
		OddFooter: b.lang.Say("&C第 &P 页，共 &N 页", "&CPage &P of &N"),
	}))
}

// value is the cell as excelize takes it.
func (b *book) value(c cell) any {
	switch c.form {
	case formNumber, formMoney, formShare, formPercent:
		f, _ := c.number.Rat().Float64() // at most 15 digits: the nearest float prints as the same decimal
		return f
	case formDate:
		return c.day
	case formBlank:
		return nil
	}
	return c.text
}

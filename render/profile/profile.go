// Package profile writes the workbook that a budget-management system imports: one
// row an indicator, in the columns of a [profile.Profile], every cell as text.
package profile

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"jxmb/model"
	"jxmb/model/profile"
	"jxmb/render/view"
)

// Format is a document as its indicators. Importers take the sheet of a project at
// a time: projects share a sheet only where its rows name them.
var Format = view.Format{Name: "profile", Ext: ".profile.xlsx", Write: write}

func write(ctx context.Context, w io.Writer, d *model.Document, o view.Options) error {
	p := o.Profile
	if p == nil {
		p, _ = profile.Builtin(profile.Default)
	}
	b := &book{file: excelize.NewFile(), profile: p}
	defer b.file.Close()
	if err := b.fill(ctx, d); err != nil {
		return fmt.Errorf("profile: %w", err)
	}
	if err := b.file.SetAppProps(&excelize.AppProperties{Application: "jxmb"}); err != nil {
		return fmt.Errorf("profile: %w", err)
	}
	return b.file.Write(w)
}

// book is a workbook that is being filled.
type book struct {
	file    *excelize.File
	profile *profile.Profile
	text    int // style of text cells
	sheets  int
	work    int // so far, see [maxWork]
}

func (b *book) fill(ctx context.Context, d *model.Document) (err error) {
	if b.text, err = b.file.NewStyle(&excelize.Style{NumFmt: 49}); err != nil { // "@"
		return err
	}
	rows := 0
	for n := range d.Projects {
		rows += len(d.Projects[n].Indicators)
	}
	if cells := rows * len(b.profile.Columns); cells > maxCells {
		return tooLarge(model.Say("导入表有 %d 行 %d 列，超过 %d 格的上限", "%d rows of %d columns exceed the limit of %d cells", rows, len(b.profile.Columns), maxCells))
	}
	if b.profile.NamesProject() || len(d.Projects) == 0 {
		return b.sheet(ctx, 0, firstSheet, d.Projects)
	}
	if len(d.Projects) > maxSheets {
		return tooMany(len(d.Projects))
	}
	for n := range d.Projects {
		if err := b.sheet(ctx, n, sheetName(n, &d.Projects[n]), d.Projects[n:n+1]); err != nil {
			return err
		}
	}
	return nil
}

// maxCells bounds a workbook: a city's has ten thousand indicators in some ten columns.
const maxCells = 400_000

// maxWork bounds the cells with a text: each takes costCell, and a step for each sheet, since
// excelize looks for the one meant among all of them. Departments have some ten projects,
// whole cities a thousand.
const (
	maxWork   = 300_000 * costCell
	costCell  = 400
	maxSheets = 2000
)

func tooMany(sheets int) error {
	return tooLarge(model.Say("有 %d 个项目，一个项目一张工作表，超过 %d 张的上限", "%d projects, a sheet each, exceed the limit of %d sheets", sheets, maxSheets))
}

func tooLarge(what model.Text) *model.Fault {
	return &model.Fault{
		Kind: model.FaultLimit,
		What: what,
		Hint: model.Say("把文件拆成几个，或用列数少、项目写在行里的导入模板（--profile）", "split the file, or take a profile of fewer columns whose rows name the project (--profile)"),
	}
}

// firstSheet is the sheet of a new workbook.
const firstSheet = "Sheet1"

// sheet writes the n-th sheet, from 0: the headings, then the rows of the projects.
func (b *book) sheet(ctx context.Context, n int, name string, projects []model.Project) error {
	var err error
	if n == 0 {
		err = b.file.SetSheetName(firstSheet, name)
	} else {
		_, err = b.file.NewSheet(name)
	}
	if err != nil {
		return err
	}
	b.sheets++
	w := &sheet{book: b, name: name}
	w.row(func(c *profile.Column) string { return c.Heading })
	for k := range projects {
		p := &projects[k]
		if err := ctx.Err(); err != nil {
			return err
		}
		for n := range p.Indicators {
			w.row(func(c *profile.Column) string { return c.Cell(p, &p.Indicators[n]) })
		}
	}
	return w.finish()
}

// sheet is a sheet that is being written, and the first error met.
type sheet struct {
	*book
	name string
	rows int
	err  error
}

// row adds a row. A text beyond what a cell holds (32,767) is longer than any
// profile allows, which E006 reports; the cell holds its beginning.
func (s *sheet) row(of func(*profile.Column) string) {
	s.rows++
	for i := range s.profile.Columns {
		if text := of(&s.profile.Columns[i]); text != "" && s.err == nil {
			s.err = s.write(i, text)
		}
	}
}

// write sets a cell of the last row.
func (s *sheet) write(column int, text string) error {
	if s.work += costCell + s.sheets; s.work > maxWork {
		return tooLarge(model.Say("导入表的 %d 张工作表内容太多", "the %d sheets hold too much", s.sheets))
	}
	return s.file.SetCellStr(s.name, s.cell(column), view.Printable(text))
}

// cell names the cell of a column, from 0, in the last row.
func (s *sheet) cell(column int) string {
	name, err := excelize.CoordinatesToCellName(column+1, s.rows)
	if err != nil && s.err == nil {
		s.err = err
	}
	return name
}

// columnWidth is that of all columns, in digits.
const columnWidth = 22

// finish makes all cells text, so that what is typed into them stays so too.
func (s *sheet) finish() error {
	last := s.cell(len(s.profile.Columns) - 1)
	if s.err != nil {
		return s.err
	}
	if err := s.file.SetCellStyle(s.name, "A1", last, s.text); err != nil {
		return err
	}
	column := strings.TrimRight(last, "0123456789")
	return s.file.SetColWidth(s.name, "A", column, columnWidth)
}

// sheetName is "2.河道整治", with the number of the project in the document, in the
// 31 UTF-16 units and the characters that Excel allows.
func sheetName(n int, p *model.Project) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d.", n+1)
	room := 31 - b.Len()
	for _, r := range cmp.Or(p.Name, p.Title) {
		if !unicode.IsPrint(r) || strings.ContainsRune(`[]:*?/\'`, r) {
			continue
		}
		if room -= utf16.RuneLen(r); room < 0 {
			break
		}
		b.WriteRune(r)
	}
	return strings.TrimSpace(b.String())
}

// Package workbook writes a submitted workbook again, with the findings in it as
// comments of cells.
package workbook

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"jxmb/model"
	"jxmb/parser/ooxml"
)

// Options of [Annotate]; the zero value writes Chinese and a comment for every
// finding.
type Options struct {
	Lang   model.Lang
	Least  model.Severity        // findings below it get no comment of their own
	Titles map[string]model.Text // of rules, by code, for the summary
	Limits ooxml.Limits          // the zero value means the default ones
}

// FaultComments is the kind of the fault of comments that excelize cannot add to:
// the parts of those that are there are named in a way of another program.
const FaultComments model.FaultKind = "comments"

// Annotate writes the workbook of size bytes at original, from which d was read,
// with a comment at every cell that findings stand at (ISO/IEC 29500-1 §18.7), or
// at those with the gravest where they are more than [commentsWithin], the cell coloured by
// the gravest of them through a conditional format, and a
// summary at the first free cell of the first sheet. Comments and colours of an
// earlier annotation are replaced, those of people kept; a finding at a cell that
// bears a comment of theirs stands in the summary. Told is how many findings have a
// comment. What cannot be annotated is a [*model.Fault]; nothing has been written then.
func Annotate(ctx context.Context, w io.Writer, original io.ReaderAt, size int64, d *model.Document, o Options) (told map[model.Severity]int, err error) {
	defer func() { // excelize panics at workbooks that lack what Excel always writes, such as a font
		if v := recover(); v != nil {
			f := unreadable(fmt.Errorf("panic: %v", v))
			f.What = model.Say("工作簿缺少 Excel 总会写入的部分（如字体），无法加批注", "comments cannot be added to the workbook: it lacks what Excel always writes, such as fonts")
			err = f
		}
	}()
	rows, err := bound(ctx, original, size, o.Limits)
	if err != nil {
		return nil, err
	}
	limit := o.Limits.WithDefaults().PartBytes
	file, err := excelize.OpenReader(io.NewSectionReader(original, 0, size), excelize.Options{UnzipSizeLimit: limit, UnzipXMLSizeLimit: limit})
	if err != nil {
		return nil, unreadable(err)
	}
	defer file.Close()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	a := &annotation{file: file, Options: o}
	a.plan(d, commentsWithin(rows))
	if err := a.removeOwn(); err != nil {
		return nil, unreadable(err)
	}
	if err := a.mark(d); err != nil {
		return nil, unreadable(err)
	}
	if err := a.verify(); err != nil {
		return nil, err
	}
	return a.told(d), file.Write(w)
}

// told is how many findings of each severity have a comment.
func (a *annotation) told(d *model.Document) map[model.Severity]int {
	told := map[model.Severity]int{}
	for i := range d.Findings {
		told[d.Findings[i].Severity]++
	}
	for _, f := range a.rest {
		told[f.Severity]--
	}
	return told
}

func unreadable(err error) *model.Fault {
	return &model.Fault{Kind: model.FaultCorrupt, Err: err,
		What: model.Say("工作簿无法加批注：%v", "comments cannot be added to the workbook: %v", err),
		Hint: model.Text{ZH: "用 Excel 或 WPS 打开后另存为 .xlsx 再批注", EN: "open it in Excel or WPS, save it as .xlsx and annotate that"}}
}

// place is a cell of a sheet.
type place struct{ sheet, cell string }

// annotation is one run of Annotate.
type annotation struct {
	Options
	file   *excelize.File
	cells  []place                    // with findings, in their order
	at     map[place][]*model.Finding // what is said at each
	rest   []*model.Finding           // what the summary says: no cell of its own
	taken  map[place]bool             // comments of people
	put    map[place]bool             // comments of this run
	styles map[model.Severity]int
}

// plan sorts the findings by their cells, of which most get a comment.
func (a *annotation) plan(d *model.Document, most int) {
	a.at, a.taken, a.put, a.styles = map[place][]*model.Finding{}, map[place]bool{}, map[place]bool{}, map[model.Severity]int{}
	for i := range d.Findings {
		f := &d.Findings[i]
		at := place{f.Origin.Sheet, firstOf(f.Origin.Cell)}
		if f.Severity.Rank() < a.Least.Rank() || at.sheet == "" || at.cell == "" {
			a.rest = append(a.rest, f)
			continue
		}
		if a.at[at] == nil {
			a.cells = append(a.cells, at)
		}
		a.at[at] = append(a.at[at], f)
	}
	a.bound(most)
}

// maxComments is how many cells get a comment, fewComments how many at the least. Nobody
// goes through more, and excelize looks through all that are there, and all rows of the
// sheet, for each that it adds.
const (
	maxComments = 1000
	fewComments = 100
	maxLooks    = 10_000_000 // at rows
)

// commentsWithin is how many cells of a workbook get a comment whose longest sheet has
// so many rows.
func commentsWithin(rows int) int {
	return min(maxComments, max(fewComments, maxLooks/max(rows, 1)))
}

// bound leaves a comment to the cells with the gravest findings, the others to
// the summary.
func (a *annotation) bound(most int) {
	if len(a.cells) <= most {
		return
	}
	slices.SortStableFunc(a.cells, func(x, y place) int {
		return cmp.Compare(gravest(a.at[y]).Rank(), gravest(a.at[x]).Rank())
	})
	for _, at := range a.cells[most:] {
		a.rest = append(a.rest, a.at[at]...)
	}
	a.cells = a.cells[:most]
}

// mark adds the comments and colours.
func (a *annotation) mark(d *model.Document) error {
	for _, at := range a.cells {
		if a.taken[at] {
			a.rest = append(a.rest, a.at[at]...)
		} else if err := a.comment(at, a.findings(a.at[at])); err != nil {
			return err
		}
		if err := a.colour(at, gravest(a.at[at])); err != nil {
			return err
		}
	}
	if len(d.Findings) == 0 {
		return nil
	}
	return a.sumUp(d)
}

// verify reads the comments back: excelize loses those of sheets whose own are
// named otherwise than it names them.
func (a *annotation) verify() error {
	found := map[place]bool{}
	for _, sheet := range a.file.GetSheetList() {
		comments, err := a.file.GetComments(sheet)
		if err != nil {
			return unreadable(err)
		}
		for _, c := range comments {
			found[place{sheet, c.Cell}] = true
		}
	}
	for at := range a.put {
		if !found[at] {
			return a.lost()
		}
	}
	for at := range a.taken {
		if !found[at] {
			return a.lost()
		}
	}
	return nil
}

func (a *annotation) lost() error {
	return &model.Fault{Kind: FaultComments,
		What: model.Say("工作簿里原有批注的写法不合惯例，加批注会丢失", "the comments in the workbook are stored in an unusual way; adding to them would lose some"),
		Hint: model.Text{ZH: "用 Excel 或 WPS 打开后另存为 .xlsx 再批注", EN: "open it in Excel or WPS, save it as .xlsx and annotate that"}}
}

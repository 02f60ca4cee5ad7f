package xlsx

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/xuri/excelize/v2"

	"jxmb/model"
)

// notes are the remarks of a sheet. excelize looks through all that are there
// for each that it adds; so it makes the first of each column alone, and the
// others are appended to its lists, like that one.
type notes struct {
	number int                      // of the parts that hold them
	like   map[string]func(row int) // by column and text
}

// note attaches a remark to a cell.
func (b *book) note(sheet, cell string, text model.Text) {
	on := b.notes[sheet]
	if on == nil {
		on = &notes{number: len(b.notes) + 1, like: map[string]func(int){}}
		b.notes[sheet] = on
	}
	column, row, err := excelize.SplitCellName(cell)
	b.fail(err)
	said := text.In(b.lang)
	if add := on.like[column+said]; add != nil {
		add(row)
		return
	}
	b.fail(b.file.AddComment(sheet, excelize.Comment{
		Cell: cell, Author: "jxmb",
		Paragraph: []excelize.RichTextRun{{Text: said, Font: &excelize.Font{Family: b.font(), Size: 9}}},
	}))
	if b.err == nil {
		on.like[column+said] = b.noteLike(on.number, column, row)
	}
}

// noteLike adds to cells of the column what excelize has just put at the given
// row: the box of a remark stands beside its cell (ISO/IEC 29500-4 §19.4).
func (b *book) noteLike(number int, column string, row int) func(row int) {
	comments := b.file.Comments[fmt.Sprintf("xl/comments%d.xml", number)]
	drawing := b.file.VMLDrawing[fmt.Sprintf("xl/drawings/vmlDrawing%d.vml", number)]
	if comments == nil || drawing == nil {
		b.fail(fmt.Errorf("internal error: no comments of number %d", number))
		return nil
	}
	comment, shape := comments.CommentList.Comment[len(comments.CommentList.Comment)-1], drawing.Shape[len(drawing.Shape)-1]
	return func(at int) {
		last := drawing.Shape[len(drawing.Shape)-1].ID
		n, err := strconv.Atoi(strings.TrimPrefix(last, shapeName))
		b.fail(err)
		c, s := comment, shape
		c.Ref = column + strconv.Itoa(at)
		s.ID, s.Val = shapeName+strconv.Itoa(n+1), lowered(shape.Val, at-row)
		comments.CommentList.Comment = append(comments.CommentList.Comment, c)
		drawing.Shape = append(drawing.Shape, s)
	}
}

// shapeName is how the identifiers of shapes begin; a number follows.
const shapeName = "_x0000_s"

// rowsOf are the rows in the data of a box: those of its upper and its lower
// edge in the anchor, third and seventh of eight numbers, and that of its cell.
var rowsOf = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(<x:Anchor>(?:\d+, ){2})(\d+)((?:, \d+){3}, )(\d+)(, \d+</x:Anchor>.*<x:Row>)(\d+)(</x:Row>)`)
})

// lowered is the data of a box put some rows below the place it names.
func lowered(data string, rows int) string {
	parts := rowsOf().FindStringSubmatch(data)
	if parts == nil {
		return data
	}
	for i := 2; i < len(parts); i += 2 {
		n, err := strconv.Atoi(parts[i])
		if err != nil {
			return data
		}
		parts[i] = strconv.Itoa(n + rows)
	}
	return strings.Replace(data, parts[0], strings.Join(parts[1:], ""), 1)
}

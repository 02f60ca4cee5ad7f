package xlsx

import "jxmb/model"

// continuation is a further piece of a text that is too long for its cell.
type continuation struct {
	sheet, cell string
	piece       int // 2 for the first after the cell's own
	text        string
}

// continued gives the part of a text that fits into its cell, with a note
// where the rest is; the rest goes to a sheet of its own, so that nothing is
// lost.
func (b *book) continued(sheet, cell, text string) string {
	if _, tail := cutText(text, maxText); tail == "" {
		return text
	}
	head, tail := cutText(text, textRoom)
	name := b.lang.Say("续文", "Continued")
	if b.rest == nil {
		b.rest = addTable(b, name, continuationColumns)
	}
	for piece := 2; tail != ""; piece++ {
		var next string
		next, tail = cutText(tail, maxText)
		b.rest.add(continuation{sheet, cell, piece, next})
	}
	return head + b.lang.Say("……【本格超过 32,767 字，余下文字见“%s”表】", " … [the cell holds 32,767 characters; the rest is on sheet %q]", name)
}

var continuationColumns = []column[continuation]{
	{head: model.Text{ZH: "工作表", EN: "Sheet"}, max: 20, cell: func(_ model.Lang, c continuation) cell {
		return labelCell(c.sheet)
	}},
	{head: model.Text{ZH: "单元格", EN: "Cell"}, max: 12, cell: func(_ model.Lang, c continuation) cell {
		return labelCell(c.cell)
	}},
	{head: model.Text{ZH: "第几段", EN: "Piece"}, max: 8, cell: func(_ model.Lang, c continuation) cell {
		return countCell(c.piece)
	}},
	{head: model.Text{ZH: "文字", EN: "Text"}, max: 100, cell: func(_ model.Lang, c continuation) cell {
		return textCell(c.text)
	}},
}

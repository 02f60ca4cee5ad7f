package html

import (
	"cmp"
	"strconv"
	"strings"

	"jxmb/model"
	"jxmb/parser/block"
)

// table is an open table element.
type table struct {
	grid  block.Table
	row   int // 1-based, 0 before the first
	next  int // slot the next cell of the row may take, 1-based
	cell  *cell
	rows  [][]int32 // slots by row, as far as they were laid out: cell plus one
	slots int       // that the page was charged with
	marks int       // of open elements around it
}

// cell is an open cell.
type cell struct {
	block.Cell
	text text
}

func (r *reader) table() *table {
	if n := len(r.tables); n > 0 {
		return r.tables[n-1]
	}
	return nil
}

func (r *reader) openTable() error {
	if len(r.tables) == maxDepth {
		return &model.Fault{Kind: model.FaultLimit, What: model.Say("表格嵌套超过 %d 层", "tables are nested deeper than %d", maxDepth),
			Hint: model.Say("这不像正常的报送文件：请用浏览器或 Word 打开核对后另存为新文件", "this does not look like a submission: open it in a browser or Word, check it and save it as a new file")}
	}
	if len(r.tables) == 0 {
		r.paragraph()
	}
	r.count++
	r.tables = append(r.tables, &table{grid: block.Table{Index: r.count, Start: r.start}, marks: len(r.marks)})
	return nil
}

// span reads a colspan or rowspan; 1 where it says nothing valid.
func span(value string) int {
	if value == "" {
		return 1
	}
	if n, err := strconv.Atoi(strings.TrimSpace(value)); err == nil && n > 0 {
		return min(n, maxSpan)
	}
	return 1
}

// openRow begins a row; one that is not shown is none (CSS 2.2 §17.2).
func (r *reader) openRow() {
	t := r.table()
	switch {
	case t == nil:
	case r.hidesHere():
		t.closeCell(r.start)
	default:
		t.openRow()
	}
}

// openCell begins a cell; one that is not shown takes no slot.
func (r *reader) openCell(e *element) error {
	t := r.table()
	if t == nil {
		return nil
	}
	r.cells++
	if r.hidesHere() {
		t.closeCell(r.start)
		return r.charge(t, 0)
	}
	err := t.openCell(r.start, span(e.colspan), span(e.rowspan))
	return cmp.Or(err, r.charge(t, len(t.rows)*t.grid.Cols))
}

func (t *table) openRow() {
	t.closeCell(t.grid.Start)
	t.row++
	t.next = 1
}

// openCell places a cell in the first free slot of the row.
func (t *table) openCell(start, colspan, rowspan int) error {
	if t.row == 0 {
		t.openRow()
	}
	t.closeCell(start)
	for t.taken(t.row, t.next) {
		t.next++
	}
	t.cell = &cell{Cell: block.Cell{Row: t.row, Column: t.next, RowSpan: rowspan, ColSpan: colspan, Start: start}}
	if max(len(t.rows), t.row+rowspan-1)*max(t.grid.Cols, t.next+colspan-1) > maxSlots {
		return t.tooLarge()
	}
	index := int32(len(t.grid.Cells) + 1)
	for row := t.row; row < t.row+rowspan; row++ {
		for len(t.rows) < row {
			t.rows = append(t.rows, nil)
		}
		line := &t.rows[row-1]
		for len(*line) < t.next+colspan-1 {
			*line = append(*line, 0)
		}
		for col := t.next; col < t.next+colspan; col++ {
			if (*line)[col-1] == 0 {
				(*line)[col-1] = index
			}
		}
	}
	t.next += colspan
	t.grid.Cols = max(t.grid.Cols, t.next-1)
	t.grid.Cells = append(t.grid.Cells, block.Cell{}) // filled by closeCell
	return nil
}

func (t *table) tooLarge() error {
	return &model.Fault{Kind: model.FaultUnreadable, What: model.Say("表%d 超过 %d 格的上限", "table %d exceeds the limit of %d cells", t.grid.Index, maxSlots),
		Hint: checkSpans}
}

var checkSpans = model.Text{ZH: "检查 rowspan、colspan 是否有误", EN: "check rowspan and colspan"}

var tooManyCells = &model.Fault{Kind: model.FaultUnreadable, What: model.Say("各表格合计超过 %d 个单元格的上限", "the tables hold more than the limit of %d cells", maxCells),
	Hint: model.Text{ZH: "只保存含有绩效目标表的部分", EN: "save only the part with the forms"}}

// charge counts the slots that t has come to against those of the page, and asks
// whether it has too many cells.
func (r *reader) charge(t *table, slots int) error {
	if slots > t.slots {
		r.slots += slots - t.slots
		t.slots = slots
	}
	switch {
	case r.cells > maxCells:
		return tooManyCells
	case r.slots <= maxPage:
		return nil
	}
	return &model.Fault{Kind: model.FaultUnreadable, What: model.Say("到表%d为止，各表格合计超过 %d 格的上限", "up to table %d the tables hold more than the limit of %d cells together", t.grid.Index, maxPage),
		Hint: checkSpans}
}

func (t *table) taken(row, col int) bool {
	return row <= len(t.rows) && col <= len(t.rows[row-1]) && t.rows[row-1][col-1] != 0
}

func (t *table) closeCell(end int) {
	if t.cell == nil {
		return
	}
	c := t.cell.Cell
	c.Text, c.Runs = t.cell.text.take()
	c.End = max(end, c.Start)
	if n := len(c.Runs); n > 0 {
		c.End = max(c.Start, c.Runs[n-1].End)
	}
	t.grid.Cells[len(t.grid.Cells)-1] = c
	t.cell = nil
}

// closeTable lays out the innermost table. Rows that a rowspan reaches beyond
// the last tr do not exist.
func (r *reader) closeTable() error {
	t := r.table()
	if t == nil {
		return nil
	}
	t.closeCell(r.start)
	r.tables = r.tables[:len(r.tables)-1]
	g := &t.grid
	g.Rows, g.End = t.row, r.end
	if g.Rows*g.Cols > maxSlots { // rows without cells count too
		return t.tooLarge()
	}
	if err := r.charge(t, g.Rows*g.Cols); err != nil {
		return err
	}
	g.Slots = make([]int32, 0, g.Rows*g.Cols)
	for row := range g.Rows {
		for col := range g.Cols {
			slot := int32(-1)
			if row < len(t.rows) && col < len(t.rows[row]) {
				slot = t.rows[row][col] - 1
			}
			g.Slots = append(g.Slots, slot)
		}
	}
	for i := range g.Cells {
		c := &g.Cells[i]
		c.RowSpan = min(c.RowSpan, g.Rows-c.Row+1)
	}
	r.doc.Bytes += int64(len(g.Cells)*costCell + len(g.Slots)*4)
	outer := r.table()
	switch {
	case outer == nil:
		r.paragraph()
		r.doc.Blocks = append(r.doc.Blocks, block.Block{Table: g})
	case outer.cell != nil:
		outer.cell.Nested = append(outer.cell.Nested, g)
		outer.cell.text.line()
	}
	return nil
}

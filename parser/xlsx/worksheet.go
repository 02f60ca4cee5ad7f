package xlsx

import (
	"cmp"
	"slices"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// worksheet is a sheet being read: what its part says, by rows and columns of
// the sheet (1-based).
type worksheet struct {
	*reader
	ooxml.Scanner
	entry *sheetEntry

	cells   []cell // that show something, by row and column once settled
	boxes   []span // blank cells with lines around them
	merges  []rect
	rows    []interval // hidden
	columns []interval // hidden

	row, column int      // of the element being read
	drawings    []string // identifiers of relationships
	pending     []pending
	tables      []*block.Table // laid out so far, in the order of their places
}

// cell is a cell that shows something, or ought to: a formula.
type cell struct {
	row, column int32
	boxed       bool
	start, end  int // of its element, among all sheets' parts
	text        string
}

// span is blank cells of a row with lines around them.
type span struct{ row, from, to int32 }

// rect is a merged range (§18.3.1.55).
type rect struct{ top, left, bottom, right int32 }

// interval is hidden rows or columns.
type interval struct{ from, to int32 }

// scan reads the part.
func (w *worksheet) scan(src []byte) error {
	w.Scanner.Reset(w.entry.part, src, w.book.budget.limits.Depth)
	if w.Next() == ooxml.Start && string(w.LocalName()) != "worksheet" {
		return nil // a sheet of a chart or a dialog
	}
	for w.Next() != ooxml.EOF {
		if w.Depth() != 2 {
			continue
		}
		if err := w.member(string(w.LocalName())); err != nil {
			return err
		}
	}
	if w.Err != nil {
		return w.Err
	}
	return nil
}

// member reads an element of the worksheet.
func (w *worksheet) member(name string) error {
	switch name {
	case "cols":
		w.readColumns()
	case "sheetData":
		return w.readRows()
	case "mergeCells":
		return w.readMerges()
	case "headerFooter":
		w.readMargins()
	case "drawing":
		if id, ok := w.AnyAttribute("id"); ok {
			w.drawings = append(w.drawings, w.Unescape(id))
		}
	}
	return nil
}

// readColumns takes up the hidden columns (§18.3.1.13).
func (w *worksheet) readColumns() {
	for depth := w.Depth(); w.Within(depth); {
		from, _ := w.Attribute("min")
		to, _ := w.Attribute("max")
		if first, last := whole(from), whole(to); w.isHidden("width") && first > 0 && len(w.columns) < maxColumn {
			w.columns = append(w.columns, interval{int32(first), int32(min(last, maxColumn))})
		}
	}
	slices.SortFunc(w.columns, func(a, b interval) int { return cmp.Compare(a.from, b.from) })
}

// isHidden tells of the row or column met last whether it is hidden, or of no
// height or width.
func (w *worksheet) isHidden(size string) bool {
	hidden, _ := w.Attribute("hidden")
	extent, has := w.Attribute(size)
	return isTrue(hidden) || has && (string(extent) == "0" || string(extent) == "0.0")
}

// readRows reads the cells (§18.3.1.73, §18.3.1.4). Those without a name follow
// the one before.
func (w *worksheet) readRows() error {
	for depth := w.Depth(); w.Within(depth); {
		switch string(w.LocalName()) {
		case "row":
			if err := w.beginRow(); err != nil {
				return err
			}
		case "c":
			if err := w.readCell(); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *worksheet) beginRow() error {
	if w.ctx.Err() != nil {
		return model.Interrupted(w.ctx)
	}
	w.row, w.column = w.row+1, 0
	if r, ok := w.Attribute("r"); ok && whole(r) > 0 {
		w.row = whole(r)
	}
	if w.row > maxRow {
		return w.outside("r")
	}
	if w.isHidden("ht") {
		w.rows = append(w.rows, interval{int32(w.row), int32(w.row)})
	}
	return nil
}

// outside is the fault of a cell that no sheet has.
func (w *worksheet) outside(attribute string) error {
	ref, _ := w.Attribute(attribute)
	return &model.Fault{Kind: model.FaultCorrupt, Place: model.InPart(w.entry.part, int64(w.Start)),
		What: model.Say("“%.20s”不是工作表里的单元格", "%.20q is no cell of a sheet", string(ref)),
		Hint: model.Text{ZH: "用 Excel 或 WPS 打开，按提示修复后另存", EN: "open it in Excel or WPS, let it repair the file and save it"}}
}

// readCell reads the cell whose start tag was met last.
func (w *worksheet) readCell() error {
	w.column++
	start := w.Start
	if ref, ok := w.Attribute("r"); ok {
		row, column, ok := parseCell(ref)
		if !ok {
			return w.outside("r")
		}
		w.row, w.column = row, column
	}
	if w.column > maxColumn {
		return w.outside("r")
	}
	style := w.book.styles.of(0)
	if s, ok := w.Attribute("s"); ok {
		style = w.book.styles.of(whole(s))
	}
	text, unsaid, err := w.value(style)
	if err != nil {
		return err
	}
	row, column := int32(w.row), int32(w.column)
	if text != "" || unsaid {
		if err := w.book.budget.spend(costCell+len(text), w.entry.part); err != nil {
			return err
		}
		w.cells = append(w.cells, cell{row, column, style.boxed, w.base + start, w.base + w.Pos, text})
		return w.book.budget.holds(len(w.cells)*costSlot, w.entry.part)
	}
	if style.boxed {
		w.box(row, column)
	}
	return w.spend(0) // notes may have taken all
}

// box takes up a blank cell with lines around it.
func (w *worksheet) box(row, column int32) {
	if n := len(w.boxes); n > 0 && w.boxes[n-1].row == row && w.boxes[n-1].to == column-1 {
		w.boxes[n-1].to = column
		return
	}
	w.boxes = append(w.boxes, span{row, column, column})
}

// readMerges takes up the merged ranges.
func (w *worksheet) readMerges() error {
	for depth := w.Depth(); w.Within(depth); {
		ref, _ := w.Attribute("ref")
		m, ok := parseRange(ref)
		if !ok || m.top == m.bottom && m.left == m.right {
			continue
		}
		if len(w.merges) == maxMerges {
			return tooMany(w.entry.part, maxMerges, "合并单元格", "merged cells")
		}
		w.merges = append(w.merges, m)
	}
	return nil
}

// parseCell reads the name of a cell: C12, $C$12.
func parseCell(name []byte) (row, column int, ok bool) {
	i := 0
	for ; i < len(name) && (name[i] == '$' || name[i]|0x20 >= 'a' && name[i]|0x20 <= 'z'); i++ {
		if name[i] != '$' {
			column = column*26 + int(name[i]|0x20-'a') + 1
		}
		if column > maxColumn {
			return 0, 0, false
		}
	}
	row = whole(name[i:])
	return row, column, row > 0 && row <= maxRow && column > 0
}

// parseRange reads a range: A1:B2, or a cell alone.
func parseRange(ref []byte) (m rect, ok bool) {
	from, to, both := cutColon(ref)
	top, left, ok := parseCell(from)
	if !ok {
		return m, false
	}
	bottom, right := top, left
	if both {
		if bottom, right, ok = parseCell(to); !ok {
			return m, false
		}
	}
	return rect{int32(min(top, bottom)), int32(min(left, right)), int32(max(top, bottom)), int32(max(left, right))}, true
}

func cutColon(ref []byte) (from, to []byte, both bool) {
	for i, c := range ref {
		if c == ':' {
			return ref[:i], ref[i+1:], true
		}
	}
	return ref, nil, false
}

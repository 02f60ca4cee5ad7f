package xlsx

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"jxmb/model"
)

// sampleRows is how many rows a table keeps back to fit its columns to them
// and to leave out columns that nobody needs; longer tables are streamed from
// there on.
const sampleRows = 1000

// column is a column of a table whose rows are R. Max is the widest it
// gets, in digits; an optional column is left out where no row fills it. A
// column set aside is for calculating and looking things up: it stands right
// of the others and is not printed, so that these keep a readable size.
type column[R any] struct {
	head     model.Text
	max      int
	optional bool
	aside    bool
	frozen   bool // stays in sight with what is left of it
	sum      bool // has a total below
	money    bool // which is one of money
	cell     func(model.Lang, R) cell
}

// table is a list with a heading row, spread over as many sheets as its
// rows need. Rows whose column markAt has one of the texts of marks are
// coloured.
type table[R any] struct {
	book    *book
	name    string
	columns []column[R]
	markAt  string // heading, in the language of the book
	marks   []mark
	linkAt  model.Text        // heading of the column that links lead to
	rank    func(R) int       // rows are written in this order; nil: as they come
	added   func(R, location) // told where each row goes; nil: nobody asks
	number  int32             // among the links of the book

	maxRows int // rows of a sheet, its heading included
	kept    [][]cell
	held    held
	width   []float64 // of the columns, once there are sheets
	sheets  []*sheet
	letters []string
	used    []bool // columns that a row written fills
	cells   []cell // of the row being written
	tall    []bool // which of them the row is too low for
}

// sheet is a sheet being written.
type sheet struct {
	name  string
	rows  *rows
	row   int         // the last one written, 1-based
	sums  []columnSum // of the columns with totals
	total bool        // stands in the row after the last
}

func addTable[R any](b *book, name string, columns []column[R]) *table[R] {
	t := &table[R]{book: b, name: name, maxRows: b.maxRows}
	for _, set := range [...]bool{false, true} {
		for _, c := range columns {
			if c.aside == set {
				t.columns = append(t.columns, c)
			}
		}
	}
	if t.summed() {
		t.maxRows-- // the last row is for the total
	}
	b.sheets = append(b.sheets, t)
	return t
}

// add appends a row.
func (t *table[R]) add(r R) {
	if t.added != nil {
		t.added(r, t.next())
	}
	if t.rank != nil {
		t.cells = t.fill(t.cells[:0], r)
		t.book.fail(t.held.add(t.rank(r), t.cells))
		return
	}
	if len(t.sheets) > 0 {
		t.cells = t.fill(t.cells[:0], r)
		t.write(t.cells)
		return
	}
	cells := t.fill(nil, r)
	for i := range cells { // a text read from a file pins all of that file's text
		cells[i].text = strings.Clone(cells[i].text)
	}
	t.keep(cells)
}

// keep holds a row back until there are enough to fit the columns to.
func (t *table[R]) keep(cells []cell) {
	if t.kept = append(t.kept, cells); len(t.kept) == sampleRows {
		t.start()
	}
}

// next is where the next row goes.
func (t *table[R]) next() location {
	if n, most := len(t.kept), t.maxRows-1; len(t.sheets) == 0 {
		return location{t.number, int32(n / most), int32(n%most) + 2}
	}
	last := len(t.sheets) - 1
	if t.sheets[last].row == t.maxRows {
		return location{t.number, int32(last) + 1, 2}
	}
	return location{t.number, int32(last), int32(t.sheets[last].row) + 1}
}

func (t *table[R]) fill(cells []cell, r R) []cell {
	cells = slices.Grow(cells, len(t.columns))
	for i := range t.columns {
		cells = append(cells, t.columns[i].cell(t.book.lang, r))
	}
	return cells
}

// drain writes the rows kept back.
func (t *table[R]) drain() {
	if len(t.sheets) > 0 && t.rank == nil {
		return
	}
	t.book.fail(t.held.each(len(t.columns), func(cells []cell) {
		if len(t.sheets) > 0 {
			t.write(cells)
		} else {
			t.keep(cells)
		}
	}))
	t.book.fail(t.held.close())
	if len(t.sheets) == 0 {
		t.dropEmpty()
		t.start()
	}
}

func (t *table[R]) dropEmpty() {
	var columns []column[R]
	var at []int
	for i, c := range t.columns {
		if c.optional && !t.filled(i) {
			continue
		}
		columns, at = append(columns, c), append(at, i)
	}
	for k, row := range t.kept {
		cells := make([]cell, len(at))
		for i, from := range at {
			cells[i] = row[from]
		}
		t.kept[k] = cells
	}
	t.columns = columns
}

func (t *table[R]) filled(column int) bool {
	for _, row := range t.kept {
		if row[column].form != formBlank {
			return true
		}
	}
	return false
}

// start opens the first sheet, its columns as wide as the rows kept back ask.
func (t *table[R]) start() {
	t.width = t.widths()
	t.used, t.tall = make([]bool, len(t.columns)), make([]bool, len(t.columns))
	for i := range t.columns {
		letters, _ := excelize.ColumnNumberToName(i + 1)
		t.letters = append(t.letters, letters)
	}
	for i := range t.columns {
		t.used[i] = t.filled(i)
	}
	t.open(t.name)
	for _, cells := range t.kept {
		t.write(cells)
	}
	t.kept = nil
}

// write puts a row on the current sheet, or on a further one when that is
// full.
func (t *table[R]) write(cells []cell) {
	b := t.book
	if b.err != nil {
		return
	}
	if t.sheets[len(t.sheets)-1].row == t.maxRows {
		t.open(t.name + "(" + strconv.Itoa(len(t.sheets)+1) + ")")
	}
	s := t.sheets[len(t.sheets)-1]
	s.row++
	lines := t.fit(s, cells)
	s.rows.begin(s.row, rowHeight(lines))
	for i, c := range cells {
		if t.columns[i].optional && !t.used[i] {
			continue // hidden unless a later row fills it
		}
		if t.columns[i].sum {
			s.sums[i].add(&c)
		}
		look := lookOf(c)
		look.top = lines > maxLines || t.tall[i]
		if c.to.table > 0 {
			s.rows.formula(t.letters[i], s.row, b.style(look), b.hyperlink(c.to, c.text), c)
			continue
		}
		s.rows.cell(t.letters[i], s.row, b.style(look), c)
	}
	b.fail(s.rows.end())
}

// fit cuts texts that no cell holds, attaches the notes, and gives the lines
// that the row needs.
func (t *table[R]) fit(s *sheet, cells []cell) (lines int) {
	b := t.book
	lines = 1
	clear(t.tall)
	for i := range cells {
		c := &cells[i]
		t.used[i] = t.used[i] || c.form != formBlank
		if c.form != formText && c.form != formLabel {
			continue
		}
		if len(c.text) > maxText {
			c.text = b.continued(s.name, t.letters[i]+strconv.Itoa(s.row), c.text)
		}
		if c.note != nil {
			b.note(s.name, t.letters[i]+strconv.Itoa(s.row), *c.note)
		}
		own := linesIn(c.text, b.whole(t.width[i]), b.room(t.width[i]))
		if t.columns[i].aside { // leaves no gap in the printed rows
			t.tall[i] = own > asideLines
			own = min(own, asideLines)
		}
		lines = max(lines, own)
	}
	return lines
}

// rowHeight is the height in points of lines in 10 point type. It is set for
// every row: not every program fits rows to wrapped text by itself.
func rowHeight(lines int) float64 { return float64(5 + 13*min(lines, maxLines)) }

// asideLines is how high a cell set aside makes its row; the rest of a
// longer text shows when the cell is opened.
const asideLines = 3

// maxLines fit into the highest row there is, 409 points.
const maxLines = 31

// cellName is the reference of a cell: A1 for column 1, row 1.
func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic("render: internal error: " + err.Error())
	}
	return name
}

package xlsx

import (
	"math"
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

	maxRows int // rows of a sheet, its heading included
	kept    [][]cell
	width   []float64 // of the columns, once there are sheets
	sheets  []*sheet
	letters []string
	used    []bool // columns that a row written fills
	cells   []cell // of the row being written
	tall    []bool // which of them the row is too low for
}

// sheet is a sheet being written.
type sheet struct {
	name string
	rows *rows
	row  int // the last one written, 1-based
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
	b.sheets = append(b.sheets, t)
	return t
}

// add appends a row.
func (t *table[R]) add(r R) {
	if len(t.sheets) > 0 {
		t.cells = t.fill(t.cells[:0], r)
		t.write(t.cells)
		return
	}
	cells := t.fill(nil, r)
	for i := range cells { // a text read from a file pins all of that file's text
		cells[i].text = strings.Clone(cells[i].text)
	}
	if t.kept = append(t.kept, cells); len(t.kept) == sampleRows {
		t.start()
	}
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
	t.open(t.name)
	for _, cells := range t.kept {
		t.write(cells)
	}
	t.kept = nil
}

// widths fits the columns to the rows. A heading longer than four Chinese
// characters wraps, unless that would tear a short one's brackets. What may
// wrap needs less air than what may not.
func (t *table[R]) widths() []float64 {
	out := make([]float64, len(t.columns))
	for i, c := range t.columns {
		const filterButton = 2
		head := c.head.In(t.book.lang)
		w, air := min(columns(head), 8)+filterButton, 1
		if strings.HasSuffix(head, "）") && columns(head) <= 16 {
			w = columns(head)
		}
		for _, row := range t.kept {
			if row[i].form != formText && row[i].form != formBlank {
				air = 2
			}
			w = max(w, widest(row[i].shown(), c.max))
		}
		out[i] = math.Round(10*float64(w+air)/t.book.density())/10 + 0.5
	}
	return out
}

// open starts a sheet with its heading.
func (t *table[R]) open(name string) {
	b := t.book
	_, err := b.file.NewSheet(name)
	b.fail(err)
	for i, w := range t.width {
		b.fail(b.file.SetColWidth(name, t.letters[i], t.letters[i], w))
	}
	b.fail(b.file.SetPanes(name, &excelize.Panes{
		Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"}},
	}))
	s := &sheet{name: name, rows: newRows(), row: 1}
	t.sheets = append(t.sheets, s)
	style := map[bool]int{
		false: b.style(look{form: formLabel, role: roleHeader}),
		true:  b.style(look{form: formLabel, role: roleAsideHeader}),
	}
	lines := 1
	for i, c := range t.columns {
		lines = max(lines, wrappedLines(c.head.In(b.lang), b.room(t.width[i])-2))
	}
	s.rows.begin(1, rowHeight(lines)+4)
	for i, c := range t.columns {
		s.rows.cell(t.letters[i], 1, style[c.aside], labelCell(c.head.In(b.lang)))
	}
	b.fail(s.rows.end())
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
	lines := 1
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
		if c.note.ZH != "" {
			b.note(s.name, t.letters[i]+strconv.Itoa(s.row), c.note)
		}
		own := wrappedLines(c.text, b.room(t.width[i]))
		if t.columns[i].aside { // leaves no gap in the printed rows
			t.tall[i] = own > asideLines
			own = min(own, asideLines)
		}
		lines = max(lines, own)
	}
	s.rows.begin(s.row, rowHeight(lines))
	for i, c := range cells {
		look := lookOf(c)
		look.top = lines > maxLines || t.tall[i]
		s.rows.cell(t.letters[i], s.row, b.style(look), c)
	}
	b.fail(s.rows.end())
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

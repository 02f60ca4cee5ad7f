package render

import (
	"math"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"jxmb/model"
)

// xlsxSample is how many rows a table keeps back to fit its columns to them
// and to leave out columns that nobody needs; longer tables are streamed from
// there on.
const xlsxSample = 1000

// xlsxColumn is a column of a table whose rows are R. Max is the widest it
// gets, in digits; an optional column is left out where no row fills it.
type xlsxColumn[R any] struct {
	head     model.Text
	max      int
	optional bool
	cell     func(model.Lang, R) xlsxCell
}

// xlsxTable is a list with a heading row, spread over as many sheets as its
// rows need. Rows whose column markAt has one of the texts of marks are
// coloured.
type xlsxTable[R any] struct {
	book    *xlsxBook
	name    string
	columns []xlsxColumn[R]
	markAt  string // heading, in the language of the book
	marks   []xlsxMark

	maxRows int // rows of a sheet, its heading included
	kept    [][]xlsxCell
	width   []float64 // of the columns, once there are sheets
	sheets  []*xlsxSheet
	letters []string
	cells   []xlsxCell // of the row being written
}

// xlsxSheet is a sheet being written.
type xlsxSheet struct {
	name string
	rows *xlsxRows
	row  int // the last one written, 1-based
}

func addTable[R any](b *xlsxBook, name string, columns []xlsxColumn[R]) *xlsxTable[R] {
	t := &xlsxTable[R]{book: b, name: name, columns: columns, maxRows: b.maxRows}
	b.sheets = append(b.sheets, t)
	return t
}

// add appends a row.
func (t *xlsxTable[R]) add(r R) {
	if len(t.sheets) > 0 {
		t.cells = t.fill(t.cells[:0], r)
		t.write(t.cells)
		return
	}
	if t.kept = append(t.kept, t.fill(nil, r)); len(t.kept) == xlsxSample {
		t.start()
	}
}

func (t *xlsxTable[R]) fill(cells []xlsxCell, r R) []xlsxCell {
	cells = slices.Grow(cells, len(t.columns))
	for i := range t.columns {
		cells = append(cells, t.columns[i].cell(t.book.lang, r))
	}
	return cells
}

// drain writes the rows kept back.
func (t *xlsxTable[R]) drain() {
	if len(t.sheets) == 0 {
		t.dropEmpty()
		t.start()
	}
}

func (t *xlsxTable[R]) dropEmpty() {
	var columns []xlsxColumn[R]
	var at []int
	for i, c := range t.columns {
		if c.optional && !t.filled(i) {
			continue
		}
		columns, at = append(columns, c), append(at, i)
	}
	for k, row := range t.kept {
		cells := make([]xlsxCell, len(at))
		for i, from := range at {
			cells[i] = row[from]
		}
		t.kept[k] = cells
	}
	t.columns = columns
}

func (t *xlsxTable[R]) filled(column int) bool {
	for _, row := range t.kept {
		if row[column].form != xlsxBlank {
			return true
		}
	}
	return false
}

// start opens the first sheet, its columns as wide as the rows kept back ask.
func (t *xlsxTable[R]) start() {
	t.width = t.widths()
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

// widths fits the columns to the rows; a heading longer than six characters
// wraps.
func (t *xlsxTable[R]) widths() []float64 {
	out := make([]float64, len(t.columns))
	for i, c := range t.columns {
		const filterButton = 2
		w := min(columns(c.head.In(t.book.lang)), 10) + filterButton
		for _, row := range t.kept {
			w = max(w, widest(row[i].shown(), c.max))
		}
		out[i] = math.Round(10*float64(w+2)/t.book.density())/10 + 0.5
	}
	return out
}

// open starts a sheet with its heading.
func (t *xlsxTable[R]) open(name string) {
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
	s := &xlsxSheet{name: name, rows: newXLSXRows(), row: 1}
	t.sheets = append(t.sheets, s)
	style := b.style(xlsxLook{form: xlsxLabel, role: xlsxHeader})
	lines := 1
	for i, c := range t.columns {
		lines = max(lines, wrappedLines(c.head.In(b.lang), b.room(t.width[i])-2))
	}
	s.rows.begin(1, rowHeight(lines)+4)
	for i, c := range t.columns {
		s.rows.cell(t.letters[i], 1, style, labelCell(c.head.In(b.lang)))
	}
	b.fail(s.rows.end())
}

// write puts a row on the current sheet, or on a further one when that is
// full.
func (t *xlsxTable[R]) write(cells []xlsxCell) {
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
	for i := range cells {
		c := &cells[i]
		if c.form != xlsxText && c.form != xlsxLabel {
			continue
		}
		if len(c.text) > xlsxMaxText {
			c.text = b.continued(s.name, t.letters[i]+strconv.Itoa(s.row), c.text)
		}
		if c.note.ZH != "" {
			b.note(s.name, t.letters[i]+strconv.Itoa(s.row), c.note)
		}
		lines = max(lines, wrappedLines(c.text, b.room(t.width[i])))
	}
	s.rows.begin(s.row, rowHeight(lines))
	for i, c := range cells {
		look := lookOf(c)
		look.top = lines > xlsxMaxLines
		s.rows.cell(t.letters[i], s.row, b.style(look), c)
	}
	b.fail(s.rows.end())
}

// rowHeight is the height in points of lines in 10 point type. It is set for
// every row: not every program fits rows to wrapped text by itself.
func rowHeight(lines int) float64 { return float64(5 + 13*min(lines, xlsxMaxLines)) }

// xlsxMaxLines fit into the highest row there is, 409 points.
const xlsxMaxLines = 31

// finish sets what depends on the number of rows and on the order of sheets:
// filter, colours, titles.
func (t *xlsxTable[R]) finish() {
	b := t.book
	for _, s := range t.sheets {
		b.fail(s.rows.finish())
		all := "A1:" + cellName(len(t.columns), s.row)
		body := "A2:" + cellName(len(t.columns), max(s.row, 2))
		b.fail(b.file.SetSheetDimension(s.name, all))
		b.fail(b.file.AutoFilter(s.name, all, nil))
		b.fail(b.file.AddIgnoredErrors(s.name, body, excelize.IgnoredErrorsNumberStoredAsText))
		b.fail(b.file.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", RefersTo: "'" + s.name + "'!$1:$1", Scope: s.name,
		}))
		t.colour(s.name, body)
		b.layout(s.name) // after AutoFilter, which resets the sheet's properties
	}
}

// addRows tells which part each sheet's rows belong to. The number in a
// part's name is excelize's id of the sheet.
func (t *xlsxTable[R]) addRows(byPart map[string]*xlsxRows) {
	for id, name := range t.book.file.GetSheetMap() {
		for _, s := range t.sheets {
			if s.name == name {
				byPart["xl/worksheets/sheet"+strconv.Itoa(id)+".xml"] = s.rows
			}
		}
	}
}

// close gives up the rows.
func (t *xlsxTable[R]) close() {
	for _, s := range t.sheets {
		t.book.fail(s.rows.packed.close())
	}
}

func (t *xlsxTable[R]) colour(sheet, body string) {
	b := t.book
	for i, c := range t.columns {
		if t.markAt == "" || c.head.In(b.lang) != t.markAt {
			continue
		}
		var rules []excelize.ConditionalFormatOptions
		for _, m := range t.marks {
			rules = append(rules, excelize.ConditionalFormatOptions{
				Type: "formula", Criteria: "$" + t.letters[i] + `2="` + m.text + `"`, Format: b.marker(m.fill, m.color),
			})
		}
		b.fail(b.file.SetConditionalFormat(sheet, body, rules))
	}
}

// names are the sheets of the table in order.
func (t *xlsxTable[R]) names() []string {
	var out []string
	for _, s := range t.sheets {
		out = append(out, s.name)
	}
	return out
}

// cellName is the reference of a cell: A1 for column 1, row 1.
func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic("render: internal error: " + err.Error())
	}
	return name
}

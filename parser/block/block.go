// Package block is what every reader gives and the form reads: a document as
// paragraphs and tables in order, each table expanded to its grid, each cell
// with its text and its place in the file.
package block

import "sort"

// Document is the body of the main part in document order.
//
// All byte ranges are offsets into the inflated main part as it stands in the
// file (after conversion to UTF-8 where the part was UTF-16), End exclusive. A
// workbook has no such part: its offsets count through the parts of its sheets,
// one behind the other.
type Document struct {
	Part        string     // name of the main part: "word/document.xml"
	Application string     // docProps/app.xml Application; "" where absent
	Blocks      []Block    // body-level paragraphs and tables
	Bookmarks   []Bookmark // in the order of their starts; _GoBack left out
	Margins     []string   // lines of headers and footers, each once, without page numbers
	Notes       []Note     // what the reader had to decide, in document order
	Bytes       int64      // that all this takes in memory, some more than less
	memory      *Memory    // that it is laid out in; nil where it is not kept
}

// Block is a paragraph or a table: exactly one of the two is set.
type Block struct {
	Paragraph *Paragraph
	Table     *Table
}

// Paragraph is a w:p. Text holds tabs as "\t", breaks as "\n"; Number is the
// automatic list number as Word would print it ("1.", "（一）"), which is not
// part of Text; bullets are none. Lines of text boxes stand behind the
// paragraph's own.
type Paragraph struct {
	Number string
	Text   string
	Style  string // w:pStyle value; "" where none
	TOC    bool   // part of a table of contents (field TOC or a TOC style)
	Break  bool   // holds a page break or lastRenderedPageBreak
	Start  int    // byte range of the w:p element
	End    int
	Area   *Area // in a workbook, else nil
}

// Table is a w:tbl expanded to its grid.
type Table struct {
	Index int // 1-based among all w:tbl of the part, nested ones included, in order of their start tags
	Rows  int
	Cols  int
	Cells []Cell  // by row, then column, of their upper left corners
	Slots []int32 // Rows×Cols, row by row: index into Cells, or -1 where no cell covers the slot
	Head  int     // number of leading rows marked w:tblHeader
	Lines []int32 // places of the Cols+1 grid lines from the left border, ascending (twips); nil where the file does not say
	Open  []int32 // cells that continue a vertical merge which began in no row above: indices into Cells, ascending
	Start int     // byte range of the w:tbl element
	End   int
	Area  *Area // in a workbook, else nil
}

// At is the cell that covers the 1-based grid slot, nil where there is none.
func (t *Table) At(row, column int) *Cell {
	if row < 1 || row > t.Rows || column < 1 || column > t.Cols {
		return nil
	}
	if i := t.Slots[(row-1)*t.Cols+column-1]; i >= 0 {
		return &t.Cells[i]
	}
	return nil
}

// Cell is a cell of the grid. A vertically merged cell is one Cell: its text
// is that of the w:tc that restarts the merge; text that a hidden
// continuation cell holds all the same is appended on a line of its own and
// noted, unless it says the same again. Its paragraphs, those of
// nested tables and text boxes among them, are joined by "\n", each after its
// automatic number.
type Cell struct {
	Row, Column      int // 1-based grid slot of the upper left corner
	RowSpan, ColSpan int // at least 1
	Text             string
	Runs             []Run // where the pieces of Text stand in the part
	Start, End       int   // byte range of the w:tc element
	Nested           []*Table
}

// Run ties a piece of a cell's text to the part: Text[Offset:] up to the next
// run's Offset comes from the w:r element at Start..End (a w:p where the piece
// is an automatic number, which no run holds).
type Run struct {
	Offset     int
	Start, End int
}

// Range is the byte range in the part of the runs that hold c.Text[from:to];
// the whole cell's range where no run does.
func (c *Cell) Range(from, to int) (start, end int) {
	first := sort.Search(len(c.Runs), func(i int) bool { // the first that ends behind from
		if i+1 < len(c.Runs) {
			return c.Runs[i+1].Offset > from
		}
		return len(c.Text) > from
	})
	last := first
	for last < len(c.Runs) && c.Runs[last].Offset < to {
		last++
	}
	if first == last {
		return c.Start, c.End
	}
	return c.Runs[first].Start, c.Runs[last-1].End
}

// Bookmark is a range between w:bookmarkStart and w:bookmarkEnd
// (ISO/IEC 29500-1 §17.13.6). A start without an end has Closed false and ends
// where it starts; it is noted.
type Bookmark struct {
	Name     string
	Start    Position
	End      Position
	ColFirst int // first and last 0-based w:tc of the row, -1 where the range is not one of table columns
	ColLast  int
	Closed   bool
}

// Position is a place between blocks or inside one. Block is the index into
// Document.Blocks of the block that holds Offset or, between two blocks, that
// follows it; Offset is a byte offset into the part.
type Position struct {
	Block  int
	Offset int
}

// NoteKind says what a [Note] is about.
type NoteKind string

// The kinds of notes; each becomes a D finding of its own.
const (
	NoteBookmarkOpen    NoteKind = "bookmark_open"    // start without an end
	NoteBookmarkTwice   NoteKind = "bookmark_twice"   // a second start of the same name, kept
	NoteTracked         NoteKind = "tracked"          // tracked changes read as accepted
	NoteStruck          NoteKind = "struck"           // text dropped that is struck out
	NoteHidden          NoteKind = "hidden"           // text dropped that is not shown: hidden, or outside any paragraph
	NoteMergeOrphan     NoteKind = "merge_orphan"     // vMerge continues nothing
	NoteMergeText       NoteKind = "merge_text"       // a continuation cell holds text
	NoteSpanClamped     NoteKind = "span_clamped"     // gridSpan out of range, clamped
	NoteInvalidText     NoteKind = "invalid_text"     // bytes that are not UTF-8, or characters XML forbids
	NoteUnknownEncoding NoteKind = "unknown_encoding" // sym fonts and the like that have no Unicode text
	NoteField           NoteKind = "field"            // a field without a stored result, or without an end; Text is its code
	NoteObject          NoteKind = "object"           // a picture, a chart or an embedded object, whose text is not read
	NoteAside           NoteKind = "aside"            // a footnote, an endnote or a comment; Text is its text
	NoteMargin          NoteKind = "margin"           // text of headers and footers
	NoteAltChunk        NoteKind = "alt_chunk"        // imported content (w:altChunk) that stands in another part and is not read; Text is [SubDocument] where it is one
	NotePlaceholder     NoteKind = "placeholder"      // text of a content control that says it is a placeholder, and asks for nothing
	NoteError           NoteKind = "error"            // a cell of a workbook shows an error value, #REF! or the like; Text is it
	NoteFormula         NoteKind = "formula"          // a formula whose result the file does not hold; Text is the formula
	NoteFormat          NoteKind = "format"           // a number whose format cannot be told, or of more digits than the file keeps; Text is what is read
)

// SubDocument is the text of a note about a part of a master document that stands
// in a file of its own (w:subDoc).
const SubDocument = "w:subDoc"

// Note is something the reader decided that a person should know. Count is how
// often it happened in the block; Text shows what was concerned (at most 80
// runes); Table, Row, Column place it (0 outside tables), Sheet and Name where it
// stands in a workbook, which need be in no table.
type Note struct {
	Kind               NoteKind
	Text               string
	Count              int
	Table, Row, Column int
	Start, End         int
	Sheet, Name        string
}

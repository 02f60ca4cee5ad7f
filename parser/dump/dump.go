// Package dump reads the text dump of a Word document: a line is a paragraph
// or, led by a tab, a cell of a table; a line without a tab inside a table
// goes on with the cell above it; an empty line ends a row, one more the
// table; "[bookmark: NAME]" stands where a bookmark starts. Disclosures that
// were copied out of a document as text come in this shape.
package dump

import (
	"bytes"
	"context"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"jxmb/model"
	"jxmb/parser/block"
)

// MaxBytes is the largest dump that is read; the reference submission has
// 42 kB.
const MaxBytes = 32 << 20

// Read reads a dump. The dump does not say which cells span columns or rows:
// the last cell of a short row takes the rest of the row, and an empty cell
// that continues the one above stands as an empty cell. A dump that is no UTF-8
// is read as GB 18030, as Chinese editors save by default. Byte ranges are
// offsets into the dump as UTF-8; the part is name.
func Read(ctx context.Context, name string, data []byte) (*block.Document, error) {
	switch {
	case len(data) > MaxBytes:
		return nil, &model.Fault{Kind: model.FaultUnreadable, What: model.Say("文本有 %d 字节，超过 %d 字节的上限", "the text has %d bytes, more than the limit of %d", len(data), MaxBytes),
			Hint: model.Text{ZH: "拆分后再读取", EN: "split it"}}
	case !utf8.Valid(data):
		text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
		if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
			return nil, &model.Fault{Kind: model.FaultUnreadable, Place: model.OnLine(invalidLine(data)), What: model.Text{ZH: "文本既不是 UTF-8 也不是 GBK 编码", EN: "the text is neither UTF-8 nor GBK"},
				Hint: model.Text{ZH: "用 UTF-8 编码另存文本", EN: "save the text as UTF-8"}}
		}
		data = text
	}
	r := &reader{doc: &block.Document{Part: name}, text: string(data)}
	if err := r.lines(ctx); err != nil {
		return nil, err
	}
	return r.doc, nil
}

func invalidLine(data []byte) int {
	line := 1
	for len(data) > 0 {
		c, n := utf8.DecodeRune(data)
		if c == utf8.RuneError && n == 1 {
			break
		}
		if c == '\n' {
			line++
		}
		data = data[n:]
	}
	return line
}

// reader holds the table that is being read.
type reader struct {
	doc    *block.Document
	text   string
	rows   [][]block.Cell // finished rows of the table
	row    []block.Cell   // the row being read
	start  int            // of the table
	tables int
}

// linesAtOnce is how often the context is asked.
const linesAtOnce = 256

func (r *reader) lines(ctx context.Context) error {
	offset := 0
	if strings.HasPrefix(r.text, "\uFEFF") {
		offset = len("\uFEFF")
	}
	for n := 0; offset < len(r.text); n++ {
		if n%linesAtOnce == 0 && ctx.Err() != nil {
			return model.Interrupted(ctx)
		}
		end, next := len(r.text), len(r.text)
		if i := strings.IndexByte(r.text[offset:], '\n'); i >= 0 {
			end, next = offset+i, offset+i+1
		}
		if end > offset && r.text[end-1] == '\r' {
			end--
		}
		if err := r.line(offset, end); err != nil {
			return err
		}
		offset = next
	}
	r.endRow()
	return r.endTable(len(r.text))
}

// line reads text[start:end].
func (r *reader) line(start, end int) error {
	line := r.text[start:end]
	switch {
	case strings.HasPrefix(line, "\t"):
		if len(r.row) == 0 && len(r.rows) == 0 {
			r.start = start
		}
		r.row = append(r.row, block.Cell{Text: line[1:], Start: start + 1, End: end, Runs: []block.Run{{Start: start + 1, End: end}}})
	case len(r.row) > 0 && line == "":
		r.endRow()
	case len(r.row) > 0: // goes on with the cell above
		c := &r.row[len(r.row)-1]
		c.Runs = append(c.Runs, block.Run{Offset: len(c.Text) + 1, Start: start, End: end})
		c.Text += "\n" + line
		c.End = end
	case len(r.rows) > 0:
		if err := r.endTable(start); err != nil {
			return err
		}
		if line != "" {
			r.paragraph(start, end)
		}
	default:
		r.paragraph(start, end)
	}
	return nil
}

// paragraph adds a paragraph and the bookmarks that start in it.
func (r *reader) paragraph(start, end int) {
	text := r.text[start:end]
	index := len(r.doc.Blocks)
	for {
		before, rest, found := strings.Cut(text, "[bookmark: ")
		if !found {
			break
		}
		name, after, closed := strings.Cut(rest, "]")
		if !closed {
			break
		}
		if name != "_GoBack" { // where the caret was: Word's own
			at := block.Position{Block: index, Offset: start}
			r.doc.Bookmarks = append(r.doc.Bookmarks, block.Bookmark{Name: name, Start: at, End: at, ColFirst: -1, ColLast: -1, Closed: true})
		}
		text = before + after
	}
	r.doc.Blocks = append(r.doc.Blocks, block.Block{Paragraph: &block.Paragraph{Text: text, Start: start, End: end}})
}

func (r *reader) endRow() {
	if len(r.row) > 0 {
		r.rows, r.row = append(r.rows, r.row), nil
	}
}

// maxSlots bounds the grid of one table, which a single wide row would
// otherwise multiply.
const maxSlots = 1 << 20

// endTable lays the rows out as a grid.
func (r *reader) endTable(end int) error {
	if len(r.rows) == 0 {
		return nil
	}
	r.tables++
	t := &block.Table{Index: r.tables, Rows: len(r.rows), Start: r.start, End: end}
	for _, row := range r.rows {
		t.Cols = max(t.Cols, len(row))
	}
	if t.Rows*t.Cols > maxSlots {
		return &model.Fault{Kind: model.FaultUnreadable, Place: model.OnLine(strings.Count(r.text[:r.start], "\n") + 1),
			What: model.Say("表格有 %d 行 %d 列，超过 %d 格的上限", "the table has %d rows and %d columns, more than the limit of %d cells", t.Rows, t.Cols, maxSlots),
			Hint: model.Text{ZH: "检查是否缺少表示表格结束的空行", EN: "check for missing empty lines, which end tables"}}
	}
	t.Slots = make([]int32, 0, t.Rows*t.Cols)
	for i, row := range r.rows {
		for j, c := range row {
			c.Row, c.Column, c.RowSpan, c.ColSpan = i+1, j+1, 1, 1
			if j == len(row)-1 {
				c.ColSpan = t.Cols - j
			}
			for range c.ColSpan {
				t.Slots = append(t.Slots, int32(len(t.Cells)))
			}
			t.Cells = append(t.Cells, c)
		}
	}
	r.rows = nil
	r.doc.Blocks = append(r.doc.Blocks, block.Block{Table: t})
	return nil
}

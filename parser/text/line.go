package text

import (
	"iter"
	"strings"
)

// lines gives the lines of a text as offsets, without the breaks that end them
// (LF, CR LF, CR) and without a byte order mark.
func lines(text string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		offset := 0
		if strings.HasPrefix(text, "\uFEFF") {
			offset = len("\uFEFF")
		}
		for offset < len(text) {
			end := lineEnd(text, offset)
			if !yield(offset, end) {
				return
			}
			offset = pastBreak(text, end)
		}
	}
}

// lineEnd is where the line that holds offset ends.
func lineEnd(text string, offset int) int {
	if i := strings.IndexAny(text[offset:], "\r\n"); i >= 0 {
		return offset + i
	}
	return len(text)
}

// pastBreak is where the line behind the break at end begins.
func pastBreak(text string, end int) int {
	if strings.HasPrefix(text[end:], "\r\n") {
		return end + 2
	}
	return min(end+1, len(text))
}

// cells splits the line at offset at its tabs; next is where the line behind
// it begins, which is further on where a quoted cell holds line breaks.
func (r *reader) cells(offset int) (cells row, next int, err error) {
	for {
		if err := r.count(offset); err != nil {
			return nil, 0, err
		}
		c, quoted := r.quoted(offset)
		if !quoted {
			end := offset
			for end < len(r.text) && !r.endsCell(end) {
				end++
			}
			c = newCell(offset, end)
		}
		cells = append(cells, c)
		if c.end == len(r.text) || r.text[c.end] != '\t' {
			return cells, pastBreak(r.text, c.end), nil
		}
		offset = c.end + 1
	}
}

// maxQuoted is the most bytes of a quoted cell: Excel's cells hold 32,767
// characters, of at most four bytes.
const maxQuoted = 4 * 32767

// quoted reads a cell in double quotes, inside which a quote is doubled, as
// Excel copies cells with line breaks. It is none where the quotes are not
// closed right before the next cell, hold a tab, or are there for no reason
// and so part of the text.
func (r *reader) quoted(offset int) (c cell, ok bool) {
	if offset >= len(r.text) || r.text[offset] != '"' {
		return c, false
	}
	end, reason := r.closing(offset + 1)
	if !reason || !r.endsCell(end+1) {
		return c, false
	}
	c = cell{start: offset, end: end + 1}
	from := offset + 1
	for i := 0; ; i++ {
		lineEnd := min(lineEnd(r.text, from), end)
		p := r.unquote(from, lineEnd)
		if i == 0 {
			c.first = p
		} else {
			c.more = append(c.more, p)
		}
		if lineEnd == end {
			return c, true
		}
		from = pastBreak(r.text, lineEnd)
	}
}

// closing is where the quote stands that ends the cell whose text begins at
// from, and whether something in the text is a reason to quote it.
func (r *reader) closing(from int) (end int, reason bool) {
	for end = from; end < min(len(r.text), from+maxQuoted); end++ {
		switch r.text[end] {
		case '\t':
			return end, false
		case '"':
			if end+1 == len(r.text) || r.text[end+1] != '"' {
				return end, reason
			}
			reason = true
			end++
		case ',', '\r', '\n':
			reason = true
		}
	}
	return end, false
}

// endsCell says whether a cell ends before offset at.
func (r *reader) endsCell(at int) bool {
	return at >= len(r.text) || r.text[at] == '\t' || r.text[at] == '\r' || r.text[at] == '\n'
}

func (r *reader) unquote(start, end int) piece {
	p := piece{start: start, end: end}
	if s := r.text[start:end]; strings.Contains(s, `""`) {
		p.said = strings.ReplaceAll(s, `""`, `"`)
	}
	return p
}

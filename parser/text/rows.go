package text

import "strings"

// pasted is the state of reading the notation of a line a row.
type pasted struct {
	*reader
	lone   []cell // lines without a tab since the last row, while a table is open
	spaced bool   // an empty line stands behind every line, and means nothing
	empty  int    // empty lines since the last line
}

// pasted reads the notation of a line a row. An empty line ends the table. A
// line without a tab between two rows is a row of one cell, as wide as the
// table, unless it goes on with the cell above it (see continues) or stands
// between two tables (see apart); behind the last row it is a paragraph.
func (r *reader) pasted() error {
	p := &pasted{reader: r, spaced: doubleSpaced(r.text)}
	offset := 0
	if strings.HasPrefix(r.text, "\uFEFF") {
		offset = len("\uFEFF")
	}
	for offset < len(r.text) {
		end := lineEnd(r.text, offset)
		if strings.IndexFunc(r.text[offset:end], notBlank) < 0 && !strings.Contains(r.text[offset:end], "\t") {
			if err := p.gap(offset); err != nil {
				return err
			}
			offset = pastBreak(r.text, end)
			continue
		}
		cells, next, err := r.cells(offset)
		if err != nil {
			return err
		}
		if err := p.line(cells, next); err != nil {
			return err
		}
		offset = next
	}
	return p.end(len(r.text))
}

// gap notes an empty line.
func (p *pasted) gap(at int) error {
	p.empty++
	if p.spaced && p.empty == 1 {
		return nil
	}
	return p.end(at)
}

// line reads the cells of one line; the next line begins at next.
func (p *pasted) line(cells row, next int) error {
	p.empty = 0
	switch {
	case p.goesOn(cells, next):
		open := p.rows[len(p.rows)-1]
		open[len(open)-1].join(&cells[0])
		p.rows[len(p.rows)-1] = append(open, cells[1:]...)
		return nil
	case len(cells) > 1 || p.stacked(&cells[0], next):
		return p.row(cells)
	case len(p.rows) == 0:
		p.paragraph(cells[0].start, cells[0].end)
		return nil
	}
	p.lone = append(p.lone, cells[0])
	return nil
}

// row adds a row, and before it the lines without a tab: as rows of their own
// or, where one of them stands between tables, as paragraphs.
func (p *pasted) row(cells row) error {
	for i := range p.lone {
		c := &p.lone[i]
		if apart(c.last(p.text)) {
			for _, before := range p.lone[:i] {
				p.rows = append(p.rows, row{before})
			}
			p.lone = p.lone[i:]
			if err := p.end(c.start); err != nil {
				return err
			}
			break
		}
	}
	if n := len(p.lone); n > 0 && heads(p.lone[n-1].last(p.text), cells[0].last(p.text)) {
		first := p.lone[n-1]
		first.join(&cells[0])
		cells[0], p.lone = first, p.lone[:n-1]
	}
	for _, c := range p.lone {
		p.rows = append(p.rows, row{c})
	}
	p.lone = p.lone[:0]
	p.rows = append(p.rows, cells)
	return nil
}

// end ends the table; the lines behind its last row are paragraphs.
func (p *pasted) end(at int) error {
	if len(p.lone) > 0 {
		at = p.lone[0].start
	}
	if err := p.endTable(at); err != nil {
		return err
	}
	for _, c := range p.lone {
		p.paragraph(c.start, c.end)
	}
	p.lone = p.lone[:0]
	return nil
}

// goesOn says whether the line goes on with the last cell of the row above it.
func (p *pasted) goesOn(cells row, next int) bool {
	if len(p.rows) == 0 || len(p.lone) > 0 {
		return false
	}
	above := p.rows[len(p.rows)-1]
	last, lone := &above[len(above)-1], len(cells) == 1
	upper, lower := last.last(p.text), cells[0].last(p.text)
	upright := len(last.more) > 0 || len(above) == 1 || lone && p.short(len(above))
	switch {
	case upright && oneIdeograph(upper) && oneIdeograph(lower):
		return true
	case isWord(upper) && isWord(lower) && p.short(len(above)):
		return p.fills(len(above)+len(cells)-1, next)
	}
	return continues(upper, lower, lone)
}

// short says whether the last row, of n cells, has fewer than the one before.
func (p *pasted) short(n int) bool {
	return len(p.rows) > 1 && n < len(p.rows[len(p.rows)-2])
}

// fills says whether n cells, with those of some lines from offset on, are as
// many as the row before the last one has, each line going on with the last
// cell of the line before: then a word was broken in each.
func (p *pasted) fills(n, offset int) bool {
	whole := len(p.rows[len(p.rows)-2])
	for n < whole && offset < len(p.text) {
		end := lineEnd(p.text, offset)
		first, _, more := strings.Cut(p.text[offset:end], "\t")
		if !more || !isWord(first) {
			return false
		}
		n += strings.Count(p.text[offset:end], "\t")
		offset = pastBreak(p.text, end)
	}
	return n == whole
}

// stacked says whether a character alone in its line begins a cell whose
// characters stand one below the other: the next line begins with one, too.
func (p *pasted) stacked(c *cell, next int) bool {
	if next >= len(p.text) || !oneIdeograph(c.last(p.text)) {
		return false
	}
	below, _, _ := strings.Cut(p.text[next:lineEnd(p.text, next)], "\t")
	return oneIdeograph(below)
}

// doubleSpaced says whether an empty line stands between any two lines, as
// mail programs write paragraphs.
func doubleSpaced(text string) bool {
	filled, gaps, last := 0, 0, false
	for start, end := range lines(text) {
		blank := strings.Trim(text[start:end], " \u3000\u00A0") == ""
		if !blank {
			filled++
			if last {
				return false
			}
		} else if last {
			gaps++
		}
		last = !blank
	}
	return filled > 2 && gaps+1 >= filled
}

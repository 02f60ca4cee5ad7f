package sheet

import "slices"

// Pieces is tables that stand below each other and may be one table, cut by a
// page break or by whoever wrote them: their columns are told to be the same by
// where the grid lines stand or, where the file does not say or the widths were
// changed, by their number.
type Pieces struct {
	parts []part
	lines []int32 // grid lines of all pieces, ascending
	known bool    // they stand where the file says; else a column is step wide
}

// part is one table, and where its grid lines stand among those of all.
type part struct {
	sheet *Sheet
	at    []int32
}

const (
	step     = 1000
	maxLines = 128 // of tables of other columns that are joined; Word allows 63 columns
)

// Begin starts with one table.
func Begin(s *Sheet) *Pieces {
	p := &Pieces{known: s.lines() != nil, lines: s.lines()}
	if !p.known {
		p.lines = make([]int32, s.Cols+1)
		for i := range p.lines {
			p.lines[i] = int32(i) * step
		}
	}
	p.parts = append(p.parts, part{s, p.lines})
	return p
}

// lines is where the grid lines of a table stand, nil where the file does not
// say.
func (s *Sheet) lines() []int32 { return s.First.Lines }

// Len is the number of tables.
func (p *Pieces) Len() int { return len(p.parts) }

// Add adds a table whose columns fit: where the lines are told by their places,
// at least as many inner ones as common says must be shared, unless all of one
// table are lines of the other. False where they do not fit.
func (p *Pieces) Add(s *Sheet, common int) bool {
	at := p.fit(s, common)
	if at == nil {
		return false
	}
	p.parts = append(p.parts, part{s, at})
	if missing(p.lines, at) {
		p.lines = slices.Concat(p.lines, at)
		slices.Sort(p.lines)
		p.lines = slices.Compact(p.lines)
	}
	return true
}

// missing says whether one of the lines at is none of lines yet.
func missing(lines, at []int32) bool {
	return slices.ContainsFunc(at, func(x int32) bool {
		_, found := slices.BinarySearch(lines, x)
		return !found
	})
}

// fit is where the grid lines of the table stand, nil where it does not fit.
func (p *Pieces) fit(s *Sheet, common int) []int32 {
	if at := p.placed(s, common); at != nil {
		return at
	}
	last := &p.parts[len(p.parts)-1]
	switch {
	case s.Cols == len(p.lines)-1:
		return p.lines
	case s.Cols == last.sheet.Cols:
		return last.at
	}
	return last.inOrder(s)
}

// placed compares where the lines stand.
func (p *Pieces) placed(s *Sheet, common int) []int32 {
	lines := s.lines()
	if !p.known || lines == nil || len(lines)+len(p.lines) > maxLines {
		return nil
	}
	width, own := p.lines[len(p.lines)-1], lines[len(lines)-1]
	if 100*int64(max(width, own)-min(width, own)) > 3*int64(width) {
		return nil
	}
	at, met := p.snapped(lines, width, own)
	switch {
	case len(lines) == len(p.lines) && p.inStep(lines):
		return p.lines // the same columns, their widths changed
	case met == len(lines) || met == len(p.lines) || met-2 >= common && slices.IsSorted(at):
		return at
	}
	return nil
}

// snapped stretches the lines of a table that is own wide to the width, and
// moves each to the one near it, if any; met counts these.
func (p *Pieces) snapped(lines []int32, width, own int32) (at []int32, met int) {
	at = make([]int32, len(lines))
	for i, x := range lines {
		x = int32(int64(x) * int64(width) / int64(own))
		at[i] = x
		if line := nearest(p.lines, x); near(x, line, width) && (i == 0 || at[i-1] < line) {
			at[i] = line
			met++
		}
	}
	return at, met
}

// inStep says whether each line stands near its counterpart, or nearest to it.
func (p *Pieces) inStep(lines []int32) bool {
	width := p.lines[len(p.lines)-1]
	for i, x := range lines {
		if !near(x, p.lines[i], width) && nearest(p.lines, x) != p.lines[i] {
			return false
		}
	}
	return true
}

// near says whether two lines of a table so wide are one: what is left of a
// line that was dragged, or rounded.
func near(a, b, width int32) bool { return 100*max(a-b, b-a) <= 2*width }

// nearest is the line nearest to x.
func nearest(lines []int32, x int32) int32 {
	i, _ := slices.BinarySearch(lines, x)
	switch {
	case i == len(lines):
		return lines[i-1]
	case i > 0 && x-lines[i-1] < lines[i]-x:
		return lines[i-1]
	}
	return lines[i]
}

// inOrder fits a table whose cells begin and end at as many places as those in
// the last row above: its lines stand where theirs do.
func (p *part) inOrder(s *Sheet) []int32 {
	edges, used := p.sheet.edges(p.sheet.Rows), s.used()
	count := 0
	for _, u := range used {
		if u {
			count++
		}
	}
	if s.Rows == 0 || count < 3 || count != len(edges) {
		return nil
	}
	at, n := make([]int32, len(used)), 0
	for i, u := range used {
		if u && i > 0 {
			n++
		}
		at[i] = p.at[edges[n]]
	}
	return at
}

// edges is the grid lines, from 0, at which cells in the row begin or end.
func (s *Sheet) edges(row int) []int {
	if row == 0 {
		return nil
	}
	out := []int{0}
	for col := 1; col <= s.Cols; {
		next := col + 1
		if c := s.At(row, col); c != nil {
			next = max(next, c.Column+c.ColSpan)
		}
		out = append(out, next-1)
		col = next
	}
	return out
}

// used tells for each grid line whether a cell begins or ends there.
func (s *Sheet) used() []bool {
	out := make([]bool, s.Cols+1)
	out[0], out[s.Cols] = true, true
	for i := range s.Cells {
		c := &s.Cells[i]
		out[c.Column-1], out[c.Column-1+c.ColSpan] = true, true
	}
	return out
}

// Sheet is the tables as one.
func (p *Pieces) Sheet() *Sheet {
	if len(p.parts) == 1 {
		return p.parts[0].sheet
	}
	strips := make([]Strip, 0, len(p.parts))
	for _, part := range p.parts {
		if part.sheet.Rows == 0 {
			continue
		}
		lines := make([]int32, len(part.at))
		for i, x := range part.at {
			n, _ := slices.BinarySearch(p.lines, x)
			lines[i] = int32(n)
		}
		strips = append(strips, Strip{Sheet: part.sheet, From: 1, To: part.sheet.Rows, Lines: lines})
	}
	if len(strips) == 0 {
		return p.parts[0].sheet
	}
	return Join(strips, len(p.lines)-1)
}

package docx

import "jxmb/parser/block"

// maxColumns is how many columns of a table Word allows; a span that reaches
// beyond both this and w:tblGrid is clamped.
const maxColumns = 63

// grid lays the cells of one table out, row by row.
type grid struct {
	columns   int     // w:gridCol elements
	lines     []int32 // where each of them ends, in twips
	open      []int32 // cells that continue a merge of no row above
	cells     []block.Cell
	strips    []strip
	continued []continuation
	above     []int32 // by column: the cell whose vertical merge the row before left open, or -1
	below     []int32 // the same for the row being laid out
	row       int     // 0-based
	at        int     // 0-based column of the next cell
	before    int     // columns that the row leaves out at its beginning
	widths    []int32 // of the row's w:tc
	width     int     // widest row so far
	limit     int
	fresh     bool // the cell placed last is one of its own
	last      int  // index of the cell that the row's latest w:tc went into
	joining   bool // that w:tc is part of a w:hMerge
}

// strip is what one w:tc covers of its row.
type strip struct {
	row, column, span int32 // 0-based
	cell              int32
}

// continuation is text found in a w:tc that continues a merge.
type continuation struct {
	cell int
	text string
	runs []block.Run
}

// oddities of a placed cell.
type oddity struct {
	clamped bool // gridSpan out of range
	orphan  bool // vMerge continues nothing
}

func (g *grid) reset(limit int) {
	clear(g.cells)
	clear(g.continued)
	*g = grid{
		cells: g.cells[:0], strips: g.strips[:0], continued: g.continued[:0],
		above: g.above[:0], below: g.below[:0], row: -1, limit: limit,
		lines: append(g.lines[:0], 0), open: g.open[:0], widths: g.widths[:0],
	}
}

// startRow begins a w:tr that leaves out the first before columns.
func (g *grid) startRow(before int) {
	g.row++
	g.above, g.below = g.below, g.above[:0]
	g.at, g.before, g.joining = before, before, false
	g.widths = g.widths[:0]
}

// endRow ends it, leaving out after columns at its end.
func (g *grid) endRow(after int) {
	if g.at+after < g.columns {
		g.stretch(after)
	}
	g.width = max(g.width, g.at+after)
}

// size is rows and columns of the grid; w:tblGrid counts where it is wider
// than any row (§17.4.48), and is widened where rows reach beyond it
// (§17.4.17).
func (g *grid) size() (rows, columns int) {
	return g.row + 1, max(g.width, g.columns)
}

// full tells whether the grid has more slots than the limit.
func (g *grid) full() bool {
	columns := max(g.width, g.columns, g.at)
	return columns > g.limit || (g.row+1)*columns > g.limit
}

// place lays out the next w:tc of the row and gives the index of the cell it
// belongs to: a new one, or one it is merged into.
func (g *grid) place(p cellProps) (into int, odd oddity) {
	span, clamped := g.clamp(p.span)
	odd.clamped = clamped
	from := g.at
	g.at += span
	into = -1
	switch {
	case p.hMerge == mergeContinue && g.joining && g.fits(from+span):
		if into = g.last; g.cells[into].Row == g.row+1 {
			g.cells[into].ColSpan += span
		}
	case p.vMerge == mergeContinue:
		into = g.continues(from, span, p.hMerge == mergeRestart)
		odd.orphan = into < 0
	}
	g.joining = p.hMerge == mergeRestart || p.hMerge == mergeContinue && g.joining && into == g.last
	if g.fresh = into < 0; g.fresh {
		into = len(g.cells)
		g.cells = append(g.cells, block.Cell{Row: g.row + 1, Column: from + 1, RowSpan: 1, ColSpan: span})
		if odd.orphan {
			g.open = append(g.open, int32(into))
		}
	}
	c := &g.cells[into]
	c.RowSpan = max(c.RowSpan, g.row+2-c.Row)
	if p.vMerge == mergeRestart || p.vMerge == mergeContinue && !odd.orphan {
		g.leaveOpen(from, span, into)
	}
	g.widths = append(g.widths, p.width)
	g.strips = append(g.strips, strip{int32(g.row), int32(from), int32(span), int32(into)})
	g.last = into
	return into, odd
}

// continues is the cell that the row before left open over just the columns of
// a w:tc, -1 where there is none. A merge over different columns is
// non-conformant (ISO/IEC 29500-1 §17.4.84) and a continuation of nothing is
// ignored (§17.18.57): either is a cell of its own and opens nothing. A w:tc
// that restarts a w:hMerge counts with those that will continue it, so only
// its first column is compared.
func (g *grid) continues(from, span int, widens bool) int {
	if from >= len(g.above) || g.above[from] < 0 {
		return -1
	}
	c := &g.cells[g.above[from]]
	if c.Column != from+1 || c.ColSpan < span || c.ColSpan > span && !widens {
		return -1
	}
	return int(g.above[from])
}

// fits tells whether the cell of the row's latest w:tc may reach up to a
// column: one that began in a row above is as wide as it was there.
func (g *grid) fits(to int) bool {
	c := &g.cells[g.last]
	return c.Row == g.row+1 || to <= c.Column-1+c.ColSpan
}

// leaveOpen lets the next row continue a merge over these columns.
func (g *grid) leaveOpen(from, span, cell int) {
	for len(g.below) < from {
		g.below = append(g.below, -1)
	}
	for range span {
		g.below = append(g.below, int32(cell))
	}
}

// clamp brings a gridSpan into range: at least one column; at most what is
// left of w:tblGrid where it reaches beyond that and Word's own bound.
func (g *grid) clamp(span int) (columns int, clamped bool) {
	if span < 1 {
		return 1, true
	}
	if span > max(g.columns, maxColumns) {
		return max(g.columns-g.at, 1), true
	}
	return span, false
}

// column is the 1-based column of a cell.
func (g *grid) column(cell int) int { return g.cells[cell].Column }

// places is the grid lines of a table with so many columns, nil where
// w:tblGrid does not give them all.
func (g *grid) places(columns int) []int32 {
	if len(g.lines) != columns+1 {
		return nil
	}
	for i, at := range g.lines[1:] {
		if at <= g.lines[i] {
			return nil
		}
	}
	return append(make([]int32, 0, columns+1), g.lines...)
}

// fill maps every slot of the grid to its cell.
func (g *grid) fill(slots []int32, columns int) {
	for i := range slots {
		slots[i] = -1
	}
	for _, s := range g.strips {
		row := slots[int(s.row)*columns:]
		for c := s.column; c < s.column+s.span; c++ {
			row[c] = s.cell
		}
	}
}

package docx

import (
	"strconv"

	"jxmb/parser/ooxml"
)

// sameLine is how far the edge of a cell may be from a line of the grid, in twips:
// widths are rounded where tables are converted.
const sameLine = 30

// readWidth is a w:tcW in twips (§17.4.71), 0 where it is given in other ways.
func readWidth(s *ooxml.Scanner) int32 {
	kind, _ := s.Attribute("type")
	w, _ := s.Attribute("w")
	n, err := strconv.Atoi(string(w))
	if string(kind) != "dxa" || err != nil || n <= 0 || n > maxWidth {
		return 0
	}
	return int32(n)
}

// stretch spans the cells of a row that is too short by their widths: producers leave
// out w:gridSpan, and Word shows each cell as wide as it says. It does so only where
// every edge of the row stands on a line of the grid and the last on its end; cells of
// merges stay where they are.
func (g *grid) stretch(after int) {
	before := g.before
	if len(g.lines) != g.columns+1 || before >= g.columns {
		return
	}
	row := g.strips[len(g.strips)-len(g.widths):]
	edges := make([]int32, 0, len(row))
	line, edge := before, g.lines[before]
	for _, w := range g.widths {
		edge += w
		for line++; line < g.columns && g.lines[line] < edge-sameLine; line++ {
		}
		if w == 0 || line > g.columns || g.lines[line] > edge+sameLine || g.lines[line] < edge-sameLine {
			return
		}
		edges = append(edges, int32(line))
	}
	if line+after != g.columns || !g.moves(row, edges, int32(before)) {
		return
	}
	from := int32(before)
	for i := range row {
		row[i].column, row[i].span = from, edges[i]-from
		if c := &g.cells[row[i].cell]; c.Row == g.row+1 {
			c.Column, c.ColSpan = int(from)+1, int(edges[i]-from)
		}
		from = edges[i]
	}
	g.at = line
}

// moves tells whether the cells of a row that would get other columns belong to no
// merge.
func (g *grid) moves(row []strip, edges []int32, from int32) bool {
	for i, s := range row {
		if s.column == from && s.column+s.span == edges[i] {
			from = edges[i]
			continue
		}
		from = edges[i]
		open := int(s.column) < len(g.below) && g.below[s.column] >= 0
		shared := i > 0 && row[i-1].cell == s.cell
		if open || shared || g.cells[s.cell].Row != g.row+1 {
			return false
		}
	}
	return true
}

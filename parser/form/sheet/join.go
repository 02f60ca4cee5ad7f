package sheet

// Strip is rows of a sheet that become rows of another.
type Strip struct {
	Sheet    *Sheet
	From, To int     // its rows, 1-based, To inclusive
	Lines    []int32 // for each of its grid lines that of the new sheet, both counted from 0; nil: the same
}

// Join lays strips out below each other as one sheet of so many columns. A
// merge that a table left open, and its successor goes on with, is one again;
// one that reaches beyond its strip ends with it.
func Join(strips []Strip, cols int) *Sheet {
	j := joining{s: &Sheet{First: strips[0].Sheet.First, Cols: cols, labels: strips[0].Sheet.labels}}
	cells := 0
	for _, st := range strips {
		j.s.Rows += st.To - st.From + 1
		cells += int(st.Sheet.starts[st.To] - st.Sheet.starts[st.From-1])
	}
	j.s.Cells = make([]Cell, 0, cells)
	j.s.slots = make([]int32, 0, j.s.Rows*cols)
	for i := range strips {
		j.add(&strips[i])
	}
	j.s.index()
	return j.s
}

// joining is the state of a [Join].
type joining struct {
	s      *Sheet
	offset int     // rows of the strips before
	places []int32 // for each cell of the strip its place in the new sheet
	before int     // first cell of the strip being added
}

// add adds the rows of one strip.
func (j *joining) add(st *Strip) {
	j.before = int(st.Sheet.starts[st.From-1])
	j.places = append(j.places[:0], make([]int32, int(st.Sheet.starts[st.To])-j.before)...)
	for row := st.From; row <= st.To; row++ {
		line := st.Sheet.Line(row)
		for i := range line {
			j.cell(st, &line[i], int(st.Sheet.starts[row-1])-j.before+i)
		}
		j.slots(st, row)
	}
	j.offset += st.To - st.From + 1
}

// cell adds one cell, or makes the cell above reach over it.
func (j *joining) cell(st *Strip, c *Cell, number int) {
	b := *c.Cell
	if st.Lines != nil {
		from, to := st.Lines[c.Column-1], st.Lines[c.Column-1+c.ColSpan]
		b.Column, b.ColSpan = int(from)+1, int(to-from)
	}
	b.RowSpan = min(c.RowSpan, st.To-c.Line+1)
	out := *c
	out.Cell, out.Line = &b, j.offset+c.Line-st.From+1
	out.Take(Unused, "", nil)
	if c.open {
		if above := j.above(&out); above >= 0 {
			reaching := *j.s.Cells[above].Cell
			reaching.RowSpan++
			j.s.Cells[above].Cell = &reaching
			j.s.Merged = append(j.s.Merged, out)
			j.places[number] = int32(above)
			return
		}
	}
	j.places[number] = int32(len(j.s.Cells))
	j.s.Cells = append(j.s.Cells, out)
}

// above is the cell of an earlier strip that c continues, -1 where there is
// none: it stands over the same columns and ends in the row above. Text that
// c holds all the same keeps it apart, as it would be lost.
func (j *joining) above(c *Cell) int {
	if c.Line < 2 || c.RowSpan != 1 {
		return -1
	}
	i := j.s.slots[(c.Line-2)*j.s.Cols+c.Column-1]
	if i < 0 {
		return -1
	}
	over := &j.s.Cells[i]
	same := [...]int{over.Column, over.ColSpan, over.LastRow()} == [...]int{c.Column, c.ColSpan, c.Line - 1}
	if !same || over.Line > j.offset || !c.goesOn(over) {
		return -1
	}
	return int(i)
}

// slots adds the slots of one row.
func (j *joining) slots(st *Strip, row int) {
	first := len(j.s.slots)
	j.s.slots = j.s.slots[:first+j.s.Cols]
	out := j.s.slots[first:]
	for i := range out {
		out[i] = -1
	}
	for col := range st.Sheet.Cols {
		i := int(st.Sheet.slots[(row-1)*st.Sheet.Cols+col]) - j.before
		if i < 0 || i >= len(j.places) {
			continue // none, or one that began above the strip
		}
		from, to := int32(col), int32(col)+1
		if st.Lines != nil {
			from, to = st.Lines[col], st.Lines[col+1]
		}
		for k := from; k < to; k++ {
			out[k] = j.places[i]
		}
	}
}

// Part is the rows from..to of the sheet as a sheet of their own.
func (s *Sheet) Part(from, to int) *Sheet {
	if from == 1 && to == s.Rows {
		return s
	}
	return Join([]Strip{{Sheet: s, From: from, To: to}}, s.Cols)
}

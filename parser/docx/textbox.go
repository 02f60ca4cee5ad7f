package docx

import "jxmb/parser/ooxml"

// maxBoxes bounds text boxes in text boxes, which Word does not allow at all:
// each level is passed over once and read once.
const maxBoxes = 4

// box is a w:txbxContent (§17.17.1) that waits for its paragraph to end.
type box struct {
	ooxml.Mark
	hidden bool
}

// textBox puts a text box off to the end of its paragraph: a box floats beside
// the text, and what stands around its anchor is one sentence.
func (r *reader) textBox() {
	if r.Empty {
		return
	}
	if r.boxDepth >= maxBoxes {
		r.boxLines()
		return
	}
	b := box{r.Here(), r.hidden}
	r.spend(costBox * (b.Size() + 1))
	r.boxes = append(r.boxes, b)
	r.Skip()
}

// textBoxes reads the boxes put off since the paragraph began, as lines behind
// its own text.
func (r *reader) textBoxes(from int) {
	if len(r.boxes) == from || r.Err != nil {
		return
	}
	// What is left of the paragraph's own scan.
	after, hidden, paper := r.Aside(), r.hidden, r.paper
	r.paper = untold // the shape's fill
	r.boxDepth++
	for i := from; i < len(r.boxes) && r.Err == nil; i++ {
		r.Enter(r.boxes[i].Mark)
		r.hidden = r.boxes[i].hidden
		r.boxLines()
	}
	r.hidden, r.paper = hidden, paper
	r.boxDepth--
	r.boxes = r.boxes[:from]
	if r.Err == nil {
		r.Leave(after)
	}
}

// boxLines reads the w:txbxContent whose start tag was met last. Its tables
// are nested in the cell around it; outside tables each is a block of its own
// behind the paragraph.
func (r *reader) boxLines() {
	outer, para := r.story, r.para
	r.para = &r.unkept
	for depth := r.Depth(); r.Within(depth); {
		switch r.El {
		case ooxml.ElP:
			r.first, r.gap = -1, true
			r.inlines(r.Start)
		case ooxml.ElTbl:
			r.boxTable()
		default:
			r.anywhere()
		}
	}
	r.story, r.para = outer, para
	r.first, r.gap = -1, true
}

// boxTable reads a table in a text box. In a cell its text is part of the
// cell's; outside tables it is kept apart, so that nothing is said twice.
func (r *reader) boxTable() {
	if r.cell {
		r.begun = r.arena.len() == r.story.from // a paragraph without text gives way
		r.boxed = append(r.boxed, r.readTable())
		return
	}
	if r.boxArena.chunk == nil {
		r.boxArena.reset(0)
	}
	r.arena, r.boxArena = r.boxArena, r.arena
	r.boxed = append(r.boxed, r.readTable())
	r.arena, r.boxArena = r.boxArena, r.arena
}

package docx

// maxBoxes bounds text boxes in text boxes, which Word does not allow at all:
// each level is passed over once and read once.
const maxBoxes = 4

// box is a w:txbxContent (§17.17.1) that waits for its paragraph to end.
type box struct {
	pos      int // behind its start tag
	tag      openTag
	bindings []binding
	word     []byte
	hidden   bool
}

// textBox puts a text box off to the end of its paragraph: a box floats beside
// the text, and what stands around its anchor is one sentence.
func (r *reader) textBox() {
	if r.empty {
		return
	}
	if r.boxDepth >= maxBoxes {
		r.boxLines()
		return
	}
	r.spend(costBox * (len(r.scope.bindings) + 1))
	r.boxes = append(r.boxes, box{
		pos: r.pos, tag: r.stack[len(r.stack)-1],
		bindings: append([]binding(nil), r.scope.bindings...), word: r.scope.word, hidden: r.hidden,
	})
	r.skip()
}

// textBoxes reads the boxes put off since the paragraph began, as lines behind
// its own text.
func (r *reader) textBoxes(from int) {
	if len(r.boxes) == from || r.err != nil {
		return
	}
	// What is left of the paragraph's own scan.
	after, scope, hidden := r.pos, r.scope, r.hidden
	r.boxDepth++
	for i := from; i < len(r.boxes) && r.err == nil; i++ {
		b := r.boxes[i]
		b.tag.bindings = int32(len(b.bindings))
		r.scope.bindings, r.scope.word = b.bindings, b.word
		r.stack = append(r.stack, b.tag)
		r.pos, r.empty, r.hidden = b.pos, false, b.hidden
		r.boxLines()
	}
	r.hidden = hidden
	r.boxDepth--
	r.boxes = r.boxes[:from]
	if r.err == nil {
		r.pos, r.scope, r.closed = after, scope, false
	}
}

// boxLines reads the w:txbxContent whose start tag was met last. Its tables
// are nested in the cell around it; outside tables each is a block of its own
// behind the paragraph.
func (r *reader) boxLines() {
	outer, para := r.story, r.para
	r.para = &r.unkept
	for depth := len(r.stack); r.within(depth); {
		switch r.el {
		case elP:
			r.first, r.gap = -1, true
			r.inlines(r.start)
		case elTbl:
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

package docx

import (
	"context"
	"io"
	"slices"

	"jxmb/model"
	"jxmb/parser/block"
)

// Read reads the container of size bytes at r. Its errors are [*model.Fault],
// one of them that ctx has ended.
// It may be called from any number of goroutines.
func Read(ctx context.Context, r io.ReaderAt, size int64, opts Options) (*block.Document, error) {
	limits := opts.Limits.withDefaults()
	c, err := open(r, size, limits)
	if err != nil {
		return nil, err
	}
	links, err := c.links()
	if err != nil {
		return nil, err
	}
	f, err := c.member(links.main)
	if err != nil {
		return nil, err
	}
	if f == nil {
		return nil, c.what(links.main)
	}
	rd := readers.Get().(*reader)
	defer rd.release()
	rd.ctx = ctx
	rd.part8, err = c.inflate(f, rd.part8, limits.PartBytes, limitPart)
	if err != nil {
		rd.part8 = nil
		return nil, err
	}
	src, err := decode(links.main, rd.part8, limits.PartBytes)
	if err != nil {
		return nil, err
	}
	doc, err := rd.read(links.main, src, &sideParts{container: c, main: links.main}, limits)
	if err != nil {
		return nil, err
	}
	doc.Application = c.application(links.app)
	return doc, nil
}

// read builds the document from the main part in UTF-8.
func (r *reader) read(part string, src []byte, side *sideParts, limits Limits) (*block.Document, error) {
	r.scanner.reset(part, src, limits.Depth)
	r.doc = &block.Document{Part: part}
	r.limits, r.side = limits, side
	r.stray = r.strayText
	r.arena.reset(len(src))
	r.story = story{first: -1}
	if r.next() == tokenStart && r.el != elDocument {
		r.fail(r.foreignRoot())
	}
	r.blocks()
	if r.err != nil {
		return nil, r.err
	}
	r.noteOpenBookmarks()
	if r.err != nil {
		return nil, r.err
	}
	slices.SortStableFunc(r.doc.Notes, func(a, b block.Note) int { return a.Start - b.Start })
	return r.doc, nil
}

// foreignRoot says that the main part is none of WordprocessingML.
func (r *reader) foreignRoot() *model.Fault {
	if r.side != nil && r.side.container != nil {
		if e := r.side.container.family(); e != nil {
			e.Place = model.InPart(r.part, -1)
			return e
		}
	}
	top := r.stack[0]
	return &model.Fault{
		Kind: model.FaultNotDocx, Place: model.InPart(r.part, int64(r.start)),
		What: model.Say("正文部件的根元素是 <%.40s>，不是 Word 文档", "the root element of the main part is <%.40s>, not a Word document", r.src[top.name:top.name+int(top.length)]),
		Hint: saveAsDocx,
	}
}

// release gives the reader's memory back, without anything of the document.
func (r *reader) release() {
	keep := reader{part8: r.part8, runs: r.runs[:0], grids: r.grids, scratch: r.scratch[:0], fields: r.fields[:0], branches: r.branches[:0]}
	keep.stack, keep.scope.bindings = r.stack[:0], r.scope.bindings[:0]
	if cap(keep.part8) > keptBuffer || cap(keep.scratch) > keptBuffer || len(keep.grids) > 16 {
		keep = reader{}
	}
	clear(keep.scope.bindings[:cap(keep.scope.bindings)]) // they point into the part
	for _, g := range keep.grids {
		if cap(g.cells) > keptBuffer/costCell {
			*g = grid{}
		}
		g.reset(0)
	}
	*r = keep
	readers.Put(r)
}

// blocks reads paragraphs and tables up to the end of the part; what holds
// them (w:body, content controls, customXml) is looked through.
func (r *reader) blocks() {
	for r.within(1) {
		switch r.el {
		case elP:
			r.bodyParagraph()
		case elTbl:
			t := r.readTable()
			r.doc.Blocks = append(r.doc.Blocks, block.Block{Table: t})
		default:
			r.anywhere()
		}
	}
	for r.err == nil && r.next() != tokenEOF {
	}
}

// bodyParagraph reads a w:p outside tables. One whose mark was deleted with
// all its text is gone in the document as accepted.
func (r *reader) bodyParagraph() {
	r.stopped()
	r.spend(costParagraph)
	r.arena.begin()
	r.story = story{first: -1}
	p := r.newParagraph()
	p.Start = r.start
	r.para = p
	gone := r.inlines(p.Start)
	p.Text, p.End = r.arena.text(0), r.pos
	if !gone || p.Text != "" {
		r.doc.Blocks = append(r.doc.Blocks, block.Block{Paragraph: p})
	}
	for _, t := range r.boxed {
		r.doc.Blocks = append(r.doc.Blocks, block.Block{Table: t})
	}
	r.boxed = r.boxed[:0]
}

// stopped ends the reading where the context has ended.
func (r *reader) stopped() {
	if r.ctx != nil && r.ctx.Err() != nil {
		r.fail(model.Interrupted(r.ctx))
	}
}

// newParagraph takes one from a block of them: a document has thousands.
func (r *reader) newParagraph() *block.Paragraph {
	if len(r.paragraphs) == 0 {
		r.paragraphs = make([]block.Paragraph, 64)
	}
	p := &r.paragraphs[0]
	r.paragraphs = r.paragraphs[1:]
	return p
}

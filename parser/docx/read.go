package docx

import (
	"context"
	"io"
	"slices"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// Read reads the container of size bytes at r. Its errors are [*model.Fault],
// one of them that ctx has ended.
// It may be called from any number of goroutines.
func Read(ctx context.Context, r io.ReaderAt, size int64, opts Options) (*block.Document, error) {
	limits := opts.Limits.WithDefaults()
	c, err := ooxml.Open(r, size, limits)
	if err != nil {
		return nil, err
	}
	links, err := c.Links()
	if err != nil {
		return nil, err
	}
	f, err := c.Member(links.Main)
	if err != nil {
		return nil, err
	}
	if f == nil {
		return nil, c.What(links.Main)
	}
	rd := readers.Get().(*reader)
	defer rd.release()
	rd.ctx = ctx
	rd.part8, err = c.Inflate(f, rd.part8, limits.PartBytes, ooxml.LimitPart)
	if err != nil {
		rd.part8 = nil
		return nil, err
	}
	src, err := ooxml.Decode(links.Main, rd.part8, limits.PartBytes)
	if err != nil {
		return nil, err
	}
	doc, err := rd.read(links.Main, src, &sideParts{container: c, main: links.Main}, limits)
	if err != nil {
		return nil, err
	}
	doc.Application = c.Application(links.App)
	return doc, nil
}

// read builds the document from the main part in UTF-8.
func (r *reader) read(part string, src []byte, side *sideParts, limits ooxml.Limits) (*block.Document, error) {
	r.Scanner.Reset(part, src, limits.Depth)
	r.doc, r.memory = block.NewDocument(part)
	r.limits, r.side = limits, side
	r.Stray = r.strayText
	r.arena.reset(len(src))
	r.story = story{first: -1}
	r.ground = ground{paper: white}
	r.lay(look{})
	if r.Next() == ooxml.Start && r.El != ooxml.ElDocument {
		r.Fail(r.foreignRoot())
	}
	r.blocks()
	if r.Err != nil {
		return nil, r.Err
	}
	r.margins()
	r.noteOpenBookmarks()
	if r.Err != nil {
		return nil, r.Err
	}
	r.doc.Bytes = r.spent
	slices.SortStableFunc(r.doc.Notes, func(a, b block.Note) int { return a.Start - b.Start })
	return r.doc, nil
}

// foreignRoot says that the main part is none of WordprocessingML.
func (r *reader) foreignRoot() *model.Fault {
	if r.side != nil && r.side.container != nil {
		if e := r.side.container.Family(); e != nil {
			e.Place = model.InPart(r.Part, -1)
			return e
		}
	}
	return &model.Fault{
		Kind: model.FaultNotDocx, Place: model.InPart(r.Part, int64(r.Start)),
		What: model.Say("正文部件的根元素是 <%.40s>，不是 Word 文档", "the root element of the main part is <%.40s>, not a Word document", r.TagName(1)),
		Hint: ooxml.SaveAsDocx,
	}
}

// release gives the reader's memory back, without anything of the document.
func (r *reader) release() {
	keep := reader{Scanner: r.Recycled(), part8: r.part8, runs: r.runs[:0], grids: r.grids, scratch: r.scratch[:0], fields: r.fields[:0], controls: r.controls[:0], branches: r.branches[:0], lastSheet: r.lastSheet}
	if cap(keep.part8) > ooxml.KeptBuffer || cap(keep.scratch) > ooxml.KeptBuffer || len(keep.grids) > 16 {
		keep = reader{Scanner: ooxml.NewScanner()}
	}
	for _, g := range keep.grids {
		if cap(g.cells) > ooxml.KeptBuffer/costCell {
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
	for r.Within(1) {
		switch r.El {
		case ooxml.ElP:
			r.bodyParagraph()
		case ooxml.ElTbl:
			t := r.readTable()
			r.doc.Blocks = append(r.doc.Blocks, block.Block{Table: t})
		default:
			r.anywhere()
		}
	}
	for r.Err == nil && r.Next() != ooxml.EOF {
	}
}

// bodyParagraph reads a w:p outside tables. One whose mark was deleted with
// all its text is gone in the document as accepted; one whose mark is gone and
// whose text is not begins the next one.
func (r *reader) bodyParagraph() {
	r.stopped()
	r.spend(costParagraph)
	r.story = story{first: -1}
	p := r.begunParagraph()
	if p == nil {
		r.arena.begin()
		p = &r.memory.Paragraphs.Take(1)[0]
	}
	p.Start = r.Start
	r.para = p
	r.markless = r.inlines(p.Start)
	p.Text, p.End = r.arena.text(0), r.Pos
	if !r.markless || p.Text != "" {
		r.doc.Blocks = append(r.doc.Blocks, block.Block{Paragraph: p})
	}
	for _, t := range r.boxed {
		r.doc.Blocks = append(r.doc.Blocks, block.Block{Table: t})
	}
	r.boxed = r.boxed[:0]
}

// begunParagraph takes back the paragraph that the next one continues, nil where none
// stands right in front of it.
func (r *reader) begunParagraph() *block.Paragraph {
	n := len(r.doc.Blocks)
	if !r.markless || n == 0 || r.doc.Blocks[n-1].Paragraph != r.para {
		return nil
	}
	r.doc.Blocks = r.doc.Blocks[:n-1]
	return r.para
}

// stopped ends the reading where the context has ended.
func (r *reader) stopped() {
	if r.ctx != nil && r.ctx.Err() != nil {
		r.Fail(model.Interrupted(r.ctx))
	}
}

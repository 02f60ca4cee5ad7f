package docx

import (
	"bytes"
	"context"
	"slices"
	"sync"
	"unicode/utf8"

	"jxmb/parser/block"
	"jxmb/parser/msword"
	"jxmb/parser/ooxml"
)

// reader builds a Document from the main part in one pass.
type reader struct {
	ooxml.Scanner
	story
	ground
	doc      *block.Document
	memory   *block.Memory   // that doc is laid out in
	ctx      context.Context // asked at every paragraph and row; nil in tests of the main part alone
	limits   ooxml.Limits
	side     *sideParts
	arena    arena
	boxes    []box       // text boxes put off to the end of their paragraph
	boxDepth int         // text boxes being read
	boxArena arena       // of tables in text boxes outside tables
	spent    int64       // bytes of the result so far
	runs     []block.Run // of the outermost cell, offsets into the arena's unit
	lines    int         // paragraphs of the outermost cell so far
	begun    bool        // a line of it has begun and no paragraph has taken it
	para     *block.Paragraph
	markless bool            // the mark of the latest paragraph of the body is deleted or hidden
	unkept   block.Paragraph // takes what is said of paragraphs in cells and text boxes
	part8    []byte          // the main part
	boxed    []*block.Table  // nested tables whose cell or paragraph is not finished
	tables   int
	grids    []*grid // scratch, by nesting
	nested   int

	fields     []field
	instructed int               // fields whose instruction is being read
	tocs       int               // fields TOC that are open
	tocControl ooxml.OpenElement // the content control that holds a table of contents
	controls   []control         // open, the innermost last
	branches   []branch
	drawings   int             // that are open
	open       map[string]int  // bookmark id → index, started and not ended
	names      map[string]bool // bookmark names
	lastNote   map[block.NoteKind]notePlace
	scratch    []byte
	lastSheet  *styleSheet // of the document before

	mixed    mixed
	runMemo  ooxml.Memo[runProps]
	paraMemo ooxml.Memo[paraProps]
	rowMemo  ooxml.Memo[rowProps]
	cellMemo ooxml.Memo[cellProps]

	tableMemo ooxml.Memo[tableProps]
}

// story is where text goes just now: a paragraph of the body, a cell, or a
// text box in one of them.
type story struct {
	cell     bool   // text is tied to runs
	merged   bool   // the cell is hidden by a merge: Word shows no list numbers of it
	hidden   bool   // the run's text is not shown
	faint    bool   // it cannot be seen
	base     look   // of the paragraph: its style, upon that of its table and the defaults
	look     look   // of the run
	gap      bool   // a line break is due before the next text
	numbered string // the automatic number that stands right in front of the next text
	from     int    // length of the arena's unit where the paragraph began
	run      int    // offset of the w:r being read
	first    int    // index into runs of its first piece, -1 where it has none yet

	table, row, column int // place, 0 outside tables
}

var readers = sync.Pool{New: func() any { return &reader{Scanner: ooxml.NewScanner()} }}

// Costs of the parts of a Document in memory, in bytes, rounded up.
const (
	costCell      = 160
	costParagraph = 112
	costRun       = 24
	costTable     = 192
	costNote      = 256 // with its copies while the list grows
	costBox       = 64
	costBookmark  = 192
)

// spend counts n bytes of the result against the limit.
func (r *reader) spend(n int) {
	if r.spent += int64(n); r.spent > r.limits.ResultBytes {
		r.Fail(ooxml.LimitFault(ooxml.LimitResult, r.limits.ResultBytes, r.Part, int64(r.Start)))
	}
}

// put adds text that stands for itself.
func (r *reader) put(text []byte) {
	if len(text) == 0 {
		return
	}
	if r.instructed > 0 {
		r.swallow(text)
		return
	}
	if len(r.controls) > 0 && r.controlled(text) {
		return
	}
	if len(r.fields) > 0 {
		r.fieldText(text)
	}
	if r.hidden || r.faint && len(bytes.TrimSpace(text)) > 0 {
		r.note(block.NoteHidden, text, r.run, r.Pos)
		return
	}
	if r.look.struck() {
		r.note(block.NoteStruck, text, r.run, r.Pos)
		return
	}
	if r.numbered != "" {
		if msword.Apart([]byte(r.numbered), text) {
			r.arena.writeByte('\t')
		}
		r.numbered = ""
	}
	r.tie()
	r.spend(len(text))
	if r.arena.len()+len(text) > r.limits.CellBytes {
		r.Fail(ooxml.LimitFault(ooxml.LimitCellBytes, int64(r.limits.CellBytes), r.Part, int64(r.Start)))
		return
	}
	r.arena.write(text)
}

// tie begins a piece of the current run where one is needed, and writes the
// line break that is due.
func (r *reader) tie() {
	if r.gap {
		if r.gap = false; r.arena.len() > r.story.from {
			r.arena.writeByte('\n')
		}
	}
	if r.tocs > 0 {
		r.para.TOC = true
	}
	if r.cell && r.first < 0 {
		r.first = len(r.runs)
		r.spend(costRun)
		r.runs = append(r.runs, block.Run{Offset: r.arena.len(), Start: r.run, End: r.Pos})
	}
}

// line begins the next line of the outermost cell: a paragraph of its own or of
// what is nested in it. A line begun and left empty by a nested cell is the one
// its first paragraph goes to.
func (r *reader) line() {
	r.gap = false
	if r.begun || r.lines == 0 {
		r.begun = true
		return
	}
	if r.arena.len() >= r.limits.CellBytes {
		r.Fail(ooxml.LimitFault(ooxml.LimitCellBytes, int64(r.limits.CellBytes), r.Part, int64(r.Start)))
		return
	}
	r.spend(1)
	r.arena.writeByte('\n')
	r.begun = true
}

// characters reads the text of the element whose start tag was met last, up
// to its end tag.
func (r *reader) characters(put func(*reader, int, int)) {
	if r.Empty {
		r.Next()
		return
	}
	for depth := r.Depth(); r.Depth() >= depth && r.Err == nil; {
		from := r.Pos
		if i := bytes.IndexByte(r.Src[from:], '<'); i > 0 {
			r.Pos += i
			put(r, from, r.Pos)
		}
		switch rest := r.Src[r.Pos:]; {
		case bytes.HasPrefix(rest, []byte(ooxml.Cdata)):
			from = r.Pos + len(ooxml.Cdata)
			if r.Pos = r.Markup(); r.Err == nil {
				r.literal(r.Src[from : r.Pos-len("]]>")])
			}
		case len(rest) > 1 && (rest[1] == '!' || rest[1] == '?'):
			r.Pos = r.Markup()
		case r.Next() == ooxml.Start:
			r.Skip()
		}
	}
}

// text is character data of w:t.
func (r *reader) text(from, to int) {
	if b := r.Src[from:to]; r.look.plain() && ooxml.Clean(b) {
		r.put(b)
		return
	}
	out, bad := r.Unescaped(r.scratch[:0], from, to)
	if bad > 0 {
		r.note(block.NoteInvalidText, out, from, to)
	}
	r.scratch = out
	r.putShown(out)
}

// putShown adds text as its formatting shows it.
func (r *reader) putShown(text []byte) {
	if r.look.symbol != 0 || bytes.ContainsFunc(text, msword.PrivateUse) {
		text = msword.AppendShown(nil, text, r.look.symbol, r.noteGlyph)
	}
	switch r.look.script {
	case scriptSuper:
		text = []byte(block.Superscript(string(text)))
	case scriptSub:
		text = []byte(block.Subscript(string(text)))
	}
	if r.look.lined {
		text = r.underlined(text)
	}
	r.put(text)
}

// underlined is text with a line below it: a > or < with a line of its own is the sign
// it looks like. Where the line goes on below the next text it is one of a form.
func (r *reader) underlined(text []byte) []byte {
	sign := msword.Underlined(string(text[:min(len(text), maxSign)]))
	if sign == "" || len(text) > maxSign {
		return text
	}
	tag := r.TagName(r.Depth())
	prefix := tag[:bytes.IndexByte(tag, ':')+1]
	rest := r.Src[r.Pos:min(len(r.Src), r.Pos+maxSeen)]
	if next := bytes.Index(rest, slices.Concat([]byte("<"), prefix, []byte("t"))); next >= 0 {
		rest = rest[:next]
	}
	if bytes.Contains(rest, slices.Concat([]byte("<"), prefix, []byte("u "))) {
		return text
	}
	return []byte(sign)
}

// maxSign bounds the bytes of a sign with blanks beside it, maxSeen those of the
// markup behind it that is looked at.
const (
	maxSign = 8
	maxSeen = 1024
)

// literal is text in which no references count, as in CDATA.
func (r *reader) literal(b []byte) {
	if ooxml.Clean(b) || utf8.Valid(b) && !hasForbidden(b) {
		r.putShown(b)
		return
	}
	out, bad := r.scratch[:0], 0
	for len(b) > 0 {
		c, n := utf8.DecodeRune(b)
		if c == utf8.RuneError && n == 1 || !ooxml.Allowed(c) {
			c = utf8.RuneError
			bad++
		}
		out, b = utf8.AppendRune(out, c), b[n:]
	}
	if bad > 0 {
		r.note(block.NoteInvalidText, out, r.Start, r.Pos)
	}
	r.scratch = out
	r.putShown(out)
}

func hasForbidden(b []byte) bool {
	for _, c := range string(b) {
		if !ooxml.Allowed(c) {
			return true
		}
	}
	return false
}

package doc

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"

	"jxmb/parser/block"
	"jxmb/parser/msword"
	"jxmb/parser/ooxml"
)

// chunk is characters that stand together and are formatted alike.
type chunk struct {
	character
	piece    *piece
	from, to uint32 // character positions
	at, end  uint32 // offsets in the stream
}

// chunks calls visit for each chunk of a range of the text.
func (r *reader) chunks(from, to uint32, base look, visit func(c *chunk)) {
	for from < to && r.err == nil {
		p := r.pieceAt(from)
		if p == nil || p.from >= to {
			return
		}
		from = max(from, p.from)
		stop := min(p.to, to)
		for from < stop && r.err == nil {
			at := p.offset(from)
			s := r.characters.find(at)
			n := stop - from
			if left := (s.to - at + p.width - 1) / p.width; left < n {
				n = max(left, 1)
			}
			c := chunk{piece: p, from: from, to: from + n, at: at, end: at + n*p.width}
			c.character = r.characterOf(s, p.extra, base)
			visit(&c)
			from += n
		}
	}
}

// lookMemo is the formatting read last: runs that follow each other mostly
// share it.
type lookMemo struct {
	prls []byte
	base look
	character
}

// characterOf adds up the formatting of a run: that of its paragraph's style,
// its own, and that of its piece (§2.4.6.2).
func (r *reader) characterOf(s span, extra []byte, base look) character {
	m := &r.look
	if len(extra) == 0 && same(m.prls, s.prls) && m.base == base {
		return m.character
	}
	var c character
	c.look = base
	r.readCharacter(&c, s.prls, base)
	if len(extra) > 0 {
		if r.share(extra) {
			r.readCharacter(&c, extra, base)
		}
		return c
	}
	*m = lookMemo{s.prls, base, c}
	return c
}

// same tells whether two stretches of the file are one.
func same(a, b []byte) bool {
	return len(a) > 0 && len(a) == len(b) && &a[0] == &b[0]
}

// appendText adds the text of a chunk with what is no text left in: control
// characters as they are, halves of characters as U+FFFD.
func (r *reader) appendText(out []byte, c *chunk) []byte {
	for at := c.at; at < c.end; at += c.piece.width {
		u := rune(c.piece.unit(r.stream, at))
		if utf16.IsSurrogate(u) && at+c.piece.width < c.end {
			if pair := utf16.DecodeRune(u, rune(c.piece.unit(r.stream, at+c.piece.width))); pair != utf8.RuneError {
				u = pair
				at += c.piece.width
			}
		}
		out = utf8.AppendRune(out, u)
	}
	return out
}

// putChunk adds the text of a chunk, control by control.
func (r *reader) putChunk(c *chunk) {
	r.scratch = r.appendText(r.scratch[:0], c)
	text, cp := r.scratch, c.from
	if c.inserted && !c.special {
		r.note(block.NoteTracked, "", int(c.at), int(c.end))
	}
	for len(text) > 0 {
		n := bytes.IndexFunc(text, c.isControl)
		if n != 0 {
			if n < 0 {
				n = len(text)
			}
			cp += uint32(units(text[:n]))
			r.putShown(c, text[:n])
			text = text[n:]
			continue
		}
		u, size := utf8.DecodeRune(text)
		text = text[size:]
		r.control(c, u, cp)
		cp++
	}
}

// isControl tells the characters of a chunk that are no text.
func (c *chunk) isControl(u rune) bool {
	switch u {
	case charTab:
		return false
	case charSymbol:
		return c.hasSymbol
	case utf8.RuneError:
		return true
	}
	return u < ' ' || !ooxml.Allowed(u)
}

// units is how many UTF-16 code units a text has.
func units(text []byte) (n int) {
	for _, c := range text {
		switch {
		case c >= 0xf0:
			n += 2
		case c < 0x80 || c >= 0xc0:
			n++
		}
	}
	return n
}

// putShown adds text as its formatting shows it.
func (r *reader) putShown(c *chunk, text []byte) {
	if c.plain() && !bytes.ContainsFunc(text, msword.PrivateUse) {
		r.put(c, text)
		return
	}
	if c.font != 0 || bytes.ContainsFunc(text, msword.PrivateUse) {
		text = msword.AppendShown(nil, text, c.font, func(font string, code rune) { r.noteGlyph(c, font, code) })
	}
	switch c.script {
	case scriptSuper:
		text = []byte(block.Superscript(string(text)))
	case scriptSub:
		text = []byte(block.Subscript(string(text)))
	}
	if c.lined {
		text = r.underlined(c, text)
	}
	r.put(c, text)
}

// underlined is text with a line below it: a > or < with a line of its own is the sign
// it looks like. Where the line goes on below the next text it is one of a form.
func (r *reader) underlined(c *chunk, text []byte) []byte {
	sign := msword.Underlined(string(text))
	if sign == "" || lined(r.characters.find(c.end).prls) {
		return text
	}
	return []byte(sign)
}

// lined tells whether Prls underline.
func lined(b []byte) bool {
	on := false
	for p := (prls{rest: b}); p.next(); {
		if p.code == sprmCKul {
			on = p.byte() != 0
		}
	}
	return on
}

func (r *reader) noteGlyph(c *chunk, font string, code rune) {
	r.note(block.NoteUnknownEncoding, msword.UnknownGlyph(font, code), int(c.at), int(c.end))
}

// symbolOf is what a font shows for a code; an unknown one is noted.
func (r *reader) symbolOf(c *chunk, name string, code rune) string {
	text, known := msword.SymbolText(name, code)
	if !known {
		r.noteGlyph(c, name, code)
	}
	return text
}

// put adds text that stands for itself.
func (r *reader) put(c *chunk, text []byte) {
	f := r.flow
	if len(text) == 0 || r.fields.swallow(text) {
		return
	}
	r.fields.showText(text)
	switch {
	case c.deleted:
		r.note(block.NoteTracked, string(text[:min(len(text), 1024)]), int(c.at), int(c.end))
		return
	case c.unseen():
		r.note(block.NoteHidden, string(text[:min(len(text), 1024)]), int(c.at), int(c.end))
		return
	case c.struck():
		r.note(block.NoteStruck, string(text[:min(len(text), 1024)]), int(c.at), int(c.end))
		return
	}
	if f.numbered != "" {
		if msword.Apart([]byte(f.numbered), text) {
			r.add([]byte{'\t'}, int(c.at), int(c.end))
		}
		f.numbered = ""
	}
	f.content += len(text)
	r.add(text, int(c.at), int(c.end))
}

// add writes text that is shown, from a place of the stream.
func (r *reader) add(text []byte, start, end int) {
	f := r.flow
	if f.gap {
		if f.gap = false; f.text.Len() > f.from {
			f.text.WriteByte('\n')
		}
	}
	if r.fields.tocs > 0 {
		f.para.TOC = true
	}
	if n := len(f.runs); n > 0 && f.runs[n-1].Start == start && f.runs[n-1].End == end {
		// a further piece of the same run
	} else if f.inCell() {
		r.spend(costRun)
		f.runs = append(f.runs, block.Run{Offset: f.text.Len(), Start: start, End: end})
	}
	r.spend(len(text))
	if f.text.Len()+len(text) > r.limits.CellBytes {
		r.fail(ooxml.LimitFault(ooxml.LimitCellBytes, int64(r.limits.CellBytes), mainStream, int64(start)))
		return
	}
	f.text.Write(text)
}

// inCell tells whether text goes into a cell of the flow or around it.
func (f *flow) inCell() bool {
	for ; f != nil; f = f.outer {
		if len(f.open) > 0 {
			return true
		}
	}
	return false
}

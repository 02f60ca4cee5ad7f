package doc

import (
	"bytes"
	"strings"

	"jxmb/parser/block"
	"jxmb/parser/msword"
)

// fields are the fields that are open, the innermost last ([MS-DOC] §2.8.25):
// what stands between the begin and the separator is an instruction and no text,
// what follows it is the result.
type fields struct {
	open       []field
	instructed int // whose instruction is being read
	tocs       int // tables of contents
}

type field struct {
	instruction []byte
	text        []byte // met in the instruction, which is no one's if the field never ends
	box         string // what a form field shows
	chunk       chunk  // that begins it
	result      bool   // the separator has been met
	shown       bool   // the result holds text
	failed      bool   // that is a message of Word's
	toc         bool
}

const (
	maxInstruction = 2048
	maxFields      = 1000
)

func (f *fields) begin(c *chunk) {
	if len(f.open) < maxFields {
		f.open = append(f.open, field{chunk: *c})
		f.instructed++
	}
}

// reading is the innermost field whose instruction is being read.
func (f *fields) reading() *field {
	for i := len(f.open) - 1; f.instructed > 0 && i >= 0; i-- {
		if !f.open[i].result {
			return &f.open[i]
		}
	}
	return nil
}

// swallow takes text that stands in an instruction.
func (f *fields) swallow(text []byte) bool {
	in := f.reading()
	if in == nil {
		return false
	}
	if len(in.instruction)+len(text) <= maxInstruction {
		in.instruction = append(in.instruction, text...)
	}
	if len(f.open) > 0 && in != &f.open[len(f.open)-1] && len(in.text)+len(text) <= maxInstruction {
		in.text = append(in.text, text...) // the result of a field nested in it
	}
	return true
}

// shown notes that the innermost open field has text in its result.
func (f *fields) shown() {
	if n := len(f.open); n > 0 {
		f.open[n-1].shown = true
	}
}

// showText notes that it has this text in its result.
func (f *fields) showText(text []byte) {
	if n := len(f.open); n > 0 {
		if in := &f.open[n-1]; !in.shown {
			in.shown, in.failed = true, in.result && msword.Failed(text)
		}
	}
}

// box keeps what a form field shows that has no result in text.
func (f *fields) box(shown string) {
	if in := f.reading(); in != nil {
		in.box = shown
	}
}

// words are those of the instruction of the innermost field.
func (f *fields) words() []string {
	if n := len(f.open); n > 0 {
		return strings.Fields(string(f.open[n-1].instruction))
	}
	return nil
}

// program is what made the object that a field with such an instruction holds:
// EMBED Excel.Sheet.8.
func program(words []string) string {
	if len(words) > 1 && strings.EqualFold(words[0], "EMBED") {
		return words[1]
	}
	return ""
}

// showResult passes from the innermost field's instruction to its result.
func (r *reader) showResult() {
	if n := len(r.fields.open); n > 0 {
		r.toResult(&r.fields.open[n-1])
	}
}

func (r *reader) toResult(f *field) {
	if f.result {
		return
	}
	f.result = true
	r.fields.instructed--
	words := bytes.Fields(f.instruction)
	switch {
	case len(words) == 0:
	case bytes.EqualFold(words[0], []byte("TOC")):
		f.toc = true
		r.fields.tocs++
	case bytes.EqualFold(words[0], []byte("PAGEREF")) && len(words) > 1 && bytes.HasPrefix(words[1], []byte("_Toc")):
		r.flow.para.TOC = true
	}
}

// endField ends the innermost field. One that has no text as its result shows
// what its instruction says, where Word works that out while it displays.
func (r *reader) endField(c *chunk) {
	n := len(r.fields.open)
	if n == 0 {
		return
	}
	f := r.fields.open[n-1]
	r.fields.open = r.fields.open[:n-1]
	if !f.result {
		r.fields.instructed--
	}
	if f.toc {
		r.fields.tocs--
	}
	if f.shown {
		r.fields.shown()
		r.unsettled(&f, c)
		return
	}
	if f.box != "" {
		r.put(c, []byte(f.box))
		return
	}
	code := msword.InstructionOf(f.instruction)
	text, ok := code.Evaluate(func(font string, code rune) string { return r.symbolOf(c, font, code) })
	switch {
	case ok:
		r.put(c, []byte(text))
	case !f.result && code.Visible(), f.unreadable():
		r.note(block.NoteField, strings.TrimSpace(string(f.instruction)), int(f.chunk.at), int(c.end))
	}
}

// unsettled notes a field in a table whose result is no one's statement.
func (r *reader) unsettled(f *field, end *chunk) {
	if r.place() != nil && msword.InstructionOf(f.instruction).Unsettled(f.failed) {
		r.note(block.NoteField, strings.TrimSpace(string(f.instruction)), int(f.chunk.at), int(end.end))
	}
}

// unreadable tells of a form field whose data say nothing, so that what Word
// shows for it is not known.
func (f *field) unreadable() bool {
	words := bytes.Fields(f.instruction)
	return len(words) > 0 && (bytes.EqualFold(words[0], []byte("FORMCHECKBOX")) || bytes.EqualFold(words[0], []byte("FORMDROPDOWN")))
}

// endInstructions runs at the end of a paragraph: an instruction that goes on
// beyond it has lost its separator and its end, and what stands behind its
// beginning is shown rather than swallowed to the end of the document.
func (r *reader) endInstructions(end int) {
	if r.fields.instructed == 0 {
		return
	}
	for i := range r.fields.open {
		f := &r.fields.open[i]
		if f.result {
			continue
		}
		r.toResult(f)
		r.note(block.NoteField, strings.TrimSpace(string(f.instruction)), int(f.chunk.at), end)
		if r.fields.instructed == 0 && len(f.text) > 0 {
			r.put(&f.chunk, f.text)
		}
	}
}

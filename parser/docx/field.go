package docx

import (
	"bytes"

	"jxmb/parser/block"
	"jxmb/parser/msword"
)

// field is an open complex field (§17.16.18): its instruction is not text, its
// result is. Fields nest, and a table of contents spans paragraphs.
type field struct {
	instruction []byte
	text        []byte // of w:t met in the instruction, which is no one's if the field never ends
	start       int    // of the w:r that begins it
	result      bool   // the separator has been met
	shown       bool   // the result holds text
	failed      bool   // that is a message of Word's, or out of date (w:dirty)
	toc         bool
}

// maxInstruction bounds how much of an instruction is kept. An equation has some
// hundred characters.
const maxInstruction = 2048

// maxFields bounds fields opened and never ended.
const maxFields = 1000

// fieldChar reads a w:fldChar: begin, separate or end.
func (r *reader) fieldChar() {
	switch kind, _ := r.Attribute("fldCharType"); string(kind) {
	case "begin":
		dirty, _ := r.Attribute("dirty")
		box := r.formField()
		r.put([]byte(box))
		if len(r.fields) < maxFields {
			r.fields = append(r.fields, field{start: r.run, shown: box != "", failed: isOn(dirty)})
			r.instructed++
		}
	case "separate":
		if n := len(r.fields); n > 0 && !msword.SetsBookmark(r.fields[n-1].instruction) {
			r.showResult(&r.fields[n-1])
		}
	case "end":
		if n := len(r.fields); n > 0 {
			r.endField(r.fields[n-1])
		}
	}
}

// showResult passes from a field's instruction to its result.
func (r *reader) showResult(f *field) {
	if f.result {
		return
	}
	f.result = true
	r.instructed--
	r.classify(f.instruction, f)
}

// endField ends the innermost field. One that has no text as its result shows
// what its instruction says, where Word works that out while it displays.
func (r *reader) endField(f field) {
	r.fields = r.fields[:len(r.fields)-1]
	if !f.result {
		r.instructed--
	}
	if f.toc {
		r.tocs--
	}
	if f.shown {
		r.fieldShown()
		r.unsettled(f)
		return
	}
	r.showInstruction(f)
}

// unsettled notes a field in a table whose result is no one's statement.
func (r *reader) unsettled(f field) {
	if r.table > 0 && msword.InstructionOf(f.instruction).Unsettled(f.failed) {
		r.note(block.NoteField, bytes.TrimSpace(f.instruction), f.start, r.Pos)
	}
}

// fieldText takes up text of a result.
func (r *reader) fieldText(text []byte) {
	if n := len(r.fields); n > 0 {
		if f := &r.fields[n-1]; !f.shown && f.result && msword.Failed(text) {
			f.failed = true
		}
	}
	r.fieldShown()
}

// fieldShown notes that the innermost open field has text in its result.
func (r *reader) fieldShown() {
	if n := len(r.fields); n > 0 {
		r.fields[n-1].shown = true
	}
}

// showInstruction adds what a field without a result shows. A result that is
// empty is what Word shows, but for the fields that have none by their nature.
func (r *reader) showInstruction(f field) {
	code := msword.InstructionOf(f.instruction)
	text, ok := code.Evaluate(r.symbolOf)
	switch {
	case ok:
		r.put([]byte(text))
	case !f.result && code.Visible():
		r.note(block.NoteField, bytes.TrimSpace(f.instruction), f.start, r.Pos)
	case !f.result && msword.SetsBookmark(f.instruction) && len(f.text) > 0:
		r.note(block.NoteHidden, f.text, f.start, r.Pos)
	}
}

// classify knows the fields of a table of contents (§17.16.5.68): TOC itself,
// and PAGEREF in its entries.
func (r *reader) classify(instruction []byte, f *field) {
	words := bytes.Fields(instruction)
	if len(words) == 0 {
		return
	}
	switch {
	case bytes.EqualFold(words[0], []byte("TOC")):
		if f != nil {
			f.toc = true
			r.tocs++
		} else {
			r.para.TOC = true
		}
	case bytes.EqualFold(words[0], []byte("PAGEREF")) && len(words) > 1 && bytes.HasPrefix(words[1], []byte("_Toc")):
		r.para.TOC = true
	}
}

// instruction is character data of w:instrText.
func (r *reader) instruction(from, to int) {
	out, _ := r.Unescaped(r.scratch[:0], from, to)
	r.scratch = out
	if f := r.instructedField(); f != nil {
		f.instruct(out)
	}
}

// instruct adds to an instruction.
func (f *field) instruct(text []byte) {
	if len(f.instruction)+len(text) <= maxInstruction {
		f.instruction = append(f.instruction, text...)
	}
}

// instructedField is the innermost field whose instruction is being read.
func (r *reader) instructedField() *field {
	for i := len(r.fields) - 1; i >= 0; i-- {
		if !r.fields[i].result {
			return &r.fields[i]
		}
	}
	return nil
}

// swallow takes text that stands in an instruction: the result of a field
// nested in it, or the words of a button.
func (r *reader) swallow(text []byte) {
	f := r.instructedField()
	if f == nil {
		return
	}
	f.instruct(text)
	if len(f.text)+len(text) <= maxInstruction {
		f.text = append(f.text, text...)
	}
}

// endInstructions runs at the end of a paragraph: an instruction that goes on
// beyond it has lost its separator and its end, and what stands behind its
// beginning is shown rather than swallowed to the end of the document.
func (r *reader) endInstructions() {
	if r.instructed == 0 {
		return
	}
	for i := range r.fields {
		f := &r.fields[i]
		if f.result {
			continue
		}
		r.showResult(f)
		r.note(block.NoteField, bytes.TrimSpace(f.instruction), f.start, r.Pos)
		if r.instructed == 0 && len(f.text) > 0 {
			r.run, r.first = f.start, -1
			r.put(f.text)
			r.closeRun(f.start)
		}
	}
}

// simpleField reads a w:fldSimple (§17.16.19): its content is its result.
func (r *reader) simpleField(start int) {
	instruction, _ := r.Attribute("instr")
	r.classify(instruction, nil)
	dirty, _ := r.Attribute("dirty")
	f := field{instruction: []byte(r.Unescape(instruction)), start: r.Start, result: !r.Empty, failed: isOn(dirty)}
	if len(r.fields) >= maxFields {
		return
	}
	f.result = true
	r.fields = append(r.fields, f)
	depth := len(r.fields)
	from := r.Pos
	r.inlineContent(start)
	if len(r.fields) < depth {
		return // an end without a begin has ended it
	}
	f = r.fields[depth-1]
	r.fields = r.fields[:depth-1]
	if f.shown {
		r.fieldShown()
		r.unsettled(f)
		return
	}
	f.result = r.Pos-from > len("</w:fldSimple>") // something stands in it, if no text
	r.run, r.first = f.start, -1
	r.showInstruction(f)
	r.closeRun(f.start)
}

package xlsx

import (
	"strconv"
	"strings"

	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// content is what the elements of a cell hold.
type content struct {
	kind    string // t, the type of the cell (§18.18.11)
	value   string // v
	has     bool   // v is there
	formula string
	isCalc  bool // f is there
	inline  rich // is
}

// value is the text that the cell whose start tag was met last shows; what it
// does not say is noted. Unsaid is that of a blank cell that ought to say
// something: a formula without a result.
func (w *worksheet) value(style style) (text string, unsaid bool, err error) {
	kind, _ := w.Attribute("t")
	c := content{kind: string(kind)}
	at := cell{row: int32(w.row), column: int32(w.column), start: w.base + w.Start}
	for depth := w.Depth(); w.Within(depth); {
		w.content(&c)
	}
	at.end = w.base + w.Pos
	if err := w.tooLong(len(c.value)+len(c.inline.text), at); err != nil {
		return "", false, err
	}
	if c.isCalc && c.unsaid() {
		w.cellNote(block.NoteFormula, "="+c.formula, at)
		return "", true, nil
	}
	if text, err = w.shown(&c, style, at); err != nil || text == "" {
		return "", false, err
	}
	if style.look.struck {
		w.cellNote(block.NoteStruck, text, at)
		return "", false, nil
	}
	return style.look.shows(text), false, nil
}

// unsaid tells of a formula that its result is not there; that of one that gives
// a text may be empty.
func (c *content) unsaid() bool { return c.value == "" && !(c.kind == "str" && c.has) }

// content reads an element of a cell.
func (w *worksheet) content(c *content) {
	switch string(w.LocalName()) {
	case "v":
		c.value, _ = characters(&w.Scanner)
		c.has = true
	case "f":
		c.formula, _ = characters(&w.Scanner)
		c.isCalc = true
	case "is":
		c.inline = readRich(&w.Scanner)
	default:
		w.Skip()
	}
}

// tooLong holds the text of a cell to its limit.
func (w *worksheet) tooLong(n int, at cell) error {
	limits := w.book.budget.limits
	if n <= limits.CellBytes {
		return nil
	}
	return ooxml.LimitFault(ooxml.LimitCellBytes, int64(limits.CellBytes), w.entry.part, int64(at.start-w.base))
}

// shown is the text of a cell by its type.
func (w *worksheet) shown(c *content, style style, at cell) (string, error) {
	switch c.kind {
	case "s":
		text, err := w.sharedString(c.value, at)
		return w.formatted(text, style, at), err
	case "inlineStr":
		return w.formatted(w.rich(c.inline, at), style, at), nil
	case "str":
		return w.formatted(c.value, style, at), nil
	case "e":
		w.cellNote(block.NoteError, c.value, at)
		return c.value, nil
	case "b":
		return boolean(c.value), nil
	case "d":
		return strings.TrimSuffix(c.value, "T00:00:00"), nil
	}
	return w.number(c.value, style, at), nil
}

// cellNote notes something of a cell that is shown.
func (w *worksheet) cellNote(kind block.NoteKind, text string, at cell) {
	if !w.entry.hidden {
		w.noteCell(block.Note{Kind: kind, Text: text}, at)
	}
}

func boolean(value string) string {
	if value == "1" || value == "true" {
		return "TRUE"
	}
	return "FALSE"
}

func (w *worksheet) sharedString(index string, at cell) (string, error) {
	i, err := strconv.Atoi(strings.TrimSpace(index))
	if index == "" {
		return "", nil
	}
	text, fresh, ok := w.book.strings.get(i)
	if err != nil || !ok {
		return "", badString(w.entry.part, block.CellName(w.row, w.column))
	}
	if err := w.tooLong(len(text.text), at); err != nil {
		return "", err
	}
	if fresh {
		if err := w.book.budget.spend(len(text.text)+len(text.struck)+costCell, w.book.strings.part); err != nil {
			return "", err
		}
	}
	return w.rich(text, at), nil
}

// rich is the text of a cell of several runs, what it leaves out noted.
func (w *worksheet) rich(t rich, at cell) string {
	if t.struck != "" {
		w.cellNote(block.NoteStruck, t.struck, at)
	}
	if t.bad > 0 {
		w.cellNote(block.NoteInvalidText, t.text, at)
	}
	return t.text
}

// formatted is a text as its format shows it.
func (w *worksheet) formatted(text string, style style, at cell) string {
	shown := w.format.text(text, style.format)
	if shown == "" && text != "" {
		w.cellNote(block.NoteHidden, text, at)
	}
	return shown
}

// number is a number as its format shows it.
func (w *worksheet) number(value string, style style, at cell) string {
	if value = strings.TrimSpace(value); value == "" {
		return ""
	}
	text, sure := w.format.show(value, style.format)
	switch {
	case !sure:
		w.cellNote(block.NoteFormat, text, at)
	case text == "": // as the format ;;; says
		w.cellNote(block.NoteHidden, value, at)
	}
	return text
}

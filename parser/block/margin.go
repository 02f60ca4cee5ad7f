package block

import "strings"

// Margins collects the lines of headers and footers.
type Margins struct {
	known   map[string]bool
	telling []string // those that may belong to the submission
}

// AddMargin takes up a line, of a table or not, and tells whether it is new. The
// lines of a table may belong to the submission, and those that say what
// something is, as 单位：万元 does. A running title does not.
func (d *Document) AddMargin(m *Margins, line string, table bool) bool {
	if m.known[line] {
		return false
	}
	if m.known == nil {
		m.known = map[string]bool{}
	}
	m.known[line] = true
	d.Margins = append(d.Margins, line)
	if table || Tells(line) {
		m.telling = append(m.telling, line)
	}
	return true
}

// NoteMargins notes the lines that may belong to the submission and that the
// body does not say too. shown shortens a text for a note.
func (d *Document) NoteMargins(m Margins, shown func([]byte) string) {
	told := d.said(m.telling)
	var telling []string
	for _, line := range m.telling {
		if !told[squeezed(line)] {
			telling = append(telling, line)
		}
	}
	if len(telling) > 0 {
		d.Notes = append(d.Notes, Note{Kind: NoteMargin, Count: 1, Text: shown([]byte(strings.Join(telling, " / ")))})
	}
}

// Tells tells whether a line says what something is.
func Tells(line string) bool {
	i := strings.IndexAny(line, ":：")
	return i >= 0 && strings.TrimLeft(line[i:], ":： \u3000\t") != ""
}

// said are those of the lines that a paragraph or a cell consists of.
func (d *Document) said(lines []string) map[string]bool {
	if len(lines) == 0 {
		return nil
	}
	asked := map[string]bool{}
	longest := 0
	for _, line := range lines {
		s := squeezed(line)
		asked[s] = false
		longest = max(longest, 2*len(line))
	}
	meet := func(text string) {
		if len(text) > longest {
			return
		}
		if s := squeezed(text); s != "" {
			if _, ok := asked[s]; ok {
				asked[s] = true
			}
		}
	}
	for i := range d.Blocks {
		if p := d.Blocks[i].Paragraph; p != nil {
			meet(p.Text)
		} else {
			for c := range d.Blocks[i].Table.Cells {
				meet(d.Blocks[i].Table.Cells[c].Text)
			}
		}
	}
	return asked
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

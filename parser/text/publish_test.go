package text_test

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"jxmb/fixtures/layouts"
	"jxmb/parser/block"
	"jxmb/parser/docx"
	"jxmb/parser/form"
	"jxmb/parser/text"
)

// notation is a way that a program writes a table as text.
type notation struct {
	name string
	cell func(*block.Cell) string // a cell where it begins
	goes string                   // what stands where it goes on beside; "-" for nothing at all
	row  func([]string) string
}

var notations = []notation{
	{"dump", func(c *block.Cell) string { return c.Text }, "-", func(cells []string) string {
		var b strings.Builder
		for _, c := range cells {
			b.WriteString("\t" + c + "\n")
		}
		return b.String() + "\n"
	}},
	{"word", func(c *block.Cell) string { return c.Text }, "-", tabbed},
	{"excel", quote, "", tabbed},
}

func tabbed(cells []string) string { return strings.Join(cells, "\t") + "\n" }

// quote is how Excel copies a cell.
func quote(c *block.Cell) string {
	if strings.ContainsAny(c.Text, "\n\t") {
		return `"` + strings.ReplaceAll(c.Text, `"`, `""`) + `"`
	}
	return c.Text
}

// publish writes blocks in a notation: a merged cell once, blank where it goes
// on below.
func (n *notation) publish(d *block.Document) string {
	var b strings.Builder
	for _, block := range d.Blocks {
		if p := block.Paragraph; p != nil {
			b.WriteString(p.Number + p.Text + "\n")
			continue
		}
		t := block.Table
		for row := 1; row <= t.Rows; row++ {
			var cells []string
			for col := 1; col <= t.Cols; col++ {
				c := t.At(row, col)
				switch {
				case c == nil:
					cells = append(cells, "")
				case c.Column < col && n.goes == "-":
				case c.Column < col:
					cells = append(cells, n.goes)
				case c.Row < row:
					cells = append(cells, "")
				default:
					cells = append(cells, n.cell(c))
				}
			}
			b.WriteString(n.row(cells))
		}
		b.WriteString("\n")
	}
	return b.String()
}

// widths names the layouts that lack, as text, what only the widths of merged
// cells tell: which columns a group heads, or under which the sums stand.
var widths = map[string][]string{
	"dump":  {"split-yunnan", "split-sichuan", "self-evaluation"},
	"word":  {"split-yunnan", "split-sichuan", "self-evaluation", "annual", "opinions-nanyue"}, // the last two end in lines of one cell
	"excel": {},
}

// TestLayouts publishes the layouts as text: the data must be that of the Word
// document.
func TestLayouts(t *testing.T) {
	for _, l := range layouts.All() {
		data := l.Data()
		blocks, err := docx.Read(context.Background(), bytes.NewReader(data), int64(len(data)), docx.Options{})
		if err != nil {
			t.Fatal(err)
		}
		want, err := form.Read(context.Background(), blocks, form.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range notations {
			if slices.Contains(widths[n.name], l.Name) {
				continue
			}
			published, err := text.Read(context.Background(), l.Name, []byte(n.publish(blocks)))
			if err != nil {
				t.Fatal(err)
			}
			got, err := form.Read(context.Background(), published, form.Options{})
			if err != nil {
				t.Errorf("%s as %s: %v", l.Name, n.name, err)
			} else if d := layouts.Differ(onLine(layouts.Said(want), n.name), onLine(layouts.Said(got), n.name)); d != "" {
				t.Errorf("%s as %s: %s", l.Name, n.name, d)
			}
		}
	}
}

// onLine leaves line breaks out of what is compared where the notation has none.
func onLine(said, notation string) string {
	if notation == "word" {
		return strings.ReplaceAll(said, `\n`, " ")
	}
	return said
}

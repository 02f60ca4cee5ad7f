package form_test

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jxmb/fixtures/layouts"
	"jxmb/fixtures/source"
	"jxmb/fixtures/wml"
	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/form"
)

// TestDamage damages one thing of each form at a time ([damages]) and asks of
// each fact of the undamaged document: it is read as before, or stands no longer
// in the document, or a finding names its place, its table or the document. A
// fact that is wrong or gone without a word is a fault.
func TestDamage(t *testing.T) {
	t.Parallel()
	tally := &damageTally{known: knownDamage(t), met: map[string]bool{}}
	for name, body := range damageable(t) {
		t.Run(name, func(t *testing.T) {
			data := wml.Document{Body: body}.Package().Stored()
			blocks := blocksOf(t, data)
			d, err := form.Read(context.Background(), blocks, form.Options{})
			if err != nil {
				t.Fatal(err)
			}
			whole := &undamaged{name, blocks, d, factsOf(d)}
			for i := range blocks.Blocks {
				if blocks.Blocks[i].Table != nil {
					whole.damageTable(t, i, tally)
				}
			}
		})
	}
	for key := range tally.known {
		if thorough && !tally.met[key] {
			t.Errorf("testdata/damage.tsv lists what is no fault any more: %s", key)
		}
	}
	t.Logf("%d damaged documents: %d facts right, %d told of, %d gone with their cells, %d refused as a whole; faults: %d wrong, %d lost",
		tally.documents, tally.right, tally.told, tally.gone, tally.refused, tally.wrong, tally.lost)
}

// damageable is the forms to damage: the layouts, and the first projects of the
// reference document.
func damageable(t *testing.T) map[string][]wml.Block {
	t.Helper()
	out := map[string][]wml.Block{}
	for _, l := range layouts.All() {
		out[l.Name] = l.Body
	}
	doc, err := source.Document(source.Zunhua, 1)
	if err != nil {
		t.Fatal(err)
	}
	tables := 0
	for i, b := range doc.Body {
		if _, is := b.(wml.Table); is {
			tables++
		}
		if tables == 4 {
			out["reference"] = doc.Body[:i+1]
			break
		}
	}
	return out
}

type damageTally struct {
	documents, right, told, gone, refused, wrong, lost int

	known, met map[string]bool // faults by layout, damage and field
}

// knownDamage is the faults that are known.
func knownDamage(t *testing.T) map[string]bool {
	t.Helper()
	data, err := os.ReadFile("testdata/damage.tsv")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		if columns := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); len(columns) == 4 && columns[0] != "layout" {
			out[strings.Join(columns[:3], "\t")] = true
		}
	}
	return out
}

// undamaged is a document as it was, with its facts.
type undamaged struct {
	name   string
	blocks *block.Document
	read   *model.Document
	facts  []damageFact
}

// damageFact is a field that was read from a cell. Of is the cells that tell its
// indicator, its name first, nil for the project's own; helped is those that its
// value was read with: sign, unit, name.
type damageFact struct {
	project, cell, table int
	of, helped           []int
	field, value, text   string
}

func (u *undamaged) damageTable(t *testing.T, at int, tally *damageTally) {
	table := u.blocks.Blocks[at].Table
	for i, d := range damages(u.blocks, table) {
		if !thorough && (i+len(u.name))%8 != 0 {
			continue
		}
		blocks := *u.blocks
		blocks.Blocks = slices.Clone(u.blocks.Blocks)
		blocks.Blocks[at].Table = d.table
		tally.documents++
		got, err := form.Read(context.Background(), &blocks, form.Options{})
		if err != nil {
			tally.refused += len(u.facts)
			continue
		}
		u.compare(t, fmt.Sprintf("table %d: %s", table.Index, d.what), d, got, tally)
	}
}

func (u *undamaged) compare(t *testing.T, what string, done damage, got *model.Document, tally *damageTally) {
	after := indexFacts(factsOf(got))
	said := newFindings(u.read, got)
	table := done.table
	cells := map[int]*block.Cell{}
	for i := range table.Cells {
		cells[table.Cells[i].Start] = &table.Cells[i]
	}
	var faults []string
	fault := func(f damageFact, count *int, is string) {
		*count++
		key := strings.Join([]string{u.name, what, f.field}, "\t")
		if tally.met[key] = true; !tally.known[key] {
			faults = append(faults, fmt.Sprintf("%s of %s was %q and is %s", f.field, f.text, f.value, is))
		}
	}
	for _, f := range u.facts {
		now := after.find(f, done.into)
		cell := cells[cmp.Or(done.into[f.cell], f.cell)]
		mine := cell != nil || f.in(u.blocks, table.Index)
		switch {
		case f.keptIn(now):
			tally.right++
		case f.told(said, table, cell, now):
			tally.told++
		case mine && f.withoutSource(cells, done.into, now), mine && now == "" && (f.keptAside(got) || f.rowGone(cells, done.into)):
			tally.gone++
		case now != "":
			fault(f, &tally.wrong, strconv.Quote(now))
		default:
			fault(f, &tally.lost, "lost")
		}
	}
	if faults != nil {
		t.Errorf("%s: %s%s", what, strings.Join(faults, "\n\t"), done.shown())
	}
}

// in says whether the cell of the fact stood in the table.
func (f damageFact) in(blocks *block.Document, table int) bool {
	for _, b := range blocks.Blocks {
		if b.Table != nil && b.Table.Index == table {
			return b.Table.Start <= f.cell && f.cell < b.Table.End
		}
	}
	return false
}

// rowGone says whether no cell that tells the indicator of the fact is left.
func (f damageFact) rowGone(cells map[int]*block.Cell, into map[int]int) bool {
	return f.of != nil && !slices.ContainsFunc(f.of, func(of int) bool { return cells[cmp.Or(into[of], of)] != nil })
}

// keptAside says whether the text of a field that is no key of a form stands in
// an extra.
func (f damageFact) keptAside(d *model.Document) bool {
	if f.key() {
		return false
	}
	for _, p := range d.Projects {
		extras := p.Extra
		for _, i := range p.Indicators {
			extras = append(extras, i.Extra...)
		}
		if slices.ContainsFunc(extras, func(e model.Extra) bool { return strings.Contains(e.Text, f.text) }) {
			return true
		}
	}
	return false
}

// key says whether the field is one that a form is for.
func (f damageFact) key() bool {
	switch f.field {
	case "level1", "level2", "level3", "target", "name", "code", "budget.total", "budget.fiscal", "budget.other":
		return true
	}
	return strings.HasPrefix(f.field, "goals")
}

// newFindings is the findings that the undamaged document did not have.
func newFindings(before, after *model.Document) (out []model.Finding) {
	had := map[string]int{}
	for _, f := range before.Findings {
		had[f.Code+f.Message]++
	}
	for _, f := range after.Findings {
		if had[f.Code+f.Message]--; had[f.Code+f.Message] < 0 && f.Severity != model.Info {
			out = append(out, f)
		}
	}
	return out
}

// told says whether a finding is about the cell of the fact: its row, its column,
// or its table as a whole. Of a wrong value a warning about the table says too
// little, but that no unit of money is known says it of each amount.
func (f damageFact) told(said []model.Finding, table *block.Table, cell *block.Cell, now string) bool {
	return slices.ContainsFunc(said, func(told model.Finding) bool {
		o := told.Origin
		switch {
		case o.Table != 0 && o.Table != f.table:
			return false
		case told.Severity == model.Error:
			return true
		case told.Code == "D014":
			number, _, _ := strings.Cut(f.value, " ")
			return strings.HasPrefix(f.field, "budget") && (now == "" || strings.HasPrefix(now, number+" "))
		case o.Table == 0 || o.Row == 0:
			return now == ""
		case cell == nil:
			return now == ""
		}
		at := table.At(o.Row, o.Column)
		if at == nil {
			at = cell
		}
		return at.Row < cell.Row+cell.RowSpan && cell.Row < at.Row+at.RowSpan || at.Column < cell.Column+cell.ColSpan && cell.Column < at.Column+at.ColSpan
	})
}

// withoutSource says whether a cell is gone that the fact was read from, and
// nothing stands for it but what the form itself gives in its place.
func (f damageFact) withoutSource(cells map[int]*block.Cell, into map[int]int, now string) bool {
	gone := func(cell int) bool { return cells[cmp.Or(into[cell], cell)] == nil }
	if f.field == "level3" && gone(f.cell) {
		return now == "" || slices.ContainsFunc(f.of, func(of int) bool { return cells[of] != nil && cells[of].Text == now })
	}
	if strings.HasPrefix(f.field, "budget") && gone(f.cell) { // the form's other figures may stand for it
		return true
	}
	return now == "" && gone(f.cell) || slices.ContainsFunc(f.helped, gone)
}

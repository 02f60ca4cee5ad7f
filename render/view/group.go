package view

import (
	"slices"
	"strconv"
	"strings"

	"jxmb/model"
)

// Group is findings of a project that say the same of several places: of one
// rule, with one hint, their messages alike but for what they quote at the end.
type Group struct {
	Findings []*model.Finding // at least one, in the order of the document
}

// groupKey is what the findings of a group have in common. Project is -1 for
// findings of none.
type groupKey struct {
	project              int
	severity             model.Severity
	code, hint, likeness string
}

// Groups are the findings of a document, graver ones first, each group where
// its first finding stands.
func Groups(d *model.Document) []Group {
	owners := model.PlacesOf(d)
	at := map[groupKey]int{}
	var groups []Group
	for i := range d.Findings {
		f := &d.Findings[i]
		project, owned := owners.Owner(f.Origin)
		if !owned {
			project = -1
		}
		likeness, _ := quotation(f.Message)
		key := groupKey{project, f.Severity, f.Code, f.Hint, likeness}
		k, known := at[key]
		if !known {
			k = len(groups)
			at[key] = k
			groups = append(groups, Group{})
		}
		groups[k].Findings = append(groups[k].Findings, f)
	}
	slices.SortStableFunc(groups, func(a, b Group) int { return b.Severity().Rank() - a.Severity().Rank() })
	return groups
}

// Severity is that of all its findings.
func (g Group) Severity() model.Severity { return g.Findings[0].Severity }

// quotation splits a message that ends with its only quotation: "只是重复名称"
// and "“长度”". The quotation of others is "".
func quotation(message string) (before, quoted string) {
	at := strings.Index(message, "“")
	if at < 0 || strings.Count(message, "“") > 1 || !strings.HasSuffix(message, "”") {
		return message, ""
	}
	return message[:at], message[at:]
}

// Message is what the findings say, once, with all that they quote.
func (g Group) Message(l model.Lang) string {
	first := g.Findings[0].Message
	if len(g.Findings) == 1 {
		return first
	}
	before, quoted := quotation(first)
	if quoted == "" {
		return first + l.Say("（同类共%d处）", " (%d of this kind)", len(g.Findings))
	}
	quotes, seen := []string{}, map[string]bool{}
	for _, f := range g.Findings {
		if _, quoted = quotation(f.Message); !seen[quoted] {
			seen[quoted] = true
			quotes = append(quotes, quoted)
		}
	}
	return before + strings.Join(quotes, l.Say("、", ", ")) + l.Say("（共%d处）", " (%d places)", len(g.Findings))
}

// Subject is what the findings are about: of several, what they have in common.
func (g Group) Subject() string {
	subject := g.Findings[0].Subject
	for _, f := range g.Findings[1:] {
		for subject != "" && f.Subject != subject && !strings.HasPrefix(f.Subject, subject+"/") {
			cut := max(strings.LastIndexByte(subject, '/'), 0)
			subject = subject[:cut]
		}
	}
	if subject == "" {
		return g.Findings[0].Subject
	}
	return subject
}

// Places are where the findings stand, one a line, the rows of a table
// together: "表2 第2、3、5行第4列", in a workbook "绩效目标表!D2、D3、D5".
func (g Group) Places(l model.Lang) string {
	var lines []string
	var open *rowPlaces
	flush := func() {
		if open != nil {
			lines = append(lines, open.text(l))
		}
		open = nil
	}
	for _, f := range g.Findings {
		for _, o := range append([]model.Origin{f.Origin}, f.Also...) {
			if open != nil && open.take(o) {
				continue
			}
			flush()
			open = &rowPlaces{first: o, rows: []int{o.Row}, cells: map[int]string{o.Row: o.Cell}}
		}
	}
	flush()
	seen := map[string]bool{}
	lines = slices.DeleteFunc(lines, func(s string) bool { twice := seen[s]; seen[s] = true; return twice })
	return strings.Join(lines, "\n")
}

// rowPlaces are places in the same column of a table.
type rowPlaces struct {
	first model.Origin
	rows  []int
	cells map[int]string // of a workbook, by row
}

// take adds o where it is one of them.
func (p *rowPlaces) take(o model.Origin) bool {
	f := p.first
	if o.Row == 0 || f.Row == 0 || o.Table != f.Table || o.Column != f.Column {
		return false
	}
	p.rows, p.cells[o.Row] = append(p.rows, o.Row), o.Cell
	return true
}

func (p *rowPlaces) text(l model.Lang) string {
	slices.Sort(p.rows)
	if p.rows = slices.Compact(p.rows); len(p.rows) == 1 {
		return p.first.Place(l)
	}
	rows := make([]string, len(p.rows))
	for i, r := range p.rows {
		rows[i] = strconv.Itoa(r)
	}
	all := strings.Join(rows, l.Say("、", ", "))
	if p.first.Sheet != "" {
		return p.inSheet(l)
	}
	if p.first.Column == 0 {
		return l.Say("表%d 第%s行", "table %d rows %s", p.first.Table, all)
	}
	return l.Say("表%d 第%s行第%d列", "table %d rows %s column %d", p.first.Table, all, p.first.Column)
}

// inSheet names the sheet once and each cell.
func (p *rowPlaces) inSheet(l model.Lang) string {
	first := p.first
	first.Cell = p.cells[p.rows[0]]
	places := []string{first.Place(l)}
	for _, row := range p.rows[1:] {
		places = append(places, p.cells[row])
	}
	return strings.Join(places, l.Say("、", ", "))
}

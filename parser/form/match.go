package form

import (
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/record"
	"jxmb/parser/form/sheet"
)

// features is what the tables of a record hold, for telling forms apart.
type features struct {
	fields [label.NumFields]bool
	labels []bool // by the number of the label
	list   bool
	long   bool
}

func featuresOf(rec *record.Record, labels int) *features {
	f := &features{labels: make([]bool, labels)}
	for _, s := range rec.Sheets {
		f.list = f.list || s.Lists()
		for i := range s.Cells {
			e := s.Cells[i].Entry
			if e == nil {
				continue
			}
			header := s.Cells[i].Use == sheet.UseHeader
			for j := range e.Meanings {
				f.add(&e.Meanings[j], header)
			}
			f.labels[e.Number] = true
		}
	}
	return f
}

// add notes a meaning where it can hold: meanings of columns in headers, the
// others outside.
func (f *features) add(m *label.Meaning, header bool) {
	switch m.Scope {
	case label.InColumn:
		if !header {
			return
		}
	case label.InLevel, label.InOutline, label.InTitle:
		return
	default:
		if header && !f.list {
			return
		}
	}
	f.fields[m.Field] = true
	f.long = f.long || m.Term == label.TermLong
}

func (f *features) meet(n need) bool {
	for i := range n.tokens {
		switch t := &n.tokens[i]; {
		case t.field != label.NoField && f.fields[t.field], t.label != nil && f.labels[t.label.Number], t.list && f.list, t.long && f.long:
			return true
		}
	}
	return false
}

func (f *features) lacks(n need) bool { return !f.meet(n) }

// general is the form of tables that no form claims. It is no data file, as
// there is nothing to tell it by.
var general = &Form{ID: "general", Name: model.Say("通用绩效目标表", "general performance form"), LongLeft: true}

// matched is a record with the form that it is read as.
type matched struct {
	*record.Record
	form       *Form
	candidates []string // forms that match, for the trace
}

// match chooses the form of a record: of those whose needs are all met and of
// which nothing is barred, the one with the most needs, and before all others
// one that the user loaded. Two that need equally much are reported, and the
// first by identifier is taken.
func (r *reader) match(tables *record.Record) *matched {
	have := featuresOf(tables, r.labels.Len())
	rec := &matched{Record: tables, form: general}
	var tied []*Form
	for _, f := range r.forms {
		if slices.ContainsFunc(f.bars, have.meet) || slices.ContainsFunc(f.needs, have.lacks) {
			continue
		}
		switch c := f.outranks(rec.form); {
		case c > 0:
			rec.form, tied = f, nil
		case c == 0:
			tied = append(tied, f)
		}
		r.traceCandidate(rec, f)
	}
	r.noteLost(rec, have)
	if len(tied) == 0 {
		return rec
	}
	names := []string{rec.form.ID}
	for _, f := range tied {
		names = append(names, f.ID)
	}
	r.Finding(draft.RuleAmbiguous, r.tableOrigin(rec), model.Say("表样有歧义：%s 都符合，按 %s 读取", "the form is ambiguous: %s all match; read as %s",
		strings.Join(names, ", "), rec.form.ID))
	r.Args("forms", strings.Join(names, ","), "read_as", rec.form.ID)
	return rec
}

// outranks compares two forms that fit: positive where f goes before g.
func (f *Form) outranks(g *Form) int {
	if f.own != g.own {
		if f.own {
			return 1
		}
		return -1
	}
	return len(f.needs) - len(g.needs)
}

// unmet is the needs of a form that the tables do not meet.
func (f *features) unmet(form *Form) []string {
	var out []string
	for _, n := range form.needs {
		if f.lacks(n) {
			out = append(out, n.text)
		}
	}
	return out
}

// noteLost says why the forms that the user loaded were not used, naming the
// one that fits best; once a document, for its first table.
func (r *reader) noteLost(rec *matched, have *features) {
	if rec.form.own || r.lost {
		return
	}
	var nearest *Form
	var missing []string
	for _, f := range r.forms {
		if !f.own {
			continue
		}
		if unmet := have.unmet(f); nearest == nil || len(unmet) < len(missing) {
			nearest, missing = f, unmet
		}
	}
	switch {
	case nearest == nil:
		return
	case len(missing) == 0:
		r.lost = true
		r.Finding(draft.RuleOwnForm, r.tableOrigin(rec), model.Say("自备表样 %s 没有用上：表里有它排除的内容；按 %s 读取",
			"the form %s that you loaded was not used: something that it bars is there; read as %s", nearest.ID, rec.form.ID))
		return
	}
	r.lost = true
	r.Finding(draft.RuleOwnForm, r.tableOrigin(rec), model.Text{
		ZH: model.Chinese.Say("自备表样 %s 没有用上：表里没有%s；按 %s 读取", "", nearest.ID, label.Words(missing, model.Chinese), rec.form.ID),
		EN: model.English.Say("", "the form %s that you loaded was not used: there is no %s; read as %s", nearest.ID, label.Words(missing, model.English), rec.form.ID),
	})
}

func (r *reader) tableOrigin(rec *matched) model.Origin { return r.OriginOf(rec.Table()) }

package form

import (
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// features is what the tables of a record hold, for telling forms apart.
type features struct {
	fields [label.NumFields]bool
	labels []*label.Entry
	list   bool
	long   bool
}

func (rec *record) features() *features {
	f := new(features)
	for _, s := range rec.sheets {
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
			if !slices.Contains(f.labels, e) {
				f.labels = append(f.labels, e)
			}
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
	return slices.ContainsFunc(n.tokens, func(t token) bool {
		switch {
		case t.label != "":
			return slices.ContainsFunc(f.labels, func(e *label.Entry) bool { return e.Label == t.label })
		case t.list:
			return f.list
		case t.long:
			return f.long
		}
		return f.fields[t.field]
	})
}

// general is the form of tables that no form claims. It is no data file, as
// there is nothing to tell it by.
var general = &Form{ID: "general", Name: model.Say("通用绩效目标表", "general performance form"), LongLeft: true}

// match chooses the form of a record: of those whose needs are all met and of
// which nothing is barred, the one with the most needs. Two that need equally
// much are reported, and the first by identifier is taken.
func (r *reader) match(rec *record) {
	have := rec.features()
	rec.form = general
	best := 0
	var tied []*Form
	for _, f := range r.forms {
		if slices.ContainsFunc(f.bars, have.meet) || slices.ContainsFunc(f.needs, func(n need) bool { return !have.meet(n) }) {
			continue
		}
		switch n := len(f.needs); {
		case n > best:
			rec.form, best, tied = f, n, nil
		case n == best:
			tied = append(tied, f)
		}
		r.traceCandidate(rec, f)
	}
	if len(tied) == 0 {
		return
	}
	names := make([]string, 0, len(tied)+1)
	for _, f := range append([]*Form{rec.form}, tied...) {
		names = append(names, f.ID)
	}
	t := rec.table()
	r.report(ruleAmbiguous, model.Origin{Part: r.doc.Part, Table: t.Index, Start: t.Start, End: t.End},
		model.Say("表样有歧义：%s 都符合，按 %s 读取", "the form is ambiguous: %s all match; read as %s",
			strings.Join(names, ", "), rec.form.ID))
}

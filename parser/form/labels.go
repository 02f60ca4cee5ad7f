package form

import (
	"cmp"
	_ "embed" // labels.tsv
	"fmt"
	"slices"
	"strings"
)

//go:embed labels.tsv
var labelTable string

// meaning is what a label names in one scope. A meaning that a form brings
// along holds for that form alone and goes before the general one.
type meaning struct {
	scope scope
	field field
	term  string // "", "annual" or "long"
	form  *Form  // nil: any form
}

// entry is a label with all its meanings.
type entry struct {
	label    string
	meanings []meaning
}

// in is the meaning of the label in scope s when read as form f. Without a
// form, a meaning that some form gives it counts too.
func (e *entry) in(s scope, f *Form) *meaning {
	if e == nil {
		return nil
	}
	var found *meaning
	for i := range e.meanings {
		m := &e.meanings[i]
		switch {
		case m.scope != s:
		case m.form != nil && m.form == f:
			return m
		case m.form == nil, f == nil && found == nil:
			found = m
		}
	}
	return found
}

// labels is the lookup table of a library.
type labels map[string]*entry

// add enters one label; a second meaning in the same scope is refused.
func (ls labels) add(label string, m meaning) error {
	if n := normal(label); n != label {
		return because("标签 %q 要去掉空白、标点写成半角，请写作 %q", "label %q is not in the form labels are compared in; write %q", label, n)
	}
	if label == "" || len(label) > maxLabel {
		return because("标签 %.20q：为空或超过 %d 字节", "label %.20q: empty or longer than %d bytes", label, maxLabel)
	}
	e := ls[label]
	if e == nil {
		e = &entry{label: label}
		ls[label] = e
	}
	for _, old := range e.meanings {
		if old.scope == m.scope && old.form == m.form {
			return because("标签 %q 在范围 %s 内有两个含义：%s 和 %s", "label %q has two meanings in scope %s: %s and %s", label, m.scope, old.field, m.field)
		}
	}
	e.meanings = append(e.meanings, m)
	return nil
}

// clone copies the table so that a form's labels can be added.
func (ls labels) clone() labels {
	out := make(labels, len(ls))
	for label, e := range ls {
		out[label] = &entry{label: label, meanings: e.meanings[:len(e.meanings):len(e.meanings)]}
	}
	return out
}

// titles lists the labels of scope title, the longest first, so that a title is
// told by the most of it.
func (ls labels) titles() []string {
	var out []string
	for label, e := range ls {
		if e.in(inTitle, nil) != nil {
			out = append(out, label)
		}
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return out
}

// parseLabels reads labels.tsv.
func parseLabels(table string) (labels, error) {
	ls := make(labels, 640)
	line := 0
	for row := range strings.Lines(table) {
		line++
		row = strings.TrimSuffix(row, "\n")
		if row == "" || row[0] == '#' {
			continue
		}
		cols := strings.Split(row, "\t")
		if len(cols) != 5 {
			return nil, fmt.Errorf("labels.tsv:%d: %d columns, want 5", line, len(cols))
		}
		m, err := parseMeaning(cols[1], cols[2], strings.TrimPrefix(cols[3], "-"))
		if err != nil {
			return nil, fmt.Errorf("labels.tsv:%d: %w", line, err)
		}
		if cols[4] == "" {
			return nil, fmt.Errorf("labels.tsv:%d: no source", line)
		}
		if err := ls.add(cols[0], m); err != nil {
			return nil, fmt.Errorf("labels.tsv:%d: %w", line, err)
		}
	}
	return ls, nil
}

func parseMeaning(scopeName, fieldName, term string) (meaning, error) {
	s, ok := parseScope(scopeName)
	if !ok {
		return meaning{}, because("没有范围 %q（scope 可用：%s）", "unknown scope %q (there are %s)", scopeName, strings.Join(scopeNames[:], " "))
	}
	f, ok := parseField(s, fieldName)
	if !ok {
		return meaning{}, because("范围 %s 没有字段 %q（field 可用：%s）", "scope %s has no field %q (there are %s)", s, fieldName,
			strings.Join(fieldNames[scopeFields[s][0]:scopeFields[s][1]+1], " "))
	}
	if term != "" && term != termAnnual && term != termLong {
		return meaning{}, because("没有期限 %q（term 只能是 annual 或 long）", "unknown term %q (there are annual and long)", term)
	}
	return meaning{scope: s, field: f, term: term}, nil
}

// lookup finds the entry of a cell, nil where the cell is no known label. Note
// is the content of the label's trailing bracket, such as "万元", already
// normalised. Text that is no label costs one pass over at most maxLabel bytes
// and no allocation.
func (ls labels) lookup(text string) (e *entry, note string) {
	if len(text) == 0 || len(text) > maxLabel {
		return nil, ""
	}
	var buf [2 * maxLabel]byte // folding can lengthen a text
	s := appendNormal(buf[:0], text)
	for len(s) > 0 && (s[len(s)-1] == ':' || s[len(s)-1] == '*') {
		s = s[:len(s)-1]
	}
	if len(s) < 2 {
		return nil, ""
	}
	return ls.find(s)
}

// find tries s as it is, without its trailing bracket, and again without what
// may stand before a label.
func (ls labels) find(s []byte) (*entry, string) {
	for {
		if e := ls[string(s)]; e != nil {
			return e, ""
		}
		if base, note, ok := cutNote(s); ok {
			for len(base) > 0 && base[len(base)-1] == ':' {
				base = base[:len(base)-1]
			}
			if e := ls[string(base)]; e != nil {
				return e, string(note)
			}
		}
		rest, ok := cutLead(s)
		if !ok {
			return nil, ""
		}
		s = rest
	}
}

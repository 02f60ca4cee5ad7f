package label

import (
	"bytes"
	"cmp"
	_ "embed" // labels.tsv
	"fmt"
	"slices"
	"strings"
)

//go:embed labels.tsv
var labelTable string

// Meaning is what a label names in one scope. A meaning that a form brings
// along holds for that form alone and goes before the general one.
type Meaning struct {
	Scope Scope
	Field Field
	Term  string // "", "annual" or "long"
	Form  string // identifier of the form it holds for; "": any
}

// Entry is a label with all its meanings.
type Entry struct {
	Label    string
	Meanings []Meaning
}

// In is the meaning of the label in scope s when read as the form. Without a
// form, a meaning that some form gives it counts too.
func (e *Entry) In(s Scope, form string) *Meaning {
	if e == nil {
		return nil
	}
	var found *Meaning
	for i := range e.Meanings {
		m := &e.Meanings[i]
		switch {
		case m.Scope != s:
		case m.Form != "" && m.Form == form:
			return m
		case m.Form == "", form == "" && found == nil:
			found = m
		}
	}
	return found
}

// Set is the lookup table of a library: labels as they are compared.
type Set map[string]*Entry

// Add enters one label; a second meaning in the same scope is refused.
func (ls Set) Add(label string, m Meaning) error {
	if n := Normal(label); n != label {
		return Because("标签 %q 要去掉空白、标点写成半角，请写作 %q", "label %q is not in the form labels are compared in; write %q", label, n)
	}
	if label == "" || len(label) > MaxBytes {
		return Because("标签 %.20q：为空或超过 %d 字节", "label %.20q: empty or longer than %d bytes", label, MaxBytes)
	}
	e := ls[label]
	if e == nil {
		e = &Entry{Label: label}
		ls[label] = e
	}
	for _, old := range e.Meanings {
		if old.Scope == m.Scope && old.Form == m.Form {
			return Because("标签 %q 在范围 %s 内有两个含义：%s 和 %s", "label %q has two meanings in scope %s: %s and %s", label, m.Scope, old.Field, m.Field)
		}
	}
	e.Meanings = append(e.Meanings, m)
	return nil
}

// Clone copies the table so that a form's labels can be added.
func (ls Set) Clone() Set {
	out := make(Set, len(ls))
	for label, e := range ls {
		out[label] = &Entry{Label: label, Meanings: e.Meanings[:len(e.Meanings):len(e.Meanings)]}
	}
	return out
}

// Titles lists the labels of scope title, the longest first, so that a title is
// told by the most of it.
func (ls Set) Titles() []string {
	var out []string
	for label, e := range ls {
		if e.In(InTitle, "") != nil {
			out = append(out, label)
		}
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return out
}

// BuiltIn is the table that is part of the program.
func BuiltIn() (Set, error) { return parse(labelTable) }

// parse reads labels.tsv.
func parse(table string) (Set, error) {
	ls := make(Set, 640)
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
		m, err := ParseMeaning(cols[1], cols[2], strings.TrimPrefix(cols[3], "-"))
		if err != nil {
			return nil, fmt.Errorf("labels.tsv:%d: %w", line, err)
		}
		if cols[4] == "" {
			return nil, fmt.Errorf("labels.tsv:%d: no source", line)
		}
		if err := ls.Add(cols[0], m); err != nil {
			return nil, fmt.Errorf("labels.tsv:%d: %w", line, err)
		}
	}
	return ls, nil
}

// ParseMeaning reads a meaning from the words of a data file; term may be "".
// Its error says in both languages which words there are.
func ParseMeaning(scopeName, fieldName, term string) (Meaning, error) {
	s, ok := parseScope(scopeName)
	if !ok {
		return Meaning{}, Because("没有范围 %q（scope 可用：%s）", "unknown scope %q (there are %s)", scopeName, strings.Join(scopeNames[:], " "))
	}
	f, ok := parseField(s, fieldName)
	if !ok {
		return Meaning{}, Because("范围 %s 没有字段 %q（field 可用：%s）", "scope %s has no field %q (there are %s)", s, fieldName,
			strings.Join(fieldNames[scopeFields[s][0]:scopeFields[s][1]+1], " "))
	}
	if term != "" && !slices.Contains(terms[:], term) {
		return Meaning{}, Because("没有期限 %q（term 可用：%s）", "unknown term %q (there are %s)", term, strings.Join(terms[:], " "))
	}
	return Meaning{Scope: s, Field: f, Term: term}, nil
}

// Lookup finds the entry of a cell, nil where the cell is no known label. Note
// is the content of the label's trailing brackets, such as "万元" or "万元)(20分",
// already normalised. Text that is no label costs one pass over at most MaxBytes bytes
// and no allocation.
func (ls Set) Lookup(text string) (e *Entry, note string) {
	if len(text) == 0 || len(text) > MaxBytes {
		return nil, ""
	}
	var buf [2 * MaxBytes]byte // folding can lengthen a text
	s := AppendNormal(buf[:0], text)
	for len(s) > 0 && (s[len(s)-1] == ':' || s[len(s)-1] == '*') {
		s = s[:len(s)-1]
	}
	if len(s) < 2 {
		return nil, ""
	}
	return ls.find(s)
}

// find tries s as it is, without its trailing brackets one after the other, and
// again without what may stand before a label.
func (ls Set) find(s []byte) (*Entry, string) {
	for {
		base := s
		for len(base) > 0 {
			if e := ls[string(base)]; e != nil {
				return e, string(notes(s[len(base):]))
			}
			var ok bool
			if base, _, ok = CutNote(base); !ok {
				break
			}
			base = bytes.TrimRight(base, ":")
		}
		rest, ok := cutLead(s)
		if !ok {
			return nil, ""
		}
		s = rest
	}
}

// notes is what the brackets behind a label hold, with the brackets between
// them: "(万元)(20分)" gives "万元)(20分".
func notes(behind []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimPrefix(bytes.TrimLeft(behind, ":"), []byte("(")), []byte(")"))
}

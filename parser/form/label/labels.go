package label

import (
	_ "embed" // labels.tsv
	"slices"
	"strings"

	"jxmb/model/tsv"
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

// Is says whether there is a meaning and it names the field.
func (m *Meaning) Is(f Field) bool { return m != nil && m.Field == f }

// Entry is a label with all its meanings.
type Entry struct {
	Label    string
	Meanings []Meaning
	Number   int // counts the labels of the table from 0
	own      bool
}

// In is the meaning of the label in scope s when read as the form. Without a
// form, a meaning that some form gives it counts too.
func (e *Entry) In(s Scope, form string) *Meaning {
	if e == nil { // as of most cells
		return nil
	}
	return e.in(s, form)
}

func (e *Entry) in(s Scope, form string) *Meaning {
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

// Field is the field that the label names in scope s when read as the form,
// NoField where it names none there.
func (e *Entry) Field(s Scope, form string) Field {
	if e == nil {
		return NoField
	}
	return e.in(s, form).field()
}

func (m *Meaning) field() Field {
	if m == nil {
		return NoField
	}
	return m.Field
}

// Around says whether the label is one of the rows around the indicators: of
// the project or of its money.
func (e *Entry) Around(form string) bool {
	return e.In(InProject, form) != nil || e.In(InMoney, form) != nil
}

// OfForm says whether the label means to some form what it means to no other.
func (e *Entry) OfForm() bool {
	return e != nil && e.own
}

// BuiltIn is the table that is part of the program.
func BuiltIn() (Set, error) { return parse(labelTable) }

// parse reads labels.tsv.
func parse(table string) (Set, error) {
	ls := newSet()
	err := tsv.Each("labels.tsv", table, 5, func(row []string) error {
		m, err := ParseMeaning(row[1], row[2], strings.TrimPrefix(row[3], "-"))
		if err != nil {
			return err
		}
		return ls.Add(row[0], m)
	})
	for tail := range asideLabels().tails {
		ls.tails[tail] = true
	}
	return ls, err
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

package form

import (
	"embed"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"jxmb/model"
	"jxmb/parser/form/label"
)

//go:embed forms/*.json
var builtin embed.FS

// Form is a kind of 绩效目标表. It names what it is told by; how it is read
// follows from its labels.
type Form struct {
	ID        string
	Name      model.Text
	Source    string // where the form was seen
	Bookmarks bool   // its exporter sets a bookmark at each table's heading
	LongLeft  bool   // in two unlabelled halves, the left one is the long-term side
	own       bool   // loaded by the user: it goes before the built-in ones
	needs     []need
	bars      []need
	example   example
	file      string // it was read from
	data      []byte // what that holds
}

// Data is the form as its data file defines it.
func (f *Form) Data() []byte { return slices.Clone(f.data) }

// need is a condition on what a project's tables hold: one of the fields or
// labels.
type need struct {
	text   string // as the data file says it
	tokens []token
}

type token struct {
	field label.Field
	label *label.Entry
	list  bool // the project's name stands in the indicator table: many projects in one table
	long  bool // a label names the long-term side
}

// Library is a set of forms and the labels they are read by. It is immutable.
type Library struct {
	forms  []*Form
	labels label.Set
	titles []string // how titles of forms end, the longest first
}

// Forms lists the forms in the order of their identifiers.
func (l *Library) Forms() []*Form { return slices.Clone(l.forms) }

// Default is the library of the built-in forms.
var Default = sync.OnceValue(func() *Library {
	ls, err := label.BuiltIn()
	if err != nil {
		panic("form: internal error: " + err.Error())
	}
	forms, err := fs.Sub(builtin, "forms")
	if err == nil {
		var l *Library
		if l, err = (&Library{labels: ls}).with(forms, false); err == nil {
			return l
		}
	}
	panic("form: internal error: " + err.Error())
})

// LoadForms is the built-in library and the forms in the *.json files of dir,
// each of them checked against its own example. A form with the identifier of
// a built-in one is refused. Its errors are [*model.Fault], but for those of
// reading dir.
func LoadForms(dir fs.FS) (*Library, error) {
	l, err := Default().with(dir, true)
	if err != nil {
		return nil, err
	}
	for _, f := range l.forms {
		if f.own {
			if err := l.try(f); err != nil {
				return nil, formsFault(f.file, label.Because("example（示例）：%v", "example: %v", err))
			}
		}
	}
	return l, nil
}

func (l *Library) form(id string) *Form {
	for _, f := range l.forms {
		if f.ID == id {
			return f
		}
	}
	return nil
}

// with is the library and the forms of dir, which the user owns or not.
func (l *Library) with(dir fs.FS, own bool) (*Library, error) {
	files, err := fs.Glob(dir, "*.json")
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, &model.Fault{
			Kind: model.FaultForms,
			What: model.Say("文件夹里没有表样文件（*.json）", "there is no form file (*.json) in the folder"),
			Hint: model.Say("表样文件的写法见 parser/form/forms/README.md", "parser/form/forms/README.md says how to write one")}
	}
	out := &Library{forms: slices.Clone(l.forms), labels: l.labels.Clone()}
	for _, file := range files {
		data, err := fs.ReadFile(dir, file)
		if err != nil {
			return nil, err
		}
		if err := out.load(file, data, own); err != nil {
			return nil, formsFault(file, err)
		}
	}
	slices.SortFunc(out.forms, func(a, b *Form) int { return strings.Compare(a.ID, b.ID) })
	out.titles = out.labels.Titles()
	return out, nil
}

// load adds the form that a data file defines, with its labels.
func (l *Library) load(name string, data []byte, own bool) error {
	file, err := decodeForm(data)
	if err != nil {
		return err
	}
	if l.form(file.ID) != nil {
		return label.Because("id %q：已有同名表样", "id %q: there is such a form already", file.ID)
	}
	f := &Form{ID: file.ID, Name: model.Text(file.Name), Source: file.Source, Bookmarks: file.Bookmarks,
		LongLeft: !file.LongRight, own: own, example: file.Example, file: name, data: data}
	for _, row := range file.Labels {
		if err := l.addLabel(row, f.ID); err != nil {
			return err
		}
	}
	if f.needs, err = l.conditions(file.Needs); err != nil {
		return label.Because("needs：%v", "needs: %v", err)
	}
	if f.bars, err = l.conditions(file.Bars); err != nil {
		return label.Because("bars：%v", "bars: %v", err)
	}
	l.forms = append(l.forms, f)
	return nil
}

// addLabel adds a label that means something to one form.
func (l *Library) addLabel(row labelFile, form string) error {
	m, err := label.ParseMeaning(row.Scope, row.Field, row.Term)
	if err != nil {
		return label.Because("标签 %q：%v", "label %q: %v", row.Label, err)
	}
	m.Form = form
	return l.labels.Add(row.Label, m)
}

// conditions compiles needs and bars: names of fields, labels, "list" and
// "long", with "|" between alternatives.
func (l *Library) conditions(texts []string) ([]need, error) {
	var out []need
	for i, text := range texts {
		if slices.Contains(texts[:i], text) {
			return nil, label.Because("%q 重复", "%q stands twice", text)
		}
		n := need{text: text}
		for word := range strings.SplitSeq(text, "|") {
			t, err := l.token(word)
			if err != nil {
				return nil, err
			}
			n.tokens = append(n.tokens, t)
		}
		out = append(out, n)
	}
	return out, nil
}

func (l *Library) token(word string) (token, error) {
	switch word {
	case "rows":
		return token{list: true}, nil
	case "long":
		return token{long: true}, nil
	}
	if f, ok := label.Named(word); ok {
		return token{field: f}, nil
	}
	if e := l.labels.Of(word); e != nil {
		return token{label: e}, nil
	}
	return token{}, label.Because("%q 既不是字段也不是标签", "%q is neither a field nor a label", word)
}

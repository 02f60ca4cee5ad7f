package form

import (
	"bytes"
	"cmp"
	"embed"
	"encoding/json"
	"errors"
	"io"
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

// formFile is the shape of a form's data file.
type formFile struct {
	ID   string `json:"id"`
	Name struct {
		ZH string `json:"zh"`
		EN string `json:"en"`
	} `json:"name"`
	Source    string      `json:"source"`
	Needs     []string    `json:"needs"`
	Bars      []string    `json:"bars"`
	Bookmarks bool        `json:"bookmarks"`
	LongRight bool        `json:"long_right"`
	Labels    []labelFile `json:"labels"`
	Example   example     `json:"example"`
}

type labelFile struct {
	Label string `json:"label"`
	Scope string `json:"scope"`
	Field string `json:"field"`
	Term  string `json:"term"`
}

func (l *Library) load(name string, data []byte, own bool) error {
	var file formFile
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&file); err != nil {
		return jsonReason(data, err)
	}
	if dec.More() {
		return label.Because("一个文件只能写一个表样", "more than one form in the file")
	}
	if err := duplicateKey(data); err != nil {
		return err
	}
	switch {
	case file.ID == "" || strings.Trim(file.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "":
		return label.Because("id %q：只能用小写字母、数字和连字符", "id %q: want lower-case letters, digits and hyphens", file.ID)
	case l.form(file.ID) != nil:
		return label.Because("id %q：已有同名表样", "id %q: there is such a form already", file.ID)
	case file.Name.ZH == "" || file.Name.EN == "" || file.Source == "":
		return label.Because("name.zh、name.en、source 都要填", "name.zh, name.en and source are needed")
	case len(file.Example.Tables) == 0 || len(file.Example.Expect) == 0:
		return label.Because("example.tables 和 example.expect 都要填：示例就是表样的测试", "example.tables and example.expect are needed: the example is the form's test")
	}
	f := &Form{ID: file.ID, Name: model.Text(file.Name), Source: file.Source, Bookmarks: file.Bookmarks,
		LongLeft: !file.LongRight, own: own, example: file.Example, file: name, data: data}
	for _, row := range file.Labels {
		m, err := label.ParseMeaning(row.Scope, row.Field, row.Term)
		if err != nil {
			return label.Because("标签 %q：%v", "label %q: %v", row.Label, err)
		}
		m.Form = f.ID
		if err := l.labels.Add(row.Label, m); err != nil {
			return err
		}
	}
	var err error
	if f.needs, err = l.conditions(file.Needs); err != nil {
		return label.Because("needs：%v", "needs: %v", err)
	}
	if f.bars, err = l.conditions(file.Bars); err != nil {
		return label.Because("bars：%v", "bars: %v", err)
	}
	l.forms = append(l.forms, f)
	return nil
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

// duplicateKey refuses an object that names a key twice, which encoding/json
// would accept silently.
func duplicateKey(data []byte) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	return duplicateIn(dec)
}

func duplicateIn(dec *json.Decoder) error {
	t, err := dec.Token()
	if err != nil {
		return err
	}
	open, ok := t.(json.Delim)
	if !ok {
		return nil
	}
	seen := map[string]bool{}
	for dec.More() {
		if open == '{' {
			key, err := dec.Token()
			if err != nil {
				return err
			}
			if name := key.(string); seen[name] {
				return label.Because("键 %q 重复", "key %q stands twice", name)
			} else {
				seen[name] = true
			}
		}
		if err := duplicateIn(dec); err != nil {
			return err
		}
	}
	_, err = dec.Token()
	return err
}

// jsonReason says in words of a form file why package json refused data.
func jsonReason(data []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	line := func(offset int64) int { return 1 + bytes.Count(data[:min(int(offset), len(data))], []byte("\n")) }
	if key, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		return label.Because("没有 %s 这个键", "there is no key %s", key)
	}
	switch {
	case errors.As(err, &syntax):
		return jsonSyntax(data, line(syntax.Offset), syntax)
	case errors.As(err, &kind):
		value := model.Text{ZH: cmp.Or(jsonKinds[kind.Value], "这样的值"), EN: "a " + kind.Value}
		return label.Because("第 %d 行：键 %q 的值不应是%s", "line %d: the value of key %q must not be %s", line(kind.Offset), kind.Field, value)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return label.Because("文件是空的，或没有写完", "the file is empty or ends too early")
	}
	return err
}

// jsonKinds name the kinds of JSON values in Chinese.
var jsonKinds = map[string]string{"string": "文字", "number": "数字", "bool": "真假值", "array": "列表", "object": "对象"}

// jsonSyntax says where a file stops being JSON, by what stands there.
func jsonSyntax(data []byte, line int, err *json.SyntaxError) error {
	at := max(int(err.Offset)-1, 0)
	rest := strings.ToValidUTF8(string(data[min(at, len(data)):min(at+24, len(data))]), "")
	rest, _, _ = strings.Cut(strings.TrimSpace(rest), "\n")
	zh := model.Chinese.Say("从“%s”起", "", rest)
	if rest == "" {
		zh = "末尾"
	}
	return label.Because("第 %d 行不是合法的 JSON：%s", "line %d is not valid JSON: %s", line, model.Text{ZH: zh, EN: err.Error()})
}

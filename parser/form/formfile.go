package form

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"jxmb/model"
	"jxmb/parser/form/label"
)

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

// decodeForm reads a data file, and sees to it that it holds one form and all
// that a form needs.
func decodeForm(data []byte) (*formFile, error) {
	file := new(formFile)
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(file); err != nil {
		return nil, jsonReason(data, err)
	}
	if dec.More() {
		return nil, label.Because("一个文件只能写一个表样", "more than one form in the file")
	}
	if err := duplicateKey(data); err != nil {
		return nil, err
	}
	return file, file.complete()
}

// complete says what of the form is missing or misspelt.
func (f *formFile) complete() error {
	switch {
	case f.ID == "" || strings.Trim(f.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "":
		return label.Because("id %q：只能用小写字母、数字和连字符", "id %q: want lower-case letters, digits and hyphens", f.ID)
	case f.Name.ZH == "" || f.Name.EN == "" || f.Source == "":
		return label.Because("name.zh、name.en、source 都要填", "name.zh, name.en and source are needed")
	case len(f.Example.Tables) == 0 || len(f.Example.Expect) == 0:
		return label.Because("example.tables 和 example.expect 都要填：示例就是表样的测试", "example.tables and example.expect are needed: the example is the form's test")
	}
	return nil
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

package form

import (
	"bytes"
	"encoding/json"
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
		return nil, label.Because("%v", "%v", model.JSONReason(data, err))
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

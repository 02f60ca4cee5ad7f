package form

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"jxmb/model"
)

// reason is why a form file is refused, in both languages.
type reason struct{ text model.Text }

func (r reason) Error() string { return r.text.EN }

// because formats a reason; an argument that is an error stands in its own
// wording.
func because(zh, en string, args ...any) error {
	chinese, english := slices.Clone(args), slices.Clone(args)
	for i, arg := range args {
		if err, ok := arg.(error); ok {
			t := textOfError(err)
			chinese[i], english[i] = t.ZH, t.EN
		}
	}
	return reason{model.Text{ZH: fmt.Sprintf(zh, chinese...), EN: fmt.Sprintf(en, english...)}}
}

func textOfError(err error) model.Text {
	var r reason
	if errors.As(err, &r) {
		return r.text
	}
	return model.Text{ZH: err.Error(), EN: err.Error()}
}

// both joins reasons into one; nil where there are none.
func both(list []error) error {
	if len(list) == 0 {
		return nil
	}
	var zh, en []string
	for _, err := range list {
		t := textOfError(err)
		zh, en = append(zh, t.ZH), append(en, t.EN)
	}
	return reason{model.Text{ZH: strings.Join(zh, "；"), EN: strings.Join(en, "; ")}}
}

// jsonReason says in words of a form file why package json refused data.
func jsonReason(data []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	line := func(offset int64) int { return 1 + bytes.Count(data[:min(int(offset), len(data))], []byte("\n")) }
	if key, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		return because("没有 %s 这个键", "there is no key %s", key)
	}
	switch {
	case errors.As(err, &syntax):
		return because("第 %d 行不是合法的 JSON：%v", "line %d is not valid JSON: %v", line(syntax.Offset), syntax)
	case errors.As(err, &kind):
		return because("第 %d 行：键 %q 的值不应是 %s", "line %d: the value of key %q must not be a %s", line(kind.Offset), kind.Field, kind.Value)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return because("文件是空的，或没有写完", "the file is empty or ends too early")
	}
	return err
}

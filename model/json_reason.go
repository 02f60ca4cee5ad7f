package model

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// JSONReason says in words for people why package json refused data, a file that
// a person wrote.
func JSONReason(data []byte, err error) Text {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	line := func(offset int64) int { return 1 + bytes.Count(data[:min(int(offset), len(data))], []byte("\n")) }
	if key, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		return Say("不认得 %s 这个键", "the key %s is unknown", key)
	}
	switch {
	case errors.As(err, &syntax):
		return notJSON(data, line(syntax.Offset), syntax)
	case errors.As(err, &kind):
		zh := cmp.Or(jsonKinds[kind.Value], "这样的值")
		if kind.Field == "" {
			return Text{ZH: Chinese.Say("第 %d 行：不应是%s", "", line(kind.Offset), zh), EN: English.Say("", "line %d: must not be a %s", line(kind.Offset), kind.Value)}
		}
		return Text{ZH: Chinese.Say("第 %d 行：键 %q 的值不应是%s", "", line(kind.Offset), kind.Field, zh), EN: English.Say("", "line %d: the value of key %q must not be a %s", line(kind.Offset), kind.Field, kind.Value)}
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return Say("文件是空的，或没有写完", "the file is empty or ends too early")
	}
	return Say("%v", "%v", err)
}

// jsonKinds name the kinds of JSON values in Chinese.
var jsonKinds = map[string]string{"string": "文字", "number": "数字", "bool": "真假值", "array": "列表", "object": "对象"}

// notJSON says where a file stops being JSON, by what stands there.
func notJSON(data []byte, line int, err *json.SyntaxError) Text {
	at := max(int(err.Offset)-1, 0)
	rest := strings.ToValidUTF8(string(data[min(at, len(data)):min(at+24, len(data))]), "")
	rest, _, _ = strings.Cut(strings.TrimSpace(rest), "\n")
	zh := Chinese.Say("从“%s”起", "", rest)
	if rest == "" {
		zh = "末尾"
	}
	return Text{ZH: Chinese.Say("第 %d 行不是合法的 JSON：%s", "", line, zh), EN: English.Say("", "line %d is not valid JSON: %v", line, err)}
}

package form

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// example is a filled form and what reading it must give. A table is drawn as
// lines of cells between bars; "<" joins a cell to the one on its left, "^" to
// the one above. Keys of Expect are JSON paths below the first project
// ("indicators[0].target.number") or, starting with "projects", below the
// document; "#" is the length of a list.
type example struct {
	Caption string            `json:"caption"` // paragraph above the tables
	Title   string            `json:"title"`   // heading
	Tables  [][]string        `json:"tables"`
	Expect  map[string]string `json:"expect"`
}

// try reads the example of f and compares.
func (l *Library) try(f *Form) error {
	doc := &block.Document{Part: "example"}
	for _, text := range []string{f.example.Title, f.example.Caption} {
		if text != "" {
			doc.Blocks = append(doc.Blocks, block.Block{Paragraph: &block.Paragraph{Text: text}})
		}
	}
	for i, rows := range f.example.Tables {
		t, err := sheet.Draw(rows)
		if err != nil {
			return label.Because("第 %d 张表：%v", "table %d: %v", i+1, err)
		}
		t.Index = i + 1
		doc.Blocks = append(doc.Blocks, block.Block{Table: t})
	}
	out, err := Read(context.Background(), doc, Options{Forms: l, Lang: model.English})
	if err != nil {
		return err
	}
	if len(out.Projects) == 0 {
		return label.Because("没有读出项目", "no project was read")
	}
	if out.Projects[0].Form != f.ID {
		return label.Because("被读作了表样 %s，请补充 needs 或 bars", "it was read as form %s; add needs or bars", out.Projects[0].Form)
	}
	for _, finding := range out.Findings {
		if finding.Code == draft.Rules[draft.RuleAmbiguous].Code {
			return label.Because("与别的表样同样符合，请补充 needs 或 bars：%s", "%s", finding.Message)
		}
	}
	return f.example.compare(out)
}

// compare holds what was read to what the example expects.
func (e *example) compare(out *model.Document) error {
	var data any
	if err := json.Unmarshal(model.AppendJSON(nil, out, false), &data); err != nil {
		return err
	}
	const enough = 5 // to go on with
	var wrong []error
	for _, path := range slices.Sorted(maps.Keys(e.Expect)) {
		full := path
		if !strings.HasPrefix(path, "projects") {
			full = "projects[0]." + path
		}
		got, err := pick(data, full)
		if err != nil {
			wrong = append(wrong, label.Because("%s：%v", "%s: %v", path, err))
		} else if want := e.Expect[path]; got != want {
			wrong = append(wrong, label.Because("%s 读出 %q，应为 %q", "%s is %q, want %q", path, got, want))
		}
		if len(wrong) == enough {
			break
		}
	}
	return label.Both(wrong)
}

// pick follows a path through decoded JSON.
func pick(data any, path string) (string, error) {
	for step := range strings.SplitSeq(strings.ReplaceAll(path, "[", ".["), ".") {
		switch v := data.(type) {
		case map[string]any:
			next, ok := v[step]
			if !ok {
				return "", label.Because("没有字段 %q", "there is no field %q", step)
			}
			data = next
		case []any:
			if step == "#" {
				data = strconv.Itoa(len(v))
				continue
			}
			i, err := strconv.Atoi(strings.Trim(step, "[]"))
			if err != nil || i < 0 || i >= len(v) {
				return "", label.Because("%s：列表只有 %d 项", "%s: the list has %d elements", step, len(v))
			}
			data = v[i]
		default:
			return "", label.Because("%q 下面没有内容", "there is nothing below %q", step)
		}
	}
	if data == nil {
		return "", nil
	}
	return fmt.Sprint(data), nil
}

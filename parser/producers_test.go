package parser_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"slices"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/source"
	"jxmb/model"
)

// TestProducersAgree reads the reference submission as each producer wrote it:
// the data must be that of the original wherever the producer kept it. Places
// and source naturally differ; Loses lists what a copy lacks.
func TestProducersAgree(t *testing.T) {
	docs := fixtures.Producers()
	if len(docs) < 5 {
		t.Fatalf("only %d producers' copies", len(docs))
	}
	want := parse(t, "reference", fixtures.Reference())
	for _, doc := range docs {
		t.Run(doc.Name, func(t *testing.T) {
			agree(t, want, parse(t, doc.Name, doc.Data()), doc.Loses)
		})
	}
}

// TestDumpAgrees reads the text dump that the reference document was built
// from: the same recogniser must give the same data.
func TestDumpAgrees(t *testing.T) {
	agree(t, parse(t, "reference", fixtures.Reference()), parse(t, "reference.txt", []byte(source.Zunhua)), nil)
}

// TestPageAgrees reads the submission as a web page publishes it.
func TestPageAgrees(t *testing.T) {
	agree(t, parse(t, "reference", fixtures.Reference()), parse(t, "reference.html", page()), []string{"bookmarks", "spaces"})
}

// page writes the dump as HTML: an empty cell in front is the merge above it.
func page() []byte {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html><head><meta charset=utf-8><title>公开</title></head><body>\n")
	for _, item := range source.Parse(source.Zunhua) {
		if item.Rows == nil {
			line := item.Line
			if i := strings.Index(line, "]"); strings.Contains(line, "[bookmark: ") {
				line = line[i+1:]
			}
			fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(line))
			continue
		}
		b.WriteString("<table>\n")
		for i, row := range item.Rows {
			b.WriteString("<tr>")
			for j, cell := range row {
				if j == 0 && cell == "" {
					continue
				}
				span := 1
				for k := i + 1; j == 0 && k < len(item.Rows) && item.Rows[k][0] == ""; k++ {
					span++
				}
				fmt.Fprintf(&b, "<td rowspan=%d>%s", span, strings.ReplaceAll(html.EscapeString(cell), "\n", "<br>"))
			}
			b.WriteString("\n")
		}
		b.WriteString("</table>\n")
	}
	return []byte(b.String())
}

// agree reports the first lines of data in which got differs from want.
func agree(t *testing.T, want, got *model.Document, loses []string) {
	t.Helper()
	a := strings.Split(string(data(t, want, loses)), "\n")
	b := strings.Split(string(data(t, got, loses)), "\n")
	shown := 0
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Errorf("line %d:\n original %s\n copy     %s", i+1, a[i], b[i])
			if shown++; shown == 10 {
				break
			}
		}
	}
	if len(a) != len(b) {
		t.Errorf("%d lines of data, the original has %d", len(b), len(a))
	}
}

// data is the JSON of what a submission says, without where it stands.
func data(t *testing.T, d *model.Document, loses []string) []byte {
	t.Helper()
	copied := new(model.Document)
	text := model.AppendJSON(nil, d, false)
	if slices.Contains(loses, "spaces") {
		text = bytes.ReplaceAll(text, []byte("　"), nil)
		text = bytes.ReplaceAll(text, []byte(" "), nil)
	}
	if err := json.Unmarshal(text, copied); err != nil {
		t.Fatal(err)
	}
	copied.Source = model.Source{}
	copied.Findings = slices.DeleteFunc(copied.Findings, func(f model.Finding) bool { return strings.HasPrefix(f.Code, "D") })
	for i := range copied.Findings {
		copied.Findings[i].Origin, copied.Findings[i].Also = model.Origin{}, nil
	}
	for i := range copied.Projects {
		p := &copied.Projects[i]
		p.Origin, p.Cells = model.Origin{}, nil
		if slices.Contains(loses, "bookmarks") {
			p.Bookmark = ""
		}
		for j := range p.Indicators {
			in := &p.Indicators[j]
			in.Origin, in.Cells = model.Origin{}, nil
			unplace(&in.Target)
			if in.Actual != nil {
				unplace(in.Actual)
			}
			for k := range in.History {
				unplace(&in.History[k].Value)
			}
			for k := range in.Grades {
				unplace(&in.Grades[k].Value)
			}
		}
	}
	return model.AppendJSON(nil, copied, true)
}

func unplace(v *model.Value) {
	for _, r := range []*model.Reading{v.Readings.Figure, v.Readings.Statement} {
		if r != nil {
			r.Start, r.End = 0, 0
		}
	}
	for i := range v.Parts {
		unplace(&v.Parts[i])
	}
}

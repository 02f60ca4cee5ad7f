package word

import (
	"strings"
	"testing"

	"jxmb/model"
)

// TestMostFindings: of more findings than are told one by one the gravest are, and
// the summary counts the others by rule.
func TestMostFindings(t *testing.T) {
	found := make([]model.Finding, MaxFindings+1, MaxFindings+2)
	for i := range found {
		found[i] = model.Finding{Code: "V001", Severity: model.Warning, Message: "同"}
	}
	found = append(found, model.Finding{Code: "B004", Severity: model.Error, Message: "最后的错误"})
	o := Options{Summary: true, Least: model.Warning}
	if told := toldOf(found, o.Least); told[model.Error] != 1 || told[model.Warning] != MaxFindings-1 {
		t.Errorf("told %v", told)
	}
	if said := unmarked(&model.Document{Findings: append(found[:MaxFindings:MaxFindings], model.Finding{Code: "I001", Severity: model.Info})}, o); said != "I001 1 处" {
		t.Errorf("where all are told that may be: %s", said)
	}
	out, err := annotated(small().Bytes(), o, found...)
	text := part(t, must(t, out, err), "word/comments.xml")
	if n := strings.Count(text, "<w:comment "); n != MaxFindings+1 {
		t.Errorf("%d comments", n)
	}
	for _, want := range []string{"最后的错误", "V001 2 处；逐条最多 10000 条，全部由 jxmb check 列出"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not said", want)
		}
	}
}

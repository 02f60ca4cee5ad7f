package web

import (
	"archive/zip"
	"bytes"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/outside"
)

// TestNothingElse: documents that name things elsewhere, in whatever form they
// are wanted, cause no connection and no process but workers.
func TestNothingElse(t *testing.T) {
	t.Parallel()
	address, caught := outside.Trap(t)
	at := "http://" + address + "/"
	page := `<html><head><link rel="stylesheet" href="` + at + `a.css"><base href="` + at + `"></head><body>
<iframe src="` + at + `"></iframe><table><tr><td>项目名称</td><td><img src="` + at + `a.png">试验项目</td></tr></table>
<table><tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr><tr><td>产出指标</td><td>数量指标</td><td>试验次数</td><td>≥3次</td></tr></table></body></html>`
	sent := map[string][]byte{
		"a.docx": related(t, fixtures.Brief(1, 1), at),
		"a.html": []byte(page),
		"a.doc":  []byte(`{\rtf1{\field{\*\fldinst INCLUDEPICTURE "` + at + `a.png"}}}`),
	}
	p := startProcess(t, t.TempDir())
	for name, data := range sent {
		for _, to := range []string{"json", "xlsx", "pdf", "docx"} {
			got := p.post("/api/v1/convert?name="+name+"&to="+to, data)
			if read := name != "a.doc"; read != (got.StatusCode == http.StatusOK) && (name == "a.docx" || to != "docx") {
				t.Errorf("%s to %s: %d %.200s", name, to, got.StatusCode, got.body)
			}
		}
	}
	if n := caught(); n > 0 {
		t.Errorf("%d connections went out", n)
	}
	lists, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", p.cmd.Process.Pid)) // none on other systems
	workers := 0
	for _, list := range lists {
		text, err := os.ReadFile(list)
		if err != nil {
			continue // a thread that ended
		}
		for _, child := range strings.Fields(string(text)) {
			line, err := os.ReadFile("/proc/" + child + "/cmdline")
			if words := strings.Split(string(line), "\x00"); err == nil && (len(words) < 2 || words[1] != "worker") {
				t.Errorf("the server started %q", words)
			}
			workers++
		}
	}
	if len(lists) > 0 && workers == 0 {
		t.Error("no worker was seen")
	}
}

// related is a .docx whose main part names a template and a picture elsewhere.
func related(t *testing.T, docx []byte, at string) []byte {
	t.Helper()
	const kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	var links strings.Builder
	for i, name := range []string{"attachedTemplate", "image", "subDocument", "frame"} {
		fmt.Fprintf(&links, `<Relationship Id="out%d" Type="%s%s" Target="%s%s" TargetMode="External"/>`, i, kind, name, at, name)
	}
	var changed bytes.Buffer
	out, found := zip.NewWriter(&changed), false
	for name, text := range members(t, docx) {
		if name == "word/_rels/document.xml.rels" {
			found = true
			text = bytes.Replace(text, []byte("</Relationships>"), []byte(links.String()+"</Relationships>"), 1)
		}
		w, err := out.Create(name)
		if err == nil {
			_, err = w.Write(text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil || !found {
		t.Fatalf("no relationships of the main part, or %v", err)
	}
	return changed.Bytes()
}

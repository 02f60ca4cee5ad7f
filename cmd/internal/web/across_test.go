package web

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"jxmb/fixtures"
)

var ignoreKey = regexp.MustCompile(`data-ignore="([^"]*I006[^"]*)"`)

// TestAcross holds that what two files show together is told in the page of the
// document, in the annotated file and in the archive of all of them as the command
// line tells it; and that a review sets it aside everywhere, until it is taken back.
func TestAcross(t *testing.T) {
	t.Parallel()
	r := serve(t, nil)
	one := fixtures.Brief(1, 1)
	id := r.batch("?formats=json,xlsx", upFile{"甲/a.docx", one}, upFile{"乙.docx", one}, upFile{"坏.docx", []byte("no document")})
	status := r.ended(id)
	first := status.Files[2]
	if first.Name != "甲/a.docx" {
		t.Fatalf("the files are %v", status.Files)
	}
	dir, out := t.TempDir(), t.TempDir()
	for name, data := range map[string][]byte{"甲/a.docx": one, "乙.docx": one} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	printed(t, dir, "annotate", ".", "--config", "none", "-q", "-o", out)
	page := r.get("/batches/" + id + "/documents/2")
	keys := ignoreKey.FindAllSubmatch(page.body, -1)
	if len(keys) != 2 {
		t.Fatalf("%d findings between files on the page of the document, want 2", len(keys))
	}
	r.annotatedLike(id, out, "甲/a.docx", "乙.docx")
	listed := r.get("/batches/" + id).body
	if excel, lines := bytes.Index(listed, []byte("汇总 Excel")), bytes.Index(listed, []byte("NDJSON")); excel < 0 || lines < excel {
		t.Errorf("the summary in Excel stands at %d of the page, behind the lines for programs at %d", excel, lines)
	}
	total := 2
	for _, f := range status.Files {
		total += f.Findings.Total()
	}
	if status.Counts.Findings.Total() != total || !bytes.Contains(listed, fmt.Appendf(nil, `id="n-findings">%d<`, total)) {
		t.Errorf("%d findings of the batch, want %d on its page and in the list, 2 of them between files", status.Counts.Findings.Total(), total)
	}
	if !bytes.Contains(listed, []byte(`?rule=I006`)) {
		t.Error("the list cannot be narrowed by a rule between files")
	}

	key := html.UnescapeString(string(keys[0][1]))
	decide := func(do string) {
		t.Helper()
		body := `{"do":"` + do + `","key":` + key + `,"who":"甲","why":"两份是同一份"}`
		r.wants(r.post("/batches/"+id+"/review", []byte(body), "Content-Type: application/json", change), http.StatusNoContent, "")
	}
	decide("ignore")
	if n := r.listed(id); n != 1 {
		t.Errorf("%d findings on the page of the batch after one of 2 was set aside", n)
	}
	for _, b := range []*Batch{r.store.Get(id), r.store.load(id)} {
		if n := b.Status().Counts.Findings.Total(); n != total-1 {
			t.Errorf("%d findings of the batch after one of %d was set aside", n, total)
		}
	}
	name := filepath.Join(t.TempDir(), "review.json")
	if err := os.WriteFile(name, r.get("/batches/"+id+"/review").body, 0o600); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(printed(t, dir, "check", ".", "--config", "none", "--review", name)), " I006: "); n != 1 {
		t.Errorf("jxmb check --review tells %d, want 1", n)
	}
	printed(t, dir, "annotate", ".", "--config", "none", "-q", "--review", name, "-o", out)
	r.annotatedLike(id, out, "甲/a.docx", "乙.docx")

	r.wants(r.post("/api/v1/batches/"+id+"/retry", nil, change), http.StatusAccepted, "")
	r.ended(id)
	report, err := r.store.Get(id).Report()
	if err != nil || len(report.Findings) != 1 || len(report.Aside) != 1 || report.Aside[0].Who != "甲" {
		t.Fatalf("the report tells %d findings and %d set aside, %v", len(report.Findings), len(report.Aside), err)
	}
	if page := r.get("/batches/" + id + "/documents/2"); !bytes.Contains(page.body, []byte("data-notice=")) || len(ignoreKey.FindAll(page.body, -1)) != 1 {
		t.Error("what was set aside cannot be taken back once the results were made again")
	}
	decide("notice")
	if n := r.listed(id); n != 2 {
		t.Errorf("%d findings on the page of the batch after it was taken back", n)
	}
}

// listed is how many findings between files the page of a batch lists.
func (r *running) listed(id string) int {
	return strings.Count(string(r.get("/batches/"+id).body), `error">错误 I006`) + strings.Count(string(r.get("/batches/"+id).body), `warning">警告 I006`)
}

// annotatedLike holds that annotated files, each and all together, are those of a folder.
func (r *running) annotatedLike(id, dir string, names ...string) {
	r.t.Helper()
	got := r.get("/api/v1/batches/" + id + "/annotated.zip")
	r.wants(got, http.StatusOK, "")
	z, err := zip.NewReader(bytes.NewReader(got.body), int64(len(got.body)))
	if err != nil {
		r.t.Fatal(err)
	}
	for _, name := range names {
		want, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			r.t.Fatal(err)
		}
		f, err := z.Open(name)
		if err != nil {
			r.t.Fatal(err)
		}
		var text bytes.Buffer
		if _, err := text.ReadFrom(f); err != nil {
			r.t.Fatal(err)
		}
		if !bytes.Equal(text.Bytes(), want) {
			r.t.Errorf("%s in the archive is not what jxmb annotate writes", name)
		}
	}
	want, _ := os.ReadFile(filepath.Join(dir, names[0]))
	if got := r.get("/api/v1/batches/" + id + "/documents/2/annotated"); !bytes.Equal(got.body, want) {
		r.t.Errorf("%s is not what jxmb annotate writes", names[0])
	}
	not, err := z.Open("没有批注的文件.txt")
	if err != nil {
		r.t.Fatal("nothing tells of the file that could not be read")
	}
	var text bytes.Buffer
	if _, err := text.ReadFrom(not); err != nil || !strings.Contains(text.String(), "坏.docx: ") {
		r.t.Errorf("the list of what is not annotated says %q", text.String())
	}
}

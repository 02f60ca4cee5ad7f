package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"jxmb/fixtures/golden"
	"jxmb/fixtures/sample"
	"jxmb/model"
	"jxmb/render/view"
)

// summaryOf adds n copies of a small document, every seventh unreadable.
func summaryOf(t testing.TB, n int, o view.Options) (*summary, *bytes.Buffer) {
	t.Helper()
	var out bytes.Buffer
	s := newSummary(&out, o)
	for i := range n {
		d := sample.Shapes()
		d.Unit = model.Unit{Code: fmt.Sprintf("%03d", i%40), Name: fmt.Sprintf("第%d单位", i%40)}
		if i%7 == 6 {
			d = nil
		} else {
			d.Findings = []model.Finding{{Code: "V001", Severity: model.Error, Message: "不一致"}}
		}
		if err := s.Add(t.Context(), view.Entry{File: fmt.Sprintf("报送/%d.docx", i), Document: d}); err != nil {
			t.Fatal(err)
		}
	}
	return s.(*summary), &out
}

func TestSummary(t *testing.T) {
	s, out := summaryOf(t, 100, view.Options{})
	if out.Len() != 0 {
		t.Error("something is written before Close")
	}
	if s.failed != 14 || s.total.Documents != 86 || s.total.Findings[0] != 86 || s.total.Total != "1032430000" {
		t.Errorf("failed %d, read %d, errors %d, total %s", s.failed, s.total.Documents, s.total.Findings[0], s.total.Total)
	}
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	again, copied := summaryOf(t, 100, view.Options{})
	if err := again.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), copied.Bytes()) {
		t.Error("the same batch gives other bytes")
	}
	if _, _, err := objects(out.Bytes()); err != nil {
		t.Error(err)
	}
}

// TestSummaryText holds the words of the overview, in both languages.
func TestSummaryText(t *testing.T) {
	for _, test := range []struct {
		file string
		lang model.Lang
	}{{"summary.txt", model.Chinese}, {"summary_en.txt", model.English}} {
		s, _ := summaryOf(t, 15, view.Options{Lang: test.lang})
		d, err := s.layOut()
		if err != nil {
			t.Fatal(err)
		}
		inside(t, test.file, d)
		d.finishPages()
		golden.Equal(t, test.file, strings.Join(d.pageTexts(), "==\n"))
	}
}

func TestSummaryEmpty(t *testing.T) {
	var out bytes.Buffer
	if err := newSummary(&out, view.Options{}).Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, _, err := objects(out.Bytes()); err != nil {
		t.Error(err)
	}
	if err := newSummary(failingWriter{}, view.Options{}).Close(t.Context()); !errors.Is(err, errDiskFull) {
		t.Errorf("got %v, want %v", err, errDiskFull)
	}
}

// TestSummaryBounded adds far more files and units than are listed.
func TestSummaryBounded(t *testing.T) {
	s := newSummary(new(bytes.Buffer), view.Options{}).(*summary)
	d := &model.Document{Projects: make([]model.Project, 2)}
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := heap()
	const n = 50_000
	for i := range n {
		d.Unit.Code = fmt.Sprint(i)
		if err := s.Add(t.Context(), view.Entry{File: fmt.Sprintf("%d.docx", i), Document: d}); err != nil {
			t.Fatal(err)
		}
	}
	if grown := int64(heap()) - int64(before); grown > 8<<20 {
		t.Errorf("%d files take %d bytes", n, grown)
	}
	if len(s.files) != maxFiles || s.more != n-maxFiles || len(s.units) != maxUnits || s.others.Documents != n-maxUnits {
		t.Errorf("%d files and %d more, %d units and %d documents of others", len(s.files), s.more, len(s.units), s.others.Documents)
	}
	if s.total.Projects != 2*n {
		t.Errorf("%d projects, want %d", s.total.Projects, 2*n)
	}
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// TestSummaryOfUnreadable holds that a file that could not be read is
// counted and listed, and costs nothing else.
func TestSummaryOfUnreadable(t *testing.T) {
	s := newSummary(io.Discard, view.Options{}).(*summary)
	for _, e := range []view.Entry{{File: "好.docx", Document: sample.Shapes()}, {File: "坏.docx"}} {
		if err := s.Add(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	d, err := s.layOut()
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(d.pageTexts(), "\n")
	for _, want := range []string{"1个单位，2个文件，其中1个未能读取", "坏.docx", "未能读取，原因见运行报告"} {
		if !strings.Contains(text, want) {
			t.Errorf("the PDF lacks %q", want)
		}
	}
}

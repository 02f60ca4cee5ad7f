package render

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"jxmb/model"
)

// summaryOf adds n copies of a small document, every seventh unreadable.
func summaryOf(t testing.TB, n int, o Options) (*summaryPDF, *bytes.Buffer) {
	t.Helper()
	var out bytes.Buffer
	s := NewSummaryPDF(&out, o)
	for i := range n {
		d := sampleShapes()
		d.Unit = model.Unit{Code: fmt.Sprintf("%03d", i%40), Name: fmt.Sprintf("第%d单位", i%40)}
		if i%7 == 6 {
			d = nil
		} else {
			d.Findings = []model.Finding{{Code: "V001", Severity: model.Error, Message: "不一致"}}
		}
		if err := s.Add(fmt.Sprintf("报送/%d.docx", i), d); err != nil {
			t.Fatal(err)
		}
	}
	return s.(*summaryPDF), &out
}

func TestSummaryPDF(t *testing.T) {
	s, out := summaryOf(t, 100, Options{})
	if out.Len() != 0 {
		t.Error("something is written before Close")
	}
	if s.failed != 14 || s.total.documents != 86 || s.total.findings[0] != 86 || s.total.total != "1032430000" {
		t.Errorf("failed %d, read %d, errors %d, total %s", s.failed, s.total.documents, s.total.findings[0], s.total.total)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again, copied := summaryOf(t, 100, Options{})
	if err := again.Close(); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), copied.Bytes()) {
		t.Error("the same batch gives other bytes")
	}
	if _, _, err := pdfObjects(out.Bytes()); err != nil {
		t.Error(err)
	}
}

// TestSummaryPDFText holds the words of the overview, in both languages.
func TestSummaryPDFText(t *testing.T) {
	for _, test := range []struct {
		file string
		lang model.Lang
	}{{"pdf_summary.txt", model.Chinese}, {"pdf_summary_en.txt", model.English}} {
		s, _ := summaryOf(t, 15, Options{Lang: test.lang})
		d, err := s.layOut()
		if err != nil {
			t.Fatal(err)
		}
		pdfInside(t, test.file, d)
		d.finishPages()
		golden(t, test.file, strings.Join(d.pageTexts(), "==\n"))
	}
}

func TestSummaryPDFEmpty(t *testing.T) {
	var out bytes.Buffer
	if err := NewSummaryPDF(&out, Options{}).Close(); err != nil {
		t.Fatal(err)
	}
	if _, _, err := pdfObjects(out.Bytes()); err != nil {
		t.Error(err)
	}
	if err := NewSummaryPDF(failingWriter{}, Options{}).Close(); !errors.Is(err, errDiskFull) {
		t.Errorf("got %v, want %v", err, errDiskFull)
	}
}

// TestSummaryPDFBounded adds far more files and units than are listed.
func TestSummaryPDFBounded(t *testing.T) {
	s := NewSummaryPDF(new(bytes.Buffer), Options{}).(*summaryPDF)
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
		if err := s.Add(fmt.Sprintf("%d.docx", i), d); err != nil {
			t.Fatal(err)
		}
	}
	if grown := int64(heap()) - int64(before); grown > 8<<20 {
		t.Errorf("%d files take %d bytes", n, grown)
	}
	if len(s.files) != summaryPDFFiles || s.more != n-summaryPDFFiles || len(s.units) != summaryPDFUnits || s.others.documents != n-summaryPDFUnits {
		t.Errorf("%d files and %d more, %d units and %d documents of others", len(s.files), s.more, len(s.units), s.others.documents)
	}
	if s.total.projects != 2*n {
		t.Errorf("%d projects, want %d", s.total.projects, 2*n)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math"
	"strings"
	"testing"

	"jxmb/fixtures/golden"
	"jxmb/fixtures/sample"
	"jxmb/model"
	"jxmb/render/view"
)

// summaryOf is n documents like a small one, every seventh unreadable.
func summaryOf(t testing.TB, n int) *view.Season {
	t.Helper()
	season := &view.Season{Titles: map[string]model.Text{"V001": model.Say("两种读法不一致", "readings disagree")}}
	for i := range n {
		file := fmt.Sprintf("报送/%d.docx", i)
		if i%7 == 6 {
			season.Add(file, nil, &model.Fault{What: model.Say("压缩包不完整", "the archive is cut"), Hint: model.Say("重新报送", "send again")})
			continue
		}
		season.Add(file, small(i), nil)
	}
	return season
}

func small(i int) *model.Document {
	d := sample.Shapes()
	d.Unit = model.Unit{Code: fmt.Sprintf("%03d", i%40), Name: fmt.Sprintf("第%d单位", i%40)}
	for k := range d.Projects {
		d.Projects[k].Code = fmt.Sprintf("P%d-%d", i, k)
	}
	d.Findings = []model.Finding{{Code: "V001", Severity: model.Error, Message: "不一致"}}
	return d
}

func written(t testing.TB, season *view.Season) []byte {
	t.Helper()
	var out bytes.Buffer
	s := newSummary(&out, view.Options{})
	if err := s.Add(t.Context(), view.Entry{}); err != nil || out.Len() != 0 {
		t.Errorf("%d bytes before Close, %v", out.Len(), err)
	}
	if err := s.Close(t.Context(), season); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func summaryPages(t testing.TB, season *view.Season, l model.Lang) *doc {
	t.Helper()
	d, err := (&summary{o: view.Options{Lang: l}}).layOut(season)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestSummary(t *testing.T) {
	season := summaryOf(t, 100)
	if season.Unread != 14 || season.Total.Documents != 86 || season.Total.Findings[0] != 86 || season.Total.Total != "1032430000" {
		t.Errorf("failed %d, read %d, errors %d, total %s", season.Unread, season.Total.Documents, season.Total.Findings[0], season.Total.Total)
	}
	out := written(t, season)
	if !bytes.Equal(out, written(t, summaryOf(t, 100))) {
		t.Error("the same batch gives other bytes")
	}
	if _, _, err := objects(out); err != nil {
		t.Error(err)
	}
}

// TestSummaryText holds the words of the overview, in both languages.
func TestSummaryText(t *testing.T) {
	for _, test := range []struct {
		file string
		lang model.Lang
	}{{"summary.txt", model.Chinese}, {"summary_en.txt", model.English}} {
		season := summaryOf(t, 15)
		season.Add("报送/又一份.docx", small(0), nil)
		season.AddCross(maps.All(map[string]*model.Finding{"报送/又一份.docx": {Code: "I006", Severity: model.Warning, Message: "也出现在报送/0.docx"}}))
		season.Ignored = []view.Ignored{{File: "报送/说明.pdf", Why: model.Say(".pdf 文件不读取", ".pdf files are not read")}}
		d := summaryPages(t, season, test.lang)
		inside(t, test.file, d)
		d.finishPages()
		golden.Equal(t, test.file, strings.Join(d.pageTexts(), "==\n"))
	}
}

func TestSummaryEmpty(t *testing.T) {
	if _, _, err := objects(written(t, &view.Season{})); err != nil {
		t.Error(err)
	}
	if err := newSummary(failingWriter{}, view.Options{}).Close(t.Context(), &view.Season{}); !errors.Is(err, errDiskFull) {
		t.Errorf("got %v, want %v", err, errDiskFull)
	}
}

// TestSummaryBounded lists no more files and units than anyone would print,
// and counts the others.
func TestSummaryBounded(t *testing.T) {
	season := &view.Season{}
	const n = maxFiles + 500
	for i := range n {
		season.Add(fmt.Sprintf("%d.docx", i), &model.Document{Unit: model.Unit{Code: fmt.Sprint(i)}, Projects: make([]model.Project, 2)}, nil)
	}
	d := summaryPages(t, season, model.Chinese)
	text := strings.Join(d.pageTexts(), "\n")
	for _, want := range []string{"其余单位", "另有500行未列出，已计入合计。"} {
		if !strings.Contains(text, want) {
			t.Errorf("the PDF lacks %q", want)
		}
	}
	if strings.Contains(text, fmt.Sprintf("%d.docx", maxFiles)) || season.Total.Projects != 2*n {
		t.Errorf("lists too much, or counts %d projects", season.Total.Projects)
	}
}

// TestSummaryOfManyCopies names some of the places of a project, not hundreds.
func TestSummaryOfManyCopies(t *testing.T) {
	season := &view.Season{}
	for i := range 300 {
		season.Add(fmt.Sprintf("%d.docx", i), small(0), nil)
	}
	d := summaryPages(t, season, model.Chinese)
	if text := strings.Join(d.pageTexts(), "\n"); !strings.Contains(text, "另有290处") || len(d.pages) > 20 {
		t.Errorf("%d pages", len(d.pages))
	}
}

// TestSummarySays holds what a reader must find: files not read with reason and
// advice, projects sent twice in red with their amount and their files.
func TestSummarySays(t *testing.T) {
	season := summaryOf(t, 7)
	season.Add("报送/又一份.docx", small(0), nil)
	d := summaryPages(t, season, model.Chinese)
	text := strings.Join(d.pageTexts(), "\n")
	for _, want := range []string{"6个单位，8个文件，其中1个未能读取", "报送/6.docx", "压缩包不完整", "重新报送",
		"重复报送：1个项目又出现1次，合计1,200.50万元，只计第一次。", "报送/0.docx（计入）", "报送/又一份.docx", "两种读法不一致", "另有1个项目重复"} {
		if !strings.Contains(text, want) {
			t.Errorf("the PDF lacks %q", want)
		}
	}
}

// TestListWidths holds that columns of a list are as wide as their texts need:
// a long name beside short ones does not wrap while the others stand empty.
func TestListWidths(t *testing.T) {
	d, err := newDoc(view.Options{})
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("长", 30)
	rows := []row{{{text: "1"}, {text: "甲.docx"}, {text: long}}, {{text: "2"}, {text: "乙.docx"}, {text: "丙"}}}
	cols := d.fitted([]float64{28, 0, 0}, 8.5, rows)
	if sum := cols[0] + cols[1] + cols[2]; cols[0] != 28 || math.Abs(sum-bodyWidth) > 0.01 {
		t.Errorf("widths %v do not fill the page", cols)
	}
	if lines := d.lines(regular, 8.5, cols[2]-2*padX, long); len(lines) != 1 {
		t.Errorf("widths %v break %s into %d lines", cols, long, len(lines))
	}
	rows[0][1].text, rows[0][2].text = long+long+".docx", long+long+long
	cols = d.fitted([]float64{28, 0, 0}, 8.5, rows)
	if sum := cols[0] + cols[1] + cols[2]; math.Abs(sum-bodyWidth) > 0.01 || cols[1] < 100 || cols[2] < cols[1] {
		t.Errorf("widths %v do not share the page by need", cols)
	}
}

// TestHeadingsKeep holds that no heading stands last on a page, however much
// stands above it.
func TestHeadingsKeep(t *testing.T) {
	for n := 2; n < 60; n++ {
		season := summaryOf(t, n)
		for range n % 9 {
			season.Ignored = append(season.Ignored, view.Ignored{File: strings.Repeat("说明", 40) + ".pdf", Why: model.Say("不读取", "not read")})
		}
		d := summaryPages(t, season, model.Chinese)
		for i, text := range d.pageTexts() {
			lines := strings.Split(strings.TrimSpace(text), "\n")
			for _, m := range d.marks {
				if last := lines[len(lines)-1]; last == m.title {
					t.Errorf("%d files: page %d ends in %s", n, i+1, last)
				}
			}
		}
	}
}

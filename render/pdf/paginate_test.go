package pdf

import (
	"fmt"
	"strings"
	"testing"

	"jxmb/fixtures/sample"
	"jxmb/model"
	"jxmb/render/view"
)

// TestNoWidows puts tables of all lengths on pages at all heights: no page has
// fewer than three rows of them.
func TestNoWidows(t *testing.T) {
	for rows := 4; rows <= 90; rows++ {
		for _, above := range []float64{0, 300, 600} {
			d, err := newDoc(view.Options{})
			if err != nil {
				t.Fatal(err)
			}
			d.newPage()
			d.y += above
			cols := columns(0)
			list := &table{size: 9, leading: 13, head: []row{headRow(cols, "头")}}
			for i := range rows {
				list.rows = append(list.rows, row{{text: fmt.Sprintf("第%d行", i)}}.over(cols))
			}
			d.table(list)
			sum := 0
			for n, text := range d.pageTexts() {
				here := strings.Count(text, "行\n")
				if sum += here; here < 3 && (n > 0 || here > 0) {
					t.Errorf("%d rows from %.0f: page %d has %d", rows, above, n+1, here)
				}
			}
			if sum != rows {
				t.Errorf("%d rows of %d", sum, rows)
			}
		}
	}
}

// TestFindingsTakeNoPage holds that a document without findings has no page
// about them, and that few stand where there is room.
func TestFindingsTakeNoPage(t *testing.T) {
	doc := sample.Shapes()
	none := len(laidOut(t, doc, view.Options{}).pages)
	if want := 1 + len(doc.Projects); none != want {
		t.Errorf("%d pages without findings, want %d", none, want)
	}
	doc = &model.Document{Projects: []model.Project{{Seq: 1, Name: "甲"}}, Findings: []model.Finding{{Code: "C001", Severity: model.Error, Message: "没有满意度指标"}}}
	d := laidOut(t, doc, view.Options{})
	if texts := d.pageTexts(); len(texts) != 1 || !strings.Contains(texts[0], "没有满意度指标") {
		t.Errorf("%d pages for a project with one finding", len(texts))
	}
}

// TestSingleProject holds that the submission of one project is a page where
// the project fits below the totals, without a list of it.
func TestSingleProject(t *testing.T) {
	doc := &model.Document{Projects: []model.Project{{Seq: 1, Name: "甲", Title: "甲绩效目标表"}}}
	list := func() (pages int, listed bool) {
		texts := laidOut(t, doc, view.Options{}).pageTexts()
		return len(texts), strings.Contains(texts[0], "项目一览")
	}
	if pages, listed := list(); pages != 1 || listed {
		t.Errorf("one project takes %d pages; listed: %t", pages, listed)
	}
	// In smaller type where all that follows fits then.
	doc.Findings = []model.Finding{{Code: "C001", Severity: model.Error, Message: "没有满意度指标"}}
	fits := 0
	for n := range 60 {
		doc.Projects[0].Purpose = strings.Repeat("用于道路维修。", 10*n)
		if pages, listed := list(); !listed {
			if pages != 1 {
				t.Errorf("a project of %d characters and a finding take %d pages", 70*n, pages)
			}
			fits++
		}
	}
	if fits == 0 || fits == 60 {
		t.Errorf("%d of 60 fit", fits)
	}
	doc.Projects[0].Purpose = strings.Repeat("用于道路维修。", 2000)
	if pages, listed := list(); pages < 3 || !listed {
		t.Errorf("cover and a long project take %d pages; listed: %t", pages, listed)
	}
	doc.Projects[0].Purpose, doc.Outline = "", &model.Outline{Overall: "道路通畅。"}
	if pages, listed := list(); pages != 3 || !listed {
		t.Errorf("cover, part one and project take %d pages; listed: %t", pages, listed)
	}
}

// TestSignatures holds that room for them is made when asked for, once.
func TestSignatures(t *testing.T) {
	doc := sample.Reference()
	for _, sign := range []bool{false, true} {
		text := strings.Join(laidOut(t, doc, view.Options{Sign: sign}).pageTexts(), "")
		want := 0
		if sign {
			want = 1
		}
		for _, label := range []string{"填报人：", "审核人：", "单位负责人：", "日期：　　年　　月　　日"} {
			if got := strings.Count(text, label); got != want {
				t.Errorf("--sign %v: %q stands there %d times", sign, label, got)
			}
		}
	}
}

// TestSmallProjectsShare holds that projects of a few rows do not take a page
// each, that larger ones do, and that links lead to the page of each.
func TestSmallProjectsShare(t *testing.T) {
	doc := sample.Many(30)
	doc.Projects[4].Goals = []string{strings.Repeat("目标很长。", 700)}
	d := laidOut(t, doc, view.Options{})
	inside(t, "many", d)
	if n := len(d.pages); n > 12 {
		t.Errorf("30 small projects take %d pages", n)
	}
	texts := d.pageTexts()
	for i := range doc.Projects {
		m := d.marks[1+i]
		if !strings.Contains(texts[m.page-1], m.title+"\n") {
			t.Errorf("%s is not on page %d", m.title, m.page)
		}
	}
	large, next := d.marks[5].page, d.marks[6].page
	if d.marks[4].page == large || large == next {
		t.Error("a project that needs its page shares it")
	}
}

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
	if texts := d.pageTexts(); len(texts) != 2 || !strings.Contains(texts[1], "没有满意度指标") {
		t.Errorf("%d pages for a cover and a project with one finding", len(texts))
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

package pdf

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"testing"

	"jxmb/fixtures/sample"
	"jxmb/model"
	"jxmb/render/view"
)

// TestPagesBounded holds that a document of more pages, or of more text, than
// allowed is refused by the name of the limit before anything is painted, and
// that the last page allowed is painted.
func TestPagesBounded(t *testing.T) {
	reference := sample.Reference()
	pages := len(laidOut(t, reference, view.Options{}).pages)
	lines := &model.Document{Projects: []model.Project{{Name: "甲", Purpose: strings.Repeat("用\n", 30000)}}}
	long := &model.Document{Projects: []model.Project{{Name: "甲", Purpose: strings.Repeat("用于道路维修。", 1<<17)}}}
	longer := &model.Document{Projects: []model.Project{{Name: "甲", Purpose: strings.Repeat("用于道路维修。", 143_000)}}}
	for _, c := range []struct {
		name  string
		doc   *model.Document
		pages int
		says  string
	}{
		{"as many as allowed", reference, pages, ""},
		{"one more", reference, pages - 1, "页的上限"},
		{"many more", reference, 2, "页的上限"},
		{"pages of one cell", lines, 100, "页的上限"},
		{"text", long, 300, "文字超过 450000 字"},
		{"text of many pages", longer, 0, "文字超过 1000000 字"},
		{"text of more pages", longer, 2001, "文字超过 1000500 字"},
	} {
		var out bytes.Buffer
		err := Format.Write(t.Context(), &out, c.doc, view.Options{Pages: c.pages})
		var fault *model.Fault
		switch {
		case c.says == "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.says == "":
		case !errors.As(err, &fault) || fault.Kind != model.FaultLimit || fault.Limit != PagesLimit || !strings.Contains(fault.What.ZH, c.says) || out.Len() > 0:
			t.Errorf("%s: %v and %d bytes, want %q", c.name, err, out.Len(), c.says)
		}
	}
}

// TestSummaryPagesBounded holds the same for the summary of a batch.
func TestSummaryPagesBounded(t *testing.T) {
	var fault *model.Fault
	if err := newSummary(&bytes.Buffer{}, view.Options{Pages: 3}).Close(t.Context(), summaryOf(t, 200)); !errors.As(err, &fault) || fault.Limit != PagesLimit {
		t.Errorf("%v", err)
	}
}

// TestFindingsListed: a list of findings ends with its last line and says
// how many are left out; no cell points to those.
func TestFindingsListed(t *testing.T) {
	d := &model.Document{Projects: []model.Project{{Name: "甲"}}}
	for i := range maxListed + 2 {
		for _, severity := range []model.Severity{model.Info, model.Warning} {
			d.Findings = append(d.Findings, model.Finding{Code: "V001", Severity: severity, Message: strconv.Itoa(i), Origin: model.Origin{Table: 1, Row: i + 1}})
		}
	}
	groups := view.Groups(d)
	refs := newRefs(groups)
	for row, want := range map[int]int{1: 2, maxListed: 2, maxListed + 1: 0, maxListed + 2: 0} {
		if got := refs[[2]int{1, row}]; len(got) != want {
			t.Errorf("row %d points to %d findings, want %d", row, len(got), want)
		}
	}
	said := 0
	for _, page := range laidOut(t, d, view.Options{}).pages {
		for _, op := range page {
			if strings.Contains(op.text, "另有2行") {
				said++
			}
		}
	}
	if said != 2 {
		t.Errorf("said %d times that lines are left out, want 2", said)
	}
}

package pdf

import (
	"bytes"
	"errors"
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

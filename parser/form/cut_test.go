package form_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/layouts"
	"jxmb/fixtures/outside"
	"jxmb/fixtures/source"
	"jxmb/fixtures/wml"
	"jxmb/model"
	"jxmb/parser/form"
)

// thorough asks for every case that a test can make, as CI does; without it
// tests take a part that meets each way at some place.
var thorough = outside.Everything()

// TestCuts cuts every table of every layout behind every row, in each way that
// the second half may begin and with everything that may stand between the
// halves: the data and the findings must be those of the whole. Unless all is
// asked for ([thorough]), what stands between goes round with the rows. Places and
// bookmarks are not compared ([layouts.Said]), nor are D009 and D010, by which
// the Word reader says that a merge lacks its start.
func TestCuts(t *testing.T) {
	t.Parallel()
	cuts := 0
	for _, l := range layouts.All() {
		t.Run(l.Name, func(t *testing.T) {
			want := said(t, l.Body)
			for place := range l.Body {
				for row := 1; row < layouts.Rows(l.Body, place); row++ {
					if cuts++; outside.Takes(cuts, 5) {
						cutOnce(t, l.Body, place, row, want)
					}
				}
			}
		})
	}
	if cuts < 200 {
		t.Errorf("only %d places to cut at", cuts)
	}
}

// cutOnce cuts one table at one row in every way.
func cutOnce(t *testing.T, body []wml.Block, place, row int, want string) {
	t.Helper()
	for _, half := range layouts.Halves() {
		for i, between := range layouts.Betweens() {
			if half != layouts.Continued && i > 1 {
				break
			}
			if !thorough && i > 0 && i%3 != row%3 {
				continue
			}
			cut := layouts.Cut(body, place, row, half, between)
			if cut == nil {
				continue
			}
			if d := layouts.Differ(want, said(t, cut)); d != "" {
				t.Errorf("block %d, row %d, %s, between %q: %s", place+1, row, half, between.Name, d)
			}
		}
	}
}

// TestCutReference cuts every table of the reference document behind its nth
// row at once, with all that may stand between by turns as in TestCuts.
func TestCutReference(t *testing.T) {
	t.Parallel()
	doc, err := source.Document(source.Zunhua, 1)
	if err != nil {
		t.Fatal(err)
	}
	want := said(t, doc.Body)
	if whole, err := read(t, fixtures.Reference(), form.Options{}); err != nil || want != stated(whole) {
		t.Fatalf("the built document differs from the committed one, or %v", err)
	}
	for row := 1; row < 12; row++ {
		if !outside.Takes(row-1, 5) {
			continue
		}
		t.Run(fmt.Sprint(row), func(t *testing.T) {
			t.Parallel()
			cutAll(t, doc.Body, row, want)
		})
	}
}

// cutAll cuts all tables at one row in every way.
func cutAll(t *testing.T, whole []wml.Block, row int, want string) {
	t.Helper()
	for _, half := range layouts.Halves() {
		for i, between := range layouts.Betweens() {
			if half != layouts.Continued && i > 0 {
				break
			}
			if !thorough && i > 0 && i%3 != row%3 {
				continue
			}
			body := whole
			for place := len(body) - 1; place >= 0; place-- {
				if cut := layouts.Cut(body, place, row, half, between); cut != nil {
					body = cut
				}
			}
			if d := layouts.Differ(want, said(t, body)); d != "" {
				t.Errorf("row %d, %s, between %q: %s", row, half, between.Name, d)
			}
		}
	}
}

// TestPieces cuts every table at every row, so that each row is a table. Places
// in the result are held to the bytes of the file.
func TestPieces(t *testing.T) {
	t.Parallel()
	for _, l := range layouts.All() {
		want := said(t, l.Body)
		for _, half := range []layouts.Half{layouts.Continued, layouts.Restarted, layouts.Compact} {
			data := wml.Document{Body: layouts.InPieces(l.Body, half)}.Package().Stored()
			d, err := read(t, data, form.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if d := layouts.Differ(want, stated(d)); d != "" {
				t.Errorf("%s, %s: %s", l.Name, half, d)
			}
			placed(t, d, data)
		}
	}
}

// said reads a body and gives what the result says.
func said(t *testing.T, body []wml.Block) string {
	t.Helper()
	d, err := read(t, wml.Document{Body: body}.Package().Stored(), form.Options{})
	if err != nil {
		return err.Error()
	}
	return stated(d)
}

// stated is the data of a document, then its findings.
func stated(d *model.Document) string {
	var b strings.Builder
	b.WriteString(layouts.Said(d))
	var found []string
	for _, f := range d.Findings {
		if f.Code != "D009" && f.Code != "D010" {
			found = append(found, fmt.Sprintln(f.Code, f.Message, f.Subject))
		}
	}
	slices.Sort(found)
	b.WriteString(strings.Join(found, ""))
	return b.String()
}

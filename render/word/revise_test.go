package word

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/outside"
	"jxmb/model"
	"jxmb/model/review"
	"jxmb/parser"
)

func read(t *testing.T, data []byte) *model.Document {
	t.Helper()
	d, err := parser.Parse(context.Background(), bytes.NewReader(data), int64(len(data)), parser.Options{Name: "a.docx"})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// revised corrects every n-th target of a document, and its budget, and writes the
// corrections into the file.
func revised(t *testing.T, data []byte, n int) (*model.Document, []byte, error) {
	t.Helper()
	d, r := read(t, data), &review.File{}
	for i := range d.Projects {
		p := &d.Projects[i]
		if p.Budget.Total != nil {
			r.Correct(review.Correction{Project: p.ID, Field: "budget.total", Before: p.Budget.Total.Text, After: "77.5", Who: "审核 <人>", When: "2022-01-05T09:30:00+08:00", Why: "与附件一致"})
		}
		for k := 0; k < len(p.Indicators); k += n {
			in := &p.Indicators[k]
			r.Correct(review.Correction{Project: p.ID, Indicator: in.ID, Field: "target", Before: in.Target.Text, After: "≥7修订后的次数大于等于7次 & <b>"})
		}
	}
	r.Apply(d, parser.Reread)
	var out bytes.Buffer
	err := Revise(context.Background(), &out, bytes.NewReader(data), int64(len(data)), d, Options{})
	return d, out.Bytes(), err
}

// TestRevise: what was corrected is read from the revised file as it was corrected,
// in the files of every producer; all else is as it was.
func TestRevise(t *testing.T) {
	t.Parallel()
	done := 0
	for _, doc := range fixtures.Producers() {
		if !strings.HasSuffix(doc.Path, ".docx") {
			continue
		}
		want, data, err := revised(t, doc.Data(), 3)
		if err != nil {
			t.Errorf("%s: %v", doc.Path, err)
			continue
		}
		got := read(t, data)
		if len(got.Projects) != len(want.Projects) {
			t.Fatalf("%s: %d projects, want %d", doc.Path, len(got.Projects), len(want.Projects))
		}
		for i := range want.Projects {
			p, q := &want.Projects[i], &got.Projects[i]
			if p.Budget.Total != nil && (q.Budget.Total == nil || q.Budget.Total.Text != p.Budget.Total.Text) {
				t.Errorf("%s, %s: budget %+v, want %+v", doc.Path, p.Name, q.Budget.Total, p.Budget.Total)
			}
			for k := range p.Indicators {
				if a, b := p.Indicators[k].Target, q.Indicators[k].Target; a.Text != b.Text || a.Number != b.Number || a.Unit != b.Unit {
					t.Errorf("%s, %s: %q %s %s, want %q %s %s", doc.Path, p.Indicators[k].ID, b.Text, b.Number, b.Unit, a.Text, a.Number, a.Unit)
				}
			}
		}
		done++
	}
	if done < 3 {
		t.Errorf("only %d documents were revised", done)
	}
}

// TestRevisedInLibreOffice: it opens the revised file and sees each change, with
// its author.
func TestRevisedInLibreOffice(t *testing.T) {
	t.Parallel()
	soffice := outside.Program(t, "soffice")
	d, data, err := revised(t, fixtures.Reference(), 4)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "a.docx")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	args := []string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", "fodt", "--outdir", dir, file}
	if out, err := exec.Command(soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	saved, err := os.ReadFile(filepath.Join(dir, "a.fodt"))
	if err != nil {
		t.Fatal(err)
	}
	changes, authored := 0, 0
	for i := range d.Projects {
		authored += len(d.Projects[i].Corrections)
		changes += len(d.Projects[i].Corrections)
		for k := range d.Projects[i].Indicators {
			changes += len(d.Projects[i].Indicators[k].Corrections)
		}
	}
	if got := strings.Count(string(saved), "<text:changed-region"); got != 2*changes {
		t.Errorf("LibreOffice sees %d changes, want %d", got, 2*changes)
	}
	if got := strings.Count(string(saved), "<dc:creator>审核 &lt;人&gt;</dc:creator>"); got != 2*authored {
		t.Errorf("%d changes have their author, want %d", got, 2*authored)
	}
}

// TestReviseTracks: the changes are tracked ones, of their author and date, in the
// look of what they replace; a correction of a part of a cell is refused.
func TestReviseTracks(t *testing.T) {
	t.Parallel()
	d, data, err := revised(t, fixtures.Reference(), 1)
	if err != nil {
		t.Fatal(err)
	}
	m, _ := mainOf(t, data)
	text := string(m.text)
	indicators := 0
	for i := range d.Projects {
		indicators += len(d.Projects[i].Indicators) + 1
	}
	if got := strings.Count(text, "<w:ins "); got != indicators {
		t.Errorf("%d insertions, want %d", got, indicators)
	}
	for _, want := range []string{`w:author="审核 &lt;人&gt;" w:date="2022-01-05T01:30:00Z"`, "<w:delText", "≥7修订后的次数大于等于7次 &amp; &lt;b&gt;</w:t>"} {
		if !strings.Contains(text, want) {
			t.Errorf("the part does not hold %s", want)
		}
	}
	d = read(t, fixtures.Reference())
	d.Projects[0].Corrections = []model.Correction{{Field: "goals[0]", Before: d.Projects[0].Goals[0], After: "改写", Status: model.Applied}}
	var out bytes.Buffer
	ref := fixtures.Reference()
	if err := Revise(context.Background(), &out, bytes.NewReader(ref), int64(len(ref)), d, Options{}); err == nil || out.Len() > 0 {
		t.Errorf("a part of a cell was corrected: %v, %d bytes", err, out.Len())
	}
}

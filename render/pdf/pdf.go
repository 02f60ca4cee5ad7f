// Package pdf writes what is printed: a whole submission, and the summary of a
// batch.
package pdf

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"jxmb/model"
	"jxmb/render/view"
)

// Format is the printable submission: an overview, part one, each project in the
// shape of its form, and the findings.
var Format = view.Format{Name: "pdf", Ext: ".pdf", People: true, Write: write, Over: []view.Over{{Name: "summary.pdf", Start: newSummary}}}

func write(ctx context.Context, w io.Writer, doc *model.Document, o view.Options) error {
	d, err := newDoc(o)
	if err != nil {
		return err
	}
	if err := d.layOut(ctx, doc); err != nil {
		return err
	}
	return d.output(w)
}

// layOut makes the pages.
func (d *doc) layOut(ctx context.Context, doc *model.Document) error {
	d.title = view.Title(d.lang, doc)
	d.running = [2]string{strings.TrimSpace(doc.Unit.Code + " " + doc.Unit.Name), d.shortTitle(doc.FiscalYear)}
	if doc.Source.Name != "" {
		d.source = filepath.Base(doc.Source.Name)
	}
	d.year = doc.FiscalYear
	groups := view.Groups(doc)
	projects := d.cover(doc, groups)
	d.outline(doc.Outline)
	refs := newRefs(groups)
	for i := range doc.Projects {
		if err := ctx.Err(); err != nil {
			return err
		}
		if d.limits.fault != nil {
			return d.limits.fault
		}
		d.project(&doc.Projects[i], refs, projects+i)
	}
	if d.sign {
		d.signatures()
	}
	d.findings(groups)
	d.lostCharacters()
	if d.limits.fault != nil {
		return d.limits.fault
	}
	return ctx.Err()
}

// output paints the pages and writes the file.
func (d *doc) output(w io.Writer) error {
	d.finishPages()
	return d.paint(&finisher{doc: d, to: w})
}

// finisher takes the file that gofpdf writes, which it does at once, and writes
// the finished one: no copy of the former is made.
type finisher struct {
	*doc
	to io.Writer
}

func (f *finisher) Write(raw []byte) (int, error) {
	file, err := f.finishFile(raw)
	if err == nil {
		_, err = f.to.Write(file)
	}
	return len(raw), err
}

func (d *doc) shortTitle(year int) string {
	if year == 0 {
		return d.lang.Say("项目绩效目标", "Project performance targets")
	}
	return d.lang.Say("%d年项目绩效目标", "Project performance targets %d", year)
}

package render

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"
	"sync"

	"jxmb/model"
)

// PDF is the printable summary: an overview, each project in the shape of the
// official form, and the findings.
var PDF = register(Format{Name: "pdf", Ext: ".pdf", Write: writePDF})

func writePDF(w io.Writer, doc *model.Document, o Options) error {
	d, err := newPDFDoc(o)
	if err != nil {
		return err
	}
	d.layOut(doc)
	return d.output(w)
}

// layOut makes the pages.
func (d *pdfDoc) layOut(doc *model.Document) {
	d.title = documentTitle(d.lang, doc)
	d.running = [2]string{strings.TrimSpace(doc.Unit.Code + " " + doc.Unit.Name), d.shortTitle(doc.FiscalYear)}
	if doc.Source.Name != "" {
		d.source = filepath.Base(doc.Source.Name)
	}
	d.year = doc.FiscalYear
	d.cover(doc)
	findings := pdfGravestFirst(doc.Findings)
	refs := newPDFRefs(findings)
	for i := range doc.Projects {
		d.project(&doc.Projects[i], refs)
	}
	d.findings(findings)
	d.lostCharacters()
}

// pdfBuffers hold what gofpdf writes until finishFile has copied it.
var pdfBuffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// output paints the pages and writes the file.
func (d *pdfDoc) output(w io.Writer) error {
	d.finishPages()
	raw := pdfBuffers.Get().(*bytes.Buffer)
	defer pdfBuffers.Put(raw)
	raw.Reset()
	if err := d.paint(raw); err != nil {
		return err
	}
	file, err := d.finishFile(raw.Bytes())
	if err != nil {
		return err
	}
	_, err = w.Write(file)
	return err
}

func (d *pdfDoc) shortTitle(year int) string {
	if year == 0 {
		return d.lang.Say("项目绩效目标", "Project performance targets")
	}
	return d.lang.Say("%d年项目绩效目标", "Project performance targets %d", year)
}

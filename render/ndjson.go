package render

import (
	"context"
	"io"
	"sync"

	"jxmb/model"
	"jxmb/render/view"
)

// NDJSON writes one project a line, each complete in itself: the source, unit
// and year of its document, the project, and the findings that concern it.
// Findings that concern no project are in the json form only.
var NDJSON = Format{
	Name: "ndjson", Ext: ".ndjson", Text: true, Write: writeNDJSON,
	Over: []view.Over{allLines},
}

// allLines is the file that holds the projects of a whole batch: for both JSON
// formats, since it is how many documents are passed on as JSON.
var allLines = view.Over{
	Name: "all.ndjson", Part: writeNDJSON, Same: true,
	Start: func(w io.Writer, _ Options) Summary { return lines{w} },
}

// lines puts the lines of one document after those of another.
type lines struct{ w io.Writer }

func (l lines) Add(_ context.Context, e Entry) error {
	_, err := l.w.Write(e.Part)
	return err
}

func (l lines) Close(ctx context.Context, _ *Season) error { return ctx.Err() }

// projectLine is the shape of a line.
type projectLine struct {
	Schema     string           `json:"schema"`
	Source     *model.Source    `json:"source"`
	Unit       *model.Unit      `json:"unit"`
	FiscalYear int              `json:"fiscal_year" jsonschema:",nullable"`
	Project    *model.Project   `json:"project"`
	Findings   []*model.Finding `json:"findings"`
}

// lineBuffers are reused from document to document: a batch writes thousands.
var lineBuffers = sync.Pool{New: func() any { return new([]byte) }}

func writeNDJSON(ctx context.Context, w io.Writer, d *model.Document, _ Options) error {
	buf := lineBuffers.Get().(*[]byte)
	defer lineBuffers.Put(buf)
	b := (*buf)[:0]
	owned := findingsByProject(d)
	for i := range d.Projects {
		if err := ctx.Err(); err != nil {
			return err
		}
		line := projectLine{
			Schema: d.Schema, Source: &d.Source, Unit: &d.Unit, FiscalYear: d.FiscalYear,
			Project: &d.Projects[i], Findings: owned[i],
		}
		b = append(model.AppendJSON(b, &line, false), '\n')
	}
	*buf = b
	if len(b) == 0 {
		return nil
	}
	_, err := w.Write(b)
	return err
}

// findingsByProject gives for each project, by index, the findings placed in
// its tables or at its bookmark, the main place or a further one.
func findingsByProject(d *model.Document) [][]*model.Finding {
	owned := make([][]*model.Finding, len(d.Projects))
	if len(d.Projects) == 0 {
		return owned
	}
	owners := view.ProjectPlaces(d)
	for i := range d.Findings {
		f := &d.Findings[i]
		for k := range len(f.Also) + 1 {
			o := f.Origin
			if k > 0 {
				o = f.Also[k-1]
			}
			p, ok := owners.Owner(o)
			if n := len(owned[p]); ok && (n == 0 || owned[p][n-1] != f) {
				owned[p] = append(owned[p], f)
			}
		}
	}
	return owned
}

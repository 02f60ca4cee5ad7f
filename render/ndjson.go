package render

import (
	"cmp"
	"context"
	"io"

	"jxmb/model"
	"jxmb/render/view"
)

// NDJSON writes a line for the document, then one for each of its projects, each
// complete in itself. Nothing that the json form holds is lost: the first line has
// the narrative part and the findings that concern no project, the others have
// the project and those that do. Type tells the lines apart.
var NDJSON = Format{
	Name: "ndjson", Ext: ".ndjson", Text: true, Write: writeNDJSON,
	Over: []view.Over{allLines},
}

// allLines is the file that holds a whole batch: for both JSON formats, since it
// is how many documents are passed on as JSON. Beside the lines of the documents
// it has one for each file that could not be read and, at its end, one for each
// finding between documents.
var allLines = view.Over{
	Name: "all.ndjson", Part: writeNDJSON, Same: true,
	Start: func(w io.Writer, o Options) Summary { return lines{w, o} },
}

// lines puts the lines of one document after those of another.
type lines struct {
	w io.Writer
	o Options
}

func (l lines) Add(_ context.Context, e Entry) error {
	if e.Document == nil {
		return l.line(&failureLine{model.Schema, "failure", fileOf(e.File), errorOf(l.o.Lang, e.Fault)})
	}
	_, err := l.w.Write(e.Part)
	return err
}

func (l lines) Close(ctx context.Context, s *Season) error {
	for f := range s.Cross() {
		if err := l.line(&findingLine{model.Schema, "finding", fileOf(f.File), f.Finding}); err != nil {
			return err
		}
	}
	return ctx.Err()
}

func (l lines) line(v any) error {
	e := model.NewJSONEncoder(l.w, false, l.o.NoOrigin)
	_ = e.Encode(v) // Close tells
	return e.Close()
}

func writeNDJSON(ctx context.Context, w io.Writer, d *model.Document, o Options) error {
	owned, others := findingsByProject(d)
	e := model.NewJSONEncoder(w, false, o.NoOrigin)
	err := e.Encode(&documentLine{d.Schema, "document", &d.Source, &d.Unit, d.FiscalYear, d.Outline, others})
	for i := range d.Projects {
		if err = cmp.Or(err, ctx.Err()); err != nil {
			break
		}
		err = e.Encode(&projectLine{d.Schema, "project", &d.Source, &d.Unit, d.FiscalYear, &d.Projects[i], owned[i]})
	}
	return cmp.Or(err, e.Close())
}

// findingsByProject gives for each project, by index, the findings placed in
// its tables or at its bookmark, the main place or a further one; others are those
// of no project.
func findingsByProject(d *model.Document) (owned [][]*model.Finding, others []*model.Finding) {
	owned = make([][]*model.Finding, len(d.Projects))
	if len(d.Findings) == 0 {
		return owned, nil
	}
	owners := model.PlacesOf(d)
	for i := range d.Findings {
		f := &d.Findings[i]
		known := false
		for k := range len(f.Also) + 1 {
			o := f.Origin
			if k > 0 {
				o = f.Also[k-1]
			}
			p, ok := owners.Owner(o)
			known = known || ok
			if ok && (len(owned[p]) == 0 || owned[p][len(owned[p])-1] != f) {
				owned[p] = append(owned[p], f)
			}
		}
		if !known {
			others = append(others, f)
		}
	}
	return owned, others
}

package render

import (
	"context"
	"io"

	"jxmb/model"
	"jxmb/render/view"
)

// JSON is the canonical form: one indented object and a final newline.
var JSON = Format{
	Name: "json", Ext: ".json", Text: true, Write: writeJSON,
	Over: []view.Over{allLines},
}

func writeJSON(ctx context.Context, w io.Writer, d *model.Document, o Options) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	e := model.NewJSONEncoder(w, !o.Compact, o.NoOrigin)
	_ = e.Encode(d) // Close tells
	return e.Close()
}

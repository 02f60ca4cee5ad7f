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

func writeJSON(ctx context.Context, w io.Writer, d *model.Document, _ Options) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	_, err := w.Write(append(model.AppendJSON(nil, d, true), '\n'))
	return err
}

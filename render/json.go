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
	_, err := w.Write(append(appendJSON(nil, d, !o.Compact, o), '\n'))
	return err
}

// appendJSON writes v with places or without, as the options say.
func appendJSON(b []byte, v any, indent bool, o Options) []byte {
	if o.NoOrigin {
		return model.AppendPlainJSON(b, v, indent)
	}
	return model.AppendJSON(b, v, indent)
}

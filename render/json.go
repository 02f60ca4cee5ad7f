package render

import (
	"context"
	"io"

	"jxmb/model"
)

// JSON is the canonical form: one indented object and a final newline.
var JSON = Format{
	Name: "json", Ext: ".json", Text: true, Write: writeJSON,
	Summary: allLines, SummaryName: linesName, Part: writeNDJSON,
}

func writeJSON(ctx context.Context, w io.Writer, d *model.Document, _ Options) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	_, err := w.Write(append(model.AppendJSON(nil, d, true), '\n'))
	return err
}

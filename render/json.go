package render

import (
	"io"

	"jxmb/model"
)

// JSON is the canonical form: one indented object and a final newline.
var JSON = register(Format{Name: "json", Ext: ".json", Write: func(w io.Writer, d *model.Document, _ Options) error {
	_, err := w.Write(append(model.AppendJSON(nil, d, true), '\n'))
	return err
}})

package main

import (
	"bufio"
	"encoding/json"
	"iter"

	"jxmb/cmd/internal/batch"
	"jxmb/model"
)

// jsonFindings writes one object:
//
//	{"schema":"jxmb-findings/1",
//	 "files":[{"file":"a.docx","error":null,"findings":[…]}],
//	 "across":[{"file":"b.docx","finding":{…}}],
//	 "counts":{"error":1,"warning":0,"info":2},
//	 "settings":{"name":"jxmb.toml","sha256":"…","disabled":["C004"],"sets":[]}}
//
// A finding has the form it has in a document. Files are written as they come.
type jsonFindings struct {
	*app
	out      *bufio.Writer
	settings *batch.SettingsFile
	files    int
	counts   batch.Findings
}

func (j *jsonFindings) file(path string, d *model.Document) error {
	b := append(quoted(j.next(), path), `,"error":null,"findings":[`...)
	for i := range d.Findings {
		if i > 0 {
			b = append(b, ',')
		}
		j.counts.Count(d.Findings[i].Severity)
		b = model.AppendJSON(append(b, '\n'), &d.Findings[i], false)
	}
	_, err := j.out.Write(append(b, "]}"...))
	return err
}

func (j *jsonFindings) fault(path string, f *model.Fault) error {
	b := append(quoted(j.next(), path), `,"error":`...)
	b = append(quoted(b, f.Line("", j.lang)), `,"findings":[]}`...)
	_, err := j.out.Write(b)
	return err
}

// next begins the object of a file.
func (j *jsonFindings) next() []byte {
	j.files++
	if j.files == 1 {
		return []byte("{\"schema\":\"jxmb-findings/1\",\"files\":[\n{\"file\":")
	}
	return []byte(",\n{\"file\":")
}

func (j *jsonFindings) finish(across iter.Seq2[string, *model.Finding]) error {
	var b []byte
	if j.files == 0 {
		b = append(b, `{"schema":"jxmb-findings/1","files":[`...)
	}
	b = append(b, "],\n\"across\":["...)
	separator := ""
	for file, f := range across {
		j.counts.Count(f.Severity)
		b = append(quoted(append(b, separator+"\n{\"file\":"...), file), `,"finding":`...)
		b = append(model.AppendJSON(b, f, false), '}')
		if _, err := j.out.Write(b); err != nil {
			return err
		}
		b, separator = b[:0], ","
	}
	counts, err := json.Marshal(j.counts)
	if err != nil {
		return err
	}
	settings, err := json.Marshal(j.settings)
	if err != nil {
		return err
	}
	b = append(append(b, "],\n\"counts\":"...), counts...)
	b = append(append(b, ",\n\"settings\":"...), settings...)
	_, err = j.out.Write(append(b, "}\n"...))
	return err
}

// quoted appends s as a JSON string, with "<" and ">" as they are.
func quoted(b []byte, s string) []byte { return model.AppendJSON(b, s, false) }

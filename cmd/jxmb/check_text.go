package main

import (
	"bufio"
	"fmt"
	"iter"

	"jxmb/model"
)

// textFindings writes one line a finding:
//
//	file: project/indicator (place): severity code: message (hint)
type textFindings struct {
	*app
	out *bufio.Writer
}

func (t *textFindings) file(path string, d *model.Document) error {
	for _, f := range d.Findings {
		if err := t.line(path, f); err != nil {
			return err
		}
	}
	return nil
}

// fault adds nothing: the failure stands on standard error.
func (t *textFindings) fault(string, *model.Fault) error { return nil }

func (t *textFindings) finish(across iter.Seq2[string, *model.Finding]) error {
	for file, f := range across {
		if err := t.line(file, *f); err != nil {
			return err
		}
	}
	return nil
}

func (t *textFindings) line(path string, f model.Finding) error {
	where := "(" + cellPlace(f.Origin, t.lang) + ")"
	if f.Subject != "" {
		where = f.Subject + " " + where
	}
	hint := ""
	if f.Hint != "" {
		hint = " (" + f.Hint + ")"
	}
	return line(t.out, fmt.Sprintf("%s: %s: %s %s: %s%s", path, where, t.severity(f.Severity), f.Code, f.Message, hint))
}

// cellPlace is [model.Origin.Place], in English as short as programs like to
// match it: table 4 r5,c5.
func cellPlace(o model.Origin, l model.Lang) string {
	switch {
	case l != model.English, o.Sheet != "", o.Table == 0 || o.Row == 0:
		return o.Place(l)
	case o.Column == 0:
		return fmt.Sprintf("table %d r%d", o.Table, o.Row)
	}
	return fmt.Sprintf("table %d r%d,c%d", o.Table, o.Row, o.Column)
}

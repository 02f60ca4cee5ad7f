package main

import (
	"bufio"
	"fmt"
	"strings"

	"jxmb/cmd/internal/batch"
	"jxmb/model"
	"jxmb/model/check"
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
func (t *textFindings) fault(string, *batch.Fault) error { return nil }

func (t *textFindings) finish(across []check.FileFinding) error {
	for _, f := range across {
		if err := t.line(f.File, f.Finding); err != nil {
			return err
		}
	}
	return nil
}

func (t *textFindings) line(path string, f model.Finding) error {
	where := "(" + f.Origin.Place(t.lang) + ")"
	if f.Subject != "" {
		where = f.Subject + " " + where
	}
	hint := ""
	if f.Hint != "" {
		hint = " (" + f.Hint + ")"
	}
	_, err := fmt.Fprintf(t.out, "%s: %s: %s %s: %s%s\n", path, oneLine(where), f.Severity, f.Code, oneLine(f.Message), oneLine(hint))
	return err
}

var lineBreaks = strings.NewReplacer("\r\n", "⏎", "\n", "⏎", "\r", "⏎", "\u2028", "⏎", "\u2029", "⏎")

// oneLine shows line breaks of quoted cells as a sign.
func oneLine(s string) string { return lineBreaks.Replace(s) }

// Package word writes the submission again, with the findings in it as Word
// comments.
package word

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"

	"jxmb/model"
	"jxmb/parser/ooxml"
)

// Options of [Annotate]; the zero value writes Chinese, a comment for every
// finding, and refuses signed documents.
type Options struct {
	Lang  model.Lang
	Force bool // annotate a signed document, whose signature then no longer holds

	Limits ooxml.Limits // the zero value means the default ones

	Least   model.Severity        // findings below it get no comment of their own; of more than MaxFindings the gravest do
	Summary bool                  // a comment at the top sums all findings up
	Titles  map[string]model.Text // of rules, by code, for the summary
}

// The kinds of faults that annotating has of its own: a signature that would
// break, a part in UTF-16, a file that is not the one that was read, and an
// origin that is no place in it.
const (
	FaultSigned   model.FaultKind = "signed"
	FaultEncoding model.FaultKind = "encoding"
	FaultChanged  model.FaultKind = "changed"
	FaultPlace    model.FaultKind = "place"
)

// Annotate writes the submission of size bytes at original, from which d was
// read, with a Word comment for the findings of d where they stand
// (ISO/IEC 29500-1 §17.13.4) and the runs concerned highlighted by severity
// (§17.3.2.15). Findings without a place of their own go to the first paragraph.
// Comments and highlights of an earlier annotation are replaced, those of people
// kept; every member of the container that needs no change keeps its very bytes.
// The output depends on nothing but the input: the comments bear no date. Told is
// how many findings have a comment, at most [MaxFindings]; the summary counts the
// others. What cannot be annotated is a [*model.Fault]; nothing has been written then.
func Annotate(ctx context.Context, w io.Writer, original io.ReaderAt, size int64, d *model.Document, o Options) (told map[model.Severity]int, err error) {
	pkg, main, err := openSource(ctx, original, size, d, o, &model.Fault{
		Kind: FaultSigned,
		What: model.Say("文档带有数字签名，加批注会使签名失效", "the document is digitally signed; comments would break the signature"),
		Hint: model.Say("确实要批注时加 --force，并请单位重新签名", "add --force to annotate it all the same, and have it signed again"),
	})
	if err != nil {
		return nil, err
	}
	notes, err := pkg.openComments(main)
	if err != nil {
		return nil, err
	}
	edits, err := markFindings(main, notes, d, o)
	if err != nil {
		return nil, err
	}
	pkg.change(pkg.mainName, edits.apply(pkg.main)...)
	if err := notes.save(pkg); err != nil {
		return nil, err
	}
	return toldOf(d.Findings, o.Least), pkg.write(w)
}

// openSource opens the submission that d was read from, to be changed; with
// signed as its error where that would break a signature.
func openSource(ctx context.Context, original io.ReaderAt, size int64, d *model.Document, o Options, signed *model.Fault) (*wordPackage, *markup, error) {
	if err := sameFile(original, size, d); err != nil {
		return nil, nil, err
	}
	pkg, err := openWord(original, size, o.Limits)
	if err != nil {
		return nil, nil, err
	}
	if pkg.signed() && !o.Force {
		return nil, nil, signed
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	main, err := readMarkup(pkg.mainName, pkg.main)
	return pkg, main, err
}

// sameFile refuses a document that was read from other bytes: its origins
// would point anywhere.
func sameFile(original io.ReaderAt, size int64, d *model.Document) error {
	if d.Source.SHA256 == "" {
		return nil
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, io.NewSectionReader(original, 0, size)); err != nil {
		return err
	}
	if got := hex.EncodeToString(sum.Sum(nil)); got != d.Source.SHA256 {
		return &model.Fault{
			Kind: FaultChanged,
			What: model.Say("文件在审核之后被改动", "the file was changed after it was checked"),
			Hint: model.Say("重新运行", "run again"),
			Err:  fmt.Errorf("sha256 is %s, was %s", got, d.Source.SHA256),
		}
	}
	return nil
}

// conflicting are the runs of the second places of a finding that lie in the
// same cell: the wording beside the figure.
func (m *markup) conflicting(f model.Finding) []int {
	var runs []int
	for _, o := range f.Also {
		if o.Row > 0 && cellOf(o) == cellOf(f.Origin) {
			runs = append(runs, m.textRuns(o.Start, o.End)...)
		}
	}
	return runs
}

// cellOf is o without its place in the cell.
func cellOf(o model.Origin) model.Origin {
	return model.Origin{Part: o.Part, Table: o.Table, Row: o.Row, Column: o.Column}
}

// markFindings plans the edits of the main part and adds a comment for each
// finding.
func markFindings(main *markup, notes *comments, d *model.Document, o Options) (*edits, error) {
	e := &edits{opened: map[int]bool{}}
	main.removeOwn(e, notes.own)
	if o.Summary && len(d.Findings) > 0 {
		top, err := main.firstParagraph()
		if err != nil {
			return nil, err
		}
		main.mark(e, top, notes.summary(d, o))
	}
	lights := newLights(main, notes.lit)
	told := toldOf(d.Findings, o.Least).oneByOne()
	for _, f := range d.Findings {
		if !told(f.Severity) {
			continue
		}
		at, err := main.locate(f.Origin)
		if err != nil {
			return nil, err
		}
		lit := lights.add(at, append(at.runs, main.conflicting(f)...), f.Severity)
		main.mark(e, at, notes.finding(f, o.Lang, lit))
	}
	lights.apply(e)
	return e, nil
}

package batch

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"jxmb/cmd/internal/batch/folder"
	"jxmb/cmd/internal/batch/source"
	"jxmb/model"
)

// ReportSchema names the version of the JSON form of a report.
const ReportSchema = "jxmb-report/1"

// Totals sums a run up.
type Totals struct {
	Inputs      int            `json:"inputs"`
	Done        int            `json:"done"`
	Skipped     int            `json:"skipped"`
	Failed      int            `json:"failed"`
	NotStarted  int            `json:"not_started"`
	Interrupted bool           `json:"interrupted"`
	Ignored     source.Ignored `json:"ignored"`
	Figures
	Old []OldResult `json:"-"` // stands beside the totals in the report
}

// reportInput is one input in report.json.
type reportInput struct {
	Name       string       `json:"name"`
	SHA256     *string      `json:"sha256"`
	Outcome    Status       `json:"outcome"`
	Outputs    []string     `json:"outputs"`
	Projects   int          `json:"projects"`
	Indicators int          `json:"indicators"`
	Findings   Findings     `json:"findings"`
	Seconds    float64      `json:"seconds"` // the one clock value in any output
	Note       *string      `json:"note"`
	Error      *reportError `json:"error"`
}

type reportError struct {
	Kind  string  `json:"kind"`
	Place *string `json:"place"`
	What  string  `json:"what"`
	Hint  *string `json:"hint"`
}

// SettingsFile is the settings file that a run obeyed. Name is never a path of
// the machine.
type SettingsFile struct {
	Name     string   `json:"name"`
	SHA256   string   `json:"sha256"`
	Disabled []string `json:"disabled"` // rules that it leaves out
	Sets     []string `json:"sets"`     // flags that take their value from it
}

// report writes the report as the results come, so that it takes no memory of
// its own; what sums up stands at its end.
type report struct {
	lang   model.Lang
	folder *folder.Folder // of its own where the report lies elsewhere
	file   *folder.Aside
	totals Totals
	tail   reportTail
	rest   reportRest
	any    bool

	between func() (io.ReadCloser, error) // the findings; nil for none
}

// betweenName is the file of the findings between documents, as they stand in the
// report, which a run that changes nothing writes anew. In memory they would be the
// most of a large batch.
const betweenName = folder.StateDir + "/between.json"

// reportTail is what follows the inputs in the report; the findings between documents,
// {file, finding} each, and the rest follow it.
type reportTail struct {
	Totals  Totals   `json:"totals"`
	Outputs []string `json:"outputs"` // files over all documents
}

type reportRest struct {
	Aside   []json.RawMessage `json:"ignored_findings"` // between documents, set aside by a review: {file, finding, who, when, why}
	Ignored []string          `json:"ignored"`          // files that were met and are no submissions
	Old     []OldResult       `json:"old_results"`
}

func (r *run) newReport() (*report, error) {
	rep := &report{lang: r.Render.Lang}
	rep.totals.Inputs, rep.totals.Ignored = len(r.plan.Inputs), r.plan.Ignored
	rep.tail.Outputs, rep.rest = []string{}, reportRest{[]json.RawMessage{}, []string{}, []OldResult{}}
	for _, o := range r.plan.Others {
		rep.rest.Ignored = append(rep.rest.Ignored, o.File)
	}
	at, name := r.folder, source.ReportName
	var err error
	if r.Report != "" {
		if err := r.reportIsFree(); err != nil {
			return nil, err
		}
		if at, err = folder.Open(filepath.Dir(r.Report), r.plan.Files); err != nil {
			return nil, err
		}
		rep.folder, name = at, filepath.Base(r.Report)
	}
	if rep.file, err = at.Create(name); err != nil {
		return nil, errors.Join(err, rep.closeFolder())
	}
	settings, err := marshal(r.Settings)
	if err != nil {
		return nil, err
	}
	shard, err := shardOfReport(r.plan)
	if err != nil {
		return nil, err
	}
	_, err = fmt.Fprintf(rep.file, "{\"schema\":%q,\n\"program\":%q,\n\"settings\":%s,\n%s\"inputs\":[", ReportSchema, r.Program, settings, shard)
	return rep, err
}

// add writes what became of in and counts it.
func (r *report) add(in *source.Input, o Outcome) error {
	t := &r.totals
	switch o.Status {
	case StatusDone:
		t.Done++
	case StatusSkipped:
		t.Skipped++
	case StatusFailed:
		t.Failed++
	}
	line := reportInput{
		Name: in.Name, SHA256: textOrNull(o.SHA256), Outcome: o.Status, Outputs: []string{},
		Projects: o.Projects, Indicators: o.Indicators, Findings: o.Findings,
		Seconds: o.Seconds, Note: textOrNull(in.Note.In(r.lang)),
	}
	for _, out := range o.Outputs {
		line.Outputs = append(line.Outputs, out.Name)
	}
	if f := o.Fault; f != nil {
		line.Error = &reportError{
			Kind: string(f.Kind), What: f.What.In(r.lang),
			Place: textOrNull(f.Place.In(r.lang)), Hint: textOrNull(f.Hint.In(r.lang)),
		}
	}
	b, err := marshal(line)
	if err != nil {
		return err
	}
	separator := ",\n"
	if !r.any {
		separator, r.any = "\n", true
	}
	_, err = fmt.Fprintf(r.file, "%s%s", separator, b)
	return err
}

// overviews takes what concerns all documents and stands in from.
func (r *report) overviews(from *folder.Folder, e Entry) {
	for _, o := range e.Outputs {
		if !isOfState(o.Name) {
			r.tail.Outputs = append(r.tail.Outputs, o.Name)
		}
	}
	if e.has(betweenName) {
		r.between = func() (io.ReadCloser, error) { return from.Read(betweenName) }
	}
	r.rest.Aside = append(r.rest.Aside, e.CrossIgnored...)
	r.totals.Figures = *e.Figures
}

// close ends the report and lets it appear.
func (r *report) close() error {
	t := &r.totals
	t.NotStarted = t.Inputs - t.Done - t.Skipped - t.Failed
	r.tail.Totals, r.rest.Old = *t, append(r.rest.Old, t.Old...)
	err := r.end()
	if err == nil {
		_, err = r.file.Commit()
	}
	return errors.Join(err, r.closeFolder())
}

// end writes what follows the inputs. What goes wrong in writing, Commit meets too.
func (r *report) end() error {
	tail, err := marshal(r.tail)
	if err != nil {
		return err
	}
	rest, err := marshal(r.rest)
	if err != nil {
		return err
	}
	fmt.Fprintf(r.file, "\n],\n%s,\"findings\":", tail[1:len(tail)-1])
	if r.between == nil {
		fmt.Fprint(r.file, "[]")
	} else if err := r.copyBetween(); err != nil {
		return err
	}
	fmt.Fprintf(r.file, ",%s\n", rest[1:])
	return nil
}

func (r *report) copyBetween() error {
	from, err := r.between()
	if err != nil {
		return err
	}
	_, err = io.Copy(r.file, from)
	return errors.Join(err, from.Close())
}

func (r *report) closeFolder() error {
	if r.folder == nil {
		return nil
	}
	err := r.folder.Close()
	r.folder = nil
	return err
}

func (r *report) discard() {
	r.file.Discard()
	_ = r.closeFolder()
}

// marshal is json.Marshal that leaves <, > and & as they are.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

func textOrNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// ReportOne writes o.Report for a plan of one input, which was read outside a
// run: d as people are shown it, or nil with the fault in out.
func ReportOne(p *source.Plan, o Options, out Outcome, d *model.Document) error {
	r := &run{Options: o, plan: p}
	report, err := r.newReport()
	if err != nil {
		return err
	}
	defer report.discard()
	season := newSeason(p)
	season.Add(p.Inputs[0].Name, d, out.Fault)
	if d != nil {
		out.SHA256 = d.Source.SHA256
		out.count(d)
	}
	if err := report.add(p.Inputs[0], out); err != nil {
		return err
	}
	report.totals.Figures = FiguresOf(season)
	return report.close()
}

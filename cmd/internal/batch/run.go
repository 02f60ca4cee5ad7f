package batch

import (
	"bytes"
	"context"
	"errors"
	"os"
	"runtime"
	"slices"
	"sync"

	"jxmb/cmd/internal/batch/folder"
	"jxmb/cmd/internal/batch/source"
	"jxmb/model"
	"jxmb/model/check/across"
	"jxmb/render"
)

// Options of [Run].
type Options struct {
	Reader
	Out         string
	Formats     []render.Format
	Render      render.Options
	SummaryOnly bool           // only the files over all documents
	Force       bool           // do again what is done
	Prune       bool           // remove the results of earlier runs that this one would not have made
	MinSeverity model.Severity // graver findings alone are shown to people and counted; "" for all
	Report      string
	Settings    *SettingsFile // that the options come from, for the report; nil where none was found
	Program     string        // name and version of the program, for the report
	Made        Made          // what a merge of shards has to have in common with them
	Fingerprint string        // stands for the version and for options that change results and that are not seen here
	Observer    Observer

	// Around, where set, is called before a document is read, and what it
	// returns after it was rendered. Its error is the fault of a document that
	// is not to be read. Documents that are read at a time call it at a time.
	Around func(*source.Input) (end func(), err error)

	// Trial does what [Try] does with the input of a stem, in a process of its
	// own. Its error is a [*Died] where that process was ended. Nil where no such
	// process can be had: what ended an earlier run is then read again.
	Trial func(ctx context.Context, stem string) error

	writeFile func(*os.File, []byte) (int, error) // stands in for (*os.File).Write in tests of full disks
}

// Made is what files are made with and options do not say.
type Made struct {
	Build string // stands for the program
	Fonts string // stands for the fonts that the options name; "" for the built-in ones alone
}

// Observer is told how a run goes, on one goroutine, in the order of the plan.
type Observer interface {
	Start(inputs int)
	Done(in *source.Input, o Outcome)
}

// Status is what happened to an input.
type Status string

// The ways an input can end.
const (
	StatusDone    Status = "done"
	StatusSkipped Status = "skipped" // nothing changed since an earlier run
	StatusFailed  Status = "failed"
)

// Outcome is what became of an input.
type Outcome struct {
	Status Status
	Entry
	Seconds float64
}

// converted is an outcome on its way to the files over all documents.
type converted struct {
	Outcome
	doc    *model.Document // nil where it could not be read
	shown  *model.Document // the same with the findings that people are shown
	facts  []across.Fact   // of it, for the review across documents
	parts  []*bytes.Buffer // of the files over all documents, see [run.summaries]
	packed []byte          // the document for the part of a shard
	files  []*folder.Aside // its results, which have still to appear
	fatal  error           // an error that every further output would meet too
	lost   error           // what stood in the way of merging it
	given  bool            // up in its middle, since the run was being stopped
}

// run is one call of [Run].
type run struct {
	Options
	plan     *source.Plan
	folder   *folder.Folder
	manifest *manifest
	key      string
	buffers  sync.Pool // of *bytes.Buffer, for the parts of a document

	summaries []render.Over   // the files over all documents
	standing  []folder.Output // such files that are what they would become

	// busy has a place for each document that is being read and rendered. One
	// that waits for the disk needs none: making a file durable takes longer
	// than making it, and no core.
	busy chan struct{}
}

// What is open at a time, as measured with all formats, and a little more: the
// files over all documents of a run, and the input and results of a document.
const (
	filesOfRun      = 32
	filesOfDocument = 8
	unknownFiles    = 1 << 20
)

// workers is how many documents are worked on at a time: jobs, or one a core,
// and never more than there are or than the files that may be open allow.
func workers(jobs int, p *source.Plan) int {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	left := max(fileLimit(), filesOfRun) - filesOfRun
	return max(1, min(jobs, len(p.Inputs), int(min(left, unknownFiles)/filesOfDocument)))
}

// Run converts every input of the plan into o.Out. The error is one that stops
// the whole: a folder that cannot be written, a full disk. Failures of single
// inputs stand in the totals, and in the report, which is written in any case.
func Run(ctx context.Context, p *source.Plan, o Options) (totals Totals, err error) {
	out, err := folder.OpenRun(o.Out, p.Files)
	if err != nil {
		return Totals{}, err
	}
	defer out.Close()
	if o.writeFile != nil {
		out.WriteFile = o.writeFile
	}
	r := &run{Options: o, plan: p, folder: out, busy: make(chan struct{}, workers(o.Jobs, p))}
	if err := r.claimShard(); err != nil {
		return Totals{}, err
	}
	r.summaries = r.overFiles()
	if r.SummaryOnly && len(r.summaries) == 0 && r.plan.Shard.Whole() {
		return Totals{}, errNoSummary
	}
	if r.key, err = r.Options.key(); err != nil {
		return Totals{}, err
	}
	if r.manifest, err = openManifest(out, len(p.Inputs)); err != nil {
		return Totals{}, err
	}
	report, err := r.newReport()
	if err != nil {
		return Totals{}, errors.Join(err, r.manifest.close())
	}
	defer report.discard()
	o.Observer.Start(len(p.Inputs))
	unchanged, ok := r.survey(ctx)
	if ok && r.plan.Shard.Whole() {
		r.standing = slices.DeleteFunc(slices.Clone(unchanged.over.Outputs), func(o folder.Output) bool { return isOfState(o.Name) })
	}
	if ok && unchanged.whole {
		err = r.skipAll(unchanged, report)
	} else if err = r.trySuspects(ctx); err == nil {
		err = r.convertAll(ctx, report)
	}
	if report.totals.Interrupted = ctx.Err() != nil; err == nil && !report.totals.Interrupted {
		report.totals.Old, err = r.oldResults()
	}
	err = errors.Join(err, r.manifest.close(), report.close())
	return report.totals, err
}

var errNoSummary = &model.Fault{
	Kind: "usage",
	What: model.Say("这些格式没有汇总文件", "none of the formats has a file over all documents"),
	Hint: model.Say("去掉 --summary-only，或用 -t 加上有汇总的格式", "leave out --summary-only, or name a format that has one with -t"),
}

// convertAll is the run proper.
func (r *run) convertAll(ctx context.Context, report *report) error {
	c, err := r.collect(report)
	if err != nil {
		return err
	}
	defer c.discard()
	return c.all(ctx, func(in *source.Input) converted { return r.convert(ctx, in) })
}

package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"jxmb/cmd/internal/batch"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
)

// Exit codes, those of jxmb.
const (
	exitDone   = 0
	exitFailed = 1 // the run, or some input
	exitUsage  = 2
)

func main() {
	f := addFlags(flag.CommandLine)
	flag.Parse()
	beam.Init() // a worker goes no further
	os.Exit(f.run())
}

// run checks the flags, runs the pipeline and tells what came of it.
func (f *flags) run() int {
	lang := f.lang.Lang
	tell := func(err error) {
		fault := fault.Explain(err)
		text := fault.What.In(lang)
		for _, more := range []string{fault.Place.In(lang), fault.Hint.In(lang)} {
			if more != "" {
				text += "\n  " + more
			}
		}
		fmt.Fprintln(os.Stderr, "jxmb-beam:", text)
	}
	o, err := f.options(flag.Args())
	if err != nil {
		for _, e := range each(err) {
			tell(e)
		}
		return exitUsage
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := execute(ctx, f.runner, o); err != nil {
		tell(err)
		return exitFailed
	}
	totals, err := readTotals(o.Output)
	if err != nil {
		tell(err)
		return exitFailed
	}
	fmt.Fprintln(os.Stderr, lang.Say("完成 %d，失败 %d；共 %d 个项目、%d 条指标；结果在 %s", "%d done, %d failed; %d projects, %d indicators; the results are in %s",
		totals.Done, totals.Failed, totals.Projects, totals.Indicators, o.Output))
	if totals.Failed > 0 {
		return exitFailed
	}
	return exitDone
}

// each are the errors that were joined.
func each(err error) []error {
	var joined interface{ Unwrap() []error }
	if errors.As(err, &joined) {
		return joined.Unwrap()
	}
	return []error{err}
}

// execute runs the pipeline to its end.
func execute(ctx context.Context, runner string, o Options) error {
	p, s := beam.NewPipelineWithRoot()
	build(s, o)
	_, err := beam.Run(ctx, runner, p)
	return err
}

// readTotals reads the summary, which is there if all is.
func readTotals(dir string) (totals batch.Totals, err error) {
	b, err := os.ReadFile(filepath.Join(dir, summaryName))
	if err != nil {
		return totals, &model.Fault{
			Kind: "missing", Err: err,
			What: model.Say("运行结束了，但这台机器上没有 %s", "the run ended and there is no %s on this machine", filepath.Join(dir, summaryName)),
			Hint: model.Say("--output 要是所有机器都看得到的文件夹", "--output must be a folder that all machines see"),
		}
	}
	return totals, json.Unmarshal(b, &totals)
}

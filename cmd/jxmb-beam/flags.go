package main

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"time"

	"jxmb/model"
	"jxmb/model/check"
)

// flags are the command line, besides the flags of Beam and its runners.
type flags struct {
	inputs, ext, disable list
	output               string
	lang                 language
	minSeverity          string
	force                bool
	runner               string
}

// list is a flag that may be given several times.
type list []string

func (l *list) String() string { return strings.Join(*l, ",") }

// Set adds a value.
func (l *list) Set(v string) error {
	*l = append(*l, v)
	return nil
}

// language is zh or en.
type language struct{ model.Lang }

func (l *language) String() string { return string(l.Lang) }

// Set takes a language that messages are written in.
func (l *language) Set(v string) error {
	if l.Lang = model.Lang(v); l.Lang != model.Chinese && l.Lang != model.English {
		return &model.Fault{Kind: "usage", What: model.Say("可取 zh、en", "it takes zh or en")}
	}
	return nil
}

func addFlags(set *flag.FlagSet) *flags {
	f := &flags{lang: language{model.Chinese}}
	set.Var(&f.inputs, "input", "file, folder, archive or pattern, also s3://bucket/prefix; may be repeated")
	set.StringVar(&f.output, "output", "", "new folder for the results, which all machines see")
	set.Var(&f.lang, "lang", "language of findings and messages: zh or en")
	set.Var(&f.ext, "ext", "further extension read in folders and archives, such as txt; may be repeated")
	set.Var(&f.disable, "disable", "code, family or pattern of rules to leave out, such as C009, C, C00*; may be repeated")
	set.StringVar(&f.minSeverity, "min-severity", "", "count only findings as grave as this: error, warning or info")
	set.BoolVar(&f.force, "force", false, "replace the results of an earlier run in --output")
	set.StringVar(&f.runner, "runner", "prism", "prism, flink, spark, dataflow or universal")
	return f
}

// options are what the flags amount to; it prepares the folder of results.
func (f *flags) options(rest []string) (Options, error) {
	o := Options{
		Lang: string(f.lang.Lang), MinSeverity: f.minSeverity,
		Run: time.Now().UTC().Format("20060102T150405.000000000"),
	}
	switch {
	case len(rest) > 0:
		return o, wrong(model.Say("多余的参数 %s", "%s is no flag", rest[0]), model.Say("输入用 --input 给出，可以多次", "name inputs with --input, as often as there are"))
	case len(f.inputs) == 0:
		return o, wrong(model.Say("缺少 --input", "there is no --input"), model.Text{})
	case f.output == "":
		return o, wrong(model.Say("缺少 --output", "there is no --output"), model.Text{})
	case f.minSeverity != "" && model.Severity(f.minSeverity).Rank() == 0:
		return o, wrong(model.Say("--min-severity 可取 error、warning、info", "--min-severity takes error, warning or info"), model.Text{})
	}
	for _, e := range f.ext {
		o.Extensions = append(o.Extensions, "."+strings.TrimPrefix(e, "."))
	}
	for _, pattern := range f.disable {
		codes, err := check.Matching(pattern, check.Codes(), f.lang.Lang)
		if err != nil {
			return o, err
		}
		o.Disabled = append(o.Disabled, codes...)
	}
	if err := checkInputs(f.inputs); err != nil {
		return o, err
	}
	for _, in := range f.inputs {
		o.Inputs = append(o.Inputs, absolute(in))
	}
	o.Output = absolute(f.output)
	return o, f.prepare(o.Output)
}

func wrong(what, hint model.Text) error { return &model.Fault{Kind: "usage", What: what, Hint: hint} }

// absolute is a path that means the same in any working folder.
func absolute(p string) string {
	if strings.Contains(p, "://") {
		return p
	}
	if abs, err := filepath.Abs(p); err == nil {
		return abs
	}
	return p
}

// prepare makes the folder. Results of two runs in one folder would be read as
// those of one, so that earlier ones are refused, or removed.
func (f *flags) prepare(dir string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	var earlier []string
	for _, pattern := range []string{summaryName, "*-?????-of-?????.ndjson", "*-?????-of-?????.parquet"} {
		found, err := filepath.Glob(filepath.Join(escaped(dir), pattern))
		if err != nil {
			return err
		}
		earlier = append(earlier, found...)
	}
	if len(earlier) > 0 && !f.force {
		return &model.Fault{
			Kind: "overwrite",
			What: model.Say("输出文件夹里已有结果：%s", "the output folder holds results: %s", filepath.Base(earlier[0])),
			Hint: model.Say("换一个文件夹，或用 --force 替换", "name another folder, or replace them with --force"),
		}
	}
	left, err := filepath.Glob(filepath.Join(escaped(dir), partsPrefix+"*")) // of runs that were killed
	if err != nil {
		return err
	}
	for _, path := range append(earlier, left...) {
		if err := os.RemoveAll(path); err != nil {
			return err
		}
	}
	return nil
}

// escaped is dir as a pattern that matches it alone.
func escaped(dir string) string {
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(dir)
}

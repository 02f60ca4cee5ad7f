package batch

import (
	"context"
	"encoding/json"
	"errors"
	"io"

	"jxmb/cmd/internal/batch/content"
	"jxmb/cmd/internal/batch/source"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/parser/ooxml"
)

// ResultExtensions are the files in which earlier runs left documents.
var ResultExtensions = []string{".json", ".ndjson"}

// IsResults tells the names of such files.
func IsResults(name string) bool { return source.HasExt(name, ResultExtensions...) }

// errNoResult is a file of JSON that holds no documents, as report.json of a run.
var errNoResult = &model.Fault{
	Kind: "foreign",
	What: model.Say("不是 jxmb 写出的文档（JSON 中没有 \"schema\": \"%[1]s\"）", "holds no documents that jxmb wrote (no \"schema\": \"%[1]s\")", model.Schema),
	Hint: model.Say("给出 convert 写出的 .json 或 .ndjson，或报送文件本身", "name a .json or .ndjson of convert, or the submissions themselves"),
}

// IsNoResult tells the fault of a file of JSON that holds no documents.
func IsNoResult(f *model.Fault) bool { return f == errNoResult }

// EachDocument reads every input of the plan, a submission or the documents that an
// earlier run left, and does work on each document beside that on others. What work
// gives is taken in the order of the plan, on the calling goroutine; of one input
// that is a list, as a file of an earlier run may hold many documents. Documents of
// earlier runs are reviewed anew, so that all are by the same rules.
func EachDocument[R any](ctx context.Context, r Reader, p *source.Plan,
	work func(in *source.Input, d *model.Document) R, take func(in *source.Input, results []R, fault *model.Fault) error) error {
	type done struct {
		results []R
		fault   *model.Fault
	}
	one := func(in *source.Input) (w done) {
		err := in.With(func(c *content.Content) error {
			if !IsResults(in.Name) {
				d, err := r.read(ctx, in, c)
				if err == nil {
					w.results = append(w.results, work(in, d))
				}
				return err
			}
			most := r.Parse.Limits.WithDefaults().ResultBytes
			return eachResult(ctx, io.NewSectionReader(c, 0, c.Size), most, func(d *model.Document) {
				d.Findings = check.Run(d, r.Check)
				w.results = append(w.results, work(in, d))
			})
		})
		if err != nil {
			w = done{fault: fault.Explain(err)}
		}
		return w
	}
	return inOrder(ctx, p.Inputs, workers(r.Jobs, p), one, func(in *source.Input, w done) error {
		if w.fault != nil && ctx.Err() != nil {
			return nil // given up
		}
		return take(in, w.results, w.fault)
	})
}

// resultLine is a document, or a line of a document's NDJSON.
type resultLine struct {
	model.Document
	Type    string         `json:"type"`
	Project *model.Project `json:"project"`
}

// eachResult reads the documents of a file that an earlier run wrote, one after the
// other, each of which may take most bytes.
func eachResult(ctx context.Context, r io.Reader, most int64, take func(*model.Document)) error {
	dec := json.NewDecoder(r)
	var open *model.Document // whose projects are being read
	left := most
	met := 0
	end := func() {
		if open != nil {
			take(open)
		}
		open = nil
	}
	for {
		if ctx.Err() != nil {
			return model.Interrupted(ctx)
		}
		line, err := nextResult(dec, most)
		if err == io.EOF && met > 0 {
			end()
			return nil
		}
		if err == io.EOF {
			return errNoResult
		}
		if err != nil {
			return err
		}
		met++
		switch line.Type {
		case "project":
			if open == nil || line.Project == nil {
				return lostProject
			}
			if left -= line.spent; left < 0 {
				return ooxml.LimitFault(ooxml.LimitResult, most, "", -1)
			}
			open.Projects = append(open.Projects, *line.Project)
			open.Findings = append(open.Findings, others(open.Findings, line.Findings)...)
		case "failure", "finding": // of inputs without documents; findings between documents are made anew
		default:
			end()
			open, left = &line.Document, most-line.spent
		}
	}
}

// nextResult reads the next object, one of another schema as errNoResult. The error
// at the end is io.EOF.
func nextResult(dec *json.Decoder, most int64) (*measured, error) {
	line := &measured{most: most}
	err := dec.Decode(line)
	var foreign *json.UnmarshalTypeError // a key of ours with something else in it
	var limit *model.Fault
	switch {
	case errors.As(err, &limit):
		return nil, limit
	case err == io.EOF:
		return nil, err
	case err != nil && !errors.As(err, &foreign) && line.Schema == "":
		return nil, notJSON(dec.InputOffset(), err)
	case line.Schema != model.Schema:
		return nil, errNoResult
	case err != nil:
		return nil, notJSON(dec.InputOffset(), err)
	}
	return line, nil
}

var lostProject = &model.Fault{
	Kind: "foreign",
	What: model.Say("项目行前面没有它所属文件的行", "the line of a project comes before that of its document"),
	Hint: model.Say("请用 convert 写出的完整 .ndjson", "use the whole .ndjson that convert wrote"),
}

func notJSON(offset int64, err error) error {
	f := &model.Fault{
		Kind: "foreign", Err: err,
		What: model.Say("JSON 有误：%v", "is no sound JSON: %v", err),
		Hint: model.Say("文件可能不完整，请重新运行 convert", "the file may be cut short: run convert again"),
	}
	if offset > 0 {
		f.Place = model.Say("第 %d 字节", "byte %d", offset)
	}
	return f
}

// others are the findings that are not known yet: one with places in two projects
// stands in the lines of both.
func others(known, list []model.Finding) []model.Finding {
	met := make(map[string]bool, len(known))
	for i := range known {
		met[string(model.AppendJSON(nil, &known[i], false))] = true
	}
	var out []model.Finding
	for i := range list {
		if !met[string(model.AppendJSON(nil, &list[i], false))] {
			out = append(out, list[i])
		}
	}
	return out
}

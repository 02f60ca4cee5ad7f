package web

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path"
	"slices"

	"jxmb/cmd/internal/web/worker"
	"jxmb/model"
	"jxmb/model/review"
	"jxmb/render/grid"
)

// documentView is what the page of a document shows.
type documentView struct {
	Batch    Status
	File     File
	Previous *File
	Next     *File
	Problem  *problemForm // why it could not be read; nil where it was
	Blocks   []grid.Block
	Marks    map[string]string // cells with findings: the gravest severity
	Read     map[string]bool   // cells that a field was read from
	Document *model.Document
	Projects []projectView
	General  []findingView // of no project
	Ignored  []findingView
	Revised  bool // corrections were taken that Word can track
}

type projectView struct {
	*model.Project
	Indicators []indicatorView
	Budget     []fieldView
	Findings   []findingView // of no indicator
}

type fieldView struct {
	Label, Text, Key, Field string
	Project                 string
}

type indicatorView struct {
	*model.Indicator
	Project  string
	Key      string // its cell
	Findings []findingView
}

type findingView struct {
	model.Finding
	Number  int
	Name    review.Key
	Cell    string   // where it stands
	Also    []string // other cells that take part
	Why     string   // it was ignored
	Who     string
	NameRaw string // Name as JSON
}

// documentPage shows a document: the table as the file has it, beside what was
// read of it.
func (s *Server) documentPage(w http.ResponseWriter, r *http.Request, b *Batch, file File) {
	v := &documentView{Batch: b.Status(), File: file}
	if f, ok := b.file(file.Index - 1); ok {
		v.Previous = &f
	}
	if f, ok := b.file(file.Index + 1); ok {
		v.Next = &f
	}
	form, problem, err := s.view(r, b, file)
	if err != nil {
		s.failed(w, r, err)
		return
	}
	if problem != nil {
		shown := problem.form(s.pageLang(r))
		v.Problem = &shown
		s.show(w, r, http.StatusOK, "document.html", v)
		return
	}
	v.fill(s.pageLang(r), form)
	v.Revised = isWord(file.Name) && form.Document.Corrected()
	s.show(w, r, http.StatusOK, "document.html", v)
}

// maxView bounds what is shown on one page.
const maxView = 48 << 20

// view asks a worker for the view of a document. A problem is the file's.
func (s *Server) view(r *http.Request, b *Batch, file File) (*worker.View, *Problem, error) {
	dir, remove, err := s.store.tmp()
	if err != nil {
		return nil, nil, err
	}
	defer remove()
	out := s.store.path(path.Join(dir, "view"))
	j := &worker.Job{Verb: "view", File: s.store.path(path.Join(b.dir(), inDir, file.Name)), Out: out, Lang: s.pageLang(r), Across: b.across(file)}
	if name := b.reviewPath(); name != "" {
		j.Args = []string{name}
	}
	e, err := s.ask(r.Context(), j)
	switch {
	case err != nil:
		return nil, nil, err
	case e.Fault != nil:
		p := ofFault(e.Fault)
		return nil, &p, nil
	}
	f, err := os.Open(out)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxView+1))
	if err != nil {
		return nil, nil, err
	}
	if len(text) > maxView {
		return nil, &Problem{Kind: "limit", Limit: "View",
			What: model.Say("这份文件太大，网页上显示不下", "the document is too large for a page"),
			Hint: model.Say("请下载结果查看", "download the results instead")}, nil
	}
	form := new(worker.View)
	return form, nil, json.Unmarshal(text, form)
}

// fill sorts what was read by projects and indicators.
func (v *documentView) fill(l model.Lang, form *worker.View) {
	d := form.Document
	v.Document, v.Blocks = d, form.Page.Blocks
	v.Marks, v.Read = map[string]string{}, map[string]bool{}
	of := map[[2]string][]findingView{} // project and indicator
	for i := range d.Findings {
		f := newFindingView(i+1, d.Findings[i], form.Keys[i])
		of[[2]string{f.Project, f.Indicator}] = append(of[[2]string{f.Project, f.Indicator}], f)
		v.mark(f)
	}
	for i := range d.Ignored {
		f := newFindingView(len(d.Findings)+i+1, d.Ignored[i].Finding, form.Ignored[i])
		f.Why, f.Who = d.Ignored[i].Why, d.Ignored[i].Who
		v.Ignored = append(v.Ignored, f)
	}
	for i := range d.Projects {
		p := projectView{Project: &d.Projects[i], Findings: of[[2]string{d.Projects[i].ID, ""}]}
		p.Budget = budgetFields(l, p.Project)
		for _, c := range p.Cells {
			v.Read[grid.Key(p.Origin.At(c))] = true
		}
		for k := range p.Project.Indicators {
			in := &p.Project.Indicators[k]
			for _, c := range in.Cells {
				v.Read[grid.Key(in.Origin.At(c))] = true
			}
			p.Indicators = append(p.Indicators, indicatorView{in, p.ID, grid.Key(in.Origin), of[[2]string{p.ID, in.ID}]})
		}
		v.Projects = append(v.Projects, p)
	}
	v.General = of[[2]string{}]
	for _, list := range of {
		slices.SortStableFunc(list, func(a, b findingView) int { return b.Severity.Rank() - a.Severity.Rank() })
	}
}

func newFindingView(n int, f model.Finding, name review.Key) findingView {
	raw, _ := json.Marshal(name) // strings
	out := findingView{Finding: f, Number: n, Name: name, NameRaw: string(raw), Cell: grid.Key(f.Origin)}
	for _, o := range f.Also {
		if key := grid.Key(o); key != "" && key != out.Cell {
			out.Also = append(out.Also, key)
		}
	}
	return out
}

// mark remembers the gravest finding of a cell.
func (v *documentView) mark(f findingView) {
	if was := model.Severity(v.Marks[f.Cell]); f.Cell != "" && f.Severity.Rank() > was.Rank() {
		v.Marks[f.Cell] = string(f.Severity)
	}
}

func budgetFields(l model.Lang, p *model.Project) []fieldView {
	var list []fieldView
	for _, a := range []struct {
		label  model.Text
		field  string
		amount *model.Amount
	}{
		{model.Text{ZH: "预算数", EN: "Budget"}, "budget.total", p.Budget.Total},
		{model.Text{ZH: "财政资金", EN: "Fiscal funds"}, "budget.fiscal", p.Budget.Fiscal},
		{model.Text{ZH: "其他资金", EN: "Other funds"}, "budget.other", p.Budget.Other},
		{model.Text{ZH: "执行数", EN: "Executed"}, "budget.executed", p.Budget.Executed},
	} {
		if a.amount != nil {
			list = append(list, fieldView{Label: a.label.In(l), Text: a.amount.Text, Key: grid.Key(p.Field(a.field)), Field: a.field, Project: p.ID})
		}
	}
	return list
}

// reviewedResult sends a document in one format, under the review of the batch.
func (s *Server) reviewedResult(w http.ResponseWriter, r *http.Request, b *Batch, file File) {
	to := r.URL.Query().Get("to")
	if !isFormat(to) {
		s.notFound(w, r)
		return
	}
	s.converted(w, r, b, file, to)
}

package compare

import (
	"slices"
	"strings"
	"unique"

	"jxmb/model"
)

// Submission is what comparing keeps of a document.
type Submission struct {
	File     string // as findings between documents name it
	Unit     model.Unit
	Projects []model.Project
	Findings []model.Finding
}

// Keep takes of d what comparing needs. The texts are copies, so that the memory
// of d, which holds the text of a whole file, is free afterwards; what occurs in
// many documents is held once.
func Keep(file string, d *model.Document) Submission {
	s := Submission{File: file, Unit: unitOf(d.Unit)}
	for i := range d.Projects {
		s.Projects = append(s.Projects, keptProject(&d.Projects[i], d))
	}
	for i := range d.Findings {
		s.Findings = append(s.Findings, keptFinding(&d.Findings[i]))
	}
	return s
}

// common is a text that many documents have.
func common(s string) string { return unique.Make(s).Value() }

func unitOf(u model.Unit) model.Unit { return model.Unit{Code: common(u.Code), Name: common(u.Name)} }

func keptProject(p *model.Project, d *model.Document) model.Project {
	k := model.Project{
		ID: strings.Clone(p.ID), Seq: p.Seq, Title: strings.Clone(p.Title), Form: common(p.Form),
		Unit: unitOf(p.Unit), Code: strings.Clone(p.Code), Name: strings.Clone(p.Name), FiscalYear: p.FiscalYear,
		Budget: keptBudget(&p.Budget), Purpose: strings.Clone(p.Purpose), Goals: texts(p.Goals), Origin: place(p.Origin),
	}
	if k.Unit == (model.Unit{}) {
		k.Unit = unitOf(d.Unit)
	}
	if k.FiscalYear == 0 {
		k.FiscalYear = d.FiscalYear
	}
	for _, s := range p.SpendingPlan {
		k.SpendingPlan = append(k.SpendingPlan, model.PlanStep{Text: common(s.Text), Label: common(s.Label), Month: s.Month, Percent: decimal(s.Percent)})
	}
	if p.LongTerm != nil {
		k.LongTerm = &model.LongTerm{Budget: keptBudget(&p.LongTerm.Budget), Goals: texts(p.LongTerm.Goals)}
	}
	k.Evaluation = keptEvaluation(p.Evaluation)
	for _, e := range p.Extra {
		k.Extra = append(k.Extra, model.Extra{Label: common(e.Label), Text: strings.Clone(e.Text)})
	}
	k.Indicators = make([]model.Indicator, len(p.Indicators))
	for n := range p.Indicators {
		k.Indicators[n] = keptIndicator(&p.Indicators[n])
	}
	return k
}

func keptIndicator(i *model.Indicator) model.Indicator {
	k := model.Indicator{
		ID: strings.Clone(i.ID), Level1: common(i.Level1), Level2: common(i.Level2), Level3: strings.Clone(i.Level3), Aspect: i.Aspect,
		Description: strings.Clone(i.Description), Target: keptValue(&i.Target), Basis: common(i.Basis), Weight: decimal(i.Weight),
		Score: decimal(i.Score), Deviation: strings.Clone(i.Deviation), Term: common(i.Term), Region: common(i.Region), Origin: place(i.Field("target")),
	}
	if i.Actual != nil {
		actual := keptValue(i.Actual)
		k.Actual = &actual
	}
	return k
}

func keptValue(v *model.Value) model.Value {
	k := model.Value{
		Text: strings.Clone(v.Text), Kind: v.Kind, Operator: v.Operator, Number: decimal(v.Number), Upper: decimal(v.Upper),
		Unit: common(v.Unit), Label: strings.Clone(v.Label),
	}
	if v.Base != nil {
		k.Base = &model.Base{Number: decimal(v.Base.Number), Upper: decimal(v.Base.Upper), Unit: common(v.Base.Unit)}
	}
	if d := v.Deadline; d != nil {
		k.Deadline = &model.DeadlineDate{Text: strings.Clone(d.Text), From: common(d.From), Date: common(d.Date), Resolved: common(d.Resolved)}
	}
	for n := range v.Parts {
		k.Parts = append(k.Parts, keptValue(&v.Parts[n]))
	}
	return k
}

func keptBudget(b *model.Budget) model.Budget {
	k := model.Budget{Total: amount(b.Total), Fiscal: amount(b.Fiscal), Other: amount(b.Other), Executed: amount(b.Executed)}
	for i := range b.Lines {
		l := &b.Lines[i]
		k.Lines = append(k.Lines, model.BudgetLine{Label: common(l.Label), Column: common(l.Column), Amount: *amount(&l.Amount)})
	}
	return k
}

// keptEvaluation leaves out what follows from the printed figures.
func keptEvaluation(e *model.Evaluation) *model.Evaluation {
	if e == nil {
		return nil
	}
	k := &model.Evaluation{Total: decimal(e.Total), Grade: common(e.Grade), Conclusion: strings.Clone(e.Conclusion), Month: e.Month}
	if x := e.Execution; x != nil {
		k.Execution = &model.Execution{Budget: amount(x.Budget), Executed: amount(x.Executed), Rate: decimal(x.Rate), Weight: decimal(x.Weight), Score: decimal(x.Score)}
	}
	return k
}

func amount(a *model.Amount) *model.Amount {
	if a == nil {
		return nil
	}
	return &model.Amount{Text: strings.Clone(a.Text), Number: decimal(a.Number), Unit: common(a.Unit), Yuan: decimal(a.Yuan)}
}

func keptFinding(f *model.Finding) model.Finding {
	k := *f
	k.Code, k.Hint = common(f.Code), common(f.Hint)
	k.Message, k.Subject, k.Project, k.Indicator = strings.Clone(f.Message), strings.Clone(f.Subject), strings.Clone(f.Project), strings.Clone(f.Indicator)
	k.Origin, k.Also, k.Args = place(f.Origin), slices.Clone(f.Also), make(model.Args, len(f.Args))
	for i := range k.Also {
		k.Also[i] = place(k.Also[i])
	}
	for i, a := range f.Args {
		k.Args[i] = model.Arg{Name: common(a.Name), Value: strings.Clone(a.Value)}
	}
	return k
}

func place(o model.Origin) model.Origin {
	o.Part, o.Bookmark, o.Sheet, o.Cell = common(o.Part), strings.Clone(o.Bookmark), common(o.Sheet), strings.Clone(o.Cell)
	return o
}

func decimal(d model.Decimal) model.Decimal { return model.Decimal(common(string(d))) }

func texts(list []string) []string {
	kept := make([]string, len(list))
	for i, s := range list {
		kept[i] = strings.Clone(s)
	}
	return kept
}

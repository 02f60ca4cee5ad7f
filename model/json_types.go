package model

// How the types of a document write their fields: in the order of the fields
// and under the names of their tags, "nullable" as optional, "omitempty" as some.

func (d *Document) appendJSON(e *encoder) {
	e.begin()
	e.text(`,"schema":`, d.Schema)
	e.object(`,"source":`, &d.Source)
	e.object(`,"unit":`, &d.Unit)
	e.optionalNumber(`,"fiscal_year":`, int64(d.FiscalYear))
	pointer(e, `,"outline":`, d.Outline)
	objects(e, `,"projects":`, d.Projects)
	objects(e, `,"findings":`, d.Findings)
	someObjects(e, `,"ignored":`, d.Ignored)
	e.end()
}

func (s *Source) appendJSON(e *encoder) {
	e.begin()
	e.optional(`,"name":`, s.Name)
	e.optional(`,"path":`, s.Path)
	e.optional(`,"sha256":`, s.SHA256)
	e.number(`,"bytes":`, s.Bytes)
	e.optional(`,"application":`, s.Application)
	e.end()
}

func (u *Unit) appendJSON(e *encoder) {
	e.begin()
	e.optional(`,"code":`, u.Code)
	e.optional(`,"name":`, u.Name)
	e.end()
}

func (o *Outline) appendJSON(e *encoder) {
	e.begin()
	e.optional(`,"overall":`, o.Overall)
	objects(e, `,"items":`, o.Items)
	objects(e, `,"measures":`, o.Measures)
	e.end()
}

func (i *OutlineItem) appendJSON(e *encoder) {
	e.begin()
	e.optional(`,"title":`, i.Title)
	e.optional(`,"goal":`, i.Goal)
	e.optional(`,"indicators":`, i.Indicators)
	e.end()
}

func (m *Measure) appendJSON(e *encoder) {
	e.begin()
	e.optional(`,"title":`, m.Title)
	e.optional(`,"text":`, m.Text)
	e.end()
}

func (p *Project) appendJSON(e *encoder) {
	e.begin()
	e.optional(`,"id":`, p.ID)
	e.number(`,"seq":`, int64(p.Seq))
	e.optional(`,"title":`, p.Title)
	e.optional(`,"bookmark":`, p.Bookmark)
	e.text(`,"form":`, p.Form)
	e.object(`,"unit":`, &p.Unit)
	e.optional(`,"code":`, p.Code)
	e.optional(`,"name":`, p.Name)
	e.optionalNumber(`,"fiscal_year":`, int64(p.FiscalYear))
	e.object(`,"budget":`, &p.Budget)
	e.optional(`,"purpose":`, p.Purpose)
	objects(e, `,"spending_plan":`, p.SpendingPlan)
	e.texts(`,"goals":`, p.Goals)
	objects(e, `,"indicators":`, p.Indicators)
	pointer(e, `,"long_term":`, p.LongTerm)
	pointer(e, `,"evaluation":`, p.Evaluation)
	objects(e, `,"extra":`, p.Extra)
	e.place(`,"origin":`, &p.Origin)
	places(e, `,"cells":`, p.Cells)
	someObjects(e, `,"corrections":`, p.Corrections)
	e.end()
}

func (b *Budget) appendJSON(e *encoder) {
	e.begin()
	pointer(e, `,"total":`, b.Total)
	pointer(e, `,"fiscal":`, b.Fiscal)
	pointer(e, `,"other":`, b.Other)
	pointer(e, `,"executed":`, b.Executed)
	objects(e, `,"lines":`, b.Lines)
	e.end()
}

func (b *BudgetLine) appendJSON(e *encoder) {
	e.begin()
	e.text(`,"label":`, b.Label)
	e.optional(`,"column":`, b.Column)
	e.object(`,"amount":`, &b.Amount)
	e.end()
}

func (a *Amount) appendJSON(e *encoder) {
	e.begin()
	e.text(`,"text":`, a.Text)
	e.optional(`,"number":`, string(a.Number))
	e.optional(`,"unit":`, a.Unit)
	e.optional(`,"yuan":`, string(a.Yuan))
	e.end()
}

func (p *PlanStep) appendJSON(e *encoder) {
	e.begin()
	e.text(`,"text":`, p.Text)
	e.optional(`,"label":`, p.Label)
	e.optionalNumber(`,"month":`, int64(p.Month))
	e.optional(`,"percent":`, string(p.Percent))
	e.end()
}

func (i *Indicator) appendJSON(e *encoder) {
	e.begin()
	e.optional(`,"id":`, i.ID)
	e.optional(`,"level1":`, i.Level1)
	e.optional(`,"level2":`, i.Level2)
	e.optional(`,"level3":`, i.Level3)
	e.optional(`,"aspect":`, string(i.Aspect))
	e.optional(`,"points":`, string(i.Points))
	e.optional(`,"description":`, i.Description)
	e.object(`,"target":`, &i.Target)
	e.optional(`,"basis":`, i.Basis)
	e.optional(`,"weight":`, string(i.Weight))
	pointer(e, `,"actual":`, i.Actual)
	e.optional(`,"score":`, string(i.Score))
	for k := range TextColumns[1:] {
		c := &TextColumns[1+k]
		e.optional(`,"`+c.Key+`":`, *c.Of(i))
	}
	e.optional(`,"term":`, i.Term)
	e.optional(`,"region":`, i.Region)
	objects(e, `,"history":`, i.History)
	objects(e, `,"grades":`, i.Grades)
	objects(e, `,"extra":`, i.Extra)
	e.place(`,"origin":`, &i.Origin)
	places(e, `,"cells":`, i.Cells)
	someObjects(e, `,"corrections":`, i.Corrections)
	e.end()
}

func (h *History) appendJSON(e *encoder) {
	e.begin()
	e.text(`,"label":`, h.Label)
	e.optionalNumber(`,"year":`, int64(h.Year))
	e.object(`,"value":`, &h.Value)
	e.end()
}

func (g *Grade) appendJSON(e *encoder) {
	e.begin()
	e.text(`,"label":`, g.Label)
	e.object(`,"value":`, &g.Value)
	e.end()
}

func (l *LongTerm) appendJSON(e *encoder) {
	e.begin()
	e.object(`,"budget":`, &l.Budget)
	e.texts(`,"goals":`, l.Goals)
	e.end()
}

func (x *Extra) appendJSON(e *encoder) {
	e.begin()
	e.text(`,"label":`, x.Label)
	e.text(`,"text":`, x.Text)
	e.end()
}

func (v *Value) appendJSON(e *encoder) {
	e.begin()
	e.text(`,"text":`, v.Text)
	e.text(`,"kind":`, string(v.Kind))
	e.optional(`,"operator":`, string(v.Operator))
	e.optional(`,"number":`, string(v.Number))
	e.optional(`,"upper":`, string(v.Upper))
	e.optional(`,"unit":`, v.Unit)
	e.text(`,"unit_source":`, string(v.UnitSource))
	pointer(e, `,"base":`, v.Base)
	pointer(e, `,"deadline":`, v.Deadline)
	objects(e, `,"parts":`, v.Parts)
	e.object(`,"readings":`, &v.Readings)
	e.text(`,"agreement":`, string(v.Agreement))
	e.optional(`,"label":`, v.Label)
	e.texts(`,"rest":`, v.Rest)
	e.end()
}

func (b *Base) appendJSON(e *encoder) {
	e.begin()
	e.optional(`,"number":`, string(b.Number))
	e.optional(`,"upper":`, string(b.Upper))
	e.optional(`,"unit":`, b.Unit)
	e.end()
}

func (d *DeadlineDate) appendJSON(e *encoder) {
	e.begin()
	e.text(`,"text":`, d.Text)
	e.optional(`,"from":`, d.From)
	e.optional(`,"date":`, d.Date)
	e.optional(`,"resolved":`, d.Resolved)
	e.end()
}

func (r *Readings) appendJSON(e *encoder) {
	e.begin()
	pointer(e, `,"figure":`, r.Figure)
	pointer(e, `,"statement":`, r.Statement)
	e.end()
}

func (r *Reading) appendJSON(e *encoder) {
	e.begin()
	e.text(`,"text":`, r.Text)
	e.optional(`,"operator":`, string(r.Operator))
	e.optional(`,"number":`, string(r.Number))
	e.optional(`,"upper":`, string(r.Upper))
	e.optional(`,"unit":`, r.Unit)
	if !e.plain {
		e.number(`,"start":`, int64(r.Start))
		e.number(`,"end":`, int64(r.End))
	}
	e.end()
}

func (o *Origin) appendJSON(e *encoder) {
	e.begin()
	e.optional(`,"part":`, o.Part)
	e.optional(`,"bookmark":`, o.Bookmark)
	e.optionalNumber(`,"table":`, int64(o.Table))
	e.optionalNumber(`,"row":`, int64(o.Row))
	e.optionalNumber(`,"column":`, int64(o.Column))
	e.number(`,"start":`, int64(o.Start))
	e.number(`,"end":`, int64(o.End))
	e.some(`,"sheet":`, o.Sheet)
	e.some(`,"cell":`, o.Cell)
	e.end()
}

func (c *CellRef) appendJSON(e *encoder) {
	e.begin()
	e.text(`,"field":`, c.Field)
	e.number(`,"table":`, int64(c.Table))
	e.number(`,"row":`, int64(c.Row))
	e.number(`,"column":`, int64(c.Column))
	e.number(`,"start":`, int64(c.Start))
	e.number(`,"end":`, int64(c.End))
	e.some(`,"sheet":`, c.Sheet)
	e.some(`,"cell":`, c.Cell)
	e.end()
}

func (f *Finding) appendJSON(e *encoder) {
	e.begin()
	e.text(`,"code":`, f.Code)
	e.text(`,"severity":`, string(f.Severity))
	e.text(`,"message":`, f.Message)
	e.optional(`,"hint":`, f.Hint)
	e.optional(`,"subject":`, f.Subject)
	e.place(`,"origin":`, &f.Origin)
	places(e, `,"also":`, f.Also)
	e.optional(`,"project":`, f.Project)
	e.optional(`,"indicator":`, f.Indicator)
	e.object(`,"args":`, &f.Args)
	e.end()
}

func (c *Correction) appendJSON(e *encoder) {
	e.begin()
	e.text(`,"field":`, c.Field)
	e.text(`,"before":`, c.Before)
	e.text(`,"after":`, c.After)
	e.optional(`,"who":`, c.Who)
	e.optional(`,"when":`, c.When)
	e.optional(`,"why":`, c.Why)
	e.text(`,"status":`, string(c.Status))
	e.end()
}

func (i *Ignored) appendJSON(e *encoder) {
	e.begin()
	e.object(`,"finding":`, &i.Finding)
	e.optional(`,"who":`, i.Who)
	e.optional(`,"when":`, i.When)
	e.optional(`,"why":`, i.Why)
	e.end()
}

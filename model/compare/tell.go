package compare

import "jxmb/model"

// Tell says what differs. Findings of years are those that only the two sides
// together show; they stand on the new one, by file.
func Tell(m *Matched, years map[string][]model.Finding) *Comparison {
	for i := range m.new {
		m.new[i].Findings = append(m.new[i].Findings, years[m.new[i].File]...)
	}
	c := &Comparison{Schema: Schema, Years: m.Years, Old: extent(m.old), New: extent(m.new), Projects: []ProjectChange{}}
	old, new := findingsOf(m.old), findingsOf(m.new)
	for i := range m.Pairs {
		pair := &m.Pairs[i]
		p := m.project(pair)
		p.Findings = fates(ofProject(old, pair.Old), ofProject(new, pair.New), renamed(pair))
		c.count(&p)
		c.Projects = append(c.Projects, p)
	}
	c.Findings = fates(old[nil], new[nil], nil)
	c.countFindings(c.Findings)
	return c
}

// ofProject are the findings of a project, none of one that is not there.
func ofProject(by map[*model.Project][]told, p *model.Project) []told {
	if p == nil {
		return nil
	}
	return by[p]
}

func extent(side []Submission) Extent {
	e := Extent{Documents: len(side)}
	for i := range side {
		e.Projects += len(side[i].Projects)
		e.Findings += len(side[i].Findings)
		for k := range side[i].Projects {
			e.Indicators += len(side[i].Projects[k].Indicators)
		}
	}
	return e
}

func (c *Comparison) count(p *ProjectChange) {
	switch p.State {
	case Added:
		c.Counts.Added++
	case Dropped:
		c.Counts.Dropped++
	case Changed:
		c.Counts.Changed++
	case Same:
		c.Counts.Same++
	}
	c.countFindings(p.Findings)
}

func (c *Comparison) countFindings(list []FindingChange) {
	for i := range list {
		switch list[i].Fate {
		case Settled:
			c.Settled++
		case Remained:
			c.Remained++
		case Appeared:
			c.Appeared++
		}
	}
}

// project is a pair with what differs, its findings aside.
func (m *Matched) project(pair *Pair) ProjectChange {
	p := ProjectChange{Match: pair.By, Likeness: pair.Likeness, Changes: []Change{}, Indicators: []IndicatorChange{}}
	p.Old, p.New = projectPlace(pair.Old, pair.Files[0]), projectPlace(pair.New, pair.Files[1])
	switch {
	case pair.Old == nil:
		p.State = Added
		return p
	case pair.New == nil:
		p.State = Dropped
		return p
	}
	p.Changes = m.projectChanges(pair.Old, pair.New)
	for _, in := range pair.Indicators {
		if ch, differs := m.indicator(in); differs {
			p.Indicators = append(p.Indicators, ch)
		}
	}
	p.State = Changed
	if len(p.Changes)+len(p.Indicators) == 0 {
		p.State = Same
	}
	return p
}

func (m *Matched) indicator(pair IndicatorPair) (ch IndicatorChange, differs bool) {
	ch = IndicatorChange{State: Changed, Likeness: pair.Likeness, Changes: []Change{}}
	ch.Old, ch.New = indicatorPlace(pair.Old), indicatorPlace(pair.New)
	switch {
	case pair.Old == nil:
		ch.State = Added
		return ch, true
	case pair.New == nil:
		ch.State = Dropped
		return ch, true
	}
	ch.Changes = m.indicatorChanges(pair.Old, pair.New)
	return ch, len(ch.Changes) > 0
}

func projectPlace(p *model.Project, file string) *ProjectPlace {
	if p == nil {
		return nil
	}
	return &ProjectPlace{File: file, ID: p.ID, Seq: p.Seq, Code: p.Code, Name: p.Name, Unit: p.Unit, Origin: p.Origin}
}

func indicatorPlace(i *model.Indicator) *IndicatorPlace {
	if i == nil {
		return nil
	}
	return &IndicatorPlace{ID: i.ID, Level1: i.Level1, Level2: i.Level2, Level3: i.Level3, Target: i.Target.Text, Origin: i.Origin}
}

// renamed gives the new names of indicators by their old ones.
func renamed(p *Pair) map[string]string {
	ids := map[string]string{}
	for _, in := range p.Indicators {
		if in.Old != nil && in.New != nil {
			ids[in.Old.ID] = in.New.ID
		}
	}
	return ids
}
